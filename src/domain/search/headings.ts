/** What a document is called: title, 文号, 统一编号, short names, and how a hurried hand writes them. */

import { parseDocumentNumber } from '../names/index.ts';
import { normalise, skeleton } from './analysis.ts';
import { lineBreak } from './grams.ts';
import type { SearchVersion } from './types.ts';

/**
 * A number in the spellings people type, normalised and without repetition.
 *
 * `湛府〔2020〕68 号` → `湛府(2020)68号`, `湛府202068号`, `湛府68号`
 */
function numberSpellings(number: string): string[] {
  const parts = parseDocumentNumber(number);
  const hurried = parts && parts.organ !== '' ? [skeleton(`${parts.organ}${parts.number}号`)] : [];
  return [...new Set([normalise(number), skeleton(number), ...hurried])].filter((one) => one !== '');
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
