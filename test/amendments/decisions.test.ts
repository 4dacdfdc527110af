import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unapply } from '../../src/domain/amendments/index.ts';
import type { Provision } from '../../src/domain/model.ts';
import { type Chooser, lawOf, print, write } from './decisions.ts';
import { apply, law } from './helpers.ts';

/** How many decisions are written; a nightly run writes more. */
const runs = Number(process.env['GONGBAO_DECISIONS'] ?? 2000);

function written(next: fc.GeneratorValue) {
  const choose: Chooser = {
    among: (values) => next(fc.constantFrom, ...values) as never,
    below: (limit) => next(fc.nat, { max: limit - 1 }),
  };
  return write(lawOf(choose), choose);
}

const all = (provisions: readonly Provision[]): Provision[] =>
  provisions.flatMap((provision) => [provision, ...all(provision.children)]);
const marksAside = (text: string): string => text.replace(/[；。]$/, '');

describe('decisions written from changes of a list', () => {
  test('give the changed list, or say that they do not; and are taken back the same way', () => {
    let refused = 0;
    let done = 0;
    fc.assert(
      fc.property(fc.gen(), (next) => {
        const { before, after, decision } = written(next);
        fc.pre(JSON.stringify(before) !== JSON.stringify(after));
        const base = `示例办法\n\n${print(before).join('\n\n')}\n`;
        const { lines, result } = apply(base, decision);
        if (!result.complete) {
          refused++;
          return;
        }
        done++;
        expect(lines).toEqual(print(after));
        const { instrument, open, notes } = unapply(result.instrument, result.operations);
        // What a note says is not known is no claim.
        const doubted = notes.flatMap(({ eId }) => eId ?? []);
        const old = new Map(all(law(base).provisions).map(({ eId, text }) => [eId, marksAside(text)]));
        if (open.length > 0) return;
        for (const { eId, text, missing } of all(instrument.provisions))
          if (!missing && !doubted.some((place) => eId === place || eId.startsWith(`${place}__`)))
            expect([eId, marksAside(text)]).toEqual([eId, old.get(eId)]);
      }),
      { numRuns: runs },
    );
    // Refusing is no way out: nearly all of these decisions can be read in one way only.
    expect(refused).toBeLessThan(done * 0.05);
  }, 0);
});
