/**
 * Names that come near to what was typed: candidates with how near they come, never answers.
 *
 * People leave out years, （试行） and the issuer, or put them in front; they say 印发…的通知 for what it carries, miss a
 * character, shorten 环境保护法 to 环保法. All that is forgiven here; whether it is the document is for the reader to say.
 */
import { simplify } from '../text/simplify.ts';
import { type DocumentNumber, parseDocumentNumber } from './document-number.ts';
import { titleKey } from './title.ts';
import { titleNoun } from './title-noun.ts';

/** A name of a document, as printed. */
export interface Named {
  id: string;
  name: string;
}

export interface Near {
  id: string;
  /** From 0 to 1. */
  likeness: number;
}

/** A name of a document, or a part of it, with its pairs of neighbouring characters. */
interface Stem {
  text: string;
  grams: ReadonlySet<string>;
}

interface Entry {
  id: string;
  /** What tells the name from others: without 文种, years, （试行） and the cover's words; and without the place or body that it begins with. */
  stems: readonly Stem[];
  noun: string;
  number?: DocumentNumber;
}

export interface NameGrams {
  entries: readonly Entry[];
  /** Pairs of neighbouring characters of the stems, and their single characters → entries. */
  postings: ReadonlyMap<string, readonly number[]>;
  /** Numbers → entries. */
  numbers: ReadonlyMap<number, readonly number[]>;
}

/** Indexes names; made once, when the first name is not known. */
export function indexNames(names: Iterable<Named>): NameGrams {
  const entries: Entry[] = [];
  const postings = new Map<string, number[]>();
  const numbers = new Map<number, number[]>();
  const put = <K>(map: Map<K, number[]>, key: K): void => {
    const list = map.get(key);
    if (list) list.push(entries.length);
    else map.set(key, [entries.length]);
  };
  for (const { id, name } of names) {
    const entry = entryOf(id, name);
    if (entry.number) put(numbers, entry.number.number);
    const [whole] = entry.stems;
    for (const key of whole ? [...whole.grams, ...new Set(whole.text)] : []) put(postings, key);
    entries.push(entry);
  }
  return { entries, postings, numbers };
}

const cover =
  /^.*?关于(?:印发|公布|发布|颁布|颁发|转发|批转|实施|施行|执行)(?:实施)?(.{3,}?)的?(?:通知|公告|通告|函|决定|命令|令)$/u;
const years = /(?:19|20)\d{2}年?(?:[-—–~～至到](?:(?:19|20)?\d{2}))?年?度?/gu;
const region = /^\p{Script=Han}{2,7}?(?:自治[区州县旗]|[省市县区州盟旗])(?=.{3})/u;
const body =
  /^\p{Script=Han}{0,14}?(?:人民政府|政府|委员会|办公室|总局|[局厅部署])(?:办公[室厅])?(?=关于|\p{Script=Han}{4})/u;

function entryOf(id: string, name: string): Entry {
  const parts = parseDocumentNumber(name);
  // 数字政府规划2020-2022 ends in years, not in a number.
  const number =
    parts && (/[号〔［[]/.test(name) || titleNoun(parts.organ) === undefined) ? parts : undefined;
  const key = coreOf(name);
  const noun = titleNoun(key) ?? '';
  const stem = noun === key ? key : key.slice(0, key.length - noun.length);
  const bare = stem.replace(body, '').replace(/^关于/, '').replace(region, '').replace(region, '');
  const stems = [...new Set([stem, bare])].filter((text) => text !== '');
  return {
    id,
    stems: stems.map((text) => ({ text, grams: gramsOf(text) })),
    noun: noun === key ? '' : noun,
    ...(number ? { number } : {}),
  };
}

/** `某市关于印发某市“数字政府”规划（2020-2022年）的通知` → `某市数字政府规划` */
function coreOf(name: string): string {
  const plain = simplify(name.normalize('NFKC'))
    .slice(0, longest)
    .replace(/[\s《》〈〉]/g, '');
  const inner = cover.exec(plain)?.[1] ?? plain;
  return titleKey(
    inner
      .replace(/\([^()]*(?:试行|暂行|草案|修[正订]|\d{4}|[版稿])[^()]*\)/g, '')
      .replace(years, '')
      .replace(/[[【〔(](?:试行|暂行)[\]】〕)]?$/, ''),
  ).replace(/(?:试行|暂行)$/, '');
}

/** No title is longer; a longer name is compared by its beginning. */
const longest = 200;
/** Entries looked at for one question at most; rare pairs are looked at first. */
const reach = 1500;
/** A stem of so many characters may be a short form of any other. */
const shortForm = 6;
/** Entries that are compared character by character. */
const compared = 40;
const least = 0.42;
/** Of names that come much less near than the nearest nothing is said. */
const nearness = 0.7;

/**
 * The works with the nearest names, best first; none where nothing comes near.
 *
 * `网约车经营服务管理规定` → the id of 《……网络预约出租汽车经营服务管理暂行规定》 · `环保法` → 环境保护法
 */
export function nearest(index: NameGrams, typed: string, count = 5): Near[] {
  if (typed.length > longest) return [];
  const asked = entryOf('', typed);
  const best = new Map<string, number>();
  const see = (id: string, likeness: number): void => {
    if (likeness >= least && likeness > (best.get(id) ?? 0)) best.set(id, likeness);
  };
  const number = asked.number ?? looseNumber(typed);
  // Two numbers differ in one character and are two documents: a number is near to its own kind alone.
  if (number) {
    for (const at of index.numbers.get(number.number) ?? []) {
      const one = index.entries[at]!;
      see(one.id, likeNumber(number, one.number!));
    }
  } else {
    for (const at of worthComparing(index, asked)) {
      const one = index.entries[at]!;
      if (!one.number) see(one.id, likeName(asked, one));
    }
  }
  const ranked = Array.from(best, ([id, likeness]) => ({ id, likeness })).sort(
    (a, b) => b.likeness - a.likeness,
  );
  const floor = (ranked[0]?.likeness ?? 0) * nearness;
  return ranked.filter(({ likeness }) => likeness >= floor).slice(0, count);
}

/** 湛府68号: a number whose year is left out. */
function looseNumber(typed: string): DocumentNumber | undefined {
  const [, organ, digits] =
    /^(\p{Script=Han}{1,16}?)第?(\d{1,5})号?文?$/u.exec(typed.normalize('NFKC').replace(/\s/g, '')) ?? [];
  if (organ === undefined || titleNoun(organ) !== undefined) return undefined;
  return { scheme: 'document', organ, number: Number(digits) };
}

function likeNumber(asked: DocumentNumber, held: DocumentNumber): number {
  if (asked.number !== held.number) return 0;
  const [a, b] = [asked.organ, held.organ].map((organ) => organ.replace(/人民政府/g, '政府'));
  const sameYear = asked.year === undefined || held.year === undefined || asked.year === held.year;
  // 湛府〔2021〕68号 for 湛府〔2020〕68号: the year of one's own desk comes into the hand.
  if (!sameYear) return a === b && Math.abs(asked.year! - held.year!) === 1 ? 0.7 : 0;
  if (a === '' || a === b) return 0.9;
  if (b === '') return 0;
  if (within(a!, b!) || within(b!, a!)) return 0.8;
  return distance(a!, b!, 1) <= 1 && Math.min(a!.length, b!.length) > 1 ? 0.6 : 0;
}

/** Entries that share the rarer pairs with what was asked, most of them first; of a short form, all that hold its characters. */
function worthComparing({ entries, postings }: NameGrams, asked: Entry): number[] {
  const [whole] = asked.stems;
  if (!whole) return [];
  const lists = Array.from(whole.grams, (gram) => postings.get(gram) ?? []);
  lists.sort((a, b) => a.length - b.length);
  const counts = new Uint8Array(entries.length);
  const seen: number[] = [];
  let looked = 0;
  for (const list of lists) {
    if (looked > 0 && looked + list.length > reach) break;
    looked += list.length;
    for (const at of list) if (counts[at]!++ === 0) seen.push(at);
  }
  const found = mostCounted(seen, counts);
  if (whole.text.length > shortForm) return found;
  const [rarest] = Array.from(new Set(whole.text), (character) => postings.get(character) ?? []).sort(
    (a, b) => a.length - b.length,
  );
  const short = (rarest ?? []).slice(0, reach).filter((at) => {
    const { noun, stems } = entries[at]!;
    return endsAlike(asked.noun, noun) && within(whole.text, stems[0]!.text);
  });
  return Array.from(new Set([...found, ...short]));
}

/** The entries that are counted most often. */
function mostCounted(seen: readonly number[], counts: Uint8Array): number[] {
  const byCount: number[][] = [];
  for (const at of seen) {
    const list = byCount[counts[at]!];
    if (list) list.push(at);
    else byCount[counts[at]!] = [at];
  }
  const found: number[] = [];
  for (let count = byCount.length - 1; count > 0 && found.length < compared; count--)
    found.push(...(byCount[count] ?? []).slice(0, compared - found.length));
  return found;
}

function likeName(asked: Entry, held: Entry): number {
  let likeness = 0;
  for (const a of asked.stems)
    for (const b of held.stems) if (likeness < 1) likeness = Math.max(likeness, likeStem(a, b));
  return endsAlike(asked.noun, held.noun) ? likeness : likeness * 0.8;
}

/** 规定 is said for 暂行规定, and often the kind is not said at all. */
function endsAlike(asked: string, held: string): boolean {
  return asked === '' || held.endsWith(asked) || asked.endsWith(held);
}

function likeStem({ text: a, grams: one }: Stem, { text: b, grams: other }: Stem): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const share = short.length / long.length;
  if (short.length > 1 && long.includes(short)) return 0.6 + 0.35 * share;
  let shared = 0;
  for (const gram of one) if (other.has(gram)) shared++;
  const most = Math.max(1, Math.floor(long.length / 5));
  // A change of one character changes two pairs at most.
  const mayBeNear = short.length > 2 && shared >= Math.max(one.size, other.size) - 2 * most;
  const edits = mayBeNear ? distance(a, b, most) : most + 1;
  if (edits <= most) return 0.95 - edits / long.length;
  // A short form keeps the order of the characters, and the first where it has few: 环保 of 环境保护.
  if (a.length <= b.length && a.length > 1 && within(a, b) && (a.length > 3 || a[0] === b[0]))
    return 0.5 + 0.3 * share;
  if (shared < 2) return 0;
  return 0.5 * (shared / Math.min(one.size, other.size)) + shared / (one.size + other.size) / 2;
}

/** True where the characters of one stand in the other in their order. */
function within(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function gramsOf(key: string): Set<string> {
  const grams = new Set<string>();
  for (let i = 0; i + 1 < key.length; i++) grams.add(key.slice(i, i + 2));
  return grams;
}

/** Characters to change, add or leave out; more than `most` are not counted. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length]!;
}
