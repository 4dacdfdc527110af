import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}

/** The lock files of the project: its own, and that of the Node it brings to a machine whose own is too old. */
const locks = ['../package-lock.json', '../scripts/node/package-lock.json'].map((path) => ({
  path,
  packages: JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).packages as Record<
    string,
    Entry
  >,
}));

/** Where npm looks for `name` from the package at `from`: its own node_modules, then each one above. */
function resolves(packages: Record<string, Entry>, from: string, name: string): boolean {
  const parts = from === '' ? [] : from.split('/node_modules/');
  for (let depth = parts.length; depth >= 0; depth--) {
    const above = parts.slice(0, depth).join('/node_modules/');
    if (packages[`${above === '' ? '' : `${above}/`}node_modules/${name}`]) return true;
  }
  return false;
}

test.each(locks)('$path has an entry for every optional package of every platform', ({ packages }) => {
  const optional = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ path, name })),
  );
  expect(optional.length).toBeGreaterThanOrEqual(5);
  expect(optional.filter(({ path, name }) => !resolves(packages, path, name))).toEqual([]);
});

test.each(locks)('$path pins every package by its content, not by an address', ({ packages }) => {
  const locked = Object.entries(packages).filter(([path]) => path !== '');
  expect(locked.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
});
