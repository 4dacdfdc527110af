import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the issue of December 2020 is kept byte for byte as received', () => {
  const bytes = readFileSync(new URL('../content/issues/2020-12/gazette.md', import.meta.url));
  const digest = createHash('sha256').update(bytes).digest('hex');
  expect(digest).toBe('b0547b0fcc3b26955b4ff32293445db14f0c3a0bcc594e59460a385df70f53b1');
});
