import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serialize } from '../../src/domain/structure/index.ts';
import { read } from '../structure/read.ts';
import { flatten, texts } from './issue.ts';

function sources(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.(?:ts|astro)$/.test(name) ? [path] : [];
  });
}

/** Code without its comments, where samples are allowed to stand. */
const code = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');

test('no code knows this city, this issue or one of its texts', () => {
  const own = /湛[江府环发部司]|网约车|数字政府|issues\/2020|A-\d\d\b/;
  const knowing = sources('src').filter((path) => own.test(code(path)));
  expect(knowing).toEqual([]);
});

test('the same texts from another city read the same', () => {
  const renamed = (text: string): string => text.replaceAll('湛江', '海州').replaceAll('湛', '海');
  for (const instrument of Object.values(texts)) {
    const own = read(serialize(instrument)).first;
    const other = read(renamed(serialize(instrument))).first;
    expect(
      flatten(other.provisions).map(({ eId, text }) => eId + text),
      instrument.id,
    ).toEqual(flatten(own.provisions).map(({ eId, text }) => eId + renamed(text)));
    expect(other.title).toBe(renamed(own.title));
    expect(other.documentNumber).toBe(own.documentNumber && renamed(own.documentNumber));
    expect(other.dates).toEqual(own.dates);
  }
});
