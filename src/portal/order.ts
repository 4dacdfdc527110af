/**
 * The place of a document in the base order of search, as one number that holds over all cities.
 *
 * The order is that of `baseOrder`: whole documents (short titles first) before provisions, texts of today before
 * replaced ones, then standing, rank of the kind, newest first. What these leave equal stands by city, in the order in
 * which the cities were first taken in, and within a city as its own archive has it. So a city alone is in exactly its
 * own order, and a city can be loaded anew without touching the numbers of the others.
 *
 * 53 bits, which both JavaScript and the engine hold exactly: past 1 · provision 1 · then of a whole document length of
 * title 10, standing 1, rank 3, day 16, city 10, position 11; of a provision standing 1, rank 3, day 16, city 10,
 * position 21.
 */
import type { Day } from '../domain/model.ts';
import type { Shape } from '../domain/search/corpus.ts';
import { kindRank } from '../domain/search/order.ts';
import type { SearchVersion } from '../domain/search/types.ts';
import { daysBetween } from '../domain/text/calendar.ts';

/** Ids of an engine are thinly spread: these are the borders of their ranges. */
export const shape: Shape = { size: 2 ** 53, titles: 2 ** 51, firstPast: 2 ** 52, pastTitles: 2 ** 51 };

/** Cities that the numbers tell apart. */
export const mostCities = 1024;

const longestTitle = 1023;
const lastDay = 65_535;
const mostTitles = 2 ** 11;
const mostProvisions = 2 ** 21;

/** Newest first; an undated text last. Days that do not fit stand at the ends, where position keeps them apart. */
function dayCode(date: Day): number {
  if (date === '') return lastDay;
  return lastDay - 1 - Math.min(Math.max(daysBetween('1900-01-01', date), 0), lastDay - 1);
}

/** Puts fields one behind the other, each `[value, number of values]`. */
function packed(fields: readonly (readonly [value: number, of: number])[]): number {
  return fields.reduce((sum, [value, of]) => sum * of + value, 0);
}

/** Gives out the numbers of one city's documents, which must come in the base order of the city. */
export class OrderKeys {
  readonly #city: number;
  readonly #positions = new Map<number, number>();

  /** @param city the number of the city among all, from 0 */
  constructor(city: number) {
    if (city >= mostCities) throw new Error(`城市多于${mostCities}个，编号已用尽`);
    this.#city = city;
  }

  /**
   * The number of the next document of a version.
   * @throws Error where more documents are of one kind and day than the numbers tell apart
   */
  next(version: SearchVersion, whole: boolean): number {
    const { standing, kind, date, title } = version;
    const past = standing === 2 ? 1 : 0;
    const rest = [
      [past ? 0 : standing, 2],
      [kindRank(kind), 8],
      [dayCode(date), lastDay + 1],
      [this.#city, mostCities],
    ] as const;
    const long = title.length >= longestTitle;
    const prefix = whole
      ? packed([
          [past, 2],
          [0, 2],
          [Math.min(title.length, longestTitle), longestTitle + 1],
          ...(long ? rest.map(([value, of], i) => [i === 3 ? value : 0, of] as const) : rest),
        ])
      : packed([[past, 2], [1, 2], ...rest]);
    const most = whole ? mostTitles : mostProvisions;
    const key = whole ? prefix : -1 - prefix;
    const position = this.#positions.get(key) ?? 0;
    if (position >= most)
      throw new Error(`同日、同类的${whole ? '文件' : '条文'}多于${most}件，次序无法编号`);
    this.#positions.set(key, position + 1);
    return prefix * most + position;
  }
}
