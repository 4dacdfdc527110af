/** Lines that belong to the page or the file, not to the text. */
import { type LineTable, lineIndex } from './lines.ts';
import { halfDigits } from './numerals.ts';

const num = '[\\d一二三四五六七八九十百]+';
const pageNumbers = [
  /^[-—–－─·•]{1,2}\s*\d{1,4}\s*[-—–－─·•]{1,2}$/,
  new RegExp(`^第\\s*${num}\\s*页(?:\\s*[,，/／]?\\s*[（(]?共\\s*${num}\\s*页[）)]?)?$`),
  new RegExp(`^共\\s*${num}\\s*页\\s*[,，/／]?\\s*第\\s*${num}\\s*页$`),
  /^\d{1,4}\s*[/／]\s*\d{1,4}$/,
  /^[-—－]\s{0,4}PAGE\s{0,4}\d{0,4}\s{0,4}[-—－]$/i,
  /^page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$/i,
];

/** The rule by which a whole line is left out, or undefined. */
export function furnitureRule(text: string): string | undefined {
  if (text.length < 30) {
    const words = halfDigits(text);
    if (pageNumbers.some((pattern) => pattern.test(words))) return 'page-number';
  }
  if (/^[\s:|+-]{2,}$/.test(text) && /\|/.test(text.slice(1)) && text.includes('-')) return 'table-rule';
  return undefined;
}

/** A range of whole lines that is left out. */
export interface Furniture {
  rule: string;
  start: number;
  end: number;
}

/**
 * Finds what only the whole file shows: the block above the text, comments, page numbers that stand bare.
 * @returns by the index of each first line; the ranges do not meet
 */
export function findFurniture(
  source: string,
  table: LineTable,
  frontMatter: FrontMatter | undefined,
): Map<number, Furniture> {
  const found = new Map<number, Furniture>();
  const file = (rule: string, start: number, end: number): void => {
    found.set(lineIndex(table, start), { rule, start, end });
  };
  if (frontMatter) file('front-matter', frontMatter.start, frontMatter.end);
  for (const [start, end] of comments(source, frontMatter?.end ?? 0)) {
    const first = lineIndex(table, start);
    const last = lineIndex(table, end);
    const alone =
      source.slice(table.starts[first], start).trim() === '' &&
      source.slice(end, table.ends[last]).trim() === '';
    if (alone) file('comment', start, end);
  }
  for (const index of barePageNumbers(source, table)) {
    const start = table.starts[index]!;
    const raw = source.slice(start, table.ends[index]);
    const lead = raw.length - raw.trimStart().length;
    if (!found.has(index)) file('page-number', start + lead, start + raw.trimEnd().length);
  }
  for (const index of runningHeads(source, table)) {
    const start = table.starts[index]!;
    if (!found.has(index)) file('running-head', start, table.ends[index]!);
  }
  return found;
}

/** A masthead stands in the first lines; the same words there are no running head. */
const mastheadLines = 60;

/**
 * 书眉: the name of a gazette with its number, printed on page after page.
 *
 * `样洲市人民政府公报　2022年第4期`, `样洲市人民政府公报　2022·4` three times and more → all but the one of the masthead
 */
const runningHead =
  /^(?:\d{1,3}(?!\d))?([\u3400-\u9fff]{2,20}公报(?:(?:\d{4}年?)?第?\d{1,3}期(?:[（(]?总第?\d{1,5}期[）)]?)?|\d{4}[·•.．/]\d{1,3}))(?:\d{1,3})?$/;

function runningHeads(source: string, table: LineTable): number[] {
  const heads = new Map<string, number[]>();
  for (let index = 0; index < table.starts.length; index++) {
    const start = table.starts[index]!;
    if (table.ends[index]! - start > 60) continue;
    const printed = halfDigits(source.slice(start, table.ends[index])).replace(/[\s\u3000|｜—-]/g, '');
    const match = runningHead.exec(printed) ?? runningHead.exec(printed.replace(/[·•]/g, ''));
    if (match) heads.set(match[1]!, [...(heads.get(match[1]!) ?? []), index]);
  }
  return Array.from(heads.values()).flatMap((at) =>
    at.length < 3 ? [] : at.slice(at[0]! < mastheadLines ? 1 : 0),
  );
}

function* comments(source: string, from: number): Generator<[number, number]> {
  let at = source.indexOf('<!--', from);
  while (at >= 0) {
    const close = source.indexOf('-->', at + 4);
    if (close < 0) return;
    yield [at, close + 3];
    at = source.indexOf('<!--', close + 3);
  }
}

/** A page holds at least so many lines. */
const shortestPage = 8;

/** Lines that hold a number only, each one more than the last such line, pages apart. */
function barePageNumbers(source: string, table: LineTable): number[] {
  const bare: { index: number; value: number }[] = [];
  for (let index = 0; index < table.starts.length; index++) {
    const start = table.starts[index]!;
    if (table.ends[index]! - start > 40) continue;
    const raw = halfDigits(source.slice(start, table.ends[index]).trim());
    if (/^\d{1,4}$/.test(raw)) bare.push({ index, value: Number(raw) });
  }
  if (bare.length < 3) return [];
  const runs = bare.every(
    (number, i) =>
      i === 0 ||
      (number.value === bare[i - 1]!.value + 1 && number.index - bare[i - 1]!.index >= shortestPage),
  );
  return runs ? bare.map((number) => number.index) : [];
}

/** A YAML block above the text, as site generators write it. */
export interface FrontMatter {
  start: number;
  /** Offset of the end of the line that closes it. */
  end: number;
  /** Its plain fields: `title: "甲法"` → title: 甲法. */
  fields: Record<string, string>;
}

const longestFrontMatter = 20_000;
const yamlLine = /^(?:\s*$|\s*#|\s+\S|- |[^\s:：#-][^:：]{0,40}:(?:\s|$))/;

/** Finds the block; a rule `---` with anything else below it is none. */
export function readFrontMatter(source: string): FrontMatter | undefined {
  const opening = /^\ufeff?---[ \t]*(?:\r\n|[\n\r])/.exec(source);
  if (!opening) return undefined;
  const head = source.slice(opening[0].length, opening[0].length + longestFrontMatter);
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(head);
  if (!closing) return undefined;
  const lines = head.slice(0, closing.index).split(/\r\n|[\n\r]/);
  if (!lines.every((line) => yamlLine.test(line))) return undefined;
  const fields: Record<string, string> = {};
  for (const line of lines) {
    const field = /^([^\s:：#-][^:：]{0,40}?)\s*:\s+(\S.*)$/.exec(line);
    if (field) fields[field[1]!] = field[2]!.trim().replace(/^(["'])(.*)\1$/, '$2');
  }
  const start = source.startsWith('\ufeff') ? 1 : 0;
  return { start, end: opening[0].length + closing.index + closing[0].trimEnd().length, fields };
}
