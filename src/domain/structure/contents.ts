/**
 * A text's own table of contents, and its links to the body.
 *
 * 目录 ⏎ `第一章　总则` ⏎ `第二章　…` ⏎ (the body begins where the first entry recurs)
 */
import type { VFile } from 'vfile';
import type { ContentsEntry, Provision, SourceText, TextLine } from '../model.ts';
import { containerMark, listMark, unnumberedHeading } from './labels.ts';

const headingOnly = (text: string): boolean =>
  text.length <= 60 &&
  !/[。；]$/.test(text) &&
  (containerMark(text) !== undefined ||
    listMark(text) !== undefined ||
    unnumberedHeading(text) ||
    /^附\s*[件录表]/.test(text));

const skeleton = (text: string): string =>
  text
    .replace(/[\s\u3000…．.·]+\d*$/, '')
    .replace(/[\s\u3000]/g, '')
    .replace(/[()]/g, (c) => (c === '(' ? '（' : '）'));

export function isContentsHeading(text: string): boolean {
  return /^目[\s\u3000]*[录次]$/.test(text);
}

/**
 * Number of lines that a table of contents takes from `at` (its heading line included), or 0.
 * Without a 目录 line, three or more headings whose first one recurs before any other text are one too.
 */
export function contentsLength(lines: TextLine[], at: number): number {
  const titled = isContentsHeading(lines[at]!.text);
  const first = titled ? at + 1 : at;
  if (first >= lines.length || (!titled && !containerMark(lines[first]!.text))) return 0;
  const key = skeleton(lines[first]!.text);
  let end = first;
  while (end < lines.length && headingOnly(lines[end]!.text)) {
    if (end > first && skeleton(lines[end]!.text) === key) break;
    end++;
  }
  const recurs = end < lines.length && skeleton(lines[end]!.text) === key;
  if (!titled) return recurs && end - first >= 3 ? end - first : 0;
  if (recurs) return end - at;
  // The contents name a heading that the body prints differently: they end at the first line of text.
  for (let i = first; i < end; i++) {
    const again = lines
      .slice(i + 1, end)
      .findIndex((line) => skeleton(line.text) === skeleton(lines[i]!.text));
    if (again >= 0) return i + 1 + again - at - backtrack(lines, i + 1 + again, first);
  }
  return end - at;
}

/** Headings directly before a recurring one that are its parents: they belong to the body. */
function backtrack(lines: TextLine[], at: number, first: number): number {
  let count = 0;
  while (at - count - 1 > first) {
    const above = containerMark(lines[at - count - 1]!.text);
    if (!above || above.number !== '1') break;
    count++;
  }
  return count;
}

/** Entries of the contents' lines (without the heading line). */
export function readContents(lines: TextLine[], text: SourceText): ContentsEntry[] {
  const styles: string[] = [];
  return lines.map((line) => {
    const container = containerMark(line.text);
    const mark = container ?? listMark(line.text);
    const style = container ? `${container.style}${container.sub}` : mark?.style;
    // 序言, 附则 and 附件 stand beside the first level.
    const known = style === undefined ? 0 : styles.indexOf(style);
    const depth = known >= 0 ? known : styles.push(style!) - 1;
    if (known >= 0) styles.length = Math.min(styles.length, known + 1);
    return {
      depth: depth + 1,
      text: line.text,
      label: mark?.label ?? '',
      heading: mark ? line.text.slice(mark.rest) : line.text,
      position: { start: text.placeOf(line, 0), end: text.placeOf(line, line.text.length) },
    };
  });
}

/**
 * Links entries to headings of the body, in order. An entry whose place in the order is right but whose
 * words differ is linked and reported; one with no counterpart is reported and left unlinked.
 */
export function linkContents(entries: ContentsEntry[], provisions: Provision[], file: VFile): void {
  const headings = flatten(provisions);
  const keys = headings.map((node) => skeleton(node.label + headingWords(node)));
  const labels = headings.map((node) => skeleton(node.label));
  let cursor = 0;
  for (const entry of entries) {
    const key = skeleton(entry.label + entry.heading);
    const exact = keys.indexOf(key, cursor);
    if (exact >= 0) {
      entry.target = headings[exact]!.eId;
      cursor = exact + 1;
      continue;
    }
    const label = skeleton(entry.label);
    const near = label === '' ? -1 : labels.indexOf(label, cursor);
    if (near >= 0 && near - cursor < 60) {
      const node = headings[near]!;
      entry.target = node.eId;
      entry.mismatch = headingWords(node);
      cursor = near + 1;
      const message = file.message(
        `目录作“${entry.heading}”，正文作“${entry.mismatch}”`,
        entry.position.start,
        'gongbao:contents-mismatch',
      );
      message.actual = entry.heading;
      message.expected = [entry.mismatch];
    } else {
      file.message(
        `目录有“${entry.text}”，正文没有对应的标题`,
        entry.position.start,
        'gongbao:contents-without-heading',
      );
    }
  }
}

function headingWords(node: Provision): string {
  return node.heading ?? node.text;
}

function flatten(provisions: Provision[], out: Provision[] = []): Provision[] {
  for (const node of provisions) {
    if (node.type === 'part' || node.type === 'chapter' || node.type === 'section' || node.type === 'level') {
      out.push(node);
      flatten(node.children, out);
    }
  }
  return out;
}
