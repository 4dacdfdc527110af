/** What a text refers to: other documents, and the words for which there is no link. */
import type { Reference, Version } from '../../domain/model.ts';
import type { Holdings } from '../holdings.ts';
import { titleWords } from '../title-words.ts';
import { workUrl } from '../urls.ts';
import type { Link } from '../views/common.ts';
import { referenceBook } from './book.ts';
import { placeOfReference } from './cited.ts';
import { resolveLink } from './links.ts';
import { termLinks } from './terms.ts';

export interface CitedDocument {
  title: Link;
  number?: string;
  /** True where the archive holds no text of it. */
  unheld: boolean;
  places: Link[];
}

export interface Unlinked {
  /** The words, and where they stand. */
  words: { text: string; place: Link }[];
  why: string;
}

export interface CitesView {
  documents: CitedDocument[];
  unlinked: Unlinked[];
  /** Terms that the text itself defines, and where. */
  terms: Link[];
}

export function citesView(holdings: Holdings, version: Version): CitesView {
  const references = referenceBook(holdings)
    .from(version)
    .toSorted((a, b) => Number(a.part === 'title') - Number(b.part === 'title'));
  const documents = new Map<string, CitedDocument>();
  const reasons = new Map<string, Unlinked>();
  for (const reference of references) {
    const place = placeOfReference(holdings, reference, version);
    if (!place) continue;
    const resolved = resolveLink(holdings, reference);
    if (resolved && 'why' in resolved) {
      // Reasons that begin with the words themselves are one for all of them.
      const why = resolved.why.replace(`“${reference.text}”`, '');
      const entry = reasons.get(why) ?? { words: [], why };
      reasons.set(why, entry);
      entry.words.push({ text: reference.text, place });
    }
    addDocument(holdings, reference, place, documents);
  }
  return {
    documents: Array.from(documents.values()),
    unlinked: Array.from(reasons.values()),
    terms: termLinks(version),
  };
}

function addDocument(
  holdings: Holdings,
  { from, target, part }: Reference,
  place: Link,
  documents: Map<string, CitedDocument>,
): void {
  const work = target && target.work !== from.work ? holdings.works.get(target.work) : undefined;
  if (!work) return;
  const known = documents.get(work.id);
  if (known && part === 'title') return;
  if (known?.places.some(({ href }) => href === place.href)) return;
  if (known) known.places.push(place);
  else {
    documents.set(work.id, {
      title: { text: titleWords(work.title, work.kind), href: workUrl(work.id) },
      ...(work.documentNumber ? { number: work.documentNumber } : {}),
      unheld: work.versions.length === 0,
      places: [place],
    });
  }
}
