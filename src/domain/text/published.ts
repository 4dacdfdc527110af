/** The published text and the source: from one to the other by the recorded repairs. */
import type { Place, Repair, SourceText, TextLine } from '../model.ts';
import { type LineTable, placeAt } from './lines.ts';

/** From an offset in a published line back to the source. */
export function placer(repairs: Repair[], table: LineTable): (line: TextLine, offset: number) => Place {
  const changes = repairs.filter((repair) => repair.from !== repair.to);
  return (line, offset) => {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (changes[middle]!.start < line.start) low = middle + 1;
      else high = middle;
    }
    let published = 0;
    let cursor = line.start;
    for (let i = low; i < changes.length && changes[i]!.start < line.end; i++) {
      const change = changes[i]!;
      const step = change.start - cursor;
      if (published + step > offset) break;
      published += step + change.to.length;
      cursor = change.end;
      if (published > offset) return placeAt(table, change.start);
    }
    return placeAt(table, Math.min(cursor + (offset - published), line.end));
  };
}

/** The published text as one string: the source with every repair made. */
export function publishedText(text: SourceText): string {
  return rewrite(text.source, text.repairs, (repair) => [repair.start, repair.end, repair.to]);
}

/** The inverse of {@link publishedText}: the source, from the published text and the repairs. */
export function restoreSource(published: string, repairs: Repair[]): string {
  let shift = 0;
  return rewrite(published, repairs, (repair) => {
    const start = repair.start + shift;
    shift += repair.to.length - (repair.end - repair.start);
    return [start, start + repair.to.length, repair.from];
  });
}

function rewrite(
  text: string,
  repairs: Repair[],
  step: (repair: Repair) => [number, number, string],
): string {
  const out: string[] = [];
  let cursor = 0;
  for (const repair of repairs) {
    if (repair.from === repair.to) continue;
    const [start, end, to] = step(repair);
    out.push(text.slice(cursor, start), to);
    cursor = end;
  }
  out.push(text.slice(cursor));
  return out.join('');
}
