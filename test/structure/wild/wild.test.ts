/**
 * Layouts as copies of laws have them. Each sample stands beside the outline that is read from it;
 * `GOLDEN=write npx vitest run test/structure/wild` rewrites the outlines: read the difference before you keep it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { serializeAll } from '../../../src/domain/structure/index.ts';
import { publishedText, restoreSource } from '../../../src/domain/text/index.ts';
import { read } from '../read.ts';
import { positionFaults } from '../slices.ts';
import { instrumentShape } from '../trees.ts';
import { doubleIds, lost } from './faults.ts';
import { outline } from './outline.ts';

const folder = new URL('./samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => !name.endsWith('.outline'));

describe.each(samples)('%s', (name) => {
  const source = readFileSync(new URL(name, folder), 'utf8');
  const { text, instruments, messages } = read(source);

  test('reads as its outline says', () => {
    const golden = new URL(`${name}.outline`, folder);
    const actual = outline(instruments, messages);
    if (process.env['GOLDEN'] === 'write') writeFileSync(golden, actual);
    expect(existsSync(golden), `${name} has no outline yet`).toBe(true);
    expect(actual).toBe(readFileSync(golden, 'utf8'));
  });

  test('loses nothing, and everything stands where it says', () => {
    expect(restoreSource(publishedText(text), text.repairs)).toBe(source);
    expect(lost(text, instruments)).toBe('');
    for (const instrument of instruments) {
      expect(positionFaults(instrument, source, text.repairs)).toEqual([]);
      expect(doubleIds(instrument)).toEqual([]);
    }
  });

  test('says the same in canonical form', () => {
    const canonical = serializeAll(instruments);
    const again = read(canonical, instruments[0]!.title);
    expect(serializeAll(again.instruments)).toBe(canonical);
    expect(again.instruments.map(({ title }) => title)).toEqual(instruments.map(({ title }) => title));
    expect(again.instruments.map((one) => instrumentShape(one).provisions)).toEqual(
      instruments.map((one) => instrumentShape(one).provisions),
    );
  });
});
