/** Texts for the tests: from words to instruments, books and answers, by the real stages. */
import { VFile } from 'vfile';
import { buildArchive, type RegisterSource, type WorkSource } from '../../src/domain/archive.ts';
import type { Instrument } from '../../src/domain/model.ts';
import { mask } from '../../src/domain/names/index.ts';
import { type NamedBook, statusBook } from '../../src/domain/status/desk/book.ts';
import type { Finding } from '../../src/domain/status/events/events.ts';
import { readEvents } from '../../src/domain/status/events/events.ts';
import type { Sentence } from '../../src/domain/status/sentences/sentences.ts';
import { parseInstruments } from '../../src/domain/structure/index.ts';
import { readText } from '../../src/domain/text/index.ts';

/** Instruments of one bare text. */
export function instruments(text: string): Instrument[] {
  const file = new VFile({ path: 'text.md' });
  return parseInstruments(readText(text, file), file);
}

/** Events of the first instrument of a text, and of those it carries, together. */
export function events(text: string): Finding[] {
  const all = instruments(text);
  const byId = new Map(all.map((one) => [one.id, one]));
  return all.flatMap((one) => {
    const carrier = one.carriedBy ? byId.get(one.carriedBy) : undefined;
    const carries = one.carries.map((id) => byId.get(id)!);
    return readEvents(one, { ...(carrier ? { carrier } : {}), carries });
  });
}

/** One sentence as the readers take it. */
export function sentence(text: string): Sentence {
  const bare = text.replace(/\s/g, '');
  return { eId: 'art_1', text, bare, masked: mask(bare) };
}

/** A book of bare texts, each a work with one version named by its day. */
export function book(
  texts: Record<string, string>,
  horizon: string,
  register: Partial<RegisterSource> = {},
): NamedBook {
  const works: WorkSource[] = Object.entries(texts).map(([name, text]) => {
    const [folder, date] = name.split('/');
    const path = `works/${name}.md`;
    return { name: folder!, path, text, corrections: [], ...(date ? { date } : {}) };
  });
  const archive = buildArchive({
    issues: [],
    works,
    register: { works: [], organs: [], horizon, ...register },
  });
  return statusBook(archive);
}
