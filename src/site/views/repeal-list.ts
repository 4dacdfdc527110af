/** A list of repealed documents: each a work with its page, its issuers, who repealed it and from when. */
import type { Reference, Version } from '../../domain/model.ts';
import { addressOf, type Holdings, presentText } from '../holdings.ts';
import { referenceBook } from '../references/book.ts';
import { placesOf } from '../references/places.ts';
import { titleWords } from '../title-words.ts';
import { workUrl } from '../urls.ts';
import { dayWords } from '../words.ts';
import type { Link } from './common.ts';
import { linker, reading } from './readings.ts';

export interface RepealedView {
  title: Link;
  /** What becomes of it, where the list has several fates. */
  fate?: string;
  number?: string;
  issuers: string[];
  /** The title by which the text itself cites it, where that differs. */
  citedAs?: Link;
  remarks: string[];
}

export interface RepealListView {
  repealer?: string;
  /** `废止` · `废止、失效` */
  fates: string;
  from?: { day: string; rule: string; place?: Link };
  rows: RepealedView[];
  counts: { words: Link; rows: number; agrees: boolean }[];
  /** Rows and lines whose document could not be read. */
  unread: Link[];
}

const link = linker('');

/** The panel of a text that repeals a list of documents, or undefined. */
export function repealListView(holdings: Holdings, version: Version): RepealListView | undefined {
  const view = reading(version, 'repeal-list');
  if (!view) return undefined;
  const places = placesOf(version.instrument);
  const references = referenceBook(holdings).from(version);
  const from = view.from;
  const day = from?.date
    ? `${dayWords(from.date)}${from.latest ? `或${dayWords(from.latest)}` : ''}`
    : undefined;
  const fates = Array.from(new Set(view.rows.map(({ verb }) => verb)));
  return {
    fates: fates.join('、'),
    ...(view.repealer ? { repealer: view.repealer } : {}),
    ...(from && day
      ? {
          from: {
            day,
            rule: from.rule,
            ...(from.cell ? { place: { text: places.words(from.cell.eId), href: `#${from.cell.eId}` } } : {}),
          },
        }
      : {}),
    rows: view.rows.map(({ title, verb, documentNumber, issuers, citedAs, remarks }) => ({
      title: documentLink(holdings, references, title) ?? link(title),
      ...(fates.length > 1 ? { fate: verb } : {}),
      ...(documentNumber ? { number: documentNumber.text } : {}),
      issuers: issuers.map(({ text }) => text),
      ...(citedAs ? { citedAs: link(citedAs) } : {}),
      remarks,
    })),
    counts: view.counts.map(({ cell, rows, agrees }) => ({ words: link(cell), rows, agrees })),
    unread: view.unread.map(link),
  };
}

/** The page of the document that a row names. */
function documentLink(
  holdings: Holdings,
  references: readonly Reference[],
  { text, eId, cell }: { text: string; eId: string; cell?: [number, number] },
): Link | undefined {
  const target = references.find(
    (reference) => reference.from.eId === eId && reference.cell?.[0] === cell?.[0] && reference.target,
  )?.target;
  return target && holdings.works.has(target.work) ? { text, href: workUrl(target.work) } : undefined;
}

/** The titles of works, by id, linked to their newest text. */
export function workLinks(holdings: Holdings, ids: readonly string[]): Link[] {
  return ids.flatMap((id) => {
    const work = holdings.works.get(holdings.versions.get(id)?.work ?? id);
    const version = work && presentText(holdings, work);
    if (!work) return [];
    const href = version ? addressOf(holdings, version) : workUrl(work.id);
    return [{ text: titleWords(work.title, work.kind), href }];
  });
}
