/** What stands above the body: numbers, title, 题注, contents, addressees, and what a copy adds there. */
import type { Day, Instrument } from '../../model.ts';
import { numberLine, parseDocumentNumber, printDocumentNumber, titleKey } from '../../names/index.ts';
import { longestTitle, squared } from '../../text/index.ts';
import { beginsOrder, headsDocument, jointHead, mostAbove } from '../lines/candidates.ts';
import { readCaption } from '../lines/caption.ts';
import { type FieldLine, fieldDay } from '../lines/copy-lines.ts';
import type { Line } from '../lines/line.ts';
import * as meta from '../lines/metadata.ts';
import { contentsLength, readContents } from './contents.ts';
import { addFrame, type Draft, keepFields, place } from './draft.ts';
import { matchesTitle, readTitle } from './title.ts';

/** What the readers of the head share. */
interface Head {
  draft: Draft;
  captions: Line[];
  fallbackTitle: string;
}

/** Reads one kind of line; false where the line at hand is none. */
type Reader = (head: Head, line: Line) => boolean;

const aboveTitle: Reader[] = [readEnclosureLabel, readCopy, readRegistry, readNumberAbove, readIssuerAbove];
const belowTitle: Reader[] = [
  readSubtitle,
  readNumber,
  readDatedNumber,
  readOrderNumber,
  readCaptionLine,
  readContentsLines,
  readAddressees,
  readCopy,
  readDisclosed,
  readIssuerBelow,
  readDateBelow,
  readAboveAddressees,
];

/** Reads lines until one belongs to the body. */
export function readHead(draft: Draft, fallbackTitle: string): void {
  const head: Head = { draft, captions: [], fallbackTitle };
  const { lines } = draft;
  const heading = headingBelow(draft);
  while (draft.at < lines.length && draft.at < heading) readAs('unknown', head);
  while (draft.at < lines.length && read(aboveTitle, head)) draft.at++;
  if (draft.at < lines.length) readTitle(draft, head.fallbackTitle);
  for (;;) {
    while (draft.at < lines.length && read(belowTitle, head)) draft.at++;
    const again = titleAgain(draft);
    if (again === undefined) break;
    while (draft.at < again) {
      const line = lines[draft.at]!;
      if (read(belowTitle, head)) draft.at++;
      else if (line.organ) readAs('issuer', head);
      else readAs('unknown', head);
    }
    addFrame(draft, lines[draft.at++]!, 'title');
  }
  if (head.captions.length > 0) draft.instrument.caption = readCaption(head.captions, draft.context.text);
}

function read(readers: Reader[], head: Head): boolean {
  const line = head.draft.lines[head.draft.at]!;
  return readers.some((reader) => reader(head, line));
}

function readAs(role: 'unknown' | 'issuer', { draft }: Head): void {
  const line = draft.lines[draft.at++]!;
  if (role === 'issuer') draft.instrument.issuer ??= line.text;
  addFrame(draft, line, role, role === 'issuer' ? { field: 'issuer' } : {});
}

/** So many lines a page prints between its beginning and the title, or between the title and its second print, at most. */
const farthest = 40;
const opensBody = (line: Line): boolean =>
  line.article !== undefined || line.container !== undefined || /。$/.test(line.text);

/** Index of a first-rank Markdown heading below lines that are no text: the title of a page. */
function headingBelow({ lines, at, carrier }: Draft): number {
  if (carrier || lines[at]!.depth === 1) return at;
  for (let i = at; i < Math.min(lines.length, at + farthest); i++) {
    const line = lines[i]!;
    if (opensBody(line) || line.list) break;
    if (line.depth === 1) return i;
  }
  return at;
}

/** Index of a line that prints the title once more, with nothing but lines of the head in between. */
function titleAgain({ lines, at, instrument }: Draft): number | undefined {
  const key = titleKey(instrument.title);
  if (key.length < 4) return undefined;
  for (let i = at; i < Math.min(lines.length, at + farthest); i++) {
    const line = lines[i]!;
    if (line.key === key) return i;
    if (opensBody(line) || line.list || line.annex || line.text.length > longestTitle) return undefined;
  }
  return undefined;
}

/** A field of a database or a line of a web page; a field without its value takes the next line. */
function readCopy(head: Head, line: Line): boolean {
  const { draft } = head;
  const fields = line.fields.map((field) => ({ ...field }));
  const [found] = fields;
  if (!found) {
    if (!line.navigation) return false;
    addFrame(draft, line, 'metadata');
    return true;
  }
  addFrame(draft, line, 'metadata');
  const next = draft.lines[draft.at + 1];
  if (
    fields.length === 1 &&
    found.value === '' &&
    next &&
    (isValue(next.text) || (/^[•·]/.test(line.text) && isShort(next)))
  ) {
    found.value = next.text;
    addFrame(draft, next, 'metadata');
    draft.at++;
  }
  for (const field of fields) {
    if (field.value !== '') takeField(head, field, line);
  }
  keepFields(draft.instrument, fields, place(draft, line));
  return true;
}

/** A value below its field in a list: no sentence, no other field. */
function isShort({ text, field }: Line): boolean {
  return text.length <= 40 && !/[。；]|^[•·]/.test(text) && !field && !meta.endsTitle(text);
}

function isValue(text: string): boolean {
  return /^[\w.\-/[\]（）()年月日号\s]{1,40}$/.test(squared(text));
}

function takeField(head: Head, { says, value }: FieldLine, line: Line): void {
  const { draft } = head;
  const { instrument } = draft;
  const state = (name: string): void => {
    instrument.stated[name] ??= place(draft, line);
  };
  if (says === 'title') head.fallbackTitle = value;
  else if (says === 'issuer') instrument.issuer ??= value;
  else if (says === 'documentNumber') {
    const number = numberLine(value, 'document') ?? orderNumber(value, draft.instrument);
    if (!number || instrument.documentNumber) return;
    instrument.documentNumber = number;
    state('documentNumber');
  } else if (says === 'registryNumber') {
    const number = numberLine(value, 'registry') ?? meta.letteredNumber(value);
    if (!number || instrument.registryNumber) return;
    instrument.registryNumber = number;
    state('registryNumber');
  } else if (says === 'written' || says === 'promulgated' || says === 'commenced') {
    const day = fieldDay(value);
    if (!day || instrument.dates[says]) return;
    instrument.dates[says] = day;
    state(`dates.${says}`);
  }
}

/** 附件1 above a text that the carrier encloses. */
function readEnclosureLabel({ draft }: Head, line: Line): boolean {
  if (!draft.carrier || draft.instrument.frame.length > 0 || line.annex?.title !== '') return false;
  addFrame(draft, line, 'annex-label');
  return true;
}

function readRegistry({ draft }: Head, line: Line): boolean {
  if (!line.registry) return false;
  draft.instrument.registryNumber = line.registry;
  addFrame(draft, line, 'registry-number', { field: 'registryNumber' });
  return true;
}

/** 文号 above the title, as printed notices have it. */
function readNumberAbove(head: Head, line: Line): boolean {
  const { lines, at } = head.draft;
  const next = lines[at + 1];
  // 某某令〔2021〕第3号 is the order's heading, and not a number above another.
  if (!next || beginsOrder(lines, at)) return false;
  const announced = next.title ? numberLine(line.text, 'announcement', 'circular') : undefined;
  return readNumber(head, line, /^第|^[公通]告/.test(announced ?? '') ? undefined : announced);
}

/** The printed head of a notice (湛江市人民政府文件), or the issuer's name on a line above the whole title. */
function readIssuerAbove({ draft }: Head, line: Line): boolean {
  const next = draft.lines[draft.at + 1];
  // 甲省人民政府 ⏎ 甲省军区令 is the heading of a joint order.
  if (!next || jointHead(draft.lines, draft.at)) return false;
  const redHead = (line.redHead && next.number) || namedBelow(draft);
  const named =
    line.organ &&
    !line.depth &&
    next.blankBefore > 0 &&
    !(draft.listed !== undefined && matchesTitle(draft.listed, draft.lines, draft.at) > 0) &&
    !/关于|印发|转发/.test(line.text) &&
    !/^(?:关于|印发|转发|令|公告|通告)/.test(next.text) &&
    meta.endsTitle(next.text);
  if (!redHead && !named) return false;
  if (named) draft.instrument.issuer ??= line.text;
  addFrame(draft, line, 'issuer', named ? { field: 'issuer' } : {});
  return true;
}

/** `——全省常住人口情况` below the title: it tells the part of a series, and is no part of the name. */
function readSubtitle({ draft }: Head, line: Line): boolean {
  const above = draft.instrument.frame.at(-1);
  if (above?.role !== 'title' || !/^(?:—{2}|─{2}|--)[^—。；：]{2,40}$/.test(line.text)) return false;
  addFrame(draft, line, 'title');
  return true;
}

/** True for an issuer above the number of a document whose title names it again. */
function namedBelow({ lines, at }: Draft): boolean {
  const { text } = lines[at]!;
  let next = at;
  while (next < lines.length && next - at < mostAbove && lines[next]!.organ) next++;
  return next > at && (lines[next + 1]?.text.includes(text) ?? false) && headsDocument(lines[next]!);
}

function readNumber({ draft }: Head, line: Line, announced?: string): boolean {
  const number = announced ?? line.number;
  const known = draft.instrument.documentNumber;
  if (!number || (known && known !== number)) return false;
  draft.instrument.documentNumber = number;
  addFrame(draft, line, 'document-number', { field: 'documentNumber' });
  return true;
}

/** `1986年10月25日      法（经）发〔1986〕30号`: date and 文号 on one line. */
function readDatedNumber({ draft }: Head, line: Line): boolean {
  const match = /^(\d{4}年\d{1,2}月\d{1,2}日)\s+(\S.*)$/.exec(line.text);
  const number = match && numberLine(match[2]!, 'document');
  if (!match || !number || draft.instrument.documentNumber) return false;
  const day = fieldDay(match[1]!);
  draft.instrument.documentNumber = number;
  addFrame(draft, line, 'document-number', { field: 'documentNumber' });
  if (day) {
    draft.instrument.dates.written = day;
    draft.instrument.stated['dates.written'] = draft.instrument.stated['documentNumber']!;
  }
  return true;
}

/** `国务院令第707号`, `（国家税务总局公告2020年第5号）`; 第7号 below a title is the number of what the title calls the text. */
function orderNumber(text: string, { title, issuer }: Instrument): string | undefined {
  const whole = numberLine(text, 'order', 'announcement', 'circular');
  if (whole !== undefined || !/^[（(]?(?:\d{4}年)?第/.test(text.replace(/\s/g, ''))) return whole;
  const word = /[公通]告$/.exec(title)?.[0] ?? '令';
  const bare = parseDocumentNumber(word + text.replace(/[（()）]/g, ''));
  if (!bare || !/号[）)]?$/.test(text)) return undefined;
  // Joint bodies stand together in a number, as in one that a line prints whole.
  const organ = word === '令' ? bare.organ : (meta.issuerOf(title) ?? issuer ?? '').replace(/\s/g, '');
  return printDocumentNumber({ ...bare, organ });
}

function readOrderNumber({ draft }: Head, line: Line): boolean {
  const { instrument } = draft;
  const number = instrument.documentNumber ? undefined : orderNumber(line.text, instrument);
  if (!number) return false;
  instrument.documentNumber = number;
  addFrame(draft, line, 'document-number', { field: 'documentNumber' });
  return true;
}

function readCaptionLine({ draft, captions }: Head, line: Line): boolean {
  if (!line.caption) return false;
  captions.push(line);
  addFrame(draft, line, 'caption', { field: 'caption' });
  return true;
}

function readContentsLines({ draft }: Head, line: Line): boolean {
  const { lines, instrument, context } = draft;
  const length = contentsLength(lines, draft.at);
  const titled = line.contentsHeading;
  if (length === 0) {
    if (titled) addFrame(draft, line, 'toc');
    return titled;
  }
  const own = lines.slice(draft.at, draft.at + length);
  for (const entry of own) addFrame(draft, entry, 'toc');
  instrument.contents = readContents(titled ? own.slice(1) : own, context.text);
  draft.at += length - 1;
  return true;
}

function readAddressees({ draft }: Head, line: Line): boolean {
  if (!line.addressees || draft.instrument.addressees) return false;
  draft.instrument.addressees = line.text.replace(/[：:]$/, '');
  addFrame(draft, line, 'addressees', { field: 'addressees' });
  return true;
}

/** True where the body begins at a line, or another line of the head that only a law has. */
function headGoesOn(draft: Draft, at: number): boolean {
  const line = draft.lines[at];
  return (
    line !== undefined &&
    (line.article !== undefined ||
      line.container !== undefined ||
      /^一、/.test(line.text) ||
      line.contentsHeading ||
      line.addressees ||
      line.number !== undefined ||
      line.caption !== undefined)
  );
}

/** 公开方式 among the fields that a page prints below a title. */
function readDisclosed({ draft }: Head, line: Line): boolean {
  if (!line.disclosure || !draft.instrument.pageFields) return false;
  draft.instrument.disclosure = line.text.replace(/^[^：:]*[：:]\s*/, '');
  addFrame(draft, line, 'disclosure', { field: 'disclosure' });
  return true;
}

/** The issuer's name below the title, with its date or directly above the text. */
function readIssuerBelow({ draft }: Head, line: Line): boolean {
  const next = draft.lines[draft.at + 1];
  if (!next || !line.organ) return false;
  const dated = bracketedDay(next) !== undefined && headGoesOn(draft, draft.at + 2);
  if (!dated && !headGoesOn(draft, draft.at + 1) && !issuesBelow(draft)) return false;
  const { issuer } = draft.instrument;
  const above = draft.lines[draft.at - 1];
  const joint = issuer !== undefined && above !== undefined && issuer.endsWith(above.text);
  draft.instrument.issuer = joint ? `${issuer} ${line.text}` : (issuer ?? line.text);
  addFrame(draft, line, 'issuer', { field: 'issuer' });
  return true;
}

/** `2022年3月25日`, `（2022年3月25日）` → the day; of a line that holds nothing else */
function bracketedDay({ text, day }: Line): Day | undefined {
  return day ?? meta.dayLine(text.replace(/^[（(](.*)[）)]$/, '$1'));
}

/** True where issuers stand one below the other with their day, as a bulletin of statistics prints them. */
function issuesBelow({ lines, at }: Draft): boolean {
  let below = at + 1;
  while (below < lines.length && below - at < mostIssuers && lines[below]!.organ) below++;
  const line = lines[below];
  return line !== undefined && bracketedDay(line) !== undefined;
}

const mostIssuers = 8;

function readDateBelow({ draft }: Head, line: Line): boolean {
  const day = bracketedDay(line);
  const { instrument } = draft;
  const above = draft.lines[draft.at - 1];
  const issued = above !== undefined && instrument.frame.at(-1)?.role === 'issuer' && above.organ;
  if (day === undefined || !(issued || headGoesOn(draft, draft.at + 1))) return false;
  instrument.dates.written ??= day;
  addFrame(draft, line, 'date', { field: 'dates.written' });
  return true;
}

/** A short line that no rule knows between title and addressees: `特急`, a number of an unknown form. */
function readAboveAddressees({ draft }: Head, line: Line): boolean {
  const next = draft.lines[draft.at + 1];
  if (!next || draft.instrument.addressees || !next.addressees) return false;
  if (line.text.length > 30 || /[。；：，！？]/.test(line.text) || line.list) return false;
  addFrame(draft, line, 'unknown');
  return true;
}
