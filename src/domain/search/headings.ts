/** What a document is called: title, 文号, 统一编号, short names, and how a hurried hand writes them. */

import { normalise, skeleton } from './analysis.ts';
import { lineBreak } from './grams.ts';
import type { SearchVersion } from './types.ts';

/** The year of a 文号 with whatever brackets it: 〔2020〕, (2020), 2020—. */
const yearOfNumber = /[〔[［(（【〖]?\s*(?:19|20)\d{2}\s*[〕\]］)）】〗]?\s*年?\s*(?:[-—–－]+|第)?\s*(?=\d)/;

/**
 * A number in the spellings people type, normalised and without repetition.
 *
 * `湛府〔2020〕68 号` → `湛府(2020)68号`, `湛府202068号`, `湛府68号`
 */
export function numberSpellings(number: string): string[] {
  return [
    ...new Set([normalise(number), skeleton(number), skeleton(number.replace(yearOfNumber, ''))]),
  ].filter((spelling) => spelling !== '');
}

/** The normalised heading of a whole document: a line for each name, none of which a phrase may run across. */
export function titleHead(version: SearchVersion): string {
  const { title, documentNumber, registryNumber, aliases } = version;
  const names = [title, ...aliases].flatMap((name) => [normalise(name), skeleton(name)]);
  const numbers = [documentNumber, registryNumber].flatMap((number) =>
    number === undefined ? [] : numberSpellings(number),
  );
  return [...new Set([...names, ...numbers])].filter((name) => name !== '').join(lineBreak);
}
