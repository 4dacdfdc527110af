/**
 * The search: one function for the command line, the page and the tests, over memory or over fetched files.
 *
 * A query never throws for what it says; what a source could not read is told in `messages`.
 */
import type { Day, EverydayWord, State } from '../model.ts';
import { normalise } from './analysis.ts';
import { lookUp, walkOf } from './check.ts';
import { excerptOf, linesWith } from './excerpt.ts';
import { stateOn } from './facets.ts';
import { hasFilters } from './has-filters.ts';
import { placeIn } from './match.ts';
import { ownWords, ownWordsNote } from './own-words.ts';
import { anyIn, placeBound, withoutDocument } from './places.ts';
import { type Portion, portion } from './portion.ts';
import { parseQuery, type Reading } from './query.ts';
import { questionWords } from './question-words.ts';
import { fewChecked, hitIds, mostChecked, rankedHits, textCandidates } from './rank.ts';
import { sortedHits } from './sorted.ts';
import type { Candidates, SearchSource } from './source.ts';
import { type Suggestion, sharedRuns, similarHits, suggestions } from './suggest.ts';
import type { Facets, Filters, SearchHit, Sort, StoredDocument } from './types.ts';

export interface SearchOptions {
  /** Hits to return; 0 for all. */
  limit?: number;
  offset?: number;
  filters?: Filters;
  sort?: Sort;
  /** The day for which states are told. */
  at?: Day;
  /** Most hits of one version; the rest are counted, not listed. 0 for no limit. */
  perDocument?: number;
  /** Count all hits and every filter. Always done where the texts are at hand. */
  survey?: boolean;
  /** Everyday words and what texts have for them. */
  everyday?: readonly EverydayWord[];
  /** Address of a place. */
  urlOf?: (place: Pick<SearchHit, 'work' | 'version' | 'eId' | 'past'>) => string;
}

export interface SearchResult {
  query: string;
  total: number;
  /** False where `total` is only the most there can be. */
  exact: boolean;
  /** Number of 款, 项, 目 and undivided provisions that hold the words; absent where they were not counted. */
  lines?: number;
  hits: SearchHit[];
  /** True where more hits follow. */
  more: boolean;
  facets?: Facets;
  /** What to try where nothing was found. */
  suggestions: Suggestion[];
  /** Provisions that come near, where nothing was found. */
  similar: SearchHit[];
  /** What the reader should know, in Chinese. */
  messages: string[];
  /** True where a part of the data could not be read: what was not found may be there all the same. */
  incomplete: boolean;
}

/** Runs a query. */
export async function searchArchive(
  source: SearchSource,
  query: string,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const parsed = parseQuery(query);
  const messages = parsed.cut ? ['检索词过长，只用了前面一部分'] : [];
  const missing = await withoutDocument(source, parsed.readings);
  // Of a document that is not held no place is shown: that of another would be taken for it.
  const readings = missing
    ? [missing.reading, ...parsed.readings.filter(({ place }) => !place)]
    : parsed.readings;
  if (missing) messages.push(missing.reason);
  for (const reading of readings) {
    const found = await searchReading(source, reading, options);
    if (found.hits.length === 0) continue;
    if (reading.note) messages.push(reading.note);
    return told(source, { query, ...found, suggestions: [], similar: [], messages });
  }
  const asked = missing ? undefined : await inOwnWords(source, query, options);
  if (asked) {
    messages.push(asked.note);
    return told(source, { query, ...asked.found, suggestions: [], similar: [], messages });
  }
  const reading = parsed.readings.find(({ across }) => !across);
  const nothing = { query, total: 0, exact: true, hits: [], more: false };
  if (!reading) return { ...nothing, suggestions: [], similar: [], messages, incomplete: false };
  const filtered = hasFilters(options.filters ?? {}) || (options.offset ?? 0) > 0;
  const most = options.survey ? mostChecked : fewChecked;
  const found = await suggestions(source, reading, query, filtered, most);
  const similar = filtered ? [] : await similarHits(source, reading);
  const shown = similar.map((document) => hitOf(document, reading, options));
  return told(source, { ...nothing, suggestions: found, similar: shown, messages });
}

/**
 * Hits of the words that a question is made of: of all of them, else of all but one, the most frequent left out first.
 * Words that the reader parted are conditions: none of them is left out.
 */
async function inOwnWords(
  source: SearchSource,
  query: string,
  options: SearchOptions,
): Promise<{ found: Found; note: string } | undefined> {
  const whole = [0, source.shape.size] as const;
  const occurs = (word: string): Promise<boolean> =>
    anyIn(walkOf(source, { needles: [], excluded: [] }), [{ typed: word, forms: [word] }], whole);
  const words = await ownWords(query, options.everyday ?? [], occurs);
  if (!words) return undefined;
  const parted = /\S\s+\S/.test(query);
  const lacking = words.dropped.filter((word) => !questionWords.has(word));
  if (lacking.length > 0 && (parted || (await isMistyped(source, query)))) return undefined;
  const counted = await Promise.all(
    words.needles.map(async (needle) => ({ needle, bound: (await lookUp(source, [needle], 'text')).bound })),
  );
  const frequent = counted.sort((a, b) => b.bound - a.bound).map(({ needle }) => needle);
  const fewer = words.needles.length > 1 && !parted ? frequent : [];
  for (const without of [undefined, ...fewer]) {
    const needles = words.needles.filter((needle) => needle !== without);
    for (const across of needles.length > 1 ? [false, true] : [false]) {
      const found = await searchReading(source, { needles, excluded: [], across }, options);
      if (found.hits.length === 0) continue;
      const dropped = without ? [...words.dropped, without.typed] : words.dropped;
      const led = words.led.filter(({ said }) => needles.some(({ typed }) => typed === said));
      return { found, note: ownWordsNote({ needles, dropped, led }) };
    }
  }
  return undefined;
}

/** True where a provision has nearly all of the query as it is typed: one character of it may be another. */
async function isMistyped(source: SearchSource, query: string): Promise<boolean> {
  const phrase = normalise(query);
  const near = await similarHits(source, { needles: [{ typed: query, forms: [phrase] }], excluded: [] });
  return near.some(({ body }) => sharedRuns(body, phrase) >= mistypedShare);
}

/** Share of the two-character runs of a query from which it is taken to be mistyped: a wrong character breaks two. */
const mistypedShare = 0.6;

/** The result with what the source could not read. */
function told(source: SearchSource, result: Omit<SearchResult, 'incomplete'>): SearchResult {
  const problems = source.problems();
  return { ...result, messages: [...result.messages, ...problems], incomplete: problems.length > 0 };
}

type Found = Pick<SearchResult, 'total' | 'exact' | 'lines' | 'hits' | 'more' | 'facets'>;

async function searchReading(source: SearchSource, reading: Reading, options: SearchOptions): Promise<Found> {
  const { filters = {}, sort = 'relevance', at = '9999-12-31', offset = 0, perDocument = 0 } = options;
  const limit = options.limit === 0 ? Number.POSITIVE_INFINITY : (options.limit ?? 20);
  const choice = { filters, at, ...(reading.text ? { text: reading.text } : {}) };
  const narrow = hasFilters(filters) || reading.text !== undefined;
  const open = narrow ? await source.narrowed(choice) : source;
  const shown = portion(offset + limit, perDocument);
  const batches =
    sort === 'relevance' ? rankedHits(open, reading, shown) : sortedHits(open, reading, shown, sort);
  const { documents, more } = await page(source, batches, offset, shown);
  const hits = documents.map((document) => hitOf(document, reading, options));
  if (hits.length === 0) return { total: 0, exact: true, hits, more: false };
  if (!source.resident && !options.survey && !reading.across) {
    const texts = await textCandidates(source, reading);
    const certain = texts.exact && !narrow && !reading.place && reading.excluded.length === 0;
    await tellRest(hits, documents, texts, certain, shown);
    const whole = !more && offset === 0 && shown.full.length === 0;
    const total = whole
      ? hits.length
      : texts.bound + (reading.place ? await placeBound(source, reading.place) : 0);
    return { total, exact: whole || certain, hits, more };
  }
  const { total, exact, facets, inVersion } = await source.survey(reading, choice, documents);
  for (const [i, hit] of hits.entries()) hit.inDocument = inVersion(documents[i]!);
  const lines = total <= mostChecked ? await linesOf(open, reading) : undefined;
  return { total, exact, ...(lines === undefined ? {} : { lines }), facets, hits, more };
}

/** Lines that hold the words, in all hits. */
async function linesOf(source: SearchSource, reading: Reading): Promise<number> {
  const documents = await source.load(await hitIds(source, reading));
  return documents.reduce(
    (sum, document) => sum + Math.max(1, document ? linesWith(document, reading.needles).length : 0),
    0,
  );
}

/** Without a count of all hits: how many the versions have of which some were passed over, as far as that is known. */
async function tellRest(
  hits: readonly SearchHit[],
  documents: readonly StoredDocument[],
  texts: Candidates,
  certain: boolean,
  { full, perVersion }: Portion,
): Promise<void> {
  for (const [first, end] of full) {
    const { ids } = await texts.read(first, end);
    const own = hits.filter((_, i) => documents[i]!.first === first);
    for (const hit of own) {
      if (certain) hit.inDocument = ids.length + Number(own.some(({ eId }) => eId === ''));
      else if (ids.length > perVersion) hit.moreInDocument = true;
    }
  }
}

/** Hits `[offset, offset + limit)` of what the portion takes; no text is read that is not shown. */
async function page(
  source: SearchSource,
  batches: AsyncGenerator<number[]>,
  offset: number,
  portion: Portion,
): Promise<{ documents: StoredDocument[]; more: boolean }> {
  const documents: StoredDocument[] = [];
  let skipped = 0;
  for await (const batch of batches) {
    for (let i = 0; i < batch.length; ) {
      if (portion.left === 0) {
        if (batch.slice(i).some((id) => !portion.isFull(id))) return { documents, more: true };
        break;
      }
      const ids = batch.slice(i, i + Math.min(source.batch, portion.left));
      i += ids.length;
      if (skipped < offset && portion.perVersion === Number.POSITIVE_INFINITY) {
        // What is passed over need not be read where nothing of it counts.
        const passed = ids.splice(0, offset - skipped).length;
        skipped += passed;
        portion.skip(passed);
      }
      for (const document of await source.load(ids)) {
        if (!document || !portion.take(document)) continue;
        if (skipped < offset) skipped++;
        else documents.push(document);
      }
    }
  }
  return { documents, more: false };
}

function hitOf(document: StoredDocument, reading: Reading, options: SearchOptions): SearchHit {
  const { version, crumbs, type } = document;
  const asked = reading.place && placeIn(document, reading.place);
  const needles = reading.place ? [...reading.needles, ...reading.place.needles] : reading.needles;
  const { text, marks, eId, label } = excerptOf(document, needles, asked);
  const urlOf = options.urlOf ?? defaultUrl;
  const place = { work: version.work, version: version.date, eId, past: version.standing === 2 };
  const lines = type === 'title' || asked !== undefined ? [] : linesWith(document, needles);
  const state = stateOn(version, options.at ?? '9999-12-31');
  return {
    ...{ work: place.work, version: place.version, eId, label, title: version.title, kind: version.kind },
    ...(version.documentNumber ? { documentNumber: version.documentNumber } : {}),
    ...(version.issuer ? { issuer: version.issuer } : {}),
    ...(version.doubts ? { doubts: version.doubts } : {}),
    ...{ crumbs, excerpt: text, marks },
    places: lines.map(({ text: excerpt, ...line }) => ({
      ...{ eId: line.eId, label: line.label, excerpt, marks: line.marks },
      url: urlOf({ ...place, eId: line.eId }),
    })),
    heading: type === 'title' ? '' : document.heading,
    state,
    // A text that is still to come has its own address, but it replaces, and is not replaced.
    past: state === 'superseded' || (place.past && !beforeForce.has(state)),
    url: urlOf(place),
  };
}

const beforeForce: ReadonlySet<State> = new Set(['not-yet', 'adopted', 'published']);

/** The bare address of a work shows its latest text; a replaced one has its date in the address. */
function defaultUrl({
  work,
  version,
  eId,
  past,
}: Parameters<NonNullable<SearchOptions['urlOf']>>[0]): string {
  const address = past ? `/works/${work}/${version}/` : `/works/${work}/`;
  return eId === '' ? address : `${address}#${eId}`;
}
