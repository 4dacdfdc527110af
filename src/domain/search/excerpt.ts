/** What a hit shows: the words around it with the matches marked, and the 款 or 项 it stands in. */
import { articleSteps, placeName } from '../references/place-names.ts';
import { type MappedText, normaliseMapped } from './analysis.ts';
import { occurrences } from './match.ts';
import type { Needle } from './query.ts';
import type { SearchDocument } from './types.ts';

export interface Excerpt {
  text: string;
  marks: [number, number][];
  /** The smallest place that holds the first match. */
  eId: string;
  label: string;
}

/** Units shown before and after the middle of the first match. */
const half = 48;
/** Texts up to this length are shown whole. */
const short = 120;

/**
 * The excerpt of a document for some needles. Every needle that the printed text holds is seen in it, where they stand
 * far apart with … between them. A document found by another of its names shows that name; where none of them occurs
 * in print the beginning is shown, without marks.
 * @param place eId of a line to begin with, where the query asked for a place
 */
export function excerptOf(document: SearchDocument, needles: readonly Needle[], place?: string): Excerpt {
  const mapped = normaliseMapped(document.text);
  const found = needles.map((needle) => printedRanges(mapped, needle));
  const ranges = merge(found.flat());
  const other = ranges.length === 0 && place === undefined ? otherName(document, needles) : undefined;
  if (other) return other;
  const unit = place === undefined ? undefined : document.units.find(({ eId }) => eId === place);
  const first = ranges[0] ?? [0, 0];
  const eId = place ?? placeOf(document, first);
  const here = { eId, label: labelOf(document, eId) };
  const firsts = merge(found.flatMap(([one]) => (one ? [one] : [])));
  const focus: [number, number] = unit && unit.start > 0 ? [unit.start, unit.start] : first;
  const frames = [frame(document.text, focus, unit !== undefined)];
  if (!unit) {
    for (const range of firsts) {
      const seen = frames.some(([from, to]) => range[0] >= from && range[1] <= to);
      if (!seen) frames.push(frame(document.text, range, false));
    }
  }
  return { ...cut(document.text, merge(frames), ranges), ...here };
}

/**
 * The lines of a document (款, 项, 目) that hold all the needles, each as a place of its own with its excerpt; none
 * where no line holds them all.
 */
export function linesWith(document: SearchDocument, needles: readonly Needle[]): Excerpt[] {
  const { text, units } = document;
  if (units.length < 2 || needles.length === 0) return [];
  return units.flatMap(({ eId, start }, i): Excerpt[] => {
    const end = (units[i + 1]?.start ?? text.length + 1) - 1;
    const line = text.slice(start, end);
    const mapped = normaliseMapped(line);
    const found = needles.map((needle) => printedRanges(mapped, needle));
    if (found.some((ranges) => ranges.length === 0)) return [];
    const ranges = merge(found.flat());
    const frames = merge(found.map(([one]) => frame(line, one!, false)));
    const own = isOnlyParagraph(document, eId) ? document.eId : eId;
    return [{ ...cut(line, frames, ranges), eId: own, label: labelOf(document, own) }];
  });
}

function printedRanges({ text, starts, ends }: MappedText, needle: Needle): [number, number][] {
  return occurrences(text, needle).map(([start, end]) => [starts[start]!, ends[end - 1]!]);
}

/** Another name of the document that holds the words, where what it prints does not. */
function otherName(
  { version, type, eId, label }: SearchDocument,
  needles: readonly Needle[],
): Excerpt | undefined {
  if (type !== 'title') return undefined;
  for (const alias of version.aliases) {
    const mapped = normaliseMapped(alias);
    const ranges = merge(needles.flatMap((needle) => printedRanges(mapped, needle)));
    if (ranges.length === 0) continue;
    const lead = '又名：';
    const marks = ranges.map(([start, end]): [number, number] => [start + lead.length, end + lead.length]);
    return { text: lead + alias, marks, eId, label };
  }
  return undefined;
}

/** Frames of a text in one line, with … for what is left out, and the ranges in them. */
function cut(
  text: string,
  frames: readonly [number, number][],
  ranges: readonly [number, number][],
): Pick<Excerpt, 'text' | 'marks'> {
  let out = '';
  const marks: [number, number][] = [];
  for (const [from, to] of frames) {
    if (from > 0) out += '…';
    const shift = out.length - from;
    out += text.slice(from, to).replaceAll('\n', ' ');
    for (const [start, end] of ranges) {
      if (end > from && start < to) marks.push([Math.max(start, from) + shift, Math.min(end, to) + shift]);
    }
  }
  return {
    text: `${out}${frames.length > 0 && frames[frames.length - 1]![1] < text.length ? '…' : ''}`,
    marks,
  };
}

function merge(ranges: [number, number][]): [number, number][] {
  ranges.sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/** The part of a text around a range; it begins with a sentence where one begins nearby. */
function frame(text: string, [start, end]: [number, number], fromStart: boolean): [number, number] {
  if (text.length <= short) return [0, text.length];
  if (fromStart) return [start, Math.min(text.length, start + 2 * half)];
  const middle = (start + end) >> 1;
  let from = Math.max(0, Math.min(start, middle - half));
  let to = Math.min(text.length, Math.max(end, from + 2 * half));
  from = Math.max(0, Math.min(from, to - 2 * half));
  if (from > 0) {
    const sentence = /[。；\n]/g;
    sentence.lastIndex = Math.max(0, from - 12);
    const found = sentence.exec(text);
    if (found && found.index < start && found.index < from + half / 2) from = found.index + 1;
  }
  // A character of two units is not cut.
  if (isLow(text, from)) from++;
  if (isLow(text, to)) to++;
  return [from, to];
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** eId of the smallest unit that holds a range; the document's own where the range crosses lines or is its label. */
export function placeOf(document: SearchDocument, [start, end]: readonly [number, number]): string {
  const { units, eId, label, text } = document;
  if (end <= label.length || end === 0) return eId;
  const at = units.findLastIndex((unit) => unit.start <= start);
  const next = units[at + 1];
  const unit = units[at];
  if (!unit || end > (next ? next.start - 1 : text.length)) return eId;
  return isOnlyParagraph(document, unit.eId) ? eId : unit.eId;
}

/** 第六条第一款 is cited 第六条 where there is no second 款. */
function isOnlyParagraph(document: SearchDocument, unit: string): boolean {
  if (document.type !== 'article' || !/__para_1$/.test(unit)) return false;
  return !document.units.some(({ eId }) => /__para_(?!1(?:__|$))[\d-]+/.test(eId));
}

/** The place's name, as pages and citations call it; the printed label outside articles. */
function labelOf({ eId: own, label, units }: SearchDocument, eId: string): string {
  const held = new Set([own, ...units.map((unit) => unit.eId)]);
  const steps = articleSteps(eId, (one) => held.has(one));
  return steps ? placeName(steps) : label;
}
