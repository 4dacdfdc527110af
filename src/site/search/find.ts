/**
 * Finds words in the text on the page, in any width or bracket form and in traditional characters, as the search does.
 * Matches are painted by the browser (CSS highlights): the text itself is not touched.
 */
import { normalise, normaliseMapped } from '../../domain/search/analysis.ts';
import { occurrences } from '../../domain/search/match.ts';
import { type Needle, parseQuery } from '../../domain/search/query.ts';
import { foreign } from '../browser/law-text.ts';
import { element } from './dom.ts';

/** Not part of the text, or not seen. */
const aside = `${foreign}, [hidden], .unseen, script, style, [popover]`;

interface Found {
  ranges: Range[];
  at: number;
}

let box: HTMLElement | undefined;
let input: HTMLInputElement;
let count: HTMLOutputElement;
const found: Found = { ranges: [], at: -1 };

/** Opens the box; with words at hand it marks them, and leaves the page where it is. */
export function openFind(article: HTMLElement, opener: HTMLElement, words: string): void {
  if (!box) build(article, opener);
  box!.hidden = false;
  opener.hidden = true;
  if (words === '') {
    input.focus();
    input.select();
  } else {
    input.value = words;
    search(article, false);
  }
}

function build(article: HTMLElement, opener: HTMLElement): void {
  input = element('input', { type: 'search', 'aria-label': '在这份文件里查找', enterkeyhint: 'search' });
  count = element('output', { 'aria-live': 'polite' });
  const control = (text: string, label: string, act: () => void): HTMLElement => {
    const button = element('button', { type: 'button', 'aria-label': label }, text);
    button.addEventListener('click', act);
    return button;
  };
  const close = (): void => {
    box!.hidden = true;
    opener.hidden = false;
    paint([], -1);
    opener.focus();
  };
  box = element(
    'search',
    { class: 'find-box' },
    input,
    count,
    control('↑', '上一处', () => step(-1)),
    control('↓', '下一处', () => step(1)),
    control('×', '关闭', close),
  );
  document.body.append(box);
  input.addEventListener('input', () => search(article, true));
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === input) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
  });
}

async function search(article: HTMLElement, go: boolean): Promise<void> {
  if (article.querySelector('.elsewhere')) await (await import('../browser/parts.ts')).bringAll();
  const needles = needlesOf(input.value);
  found.ranges = needles.length === 0 ? [] : rangesOf(article, needles);
  found.at = -1;
  if (go && found.ranges.length > 0) step(1);
  else show();
}

/** The words of the query; the phrase as typed where the words are not in this text. */
function needlesOf(typed: string): Needle[] {
  const [reading] = parseQuery(typed).readings;
  if (!reading) return [];
  const place = reading.place ? reading.place.needles : [];
  return [...reading.needles, ...place].filter(({ forms }) => normalise(forms[0] ?? '') !== '');
}

function rangesOf(article: HTMLElement, needles: readonly Needle[]): Range[] {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(aside) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    text += node.nodeValue ?? '';
  }
  const mapped = normaliseMapped(text);
  const matches = needles.flatMap((needle) => all(mapped.text, needle));
  matches.sort((a, b) => a[0] - b[0]);
  return matches.map(([start, end]) => {
    const range = new Range();
    place(range, nodes, mapped.starts[start]!, 'start');
    place(range, nodes, mapped.ends[end - 1]!, 'end');
    return range;
  });
}

/** All occurrences: `occurrences` stops where a reader of excerpts would. */
function all(text: string, needle: Needle): [number, number][] {
  const ranges: [number, number][] = [];
  for (let from = 0; ; ) {
    const some = occurrences(text.slice(from), needle);
    for (const [start, end] of some) ranges.push([start + from, end + from]);
    const last = ranges.at(-1);
    if (some.length === 0 || !last) return ranges;
    from = last[1];
  }
}

function place(
  range: Range,
  nodes: readonly { node: Text; start: number }[],
  offset: number,
  side: 'start' | 'end',
): void {
  let at = nodes.findLastIndex(({ start }) => (side === 'start' ? start <= offset : start < offset));
  if (at < 0) at = 0;
  const { node, start } = nodes[at]!;
  const within = Math.min(offset - start, node.length);
  if (side === 'start') range.setStart(node, within);
  else range.setEnd(node, within);
}

function step(by: number): void {
  const { ranges } = found;
  if (ranges.length === 0) return;
  if (found.at < 0) found.at = by > 0 ? firstBelow(ranges) : ranges.length - 1;
  else found.at = (found.at + by + ranges.length) % ranges.length;
  const target = ranges[found.at]!;
  target.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  show();
}

/** The first match that is not above the window; the first of all where there is none. */
function firstBelow(ranges: readonly Range[]): number {
  const index = ranges.findIndex((range) => range.getBoundingClientRect().bottom > 60);
  return Math.max(0, index);
}

function show(): void {
  const { ranges, at } = found;
  const total = `${ranges.length}处`;
  count.value =
    input.value.trim() === '' ? '' : ranges.length === 0 ? '没有' : at < 0 ? total : `${at + 1} / ${total}`;
  paint(ranges, at);
}

function paint(ranges: readonly Range[], at: number): void {
  if (!('highlights' in CSS)) {
    const selection = getSelection();
    selection?.removeAllRanges();
    if (ranges[at]) selection?.addRange(ranges[at]!);
    return;
  }
  CSS.highlights.set('find', new Highlight(...ranges));
  CSS.highlights.set('find-here', new Highlight(...(ranges[at] ? [ranges[at]!] : [])));
}
