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
      if (first) report('article-duplicate', `${mark.label}重复：第${first.line}行已有`);
      else if (previous === undefined) {
        if (number !== '1') report('article-gap', `首条是${mark.label}，不是第一条`);
      } else if (!follows(previous, number)) {
        if (compareNumbers(number, previous) < 0)
          report('article-order', `${mark.label}排在第${previous}条之后`);
        else report('article-gap', `第${previous}条之后是${mark.label}，中间缺条`);
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

/**
 * Reports a numbered heading that does not follow its sibling above. Chapters may be counted through all 编.
 * @param siblings what its parent holds above it
 * @param last number of the last heading of this rank, under whatever parent
 */
export function checkHeading(
  made: Provision,
  siblings: Provision[],
  last: string | undefined,
  line: TextLine,
  text: SourceText,
  file: VFile,
): void {
  const { number, label, type } = made;
  if (number === '') return;
  const kin = siblings.filter((node) => node.type === type && node.number !== '' && sameRank(node, made));
  const previous = kin.at(-1)?.number;
  const report = (rule: string, reason: string, expected: string): void => {
    const message = file.message(reason, text.placeOf(line, 0), `gongbao:heading-${rule}`);
    message.actual = number;
    message.expected = [expected];
  };
  if (previous === undefined) {
    if (number !== '1' && !(last !== undefined && follows(last, number)))
      report('gap', `首${names[type]}是${label}`, '1');
    return;
  }
  if (follows(previous, number)) return;
  const expected = String(Number(previous.split('-')[0]) + 1);
  if (kin.some((node) => node.number === number)) report('duplicate', `${label}重复`, expected);
  else if (compareNumbers(number, previous) < 0)
    report('order', `${label}排在第${previous}${names[type]}之后`, expected);
  else report('gap', `第${previous}${names[type]}之后是${label}，中间缺${names[type]}`, expected);
}

/** 编 and 分编 are both parts, and are counted apart. */
function sameRank(a: Provision, b: Provision): boolean {
  return a.label.includes('分') === b.label.includes('分');
}
