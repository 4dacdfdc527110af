/** Zip files with the same bytes on every run. */
import { strToU8, type Zippable, zipSync } from 'fflate';

/** The first moment that a zip file can hold; as local time, which is what is written. */
const epoch = new Date(1980, 0, 1);

/** @param stored names that are not compressed and stand first, as EPUB wants its `mimetype` */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  stored: readonly string[] = [],
): Uint8Array {
  const entries = Object.entries(files).map(([name, body]): [string, Zippable[string]] => {
    const bytes = typeof body === 'string' ? strToU8(body) : body;
    return [name, [bytes, { mtime: epoch, level: stored.includes(name) ? 0 : 6 }]];
  });
  return zipSync(Object.fromEntries(entries));
}
