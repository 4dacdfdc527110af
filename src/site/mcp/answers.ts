/**
 * The questions that a machine reader may ask, and the answers: what the page says, with evidence and horizon. Nothing
 * is guessed: a name that may mean several documents, a day that does not exist, a place that is not held is told.
 */
import { evidenceOf } from '../../domain/exports/data/evidence.ts';
import { provisionsOf, versionRow } from '../../domain/exports/data/rows.ts';
import type { HeldText, Holding } from '../../domain/exports/holding.ts';
import type { Provision } from '../../domain/model.ts';
import { cite } from '../../domain/references/cite.ts';
import { scanSource } from '../../domain/search/scan.ts';
import { searchArchive } from '../../domain/search/search.ts';
import type { SearchSource } from '../../domain/search/source.ts';
import { readAskedDay } from '../../domain/status/asked-day.ts';
import { statusBook } from '../../domain/status/desk/book.ts';
import { type Answer, askStatus } from '../../domain/status/desk/desk.ts';
import { gapsOf } from '../../domain/status/life/gaps.ts';
import { libraryOf } from '../../domain/status/life/life.ts';
import { serializeProvisions } from '../../domain/structure/index.ts';
import { compareVersions } from '../../domain/versions/index.ts';
import { searchCorpus } from '../search/archive.ts';

/** A question that cannot be answered as it stands; the reason, in Chinese, is the answer. */
export class Refused extends Error {}

export interface Answers {
  search(asked: { query: string; limit?: number | undefined; at?: string | undefined }): Promise<object>;
  provision(asked: { work: string; eId?: string | undefined; version?: string | undefined }): object;
  status(asked: { documents: readonly string[]; at?: string | undefined }): object;
  compare(asked: { work: string; from?: string | undefined; to?: string | undefined }): object;
  cite(asked: { citation: string; at?: string | undefined }): object;
}

/**
 * Prepares an archive for questions; each index is made when the first question needs it.
 * @param today the day that is meant where none is asked for
 */
export function answersOf(holding: Holding, today: () => string): Answers {
  const book = statusBook(holding.archive);
  const library = libraryOf(holding.archive);
  const made: { source?: SearchSource } = {};
  const dayOf = (asked: string | undefined): string => {
    const read = readAskedDay(asked ?? today());
    if ('reason' in read) throw new Refused(read.reason);
    return read.day;
  };
  const horizon = holding.archive.horizon ?? '';
  return {
    async search({ query, limit = 10, at }) {
      made.source ??= scanSource(searchCorpus(holding.archive));
      const day = dayOf(at);
      const { total, exact, hits, messages, suggestions } = await searchArchive(made.source, query, {
        everyday: holding.archive.words,
        limit,
        at: day,
      });
      return {
        query,
        at: day,
        horizon,
        total,
        exact,
        messages,
        suggestions: suggestions.map((suggestion) => suggestion.query),
        results: hits.map((hit) => ({
          work: hit.work,
          version: hit.version,
          eId: hit.eId,
          title: hit.title,
          place: hit.label,
          excerpt: hit.excerpt,
          state: hit.state,
          replaced: hit.past,
          horizon: holding.works.get(hit.work)?.horizon ?? horizon,
          address: placeAddress(holding, hit),
        })),
      };
    },

    provision({ work, eId, version }) {
      const text = textAsked(holding, work, version);
      const whole = versionRow(holding, text);
      const { state, stateWord, at, reason, basis, evidence, complete, gaps, title, origin } = whole;
      const common = { work, version: text.version.date, title, origin, complete, gaps };
      const status = { state, stateWord, at, reason, basis, evidence };
      if (!eId) {
        const contents = Array.from(provisionsOf(holding, text), ({ eId: id, place, heading }) => ({
          eId: id,
          place,
          heading,
        }));
        return {
          ...common,
          horizon: whole.horizon,
          status,
          contents: contents.slice(0, 2000),
          address: text.address,
        };
      }
      const found = Array.from(provisionsOf(holding, text)).find((each) => each.eId === eId);
      if (!found) throw new Refused(`《${title}》${text.version.date}的文本没有“${eId}”这一处`);
      return { ...common, ...found, words: wordsAt(text, eId), status };
    },

    status({ documents, at }) {
      const day = dayOf(at);
      const told = (answer: Answer) => ({
        ...answer,
        evidence: answer.evidence.map((each) => evidenceOf(holding, each)),
      });
      const results = askStatus(documents, day, book).map((result) => ({
        ...told(result),
        ...(result.matches ? { matches: result.matches.map(told) } : {}),
      }));
      return { at: day, horizon, results };
    },

    compare({ work, from, to }) {
      const texts = textsOf(holding, work);
      const after = to === undefined ? texts.at(-1)! : textAsked(holding, work, to);
      const before = from === undefined ? texts[texts.indexOf(after) - 1] : textAsked(holding, work, from);
      if (!before) throw new Refused(`《${after.work.title}》没有更早的文本可以对照`);
      const lineage = texts.indexOf(after) - texts.indexOf(before) === 1 ? after.version.lineage : undefined;
      const rows = compareVersions(before.version.instrument, after.version.instrument, lineage);
      return {
        work,
        from: before.version.date,
        to: after.version.date,
        horizon: after.status.horizon,
        decision: after.version.madeBy ?? null,
        gaps: [...gapsOf(before.version), ...gapsOf(after.version)],
        unchanged: rows.filter(({ change }) => change === 'unchanged').length,
        rows: rows.filter(({ change }) => change !== 'unchanged'),
        address: holding.addresses.comparison(work, before.version.date, after.version.date),
      };
    },

    cite({ citation, at }) {
      const { results, candidates, reasons, notes } = cite(
        citation,
        library,
        at === undefined ? undefined : dayOf(at),
      );
      return {
        citation,
        horizon,
        reasons,
        notes,
        candidates: candidates.map(({ id, title, documentNumber = null }) => ({
          work: id,
          title,
          documentNumber,
        })),
        results: results.map(({ work, version, eId, label, citation: printed, text }) => {
          const held = holding.byWork.get(work.id)!.find((each) => each.version === version)!;
          const {
            state,
            stateWord,
            at: on,
            reason,
            basis,
            horizon: known,
            evidence,
            complete,
            gaps,
          } = versionRow(holding, held);
          const status = { state, stateWord, at: on, reason, basis, evidence };
          const address = eId ? `${held.address}#${eId}` : held.address;
          return {
            work: work.id,
            version: version.date,
            eId,
            place: label,
            citation: printed,
            text,
            complete,
            gaps,
            status,
            horizon: known,
            address,
          };
        }),
      };
    },
  };
}

function placeAddress(
  holding: Holding,
  { work, version, eId }: { work: string; version: string; eId: string },
): string {
  const text = holding.byWork.get(work)?.find((each) => each.version.date === version);
  const address = text?.address ?? holding.addresses.work(work);
  return eId ? `${address}#${eId}` : address;
}

function textsOf(holding: Holding, work: string): readonly HeldText[] {
  const texts = holding.byWork.get(work);
  if (texts) return texts;
  const known = holding.works.get(work);
  throw new Refused(
    known
      ? `本库未收《${known.title}》的正文`
      : `本库没有 id 为“${work.slice(0, 80)}”的文件；用 cite 或 status 按名称查`,
  );
}

/** The text of a day that names a version; the newest where none is asked for. */
function textAsked(holding: Holding, work: string, version: string | undefined): HeldText {
  const texts = textsOf(holding, work);
  const found = version === undefined ? texts.at(-1) : texts.find(({ name }) => name === version);
  if (found) return found;
  const days = texts.map(({ name }) => name).join('、');
  throw new Refused(`《${texts[0]!.work.title}》没有“${version?.slice(0, 40)}”的文本；所收文本：${days}`);
}

/** A provision with everything below it, as printed. */
function wordsAt({ version }: HeldText, eId: string): string {
  const stack: Provision[] = [
    ...version.instrument.provisions,
    ...version.instrument.annexes.flatMap((annex) => annex.provisions),
  ];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.eId === eId) return serializeProvisions([at]).join('\n');
    stack.push(...at.children);
  }
  return '';
}
