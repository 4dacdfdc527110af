/**
 * The library: what other programs may import from `gongbao`. Everything else may change without notice. An example of
 * each stands in `docs/library.md`.
 */
import { VFile } from 'vfile';
import type { Archive } from './domain/archive.ts';
import type { Day, Instrument, Message, Stretch, Version, Work } from './domain/model.ts';
import { type CitationAnswer, cite as citeIn } from './domain/references/cite.ts';
import { scanSource } from './domain/search/scan.ts';
import { searchArchive } from './domain/search/search.ts';
import { statusBook } from './domain/status/desk/book.ts';
import { type AskResult, askStatus } from './domain/status/desk/desk.ts';
import { heldOn, libraryOf, textOn } from './domain/status/life/life.ts';
import { parseInstruments, serialize } from './domain/structure/index.ts';
import { messagesOf, readText } from './domain/text/index.ts';
import { hitUrl } from './site/search/address.ts';
import { searchCorpus } from './site/search/archive.ts';

export { amend } from './domain/amendments/index.ts';
export type { Archive } from './domain/archive.ts';
export { buildArchive } from './domain/archive.ts';
export type { Day, Instrument, Message, Provision, Stretch, Version, Work } from './domain/model.ts';
export { parseDocumentNumber } from './domain/names/index.ts';
export { compareVersions } from './domain/versions/index.ts';
export { loadContent } from './site/load.ts';

/** What the search of an archive answers. */
export type SearchAnswer = Awaited<ReturnType<typeof searchArchive>>;

/**
 * Reads a legal text, or a file of several. Never throws on any text.
 * @param name title of last resort, for a text that prints none
 * @returns the instruments with their provisions, and what is odd, with line and column
 */
export function parseText(text: string, name = ''): { instruments: Instrument[]; messages: Message[] } {
  const file = new VFile({ path: name || 'text' });
  const instruments = parseInstruments(readText(text, file), file, name);
  return { instruments, messages: messagesOf(file) };
}

/** A text in canonical form, one line a provision: what `parseText` reads again as the same. */
export const printText = (instrument: Instrument): string => serialize(instrument);

/**
 * The state of documents on a day, with reasons and evidence.
 * @param lines names, numbers or ids, one document each
 * @returns one result a line, in their order
 */
export const statusOn = (archive: Archive, lines: readonly string[], day: Day): AskResult[] =>
  askStatus(lines, day, statusBook(archive));

/** What a work is on a day: its state, and the text that is its text then, where the archive holds that. */
export function textOfDay(archive: Archive, work: Work, day: Day): { stretch: Stretch; version?: Version } {
  const life = archive.lives.get(work.id);
  if (!life) throw new RangeError(`no such work in this archive: ${work.id}`);
  const version = heldOn(work, life, day);
  return { stretch: textOn(life, day), ...(version ? { version } : {}) };
}

/**
 * Resolves a citation to text.
 * @param day the day whose text is meant; the present text where none is given
 * @returns the places, or candidates and reasons why none is chosen
 */
export const cite = (archive: Archive, citation: string, day?: Day): CitationAnswer =>
  citeIn(citation, libraryOf(archive), day);

/**
 * The search of the site.
 * @param day the day on which a hit's state is told
 * @param limit of hits, 0 for all
 */
export const search = (archive: Archive, query: string, day: Day, limit = 20): Promise<SearchAnswer> =>
  searchArchive(scanSource(searchCorpus(archive)), query, {
    limit,
    at: day,
    everyday: archive.words,
    urlOf: hitUrl,
  });
