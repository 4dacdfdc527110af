/** The register: the texts of the archive by kind, the newest of each; the rest stands in the lists. */
import type { InstrumentKind, Work } from '../../domain/model.ts';
import { pageFact } from '../../domain/structure/index.ts';
import { type Holdings, presentText } from '../holdings.ts';
import { type StateName, stateName } from '../status/words.ts';
import { listUrl, workUrl } from '../urls.ts';
import { dayWords, kindName, kindWords } from '../words.ts';
import { statusAtHorizon } from './state.ts';

export interface RegisterRow {
  id: string;
  /** On the horizon, where the archive has one. */
  state?: StateName;
  title: string;
  href: string;
  number?: string;
  issuer?: string;
  /** Day of the newest text. */
  day: string;
  versions: number;
}

export interface RegisterGroup {
  /** `named` for works that are known only by name. */
  id: InstrumentKind | 'named';
  name: string;
  rows: RegisterRow[];
  /** How many there are; the list at `href` has them all. */
  total: number;
  href: string;
}

export interface RegisterView {
  groups: RegisterGroup[];
  /** Works that are held. */
  total: number;
}

/** Rows of a group that the register prints. */
const printed = 100;

const rows = new WeakMap<Work, RegisterRow>();

/** The row of a work in any list, made once. */
export function registerRow(holdings: Holdings, work: Work): RegisterRow {
  const made = rows.get(work) ?? rowOf(work, holdings);
  rows.set(work, made);
  return made;
}

function rowOf(work: Work, holdings: Holdings): RegisterRow {
  const version = presentText(holdings, work);
  const status = statusAtHorizon(holdings, work);
  return {
    id: work.id,
    ...(status ? { state: stateName(status.state, status.basis) } : {}),
    title: work.title,
    href: workUrl(work.id),
    number: work.documentNumber ?? work.registryNumber,
    issuer: work.issuer,
    day: version ? dayWords(version.date) : '',
    versions: work.versions.length,
  };
}

/** 通知、函、纪要: the kinds that the titles name themselves, the most frequent first; the general word where they are many. */
function groupName(kind: InstrumentKind, works: Work[]): string {
  const names = Map.groupBy(works, ({ title }) => kindName(kind, title));
  if (names.size > 3) return kindWords[kind];
  return Array.from(names)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name]) => name)
    .join('、');
}

/** Works that are held, by kind in the order of legal rank as `kindWords` lists them; the newest first in each. */
export function worksByKind(holdings: Holdings): { kind: InstrumentKind; name: string; works: Work[] }[] {
  const byKind = Map.groupBy(
    newestFirst(
      holdings,
      Array.from(holdings.works.values()).filter(({ versions }) => versions.length > 0),
    ),
    ({ kind }) => kind,
  );
  return (Object.keys(kindWords) as InstrumentKind[]).flatMap((kind) => {
    const works = byKind.get(kind);
    return works ? [{ kind, name: groupName(kind, works), works }] : [];
  });
}

/** 主题分类 of works, by id, where the page of their present text prints one. */
export function subjectsOf(holdings: Holdings): [id: string, subject: string][] {
  return Array.from(holdings.works.values()).flatMap((work): [string, string][] => {
    const version = presentText(holdings, work);
    const subject = version && pageFact(version.instrument, 'subject');
    return subject ? [[work.id, subject]] : [];
  });
}

/** Works in the order of the days of their present texts, the newest first. */
export function newestFirst(holdings: Holdings, works: readonly Work[]): Work[] {
  const dayOf = (work: Work): string => presentText(holdings, work)?.date ?? '';
  return works.toSorted((a, b) =>
    dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : a.id < b.id ? -1 : 1,
  );
}

/** Works that are known only by name, in the order of the archive. */
export const namedWorks = (holdings: Holdings): Work[] =>
  Array.from(holdings.works.values()).filter(({ versions }) => versions.length === 0);

export function registerView(holdings: Holdings): RegisterView {
  const group = (id: RegisterGroup['id'], name: string, works: readonly Work[]): RegisterGroup => ({
    ...{ id, name, total: works.length, href: listUrl('kind', id) },
    rows: works.slice(0, printed).map((work) => registerRow(holdings, work)),
  });
  const kinds = worksByKind(holdings);
  const named = namedWorks(holdings);
  return {
    groups: [
      ...kinds.map(({ kind, name, works }) => group(kind, name, works)),
      ...(named.length > 0 ? [group('named', '仅知其名', named)] : []),
    ],
    total: kinds.reduce((sum, { works }) => sum + works.length, 0),
  };
}
