/** Where the text of a file ends: above the imprint of an issue, above what a web page prints below. */
import { factsBesideHead } from '../../model/page-facts.ts';
import type { PageFact } from '../../model.ts';
import type { Line } from './line.ts';

/** Number of lines before the navigation that a web page prints below the text. */
export function textEnd(lines: Line[]): number {
  let end = lines.length;
  while (end > 1 && isFooter(lines[end - 1]!)) end--;
  return end;
}

/** Facts that a page prints below the text; what belongs to a head (文号, 发布日期) begins another text there. */
const below: ReadonlySet<PageFact> = new Set([...factsBesideHead, 'page']);

const isFooter = ({ navigation, field }: Line): boolean =>
  navigation || (field !== undefined && below.has(field.says));

/** Index of the first line of the imprint that closes an issue; the number of lines where it prints none. */
export function imprintStart(lines: Line[]): number {
  let at = lines.length;
  // A bare day above it signs the last document.
  while (at > 0 && lines[at - 1]!.masthead && !/日[)）]?$/.test(lines[at - 1]!.text)) at--;
  const tail = lines.slice(at).map(({ text }) => text);
  const sure = tail.some((text) =>
    /^(?:主\s*[管办]|编辑出版|编\s*印|准印|刊号|国内统一|国际标准|邮发)/.test(text),
  );
  return sure ? at : lines.length;
}
