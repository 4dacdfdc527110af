/**
 * The addresses of this archive, as they were published: pages, files, and the provisions of each text. People cite them,
 * so none may go; new ones are added to the list.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { root } from './setup/build.ts';

const listed = readFileSync(join(root, 'test/fixtures/addresses.txt'), 'utf8').trimEnd().split('\n');

test('every address that was published is there', () => {
  const { dir } = inject('site');
  const pages = new Map<string, string>();
  const missing = listed.filter((address) => {
    const [path = '', id] = address.split('#');
    const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    if (id === undefined) return !existsSync(file);
    const html = pages.get(file) ?? (existsSync(file) ? readFileSync(file, 'utf8') : '');
    pages.set(file, html);
    return !html.includes(`id="${id}"`);
  });
  expect(listed.length).toBeGreaterThan(700);
  expect(missing).toEqual([]);
});
