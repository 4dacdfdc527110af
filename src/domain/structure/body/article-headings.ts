/**
 * Headings of articles, in the forms that editions print.
 *
 * `第一条 【立法目的】为了…` · `第一条（立法目的）为了…` · `**第一条 立法目的** 为了…` · `第一条 立法目的` ⏎ `为了…`
 */
import { squared } from '../../text/index.ts';
import type { Line } from '../lines/line.ts';
import type { ArticleMark } from './articles.ts';

/** `[1]` is the mark of a note. */
const square = /^\[(?![\d\s①-⑳*]+\])([^\]]{1,40})\]\s*/;
const round = /^（([^（）。；，]{2,25})）\s*/;
const longest = 30;

/** A heading found after an article's label. */
interface FoundHeading {
  heading: string;
  /** As printed, where it stands in brackets. */
  form?: string;
  /** Offset in the line where the text begins. */
  rest: number;
}

/** Reads the heading of an article's line, or undefined. */
export type HeadingReader = (line: Line, mark: ArticleMark) => FoundHeading | undefined;

/** Square brackets always hold a heading; the other forms count where most articles of the text have them. */
export function headingReader(lines: Line[], heads: (ArticleMark | undefined)[]): HeadingReader {
  let articles = 0;
  let rounded = 0;
  let open = 0;
  for (const [i, mark] of heads.entries()) {
    if (!mark) continue;
    articles++;
    const line = lines[i]!;
    if (round.test(line.text.slice(mark.rest))) rounded++;
    else if (bold(line, mark) || alone(line, mark, lines[i + 1], heads[i + 1])) open++;
  }
  const roundPrevails = articles > 1 && rounded * 2 > articles;
  const openPrevails = articles > 1 && open * 2 > articles;
  const index = new Map(lines.map((line, i) => [line, i]));
  return (line, mark) => {
    const rest = line.text.slice(mark.rest);
    const bracketed = square.exec(squared(rest.slice(0, 60))) ?? (roundPrevails ? round.exec(rest) : null);
    if (bracketed)
      return {
        heading: rest.slice(1, 1 + bracketed[1]!.length),
        form: rest.slice(0, bracketed[0].length).trim(),
        rest: mark.rest + bracketed[0].length,
      };
    if (!openPrevails) return undefined;
    const i = index.get(line)!;
    return bold(line, mark) ?? alone(line, mark, lines[i + 1], heads[i + 1]);
  };
}

function reads(words: string): boolean {
  return words.length > 0 && words.length <= longest && !/[。；：，,！？\t]/.test(words);
}

/** The words in bold after the label. */
function bold(line: Line, mark: ArticleMark): FoundHeading | undefined {
  const range = line.strong?.find(([start, end]) => start <= mark.rest && end > mark.rest);
  if (!range) return undefined;
  const heading = line.text.slice(mark.rest, range[1]).trim();
  const rest = line.text.length - line.text.slice(range[1]).trimStart().length;
  return reads(heading) && rest < line.text.length ? { heading, rest } : undefined;
}

/** The words after the label, where they are all of the line and the text follows below. */
function alone(
  line: Line,
  mark: ArticleMark,
  next: Line | undefined,
  nextHead: ArticleMark | undefined,
): FoundHeading | undefined {
  const heading = line.text.slice(mark.rest);
  if (!reads(heading) || !next || nextHead || next.container) return undefined;
  return { heading, rest: line.text.length };
}
