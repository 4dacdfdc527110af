import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { literalsOf } from '../../scripts/patterns.ts';
import { patternsBuilt } from '../record.ts';

const root = fileURLToPath(new URL('../../src/', import.meta.url));
const mark = /[《〔]/;

/** Scripts of pages and templates count too: what stands between `---`, and what is written between braces. */
function literals(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  if (!file.endsWith('.astro')) return literalsOf(source).map(({ source: pattern }) => pattern);
  const [, frontmatter = '', template = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const inTemplate = Array.from(template.matchAll(/\/(?:\\.|[^/\\\n<>])+\/[dgimsuy]*\.(?:test|exec)\(/g));
  return [
    ...literalsOf(frontmatter).map(({ source: pattern }) => pattern),
    ...inTemplate.map(([all]) => all),
  ];
}

test('no file but those of names has a pattern with 《 or 〔, written or built from words', async () => {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|astro)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const written = files.filter((file) => literals(file).some((pattern) => mark.test(pattern)));
  const built = (await patternsBuilt()).filter(({ source }) => mark.test(source));
  const readers = new Set([...written, ...built.map(({ file }) => file.replace('src/', ''))]);
  const [inside, outside] = [true, false].map((own) =>
    [...readers].filter((file) => file.startsWith('domain/names/') === own).sort(),
  );
  expect(inside!.length).toBeGreaterThan(3);
  expect(outside).toEqual([]);
});
