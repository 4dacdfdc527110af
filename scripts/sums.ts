/** Checksums of the files of a folder, as `sha256sum -c` reads them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { signatureFile } from './signature.ts';

/** The file that holds the checksums of all others. */
export const sumsFile = 'SHA256SUMS';

export const sha256 = (body: string | Uint8Array): string => createHash('sha256').update(body).digest('hex');

/** Path → checksum of every file below a folder, in the order of paths; hidden files, the list and its signature are left out. */
export async function sumsOf(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(
      (path) =>
        !path.split('/').some((part) => part.startsWith('.')) && path !== sumsFile && path !== signatureFile,
    )
    .sort();
  const sums = new Map<string, string>();
  for (const path of paths) sums.set(path, sha256(readFileSync(join(dir, path))));
  return sums;
}

/** `<64 digits>  works/a/index.html`, one a line. */
export const printSums = (sums: ReadonlyMap<string, string>): string =>
  Array.from(sums, ([path, sum]) => `${sum}  ${path}\n`).join('');

/** As records, for those who read JSON. */
export const listSums = (sums: ReadonlyMap<string, string>): { path: string; sha256: string }[] =>
  Array.from(sums, ([path, sum]) => ({ path, sha256: sum }));

/** The inverse of `printSums`; undefined for a text that is no such list. */
export function readSums(text: string): Map<string, string> | undefined {
  const lines = text.split('\n').filter((line) => line !== '');
  const rows = lines.map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
  if (rows.some((row) => row === null)) return undefined;
  return new Map(rows.map((row) => [row![2]!, row![1]!]));
}

/** What differs between two lists, a line each; empty where they are equal. */
export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const paths = Array.from(new Set([...before.keys(), ...after.keys()])).sort();
  return paths.flatMap((path) => {
    const [one, other] = [before.get(path), after.get(path)];
    if (one === other) return [];
    return other === undefined ? `少了 ${path}` : one === undefined ? `多出 ${path}` : `不同 ${path}`;
  });
}
