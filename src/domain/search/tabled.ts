/** Filters, orders and counts by the table of versions: for a source that has all of it at hand, or can fetch it. */
import { lookUp } from './check.ts';
import type { VersionTable } from './corpus.ts';
import { countFacets, countVersions, judge, sortIds } from './facets.ts';
import type { Ids } from './ids.ts';
import { hitIds, mostChecked, textCandidates } from './rank.ts';
import { type Candidates, type Choice, none, type SearchSource, type TextSource } from './source.ts';

/**
 * A source that answers by the table of versions.
 * @param table asked for only where a search narrows, sorts or counts
 */
export function tabled(source: TextSource, table: () => Promise<VersionTable>): SearchSource {
  const made: SearchSource = {
    ...source,
    async narrowed(choice) {
      const allowed = await passing(source, await table(), choice);
      const find: TextSource['find'] = async (lookup) => narrowed(await source.find(lookup), allowed);
      return tabled({ ...source, find }, table);
    },
    async sorted(ids, needles, sort) {
      const texts = needles.length === 0 ? none : await lookUp(source, needles, 'text');
      if (!texts.exact) await texts.refine();
      const all = new Set([...ids, ...(await allOf(texts, source.shape.size))]);
      const inOrder = sortIds([...all], sort, await table(), source.shape);
      return {
        exact: texts.exact && ids.length === 0,
        bound: inOrder.length,
        read: async (_from, to) => ({ ids: inOrder, until: to }),
        refine: async () => false,
      };
    },
    async survey(reading, choice) {
      const versions = await table();
      const { text, at } = choice;
      const counted = text ? await made.narrowed({ filters: {}, at, text }) : source;
      const { ids, exact } = await allHits(counted, reading);
      const perVersion = countVersions(versions, Array.from(ids));
      const verdicts = await judge(source, versions, choice);
      let total = 0;
      for (const [ordinal, count] of perVersion) if (verdicts.failings(ordinal).length === 0) total += count;
      return {
        ...{ total, exact },
        facets: await countFacets(source, versions, perVersion, verdicts, at),
        inVersion: ({ id }) => perVersion.get(versions.versionOf(id)) ?? 1,
      };
    },
  };
  return made;
}

/** True for documents that pass the filters and are of the text asked for. */
async function passing(
  source: TextSource,
  table: VersionTable,
  choice: Choice,
): Promise<(id: number) => boolean> {
  const { allowed } = await judge(source, table, choice);
  const { text } = choice;
  if (!text) return allowed;
  return (id) => {
    const { date } = table.versions[table.versionOf(id)]!;
    return allowed(id) && ('day' in text ? date === text.day : date.startsWith(`${text.year}-`));
  };
}

function narrowed(candidates: Candidates, allowed: (id: number) => boolean): Candidates {
  return {
    ...candidates,
    async read(from, to) {
      const { ids, until } = await candidates.read(from, to);
      return { ids: Array.from(ids).filter(allowed), until };
    },
  };
}

/** Ids of all hits; candidates where they are too many to be checked. */
async function allHits(
  source: TextSource,
  reading: Parameters<SearchSource['survey']>[0],
): Promise<{ ids: Ids; exact: boolean }> {
  const texts = await textCandidates(source, reading);
  if (!texts.exact) await texts.refine();
  if (source.resident || reading.across || texts.exact || texts.bound <= mostChecked) {
    return { ids: await hitIds(source, reading, texts), exact: true };
  }
  return { ids: await allOf(texts, source.shape.size), exact: false };
}

/** Every candidate, however many steps it takes to read them. */
async function allOf(candidates: Candidates, size: number): Promise<number[]> {
  const all: number[] = [];
  for (let from = 0; from < size; ) {
    const { ids, until } = await candidates.read(from, size);
    for (let i = 0; i < ids.length; i++) all.push(ids[i]!);
    from = until;
  }
  return all;
}
