/** How a place of a text is called: one name for one provision, on pages, in citations, in search and at the desk. */
import { oncePer } from '../model/once.ts';
import type { Instrument, LocatorStep, Provision, ProvisionType } from '../model.ts';
import { abbreviatedTypes } from '../structure/abbreviations.ts';
import { annexId } from '../structure/index.ts';
import { formatNumeral } from '../text/numerals.ts';
import { formatLocator } from './format-locator.ts';

/** A step on the way down to a place. */
export interface PlaceStep {
  type: ProvisionType;
  number: string;
  /** As printed; empty where the text prints none. */
  label: string;
  heading?: string;
  /** Nothing else of its type stands beside it. */
  alone: boolean;
}

/**
 * The name of the place that steps lead to. Articles are numbered through, so that their 编 and 章 are left out; the
 * only 款 of an article is not counted (立法技术规范: 该条只有一款的，不写第一款). Levels go by their printed labels, and
 * paragraphs of a notice are counted by eye.
 *
 * chapter 2, article 6, its only 款, item 3 → `第六条第三项` · levels 一、 （三） 2. → `一、（三）2` · a lone paragraph → `正文`
 */
export function placeName(steps: readonly PlaceStep[]): string {
  const article = steps.findLastIndex(({ type }) => type === 'article');
  return stepsName(article < 0 ? steps : steps.slice(article));
}

function stepsName(steps: readonly PlaceStep[]): string {
  const words = steps.map((step, i) => stepName(step, steps[i - 1])).join('');
  return words.replace(/[、.．]$/, '') || '正文';
}

function stepName(step: PlaceStep, above: PlaceStep | undefined): string {
  const { type, number, label, heading, alone } = step;
  if (type === 'table') return alone ? '表格' : label || `表${number}`;
  if (type === 'figure') return label || `图${number}`;
  if (type === 'level' || (above?.type === 'level' && type !== 'paragraph')) return label || heading || '';
  if (type === 'paragraph' && above?.type !== 'article') return alone ? '' : `第${countedName(number)}段`;
  if (type === 'paragraph' && alone) return '';
  if (number === '') return label || heading || '';
  const named: LocatorStep = { type, number, ...(label.includes('分编') ? { sub: true } : {}) };
  return formatLocator({ steps: [named] });
}

function countedName(number: string): string {
  return /^\d{1,4}$/.test(number) ? formatNumeral(Number(number)) : number;
}

/**
 * The steps that an eId tells of by itself: enough to name a place of an article where only the eIds of a text are
 * at hand, as on a page or in a search document. Undefined outside articles.
 *
 * @param held true for an eId that the text has
 */
export function articleSteps(eId: string, held: (eId: string) => boolean): PlaceStep[] | undefined {
  const parts = eId.split('__');
  const first = parts.findIndex((part) => /^art_\d/.test(part));
  if (first < 0 || parts[0]!.startsWith('att_')) return undefined;
  const steps = parts.slice(first).map((part, i): PlaceStep | undefined => {
    const [, name, number] = /^([a-z]+)_(\d+(?:-\d+)*)$/.exec(part) ?? [];
    const type = name === undefined ? undefined : abbreviatedTypes[name];
    if (!type) return undefined;
    const above = parts.slice(0, first + i).join('__');
    const alone = type !== 'paragraph' || (number === '1' && !held(`${above}__para_2`));
    return { type, number: number!, label: '', alone };
  });
  return steps.every((step) => step !== undefined) ? steps : undefined;
}

/** The places of one text and of its annexes by name. */
export interface PlaceNames {
  /** The name of a provision or an annex; undefined for an eId that the text does not have. */
  nameOf(eId: string): string | undefined;
  /** The place of exactly that name; of an article and its only 款, which share one, the article. */
  placeOf(name: string): string | undefined;
  /** The provision of an eId, in the body or in an annex; undefined for the annex itself. */
  provision(eId: string): Provision | undefined;
}

interface Place {
  eId: string;
  /** The name where no other place has it. */
  short: string;
  /** The name with 编, 章 and 节. */
  long: string;
  parent?: Place;
  provision?: Provision;
}

/** Names of all places of a text, no two alike. */
export const placeNames = oncePer((instrument: Instrument): PlaceNames => {
  const places = placesIn(instrument);
  const shared = Map.groupBy(
    places.filter((place) => !isInOneWithParent(place)),
    ({ short }) => short,
  );
  const names = new Map<string, string>();
  const byName = new Map<string, Place>();
  for (const place of places) {
    const { eId, short, long, parent } = place;
    if (names.has(eId)) continue;
    if (parent && isInOneWithParent(place)) {
      names.set(eId, names.get(parent.eId)!);
      continue;
    }
    const name = shared.get(short)!.length === 1 ? short : long;
    let unique = name;
    for (let n = 2; byName.has(unique); n++) unique = `${name}（第${formatNumeral(n)}处）`;
    names.set(eId, unique);
    byName.set(unique, place);
  }
  const provisions = new Map(places.map(({ eId, provision }) => [eId, provision]));
  return {
    nameOf: (eId) => names.get(eId),
    placeOf: (name) => byName.get(name)?.eId,
    provision: (eId) => provisions.get(eId),
  };
});

/** The only 款 of an article is called as the article is. */
function isInOneWithParent({ short, parent, provision }: Place): boolean {
  return parent !== undefined && provision?.type === 'paragraph' && short === parent.short;
}

/** All places in reading order, annexes last. */
function placesIn({ provisions, annexes }: Instrument): Place[] {
  const places: Place[] = [];
  const walk = (
    list: readonly Provision[],
    above: readonly PlaceStep[],
    parent: Place | undefined,
    annex: string,
  ): void => {
    const types = Map.groupBy(list, ({ type }) => type);
    for (const provision of list) {
      const { type, number, label, heading, eId, children } = provision;
      const counted = type === 'paragraph' && above.at(-1)?.type === 'level' ? list : types.get(type)!;
      const step: PlaceStep = {
        ...{ type, number, label, alone: counted.length === 1 },
        ...(heading === undefined ? {} : { heading }),
      };
      const steps = [...above, step];
      const [short, long] = [placeName(steps), stepsName(steps)].map(
        (name) => annex + (annex && name === '正文' ? '' : name),
      );
      const place: Place = { eId, short: short!, long: long!, provision, ...(parent ? { parent } : {}) };
      places.push(place);
      walk(children, steps, place, annex);
    }
  };
  walk(provisions, [], undefined, '');
  for (const [i, annex] of annexes.entries()) {
    const label = annex.label || '附件';
    const place: Place = { eId: annexId(i), short: label, long: label };
    places.push(place);
    walk(annex.provisions, [], place, label);
  }
  return places;
}
