/** The index of terms and articles, for browsing without scripts. */
import { memorySource } from '../../domain/search/memory.ts';
import { type IndexTerm, indexTerms } from '../../domain/search/terms.ts';
import type { SearchDocument, StoredDocument } from '../../domain/search/types.ts';
import { type Page, pageParam, pagesOf } from '../paging.ts';
import { searchUrl } from '../urls.ts';
import { hitUrl } from './address.ts';
import { siteCorpus } from './files.ts';

export interface TermView {
  term: string;
  defined: boolean;
  places: { text: string; title: string; href: string }[];
  /** Number of places that are not listed, and the search that shows them. */
  more: number;
  href: string;
}

export interface LetterView {
  letter: string;
  id: string;
  href: string;
  count: number;
}

export interface DocumentView {
  title: string;
  href: string;
  places: { text: string; href: string }[];
}

/** Places of a term that are listed. */
const mostPlaces = 12;
/** With more provisions than this the documents are listed without them: each has its own contents. */
const mostListed = 1500;

interface Index {
  documents: readonly StoredDocument[];
  terms: IndexTerm[];
}

let made: Promise<Index> | undefined;

function index(): Promise<Index> {
  made ??= siteCorpus().then(async (corpus) => ({
    documents: corpus.documents,
    terms: await indexTerms(memorySource(corpus), corpus.documents),
  }));
  return made;
}

/** Up to this many terms stand on one page; more are parted by letter. */
const mostOnPage = 600;

const slug = (letter: string): string => (letter === '#' ? 'other' : letter.toLowerCase());
const termsUrl = (): string => `${searchUrl()}terms/`;

/** Letters that have terms, with the place where they stand. */
export async function letters(): Promise<LetterView[]> {
  const { terms } = await index();
  const counts = new Map<string, number>();
  for (const { letter } of terms) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const href = (letter: string): string =>
    terms.length <= mostOnPage ? `${termsUrl()}#${slug(letter)}` : `${termsUrl()}${slug(letter)}/`;
  return [...counts].map(([letter, count]) => ({ letter, id: slug(letter), count, href: href(letter) }));
}

export interface TermPage {
  /** The rest of its path; absent for the page that has all. */
  slug?: string;
  href: string;
  sections: { letter: string; id: string; terms: TermView[] }[];
  /** Where a letter has several pages. */
  page?: Page<IndexTerm>;
}

/** Pages of the index: one, or those of each letter. */
export async function termPages(): Promise<TermPage[]> {
  const { documents, terms } = await index();
  const byLetter = Map.groupBy(terms, ({ letter }) => letter);
  const section = (letter: string, id: string, some: readonly IndexTerm[]): TermPage['sections'][number] => ({
    ...{ letter, id },
    terms: some.map((term) => termView(term, documents)),
  });
  const all = await letters();
  if (terms.length <= mostOnPage) {
    const sections = all.map(({ letter, id }) => section(letter, id, byLetter.get(letter)!));
    return terms.length > 0 ? [{ href: termsUrl(), sections }] : [];
  }
  return all.flatMap(({ letter, id }) =>
    pagesOf(byLetter.get(letter)!, `${termsUrl()}${id}/`).map((page) => ({
      slug: [id, pageParam(page)].filter(Boolean).join('/'),
      href: page.href,
      sections: [section(letter, id, page.items)],
      page,
    })),
  );
}

function termView({ term, defined, places }: IndexTerm, documents: readonly SearchDocument[]): TermView {
  return {
    ...{ term, defined, more: Math.max(0, places.length - mostPlaces) },
    href: `${searchUrl()}?q=${encodeURIComponent(term)}`,
    places: places.slice(0, mostPlaces).map((place) => {
      const document = documents[place]!;
      return { text: nameOf(document), title: document.version.title, href: urlOf(document) };
    }),
  };
}

/** Documents that the page of search lists; where there are more, the lists of texts have them all. */
export const mostDocuments = 300;

/** The first documents with their articles and levels, in the base order of search. */
export async function documentList(): Promise<DocumentView[]> {
  const { documents } = await index();
  const listed = documents.filter(({ version }) => version.standing < 2 && version.date !== '');
  const withPlaces = listed.length <= mostListed;
  return listed
    .filter(({ type }) => type === 'title')
    .slice(0, mostDocuments)
    .map((whole) => ({
      title: whole.version.title,
      href: urlOf(whole),
      places: withPlaces
        ? listed
            .filter(
              ({ version, type, label }) => version === whole.version && type !== 'title' && label !== '',
            )
            .map((document) => ({ text: nameOf(document), href: urlOf(document) }))
        : [],
    }));
}

function urlOf({ version, eId }: SearchDocument): string {
  return hitUrl({ work: version.work, version: version.date, eId, past: version.standing === 2 });
}

const shortName = 22;

function nameOf({ label, heading, text }: SearchDocument): string {
  if (heading !== '')
    return `${label}${/^[\p{Script=Han}]+$/u.test(label) ? ' ' : ''}${heading.replace(/。$/, '')}`;
  if (/^第.*[编章节条]/u.test(label)) return label;
  const [line] = text.split('\n', 1) as [string];
  return line.length > shortName ? `${line.slice(0, shortName)}…` : line;
}
