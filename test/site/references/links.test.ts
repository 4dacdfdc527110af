/** Where references lead: to the right text, or nowhere with a reason. */
import { describe, expect, test } from 'vitest';
import type { Reference, Version } from '../../../src/domain/model.ts';
import type { Holdings } from '../../../src/site/holdings.ts';
import { referenceBook } from '../../../src/site/references/book.ts';
import { resolveLink } from '../../../src/site/references/links.ts';
import { placesOf } from '../../../src/site/references/places.ts';
import { heldContent, heldTexts, textOf } from '../held.ts';

const lead = (holdings: Holdings, version: Version): [string, string][] =>
  referenceBook(holdings)
    .from(version)
    .map((reference) => [reference.text, outcome(holdings, reference)]);

function outcome(holdings: Holdings, reference: Reference): string {
  const resolved = resolveLink(holdings, reference);
  if (!resolved) return '';
  return 'link' in resolved ? resolved.link.href : `why: ${resolved.why}`;
}

describe('the first issue', () => {
  const held = heldContent();
  const rules = textOf(held, '湛江市网络预约出租汽车经营服务管理暂行规定');

  test('the decision points into the text before it, never into the republished one', () => {
    const decision = textOf(
      held,
      '湛江市人民政府关于修改《湛江市网络预约出租汽车经营服务管理暂行规定》的决定',
    );
    const led = new Map(lead(held, decision));
    const before = '/works/wangyueche-guiding/2018-12-31/';
    expect(led.get('第六条第一款第三项')).toBe(`${before}#art_6__para_1__item_3`);
    expect(led.get('第五项')).toBe(`${before}#art_6__para_1__item_5`);
    expect(led.get('第二款')).toBe(`${before}#art_6__para_2`);
    expect(led.get('第十条')).toBe(`${before}#art_10`);
    expect(led.get('第十三条第二款')).toBe(`${before}#art_13__para_2`);
    expect(led.get('第十五条第五项')).toBe(`${before}#art_15__para_1__item_5`);
    for (const [text, href] of led) {
      if (/^第/.test(text)) expect(href, text).not.toMatch(/^\/works\/wangyueche-guiding\/#/);
    }
  });

  test('the republished text points into itself', () => {
    const numbered = lead(held, rules).filter(([text]) => /^第.*条$/.test(text));
    expect(numbered).toEqual([
      ['第十三条', '#art_13'],
      ['第十三条', '#art_13'],
      ['第十三条', '#art_13'],
      ['第十七条', '#art_17'],
    ]);
  });

  test('what the reader has before his eyes is no link: 本规定, 下列, 前述 in the same sentence', () => {
    const led = lead(held, rules).filter(([text]) => /^(?:本规定|下列|以下|前述)$/.test(text));
    expect(led.length).toBeGreaterThan(8);
    expect(led.filter(([, href]) => href !== '')).toEqual([]);
  });

  test('上述条件 leads to the list above, in another 款', () => {
    expect(lead(held, rules)).toContainEqual(['上述', '#art_5__para_1__item_1']);
  });

  test('what another body is to draw up is plain text with its reason', () => {
    const [, href] = lead(held, rules).find(([text]) => text === '另行制定')!;
    expect(href).toMatch(/^why: 授权另行制定/);
  });

  test('laws that are known by name lead to their own pages, slips are told', () => {
    const measures = textOf(held, '湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）');
    const led = new Map(lead(held, measures));
    expect(led.get('《中华人民共和国环境保护法》')).toBe('/works/huanjing-baohu-fa/');
    expect(led.get('第三条')).toBe('#art_3');
    expect(led.get('本法')).toMatch(/^why: .*本法.*办法/);
    expect(led.get('《湛江市举报环境违法行为奖励申请表》')).toBe('#att_1');
  });

  test('no link of any text leads to a place that is not there', () => {
    for (const { versions } of held.works.values()) {
      for (const version of versions) {
        for (const reference of referenceBook(held).from(version)) {
          const resolved = resolveLink(held, reference);
          if (!resolved || !('link' in resolved) || !resolved.link.eId) continue;
          const { version: into, eId } = resolved.link;
          const places = placesOf(into!.instrument);
          expect(places.get(eId) ?? places.words(eId), `${version.work} ${reference.text}`).toBeTruthy();
        }
      }
    }
  });
});

const law = (tail: string): string => `甲市绿化办法

第一条　为了绿化，制定本办法。

第二条　绿地由市绿化部门养护。

第三条　${tail}`;

describe('texts of several days', () => {
  const held = heldTexts(
    ['lvhua', '2010-01-01', law('违反第二条的，处一千元罚款。')],
    ['lvhua', '2020-01-01', law('违反第二条的，处二千元罚款。')],
    ['jiu', '2015-05-01', '甲市旧细则\n\n第一条　按照《甲市绿化办法》第三条处罚。'],
    ['xin', '2021-05-01', '甲市新细则\n\n第一条　按照《甲市绿化办法》第三条处罚。'],
    ['zao', '2005-05-01', '甲市早细则\n\n第一条　按照《甲市绿化办法》第三条处罚。'],
    ['cuo', '2021-06-01', '甲市错细则\n\n第一条　按照《甲市绿化办法》第九条、《乙省树木条例》第四条处罚。'],
  );
  const article = (title: string): string =>
    lead(held, textOf(held, title)).find(([text]) => text.startsWith('第'))![1];

  test('a citation leads into the text of its own day', () => {
    expect(article('甲市旧细则')).toBe('/works/lvhua/2010-01-01/#art_3');
    expect(article('甲市新细则')).toBe('/works/lvhua/#art_3');
  });

  test('into a text that is not held it leads nowhere, and says why', () => {
    expect(article('甲市早细则')).toMatch(/^why: .*未收录/);
  });

  test('to a provision that the text does not have it leads nowhere, and says why', () => {
    expect(article('甲市错细则')).toMatch(/^why: .*第九条/);
  });

  test('to a provision of a document without text it leads to what is known of the document', () => {
    const [, href] = lead(held, textOf(held, '甲市错细则')).find(([text]) => text === '第四条')!;
    expect(href).toMatch(/^\/works\/[^/#]+\/$/);
  });

  test('each text points into itself', () => {
    expect(lead(held, textOf(held, '甲市绿化办法', '2010-01-01'))).toContainEqual(['第二条', '#art_2']);
    expect(lead(held, textOf(held, '甲市绿化办法', '2020-01-01'))).toContainEqual(['第二条', '#art_2']);
  });
});
