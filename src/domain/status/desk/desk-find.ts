/** Which documents a line of the desk names, by itself or in a run of text. */
import type { Day, Locator } from '../../model.ts';
import {
  findDocumentNumbers,
  headLength,
  heldFirst,
  keysAsked,
  type Register,
  readMentions,
  titleKey,
  unmarked,
  type WorkKeys,
  withoutEdition,
} from '../../names/index.ts';
import { readCitation } from '../../references/citation-query.ts';
import { parseCitationLocator } from '../../references/locator.ts';
import { simplify } from '../../text/simplify.ts';
import { readAskedDay } from '../asked-day.ts';
import type { StatusWork } from '../status-work.ts';

export interface Found {
  works: readonly StatusWork[];
  how: 'id' | 'name' | 'paragraph';
  /** Documents that a paragraph names and the archive does not know. */
  strange: readonly string[];
  /** Others of the same title that the archive knows by name alone. */
  beside: readonly StatusWork[];
  /** The provisions asked for: 第三条. */
  places?: readonly Locator[];
  /** The year of the text asked for: 甲条例（2022年修正）. */
  edition?: number;
}

const none: Found = { works: [], how: 'name', strange: [], beside: [] };

/** The documents that a line, cleaned, asks for. */
export function findAsked(name: string, register: Register<StatusWork>): Found {
  if (name === '') return none;
  const whole = findNamed(name, register);
  if (whole.works.length > 0) return whole;
  // 甲办法第三条: the name and the provision asked for.
  for (const reading of readCitation(name)) {
    if (reading.place === '' || reading.locators.length === 0 || reading.name === '') continue;
    const found = findNamed(reading.name, register);
    if (found.works.length > 0)
      return { ...found, ...editionOf(name.slice(0, -reading.place.length)), places: reading.locators };
  }
  return namedIn(name, register);
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
function findNamed(name: string, register: Register<StatusWork>): Found {
  const { how, works } = register.typed(name);
  return { ...none, how, ...heldFirst(works), ...editionOf(name) };
}

function editionOf(name: string): Pick<Found, 'edition'> {
  const { year } = withoutEdition(unmarked(name));
  return year === undefined ? {} : { edition: year };
}

/** Documents that a run of text names: by 《》, by number, or by a known title written without marks. */
function namedIn(text: string, register: Register<StatusWork>): Found {
  const bare = text.replace(/\s/g, '');
  const places = new Map<StatusWork, number>();
  const strange: string[] = [];
  const beside: StatusWork[] = [];
  const add = (works: readonly StatusWork[], at: number) => {
    for (const work of works) places.set(work, Math.min(at, places.get(work) ?? at));
  };
  let scope: string | undefined;
  for (const { title, number, scope: part, start, end } of readMentions(bare)) {
    const titled = heldFirst(title === undefined ? [] : register.titled(title));
    const numbered = number === undefined ? [] : register.numbered(number);
    const both = titled.works.filter((work) => number !== undefined && register.bears(work, number));
    const chosen = both.length > 0 ? both : titled.works.length > 0 ? titled.works : numbered;
    add(chosen, start);
    beside.push(...titled.beside);
    scope ??= part;
    if (chosen.length === 0) strange.push(bare.slice(start, end).slice(0, 80));
  }
  for (const { start, key } of findDocumentNumbers(bare)) add(register.numbered(key), start);
  for (const { at, works } of register.within(bare)) add(heldFirst(works).works, at);
  if (places.size === 0 && strange.length === 0) {
    // 公园条例、养犬规定和民法典: names in a list, one of which is known.
    const parts = bare.slice(0, longestRun).split(/[、，,；;]|以及|[和及与]/);
    const known = parts.map((part) => heldFirst(register.typed(part).works).works);
    if (parts.length > 1 && known.some((works) => works.length > 0))
      for (const [i, works] of known.entries()) {
        if (works.length > 0) add(works, bare.indexOf(parts[i]!));
        else strange.push(parts[i]!);
      }
  }
  const found = Array.from(places)
    .sort((a, b) => a[1] - b[1])
    .map(([work]) => work);
  const several = found.length + strange.length > 1;
  const place = parseCitationLocator(scope ?? '');
  const alone = place && found.length === 1 && !several ? { places: [place] } : {};
  return { works: found, how: several ? 'paragraph' : 'name', strange, beside, ...alone };
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
