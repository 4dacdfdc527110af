/**
 * What a line may be, told from it and its neighbours. Context decides what it is.
 *
 * `甲市人民政府令` ⏎ `第9号`, `甲市人民政府令 第136号`, `（甲市人民政府令〔2021〕第3号）` → the heading of an order
 */
import {
  type DocumentNumber,
  findTitles,
  numberAtEnd,
  numberBelow,
  parseDocumentNumber,
} from '../../names/index.ts';
import { longestTitle } from '../../text/index.ts';
import type { Line } from './line.ts';
import { isOrgan } from './metadata.ts';

/** A question about a line among its neighbours, asked once a line. */
export function once<T>(ask: (lines: Line[], at: number) => T): (lines: Line[], at: number) => T {
  const told = new WeakMap<Line[], Map<number, T>>();
  return (lines, at) => {
    const answers = told.get(lines) ?? new Map<number, T>();
    if (answers.size === 0) told.set(lines, answers);
    if (!answers.has(at)) answers.set(at, ask(lines, at));
    return answers.get(at)!;
  };
}

/** The heading of an order (令) or of an announcement that is called by its number (公告, 通告). */
interface OrderHead {
  /** As printed, without its spaces and brackets: `甲市人民政府令第9号`. */
  title: string;
  /** What stands before the number: `甲市人民政府令`. */
  name: string;
  number: DocumentNumber;
  /** Lines that it takes: one or two, more for a joint order. */
  lines: Line[];
}

/** So many lines of bodies, their word (令, 公告, 通告) and number head a joint order at most. */
const longestJoint = 8;

/** The heading of an order or announcement of several bodies; an order has no number where none is read below them. */
interface JointHead extends Omit<OrderHead, 'number'> {
  number?: DocumentNumber;
}

/**
 * The heading of a joint order or announcement that begins at a line. 令 or 公告 stands on a line of its own, or beside any
 * of the bodies.
 *
 * `甲省人民政府` ⏎ `甲省军区　令` ⏎ `第12号`, `甲省人民政府　甲省军区令第12号` → `甲省人民政府 甲省军区令第12号`
 */
export const jointHead = once((lines, at): JointHead | undefined => {
  // Below a sentence such names sign it.
  if (/[。；]$/.test(lines[at - 1]?.text ?? '')) return undefined;
  const bodies: string[] = [];
  const words: string[] = [];
  const named = (): string => bodies.join(' ') + words.join('');
  for (let n = 0; n < longestJoint && at + n < lines.length; n++) {
    const { text } = lines[at + n]!;
    const numbered = text.length > longestTitle ? text.length : numberAtEnd(text);
    const printed = numbered < 0 ? '' : text.slice(numbered);
    for (const part of (numbered < 0 ? text : text.slice(0, numbered)).split(/\s+/).filter(Boolean)) {
      const word = /(?:令|公告|通告)$/.exec(part)?.[0] ?? '';
      const body = part.slice(0, part.length - word.length);
      if (word !== '') words.push(word);
      if (body === '' ? bodies.length > 0 : isOrgan(body)) bodies.push(...(body === '' ? [] : [body]));
      else if (words.join() === '令' && bodies.length > 1 && n > 0)
        return { title: named(), name: named(), lines: lines.slice(at, at + n) };
      else return undefined;
    }
    if (printed === '') continue;
    const number = words.length === 1 && bodies.length > 1 ? numberBelow(words[0]!, printed) : undefined;
    if (!number) return undefined;
    return {
      title: named() + printed.replace(/[\s（）()]/g, ''),
      name: named(),
      number: { ...number, organ: bodies.join('') },
      lines: lines.slice(at, at + n + 1),
    };
  }
  return undefined;
});

/** True where the heading of a joint order begins above a line and takes it in. */
export function withinJoint(lines: Line[], at: number): boolean {
  for (let n = 1; n < longestJoint && n <= at; n++) {
    const above = jointHead(lines, at - n);
    if (above?.number && above.lines.length > n) return true;
    if (!/(?:令|公告|通告)$/.test(lines[at - n]!.text) && !lines[at - n]!.organ) return false;
  }
  return false;
}

/** The heading of an order at a line, whatever stands below it. */
export const orderHead = once((lines, at): OrderHead | undefined => {
  const line = lines[at]!;
  const next = lines[at + 1];
  const joint = jointHead(lines, at);
  if (joint?.number) return { ...joint, number: joint.number };
  if (withinJoint(lines, at)) return undefined;
  if (line.text.length > longestTitle) return undefined;
  const below = numberBelow(line.text, next?.text);
  if (below && next) {
    const name = line.text.replace(/\s/g, '');
    return { title: name + next.text.replace(/[\s（）()]/g, ''), name, number: below, lines: [line, next] };
  }
  if (line.order === undefined) return undefined;
  const title = line.text.replace(/[\s（）()]/g, '');
  const number = parseDocumentNumber(title);
  if (!number || number.organ === '' || /关于/.test(title)) return undefined;
  return { title, name: /^.*?(?:令|[公通]告)/.exec(title)?.[0] ?? title, number, lines: [line] };
});

/** So many lines below its heading an order says what it does. */
const soon = 4;
const promulgates = /(?:公布|发布|颁布|施行|实施|废止|修改|通过|决定|任命|免去|授予)/;

/**
 * True where a document of its own begins with an order's heading. On one line such words are also what stands under
 * the title of the text that the order promulgated: there a title stands above and no sentence of promulgation below.
 */
export const beginsOrder = once((lines, at): boolean => {
  const head = orderHead(lines, at);
  if (!head) return false;
  if (head.lines.length > 1) return true;
  const above = lines[at - 1];
  // Below the end of another document, or of the masthead, such a line is a heading.
  if ((!above || endsDocument(above)) && opensBelow(lines, at)) return true;
  for (const line of lines.slice(at + 1, at + soon + 1)) {
    const { text } = line;
    if (line.article || line.container) return false;
    if (!/。$/.test(text)) {
      if (line.list) return false;
      continue;
    }
    const said = promulgates.test(text);
    return said && (!above?.title || /现予|予以|现将/.test(text) || findTitles(text).length > 0);
  }
  return false;
});

const endsDocument = (line: Line): boolean =>
  /。$/.test(line.text) || isSigned(line) || line.remark || line.masthead !== undefined;

/** True where text or addressees stand directly below, and no title of a rule does. */
function opensBelow(lines: Line[], at: number): boolean {
  const next = lines[at + 1];
  return next !== undefined && /[。：]$/.test(next.text) && !next.article;
}

/** Lines of a document above its title: issuers, 红头, 文号, 统一编号. */
export const mostAbove = 6;

/**
 * Number of lines that stand above a document's title and belong to it: its 文号 or 统一编号, the head that prints its
 * issuer (某某局文件), and the issuer itself above a title that begins with 关于.
 * @param at index of the first line of the title
 */
export function linesAboveTitle(lines: Line[], at: number, from: number): number {
  const issuers = /^(?:关于|印发|转发|批转)/.test(lines[at]!.text) ? organsAbove(lines, at, from) : 0;
  const title = lines[at]!.text;
  const heads = (line: Line): boolean =>
    headsDocument(line) || (count > issuers && line.organ && title.includes(line.text));
  let count = issuers;
  while (at - count - 1 >= from && count < issuers + mostAbove && heads(lines[at - count - 1]!)) count++;
  if (count === issuers) return count;
  // A number below the title of the document before is that document's.
  const above = at - count - 1;
  if (count > 0 && above >= from && lines[above]!.title && !isSigned(lines[above]!)) return 0;
  return count;
}

const isSigned = (line: Line): boolean => line.disclosure || line.day !== undefined;

/** `穗府办规〔2021〕3号`, `GZ0320210030`, `某市交通运输局文件` */
export const headsDocument = (line: Line): boolean =>
  line.number !== undefined || line.registry !== undefined || line.redHead;

/** Issuers on lines of their own above a title that leaves them out; where they sign a text, its day stands below them. */
function organsAbove(lines: Line[], at: number, from: number): number {
  let count = 0;
  while (at - count - 1 >= from && count < mostAbove && lines[at - count - 1]!.organ) count++;
  return count;
}

/** What may stand above a title and belong to its document. */
export const standsAboveTitle = (line: Line): boolean => headsDocument(line) || line.organ;
