/** Which documents a line of the desk names, by itself or in a run of text. */
import type { Day, Locator } from '../model.ts';
import {
  findDocumentNumbers,
  parseDocumentNumber,
  readMentions,
  titleKey,
  unmarked,
} from '../names/index.ts';
import { readCitation } from '../references/citation-query.ts';
import { parseCitationLocator } from '../references/locator.ts';
import { simplify } from '../text/simplify.ts';
import { readAskedDay } from './asked-day.ts';
import { type DeskIndex, headLength } from './desk-index.ts';
import { bears, keysAsked, type WorkKeys, withNumber, withTitle } from './work-index.ts';

export interface Found {
  ids: readonly string[];
  how: 'id' | 'name' | 'paragraph';
  /** Documents that a paragraph names and the archive does not know. */
  strange: readonly string[];
  /** Others of the same title that the archive knows by name alone. */
  beside: readonly string[];
  /** The provisions asked for: 第三条. */
  places?: readonly Locator[];
}

const none: Found = { ids: [], how: 'name', strange: [], beside: [] };

/** The documents that a line, cleaned, asks for. */
export function findAsked(name: string, index: DeskIndex): Found {
  if (name === '') return none;
  const whole = findNamed(name, index);
  if (whole.ids.length > 0) return whole;
  // 甲办法第三条: the name and the provision asked for.
  for (const reading of readCitation(name)) {
    if (reading.place === '' || reading.locators.length === 0 || reading.name === '') continue;
    const found = findNamed(reading.name, index);
    if (found.ids.length > 0) return { ...found, places: reading.locators };
  }
  return namedIn(name, index);
}

/** Under what a line may be found: for an index that is asked from afar. */
export interface LineKeys extends WorkKeys {
  ids: string[];
  /** First characters of every title that may stand in the line. */
  heads: string[];
}

/** A longer line is looked through for titles no further than this. */
const longestRun = 2000;

/** All keys that `findAsked` may look up for a line: works that have none of them are not found by it. */
export function keysOfLine(line: string): LineKeys {
  const { name } = splitVersion(clean(line));
  const names = [name, simplify(withoutQuestion(name))];
  const bare = name.replace(/\s/g, '');
  const mentions = readMentions(bare).flatMap(({ number, title }) => [number ?? '', title ?? '']);
  const numbers = findDocumentNumbers(bare).map(({ text }) => text);
  const cited = names.flatMap((each) => readCitation(each).map((reading) => reading.name));
  const all = [...names, ...cited, ...mentions, ...numbers].filter((each) => each !== '').map(keysAsked);
  const key = titleKey(bare).slice(0, longestRun);
  const starts = Array.from({ length: Math.max(0, key.length - headLength + 1) }, (_, i) => i);
  const distinct = (keys: string[]): string[] => Array.from(new Set(keys));
  return {
    ids: distinct(names),
    titles: distinct(all.flatMap(({ titles }) => titles)),
    tails: distinct(all.flatMap(({ titles, tails }) => [...titles, ...tails])),
    numbers: distinct(all.flatMap((each) => each.numbers)),
    heads: distinct(starts.map((i) => key.slice(i, i + headLength))),
  };
}

/** A document by its id, its number or its title, and nothing else. */
function findNamed(name: string, index: DeskIndex): Found {
  if (index.works.works.has(name)) return { ...none, ids: [name], how: 'id' };
  const bare = unmarked(name);
  const numbered = parseDocumentNumber(bare) ? withNumber(index.works, bare) : [];
  if (numbered.length > 0) return { ...none, ids: numbered };
  return meantBy(withTitle(index.works, bare), index);
}

/** Of works of one title: the one whose text is held. Others, known by name alone, stand beside it. */
function meantBy(ids: readonly string[], index: DeskIndex): Found {
  const held = ids.filter((id) => index.works.works.get(id)!.versions.length > 0);
  if (ids.length < 2 || held.length !== 1) return { ...none, ids };
  return { ...none, ids: held, beside: ids.filter((id) => id !== held[0]) };
}

/** Documents that a run of text names: by 《》, by number, or by a known title written without marks. */
function namedIn(text: string, index: DeskIndex): Found {
  const bare = text.replace(/\s/g, '');
  const ids = new Map<string, number>();
  const strange: string[] = [];
  const beside: string[] = [];
  const add = (id: string, at: number) => ids.set(id, Math.min(at, ids.get(id) ?? at));
  let scope: string | undefined;
  for (const mention of readMentions(bare)) {
    const numbered = mention.number ? withNumber(index.works, mention.number) : [];
    const titled = mention.title ? meantBy(withTitle(index.works, mention.title), index) : none;
    const both = titled.ids.filter((id) => bears(id, numbered, index.works));
    const chosen = both.length > 0 ? both : titled.ids.length > 0 ? titled.ids : numbered;
    for (const id of chosen) add(id, mention.start);
    beside.push(...titled.beside);
    scope ??= mention.scope;
    if (chosen.length === 0) strange.push(bare.slice(mention.start, mention.end).slice(0, 80));
  }
  for (const { start, key } of findDocumentNumbers(bare))
    for (const id of withNumber(index.works, key)) add(id, start);
  const key = titleKey(bare);
  for (let i = 0; i + headLength <= key.length; i++) {
    const title = index.heads.get(key.slice(i, i + headLength))?.find((one) => key.startsWith(one, i));
    if (title === undefined) continue;
    for (const id of meantBy(index.works.byTitle.get(title)!, index).ids) add(id, i);
    i += title.length - 1;
  }
  const found = Array.from(ids)
    .sort((a, b) => a[1] - b[1])
    .map(([id]) => id);
  const several = found.length + strange.length > 1;
  const place = parseCitationLocator(scope ?? '');
  const alone = place && found.length === 1 && !several ? { places: [place] } : {};
  return { ids: found, how: several ? 'paragraph' : 'name', strange, beside, ...alone };
}

const bullet =
  /^(?:[-*•·●○■□◆]|[（(]?\d{1,4}[）)]?[.、．)）](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)]、?|[一二三四五六七八九十]{1,3}、)\s*/;

/** Takes off list numbers, bullets and end marks: `3. 《甲》；` → `《甲》`. */
export function clean(line: string): string {
  return line
    .trim()
    .replace(bullet, '')
    .replace(/(?<![；;，,。？?\s])[；;，,。？?\s]+$/, '');
}

const question =
  /[，,\s]*(?:(?:现在|目前|今天|如今)?(?:是否|是不是)?(?:仍然?|还)?(?:有效|生效|作废|失效|废止|管用|能用|在用)(?:了)?(?:吗|么|没有?|否)?)$/;
const longestQuestion = 200;

/** Takes off the question that stands behind a name: `《甲》现在还有效吗` → `《甲》`. */
export function withoutQuestion(line: string): string {
  if (line.length > longestQuestion) return line;
  return line.replace(question, '') || line;
}

/** `甲@2018-12-31` → the name and the text's day. */
export function splitVersion(line: string): { name: string; version?: Day; problem?: string } {
  const at = Math.max(line.lastIndexOf('@'), line.lastIndexOf('＠'));
  if (at <= 0) return { name: line };
  const name = line.slice(0, at).trim();
  const read = readAskedDay(line.slice(at + 1));
  return 'day' in read ? { name, version: read.day } : { name, problem: `所问文本的${read.reason}` };
}
