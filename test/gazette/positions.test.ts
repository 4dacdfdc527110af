import { expect, test } from 'vitest';
import { serialize } from '../../src/domain/structure/index.ts';
import { read } from '../structure/read.ts';
import { positionFaults, publishedSlice } from '../structure/slices.ts';
import { instrumentShape } from '../structure/trees.ts';
import { flatten, issue, repairs, source } from './issue.ts';

test.each(issue.instruments.map((instrument) => [instrument.id, instrument] as const))(
  '%s: every provision stands where it says, and nothing is lost between provisions',
  (_, instrument) => {
    expect(positionFaults(instrument, source, repairs)).toEqual([]);
  },
);

test('between the texts, their contents and the first line nothing is lost', () => {
  const ranges = [
    ...issue.entries.map(({ position }) => position),
    ...issue.instruments.flatMap(({ position, frame }) => [position, ...frame.map((line) => line.position)]),
  ].sort((a, b) => a.start.offset - b.start.offset);
  let cursor = 0;
  let rest = '';
  for (const { start, end } of ranges) {
    if (start.offset > cursor) rest += publishedSlice(source, repairs, cursor, start.offset);
    cursor = Math.max(cursor, end.offset);
  }
  rest += publishedSlice(source, repairs, cursor, source.length);
  expect(rest.replace(/\s+/g, ' ').trim()).toBe('目录 市政府文件 市政府部门文件');
});

test('eIds are unique in each text, annexes included', () => {
  for (const { id, provisions, annexes } of issue.instruments) {
    const ids = flatten([...provisions, ...annexes.flatMap((annex) => annex.provisions)]).map(
      ({ eId }) => eId,
    );
    expect(new Set(ids).size, id).toBe(ids.length);
  }
});

test.each(issue.instruments.map((instrument) => [instrument.id, instrument] as const))(
  '%s: canonical text read again gives the same text and tree',
  (_, instrument) => {
    const canonical = serialize(instrument);
    const again = read(canonical).instruments;
    expect(again).toHaveLength(1);
    // A carried text alone does not say who issued it.
    const known = instrument.carriedBy ? { issuer: instrument.issuer } : {};
    expect({ ...instrumentShape(again[0]!), ...known }).toEqual(instrumentShape(instrument));
    expect(serialize(again[0]!)).toBe(canonical);
  },
);
