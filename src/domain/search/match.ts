/** Whether a text answers, where it does, and how close together its words stand. */
import type { Needle, PlaceQuery } from './query.ts';
import type { StoredDocument } from './types.ts';

/** True where the text has every needle in one of its forms. */
export function holdsAll(text: string, needles: readonly Needle[]): boolean {
  for (const { forms } of needles) {
    if (forms.length === 1 ? !text.includes(forms[0]!) : !forms.some((form) => text.includes(form)))
      return false;
  }
  return true;
}

/** True where the text has any needle. */
export function holdsAny(text: string, needles: readonly Needle[]): boolean {
  return needles.some(({ forms }) => forms.some((form) => text.includes(form)));
}

/** Occurrences of a phrase that are looked at; more would not change what a reader sees. */
const mostOccurrences = 64;

/** Half-open ranges where a needle occurs, overlapping ones left out. */
export function occurrences(text: string, { forms }: Needle): [number, number][] {
  const found: [number, number][] = [];
  for (const form of forms) {
    if (form === '') continue;
    for (let at = text.indexOf(form); at >= 0 && found.length < mostOccurrences; ) {
      found.push([at, at + form.length]);
      at = text.indexOf(form, at + form.length);
    }
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/**
 * Units between the words of a query where they stand closest: 0 where they adjoin.
 * The text must hold all needles.
 */
export function looseness(text: string, needles: readonly Needle[]): number {
  const events = needles.flatMap((needle, which) =>
    occurrences(text, needle).map(([start, end]) => ({ which, start, end })),
  );
  events.sort((a, b) => a.start - b.start);
  const length = needles.reduce((sum, { forms }) => sum + forms[0]!.length, 0);
  const last = new Map<number, { start: number; end: number }>();
  let best = Number.POSITIVE_INFINITY;
  for (const event of events) {
    last.set(event.which, event);
    if (last.size < needles.length) continue;
    let [from, to] = [event.start, event.end];
    for (const { start, end } of last.values()) {
      from = Math.min(from, start);
      to = Math.max(to, end);
    }
    best = Math.min(best, Math.max(0, to - from - length));
  }
  return best;
}

const articleOf = /^(?:.*__)?art_(\d+(?:-\d+)*)$/;

/** The eId of a place in a document, or undefined where the document does not have it. */
export function placeIn(document: StoredDocument, { article, below }: PlaceQuery): string | undefined {
  if (document.type !== 'article') return undefined;
  const number = articleOf.exec(document.eId)?.[1];
  if (below === '') return number === article ? document.eId : undefined;
  const whole = new RegExp(`(?:^|__)art_${article}${below}$`);
  // 第六条第三项: the 款 is left out where there is one with such an item.
  const short = new RegExp(`(?:^|__)art_${article}__para_[\\d-]+${below}$`);
  const eIds = document.units.map(({ eId }) => eId);
  const exact = eIds.find((eId) => whole.test(eId));
  if (exact !== undefined || below.startsWith('__para_')) return exact;
  const found = eIds.filter((eId) => short.test(eId));
  return found.length === 1 ? found[0] : undefined;
}
