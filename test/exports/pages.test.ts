/** What programs read in the head of a page and at the root of the site: no more than the archive knows. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Holding } from '../../src/domain/exports/index.ts';
import { legislationOf, scriptJson } from '../../src/domain/exports/pages/json-ld.ts';
import { siteFiles } from '../../src/domain/exports/pages/sitemap.ts';
import { siteTags, textTags } from '../../src/domain/exports/pages/tags.ts';
import { writable } from '../../src/domain/exports/xml.ts';
import { amended, firstHolding, heldTexts, holdingOfTree, nastyText, rule } from './held.ts';

const newest = (holding: Holding, id: string) => holding.byWork.get(id)!.at(-1)!;

describe('schema.org Legislation', () => {
  test('tells days, force on the horizon, what a text amends, in which issue it stands', () => {
    const holding = firstHolding();
    const decision = legislationOf(holding, newest(holding, 'wangyueche-xiugai-jueding'));
    expect(decision).toMatchObject({
      '@type': 'Legislation',
      legislationType: '决定',
      legislationPassedBy: { name: '湛江市人民政府' },
      legislationAmends: [{ '@id': 'https://gazette.example/works/wangyueche-guiding/' }],
      isPartOf: { '@type': 'PublicationIssue', issueNumber: '2020-12' },
    });
    const measures = legislationOf(holding, newest(holding, 'jubao-jiangli-banfa'));
    expect(measures).toMatchObject({
      '@id': 'https://gazette.example/works/jubao-jiangli-banfa/2020-12-31/',
      legislationDateVersion: '2020-12-31',
      legislationLegalForce: 'https://schema.org/InForce',
      'eli:in_force': 'http://data.europa.eu/eli/ontology#InForce-inForce',
    });
    const repealing = legislationOf(holding, newest(holding, 'zhanfagaifagui-2020-675'));
    expect(repealing['legislationRepeals']).toHaveLength(2);
  });

  test('leaves force out where it is unknown, and says of a text that was replaced that it is not in force', () => {
    const holding = firstHolding();
    const [old] = holding.byWork.get('wangyueche-guiding')!;
    expect(legislationOf(holding, old!)['legislationLegalForce']).toBe('https://schema.org/NotInForce');
    const bare = heldTexts(undefined, ['bare', '', rule('示范市绿化办法', '为了绿化，制定本办法。')]);
    const unknown = legislationOf(bare, bare.texts[0]!);
    expect(bare.texts[0]!.status.state).toBe('unknown');
    expect(unknown).not.toHaveProperty('legislationLegalForce');
    expect(unknown).not.toHaveProperty('legislationDateVersion');
  });

  test('says of an incomplete text that it is', () => {
    const holding = heldTexts('2023-01-01', ...amended);
    expect(legislationOf(holding, newest(holding, 'parking'))['description']).toContain('不完整');
  });

  test('whatever its words, cannot end the script element, and gives them back', () => {
    fc.assert(
      fc.property(nastyText, (title) => {
        const { holding, text } = holdingOfTree({ title });
        const json = scriptJson(legislationOf(holding, text));
        expect(json).not.toMatch(/<|\u2028|\u2029/);
        expect(JSON.parse(json)).toMatchObject({ name: writable(title) });
      }),
    );
  });
});

describe('tags of government sites', () => {
  test('name the text, and have no day and no source where none is known', () => {
    const holding = firstHolding();
    const tags = textTags(holding, newest(holding, 'zhanfu-2020-68'));
    expect(tags).toContainEqual({
      name: 'ArticleTitle',
      content: '湛江市人民政府关于调整市政府领导同志分工的通知',
    });
    expect(tags.map(({ name }) => name)).not.toContain('PubDate');
    expect(siteTags(holding)).toEqual([]);
  });

  test('are those that the register states; 索引号 is what the copy prints', () => {
    const text = `索引号：006939748/2020-00123\n\n${rule('示范市绿化办法', '为了绿化，制定本办法。')}`;
    const holding = heldTexts('2023-01-01', ['green', '2020-01-01', text]);
    const stated = {
      ...holding,
      archive: { ...holding.archive, site: { tags: { SiteName: '示范市人民政府' } } },
    };
    expect(siteTags(stated)).toEqual([{ name: 'SiteName', content: '示范市人民政府' }]);
    expect(textTags(stated, stated.texts[0]!)).toContainEqual({
      name: '索引号',
      content: '006939748/2020-00123',
    });
  });
});

describe('files at the root', () => {
  const filesOf = (holding: Holding) =>
    new Map(Array.from(siteFiles(holding), ({ path, body }) => [path, body as string]));

  test('the sitemap has every page once, with the last day of which it tells', () => {
    const sitemap = filesOf(firstHolding()).get('sitemap.xml')!;
    new SaxesParser().write(sitemap).close();
    const pages = Array.from(sitemap.matchAll(/<loc>([^<]*)<\/loc>/g), ([, page]) => page!);
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages).toEqual(
      expect.arrayContaining([
        'https://gazette.example/',
        'https://gazette.example/works/wangyueche-guiding/2018-12-31/',
        'https://gazette.example/works/wangyueche-guiding/compare/2018-12-31..2020-12-19/',
      ]),
    );
    expect(new Set(sitemap.match(/<lastmod>[^<]*/g))).toEqual(new Set(['<lastmod>2020-12-31']));
  });

  test('a text of which no day is known has no lastmod; a large archive has several sitemaps', () => {
    const bare = heldTexts(undefined, ['bare', '', rule('示范市绿化办法', '为了绿化，制定本办法。')]);
    expect(filesOf(bare).get('sitemap.xml')).not.toContain('lastmod');
    const many = { ...bare, texts: Array.from({ length: 50_001 }, () => bare.texts[0]!) };
    const files = filesOf(many);
    expect(files.get('sitemap.xml')).toContain('<sitemapindex');
    expect(files.get('sitemap-1.xml')!.match(/<loc>/g)).toHaveLength(50_000);
  });

  test('robots may read all and are told of the sitemap only where its address is known', () => {
    expect(filesOf(firstHolding()).get('robots.txt')).toContain(
      'Sitemap: https://gazette.example/sitemap.xml',
    );
    const { addresses } = firstHolding();
    const here = filesOf({ ...firstHolding(), addresses: { ...addresses, home: '/' } });
    expect([...here.keys()]).toEqual(['robots.txt', 'llms.txt', 'manifest.webmanifest']);
    expect(here.get('robots.txt')).not.toContain('Sitemap');
  });

  test('llms.txt names the Markdown of every held work with its state, and warns of what is not known', () => {
    const words = filesOf(firstHolding()).get('llms.txt')!;
    expect(words).toContain(
      '(https://gazette.example/works/wangyueche-guiding/2020-12-19/text.md): 截至2020-12-31有效',
    );
    expect(words).toContain('不要说成有效或者无效');
  });
});
