/** From a place of a text to the page of the file that it was taken from. */
import type { Source } from '../holdings.ts';
import { originalUrl } from '../urls.ts';
import type { Link } from './common.ts';

/** `gazette.md` line 120 → 原件第3页, with its address; undefined where the text came from no file. */
export function originalLink({ issue, originals }: Source, line: number): Link | undefined {
  const original = originals.findLast((each) => each.line <= line);
  if (!original || issue === undefined) return undefined;
  const page = original.pages.findLast((each) => each.line !== undefined && each.line <= line)?.page;
  const name = original.path.slice(original.path.lastIndexOf('/') + 1);
  return { text: page ? `原件第${page}页` : '原件', href: originalUrl(issue, name, page) };
}
