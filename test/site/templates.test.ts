/** A template is read in a diff: one element a line. Biome breaks no lines of templates. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Beside Chinese text no white space may appear: such lines are broken inside tags and braces. */
const width = 130;

test('no line of a template is too long to review', () => {
  const long = globSync('src/**/*.astro').flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.length > width ? [`${file}:${index + 1}: ${line.length}`] : [])),
  );
  expect(long).toEqual([]);
});
