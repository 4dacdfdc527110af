/**
 * A published line and what it may be, told from it alone. A question is asked once a line, when the first reader needs its
 * answer; what the line is, context decides.
 *
 * `甲府规〔2021〕3号` → number · `甲市人民政府` → organ · `第三条　为了…` → article
 */
import type { TextLine } from '../../model.ts';
import { numberLine, titleKey } from '../../names/index.ts';
import { looksLikeTitle } from '../../text/index.ts';
import { isCaption } from './caption.ts';
import { contentsPieces, isContentsHeading } from './contents-line.ts';
import { fieldLine, fieldsOfLine, isImprint, isNavigation } from './copy-lines.ts';
import {
  articleCandidate,
  articleMark,
  containerMark,
  hanLevel,
  listMark,
  unnumberedHeading,
} from './labels.ts';
import { mastheadFacts } from './masthead.ts';
import * as meta from './metadata.ts';

export const questions = {
  articleCandidate: ({ text }) => articleCandidate(text),
  /** 第三条, where no sentence goes on with it. */
  article: ({ text }) => articleMark(text),
  /** 第二章 */
  container: ({ text }) => containerMark(text),
  /** 一、 （一） 1. */
  list: ({ text }) => listMark(text),
  /** 一、一般规定 without a stop: a heading. */
  hanLevel: ({ text }) => hanLevel(text),
  /** 总则, 附则 */
  unnumbered: ({ text }) => unnumberedHeading(text),

  /** 文号 on a line of its own: 甲府规〔2021〕3号 */
  number: ({ text }) => numberLine(text, 'document'),
  /** 统一编号: 甲规2021-3, or of letters and digits alone. */
  registry: ({ text }) => numberLine(text, 'registry') ?? meta.letteredNumber(text),
  /** Number of an order or announcement: 甲市人民政府令第9号 */
  order: ({ text }) => numberLine(text, 'order', 'announcement', 'circular'),
  /** 红头: 甲市交通运输局文件 */
  redHead: ({ text }) => meta.isRedHead(text),
  title: ({ text }) => looksLikeTitle(text),
  /** What it is compared by, were it a title. */
  key: ({ text }) => titleKey(text),
  /** 题注 in brackets, or as databases print it. */
  caption: (line) => (isCaption(line, false) ? 'bracketed' : isCaption(line, true) ? 'bare' : undefined),
  /** 目录 */
  contentsHeading: ({ text }) => isContentsHeading(text),
  /** As a line of an issue's contents. */
  pieces: ({ text }) => contentsPieces(text),
  masthead: ({ text }) => mastheadFacts(text),
  addressees: ({ text }) => meta.isAddressees(text),

  organ: ({ text }) => meta.isOrgan(text),
  /** A post without a name. */
  post: ({ text }) => meta.isPost(text),
  /** Posts with their names. */
  signatories: ({ text }) => meta.signatories(text),
  day: ({ text }) => meta.dayLine(text),
  annex: ({ text }) => meta.annexLabel(text),
  /** 公开方式 */
  disclosure: ({ text }) => meta.isDisclosure(text),
  /** 附注 */
  remark: ({ text }) => meta.isRemark(text),
  /** 版记 */
  imprint: ({ text }) => isImprint(text),

  /** A field of a page or database. */
  field: ({ text }) => fieldLine(text),
  fields: ({ text }) => fieldsOfLine(text),
  navigation: ({ text }) => isNavigation(text),
} satisfies Record<string, (line: TextLine) => unknown>;

/** A line with the answers. */
export type Line = TextLine & {
  readonly [question in keyof typeof questions]: ReturnType<(typeof questions)[question]>;
};

class Told {
  readonly #answers: unknown[] = [];

  static {
    for (const [i, [question, ask]] of Object.entries(questions).entries())
      Object.defineProperty(Told.prototype, question, {
        get(this: Told & TextLine) {
          if (!(i in this.#answers)) this.#answers[i] = ask(this);
          return this.#answers[i];
        },
      });
  }

  constructor(line: TextLine) {
    Object.assign(this, line);
  }
}

/** The lines as the readers take them. */
export const linesOf = (lines: readonly TextLine[]): Line[] =>
  lines.map((line) => new Told(line) as unknown as Line);
