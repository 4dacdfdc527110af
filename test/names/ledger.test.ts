import { describe, expect, it } from 'vitest';
import { ledgerOf, type NumberedWork } from '../../src/domain/names/index.ts';

/** A work that is held, under one number. */
function held(id: string, documentNumber: string, more: Partial<NumberedWork> = {}): NumberedWork {
  const versions = [{ date: '2020-05-01', instrument: { documentNumber } }];
  return { id, kind: 'notice', documentNumber, versions, ...more };
}

const named = (id: string, documentNumber: string): NumberedWork => ({
  ...held(id, documentNumber),
  versions: [],
});

describe('the ledger of numbers', () => {
  it('tells what is held, only named, missing, twice and expected next', () => {
    const [series] = ledgerOf([
      held('one', '样府〔2020〕2号'),
      held('two', '样府[2020] 5 号'),
      held('other', '样府（2020）5号'),
      named('far', '样府〔2020〕4号'),
      named('later', '样府〔2020〕9号'),
    ]);
    expect(series).toMatchObject({ scheme: 'document', organ: '样府', year: 2020, next: 6 });
    expect(series!.gaps).toEqual([
      { from: 1, to: 1 },
      { from: 3, to: 3 },
    ]);
    expect(series!.duplicates).toEqual([
      { number: 5, printed: '样府〔2020〕5号', held: ['two', 'other'], named: [] },
    ]);
    expect(series!.entries.map(({ number, held, named }) => [number, held.length, named.length])).toEqual([
      [2, 1, 0],
      [4, 0, 1],
      [5, 2, 0],
      [9, 0, 1],
    ]);
  });

  it('claims neither a gap nor a next number where no text is held', () => {
    const [series] = ledgerOf([named('a', '国样〔2019〕7号'), named('b', '国样〔2019〕30号')]);
    expect(series).toMatchObject({ gaps: [], duplicates: [] });
    expect(series).not.toHaveProperty('next');
  });

  it('does not take a cover and what it prints, or an order and its rules, for duplicates', () => {
    const works = [
      held('notice', '样府办〔2020〕1号'),
      held('inside', '样府办〔2020〕1号', { carriedBy: 'notice' }),
      held('order', '样洲市人民政府令第7号', { kind: 'order' }),
      held('rules', '样洲市人民政府令第7号', { kind: 'rules' }),
      held('second-rules', '样洲市人民政府令第7号', { kind: 'rules' }),
      held('order-of-later-office', '样洲市人民政府令第7号', {
        kind: 'order',
        versions: [{ date: '2031-01-01', instrument: {} }],
      }),
    ];
    expect(ledgerOf(works).flatMap(({ duplicates }) => duplicates)).toEqual([]);
    const again = held('order-again', '样洲市人民政府令第7号', { kind: 'order' });
    expect(ledgerOf([...works, again]).flatMap(({ duplicates }) => duplicates)).toHaveLength(1);
  });

  it('counts an order that does not name its body by the body that issued it', () => {
    const works = [
      held('one', '令第3号', { kind: 'order', issuer: '样洲市人民政府' }),
      held('two', '样洲市人民政府令第4号', { kind: 'order', issuer: '样洲市人民政府' }),
    ];
    expect(ledgerOf(works)).toMatchObject([{ organ: '样洲市人民政府', gaps: [{ from: 1, to: 2 }], next: 5 }]);
  });

  it('keeps the numbers that a work has in its other texts, and those of the registry', () => {
    const [document, registry] = ledgerOf([
      held('again', '样府规〔2021〕1号', {
        registryNumber: '样部规2021-1',
        versions: [
          { date: '2015-01-01', instrument: { documentNumber: '样府规〔2015〕8号' } },
          { date: '2021-01-01', instrument: { documentNumber: '样府规〔2021〕1号' } },
        ],
      }),
    ]).toSorted((a, b) => b.entries[0]!.number - a.entries[0]!.number);
    expect(document).toMatchObject({ organ: '样府规', year: 2015, gaps: [{ from: 1, to: 7 }] });
    expect(registry!.year).toBe(2021);
  });

  it('finds a hundred planted gaps and duplicates in twenty series, and invents none', () => {
    const works: NumberedWork[] = [];
    const planted: string[] = [];
    const twice: string[] = [];
    for (let i = 0; i < 20; i++) {
      const [organ, year] = [`样${'甲乙丙丁'[i % 4]}`, 2000 + i];
      // Of 1 to 40, three numbers are left out and two given twice, at places that differ from series to series.
      const at = (k: number): number => 1 + ((i * 7 + k * 8) % 38);
      const [missing, doubled] = [[0, 1, 2].map(at), [3, 4].map(at)];
      for (let number = 1; number <= 40; number++) {
        if (missing.includes(number)) planted.push(`${organ}〔${year}〕${number}号`);
        else works.push(held(`w${i}-${number}`, `${organ}〔${year}〕${number}号`));
        if (!doubled.includes(number)) continue;
        twice.push(`${organ}〔${year}〕${number}号`);
        works.push(held(`again${i}-${number}`, `${organ}［${year}］${number} 号`));
      }
    }
    expect(planted.length + twice.length).toBe(100);
    const ledger = ledgerOf(works);
    const gaps = ledger.flatMap(({ organ, year, gaps: found }) =>
      found.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, k) => `${organ}〔${year}〕${from + k}号`),
      ),
    );
    const duplicates = ledger.flatMap((series) => series.duplicates.map(({ printed }) => printed));
    expect(gaps.toSorted()).toEqual(planted.toSorted());
    expect(duplicates.toSorted()).toEqual(twice.toSorted());
    expect(ledger.map(({ next }) => next)).toEqual(Array(20).fill(41));
  });
});
