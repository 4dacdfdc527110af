/**
 * Pairs on disk: a sample and all that is read from it. `GOLDEN=write npx vitest run test/structure` rewrites them;
 * read the difference before you keep it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { serialize } from '../../src/domain/structure/index.ts';
import { publishedText, restoreSource } from '../../src/domain/text/index.ts';
import { expectGolden, instrumentGolden, messagesGolden, repairsGolden } from './golden.ts';
import { read, readIssue } from './read.ts';
import { positionFaults } from './slices.ts';
import { instrumentShape } from './trees.ts';

const folder = (name: string): URL => new URL(`../fixtures/${name}/`, import.meta.url);
const samples = (name: string): string[] =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/\.md$/, ''));
const load = (name: string, sample: string): string =>
  readFileSync(new URL(`${sample}.md`, folder(name)), 'utf8');

describe.each(samples('structure'))('%s', (sample) => {
  const source = load('structure', sample);
  const { text, instruments, messages } = read(source);

  test('reads as the golden file says', () => {
    expectGolden(new URL(`${sample}.json`, folder('structure')), {
      instruments: instruments.map(instrumentGolden),
      messages: messagesGolden(messages),
      repairs: repairsGolden(text.repairs),
    });
  });

  test('keeps the source, and every provision stands where it says', () => {
    expect(restoreSource(publishedText(text), text.repairs)).toBe(source);
    for (const instrument of instruments)
      expect(positionFaults(instrument, source, text.repairs)).toEqual([]);
  });

  test('says the same in canonical form', () => {
    for (const instrument of instruments) {
      const canonical = serialize(instrument);
      const again = read(canonical, instrument.title);
      const known = instrument.carriedBy ? { issuer: instrument.issuer } : {};
      expect(again.instruments.map(serialize).join('')).toBe(canonical);
      expect({ ...instrumentShape(again.first), ...known }).toEqual(instrumentShape(instrument));
    }
  });
});

describe.each(samples('issues'))('issue %s', (sample) => {
  const source = load('issues', sample);
  const { text, issue, messages } = readIssue(source);

  test('reads as the golden file says', () => {
    expectGolden(new URL(`${sample}.json`, folder('issues')), {
      ...(issue.masthead ? { masthead: issue.masthead } : {}),
      entries: issue.entries.map(({ position, ...entry }) => ({ line: position.start.line, ...entry })),
      roles: issue.roles.map(({ line, role, instrument }) => `${line} ${role} ${instrument ?? ''}`.trim()),
      instruments: issue.instruments.map(instrumentGolden),
      messages: messagesGolden(messages),
    });
  });

  test('gives every content line exactly one role', () => {
    const content = source.split(/\r\n|\n/).flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]));
    expect(issue.roles.map(({ line }) => line)).toEqual(content);
  });

  test('keeps the source, and every provision stands where it says', () => {
    expect(restoreSource(publishedText(text), text.repairs)).toBe(source);
    for (const instrument of issue.instruments) {
      expect(positionFaults(instrument, source, text.repairs)).toEqual([]);
    }
  });
});
