/** The documented library: few functions, each with an example that runs. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as library from '../src/library.ts';

const page = readFileSync('docs/library.md', 'utf8');
const examples = Array.from(
  page.matchAll(/^## (.*)$[\s\S]*?^```ts\n([\s\S]*?)^```$/gm),
  ([, heading, code]) => ({
    heading: heading!,
    code: code!,
  }),
);

mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(join('.cache', 'examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the library', () => {
  it('has at most twelve functions, each with an example', () => {
    const names = Object.keys(library).toSorted();
    expect(names.length).toBeLessThanOrEqual(12);
    const shown = examples.flatMap(({ heading }) =>
      Array.from(heading.matchAll(/`(\w+)\(/g), ([, name]) => name!),
    );
    expect(shown.toSorted()).toEqual(names);
    for (const name of names) expect(examples.some(({ code }) => code.includes(`${name}(`))).toBe(true);
  });

  it.each(examples)('does what the example of $heading says', async ({ heading, code }) => {
    const file = join(folder, `${heading.replace(/\W+/g, '-')}.ts`);
    const here = relative(folder, 'src/library.ts').replaceAll('\\', '/');
    writeFileSync(file, code.replace("from 'gongbao'", `from '${here}'`));
    await import(join(process.cwd(), file));
  });
});
