/** The register: every text of the archive, by kind. */
import type { InstrumentKind, Work } from '../../domain/model.ts';
import { type Holdings, presentText } from '../holdings.ts';
import { type StateName, stateName } from '../status/words.ts';
import { workUrl } from '../urls.ts';
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
  id: InstrumentKind;
  name: string;
  rows: RegisterRow[];
}

export interface RegisterView {
  groups: RegisterGroup[];
  total: number;
  /** Known only by name. */
  named: RegisterRow[];
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

/** Groups in the order of legal rank as `kindWords` lists them; newest first in each. */
export function registerView(holdings: Holdings): RegisterView {
  const works = Array.from(holdings.works.values());
  const dayOf = (work: Work): string => presentText(holdings, work)?.date ?? '';
  const held = works.filter((work) => work.versions.length > 0);
  const groups = (Object.keys(kindWords) as InstrumentKind[])
    .map((id) => {
      const works = held
        .filter(({ kind }) => kind === id)
        .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : a.id < b.id ? -1 : 1));
      return { id, name: groupName(id, works), rows: works.map((work) => rowOf(work, holdings)) };
    })
    .filter(({ rows }) => rows.length > 0);
  return {
    groups,
    total: held.length,
    named: works.filter((work) => work.versions.length === 0).map((work) => rowOf(work, holdings)),
  };
}
