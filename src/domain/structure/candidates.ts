/**
 * What a line may be, told from the line and its neighbours alone. Context decides what it is.
 *
 * `甲市人民政府令` ⏎ `第9号`, `甲市人民政府令 第136号`, `（甲市人民政府令〔2021〕第3号）` → the heading of an order
 */
import type { TextLine } from '../model.ts';
import {
  type DocumentNumber,
  findTitles,
  numberBelow,
  numberLine,
  parseDocumentNumber,
} from '../names/index.ts';
import { looksLikeTitle } from '../text/index.ts';
import { articleMark, containerMark, listMark } from './labels.ts';
import { mastheadFacts } from './masthead.ts';
import * as meta from './metadata.ts';

/** The heading of an order (令) or of an announcement that is called by its number (公告, 通告). */
interface OrderHead {
  /** As printed, without its spaces and brackets: `甲市人民政府令第9号`. */
  title: string;
  /** What stands before the number: `甲市人民政府令`. */
  name: string;
  number: DocumentNumber;
  /** Lines that it takes: one or two, more for a joint order. */
  lines: TextLine[];
}

const longestHead = 60;
/** So many lines of bodies, 令 and number head a joint order at most. */
const longestJoint = 8;

/** The heading of an order of several bodies; its number is absent where none is read below them. */
interface JointHead extends Omit<OrderHead, 'number'> {
  number?: DocumentNumber;
}

/**
 * The heading of a joint order that begins at a line. 令 stands on a line of its own, or beside any of the bodies.
 *
 * `甲省人民政府` ⏎ `甲省军区　令` ⏎ `第12号`, `甲省人民政府　甲省军区令第12号` → `甲省人民政府 甲省军区令第12号`
 */
export function jointHead(lines: TextLine[], at: number): JointHead | undefined {
  // Below a sentence such names sign it.
  if (/[。；]$/.test(lines[at - 1]?.text ?? '')) return undefined;
  const bodies: string[] = [];
  let ordered = 0;
  const named = (): string => `${bodies.join(' ')}令`;
  for (let n = 0; n < longestJoint && at + n < lines.length; n++) {
    const { text } = lines[at + n]!;
    const numbered = text.length > longestHead ? text.length : text.search(/[（(]?第[^第]{1,12}号[)）]?$/);
    const printed = numbered < 0 ? '' : text.slice(numbered);
    for (const part of (numbered < 0 ? text : text.slice(0, numbered)).split(/\s+/).filter(Boolean)) {
      const body = part.replace(/令$/, '');
      if (body !== part) ordered++;
      if (body === '' ? bodies.length > 0 : meta.isOrgan(body)) bodies.push(...(body === '' ? [] : [body]));
      else if (ordered === 1 && bodies.length > 1 && n > 0)
        return { title: named(), name: named(), lines: lines.slice(at, at + n) };
      else return undefined;
    }
    if (printed === '') continue;
    const number = ordered === 1 && bodies.length > 1 ? numberBelow('令', printed) : undefined;
    if (!number) return undefined;
    return {
      title: named() + printed.replace(/[\s（）()]/g, ''),
      name: named(),
      number: { ...number, organ: bodies.join(' ') },
      lines: lines.slice(at, at + n + 1),
    };
  }
  return undefined;
}

/** True where the heading of a joint order begins above a line and takes it in. */
export function withinJoint(lines: TextLine[], at: number): boolean {
  for (let n = 1; n < longestJoint && n <= at; n++) {
    const above = jointHead(lines, at - n);
    if (above?.number && above.lines.length > n) return true;
    if (!/令$/.test(lines[at - n]!.text) && !meta.isOrgan(lines[at - n]!.text)) return false;
  }
  return false;
}

/** The heading of an order at a line, whatever stands below it. */
export function orderHead(lines: TextLine[], at: number): OrderHead | undefined {
  const line = lines[at]!;
  const next = lines[at + 1];
  const joint = jointHead(lines, at);
  if (joint?.number) return { ...joint, number: joint.number };
  if (withinJoint(lines, at)) return undefined;
  if (line.text.length > longestHead) return undefined;
  const below = numberBelow(line.text, next?.text);
  if (below && next) {
    const name = line.text.replace(/\s/g, '');
    return { title: name + next.text.replace(/[\s（）()]/g, ''), name, number: below, lines: [line, next] };
  }
  if (numberLine(line.text, 'order', 'announcement', 'circular') === undefined) return undefined;
  const title = line.text.replace(/[\s（）()]/g, '');
  const number = parseDocumentNumber(title);
  if (!number || number.organ === '' || /关于/.test(title)) return undefined;
  return { title, name: /^.*?(?:令|[公通]告)/.exec(title)?.[0] ?? title, number, lines: [line] };
}

/** So many lines below its heading an order says what it does. */
const soon = 4;
const promulgates = /(?:公布|发布|颁布|施行|实施|废止|修改|通过|决定|任命|免去|授予)/;

/**
 * True where a document of its own begins with an order's heading. On one line such words are also what stands under
 * the title of the text that the order promulgated: there a title stands above and no sentence of promulgation below.
 */
export function beginsOrder(lines: TextLine[], at: number): boolean {
  const head = orderHead(lines, at);
  if (!head) return false;
  if (head.lines.length > 1) return true;
  const above = lines[at - 1]?.text ?? '';
  // Below the end of another document, or of the masthead, such a line is a heading.
  if ((at === 0 || endsDocument(above)) && opensBelow(lines, at)) return true;
  for (let i = at + 1; i <= Math.min(at + soon, lines.length - 1); i++) {
    const { text } = lines[i]!;
    if (articleMark(text) || containerMark(text)) return false;
    if (!/。$/.test(text)) {
      if (listMark(text)) return false;
      continue;
    }
    const said = promulgates.test(text);
    return said && (!looksLikeTitle(above) || /现予|予以|现将/.test(text) || findTitles(text).length > 0);
  }
  return false;
}

const endsDocument = (text: string): boolean =>
  /。$/.test(text) || isSigned(text) || meta.isRemark(text) || mastheadFacts(text) !== undefined;

/** True where text or addressees stand directly below, and no title of a rule does. */
function opensBelow(lines: TextLine[], at: number): boolean {
  const next = lines[at + 1]?.text ?? '';
  return /[。：]$/.test(next) && !articleMark(next);
}

/** Lines of a document above its title: issuers, 红头, 文号, 统一编号. */
export const mostAbove = 6;

/**
 * Number of lines that stand above a document's title and belong to it: its 文号 or 统一编号, the head that prints its
 * issuer (某某局文件), and the issuer itself above a title that begins with 关于.
 * @param at index of the first line of the title
 */
export function linesAboveTitle(lines: TextLine[], at: number, from: number): number {
  const issuers = /^(?:关于|印发|转发|批转)/.test(lines[at]!.text) ? organsAbove(lines, at, from) : 0;
  const title = lines[at]!.text;
  const heads = (text: string): boolean =>
    headsDocument(text) || (count > issuers && meta.isOrgan(text) && title.includes(text));
  let count = issuers;
  while (at - count - 1 >= from && count < issuers + mostAbove && heads(lines[at - count - 1]!.text)) count++;
  if (count === issuers) return count;
  // A number below the title of the document before is that document's.
  const above = at - count - 1;
  if (count > 0 && above >= from && looksLikeTitle(lines[above]!.text) && !isSigned(lines[above]!.text))
    return 0;
  return count;
}

const isSigned = (text: string): boolean => meta.isDisclosure(text) || meta.isDateLine(text);

/** 统一编号 of letters and digits alone, as 广州 prints it: `GZ0320210030` */
export const letteredNumber = (text: string): string | undefined => /^[A-Z]{2,6}\d{6,16}$/.exec(text)?.[0];

/** 红头: `某市交通运输局文件` */
export const isRedHead = (text: string): boolean => /^[\u3400-\u9fff、\s]{4,40}文件$/.test(text);

/** `穗府办规〔2021〕3号`, `GZ0320210030`, `某市交通运输局文件` */
export const headsDocument = (text: string): boolean =>
  numberLine(text, 'document', 'registry') !== undefined ||
  letteredNumber(text) !== undefined ||
  isRedHead(text);

/** Issuers on lines of their own above a title that leaves them out; where they sign a text, its day stands below them. */
function organsAbove(lines: TextLine[], at: number, from: number): number {
  let count = 0;
  while (at - count - 1 >= from && count < mostAbove && meta.isOrgan(lines[at - count - 1]!.text)) count++;
  return count;
}

/** What may stand above a title and belong to its document. */
export const standsAboveTitle = (text: string): boolean => headsDocument(text) || meta.isOrgan(text);
