/** A file that is there whole or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file beside its place and moves it there. What is kept may always be missing: where it cannot be written, as
 * on a full disk, it is not, and nothing of it is left behind.
 * @returns whether it was written
 */
export function writeWhole(path: string, ...parts: readonly (string | Uint8Array)[]): boolean {
  const next = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(next, '');
    for (const part of parts) writeFileSync(next, part, { flag: 'a' });
    renameSync(next, path);
    return true;
  } catch {
    try {
      rmSync(next, { force: true });
    } catch {
      // Its folder is none.
    }
    return false;
  }
}
