/** Citations over many cities → the place in each city's own text, and its words. */
import type { Basis, Day, State } from '../domain/model.ts';
import { inMarks } from '../domain/names/index.ts';
import { searchedText } from '../domain/search/corpus.ts';
import { excerptOf } from '../domain/search/excerpt.ts';
import { articleTerm } from '../domain/search/grams.ts';
import { placeIn } from '../domain/search/match.ts';
import { parseQuery } from '../domain/search/query.ts';
import type { StoredDocument } from '../domain/search/types.ts';
import { clean, findAsked, splitVersion } from '../domain/status/desk-find.ts';
import { statusOn } from '../domain/status/life.ts';
import { worksOfLines } from './desk.ts';
import type { Engine, Query } from './engine.ts';
import { splitId } from './entries.ts';
import type { City, ProvisionEntry } from './indices.ts';
import { addressIn } from './search.ts';
import type { Snapshot } from './snapshot.ts';

/** A place that a citation means, or the document where it names no place. */
export interface CitedPlace {
  city: Pick<City, 'id' | 'name' | 'horizon'>;
  work: string;
  title: string;
  documentNumber?: string;
  version: Day;
  eId: string;
  label: string;
  text: string;
  state: State;
  basis: Basis;
  reason: string;
  horizon: Day;
  address: string;
}

export interface CitationResult {
  query: string;
  at: Day;
  results: CitedPlace[];
  /** Why there is no result, or not all. */
  reasons: string[];
}

/** Places of one citation that are looked at. */
const mostPlaces = 200;

/**
 * Resolves citations, one a line, in order.
 * @param at the day whose texts are meant, where a citation does not tell its text itself
 */
export async function citeLines(
  engine: Engine,
  snapshot: Snapshot,
  lines: readonly string[],
  at: Day,
  cities?: readonly string[],
): Promise<CitationResult[]> {
  const { book, works } = await worksOfLines(engine, snapshot, lines, cities);
  const one = async (query: string): Promise<CitationResult> => {
    const { name } = splitVersion(clean(query));
    const { works: found, places } = findAsked(name, book.register);
    const ids = found.map(({ id }) => id);
    const none = (reason: string): CitationResult => ({ query, at, results: [], reasons: [reason] });
    if (name === '') return none('空行');
    if (ids.length === 0) return none(`没有名称或者文号是“${name.slice(0, 60)}”的文件`);
    const reading = parseQuery(name).readings.find(({ place }) => place !== undefined);
    if (places && !reading?.place)
      return none('这样的条款项目编号，这里还不能引到原文，请到该文件所在的文库查');
    const place = places ? reading!.place! : undefined;
    const text: Query = reading?.text
      ? 'day' in reading.text
        ? { term: { version: reading.text.day } }
        : { term: { year: String(reading.text.year) } }
      : { term: { textOn: at } };
    const asked: Query = place
      ? { term: { places: articleTerm(place.article + place.below) } }
      : { term: { whole: true } };
    const held = Array.from(new Set(ids.map((id) => splitId(id).city)));
    const { hits } = await engine.search<ProvisionEntry>(snapshot.indices('provisions', held), {
      query: { bool: { filter: [{ terms: { work: ids } }, asked, text] } },
      sort: [{ order: 'asc' }],
      size: mostPlaces,
      _source: ['order', 'document'],
    });
    const results = hits.flatMap(({ _source }): CitedPlace[] => {
      const { order, document } = _source!;
      const stored: StoredDocument = { ...document, ...searchedText(document), id: order };
      const eId = place ? placeIn(stored, place) : '';
      if (eId === undefined) return [];
      const { version } = stored;
      const city = snapshot.city(splitId(version.work).city)!;
      const status = statusOn(
        book.register.works.get(version.work)!,
        book.events.get(version.work) ?? [],
        at,
        works.get(version.work)?.horizon ?? '',
        version.date === '' ? undefined : version.date,
      );
      const { documentNumber } = version;
      return [
        {
          city: { id: city.id, name: city.name, horizon: city.horizon },
          ...{ work: version.work, title: version.title, version: version.date, eId },
          ...(documentNumber === undefined ? {} : { documentNumber }),
          label: place ? place.label : '',
          text: wordsAt(stored, eId),
          ...{ state: status.state, basis: status.basis, reason: status.reason, horizon: status.horizon },
          address: addressIn(city, {
            ...{ work: version.work, version: version.date, eId },
            past: version.standing === 2,
          }),
        },
      ];
    });
    const without = ids.filter((id) => !results.some(({ work }) => work === id));
    const reasons = without.map((id) => {
      const work = works.get(id)!;
      const whose = snapshot.city(splitId(id).city)!.name;
      const why =
        work.versions.length === 0 ? '只知其名，没有收录原文' : `${at}的文本没有${place?.label ?? '正文'}`;
      return `${whose}：${inMarks(work.title)}${why}`;
    });
    return { query, at, results, reasons };
  };
  return Promise.all(lines.map(one));
}

/** The words of a place: from its line to the next that does not stand below it; a whole document gives its title. */
function wordsAt(document: StoredDocument, eId: string): string {
  if (eId === '') return document.version.title;
  if (eId === document.eId) return document.text;
  const at = document.units.findIndex((unit) => unit.eId === eId);
  const unit = document.units[at];
  if (!unit) return excerptOf(document, [], eId).text;
  const next = document.units.slice(at + 1).find((other) => !other.eId.startsWith(`${eId}__`));
  return document.text.slice(unit.start, next ? next.start - 1 : document.text.length);
}
