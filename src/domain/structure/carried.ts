/**
 * Where a text begins that a document carries: a 办法 below its 通知, a 条例 below its 令.
 */
import type { TextLine } from '../model.ts';
import { looksLikeTitle } from '../text/index.ts';
import type { Draft } from './draft.ts';
import { articleMark, containerMark, listMark } from './labels.ts';
import * as meta from './metadata.ts';

/** Titles that a document names, without punctuation. */
export type Named = Set<string>;

const skeleton = (text: string): string => text.replace(/[\s\u3000《》〈〉“”"（）()]/g, '');

/** Takes down the titles that words name: in 《》, or as what a notice issues. */
export function learnTitles(named: Named, words: string): void {
  for (const match of words.matchAll(/《([^《》]{4,})》/g)) named.add(skeleton(match[1]!));
  const issued = /(?:印发|公布|发布|转发|下发|颁发)(.{4,80}?)的?(?:通知|函)$/.exec(words);
  if (issued) named.add(skeleton(issued[1]!));
}

/**
 * True where a line is the title of a carried text: named before, or a title after the signature.
 * @param closed the carrier has been signed
 */
export function beginsCarried(draft: Draft, line: TextLine, named: Named, closed: boolean): boolean {
  const { text } = line;
  if (text.length < 4 || text.length > 120 || /[。；：:，,！？\t]$|^[《“]/.test(text)) return false;
  if (listMark(text) || articleMark(text) || containerMark(text)) return false;
  if (meta.isDisclosure(text) || meta.annexLabel(text) || meta.isOrgan(text)) return false;
  const next = draft.lines[draft.at + 1];
  const joined = next ? skeleton(text + next.text) : '';
  if (named.has(skeleton(text)) || (closed && named.has(joined))) return next !== undefined;
  if (closed && meta.registryNumber(text)) return true;
  return (
    closed &&
    next !== undefined &&
    (looksLikeTitle(text) || (/关于|《/.test(text) && looksLikeTitle(text + next.text)))
  );
}
