/** What stands in brackets after a title: the number of the document, and which text of it is meant. */
import type { Day } from '../model.ts';
import { parseDocumentNumber, withoutTitles } from '../names/index.ts';
import { isDay } from '../text/calendar.ts';
import { findDays } from '../text/dates.ts';
import { numeralClass, parseNumeral } from '../text/numerals.ts';

export interface Qualifier {
  /** Numbers of the document itself. */
  numbers: string[];
  /** Numbers of decisions that changed it: 令第7号修改. */
  amendedBy: string[];
  /** Day or year of the text meant; the last one told, as an amendment comes after the promulgation. */
  text?: { day: Day } | { year: number };
  /** `text` is the day of an act (公布), after which the words may have been changed. */
  act?: string;
  /** Words that were not understood. */
  unread: string[];
}

const numeral = `[${numeralClass}]`;
const act =
  '(?:第[一二三四五六七八九十]+次)?(?:文本|版本|版|本|修正|修订|修改|通过|公布|发布|印发|颁布|施行|起施行|实施)?';
const dayThen = /^(?:自|根据|依据|经|由)?(.+?日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:的|起)?(.*)$/;
const yearThen = new RegExp(`^(?:自|根据|依据|经|由)?(${numeral}{4})(?:年度?)?(?:的)?(${act})(?:的?文本)?$`);
const actOnly = new RegExp(`^(${act})(?:的?文本)?$`);
const numberThen = /^(.*号(?:令|公告)?|.*\d)(公布|发布|印发|颁布|修正|修订|修改)?$/;
const current = /^(?:现行(?:有效)?|最新|今)(?:的)?(?:文本|版本|版)?$/;

/**
 * The words between a pair of brackets, read piece by piece.
 *
 * `某市人民政府令第3号，2018年12月31日文本` → numbers [某市人民政府令第3号], text 2018-12-31
 * `2018年修正` → text 2018 · `令第3号公布，令第7号修改` → numbers [令第3号], amendedBy [令第7号] · `试行` → unread
 */
export function readQualifier(words: string): Qualifier {
  const qualifier: Qualifier = { numbers: [], amendedBy: [], unread: [] };
  const pieces = withoutTitles(words).split(/[，,；;、]|[\s\u3000]+(?=根据|经|自|\d{4}年)/);
  for (const piece of pieces.map((one) => one.replace(/[\s\u3000]/g, '')).filter(Boolean))
    if (!current.test(piece) && !readPiece(piece, qualifier)) qualifier.unread.push(piece);
  return qualifier;
}

function readPiece(piece: string, qualifier: Qualifier): boolean {
  const year = yearThen.exec(piece);
  const inYear = year ? parseNumeral(year[1]!) : undefined;
  if (year && inYear !== undefined && inYear > 1900 && inYear < 2100) {
    told(qualifier, { year: inYear }, year[2]!);
    return true;
  }
  const [, words, rest = ''] = dayThen.exec(piece) ?? [];
  const day = words === undefined ? undefined : dayOf(words);
  if (day === undefined) return readNumber(piece, qualifier);
  const only = actOnly.exec(rest)?.[1];
  const known = only ?? /(修正|修订|修改|公布|发布|印发|颁布|通过)$/.exec(rest)?.[1];
  if (known === undefined) return false;
  told(qualifier, { day }, known);
  return only !== undefined || readNumber(rest, qualifier) || !/\d|号/.test(rest);
}

function told(qualifier: Qualifier, text: Qualifier['text'], verb: string): void {
  qualifier.text = text;
  const isAct = /(?:通过|公布|发布|印发|颁布|施行|实施)$/.test(verb);
  if (isAct) qualifier.act = verb;
  else delete qualifier.act;
}

/** A day that the calendar does not have is kept as typed: it is refused where the text is looked for. */
function dayOf(words: string): Day | undefined {
  const typed = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(words);
  if (typed) {
    const day = `${typed[1]}-${typed[2]!.padStart(2, '0')}-${typed[3]!.padStart(2, '0')}`;
    return isDay(day) ? day : words;
  }
  const [found] = findDays(words);
  return found?.start === 0 && found.end === words.length ? found.day : undefined;
}

function readNumber(piece: string, { numbers, amendedBy }: Qualifier): boolean {
  const [, words, verb] = numberThen.exec(piece) ?? [];
  if (words === undefined || !parseDocumentNumber(words)) return false;
  (/^修/.test(verb ?? '') ? amendedBy : numbers).push(words);
  return true;
}
