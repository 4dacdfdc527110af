import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** From left to right: each stage imports from itself and from its left. Stages of one place are independent. */
const order: string[][] = [
  ['domain/model'],
  ['domain/vocabulary'],
  ['domain/text'],
  ['domain/names'],
  ['domain/structure'],
  ['domain/references'],
  ['domain/compare'],
  ['domain/amendments'],
  ['domain/versions'],
  ['domain/status'],
  ['domain/views'],
  ['domain/search'],
  ['domain/exports'],
  ['domain/archive'],
  ['site', 'imports'],
  ['library'],
  ['portal'],
  ['styles'],
  ['components'],
  ['layouts'],
  ['pages'],
  ['bench'],
];

/** The floors of a room, from below; what stands beside them is read by all, and the door reads all. */
const rooms: Record<string, string[]> = {
  'domain/structure': ['lines', 'body', 'document', 'issue'],
  'domain/status': ['sentences', 'events', 'life', 'desk', 'calendar', 'disagreements'],
};

const root = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|astro|mjs|css)$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|<script[^>]*\bsrc=)['"]([^'"]+)['"]/g;

function importsOf(file: string): string[] {
  return Array.from(readFileSync(join(root, file), 'utf8').matchAll(importPattern), (match) => match[1]!);
}

/** `domain/text/dates.ts` → `domain/text`; `domain/archive.ts` → `domain/archive`; `site/urls.ts` → `site`. */
function stageOf(file: string): string {
  const parts = file.replace(/\.\w+$/, '').split('/');
  return parts[0] === 'domain' ? parts.slice(0, 2).join('/') : parts[0]!;
}

function rankOf(stage: string): number {
  return order.findIndex((stages) => stages.includes(stage));
}

function mayImport(from: string, to: string): boolean {
  return from === to || rankOf(to) < rankOf(from);
}

const own = files.flatMap((file) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ file, name, target: join(dirname(file), name).replaceAll('\\', '/') })),
);

describe('imports', () => {
  test('every file belongs to a stage', () => {
    const loose = files.filter(
      (file) => !/^(content\.config|env\.d)\.ts$/.test(file) && rankOf(stageOf(file)) < 0,
    );
    expect(loose).toEqual([]);
  });

  test('run one way: a stage imports only from its left', () => {
    expect(own.length).toBeGreaterThan(0);
    const backwards = own
      .filter(({ file, target }) => !mayImport(stageOf(file), stageOf(target)))
      .map(({ file, name }) => `${file} imports ${name}`);
    expect(backwards).toEqual([]);
  });

  test.each(Object.entries(rooms))('run one way between the floors of %s', (room, floors) => {
    const floorOf = (file: string): number =>
      floors.findIndex((floor) => file.startsWith(`${room}/${floor}/`));
    expect(floors.filter((_, i) => !files.some((file) => floorOf(file) === i))).toEqual([]);
    const upwards = own
      .filter(({ file }) => file.startsWith(`${room}/`) && file !== `${room}/index.ts`)
      .filter(({ file, target }) => floorOf(target) > floorOf(file))
      .map(({ file, name }) => `${file} imports ${name}`);
    expect(upwards).toEqual([]);
  });

  test('enter the floors of the structure through its door', () => {
    const past = own
      .filter(
        ({ file, target }) =>
          !file.startsWith('domain/structure/') && /^domain\/structure\/\w+\//.test(target),
      )
      .map(({ file, name }) => `${file} imports ${name}`);
    expect(past).toEqual([]);
  });

  test('never lead back to the file that they start from (components of a tree may)', () => {
    const targets = Map.groupBy(own, ({ file }) => file);
    const done = new Set<string>();
    const circle = (file: string, path: string[]): string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const { target } of targets.get(file) ?? []) {
        const found = circle(target, [...path, file]);
        if (found) return found;
      }
      done.add(file);
      return undefined;
    };
    const pure = files.filter((file) => file.endsWith('.ts'));
    expect(pure.map((file) => circle(file, [])).find((found) => found)).toBeUndefined();
  });

  test('name files of ours with their ending and stay inside src', () => {
    const odd = own.filter(
      ({ name, target }) => !/\.(ts|astro|css(\?url)?)$/.test(name) || target.startsWith('..'),
    );
    expect(odd.map(({ file, name }) => `${file} imports ${name}`)).toEqual([]);
  });

  test('keep the domain pure: no Astro, no Node, no clock, no console', () => {
    const domain = files.filter((file) => file.startsWith('domain/'));
    const impure = domain.flatMap((file) => {
      const names = importsOf(file).filter((name) => /^(node:|astro|fs$|path$)/.test(name));
      const source = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const globals = source.match(
        /\bconsole\.|\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bglobalThis\b|\bXMLHttpRequest\b/g,
      );
      return [...names, ...(globals ?? [])].map((what) => `${file}: ${what}`);
    });
    expect(impure).toEqual([]);
  });

  test('leave the disk to one file that reads the content, and one that writes the records of editors', () => {
    const readers = files.filter((file) => importsOf(file).some((name) => /^(node:)?fs/.test(name)));
    expect(readers.toSorted()).toEqual(['bench/desk.ts', 'site/load.ts']);
  });

  test('go from a legal text to Markdown only in the text stage', () => {
    const users = files.filter((file) =>
      importsOf(file).some((name) => /^(remark|unified|mdast)/.test(name)),
    );
    expect(users.filter((file) => !file.startsWith('domain/text/'))).toEqual([]);
  });
});
