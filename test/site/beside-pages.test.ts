import { afterEach, expect, it } from 'vitest';
import { type BesideFile, besidePages } from '../../src/site/beside-pages.ts';
import { writesFiles } from '../../src/site/hand-over.ts';

const files: BesideFile[] = [
  { path: 'a/1.json', body: '1' },
  { path: 'a/2.json', body: '2' },
];

afterEach(() => {
  delete (globalThis as { [writesFiles]?: unknown })[writesFiles];
});

it('leaves files to Astro where nobody writes them, and writes each once where somebody does', () => {
  expect(besidePages(files, ({ path }) => path)).toEqual(['a/1.json', 'a/2.json']);
  const written: BesideFile[] = [];
  Object.assign(globalThis, { [writesFiles]: (file: BesideFile) => written.push(file) });
  expect(besidePages(files, ({ path }) => path)).toEqual([]);
  expect(written).toEqual(files);
});
