/** The register: every work known, its state on a day, and the filters that narrow it. Filters live in an address. */

import type { Day, InstrumentKind, State, Status } from '../../model.ts';
import { plainWords } from '../../text/plain-words.ts';
import { statusOn } from '../life/life.ts';
import type { StatusWork } from '../status-work.ts';
import type { StatusBook } from './book.ts';

export interface RegisterFilter {
  /** Words that the title, number or issuer must hold. */
  words: string;
  state?: State;
  kind?: InstrumentKind;
  issuer?: string;
  /** 主题分类 */
  subject?: string;
  /** True: only held texts; false: only works that are mentioned. */
  held?: boolean;
}

export interface RegisterEntry {
  work: StatusWork;
  status: Status;
  subject: string | undefined;
  held: boolean;
}

export interface RegisterResult {
  entries: RegisterEntry[];
  /** How many each choice of a filter would leave, other filters applied. */
  counts: {
    state: Map<State, number>;
    kind: Map<InstrumentKind, number>;
    issuer: Map<string, number>;
    subject: Map<string, number>;
    held: Map<boolean, number>;
  };
}

type Facet = 'state' | 'kind' | 'issuer' | 'subject' | 'held';

/**
 * Works of a book on a day, narrowed; each filter's counts leave that filter itself out.
 * @param subjects 主题分类 of works, by id
 */
export function registerOn(
  book: StatusBook<StatusWork>,
  day: Day,
  filter: RegisterFilter,
  subjects: ReadonlyMap<string, string> = new Map(),
): RegisterResult {
  const all = book.works.map((work) => ({
    work,
    status: statusOn(work, book.events.get(work.id) ?? [], day, work.horizon ?? ''),
    subject: subjects.get(work.id),
    held: work.versions.length > 0,
  }));
  const words = filter.words.split(/\s+/).map(plainWords).filter(Boolean);
  const named = all.filter(({ work }) => {
    const text = plainWords(
      `${work.title}${work.documentNumber ?? ''}${work.registryNumber ?? ''}${work.issuer ?? ''}${work.aliases.join('')}`,
    );
    return words.every((word) => text.includes(word));
  });
  const passes = (entry: RegisterEntry, except?: Facet): boolean =>
    (Object.keys(facetOf) as Facet[]).every(
      (facet) => facet === except || filter[facet] === undefined || facetOf[facet](entry) === filter[facet],
    );
  const count = <T>(facet: Facet) => {
    const counts = new Map<T, number>();
    for (const entry of named) {
      const value = facetOf[facet](entry) as T | undefined;
      if (value !== undefined && passes(entry, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  return {
    entries: named.filter((entry) => passes(entry)),
    counts: {
      ...{ state: count('state'), kind: count('kind'), issuer: count('issuer') },
      ...{ subject: count('subject'), held: count('held') },
    },
  };
}

const facetOf: { [F in Facet]: (entry: RegisterEntry) => RegisterFilter[F] } = {
  state: ({ status }) => status.state,
  kind: ({ work }) => work.kind,
  issuer: ({ work }) => work.issuer,
  subject: ({ subject }) => subject,
  held: ({ held }) => held,
};

/** A filter as address parameters: `state=in-force&issuer=…`; what is not set is left out. */
export function filterParams(filter: RegisterFilter): [string, string][] {
  const { words, state, kind, issuer, subject, held } = filter;
  const pairs: [string, string | undefined][] = [
    ['q', words || undefined],
    ['state', state],
    ['kind', kind],
    ['issuer', issuer],
    ['subject', subject],
    ['held', held === undefined ? undefined : held ? 'yes' : 'no'],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== undefined);
}

/** The filter of address parameters; unknown values filter nothing out rather than everything. */
export function readFilter(
  get: (name: string) => string | null,
  states: readonly string[],
  kinds: readonly string[],
): RegisterFilter {
  const [state, kind, issuer] = [get('state'), get('kind'), get('issuer')];
  const [subject, held] = [get('subject'), get('held')];
  return {
    words: get('q') ?? '',
    ...(state && states.includes(state) ? { state: state as State } : {}),
    ...(kind && kinds.includes(kind) ? { kind: kind as InstrumentKind } : {}),
    ...(issuer ? { issuer } : {}),
    ...(subject ? { subject } : {}),
    ...(held === 'yes' || held === 'no' ? { held: held === 'yes' } : {}),
  };
}
