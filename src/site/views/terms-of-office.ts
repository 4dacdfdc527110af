/** 分工 over time: who answered for what from which day until before which, by body and by person. */
import { oncePer } from '../../domain/model/once.ts';
import type { Day } from '../../domain/model.ts';
import type { Person } from '../../domain/views/index.ts';
import { addressNames, type Holdings } from '../holdings.ts';
import { titleWords } from '../title-words.ts';
import { personUrl } from '../urls.ts';
import { dayWords } from '../words.ts';
import type { Link } from './common.ts';
import { type Held, textsWith } from './readings.ts';

/** Days on which something held, as a row carries them for the reader's own day. */
export interface Term {
  since: Day;
  /** The day of the next division of work of the same body; empty where the archive has none. */
  until: Day;
  days: string;
}

/** A division of work of a body, as long as it held. */
export interface DivisionView extends Term {
  notice: Link;
  persons: Link[];
}

/** What one person answered for, as long as that held. */
export interface PersonTerm extends Term {
  body: string;
  notice: Link;
  posts: string;
  duties: (Link & { verb: string })[];
}

export interface PersonPage {
  /** In its address. */
  id: string;
  name: string;
  href: string;
  /** The newest first. */
  terms: PersonTerm[];
  /** The same name in several bodies may be that of several persons. */
  bodies: string[];
}

interface Division extends Term {
  body: string;
  held: Held<'portfolios'>;
}

/** Every division of work of the archive with its days, the newest first. */
const divisionsOf = oncePer((holdings: Holdings): Division[] => {
  const next = new Map<string, Day>();
  return textsWith(holdings, 'portfolios').map((held): Division => {
    const body = held.work.issuer ?? titleWords(held.work.title, held.work.kind);
    const since = held.version.date;
    const until = next.get(body) ?? '';
    next.set(body, since);
    return { body, held, since, until, days: daysOf(since, until) };
  });
});

function daysOf(since: Day, until: Day): string {
  if (since === '') return '日期未载';
  return until === ''
    ? `${dayWords(since)}起，此后的分工本库未载`
    : `${dayWords(since)}起，${dayWords(until)}前`;
}

const noticeOf = ({ held: { work, address } }: Division): Link => ({
  text: titleWords(work.title, work.kind),
  href: address,
});

/** Persons by name, each with all that the archive's divisions of work say of them; in the order of their names. */
export function personPages(holdings: Holdings): PersonPage[] {
  const terms = new Map<string, PersonTerm[]>();
  for (const division of divisionsOf(holdings)) {
    for (const person of division.held.view.persons) {
      const name = plainName(person);
      terms.set(name, [...(terms.get(name) ?? []), termOf(division, person)]);
    }
  }
  const ids = addressNames(Array.from(terms.keys()));
  return Array.from(terms, ([name, list]) => ({
    ...{ id: ids.get(name)!, name, href: personUrl(ids.get(name)!), terms: list },
    bodies: Array.from(new Set(list.map(({ body }) => body))),
  })).toSorted((a, b) => collator.compare(a.name, b.name));
}

const collator = new Intl.Collator('zh-Hans-CN');

/** 王　强 → 王强 */
const plainName = ({ name }: Person): string => name.text.replace(/\s/g, '');

function termOf(division: Division, { posts, duties, eId }: Person): PersonTerm {
  const { body, since, until, days, held } = division;
  const address = `${held.address}#${eId}`;
  return {
    ...{ body, since, until, days, notice: { ...noticeOf(division), href: address } },
    posts: posts.map(({ text }) => text).join('、'),
    duties: duties.map(({ verb, fields, cell }) => ({
      verb,
      text: fields.map(({ text }) => text).join('、'),
      href: cell.eId ? `${held.address}#${cell.eId}` : address,
    })),
  };
}

/** The divisions of work of a body, the newest first. */
export function divisionViews(holdings: Holdings, body: string): DivisionView[] {
  const pages = new Map(personPages(holdings).map(({ name, href }) => [name, href]));
  return divisionsOf(holdings)
    .filter((division) => division.body === body)
    .map((division) => ({
      ...{ since: division.since, until: division.until, days: division.days, notice: noticeOf(division) },
      persons: division.held.view.persons.map((person) => ({
        text: plainName(person),
        href: pages.get(plainName(person))!,
      })),
    }));
}
