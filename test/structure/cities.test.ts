/**
 * Whole issues as gazettes of different cities, a province, a prefecture and the State Council lay them out; all words
 * are invented. `GOLDEN=write npx vitest run test/structure/cities.test.ts` rewrites the outlines; read the difference.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/domain/archive.ts';
import { publishedText, restoreSource } from '../../src/domain/text/index.ts';
import { readIssue } from './read.ts';
import { positionFaults } from './slices.ts';
import { outline } from './wild/outline.ts';

const folder = new URL('../fixtures/cities/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3));
const load = (name: string): string => readFileSync(new URL(`${name}.md`, folder), 'utf8');

describe.each(names)('%s', (name) => {
  const source = load(name);
  const { text, issue, messages } = readIssue(source);

  test('reads as its outline says', () => {
    const golden = new URL(`${name}.outline`, folder);
    const head = [
      Object.entries(issue.masthead ?? {}).map(([fact, value]) => `${fact}: ${value}`),
      issue.entries.map(({ section = '', title, documentNumber = '', page = '', instrument }) =>
        [section, title, documentNumber, page, instrument ? '→' : 'without text'].join(' | '),
      ),
    ].flat();
    const actual = `${head.join('\n')}\n\n${outline(issue.instruments, messages)}`;
    if (process.env['GOLDEN'] === 'write') writeFileSync(golden, actual);
    expect(existsSync(golden), `${name} has no outline yet`).toBe(true);
    expect(actual).toBe(readFileSync(golden, 'utf8'));
  });

  test('gives every line one role and keeps the source', () => {
    // What the page or the file adds is left out as a whole: 书眉, page numbers, rules and tags of tables.
    const left = text.repairs.filter(({ to }) => to.trim() === '');
    const words: number[] = [];
    let offset = 0;
    for (const [i, line] of source.split('\n').entries()) {
      const end = offset + line.trimEnd().length;
      if (line.trim() !== '' && !left.some(({ start, end: until }) => start <= offset && end <= until))
        words.push(i + 1);
      offset += line.length + 1;
    }
    const lines = issue.roles.map(({ line }) => line);
    expect(lines.filter((line) => words.includes(line))).toEqual(words);
    expect(restoreSource(publishedText(text), text.repairs)).toBe(source);
    for (const instrument of issue.instruments)
      expect(positionFaults(instrument, source, text.repairs)).toEqual([]);
  });
});

test('one archive holds them all, and none of them has an error', () => {
  const { works, issues, messages } = buildArchive({
    issues: names.map((id) => ({
      id,
      path: `issues/${id}/gazette.md`,
      text: load(id),
      horizon: '2021-03-31',
      corrections: [],
    })),
    works: [],
    register: { works: [], organs: [] },
  });
  const ids = works.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  const held = works.filter(({ versions }) => versions.length > 0);
  expect(held.length).toBe(issues.reduce((sum, { instruments }) => sum + instruments.length, 0));
});
