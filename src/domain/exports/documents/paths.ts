/** Where documents stand that are not of one text alone, and which texts make a book. */
import type { Instrument, Provision } from '../../model.ts';

export const comparisonPath = (work: string, older: string, newer: string): string =>
  `works/${work}/compare/${older}..${newer}/compare.docx`;

export const issueBookPath = (issue: string): string => `issues/${issue}/issue.epub`;

export const textBookPath = (work: string, version: string): string => `works/${work}/${version}/text.epub`;

/** Characters from which a text is read as a book. */
const long = 10_000;

function size(provisions: readonly Provision[]): number {
  return provisions.reduce((sum, { text, children }) => sum + text.length + size(children), 0);
}

/** True for a text that is long enough to be read as a book. */
export const isBook = ({ provisions, annexes }: Instrument): boolean =>
  size(provisions) + annexes.reduce((sum, annex) => sum + size(annex.provisions), 0) >= long;
