/**
 * The life of a work as a picture (SVG) and as lines of text that say the same.
 * Stretches are drawn in order with a width that grows with their length but never vanishes; a stretch without beginning
 * or end is drawn open. Colours come from the page's style by class; words and patterns tell the states apart without it.
 */

import type { Day, State, Stretch } from '../../model.ts';
import { formatDay } from '../../text/calendar.ts';

export interface TimelineLine {
  /** `2020年12月31日—2022年12月30日`; open ends: `…及以前`, `…起`. */
  days: string;
  word: string;
  reason: string;
  state: State;
}

const dayNumber = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000;
const dayBefore = (day: Day): Day => new Date((dayNumber(day) - 1) * 86_400_000).toISOString().slice(0, 10);

/** Stretches in words, oldest first. */
export function timelineLines(
  spans: readonly Stretch[],
  words: Readonly<Record<State, string>>,
): TimelineLine[] {
  return spans.map((span) => ({
    days: daysOf(span),
    word: words[span.state],
    reason: span.reason,
    state: span.state,
  }));
}

function daysOf({ from, until }: Pick<Stretch, 'from' | 'until'>): string {
  if (from === undefined && until === undefined) return '任何一日';
  if (from === undefined) return `${formatDay(dayBefore(until!))}及以前`;
  if (until === undefined) return `${formatDay(from)}起`;
  const last = dayBefore(until);
  return last === from ? formatDay(from) : `${formatDay(from)}—${formatDay(last)}`;
}

const height = 62;
const barTop = 8;
const barHeight = 18;
const total = 720;

/** Text as it may stand in SVG. */
export function escapeXml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!,
  );
}

/**
 * The picture.
 * @param label what it is a picture of, for those who do not see it
 * @returns an `<svg>` element; classes `span state-<state>`, `tick`; no style of its own
 */
export function timelineSvg(
  spans: readonly Stretch[],
  words: Readonly<Record<State, string>>,
  label: string,
): string {
  const widths = widthsOf(spans);
  const starts = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  const bars = spans.map((span, i) => bar(span, words[span.state], starts[i]!, widths[i]!));
  const ticks = spans.flatMap(({ from }, i) => (from ? [{ x: starts[i]!, day: from }] : []));
  return `<svg class="timeline" viewBox="0 0 ${total} ${height}" role="img" aria-label="${escapeXml(label)}" preserveAspectRatio="xMinYMid meet">${bars.join('')}${drawTicks(ticks)}</svg>`;
}

function bar(span: Stretch, word: string, x: number, width: number): string {
  const fits = width >= word.length * 12 + 8;
  const text = `<text x="${(x + width / 2).toFixed(1)}" y="${barTop + 13}" text-anchor="middle">${escapeXml(word)}</text>`;
  return (
    `<g class="span state-${span.state}"><title>${escapeXml(`${daysOf(span)}：${word}`)}</title>` +
    `<rect x="${x.toFixed(1)}" y="${barTop}" width="${width.toFixed(1)}" height="${barHeight}"/>${fits ? text : ''}</g>`
  );
}

interface Tick {
  x: number;
  day: Day;
}

/** A day's width in the picture, with a gap. */
const dayWidth = 68;

/**
 * Days under the bar: to the right of their line, to the left where the next is near, one row lower where neither fits;
 * a day that fits nowhere has its line alone and is read in the list.
 */
function drawTicks(ticks: readonly Tick[]): string {
  const taken = [-Infinity, -Infinity];
  return ticks
    .map(({ x, day }, i) => {
      const next = ticks[i + 1]?.x ?? total + 4;
      const row = placeOf(x, next, taken);
      const foot = barTop + barHeight + (row?.low ? 20 : 6);
      const text = row
        ? `<text x="${x.toFixed(1)}" y="${foot + 11}" text-anchor="${row.left ? 'end' : 'start'}">${day}</text>`
        : '';
      return (
        `<g class="tick"><line x1="${x.toFixed(1)}" y1="${barTop - 4}" x2="${x.toFixed(1)}" y2="${foot}"/>` +
        `${text}</g>`
      );
    })
    .join('');
}

/** The first free place of a day's label; the room it takes is kept in `taken`, one end a row. */
function placeOf(x: number, next: number, taken: number[]): { low: boolean; left: boolean } | undefined {
  const free = (row: number, left: boolean) =>
    left ? x - dayWidth > taken[row]! && x - dayWidth > 0 : x > taken[row]! && x + dayWidth <= total;
  const places = [
    { low: false, left: false, fits: next - x >= dayWidth && free(0, false) },
    { low: false, left: true, fits: free(0, true) },
    { low: true, left: false, fits: free(1, false) },
    { low: true, left: true, fits: free(1, true) },
  ];
  const place = places.find(({ fits }) => fits);
  if (!place) return undefined;
  taken[place.low ? 1 : 0] = place.left ? x : x + dayWidth;
  return place;
}

/** Square roots of lengths, so that a day is seen beside decades; open stretches get a fixed share. */
function widthsOf(spans: readonly Stretch[]): number[] {
  const weights = spans.map(({ from, until }) =>
    from === undefined || until === undefined
      ? 24
      : Math.max(4, Math.sqrt(dayNumber(until) - dayNumber(from))),
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  const least = Math.min(16, total / spans.length);
  const wide = weights.map((weight) => Math.max(least, (weight / sum) * total));
  const over = wide.reduce((a, b) => a + b, 0);
  return wide.map((width) => (width / over) * total);
}
