/** Counts articles and headings, and says where the count breaks: gap, duplicate, wrong order, restart. */
import type { VFile } from 'vfile';
import type { Provision, SourceText, TextLine } from '../../model.ts';
import { compareNumbers } from '../../text/index.ts';
import type { Mark } from '../lines/labels.ts';
import { follows } from './lists.ts';

/**
 * Numbers that are missing between two, told apart by whether they come later: those are out of order, not lost.
 *
 * `8`, `11` → 9, 10 · `3`, `3-3` → 3-1, 3-2
 */
function between(previous: string, number: string): string[] {
  const [a, b = 0] = previous.split('-').map(Number) as [number, number?];
  const [c, d] = number.split('-').map(Number) as [number, number?];
  const count = (from: number, to: number, name: (n: number) => string): string[] =>
    Array.from({ length: Math.max(0, Math.min(to - from, mostBetween)) }, (_, i) => name(from + i));
  if (a === c) return count(b + 1, d ?? 0, (n) => `${a}-${n}`);
  const whole = count(a + 1, c, String);
  return d === undefined ? whole : [...whole, String(c), ...count(1, d, (n) => `${c}-${n}`)];
}

/** A longer gap is one whatever comes later. */
const mostBetween = 1000;

/** How a number that does not follow is out of turn. */
type Break =
  | { kind: 'gap' }
  /** It stands behind a higher number, or before a lower one that comes later. */
  | { kind: 'order'; before?: string }
  /** All that is missing has been said. */
  | { kind: 'none' };

/** @param known the numbers so far and those said to be missing, to which are added what is missing here */
function breakOf(
  previous: string,
  number: string,
  known: Set<string>,
  later: (number: string) => boolean,
): Break {
  if (compareNumbers(number, previous) < 0) return { kind: 'order' };
  const missing = between(previous, number).filter((each) => !known.has(each));
  const lost = missing.filter((each) => !later(each));
  for (const each of lost) known.add(each);
  if (lost.length > 0) return { kind: 'gap' };
  return missing.length > 0 ? { kind: 'order', before: missing[0]! } : { kind: 'none' };
}

/** The order of articles, which are numbered through the whole text. */
export class ArticleOrder {
  #last: string | undefined;
  readonly #runsOn: boolean;
  readonly #seen = new Map<string, TextLine>();
  readonly #known = new Set<string>();
  readonly #text: SourceText;
  readonly #file: VFile;

  /** @param runsOn the first article may have any number: amendments are counted through */
  constructor(text: SourceText, file: VFile, runsOn = false) {
    this.#text = text;
    this.#file = file;
    this.#runsOn = runsOn;
  }

  /** @param later tells whether an article of that number stands further below */
  add(mark: Mark<'article'>, line: TextLine, later: (number: string) => boolean): void {
    const { number } = mark;
    const previous = this.#last;
    const expected = previous === undefined ? '1' : String(Number(previous.split('-')[0]) + 1);
    const label = mark.label.replace(/[：:．.、]$/, '');
    const report = (rule: string, reason: string): void => {
      const message = this.#file.message(reason, this.#text.placeOf(line, 0), `gongbao:${rule}`);
      message.actual = number;
      message.expected = [expected];
    };
    if (number === '1' && previous !== undefined && compareNumbers(previous, '2') > 0) {
      // A second text in the same file: said once, not for each of its articles.
      report('article-restart', `第${previous}条之后条号从第一条重新开始`);
      this.#seen.clear();
      this.#known.clear();
    } else {
      const first = this.#seen.get(number);
      if (first) report('article-duplicate', `${label}重复：第${first.line}行已有`);
      else if (previous === undefined) {
        if (number !== '1' && !this.#runsOn) report('article-gap', `首条是${label}，不是第一条`);
      } else if (!follows(previous, number)) {
        const found = breakOf(previous, number, this.#known, later);
        if (found.kind === 'order')
          report(
            'article-order',
            `${label}排在第${found.before ?? previous}条之${found.before ? '前' : '后'}`,
          );
        else if (found.kind === 'gap') report('article-gap', `第${previous}条之后是${label}，中间缺条`);
      }
    }
    if (!this.#seen.has(number)) this.#seen.set(number, line);
    this.#known.add(number);
    this.#last = number;
  }
}

const names: Partial<Record<Provision['type'], string>> = {
  part: '编',
  chapter: '章',
  section: '节',
  level: '部分',
};

interface Kin {
  seen: Set<string>;
  /** Those and the ones said to be missing. */
  known: Set<string>;
  newest?: string;
}

/** The order of 编, 章, 节, each counted under its parent; chapters may be counted on through all 编. */
export class HeadingOrder {
  /** Last number of each rank, under whatever parent. */
  readonly #last = new Map<number, string>();
  /** Numbers of each rank under one parent, which its list of children stands for. */
  readonly #kin = new WeakMap<Provision[], Map<number, Kin>>();
  readonly #text: SourceText;
  readonly #file: VFile;

  constructor(text: SourceText, file: VFile) {
    this.#text = text;
    this.#file = file;
  }

  /**
   * @param siblings the list that the heading stands in
   * @param later tells whether a heading of that number stands further below, beside this one
   */
  add(
    made: Provision,
    rank: number,
    siblings: Provision[],
    line: TextLine,
    later: (number: string) => boolean,
  ): void {
    const { number, label, type } = made;
    if (number === '') return;
    const ranks = this.#kin.get(siblings) ?? new Map<number, Kin>();
    const kin = ranks.get(rank) ?? { seen: new Set<string>(), known: new Set<string>() };
    const previous = kin.newest;
    const last = this.#last.get(rank);
    const name = names[type] ?? '';
    const report = (rule: string, reason: string, expected: string): void => {
      const message = this.#file.message(reason, this.#text.placeOf(line, 0), `gongbao:heading-${rule}`);
      message.actual = number;
      message.expected = [expected];
    };
    if (previous === undefined) {
      if (number !== '1' && !(last !== undefined && follows(last, number)))
        report('gap', `首${name}是${label}`, '1');
    } else if (!follows(previous, number)) {
      const expected = String(Number(previous.split('-')[0]) + 1);
      if (kin.seen.has(number)) report('duplicate', `${label}重复`, expected);
      else {
        const found = breakOf(previous, number, kin.known, later);
        const side = found.kind === 'order' && found.before ? '前' : '后';
        const other = (found.kind === 'order' && found.before) || previous;
        if (found.kind === 'order') report('order', `${label}排在第${other}${name}之${side}`, expected);
        else if (found.kind === 'gap')
          report('gap', `第${previous}${name}之后是${label}，中间缺${name}`, expected);
      }
    }
    kin.seen.add(number);
    kin.known.add(number);
    kin.newest = number;
    ranks.set(rank, kin);
    this.#kin.set(siblings, ranks);
    this.#last.set(rank, number);
  }
}
