/**
 * A question in the reader's own words, where they are found nowhere as typed: cut into words of the archive, with
 * everyday words led to those of the law. What was left out, and what was put for what, is said.
 */
import type { EverydayWord } from '../model.ts';
import { normalise } from './analysis.ts';
import type { Needle } from './query.ts';
import { questionWords } from './question-words.ts';

/** A question cut into words. */
export interface OwnWords {
  needles: Needle[];
  /** Words that no text holds, or that only ask. */
  dropped: string[];
  /** Entries of the table that were used. */
  led: EverydayWord[];
}

/** Longer questions are not cut: they are quotations, and quotations are compared. */
const longest = 40;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Cuts a query; undefined where there is nothing to cut it into.
 * @param occurs true for a normalised word that some text holds
 *
 * 网约车司机条件 → 网约车 · 司机（驾驶员） · 条件; 举报奖励多少钱 → 举报奖励, without 多少钱
 */
export async function ownWords(
  typed: string,
  everyday: readonly EverydayWord[],
  occurs: (word: string) => Promise<boolean>,
): Promise<OwnWords | undefined> {
  const tokens = typed.trim().split(/\s+/).map(normalise).filter(Boolean);
  if (typed.length > longest || tokens.some((token) => !/^[\p{Script=Han}\w]+$/u.test(token)))
    return undefined;
  const entries = everyday
    .map((entry) => ({ entry, said: normalise(entry.said) }))
    .sort((a, b) => b.said.length - a.said.length);
  const words: OwnWords = { needles: [], dropped: [], led: [] };
  for (const token of tokens) {
    let left = '';
    const drop = (): void => {
      if (left !== '') words.dropped.push(left);
      left = '';
    };
    for (let at = 0; at < token.length; ) {
      const rest = token.slice(at);
      const held = await longestHeld(rest, occurs);
      const table = entries.find(({ said }) => rest.startsWith(said));
      if (table && table.said.length >= held.length) {
        drop();
        const { said, meant } = table.entry;
        words.needles.push({ typed: said, forms: [table.said, ...meant.map(normalise)] });
        words.led.push(table.entry);
        at += table.said.length;
      } else if (held !== '') {
        drop();
        words.needles.push({ typed: held, forms: [held] });
        at += held.length;
      } else {
        const [first = ''] = segmentsOf(rest);
        left += first;
        at += first.length;
      }
    }
    drop();
  }
  const same = words.needles.length === 1 && words.led.length === 0 && words.dropped.length === 0;
  return words.needles.length === 0 || same ? undefined : words;
}

/** The longest run of words from the beginning that some text holds; empty where there is none, or it only asks. */
async function longestHeld(text: string, occurs: (word: string) => Promise<boolean>): Promise<string> {
  const [first = '', ...others] = segmentsOf(text);
  if (questionWords.has(first)) return '';
  const runs = [first];
  for (const segment of others) {
    // A word that only asks ends a run.
    if (questionWords.has(segment)) break;
    runs.push(runs.at(-1)! + segment);
  }
  for (const run of runs.reverse()) if (run.length > 1 && (await occurs(run))) return run;
  return '';
}

/** Words of a text; a question word is one even where the segmenter parts it otherwise. */
function segmentsOf(text: string): string[] {
  const asking = Array.from(questionWords, (word) => word)
    .filter((word) => word.length > 1 && text.startsWith(word))
    .sort((a, b) => b.length - a.length)[0];
  if (asking !== undefined) return [asking, ...segmentsOf(text.slice(asking.length))];
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** What was made of the words, for the reader. */
export function ownWordsNote({ needles, dropped, led }: OwnWords): string {
  const used = needles.map(({ typed }) => `“${typed}”`).join('、');
  const reasons = led.map(({ said, meant, because }) => `“${said}”也按“${meant.join('”“')}”查（${because}）`);
  const without = dropped.length > 0 ? [`没有用到“${dropped.join('”“')}”`] : [];
  return [`没有连在一起的原样词句，改按${used}查`, ...reasons, ...without].join('；');
}
