/**
 * Headings without a number that part the articles of a text.
 *
 * `管理职责` ⏎ `第一条　…。` … `监督检查` ⏎ `第四条　…。` → two levels with their articles
 */

import type { Line } from '../lines/line.ts';
import type { ArticleMark } from './articles.ts';

const longest = 20;
/** One such line may be a sentence that lost its full stop. */
const fewest = 2;

/**
 * Finds the lines: short, without any punctuation, each directly above an article. A text that is parted so has one
 * above its first article.
 * @returns for each line, true where it is such a heading
 */
export function bareHeadings(lines: Line[], heads: (ArticleMark | undefined)[]): boolean[] {
  const flags: boolean[] = new Array(lines.length).fill(false);
  const first = heads.findIndex((head) => head);
  let count = 0;
  for (let i = lines.length - 2; i >= 0; i--) {
    if (heads[i] || !(heads[i + 1] || flags[i + 1]) || !reads(lines[i]!)) continue;
    // The line above has ended, or is a heading.
    const above = lines[i - 1];
    const ended = above === undefined || /[。；！？”）]$/.test(above.text) || above.list !== undefined;
    if (!ended && !above.container && !reads(above)) continue;
    flags[i] = true;
    if (heads[i + 1]) count++;
  }
  return first > 0 && flags[first - 1] && count >= fewest ? flags : flags.fill(false);
}

function reads({ text, title, unnumbered, container, list }: Line): boolean {
  return (
    /^[\u3400-\u9fff“”、]+$/.test(text) &&
    text.length >= 2 &&
    text.length <= longest &&
    !(title || unnumbered || container || list)
  );
}
