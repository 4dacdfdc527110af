/** Files that the domain makes → a folder. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportFile } from '../src/domain/exports/index.ts';

/**
 * Writes files below a folder; folders in between are made.
 * @returns how many were written
 */
export async function writeFiles(dir: string, files: AsyncIterable<ExportFile>): Promise<number> {
  const made = new Set<string>();
  let count = 0;
  for await (const { path, body } of files) {
    const target = join(dir, path);
    const folder = dirname(target);
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    await writeFile(target, body);
    count++;
  }
  return count;
}
