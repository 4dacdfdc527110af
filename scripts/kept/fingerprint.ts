/**
 * What a folder holds, as one number: of every file its path and its bytes. Files that the system reports unchanged are
 * not read again.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What was seen of a file when it was read last: size, times, number on the disk, SHA-256 of its bytes. */
type Seen = [size: number, modified: number, changed: number, inode: number, sha256: string];

/** What is remembered of a folder between two looks; any part of it may be missing. */
export interface Look {
  /** When it was taken. */
  at: number;
  files: Record<string, Seen>;
}

/** Clocks of file systems tell up to two seconds apart: what changed just before a look may change again unseen. */
const coarse = 2000;

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * The fingerprint of a folder, or of some of its parts, and the look for the next time.
 * @param parts files and folders below `dir`
 * @param before the last look, where there was one
 * @returns the same fingerprint for the same paths with the same bytes (what cannot be read counts by its reason), and
 * whether any file had to be read for it
 */
export function fingerprintOf(
  dir: string,
  parts: readonly string[] = [''],
  before?: Look,
): { fingerprint: string; look: Look; fresh: boolean } {
  const look: Look = { at: Date.now(), files: {} };
  let fresh = Object.keys(before?.files ?? {}).length === 0;
  const lines: string[] = [];
  const visit = (path: string, above: readonly string[]): void => {
    const full = join(dir, path);
    try {
      const found = statSync(full);
      if (!found.isDirectory()) {
        const known = before?.files[path];
        const seen: Seen = [found.size, found.mtimeMs, found.ctimeMs, found.ino, ''];
        const settled = found.ctimeMs < (before?.at ?? 0) - coarse;
        const same =
          settled && known !== undefined && seen.every((value, i) => i === 4 || value === known[i]);
        seen[4] = same ? known[4] : sha256(found.isFile() ? readFileSync(full) : 'no file');
        if (!same) fresh = true;
        look.files[path] = seen;
        lines.push(`${path}\n${seen[4]}`);
        return;
      }
      // A link that leads back above itself is told, not followed for ever.
      const real = realpathSync(full);
      if (above.includes(real)) lines.push(`${path}\ncircle`);
      else
        for (const name of readdirSync(full).sort())
          visit(path === '' ? name : `${path}/${name}`, [...above, real]);
    } catch (error) {
      lines.push(`${path}\n${(error as NodeJS.ErrnoException).code ?? 'unreadable'}`);
    }
  };
  for (const part of parts) visit(part, []);
  return { fingerprint: sha256(lines.join('\n')), look, fresh };
}
