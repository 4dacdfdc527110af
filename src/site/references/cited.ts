/** Who refers to the places of a text: for the margin beside them. */
import type { Reference, Version } from '../../domain/model.ts';
import { addressOf, type Holdings } from '../holdings.ts';
import { titleWords } from '../title-words.ts';
import type { Link } from '../views/common.ts';
import { referenceBook } from './book.ts';
import { placesOf } from './places.ts';

export interface CitedView {
  /** How many places refer to it. */
  count: number;
  /** By citing text; without a title the text itself. */
  texts: { title?: string; places: Link[] }[];
}

const parts: Partial<Record<NonNullable<Reference['part']>, string>> = {
  title: '标题',
  caption: '题注',
  annexNote: '附件说明',
};

/** The place that a reference stands in, in words and as an address; `here` is the text that the link stands on. */
export function placeOfReference(
  holdings: Holdings,
  { from, part }: Reference,
  here?: Version,
): Link | undefined {
  const work = holdings.works.get(from.work);
  const version = referenceBook(holdings).version(from.work, from.version);
  if (!work || !version) return undefined;
  const page = version === here ? '' : addressOf(holdings, version);
  const place = placesOf(version.instrument);
  const words = (part && parts[part]) ?? place.words(from.eId);
  if (!place.get(from.eId)) return { text: words, href: page || '#main' };
  return { text: words, href: `${page}#${from.eId}` };
}

/** By eId of the cited place. Of a citing work only its newest text that cites is told. */
export function citedPlaces(holdings: Holdings, version: Version): Map<string, CitedView> {
  const views = new Map<string, CitedView>();
  for (const [eId, references] of referenceBook(holdings).toPlaces(version)) {
    const view = citedView(holdings, version, references);
    if (view.count > 0) views.set(eId, view);
  }
  return views;
}

function citedView(holdings: Holdings, version: Version, references: readonly Reference[]): CitedView {
  const texts: CitedView['texts'] = [];
  for (const [citing, group] of Map.groupBy(newestOnly(references), ({ from }) => from.work)) {
    const work = holdings.works.get(citing);
    const places = new Map<string, Link>();
    for (const reference of group) {
      const link = placeOfReference(holdings, reference, version);
      if (link) places.set(link.href, link);
    }
    if (!work || places.size === 0) continue;
    const own = citing === version.work;
    texts.push({
      ...(own ? {} : { title: titleWords(work.title, work.kind) }),
      places: Array.from(places.values()),
    });
  }
  return { count: texts.reduce((sum, { places }) => sum + places.length, 0), texts };
}

/** The references from the newest text of each citing work. */
export function newestOnly(references: readonly Reference[]): Reference[] {
  const newest = new Map<string, string>();
  for (const { from } of references)
    if (from.version >= (newest.get(from.work) ?? '')) newest.set(from.work, from.version);
  return references.filter(({ from }) => newest.get(from.work) === from.version);
}
