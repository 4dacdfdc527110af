import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { SourceText } from '../../src/domain/model.ts';
import {
  type Correction,
  lineTable,
  publishedText,
  readText,
  restoreSource,
} from '../../src/domain/text/index.ts';
import { publishedSlice } from '../structure/slices.ts';
import { noisyText } from './noise.ts';

const read = (source: string, corrections: Correction[] = []): SourceText =>
  readText(source, new VFile({ path: 'noise.md' }), corrections);
const bare = (text: string): string => text.replace(/[\s\u0085\u00ad\u200b-\u200f\u2060]/g, '');

/** Editors' corrections at places that the text has. */
const corrected = noisyText.chain((source) => {
  const table = lineTable(source);
  const lines = table.starts.flatMap((start, i) => {
    const text = source.slice(start, table.ends[i]);
    return text === '' ? [] : [{ line: i + 1, text }];
  });
  if (lines.length === 0) return fc.constant({ source, corrections: [] as Correction[] });
  const correction = fc
    .tuple(
      fc.constantFrom(...lines),
      fc.nat(),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('note', 'placeholder', 'replace', 'normalise', 'join', 'split'),
      fc.constantFrom('', '某', '更正，', '两字', '（改）'),
    )
    .map(([{ line, text }, at, length, kind, to]): Correction => {
      const from = text.slice(at % text.length).slice(0, length);
      return { line, from, kind: kind as Correction['kind'], to, reason: '更正' };
    });
  return fc.record({ source: fc.constant(source), corrections: fc.array(correction, { maxLength: 6 }) });
});

test('whatever the text, undoing the repairs gives back the source', () => {
  fc.assert(
    fc.property(noisyText, (source) => {
      const text = read(source);
      expect(restoreSource(publishedText(text), text.repairs)).toBe(source);
    }),
    { numRuns: 200 },
  );
});

test('also with an editor’s corrections among the rules’ repairs', () => {
  fc.assert(
    fc.property(corrected, ({ source, corrections }) => {
      const text = read(source, corrections);
      expect(restoreSource(publishedText(text), text.repairs)).toBe(source);
    }),
    { numRuns: 200 },
  );
});

test('repairs quote the source, stand in order, do not overlap, and have a reason', () => {
  fc.assert(
    fc.property(corrected, ({ source, corrections }) => {
      let end = 0;
      for (const repair of read(source, corrections).repairs) {
        expect(source.slice(repair.start, repair.end)).toBe(repair.from);
        expect(repair.reason).not.toBe('');
        expect(repair.place.offset).toBe(repair.start);
        if (repair.from === repair.to) continue;
        expect(repair.start).toBeGreaterThanOrEqual(end);
        end = repair.end;
      }
    }),
    { numRuns: 150 },
  );
});

test('lines are the published text, none of it lost, none twice', () => {
  fc.assert(
    fc.property(corrected, ({ source, corrections }) => {
      const text = read(source, corrections);
      let end = 0;
      for (const line of text.lines) {
        expect(line.start).toBeGreaterThanOrEqual(end);
        expect(publishedSlice(source, text.repairs, line.start, line.end)).toBe(line.text);
        end = line.end;
      }
      expect(bare(text.lines.map((line) => line.text).join(''))).toBe(bare(publishedText(text)));
    }),
    { numRuns: 150 },
  );
});

test('a character of a line that no repair made stands at the place that it is said to have', () => {
  fc.assert(
    fc.property(noisyText, fc.nat(), fc.nat(), (source, i, k) => {
      const text = read(source);
      if (text.lines.length === 0) return;
      const line = text.lines[i % text.lines.length]!;
      const at = k % line.text.length;
      const place = text.placeOf(line, at);
      const made = text.repairs.some(
        ({ start, end, from, to }) =>
          from !== to && to !== '' && start <= place.offset && place.offset < Math.max(end, start + 1),
      );
      if (!made) expect(source[place.offset]).toBe(line.text[at]);
      const table = lineTable(source);
      expect(table.starts[place.line - 1]! + place.column - 1).toBe(place.offset);
    }),
    { numRuns: 300 },
  );
});

test('no rule takes Chinese characters away, but those that say they take lines of the file', () => {
  const takesWords = new Set(['comment', 'front-matter', 'page-number', 'running-head', 'entity', 'radical']);
  fc.assert(
    fc.property(noisyText, (source) => {
      const taken = read(source).repairs.filter(
        ({ rule, from, to }) => /\p{Script=Han}/u.test(from) && from !== to && !takesWords.has(rule),
      );
      expect(taken.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
