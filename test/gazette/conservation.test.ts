import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readText, restoreSource } from '../../src/domain/text/index.ts';
import { published, repairs, source, sourceLines, unreadable } from './issue.ts';

test('undoing the recorded repairs gives back the issue, character for character', () => {
  expect(published).not.toBe(source);
  expect(restoreSource(published, repairs)).toBe(source);
});

test('repairs stand in order, do not overlap, and say where, what and why', () => {
  let end = 0;
  for (const repair of repairs.filter(({ from, to }) => from !== to)) {
    expect(repair.start).toBeGreaterThanOrEqual(end);
    end = repair.end;
  }
  for (const { start, end: stop, from, reason, place } of repairs) {
    expect(source.slice(start, stop)).toBe(from);
    expect(reason).toMatch(/[一-鿿]/);
    expect(
      sourceLines.slice(0, place.line - 1).join('\n').length + (place.line > 1 ? 1 : 0) + place.column - 1,
    ).toBe(start);
  }
});

test('the general rules change layout and width only; every other character is published', () => {
  const skeleton = (text: string): string => text.replace(/[\s，；：？！（）,;:?!()*<>〈〉-]/g, '');
  expect(skeleton(published)).toBe(skeleton(source));
});

test('each rule makes the repairs that the issue needs', () => {
  const counts: Record<string, number> = {};
  for (const { rule } of repairs) counts[rule] = (counts[rule] ?? 0) + 1;
  expect(counts).toEqual({
    padding: 4,
    width: 342,
    'digit-space': 83,
    'title-space': 7,
    'label-space': 8,
    markup: 57,
    join: 26,
    caption: 3,
    correction: repairs.filter(({ id }) => id).length,
  });
});

test('the content folder reads without an error', () => {
  expect(unreadable).toEqual([]);
});

test('a correction whose words are not on its line is refused with its place', () => {
  const file = new VFile({ path: 'gazette.md' });
  const correction = { line: 3, from: '目录', kind: 'note', reason: '试' } as const;
  const text = readText(source, file, [correction]);
  expect(text.repairs.filter(({ rule }) => rule === 'correction')).toEqual([]);
  expect(file.messages).toMatchObject([{ line: 3, ruleId: 'correction', fatal: true }]);
});
