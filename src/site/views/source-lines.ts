/** The sources as published beside the site, line by line, and the line on which each provision begins. */
import type { Provision, Version } from '../../domain/model.ts';
import type { BesideFile } from '../beside-pages.ts';
import type { Holdings, Source } from '../holdings.ts';
import { dateName, sourceLineUrl, sourcePartUrl } from '../urls.ts';
import type { Link } from './common.ts';

/** Lines on one page: so many are a page of a few kilobytes. */
const linesPerPart = 200;

export interface SourcePart {
  /** From 1. */
  part: number;
  /** Number of the first line. */
  first: number;
  lines: string[];
  parts: Link[];
}

/** A source in parts, in the order of its lines. */
export function sourceParts({ id, file: { text } }: Source): SourcePart[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const count = Math.max(1, Math.ceil(lines.length / linesPerPart));
  const parts = Array.from({ length: count }, (_, i) => ({
    text: `${i * linesPerPart + 1}–${Math.min(lines.length, (i + 1) * linesPerPart)}`,
    href: sourcePartUrl(id, i + 1),
  }));
  return parts.map((_, i) => ({
    ...{ part: i + 1, parts, first: i * linesPerPart + 1 },
    lines: lines.slice(i * linesPerPart, (i + 1) * linesPerPart),
  }));
}

/** The page of a line of a source: line 1055 of 2020-12 → `/sources/2020-12/6/#L1055`. */
export const lineUrl = (source: Source, line: number): string =>
  sourceLineUrl(source.id, Math.ceil(line / linesPerPart), line);

/** What a text's page asks for when the place of a provision in the source is wanted. */
export interface PlaceLines {
  path: string;
  /** eId → line of the source and its address. */
  lines: Record<string, [line: number, href: string]>;
}

/** Lines of all provisions of a text that is held as published; undefined for one that was computed. */
export function placeLines(
  holdings: Holdings,
  { origin, source, instrument }: Version,
): PlaceLines | undefined {
  const held = holdings.sources.get(source.path);
  if (origin !== 'published' || !held) return undefined;
  const lines: PlaceLines['lines'] = {};
  const visit = ({ eId, position: { start }, children }: Provision): void => {
    lines[eId] = [start.line, lineUrl(held, start.line)];
    children.forEach(visit);
  };
  instrument.provisions.forEach(visit);
  for (const annex of instrument.annexes) annex.provisions.forEach(visit);
  return { path: source.path, lines };
}

/** `lines.json` beside every text that is held as published. */
export function* placeLineFiles(holdings: Holdings): Generator<BesideFile> {
  for (const { id, versions } of holdings.works.values()) {
    for (const version of versions) {
      const lines = placeLines(holdings, version);
      if (lines)
        yield { path: `works/${id}/${dateName(version.date)}/lines.json`, body: JSON.stringify(lines) };
    }
  }
}
