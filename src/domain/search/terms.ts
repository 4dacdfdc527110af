/**
 * An index of terms, as a printed book has one: what the texts define, what their headings name, and the words that
 * mark a provision out from the others. For readers without scripts, and for those who do not know what to type.
 */
import { pinyin } from 'pinyin-pro';
import { normalise } from './analysis.ts';
import { hitIds } from './rank.ts';
import type { SearchSource } from './source.ts';
import type { StoredDocument } from './types.ts';

export interface IndexTerm {
  term: string;
  /** First letter of its pinyin or of itself, upper case; `#` for what has none. */
  letter: string;
  /** Ids of documents, ascending. */
  places: number[];
  /** True where a text defines it. */
  defined: boolean;
}

const han = '\\p{Script=Han}';
/** （以下简称网约车） · 本规定所称网约车平台公司，是指 */
const definitions: readonly RegExp[] = [
  new RegExp(
    `(?:以下|下文|下)(?:统称|简称|称)为?["“]?([${han}A-Za-z0-9]{2,16})["”]?(?=[）),，。；;、])`,
    'gu',
  ),
  new RegExp(
    `本(?:法|条例|规定|规则|办法|细则|决定|通知|意见|方案)所称的?["“]?([${han}A-Za-z0-9]{2,16}?)["”]?[，,]?(?:是指|包括|指)`,
    'gu',
  ),
];
const plainTerm = new RegExp(`^[${han}A-Za-z0-9·]{2,16}$`, 'u');
const word = new RegExp(`^${han}{2,8}$`, 'u');
/** Counts, denials and references, which name nothing. */
const notTerm = /^[第不各一该其本每]/u;
/** Length from which a word says something by itself. */
const longWord = 3;
/** How much two words must keep together to be one term: the share of each that stands in the pair, multiplied. */
const bond = 0.2;

/** A word in more documents than this marks none of them out. */
const commonWord = 16;
/** Words of a document that are taken in. */
const wordsEach = 5;
/** Largest index: beyond it only terms that are defined or head a provision are kept. */
const mostTerms = 6000;

/** With more characters than this no words are looked for: definitions and headings are enough to browse. */
const longestRead = 4_000_000;

/** Terms in the order of their pinyin. Takes some seconds for a million characters. */
export async function indexTerms(
  source: SearchSource,
  documents: readonly StoredDocument[],
): Promise<IndexTerm[]> {
  const current = documents.filter(({ version, type }) => version.standing < 2 && type !== 'title');
  const defined = new Set<string>();
  const terms = new Set<string>();
  for (const { text, heading } of current) {
    for (const pattern of definitions) for (const match of text.matchAll(pattern)) defined.add(match[1]!);
    const name = heading.replace(/[。，；：]+$/u, '');
    if (plainTerm.test(name)) terms.add(name);
  }
  if (current.reduce((sum, { text }) => sum + text.length, 0) <= longestRead) {
    const words = telling(current.map(({ text }) => text));
    if (defined.size + terms.size + words.size <= mostTerms) for (const found of words) terms.add(found);
  }
  for (const term of defined) terms.add(term);
  const list: IndexTerm[] = [];
  for (const term of terms) {
    const places = await placesOf(source, term);
    if (places.length > 0) list.push({ term, letter: letterOf(term), places, defined: defined.has(term) });
  }
  const sound = new Map(list.map(({ term }) => [term, pinyin(term, { toneType: 'none' })]));
  const bySound = (a: string, b: string): number => compare(sound.get(a)!, sound.get(b)!) || compare(a, b);
  return list.sort((a, b) => compare(a.letter, b.letter) || bySound(a.term, b.term));
}

async function placesOf(source: SearchSource, term: string): Promise<number[]> {
  const ids = await hitIds(source, { needles: [{ typed: term, forms: [normalise(term)] }], excluded: [] });
  const documents = await source.load(ids);
  return ids.filter((_, i) => {
    const document = documents[i];
    return document !== undefined && document.version.standing < 2 && document.type !== 'title';
  });
}

/**
 * Long words, and pairs of words that belong together (电子证照, 行政许可), that occur in few texts but in more than
 * one; the most telling of each text. Short words alone mark nothing out.
 */
function telling(texts: readonly string[]): Set<string> {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const single = new Map<string, number>();
  const pairs = new Map<string, { count: number; words: readonly [string, string] }>();
  const counts = texts.map((text) => {
    const own = new Map<string, number>();
    let before = '';
    for (const { segment } of segmenter.segment(text)) {
      const isWord = word.test(segment);
      if (isWord) add(single, segment);
      if (isWord && segment.length >= longWord) add(own, segment);
      if (isWord && before !== '') {
        const pair = before + segment;
        add(own, pair);
        const known = pairs.get(pair);
        if (known) known.count++;
        else pairs.set(pair, { count: 1, words: [before, segment] });
      }
      before = isWord ? segment : '';
    }
    return own;
  });
  const belongs = (term: string): boolean => {
    const pair = pairs.get(term);
    if (!pair) return true;
    const [first, second] = pair.words;
    return pair.count ** 2 >= bond * single.get(first)! * single.get(second)!;
  };
  const spread = new Map<string, number>();
  for (const own of counts) for (const found of own.keys()) add(spread, found);
  const chosen = new Set<string>();
  for (const own of counts) {
    const scored = [...own].flatMap(([found, count]) => {
      const texts = spread.get(found)!;
      return texts > 1 && texts <= commonWord && !notTerm.test(found) && belongs(found)
        ? [{ found, score: (count * found.length) / texts }]
        : [];
    });
    scored.sort((a, b) => b.score - a.score || compare(a.found, b.found));
    for (const { found } of scored.slice(0, wordsEach)) chosen.add(found);
  }
  return chosen;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function letterOf(term: string): string {
  const [first = ''] = pinyin(term, { pattern: 'first', toneType: 'none', type: 'array' });
  return /^[a-z]/i.test(first) ? first[0]!.toUpperCase() : '#';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
