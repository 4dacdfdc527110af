/**
 * The words of a clause with its quotations, addresses and titles each made one character, so that a phrasing is one
 * plain regular expression: `将第八条改为第十条，第二款修改为：“…”` → `将ⓁⒶ改为Ⓛ，Ⓛ修改为：Ⓠ`.
 */

import type { Position } from '../../model.ts';
import { inMarks } from '../../names/index.ts';
import { type Clause, quoteBase } from './clause.ts';
import { rangeIn } from './lines.ts';
import { type Address, findPieces } from './pieces.ts';
import type { Quotation } from './quotes.ts';

const addressBase = 0xec00;
const titleBase = 0xf600;
const privateEnd = 0xf8ff;

export interface Tokens {
  text: string;
  quotes: Quotation[];
  addresses: Address[];
  titles: string[];
  /** Offset in the clause's body of each character of `text`, and one more for its end. */
  offsets: number[];
}

/** Classes for use in a pattern's `[]`. */
export const Q = '\ue000-\uebff';
export const L = '\uec00-\uf5ff';
export const B = '\uf600-\uf8ff';

/** Reads a clause's body into tokens. */
export function tokenize(clause: Clause): Tokens {
  const { body, quotes } = clause;
  const pieces = findPieces(body);
  const tokens: Tokens = { text: '', quotes, addresses: [], titles: [], offsets: [] };
  let at = 0;
  for (const piece of pieces) {
    for (; at < piece.start; at++) put(tokens, body[at]!, at);
    if (piece.address && addressBase + tokens.addresses.length < titleBase) {
      put(tokens, String.fromCharCode(addressBase + tokens.addresses.length), at);
      tokens.addresses.push(piece.address);
    } else if (piece.title !== undefined && titleBase + tokens.titles.length <= privateEnd) {
      put(tokens, String.fromCharCode(titleBase + tokens.titles.length), at);
      tokens.titles.push(piece.title);
    } else {
      for (; at < piece.end; at++) put(tokens, body[at]!, at);
    }
    at = piece.end;
  }
  for (; at < body.length; at++) put(tokens, body[at]!, at);
  tokens.offsets.push(body.length);
  return tokens;
}

/** Spaces between words of an instruction mean nothing: 第九条 中的“甲”. */
const blank = /[ \u3000\u00a0\t]/;

function put(tokens: Tokens, character: string, offset: number): void {
  if (blank.test(character)) return;
  tokens.text += character;
  tokens.offsets.push(offset);
}

/** The quotations that a matched piece of token text stands for. */
export function quotesIn(tokens: Tokens, piece: string | undefined): Quotation[] {
  return pick(piece, quoteBase, addressBase, tokens.quotes);
}

export function addressesIn(tokens: Tokens, piece: string | undefined): Address[] {
  return pick(piece, addressBase, titleBase, tokens.addresses);
}

export function titlesOf(tokens: Tokens, piece: string | undefined): string[] {
  return pick(piece, titleBase, privateEnd + 1, tokens.titles);
}

const titleTokens = new RegExp(`[${B}]`, 'g');

/** Token text with its titles spelled out. */
export function spelled(piece: string, tokens: Tokens): string {
  return piece.replace(titleTokens, (c) => titlesOf(tokens, c).map(inMarks).join(''));
}

function pick<T>(piece: string | undefined, from: number, to: number, values: readonly T[]): T[] {
  const found: T[] = [];
  for (let i = 0; i < (piece?.length ?? 0); i++) {
    const code = piece!.charCodeAt(i);
    const value = code >= from && code < to ? values[code - from] : undefined;
    if (value !== undefined) found.push(value);
  }
  return found;
}

/** The clause's own words between two token offsets, its quotations shown as “…”. */
export function wordsOf(tokens: Tokens, clause: Clause, start: number, end: number): string {
  const words = clause.body.slice(tokens.offsets[start]!, tokens.offsets[end]!).replace(/(?<! ) *\n */g, '');
  return words.replace(/[\ue000-\uebff]/g, (c) => {
    const quotation = clause.quotes[c.charCodeAt(0) - quoteBase];
    return quotation ? `“${quotation.lines.join('')}”` : c;
  });
}

/** Index of the last piece of the body that begins at or before an offset; the first one where none does. */
function originAt({ origins }: Clause, offset: number): number {
  let [low, high] = [0, origins.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (origins[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a piece of token text stands in the decision. */
export function positionOf(tokens: Tokens, clause: Clause, start: number, end: number): Position {
  const from = tokens.offsets[start]!;
  const to = tokens.offsets[end]!;
  const first = clause.origins[originAt(clause, from)];
  const last = clause.origins[originAt(clause, Math.max(to, from + 1) - 1)];
  if (!first || !last) return clause.position;
  const quoteEnd = quotesIn(tokens, tokens.text.slice(start, end)).at(-1)?.position.end;
  const range = rangeIn(
    first.line,
    first.offset + from - first.at,
    last.line,
    Math.min(last.offset + to - last.at, last.line.text.length),
  );
  return quoteEnd && quoteEnd.offset > range.end.offset ? { start: range.start, end: quoteEnd } : range;
}
