/**
 * One entry of the contents of an issue: its words taken apart, and the document that it announces.
 *
 * `某某通知（样府〔2021〕7号）` → title and number
 * `样城市人民政府令第9号（…办法）` → the order's heading and number
 */
import type { IssueEntry } from '../../model.ts';
import {
  findDocumentNumbers,
  numberLine,
  parseDocumentNumber,
  printDocumentNumber,
} from '../../names/index.ts';
import { looksLikeTitle } from '../../text/index.ts';
import { matchesTitle } from '../document/title.ts';
import { beginsOrder, jointHead, withinJoint } from '../lines/candidates.ts';
import { withoutLeader } from '../lines/contents-line.ts';
import type { Line } from '../lines/line.ts';

export interface PrintedEntry extends IssueEntry {
  /** Key of the title, as the document's first lines have it. */
  key: string;
  /** Number of the order or announcement whose heading opens the document: `样城市人民政府令第9号` */
  order?: string;
  /** A number that print damaged. */
  broken?: string;
}

/** Characters up to which words may be an entry. */
export const longestEntry = 200;
const longestNumber = 60;

/** Words and what stands in brackets at their end, which may hold brackets: `关于防汛的通知（样府（2021）7号）` */
function bracketAtEnd(words: string): { before: string; inside: string } | undefined {
  if (!/[)）]$/.test(words)) return undefined;
  let open = words.length;
  for (let depth = 0; open > 0; ) {
    open--;
    if (')）'.includes(words[open]!)) depth++;
    else if ('(（'.includes(words[open]!) && --depth === 0) break;
  }
  return open < 1 ? undefined : { before: words.slice(0, open).trim(), inside: words.slice(open + 1, -1) };
}

/** The number of an order as its own heading has it, without who gives it: `令第9号` */
export function bareOrder(number: string): string {
  const parts = parseDocumentNumber(number)!;
  return printDocumentNumber(parts.scheme === 'order' ? { ...parts, organ: '' } : parts);
}

export const given = (words: string): string | undefined =>
  numberLine(words, 'order', 'announcement', 'circular');

/** `关于…的说明……甲某`: who gave the speech or report stands behind its title. */
const speaker = /^([^\s…]{8,80}(?:说明|报告|讲话|发言|汇报))[\s\u3000…]{1,40}[\u3400-\u9fff]{2,4}$/;

/** `某某通知（样府〔2021〕7号）` → title and number */
export function splitNumber(words: string): { title: string; number?: string } {
  // `样府规〔2023〕1号 样城市人民政府关于…的通知`: the number stands first.
  const [first] = words.length <= longestEntry ? findDocumentNumbers(words.slice(0, longestNumber)) : [];
  if (first && first.start === 0 && first.end < words.length) {
    const title = words.slice(first.end).trim();
    const heads = words.slice(0, first.end);
    const number =
      numberLine(heads, 'document') ?? (/^\s/.test(words.slice(first.end)) ? given(heads) : undefined);
    if (number && title.length >= 4 && !/^[（(]/.test(title)) return { title, number };
  }
  // `某某通知 样府〔2021〕7号`: it closes the entry without brackets.
  const last = words.length <= longestEntry ? findDocumentNumbers(words).at(-1) : undefined;
  const named = last && last.end === words.length ? withoutLeader(words.slice(0, last.start)) : '';
  if (looksLikeTitle(named)) {
    const number = numberLine(words.slice(last!.start), 'document') ?? given(words.slice(last!.start));
    if (number) return { title: named, number };
  }
  const [, spoken] = words.length <= longestEntry ? (speaker.exec(words) ?? []) : [];
  if (spoken) return { title: spoken };
  const { before = '', inside = '' } = words.length <= longestEntry ? (bracketAtEnd(words) ?? {}) : {};
  const number = before.length >= 6 ? (numberLine(inside, 'document') ?? given(inside)) : undefined;
  return number === undefined ? { title: words } : { title: before, number };
}

/** `第351号 某某办法`, `某某办法（第351号）` below a section of orders → title and number of the order */
export function shortOrder(words: string): { title: string; number: string } | undefined {
  const [, first = '', title = ''] = /^(第\s?\d{1,4}\s?号)\s{0,4}(\S.{5,})$/.exec(words) ?? [];
  if (first !== '') return { title, number: `令${first}` };
  const { before = '', inside = '' } = bracketAtEnd(words) ?? {};
  return before.length >= 6 && /^第\s?\d{1,4}\s?号$/.test(inside)
    ? { title: before, number: `令${inside}` }
    : undefined;
}

/** `样城市人民政府令第9号（…办法）` → the order's heading and number */
export function splitOrder(words: string): { title: string; order: string } | undefined {
  if (words.length > longestEntry || /^(?:令|[公通]告|第|[（(])/.test(words)) return undefined;
  const bracket = words.search(/[（(](?![^（()）]{0,12}号[）)])/);
  const title = (bracket < 0 ? words : words.slice(0, bracket)).trim();
  const order = given(title);
  return order === undefined ? undefined : { title: title.replace(/[\s（）()]/g, ''), order };
}

export function orderEntry({ title, order }: { title: string; order: string }): EntryFacts {
  return { title, documentNumber: bareOrder(order), order };
}

export function numberFacts(number: string): Omit<EntryFacts, 'title'> {
  const by = given(number);
  return by ? { documentNumber: bareOrder(by), order: by } : { documentNumber: number };
}

type EntryFacts = Pick<PrintedEntry, 'title' | 'documentNumber' | 'order'>;

/** True where an entry's document begins: its title, on one line or several, or its order's heading. */
export function begins(entry: PrintedEntry, lines: Line[], at: number): boolean {
  const first = lines[at]!.text;
  const joint = jointHead(lines, at);
  if (entry.order && joint?.number) return opens(entry.order, joint.title.replace(/\s/g, ''));
  if (entry.order && withinJoint(lines, at)) return false;
  if (entry.order && opens(entry.order, first + (lines[at + 1]?.text ?? ''))) return true;
  if (entry.order && beginsOrder(lines, at) && opens(entry.order, first)) return true;
  return matchesTitle(entry.key, lines, at) > 0;
}

function opens(order: string, words: string): boolean {
  const [listed, printed] = [parseDocumentNumber(order), parseDocumentNumber(given(words) ?? '')];
  return (
    listed !== undefined &&
    printed !== undefined &&
    printed.scheme === listed.scheme &&
    printed.number === listed.number &&
    printed.organ.endsWith(listed.organ) &&
    (printed.year ?? listed.year) === (listed.year ?? printed.year)
  );
}
