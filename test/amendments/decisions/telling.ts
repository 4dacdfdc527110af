/** What every change of the model is told with: where it stood, the style of the decision, the new numbers. */
import { type Article, type Chooser, n, nth, type Paragraph, printParagraphs } from './model.ts';

export const styles = ['congress', 'council', 'ministry'] as const;
export type Style = (typeof styles)[number];

/** New numbers of articles and chapters, known when all changes are made. */
export interface Numbers {
  article(id: number): number;
  chapter(id: number): number;
}

/** A clause, told once the new numbers are known. */
export type Telling = (numbers: Numbers) => string;

/** An article in hand, and its neighbour where a change may take that in as well. */
export interface Site {
  article: Article;
  /** Its old number. */
  number: number;
  next: Article | undefined;
  style: Style;
  choose: Chooser;
  fresh(): number;
}

/** What became of an article. */
export interface Told {
  told: Telling[];
  /** Articles that follow it now. */
  made?: Article[];
  gone?: true;
  /** Its neighbour went with it. */
  took?: true;
  /** The clause says its new number. */
  numbered?: true;
  /** It stands behind this one now. */
  behind?: Article;
}

export type Change = (site: Site) => Told | undefined;

export const clause = (...told: Telling[]): Told => ({ told });
export const plain = (text: string): Paragraph => ({ text, items: [] });

/** 第三条第二款, or the article alone where it has one paragraph only. */
export function placeOf({ article, number }: Site, p: number): string {
  return article.paragraphs.length > 1 ? `${nth(number)}第${n(p + 1)}款` : nth(number);
}

/** The index of one of the paragraphs that fit, or -1. */
export function paragraphWhere({ article, choose }: Site, fits: (paragraph: Paragraph) => boolean): number {
  const found = article.paragraphs.flatMap((paragraph, p) => (fits(paragraph) ? [p] : []));
  return found.length > 0 ? choose.among(found) : -1;
}

/** A change of one of the paragraphs that fit. */
export const onParagraph =
  (
    fits: (paragraph: Paragraph) => boolean,
    change: (site: Site & { paragraph: Paragraph; place: string }) => Told,
  ): Change =>
  (site) => {
    const at = paragraphWhere(site, fits);
    const paragraph = site.article.paragraphs[at];
    return paragraph && change({ ...site, paragraph, place: placeOf(site, at) });
  };

/** A change that takes in the article behind. */
export const withNext =
  (change: (site: Site & { next: Article }) => Told): Change =>
  ({ next, ...site }) =>
    next && change({ ...site, next });

/** New wording: each paragraph with its own opening mark, one pair of marks round all, or none at all. */
export function quote(
  lines: readonly string[],
  { style, choose: { among } }: Pick<Site, 'style' | 'choose'>,
): string {
  if (style === 'ministry') return `${among(['', '\n'])}${lines.join('\n')}\n`;
  return style === 'congress' ? `${lines.map((line) => `“${line}`).join('\n')}”` : `“${lines.join('\n')}”`;
}

export const quoted = (paragraphs: readonly Paragraph[], site: Site): string =>
  quote(printParagraphs(paragraphs), site);

/** The same in marks, whatever the style: for wording that goes on in its line. */
export const marked = (text: string): string => `“${text}”`;
