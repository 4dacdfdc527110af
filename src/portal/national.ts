/**
 * National laws are named by many cities and are one work: they are joined by title and number, and who tells of them is
 * listed. Everything else that bears one name in several cities is kept apart.
 */
import type { Basis, Day, State } from '../domain/model.ts';
import {
  documentNumberKey,
  isNationalOrgan,
  nationalLaws,
  tellsApart,
  titleKey,
} from '../domain/names/index.ts';
import type { NamedCity } from './indices.ts';

/** What a work is called. */
export interface NamedWork {
  title: string;
  kind: string;
  issuer?: string | undefined;
  documentNumber?: string | undefined;
}

/** True for a text that holds in the whole country: by its own title, by who gave it, or as a law known by its name. */
export function isNational({ title, kind, issuer }: NamedWork): boolean {
  if (/^\P{L}*中华人民共和国/u.test(title)) return true;
  if (issuer !== undefined) return isNationalOrgan(issuer);
  return kind === 'law' && nationalLaws.has(titleKey(title));
}

/**
 * What works that may be one have in common; undefined for a work of one city.
 *
 * `中华人民共和国行政处罚法`, `行政处罚法` → the same · `湛江市停车场管理办法` → undefined
 */
export function jointKey(work: NamedWork): string | undefined {
  return isNational(work) ? titleKey(work.title) : undefined;
}

/**
 * The works of one joint key in groups of which each is one work. The 文号 of one document alone tells two apart
 * (a notice of the same name each year); an order's number does not, for a law that was amended has several. Works
 * without such a number are of the group where there is but one.
 *
 * [国发〔2015〕1号, 国发〔2018〕1号, none] → three groups · [主席令第70号, 主席令第18号, none] → one
 */
export function joined<W extends NamedWork>(works: readonly W[]): W[][] {
  const numberOf = ({ documentNumber }: W): string =>
    documentNumber !== undefined && tellsApart(documentNumber) ? documentNumberKey(documentNumber) : '';
  const groups = Map.groupBy(works, numberOf);
  const numbered = Array.from(groups).filter(([number]) => number !== '');
  const rest = groups.get('') ?? [];
  if (numbered.length > 1) return [...numbered.map(([, group]) => group), ...(rest.length > 0 ? [rest] : [])];
  return works.length === 0 ? [] : [[...works]];
}

/** What one city says of a work. */
export interface Said {
  city: NamedCity;
  state: State;
  basis: Basis;
  reason: string;
  horizon: Day;
  address: string;
}

/**
 * What several cities say of one law: where those that know agree, that, in the words of the one that looked last;
 * where they do not, unknown, and who says what.
 * @returns with the place of the one that is quoted
 */
export function agreed(
  said: readonly Said[],
): Pick<Said, 'state' | 'basis' | 'reason'> & { at: number; agree: boolean } {
  const byHorizon = said.toSorted((a, b) => (a.horizon < b.horizon ? 1 : a.horizon > b.horizon ? -1 : 0));
  const knowing = byHorizon.filter(({ state }) => state !== 'unknown');
  const first = knowing[0] ?? byHorizon[0]!;
  const at = said.indexOf(first);
  const { state, basis, reason } = first;
  if (knowing.every((one) => one.state === state)) return { at, agree: true, state, basis, reason };
  const words = said.map((one) => `${one.city.name}：${one.reason}`).join('；');
  return {
    ...{ at, agree: false, state: 'unknown', basis: 'none' },
    reason: `各地文库所载不一（${words}）`,
  };
}
