/**
 * Layout tags of a web page that was copied as it is.
 *
 * `<p class="a"><b>第一条</b> 甲：<br>（一）乙。</p>` → `第一条 甲：` and `（一）乙。`, if most lines of the file are set so.
 * Other tags are words: `<script>` is shown, never dropped.
 */
import type { LineTable } from './lines.ts';

const layout =
  'html|head|body|title|meta|link|p|div|h[1-6]|span|font|center|table|thead|tbody|tfoot|caption|colgroup|col|tr|td|th|ul|ol|li|br|hr|section|article|header|footer|main|strong|b|em|i|u';
const tag = `<\\/?(?:${layout})(?:\\s[^<>]{0,300})?\\/?>`;
const tags = new RegExp(`${tag}(?:\\s*${tag})*`, 'gi');
const opens = new RegExp(`^\\s*${tag}`, 'i');
const closes = /<(?:br\s*\/?|\/(?:p|div|li|td|tr|h[1-6]))>\s*$/i;
/** Between these, a line ends that the file does not end. */
const breaks = /<br\b|<\/(?:p|div|li|tr|h[1-6])\b/i;
const cell = /<\/t[dh]\b/i;
const comment = /^\s*<!--/;

/** Fewer such lines are a text about web pages. */
const fewest = 3;

/** True where most lines of a file begin or end with a layout tag. */
export function isWebPage(source: string, table: LineTable): boolean {
  if (!/<\/|<br/i.test(source)) return false;
  let tagged = 0;
  let filled = 0;
  for (let i = 0; i < table.starts.length; i++) {
    const start = table.starts[i]!;
    const end = table.ends[i]!;
    const head = source.slice(start, Math.min(end, start + 400));
    if (head.trim() === '' || comment.test(head)) continue;
    filled++;
    if (opens.test(head) || closes.test(source.slice(Math.max(start, end - 40), end))) tagged++;
  }
  return tagged >= fewest && tagged * 2 > filled;
}

const opensTable = /^\s{0,40}(?:<(?:html|body)>\s{0,4}){0,2}<table[\s>]/i;

/**
 * Tables as converters write them into Markdown: the index of the line that opens one → that of the line that closes it.
 */
export function tableBlocks(source: string, table: LineTable): Map<number, number> {
  const blocks = new Map<number, number>();
  let opened: number | undefined;
  if (!/<\/table>/i.test(source)) return blocks;
  for (let i = 0; i < table.starts.length; i++) {
    const line = source.slice(table.starts[i], table.ends[i]);
    if (opened === undefined && opensTable.test(line)) opened = i;
    if (opened === undefined || !/<\/table>/i.test(line)) continue;
    blocks.set(opened, i);
    opened = undefined;
  }
  return blocks;
}

/** A run of tags, in source offsets. */
export interface TagRun {
  start: number;
  end: number;
  /** What stands there for the reader: a new line, the next cell of a row, nothing. */
  as: 'line' | 'cell' | 'nothing';
}

/** The tags of a source line. */
export function tagRuns(source: string, start: number, end: number): TagRun[] {
  const line = source.slice(start, end);
  if (!line.includes('<')) return [];
  const [first, last] = [line.search(/\S/), line.trimEnd().length];
  return Array.from(line.matchAll(tags), ({ index, 0: run }) => {
    const inside = first < index && index + run.length < last;
    const as = !inside ? 'nothing' : breaks.test(run) ? 'line' : cell.test(run) ? 'cell' : 'nothing';
    return { start: start + index, end: start + index + run.length, as };
  });
}
