import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/domain/archive.ts';
import type { Provision, Version, Work } from '../../src/domain/model.ts';
import { readQualifier } from '../../src/domain/references/citation-qualifier.ts';
import { cite } from '../../src/domain/references/cite.ts';
import { citationOf, placeNames } from '../../src/domain/references/index.ts';
import { loadContent } from '../../src/site/load.ts';
import { libraryAmong } from './archive.ts';

/** eIds of a text, its annexes included, and '' for the whole. */
function places({ instrument }: Version): string[] {
  const ids: string[] = [''];
  const walk = (list: readonly Provision[]): void => {
    for (const { eId, children } of list) {
      ids.push(eId);
      walk(children);
    }
  };
  walk(instrument.provisions);
  for (const [i, { provisions }] of instrument.annexes.entries()) {
    ids.push(`att_${i + 1}`);
    walk(provisions);
  }
  return ids;
}

/** Citations that do not come back to their own place; the only 款 of an article is cited as the article. */
function lost(works: readonly Work[]): string[] {
  const library = libraryAmong(works);
  const wrong: string[] = [];
  for (const work of works)
    for (const version of work.versions) {
      const names = placeNames(version.instrument);
      for (const eId of places(version)) {
        const citation = citationOf(version, work, library.register.works, eId);
        const { results } = cite(citation, library);
        const [found] = results;
        const same = found && (found.eId === eId || names.nameOf(found.eId) === names.nameOf(eId));
        if (results.length === 1 && found?.version === version && same && found.citation === citation)
          continue;
        const got = results.map((one) => `${one.work.id}@${one.version.date}#${one.eId}`);
        wrong.push(`${work.id}@${version.date}#${eId}: ${citation} → ${got.join(' ') || 'nothing'}`);
      }
    }
  return wrong;
}

function held(texts: Record<string, string>): Work[] {
  const works = Object.entries(texts).map(([key, text]) => {
    const [name, date] = key.split('/') as [string, string];
    return { name, date, path: `works/${name}/${date}.md`, text, corrections: [] };
  });
  return buildArchive({ issues: [], works, register: { works: [], organs: [] } }).works;
}

describe('what is written for a place leads back to it', () => {
  test('all over the first archive, in old and reconstructed texts and in annexes', () => {
    const { works } = loadContent('content').archive;
    expect(works.some(({ versions }) => versions.some(({ origin }) => origin === 'reconstructed'))).toBe(
      true,
    );
    expect(lost(works)).toEqual([]);
  });

  const sentence = fc.constantFrom('船舶应当登记。', '从事摆渡的，应当取得许可。', '由主管部门处理。');
  const list = fc.array(sentence, { minLength: 1, maxLength: 3 });
  const numerals = '一二三四五六七八九十';
  const article = fc.record({ paragraphs: list, items: fc.option(list), inserted: fc.boolean() });
  const rules = fc.array(article, { minLength: 1, maxLength: 4 }).map((articles) =>
    articles
      .flatMap(({ paragraphs, items, inserted }, i) => {
        const label = inserted && i > 0 ? `第${numerals[i - 1]}条之一` : `第${numerals[i]}条`;
        const [first, ...others] = paragraphs;
        return [
          `${label}　${first}`,
          ...(items ?? []).map((item, j) => `（${numerals[j]}）${item}`),
          ...others,
        ];
      })
      .join('\n\n'),
  );
  const levels = fc
    .array(list, { minLength: 1, maxLength: 3 })
    .map((parts) =>
      parts
        .flatMap((lines, i) => [
          `${numerals[i]}、摆渡的安排`,
          ...lines.map((line, j) => (j === 0 ? line : `（${numerals[j - 1]}）${line}`)),
        ])
        .join('\n\n'),
    );
  const title = fc.constantFrom(
    '青禾市渡船管理办法',
    '青禾市渡船管理办法（试行）',
    '青禾市渡口发展规划（2019-2021年）',
    '青禾市实施《渡口管理条例》办法',
    '青禾市人民政府关于修改《青禾市渡船管理办法》的决定',
  );
  const day = fc.constantFrom('2011-03-01', '2015-06-30', '2019-12-31');
  const text = fc.record({
    title,
    day,
    order: fc.option(fc.integer({ min: 1, max: 9 })),
    body: fc.oneof(rules, levels),
  });

  test('in texts of any make, also of one title with other numbers or other days', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const seen = new Set<string>();
        const files: Record<string, string> = {};
        for (const [i, { title: named, day: on, order, body }] of texts.entries()) {
          if (seen.has(named + on)) continue;
          seen.add(named + on);
          const caption =
            order === null
              ? ''
              : `\n\n（${on.replace(/-0?(\d+)-0?(\d+)/, '年$1月$2日')}青禾市人民政府令第${order}号公布）`;
          files[`t${i}/${on}`] = `${named}${caption}\n\n${body}\n`;
        }
        expect(lost(held(files))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('one name for one place', () => {
  const [work] = held({
    'du/2011-03-01': [
      '青禾市渡船管理办法',
      '第一章　总则',
      '第一条　渡船应当登记：',
      '（一）船名；',
      '（二）船主。',
      '第二条　渡船应当检验。',
      '检验的办法另定：',
      '（一）期限；',
      '（二）费用。',
      '第二章　附则',
      '第三条　本办法自2011年3月1日起施行。',
    ].join('\n\n'),
  });
  const names = placeNames(work!.versions[0]!.instrument);
  test.each([
    ['art_1', '第一条'],
    ['art_1__para_1', '第一条'],
    ['art_1__para_1__item_2', '第一条第二项'],
    ['art_2__para_1', '第二条第一款'],
    ['art_2__para_2__item_2', '第二条第二款第二项'],
    ['chp_2', '第二章'],
    ['art_9', undefined],
  ])('%s is %s', (eId, name) => {
    expect(names.nameOf(eId)).toBe(name);
  });

  test('a citation in full', () => {
    expect(citationOf(work!.versions[0]!, work!, new Map(), 'art_1__para_1__item_2')).toBe(
      '《青禾市渡船管理办法》（2011年3月1日文本）第一条第二项',
    );
  });

  test('two articles of one number are told apart by their chapters', () => {
    const [twice] = held({
      'tiao/2011-03-01':
        '青禾市示范条款\n\n第一章　船\n\n第一条　船要登记。\n\n第二章　渡口\n\n第一条　渡口要登记。\n',
    });
    const { instrument } = twice!.versions[0]!;
    const found = places(twice!.versions[0]!).map((eId) => placeNames(instrument).nameOf(eId));
    expect(found).toContain('第一章第一条');
    expect(found).toContain('第二章第一条');
  });
});

describe('what stands in brackets after a title', () => {
  test.each([
    ['青禾市人民政府令第3号，2018年12月31日文本', ['青禾市人民政府令第3号'], { day: '2018-12-31' }],
    ['青府〔2020〕68号', ['青府〔2020〕68号'], undefined],
    ['2018年修正', [], { year: 2018 }],
    ['2018年第二次修正文本', [], { year: 2018 }],
    ['二〇一八年修订', [], { year: 2018 }],
    ['2018', [], { year: 2018 }],
    ['自2019年2月1日起施行', [], { day: '2019-02-01' }],
    ['现行有效', [], undefined],
    [
      '2018年12月31日青禾市人民政府令第3号公布　根据2020年12月19日《关于修改〈渡船办法〉的决定》修改',
      ['青禾市人民政府令第3号'],
      { day: '2020-12-19' },
    ],
  ])('%s', (words, numbers, text) => {
    expect(readQualifier(words)).toMatchObject({ numbers, unread: [] });
    expect(readQualifier(words).text).toEqual(text);
  });

  test('an amending order is no number of the text', () => {
    const read = readQualifier('青禾市人民政府令第3号公布，令第7号修改');
    expect(read).toMatchObject({ numbers: ['青禾市人民政府令第3号'], amendedBy: ['令第7号'] });
  });

  test.each(['试行', '某人的抄本', '2018年底前后'])('%s is not understood, and kept', (words) => {
    expect(readQualifier(words).unread).toEqual([words]);
  });
});
