import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { unapply } from '../../src/domain/amendments/index.ts';
import { phrases } from '../../src/domain/amendments/operations/index.ts';
import type { Provision } from '../../src/domain/model.ts';
import { serializeProvisions } from '../../src/domain/structure/index.ts';
import { type Chooser, fileOf, lawOf, print } from './decisions/model.ts';
import { write } from './decisions/write.ts';
import { apply, law } from './helpers.ts';

/** How many decisions are written; a nightly run writes more. */
const runs = Number(process.env['GONGBAO_DECISIONS'] ?? 2000);

function written(next: fc.GeneratorValue) {
  const choose: Chooser = {
    among: (values) => values[next(fc.nat, { max: values.length - 1 })]!,
    below: (limit) => next(fc.nat, { max: limit - 1 }),
  };
  return write(lawOf(choose), choose);
}

const all = (provisions: readonly Provision[]): Provision[] =>
  provisions.flatMap((provision) => [provision, ...all(provision.children)]);
const marksAside = (text: string): string => text.replace(/[；。]$/, '');
const chaptersAside = (lines: readonly string[]): string[] => lines.filter((line) => !/^第.章 /.test(line));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('decisions written from changes of lists', () => {
  test('give the changed lists, or say that they do not; and are taken back the same way', () => {
    let refused = 0;
    let done = 0;
    fc.assert(
      fc.property(fc.gen(), (next) => {
        const { before, after, decision } = written(next);
        fc.pre(JSON.stringify(before) !== JSON.stringify(after));
        const base = fileOf(before);
        const { lines, result } = apply(base, decision);
        if (!result.complete) {
          refused++;
          return;
        }
        done++;
        // To which of two chapters an article between them belongs is not said by every decision, and told then.
        const told = result.findings.some(({ rule }) => rule === 'chapter-edge');
        const held = told ? chaptersAside : (all_: readonly string[]) => [...all_];
        expect(held(lines)).toEqual(held(print(after)));
        expect(result.instrument.title).toBe(after.title);
        expect(result.instrument.annexes.flatMap((annex) => serializeProvisions(annex.provisions))).toEqual(
          after.annex,
        );
        const { instrument, open, notes } = unapply(result.instrument, result.operations);
        // What a note says is not known is no claim; one without a place is about words throughout.
        if (open.length > 0 || notes.some(({ eId }) => eId === undefined)) return;
        const doubted = notes.flatMap(({ eId }) => eId ?? []);
        const old = new Map(all(law(base).provisions).map(({ eId, text }) => [eId, marksAside(text)]));
        for (const { eId, text, missing } of all(instrument.provisions))
          if (!missing && !doubted.some((place) => eId === place || eId.startsWith(`${place}__`)))
            expect([eId, marksAside(text)]).toEqual([eId, old.get(eId)]);
      }),
      { numRuns: runs },
    );
    // Refusing is no way out: nearly all of these decisions can be read in one way only.
    expect(refused).toBeLessThan(done * 0.05);
  }, 0);

  test('are written in every phrasing of the tables', () => {
    const reads = phrases.map((row) => ({ name: row.name, read: vi.spyOn(row, 'read') }));
    fc.assert(
      fc.property(fc.gen(), (next) => {
        const { before, decision } = written(next);
        apply(fileOf(before), decision);
      }),
      { numRuns: 600, seed: 7 },
    );
    const unread = reads.filter(({ read }) => !read.mock.results.some(({ value }) => value !== undefined));
    expect(unread.map(({ name }) => name)).toEqual([]);
  }, 0);
});
