/**
 * A list in the fragment of an address, compressed: a fragment stays in the browser, and forty titles take about a
 * thousand characters.
 */

const mark = '#z=';
/** A single title in a link of the site, as it is. */
const plainMark = '#q=';

async function through(bytes: Uint8Array<ArrayBuffer>, change: GenericTransformStream): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(change as ReadableWritablePair<Uint8Array>);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A list → the fragment that keeps it; empty for an empty list. */
export async function listFragment(text: string): Promise<string> {
  if (text.trim() === '') return '';
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  const base = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return mark + base.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The list of a fragment; undefined where it keeps none. Rejects where it is damaged, as by a cut address. */
export async function listOf(fragment: string): Promise<string | undefined> {
  if (fragment.startsWith(plainMark)) return decodeURIComponent(fragment.slice(plainMark.length));
  if (!fragment.startsWith(mark)) return undefined;
  const base = fragment.slice(mark.length).replace(/-/g, '+').replace(/_/g, '/');
  const bytes = Uint8Array.from(atob(base), (character) => character.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(
    await through(bytes, new DecompressionStream('deflate-raw')),
  );
}

/**
 * The columns of a table that was copied from a spreadsheet: tabs part cells, lines part rows. Undefined for what is no
 * table. A cell may be quoted and then hold line breaks.
 *
 * `1\t某办法\t某府〔2020〕1号` ⏎ `2\t…` → [['1', '2'], ['某办法', …], …]
 */
export function columnsOf(pasted: string): string[][] | undefined {
  if (!pasted.includes('\t')) return undefined;
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of pasted
    .replace(/\r\n?/g, '\n')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows[rows.length - 1]!.push((quoted?.replace(/""/g, '"') ?? plain ?? '').replace(/\s*\n\s*/g, '').trim());
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  const full = rows.filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...full.map((row) => row.length));
  return full.length < 1 || width < 2
    ? undefined
    : Array.from({ length: width }, (_, i) => full.map((row) => row[i] ?? ''));
}
