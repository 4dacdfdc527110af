/** Numbers of clauses: 一、 （一） 1. （1） and 第一条 of a 修正案, and which of them can come next. */
import { numeralClass, parseNumeral } from '../../text/numerals.ts';

type ClauseStyle = 'article' | 'han' | 'hanBracket' | 'arabic' | 'arabicBracket' | 'circled';

export interface ClauseMarker {
  style: ClauseStyle;
  number: number;
  /** As the clause is cited: "一", "（三）", "2". */
  label: string;
  /** Length of the marker in the line. */
  length: number;
}

const han = '[一二三四五六七八九十百千零〇]{1,8}';
const starts = '(?:宪法|刑法|\\p{Ps}|将|把|对|在|删|增|原|本|第|名称|标题|修改)';
const markers: readonly [ClauseStyle, RegExp][] = [
  ['han', new RegExp(`^(${han})\\s?[、．.]\\s*`)],
  ['hanBracket', new RegExp(`^[（(]\\s?(${han})\\s?[）)]\\s?、?\\s*`)],
  ['arabic', /^(\d{1,3})\s?(?:[．、]|\.(?!\d))\s*/],
  ['arabicBracket', /^[（(]\s?(\d{1,3})\s?[）)]\s?、?\s*/],
  ['circled', /^([①-⑳])\s*/],
  [
    'article',
    new RegExp(
      `^第([${numeralClass}]{1,8})条(?:[ \\u3000\\u00a0]+(?=${starts})|(?=宪法|\\p{Ps}|将|对))`,
      'u',
    ),
  ],
];

/** The clause number at the head of a line, by its looks alone. */
export function readMarker(text: string): ClauseMarker | undefined {
  for (const [style, pattern] of markers) {
    const match = pattern.exec(text);
    if (!match) continue;
    const name = match[1]!;
    const number = style === 'circled' ? name.charCodeAt(0) - 0x245f : parseNumeral(name);
    if (number === undefined) return undefined;
    const label = style === 'article' ? `第${name}条` : style.endsWith('Bracket') ? `（${name}）` : name;
    return { style, number, label, length: match[0].length };
  }
  return undefined;
}

/** One level of clauses on the way down to the current one. */
export interface Level<T> {
  marker: ClauseMarker;
  data: T;
}

/**
 * The clause numbers seen so far, as a path from the outermost level to the current clause.
 *
 * 一、 … 二、 （一） → path [二, （一）]; a 三、 then cuts it back to [三].
 */
export class ClausePath<T> {
  readonly levels: Level<T>[] = [];
  /** Last number of each style, also of levels that were left: lists under several heads may count on. */
  private readonly last = new Map<ClauseStyle, number>();

  /** How well a marker fits as the next clause: 'next' in sequence, 'first' of a deeper level, 'gap', or 'no'. */
  fit(marker: ClauseMarker): 'next' | 'first' | 'restart' | 'gap' | 'no' {
    const at = this.levels.findIndex((level) => level.marker.style === marker.style);
    if (at < 0) {
      if (marker.number === 1 || this.levels.length === 0) return 'first';
      return marker.number === (this.last.get(marker.style) ?? 0) + 1 ? 'next' : 'gap';
    }
    const before = this.levels[at]!.marker.number;
    if (marker.number === before + 1) return 'next';
    if (marker.number === 1) return 'restart';
    return marker.number > before ? 'gap' : 'no';
  }

  enter(marker: ClauseMarker, data: T): void {
    const at = this.levels.findIndex((level) => level.marker.style === marker.style);
    if (at >= 0) this.levels.length = at;
    this.levels.push({ marker, data });
    this.last.set(marker.style, marker.number);
  }

  clear(): void {
    this.levels.length = 0;
    this.last.clear();
  }

  /** "二（三）", "三1": the labels of the path. */
  get label(): string {
    return this.levels.map((level) => level.marker.label).join('');
  }
}
