/** Sentences that speak of a document, by the document that says them. */
import type { Instrument, Reference, Version } from '../../domain/model.ts';
import type { Holdings } from '../holdings.ts';
import { titleWords } from '../title-words.ts';
import { workUrl } from '../urls.ts';
import type { Link, Run } from '../views/common.ts';
import { dayWords } from '../words.ts';
import { referenceBook } from './book.ts';
import { newestOnly, placeOfReference } from './cited.ts';
import { placesOf } from './places.ts';

export interface Mention {
  place: Link;
  /** The sentence, with the words that name the document marked. */
  runs: Run[];
}

export interface MentioningText {
  title: Link;
  /** Day of the citing text. */
  day: string;
  mentions: Mention[];
}

/** Characters of a sentence shown on each side of the words. */
const around = 70;

/** Everything that other works of the archive say of one, in the order of their days. */
export function mentionsOf(holdings: Holdings, id: string): MentioningText[] {
  const book = referenceBook(holdings);
  const texts: (MentioningText & { date: string })[] = [];
  for (const group of Map.groupBy(newestOnly(book.toWork(id)), ({ from }) => from.work).values()) {
    const { from } = group[0]!;
    const work = holdings.works.get(from.work);
    const version = book.version(from.work, from.version);
    if (!work || !version) continue;
    texts.push({
      title: { text: titleWords(work.title, work.kind), href: workUrl(work.id) },
      day: dayWords(version.date),
      date: version.date,
      mentions: sentences(holdings, version, group),
    });
  }
  return texts
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ date, ...text }) => text);
}

interface Sentence {
  start: number;
  end: number;
  text: string;
  place: Link;
  ranges: [number, number][];
}

/** One mention a sentence; a title is told only where nothing else of the text speaks of the document. */
function sentences(holdings: Holdings, version: Version, references: readonly Reference[]): Mention[] {
  const body = references.filter(({ part }) => part !== 'title');
  const found = new Map<string, Sentence>();
  for (const reference of body.length > 0 ? body : references) {
    const said = textOf(version.instrument, reference);
    const place = placeOfReference(holdings, reference);
    if (!said || !place) continue;
    const [from, to] = [reference.start + said.shift, reference.end + said.shift];
    const [start, end] = sentenceAround(said.text, from, to);
    const key = `${reference.from.eId} ${reference.part ?? ''} ${reference.cell?.[0] ?? ''} ${start}`;
    const known = found.get(key);
    if (known) known.ranges.push([from, to]);
    else found.set(key, { start, end, text: said.text, place, ranges: [[from, to]] });
  }
  return Array.from(found.values(), ({ place, ...sentence }) => ({ place, runs: cut(sentence) }));
}

/** The text that a reference's offsets count in; of a table the whole row. */
function textOf(instrument: Instrument, reference: Reference): { text: string; shift: number } | undefined {
  const { from, part, cell } = reference;
  if (part === 'title') return { text: instrument.title, shift: 0 };
  if (part === 'caption') return { text: instrument.caption?.text ?? '', shift: 0 };
  if (part === 'annexNote') return { text: instrument.annexNote ?? '', shift: 0 };
  const provision = placesOf(instrument).get(from.eId);
  if (!provision) return undefined;
  if (part === 'heading') return { text: provision.heading ?? '', shift: 0 };
  if (part !== 'cell' || !cell) return { text: provision.text, shift: 0 };
  const row = provision.rows?.[cell[0]] ?? [];
  const before = row.slice(0, cell[1]).map((words) => `${words}　`);
  return { text: row.join('　'), shift: before.join('').length };
}

const stop = /[。；！？]/;

/** `[start, end)` of the sentence that holds a range; a stop inside brackets or a title does not count for the range itself. */
export function sentenceAround(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (from > 0 && !stop.test(text[from - 1]!)) from--;
  while (to < text.length && !stop.test(text[to]!)) to++;
  return [from, Math.min(to + 1, text.length)];
}

/** The sentence as runs, cut where it goes on for long before the first or after the last of the words. */
function cut({ start, end, text, ranges }: Omit<Sentence, 'place'>): Run[] {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  const first = Math.max(start, sorted[0]![0] - around);
  const last = Math.min(end, Math.max(...sorted.map(([, to]) => to)) + around);
  const runs: Run[] = [];
  let at = first;
  if (first > start) runs.push({ text: '…' });
  for (const [from, to] of sorted) {
    if (from > at) runs.push({ text: text.slice(at, from) });
    if (to > Math.max(from, at)) runs.push({ text: text.slice(Math.max(from, at), to), marked: true });
    at = Math.max(at, to);
  }
  if (last > at) runs.push({ text: text.slice(at, last) });
  if (last < end) runs.push({ text: '…' });
  return runs;
}
