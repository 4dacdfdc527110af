/** All hits of a search as a table and as text, each with its citation. Loaded when it is first wanted. */
import type { Day } from '../../domain/model.ts';
import { formatCitation } from '../../domain/references/citation.ts';
import type { HitPlace, SearchHit } from '../../domain/search/types.ts';
import { csvTable } from '../../domain/status/desk/table.ts';
import { formatDay } from '../../domain/text/calendar.ts';
import { stateWords } from '../words.ts';

interface Row {
  hit: SearchHit;
  place: Pick<HitPlace, 'label' | 'excerpt' | 'url'>;
}

/** A row for every line that holds the words; the hit itself where none holds all of them. */
const rowsOf = (hits: readonly SearchHit[]): Row[] =>
  hits.flatMap((hit) => (hit.places.length > 0 ? hit.places : [hit]).map((place) => ({ hit, place })));

const citation = ({ hit, place }: Row): string =>
  formatCitation({
    title: hit.title,
    kind: hit.kind,
    ...(hit.documentNumber ? { number: hit.documentNumber } : {}),
    date: hit.version,
    place: place.label,
  });

/**
 * CSV of the hits: 引文, 文件, 文号, 条款, 文本日期, 效力, 文字, 网址.
 * @param address what addresses of hits are relative to
 */
export function hitsCsv(hits: readonly SearchHit[], address: string): string {
  const header = ['引文', '文件', '文号', '条款', '文本日期', '效力', '文字', '网址'];
  const rows = rowsOf(hits).map((row): string[] => {
    const { hit, place } = row;
    return [
      ...[citation(row), hit.title, hit.documentNumber ?? '', place.label, hit.version],
      ...[stateWords[hit.state].word, place.excerpt, new URL(place.url, address).href],
    ];
  });
  return csvTable([header, ...rows]);
}

/** The hits as text to paste: what was asked and when, then words and citation of each. */
export function hitsText(hits: readonly SearchHit[], query: string, day: Day, address: string): string {
  const rows = rowsOf(hits);
  const body = rows.map((row, i) => {
    const { hit, place } = row;
    const cited = `${citation(row)}（${formatDay(day)}：${stateWords[hit.state].word}）`;
    return `${i + 1}. ${place.excerpt}\n——${cited}\n${new URL(place.url, address).href}`;
  });
  return `检索“${query}”，${formatDay(day)}，${rows.length}处\n${address}\n\n${body.join('\n\n')}\n`;
}
