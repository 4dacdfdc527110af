import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyOperations, parseDecision, unapply } from '../../src/domain/amendments/index.ts';
import { fillSlots } from '../../src/domain/amendments/number/slots.ts';
import { longestOrder } from '../../src/domain/compare/index.ts';
import type { Instrument, Operation, Provision } from '../../src/domain/model.ts';
import { serializeProvisions } from '../../src/domain/structure/index.ts';
import { formatNumeral } from '../../src/domain/text/index.ts';
import { decisionLines, law } from './helpers.ts';

/** Shape of an article: number of items in each of its paragraphs. */
type Shape = number[][];

const shapes: fc.Arbitrary<Shape> = fc.array(
  fc
    .array(fc.constantFrom(0, 0, 2, 3, 4), { minLength: 1, maxLength: 3 })
    .map((counts) => counts.map((count, i) => (i === 0 ? count : 0))),
  { minLength: 3, maxLength: 7 },
);

const n = (value: number): string => formatNumeral(value);

function textOf(shape: Shape): string {
  const lines = shape.flatMap((paragraphs, a) =>
    paragraphs.flatMap((items, p) => {
      const head = p === 0 ? `第${n(a + 1)}条　` : '';
      const name = `${a + 1}之${p + 1}`;
      if (items === 0) return [`${head}正文${name}号，应当照办。`];
      const list = Array.from(
        { length: items },
        (_, i) => `（${n(i + 1)}）事项${name}之${i + 1}${i === items - 1 ? '。' : '；'}`,
      );
      return [`${head}正文${name}号，包括下列事项：`, ...list];
    }),
  );
  return `示例条例\n\n${lines.join('\n\n')}\n`;
}

/** One clause for each chosen article, each of another kind; none touches what another one does. */
function clauses(shape: Shape, choices: readonly number[]): string[] {
  return shape.flatMap((paragraphs, a) => {
    const article = `第${n(a + 1)}条`;
    const items = paragraphs[0]!;
    switch (choices[a]! % 8) {
      case 1:
        return [`删去${article}。`];
      case 2:
        return [`将${article}修改为：“改写${a + 1}号。`, `“改写${a + 1}号第二款。”`].join('\n');
      case 3:
        return [`${article}增加一款，作为第${n(paragraphs.length)}款：“新增款${a + 1}号。”`];
      case 4:
        return paragraphs.length > 1 ? [`删去${article}第二款。`] : [];
      case 5:
        return items > 2 ? [`删去${article}第一款第二项。`] : [];
      case 6:
        return items > 1 ? [`${article}第一款增加一项，作为第二项：“（二）新增项${a + 1}号；”`] : [];
      case 7:
        return [`将${article}第一款中的“正文${a + 1}之1号”修改为“新文${a + 1}号”。`];
      default:
        return [];
    }
  });
}

const cases = shapes.chain((shape) =>
  fc.tuple(
    fc.constant(shape),
    fc.array(fc.nat({ max: 7 }), { minLength: shape.length, maxLength: shape.length }),
    fc.option(fc.nat({ max: shape.length }), { nil: undefined }),
  ),
);

function decisionOf(shape: Shape, choices: readonly number[], insertAt: number | undefined): string[] {
  const list = clauses(shape, choices);
  const left = shape.length - list.filter((clause) => /^删去第[^款项]+条。$/.test(clause)).length;
  if (insertAt !== undefined) list.push(`增加一条，作为第${n(Math.min(insertAt, left) + 1)}条：“新增条。”`);
  return list;
}

function read(shape: Shape, list: readonly string[]): { before: Instrument; operations: Operation[] } {
  const { operations, leftovers } = parseDecision(
    decisionLines(list.map((clause, i) => `${n(i + 1)}、${clause}`).join('\n')),
  );
  expect(leftovers).toEqual([]);
  return { before: law(textOf(shape)), operations };
}

const print = (instrument: Instrument): string[] => serializeProvisions(instrument.provisions);

function all(provisions: readonly Provision[]): Provision[] {
  return provisions.flatMap((provision) => [provision, ...all(provision.children)]);
}

describe('operations on generated texts', () => {
  test('all apply; numbers run from one without gaps; what no clause names keeps its words', () => {
    fc.assert(
      fc.property(cases, ([shape, choices, insertAt]) => {
        const list = decisionOf(shape, choices, insertAt);
        const { before, operations } = read(shape, list);
        const { instrument, operations: fates, lineage } = applyOperations(before, operations);
        expect(fates.filter(({ fate }) => fate !== 'applied')).toEqual([]);
        expect(instrument.provisions.map(({ number }) => Number(number))).toEqual(
          instrument.provisions.map((_, i) => i + 1),
        );
        for (const provision of all(instrument.provisions)) {
          const items = provision.children.filter(({ type }) => type === 'item');
          expect(items.map(({ number }) => Number(number))).toEqual(items.map((_, i) => i + 1));
        }
        const old = new Map(all(before.provisions).map((provision) => [provision.eId, provision]));
        const now = new Map(all(instrument.provisions).map((provision) => [provision.eId, provision]));
        expect(now.size).toBe(all(instrument.provisions).length);
        for (const { eId, previous, change } of lineage) {
          if (change !== 'unchanged' && change !== 'renumbered') continue;
          const [a, b] = [old.get(previous!)!.text, now.get(eId)!.text];
          expect(b.replace(/[；。]$/, '')).toBe(a.replace(/[；。]$/, ''));
        }
        // Every old provision is accounted for, once.
        expect(lineage.flatMap(({ previous }) => previous ?? []).sort()).toEqual([...old.keys()].sort());
      }),
      { numRuns: 150 },
    );
  });

  test('apply ∘ unapply leaves the text as it is', () => {
    fc.assert(
      fc.property(cases, ([shape, choices, insertAt]) => {
        const { before, operations } = read(shape, decisionOf(shape, choices, insertAt));
        const after = applyOperations(before, operations).instrument;
        const back = unapply(after, operations);
        expect(back.open).toEqual([]);
        const again = applyOperations(back.instrument, operations);
        expect(print(again.instrument)).toEqual(print(after));
        // The reconstruction has the provisions of the text before, under their numbers.
        const known = all(back.instrument.provisions).filter(({ missing }) => !missing);
        const old = new Map(
          all(before.provisions).map((provision) => [provision.eId, provision.text.replace(/[；。]$/, '')]),
        );
        for (const { eId, text } of known)
          expect([eId, text.replace(/[；。]$/, '')]).toEqual([eId, old.get(eId)]);
      }),
      { numRuns: 150 },
    );
  });

  test('no operations change nothing, not even an id', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const before = law(textOf(shape));
        const { instrument, lineage } = applyOperations(before, []);
        expect(instrument.provisions).toEqual(before.provisions);
        expect(lineage.every(({ change }) => change === 'unchanged')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('slots', () => {
  test('laid-down numbers are kept, the rest is in order, and no number is given twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }), { maxLength: 9 }),
        (fixed) => {
          const items = fixed.map((number, i) => ({ i, number }));
          const { order, overflow } = fillSlots(items, ({ number }) => number);
          expect(order.map(({ number }) => number)).toEqual(order.map((_, i) => i + 1));
          for (const { item, number } of order) expect(item.number ?? number).toBe(number);
          const free = order.filter(({ item }) => item.number === undefined).map(({ item }) => item.i);
          expect(free).toEqual([...free].sort((a, b) => a - b));
          expect(new Set([...order.map(({ item }) => item), ...overflow]).size).toBe(items.length);
        },
      ),
    );
  });

  test('the longest run in order is as long as by trying all', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 12 }), { maxLength: 8 }), (values) => {
        let best = 0;
        for (let mask = 0; mask < 1 << values.length; mask++) {
          const chosen = values.filter((_, i) => mask & (1 << i));
          if (chosen.every((value, i) => i === 0 || value > chosen[i - 1]!))
            best = Math.max(best, chosen.length);
        }
        const kept = [...longestOrder(values)].sort((a, b) => a - b).map((i) => values[i]!);
        expect(kept).toHaveLength(best);
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
      }),
    );
  });
});
