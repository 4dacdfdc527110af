/** Works whose names come near to what was typed: candidates, never answers. */
import { titleKey } from '../names/index.ts';
import type { StatusWork } from './status-work.ts';
import { numbersOf } from './work-index.ts';

export interface NameGrams {
  ids: readonly string[];
  keys: readonly string[];
  sizes: readonly number[];
  postings: ReadonlyMap<string, readonly number[]>;
  /** Room for counting, all zero between questions. */
  counts: Uint16Array;
}

/** Pairs of neighbouring characters of every name. */
export function indexNames(works: readonly StatusWork[]): NameGrams {
  const postings = new Map<string, number[]>();
  const [ids, keys, sizes]: [string[], string[], number[]] = [[], [], []];
  for (const work of works) {
    for (const name of [work.title, ...work.aliases, ...numbersOf(work)]) {
      const key = titleKey(name);
      const grams = gramsOf(key);
      if (grams.size === 0) continue;
      for (const gram of grams) {
        const list = postings.get(gram);
        if (list) list.push(ids.length);
        else postings.set(gram, [ids.length]);
      }
      ids.push(work.id);
      keys.push(key);
      sizes.push(grams.size);
    }
  }
  return { ids, keys, sizes, postings, counts: new Uint16Array(ids.length) };
}

function gramsOf(key: string): Set<string> {
  const grams = new Set<string>();
  for (let i = 0; i + 1 < key.length; i++) grams.add(key.slice(i, i + 2));
  return grams;
}

/** Short forms keep the order of the characters and the last of them: 环保法 of 环境保护法. Shortest names first. */
function abbreviated({ ids, keys }: NameGrams, typed: string): string[] {
  const key = titleKey(typed);
  if (key.length < 3 || key.length > 6 || !/^\p{Script=Han}+$/u.test(key)) return [];
  return keys
    .map((name, i): [string, number] => [ids[i]!, isWithin(key, name) ? name.length : 0])
    .filter(([, length]) => length > 0)
    .sort((a, b) => a[1] - b[1])
    .map(([id]) => id)
    .slice(0, 5);
}

/** True where the characters of a short form stand in a name in that order, the first and the last at its ends. */
function isWithin(short: string, name: string): boolean {
  if (name.at(-1) !== short.at(-1) || name[0] !== short[0]) return false;
  let at = 0;
  for (const character of short) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Of names that come less than half as near as the nearest nothing is said. */
const nearness = 0.5;

/** Names looked at for one question at most; rare pairs are looked at first. */
const reach = 1500;

/**
 * Ids of the works with the nearest names, best first.
 *
 * `网约车经营服务管理规定` → the id of 《……网络预约出租汽车经营服务管理暂行规定》
 */
export function nearest(index: NameGrams, typed: string, count = 5): string[] {
  const grams = gramsOf(titleKey(typed).slice(0, 120));
  if (grams.size === 0) return [];
  const lists = Array.from(grams, (gram) => index.postings.get(gram) ?? [])
    .filter((list) => list.length > 0)
    .sort((a, b) => a.length - b.length);
  const { counts } = index;
  const touched: number[] = [];
  let looked = 0;
  for (const list of lists) {
    if (looked > 0 && looked + list.length > reach) break;
    looked += list.length;
    for (const name of list) if (counts[name]!++ === 0) touched.push(name);
  }
  const best = new Map<string, number>();
  if (touched.length === 0 || grams.size < 4) for (const id of abbreviated(index, typed)) best.set(id, 0.3);
  for (const name of touched) {
    const shared = counts[name]!;
    counts[name] = 0;
    if (shared < 2 && grams.size >= 3) continue;
    // Shared over the shorter name, so that a short name finds the long title, with a little weight for likeness.
    const size = index.sizes[name]!;
    const score = shared / Math.min(grams.size, size) + shared / (grams.size + size);
    const id = index.ids[name]!;
    if (score >= 0.35 && score > (best.get(id) ?? 0)) best.set(id, score);
  }
  const ranked = Array.from(best).sort((a, b) => b[1] - a[1]);
  const least = (ranked[0]?.[1] ?? 0) * nearness;
  return ranked
    .filter(([, score]) => score >= least)
    .slice(0, count)
    .map(([id]) => id);
}
