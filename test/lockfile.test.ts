import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}

const packages: Record<string, Entry> = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
).packages;

/** Where npm looks for `name` from the package at `from`: its own node_modules, then each one above. */
function resolves(from: string, name: string): boolean {
  const parts = from === '' ? [] : from.split('/node_modules/');
  for (let depth = parts.length; depth >= 0; depth--) {
    const above = parts.slice(0, depth).join('/node_modules/');
    if (packages[`${above === '' ? '' : `${above}/`}node_modules/${name}`]) return true;
  }
  return false;
}

test('the lockfile has an entry for every optional package of every platform', () => {
  const optional = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ path, name })),
  );
  expect(optional.length).toBeGreaterThan(20);
  expect(optional.filter(({ path, name }) => !resolves(path, name))).toEqual([]);
});

test('every locked package is pinned by its content, not by an address', () => {
  const locked = Object.entries(packages).filter(([path]) => path !== '');
  expect(locked.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
});
