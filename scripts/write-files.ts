/** Files → a folder. Most are small, and waiting for each would take longest. */
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExportFile } from '../src/domain/exports/index.ts';

/** A way to write files below a folder; folders in between are made. */
export function writerInto(dir: string): (file: ExportFile) => void {
  const folders = new Set<string>();
  return ({ path, body }) => {
    const target = join(dir, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (typeof body === 'string' || body instanceof Uint8Array) writeFileSync(target, body);
    else writePieces(target, body);
  };
}

function writePieces(target: string, pieces: Iterable<string>): void {
  const file = openSync(target, 'w');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes files below a folder, one after the other.
 * @returns how many were written
 */
export async function writeFiles(dir: string, files: AsyncIterable<ExportFile>): Promise<number> {
  const write = writerInto(dir);
  let count = 0;
  for await (const file of files) {
    write(file);
    count++;
  }
  return count;
}
