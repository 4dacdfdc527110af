/** A citation on a day: the places that it means, how each stands, and what must be said of it. One answer for every surface. */
import type { Basis, Day, State, Work } from '../../model.ts';
import type { Register } from '../../names/index.ts';
import { type Cited, cite } from '../../references/cite.ts';
import { cautionsOn } from './cautions.ts';
import { libraryOf, textOn } from './life.ts';
import { type Known, presentText } from './present.ts';

/** What is asked: an archive, or as much of one as a citation may mean. */
export interface CitedArchive extends Known {
  register: Register<Work>;
}

export interface CitedPlace extends Cited {
  state: State;
  basis: Basis;
  /** Why it stands so, in Chinese. */
  reason: string;
  /** True where the address of the work gives this text, and no day need be named. */
  present: boolean;
}

/** `error`: not all that was asked for; `warning`: the text is not whole, or does not bind; `info`: what was assumed. */
export interface CitedMessage {
  rule: 'cite' | 'text-of-day';
  reason: string;
  severity: 'error' | 'warning' | 'info';
}

export interface CitedOnDay {
  query: string;
  at: Day;
  results: CitedPlace[];
  /** Works that may be meant instead. */
  candidates: Work[];
  /** Errors first. */
  messages: CitedMessage[];
}

/**
 * Resolves one citation.
 * @param at the day whose text is meant where the citation tells none, and for which states are told
 *
 * `《甲办法》第六条` on 2024-01-01 → art_6 of the text of that day, in-force · `《乙办法》` → no result, and why, as an error
 */
export function citedOn(query: string, archive: CitedArchive, at: Day): CitedOnDay {
  const { results, candidates, reasons, notes } = cite(query, libraryOf(archive), at);
  const cautions = new Set<string>();
  const places = results.map((cited): CitedPlace => {
    const { work, version, eId } = cited;
    const life = archive.lives.get(work.id)!;
    const { state, basis, reason } = textOn(life, at);
    for (const caution of cautionsOn(life, at, eId, version.date)) cautions.add(caution);
    return { ...cited, state, basis, reason, present: version === presentText(archive, work) };
  });
  const messages = [
    ...reasons.map((reason): CitedMessage => ({ rule: 'cite', reason, severity: 'error' })),
    ...notes.map((reason): CitedMessage => ({ rule: 'cite', reason, severity: 'info' })),
    ...Array.from(cautions, (reason): CitedMessage => ({ rule: 'text-of-day', reason, severity: 'warning' })),
  ];
  return { query, at, results: places, candidates, messages };
}
