/**
 * Automatic numbers: what Word and WPS print before a paragraph without holding it in the text.
 *
 * level `第%1条` in chineseCounting, third paragraph → `第三条`
 */
import { formatNumber } from '../numbers.ts';
import { type Element, elements, first } from '../xml.ts';

interface Level {
  format: string;
  text: string;
  start: number;
  /** What stands between number and text. */
  gap: string;
  legal: boolean;
  /** The level whose number resets this one; 0: none. */
  restart?: number;
  /** The paragraph style that has this level without naming it. */
  style?: string;
}

interface Numbering {
  abstract: string;
  levels: Map<number, Level>;
  /** Levels that begin anew with this list. */
  starts: Map<number, number>;
}

/** A paragraph's list and level. */
export interface NumberProperties {
  list?: string;
  level?: number;
}

const value = (element: Element | undefined): string | undefined => element?.attributes['val'];

export function numberProperties(properties: Element | undefined): NumberProperties {
  const found = first(properties, 'numPr');
  const level = value(first(found, 'ilvl'));
  const list = value(first(found, 'numId'));
  return {
    ...(list === undefined ? {} : { list }),
    ...(level === undefined ? {} : { level: Number(level) || 0 }),
  };
}

function readLevel(element: Element): Level {
  const restart = value(first(element, 'lvlRestart'));
  const style = value(first(element, 'pStyle'));
  const suffix = value(first(element, 'suff'));
  return {
    format: value(first(element, 'numFmt')) ?? 'decimal',
    text: value(first(element, 'lvlText')) ?? '',
    start: Number(value(first(element, 'start')) ?? 0) || 0,
    gap: suffix === 'nothing' ? '' : ' ',
    legal: first(element, 'isLgl') !== undefined,
    ...(restart === undefined ? {} : { restart: Number(restart) }),
    ...(style === undefined ? {} : { style }),
  };
}

const levelsOf = (element: Element): Map<number, Level> =>
  new Map(elements(element, 'lvl').map((level) => [Number(level.attributes['ilvl']) || 0, readLevel(level)]));

/** Counts the paragraphs of a document in order. */
export class Numberer {
  readonly #lists = new Map<string, Numbering>();
  /** By abstract list: the last number of each level. */
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();
  /** Formats that are not known; written in Arabic digits. */
  readonly unknown = new Set<string>();

  /** @param styleList the list that a numbering style names */
  constructor(root: Element | undefined, styleList: (style: string) => string | undefined) {
    const abstracts = new Map(
      elements(root, 'abstractNum').map((element) => [element.attributes['abstractNumId'] ?? '', element]),
    );
    const abstractOf = new Map(
      elements(root, 'num').map((num) => [
        num.attributes['numId'] ?? '',
        value(first(num, 'abstractNumId')) ?? '',
      ]),
    );
    for (const num of elements(root, 'num')) {
      const id = num.attributes['numId'] ?? '';
      let abstract = abstractOf.get(id) ?? '';
      const link = value(first(abstracts.get(abstract), 'numStyleLink'));
      if (link !== undefined) abstract = abstractOf.get(styleList(link) ?? '') ?? abstract;
      const element = abstracts.get(abstract);
      const levels = element ? levelsOf(element) : new Map<number, Level>();
      const starts = new Map<number, number>();
      for (const override of elements(num, 'lvlOverride')) {
        const at = Number(override.attributes['ilvl']) || 0;
        const start = value(first(override, 'startOverride'));
        for (const [, level] of levelsOf(override)) levels.set(at, level);
        if (start !== undefined) starts.set(at, Number(start) || 0);
      }
      this.#lists.set(id, { abstract, levels, starts });
    }
  }

  /**
   * The number of the next paragraph of a list.
   * @param style the paragraph's style, which may name the level
   * @returns number and gap; nothing for a paragraph without a number, `bullet` for one with a sign
   */
  next(
    { list, level }: NumberProperties,
    style?: string,
  ): { label: string; gap: string } | 'bullet' | undefined {
    const numbering = list === undefined || list === '0' ? undefined : this.#lists.get(list);
    if (!numbering || list === undefined) return undefined;
    const linked = Array.from(numbering.levels).find(
      ([, each]) => style !== undefined && each.style === style,
    );
    const at = level ?? linked?.[0] ?? 0;
    const own = numbering.levels.get(at);
    if (!own) return undefined;
    const counters = this.#counters.get(numbering.abstract) ?? new Map<number, number>();
    this.#counters.set(numbering.abstract, counters);
    const start = numbering.starts.get(at);
    const begun = `${list} ${at}`;
    if (start !== undefined && !this.#begun.has(begun)) counters.set(at, start);
    else counters.set(at, counters.has(at) ? counters.get(at)! + 1 : own.start);
    this.#begun.add(begun);
    for (const [deeper, each] of numbering.levels)
      if (deeper > at && each.restart !== 0 && (each.restart ?? deeper) > at) counters.delete(deeper);
    if (own.format === 'bullet') return 'bullet';
    if (own.format === 'none' && !/%\d/.test(own.text))
      return own.text === '' ? undefined : { label: own.text, gap: own.gap };
    const label = own.text.replace(/%([1-9])/g, (_, digit) => {
      const each = Number(digit) - 1;
      const shown = numbering.levels.get(each);
      if (!counters.has(each)) counters.set(each, shown?.start ?? 1);
      return this.#print(counters.get(each)!, own.legal ? 'decimal' : (shown?.format ?? 'decimal'));
    });
    return label === '' ? undefined : { label, gap: own.gap };
  }

  #print(number: number, format: string): string {
    const printed = formatNumber(number, format);
    if (printed === undefined) this.unknown.add(format);
    return printed ?? String(number);
  }
}
