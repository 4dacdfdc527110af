/** What is asked of an anomaly: kept, noted, normalised or joined. */
import { expect } from 'vitest';
import { editorial, published, publishedLine, repairs, repairsOn, sourceLines } from './issue.ts';

/** The words stand in the published text as in the source, and no repair touches them. */
export function kept(line: number, ...words: string[]): void {
  for (const each of words) {
    expect(sourceLines[line - 1], `line ${line}`).toContain(each);
    expect(publishedLine(line), `line ${line}`).toContain(each);
  }
}

/** An editor's note stands on the words, which stay as printed. */
export function noted(id: string, line: number, words: string, suggestion?: string): void {
  const note = editorial(id).find((repair) => repair.place.line === line && repair.from === words);
  expect(note, `${id} on line ${line}`).toMatchObject({ kind: 'note', rule: 'correction', to: words });
  expect(note!.reason).not.toBe('');
  if (suggestion) expect(note!.reason).toContain(`疑为：${suggestion}`);
  kept(line, words);
}

/** The line is published so, by repairs of these rules and no others. */
export function normalised(line: number, text: string, ...rules: string[]): void {
  expect(publishedLine(line), `line ${line}`).toBe(text);
  const made = repairsOn(line).filter(({ kind }) => kind === 'normalise');
  expect([...new Set(made.map(({ rule }) => rule))].sort(), `line ${line}`).toEqual(rules.sort());
  for (const repair of made) expect(repair.reason).not.toBe('');
}

/** The two lines are one paragraph, joined without a space. */
export function joined(first: number, second: number, rule = 'join'): void {
  const join = repairs.find((repair) => repair.kind === 'join' && repair.place.line === first);
  expect(join, `join after line ${first}`).toMatchObject({ rule, to: '' });
  expect(sourceLines.slice(first - 1, second).filter((line) => line.trim() !== '')).toHaveLength(2);
  expect(published).toContain(publishedLine(first).slice(-6) + publishedLine(second).slice(0, 6));
}

/** Lines of the notes with a number of the register. */
export const editorialLines = (id: string): number[] => editorial(id).map(({ place }) => place.line);
