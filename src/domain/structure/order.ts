/** Counts articles and headings, and says where the count breaks: gap, duplicate, wrong order, restart. */
import type { VFile } from 'vfile';
import type { Provision, SourceText, TextLine } from '../model.ts';
import { compareNumbers } from '../text/index.ts';
import type { Mark } from './labels.ts';
import { follows } from './lists.ts';

/** The order of articles, which are numbered through the whole text. */
export class ArticleOrder {
  #last: string | undefined;
  readonly #seen = new Map<string, TextLine>();
  readonly #text: SourceText;
  readonly #file: VFile;

  constructor(text: SourceText, file: VFile) {
    this.#text = text;
    this.#file = file;
  }

  add(mark: Mark<'article'>, line: TextLine): void {
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
    } else {
      const first = this.#seen.get(number);
      if (first) report('article-duplicate', `${label}重复：第${first.line}行已有`);
      else if (previous === undefined) {
        if (number !== '1') report('article-gap', `首条是${label}，不是第一条`);
      } else if (!follows(previous, number)) {
        if (compareNumbers(number, previous) < 0) report('article-order', `${label}排在第${previous}条之后`);
        else report('article-gap', `第${previous}条之后是${label}，中间缺条`);
      }
    }
    if (!this.#seen.has(number)) this.#seen.set(number, line);
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

  /** @param siblings the list that the heading stands in */
  add(made: Provision, rank: number, siblings: Provision[], line: TextLine): void {
    const { number, label, type } = made;
    if (number === '') return;
    const ranks = this.#kin.get(siblings) ?? new Map<number, Kin>();
    const kin = ranks.get(rank) ?? { seen: new Set<string>() };
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
      else if (compareNumbers(number, previous) < 0)
        report('order', `${label}排在第${previous}${name}之后`, expected);
      else report('gap', `第${previous}${name}之后是${label}，中间缺${name}`, expected);
    }
    kin.seen.add(number);
    kin.newest = number;
    ranks.set(rank, kin);
    this.#kin.set(siblings, ranks);
    this.#last.set(rank, number);
  }
}
