/** Defined terms: linked where they are used, quietly, and listed in the glossary. */
import { describe, expect, test } from 'vitest';
import { glossaryView } from '../../../src/site/references/glossary.ts';
import { referenceMarks } from '../../../src/site/references/marks.ts';
import { linkedUses, termsOf } from '../../../src/site/references/terms.ts';
import { heldContent, heldTexts, textOf } from '../held.ts';

const held = heldContent();
const rules = textOf(held, '湛江市网络预约出租汽车经营服务管理暂行规定');

describe('uses of a term', () => {
  test('are linked once in an article, and not where the term is given', () => {
    const uses = linkedUses(rules);
    const keys = uses.map(({ eId, term }) => `${/^art_\d+/.exec(eId)![0]} ${term.term}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(uses.filter(({ eId, term }) => eId === term.eId)).toEqual([]);
    expect(uses.length).toBeGreaterThan(20);
    expect(uses.length).toBeLessThan(termsOf(rules).uses.length);
  });

  test('the longest term is meant: 网约车平台公司 is no 网约车', () => {
    const first = linkedUses(rules).find(({ eId }) => eId === 'art_9__para_1')!;
    expect(first.term.term).toBe('网约车平台公司');
    expect(first.mark).toMatchObject({ href: '#art_2__para_3', kind: 'term' });
  });

  test('words of a reference stay a reference', () => {
    const archive = heldTexts([
      'a',
      '2010-01-01',
      '甲市甲办法\n\n第一条　本办法所称绿地，是指公园。\n\n第二条　按照《绿地条例》管理绿地。',
    ]);
    const marks = referenceMarks(archive, textOf(archive, '甲市甲办法'))('art_2__para_1');
    const sorted = marks.toSorted((a, b) => a.start - b.start);
    expect(sorted.map(({ kind }) => kind)).toEqual(['reference', 'term']);
    expect(sorted[0]!.end).toBeLessThanOrEqual(sorted[1]!.start);
  });
});

describe('the glossary', () => {
  const groups = glossaryView(held);
  const term = (name: string) => groups.flatMap(({ terms }) => terms).find((each) => each.term === name);

  test('tells meaning, place and number of uses', () => {
    expect(term('网约车')).toMatchObject({
      meaning: '网络预约出租汽车',
      place: { text: '第一条', href: '/works/wangyueche-guiding/#art_1__para_1' },
    });
    expect(term('网约车平台公司')!.uses).toBeGreaterThan(10);
    expect(term('三防')?.meaning).toBe('防扬散、防流失、防渗漏');
  });

  test('leaves out texts that define nothing', () => {
    expect(groups.every(({ terms }) => terms.length > 0)).toBe(true);
    expect(glossaryView(heldTexts(['a', '2010-01-01', '甲市甲办法\n\n第一条　制定本办法。']))).toEqual([]);
  });
});
