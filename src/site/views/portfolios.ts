/** Who answers for what: the newest division of work of each body, turned both ways. */
import type { Version, Work } from '../../domain/model.ts';
import { bodiesOf } from '../../domain/names/index.ts';
import { type DutyKind, fieldIndex, leaderOf, type Person } from '../../domain/views/index.ts';
import type { Holdings } from '../holdings.ts';
import { type Stretch, stretchesOf } from '../status/life.ts';
import { titleWords } from '../title-words.ts';
import { portfoliosUrl } from '../urls.ts';
import { dayWords } from '../words.ts';
import type { Fact, Link } from './common.ts';
import { type FieldChange, portfolioChanges } from './portfolio-changes.ts';
import { type Held, linker, textsWith } from './readings.ts';
import { type StateView, stateView } from './state.ts';

export const dutyWords: Record<DutyKind, string> = {
  lead: '主持',
  charge: '负责',
  assist: '协助',
  liaise: '联系',
};

/** In the order of the columns. */
const kinds = Object.keys(dutyWords) as DutyKind[];

export interface DutyView {
  href: string;
  /** 协助市长负责, where it says more than the column. */
  verb?: string;
  fields: string;
}

export interface PersonView {
  id: string;
  name: Link;
  posts: string;
  /** 根据市委分工 */
  basis?: string;
  /** True for those whom the text lists in a note. */
  note: boolean;
  /** By column. */
  duties: DutyView[][];
}

export interface FieldView {
  field: string;
  kinds: DutyKind[];
  holders: { name: string; href: string; post: string; kind: DutyKind; verb: string }[];
}

export interface IssuerView {
  issuer: string;
  /** The leader, as an inference from the name; absent where the names do not tell. */
  person?: Link;
  reason: string;
}

export interface PortfoliosView {
  id: string;
  title: Link;
  issuer?: string;
  day: string;
  state?: StateView;
  /** What the state is on other days than the horizon. */
  stretches: Stretch[];
  columns: { kind: DutyKind; name: string }[];
  persons: PersonView[];
  /** Lines that could not be read, each with its place. */
  unread: Link[];
  fields: FieldView[];
  issuers: IssuerView[];
  /** Against the division of work before it, where the archive has that. */
  changes?: { from: Link & { day: string }; rows: FieldChange[] };
}

export interface PortfoliosPage {
  current: PortfoliosView[];
  /** Earlier divisions of work of the same bodies. */
  earlier: (Link & { day: string })[];
}

type Portfolio = Held<'portfolios'>;

/** The newest of each body, and those before it. */
export function newestOfEach(holdings: Holdings): { current: Portfolio[]; earlier: Portfolio[] } {
  const all = textsWith(holdings, 'portfolios');
  const seen = new Set<string>();
  const [current, earlier]: Portfolio[][] = [[], []];
  for (const each of all) {
    const body = each.work.issuer ?? each.work.id;
    if (seen.has(body)) earlier!.push(each);
    else current!.push(each);
    seen.add(body);
  }
  return { current: current!, earlier: earlier! };
}

export const hasPortfolios = (holdings: Holdings): boolean => textsWith(holdings, 'portfolios').length > 0;

export function portfoliosPage(holdings: Holdings): PortfoliosPage {
  const { current, earlier } = newestOfEach(holdings);
  const before = current.map(({ work: { issuer } }) =>
    earlier.find(({ work }) => issuer !== undefined && work.issuer === issuer),
  );
  const compared = new Set(before.map((each) => each?.work));
  return {
    current: current.map((each, index) => portfoliosView(holdings, each, before[index])),
    // The one right before is told with what changed since.
    earlier: earlier.filter(({ work }) => !compared.has(work)).map(noticeLink),
  };
}

/** Persons of a table share its eId: the row tells them apart. */
const personId = (work: Work, { eId, name: { cell } }: Person): string =>
  `${work.id}-${eId}${cell ? `-${cell[0]}` : ''}`;

function noticeLink({ work, version, address }: Portfolio): Link & { day: string } {
  return { text: titleWords(work.title, work.kind), href: address, day: dayWords(version.date) };
}

function portfoliosView(holdings: Holdings, held: Portfolio, before: Portfolio | undefined): PortfoliosView {
  const { work, version, address, view } = held;
  const used = kinds.filter((kind) =>
    view.persons.some(({ duties }) => duties.some((duty) => duty.kind === kind)),
  );
  const link = linker(address);
  return {
    id: work.id,
    title: { text: titleWords(work.title, work.kind), href: address },
    ...(work.issuer ? { issuer: work.issuer } : {}),
    day: dayWords(version.date),
    state: stateView(holdings, work, version),
    stretches: stretchesOf(holdings, work, version),
    columns: used.map((kind) => ({ kind, name: dutyWords[kind] })),
    persons: view.persons.map((person) => ({
      id: personId(work, person),
      name: link(person.name),
      posts: person.posts.map(({ text }) => text).join('、'),
      ...(person.basis ? { basis: person.basis.text } : {}),
      note: person.note,
      duties: used.map((kind) =>
        person.duties
          .filter((duty) => duty.kind === kind)
          .map(({ verb, fields, cell }) => ({
            href: link(cell).href,
            ...(verb === dutyWords[kind] ? {} : { verb }),
            fields: fields.map(({ text }) => text).join('、'),
          })),
      ),
    })),
    unread: view.unread.map(link),
    fields: fieldsOf(held),
    issuers: issuersOf(holdings, held),
    ...(before ? { changes: { from: noticeLink(before), rows: portfolioChanges(before.view, view) } } : {}),
  };
}

const collator = new Intl.Collator('zh-Hans-CN');

export function fieldsOf({ work, view, address }: Portfolio): FieldView[] {
  return fieldIndex(view)
    .map(({ field, holders }) => ({
      field,
      kinds: kinds.filter((kind) => holders.some((holder) => holder.kind === kind)),
      holders: holders.map(({ person, kind, verb }) => ({
        name: person.name.text,
        href: `${address}#${person.eId}`,
        post: person.posts[0]?.text ?? '',
        kind,
        verb,
        id: personId(work, person),
      })),
    }))
    .toSorted((a, b) => collator.compare(a.field, b.field));
}

/** 湛江市人民政府 → 湛江市: bodies of the same place begin so. */
function placeOf(issuer: string | undefined): string | undefined {
  return /^(.{2,}?)人民政府/.exec(issuer ?? '')?.[1];
}

/** Bodies of the same place that issued texts of the archive. */
function issuersOf(holdings: Holdings, { work, view }: Portfolio): IssuerView[] {
  const place = placeOf(work.issuer);
  if (place === undefined) return [];
  const bodies = new Set(
    Array.from(holdings.works.values()).flatMap(({ issuer }) =>
      bodiesOf(issuer).filter((body) => body.startsWith(place) && body !== work.issuer),
    ),
  );
  return Array.from(bodies, (issuer) => {
    const { person, reason } = leaderOf(view, issuer);
    return {
      issuer,
      ...(person ? { person: { text: person.name.text, href: `#${personId(work, person)}` } } : {}),
      reason,
    };
  });
}

/** Who is in charge of the body that issued a text, by the division of work that then held: an inference, said to be one. */
export function leaderFact(holdings: Holdings, { instrument, date }: Version): Fact[] {
  const { issuer } = instrument;
  if (!issuer) return [];
  const held = textsWith(holdings, 'portfolios').find(({ work, version }) => {
    const place = placeOf(work.issuer);
    return place !== undefined && issuer.startsWith(place) && issuer !== work.issuer && version.date <= date;
  });
  const found = held && leaderOf(held.view, issuer);
  const current = held !== undefined && newestOfEach(holdings).current.some(({ work }) => work === held.work);
  if (!held || !found?.person) return [];
  const page = current ? `${portfoliosUrl()}#${personId(held.work, found.person)}` : held.address;
  return [
    {
      term: '分管领导（推定）',
      runs: [{ text: found.person.name.text, href: page, why: found.reason, kind: 'reference' }],
    },
  ];
}
