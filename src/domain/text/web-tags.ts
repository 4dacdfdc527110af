/**
 * Layout tags around the lines of a web page that was copied as it is.
 *
 * `<p class="a">第一条 甲。</p>` → `第一条 甲。`, if most lines of the file are set so. Tags inside a line are words:
 * `<script>` is shown, never dropped.
 */
import { type Edit, matchEdits } from './edits.ts';
import type { LineTable } from './lines.ts';

const layout =
  'html|head|body|title|meta|link|p|div|h[1-6]|span|font|center|table|thead|tbody|tr|td|th|ul|ol|li|br|hr|section|article|header|footer|main|strong|b|em|i|u';
const tag = `<\\/?(?:${layout})(?:\\s[^<>]{0,300})?\\/?>`;
const blank = '(?:\\s|&(?:nbsp|ensp|emsp|#160|#12288);)*';
const around = new RegExp(`^(?:${tag}${blank})+|(?:${blank}${tag})+$`, 'gi');
const opens = new RegExp(`^\\s*${tag}`, 'i');
const closes = /<(?:br\s*\/?|\/(?:p|div|li|td|tr|h[1-6]))>\s*$/i;

/** Fewer such lines are a text about web pages. */
const fewest = 5;

/** True where most lines of a file begin or end with a layout tag. */
export function isWebPage(source: string, table: LineTable): boolean {
  if (!/<\/|<br/i.test(source)) return false;
  let tagged = 0;
  let filled = 0;
  for (let i = 0; i < table.starts.length; i++) {
    const start = table.starts[i]!;
    const end = table.ends[i]!;
    const head = source.slice(start, Math.min(end, start + 400));
    if (head.trim() === '') continue;
    filled++;
    if (opens.test(head) || closes.test(source.slice(Math.max(start, end - 40), end))) tagged++;
  }
  return tagged >= fewest && tagged * 2 > filled;
}

/** The tags at both ends of a line. */
export function tagEdits(text: string): Edit[] {
  if (!text.includes('<') || text.length > 100_000) return [];
  return matchEdits(text, around, 'web-tag', () => '');
}
