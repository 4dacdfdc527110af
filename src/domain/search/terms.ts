/**
 * An index of terms, as a printed book has one: what the texts define, what their headings name, and the words that
 * mark a provision out from the others. For readers without scripts, and for those who do not know what to type.
 */
import { pinyin } from 'pinyin-pro';
import { normalise } from './analysis.ts';
import type { SearchDocument } from './types.ts';

export interface IndexTerm {
  term: string;
  /** First letter of its pinyin or of itself, upper case; `#` for what has none. */
  letter: string;
  /** Places in `documents`, in their order. */
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

/** A word in more documents than this marks none of them out. */
const commonWord = 16;
/** Words of a document that are taken in. */
const wordsEach = 5;
/** Largest index: beyond it only terms that are defined or head a provision are kept. */
const mostTerms = 6000;

/** Terms in the order of their pinyin. Takes a second for a million characters. */
export function indexTerms(documents: readonly SearchDocument[]): IndexTerm[] {
  const current = documents
    .map((document, place) => ({ document, place }))
    .filter(({ document }) => document.version.standing < 2 && document.type !== 'title');
  const defined = new Set<string>();
  const terms = new Set<string>();
  for (const { document } of current) {
    for (const pattern of definitions) {
      for (const match of document.text.matchAll(pattern)) defined.add(match[1]!);
    }
    const heading = document.heading.replace(/[。，；：]+$/u, '');
    if (plainTerm.test(heading)) terms.add(heading);
  }
  const words = telling(current.map(({ document }) => document.text));
  if (defined.size + terms.size + words.size <= mostTerms) for (const found of words) terms.add(found);
  for (const term of defined) terms.add(term);
  const bodies = current.map(({ document }) => normalise(document.text));
  const list = [...terms].map((term): IndexTerm => {
    const form = normalise(term);
    const places = current.filter((_, i) => bodies[i]!.includes(form)).map(({ place }) => place);
    return { term, letter: letterOf(term), places, defined: defined.has(term) };
  });
  const sound = new Map(list.map(({ term }) => [term, pinyin(term, { toneType: 'none' })]));
  return list
    .filter(({ places }) => places.length > 0)
    .sort(
      (a, b) =>
        compare(a.letter, b.letter) ||
        compare(sound.get(a.term)!, sound.get(b.term)!) ||
        compare(a.term, b.term),
    );
}

/** Words that occur in few texts but in more than one, the most telling of each text. */
function telling(texts: readonly string[]): Set<string> {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const counts = texts.map((text) => {
    const own = new Map<string, number>();
    for (const { segment } of segmenter.segment(text)) {
      if (word.test(segment)) own.set(segment, (own.get(segment) ?? 0) + 1);
    }
    return own;
  });
  const spread = new Map<string, number>();
  for (const own of counts) for (const found of own.keys()) spread.set(found, (spread.get(found) ?? 0) + 1);
  const chosen = new Set<string>();
  for (const own of counts) {
    const scored = [...own]
      .filter(([found]) => spread.get(found)! > 1 && spread.get(found)! <= commonWord)
      .map(([found, count]) => ({ found, score: (count * found.length) / spread.get(found)! }));
    scored.sort((a, b) => b.score - a.score || compare(a.found, b.found));
    for (const { found } of scored.slice(0, wordsEach)) chosen.add(found);
  }
  return chosen;
}

function letterOf(term: string): string {
  const [first = ''] = pinyin(term, { pattern: 'first', toneType: 'none', type: 'array' });
  return /^[a-z]/i.test(first) ? first[0]!.toUpperCase() : '#';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
