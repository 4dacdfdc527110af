/**
 * Events of all works: each finding goes to the work it speaks of; texts that are only named become works without text.
 */

import type { Day, LegalEvent, Version, Work } from '../model.ts';
import { documentNumberKey, kindOf, type Mention, parseDocumentNumber, titleKey } from '../names/index.ts';
import { instrumentId, titleId } from '../structure/index.ts';
import { addDays } from '../text/dates.ts';
import { type Finding, readEvents } from './events.ts';
import { placed } from './named-parts.ts';
import { formatDay, type Period, periodEnd } from './periods.ts';
import { earlierMeant, isReissue, ofItsText } from './reissues.ts';
import { aroundOf, type PrintedBy, printedBy } from './starts.ts';
import { bears, indexWorks, numbersOf, type WorkIndex, withNumber, withTitle } from './work-index.ts';

export interface EventBook {
  /** Events by work id, by day; works without events have an empty list. */
  events: Map<string, LegalEvent[]>;
  /** Works that texts of the archive repeal, amend or cite and that it neither holds nor registers. */
  mentioned: Work[];
  /** Titles that texts give to works which were known by their number alone, by id. */
  titles: Map<string, string>;
}

interface Told {
  finding: Finding;
  /** Work whose text tells it, and the text. */
  teller: Work;
  version: Version;
}

/**
 * Events of every work of the archive.
 * @param works held and registered works
 * @param issues the last day that each issue reflects: what it prints had been issued by then
 * @returns events, and the works that are only mentioned; same works, same result
 */
export function eventsOf(
  works: readonly Work[],
  issues: readonly { id: string; horizon: Day }[] = [],
): EventBook {
  const printed = printedBy(issues);
  const byId = new Map(works.map((work) => [work.id, work]));
  const told = works.flatMap((work) => tellings(work, byId, printed));
  const foundings = foundingsOf(told);
  const index = indexWorks(works);
  const stubs = new Stubs(index);
  const titles = new Map<string, string>();
  const events = new Map<string, Reckoned[]>(works.map((work) => [work.id, []]));
  for (const { finding, teller, version } of told) {
    const { about, ...event } = finding;
    if (about === 'self') {
      events.get(teller.id)!.push({ ...event, subject: teller.id });
      continue;
    }
    const meant = finding.kind === 'repealed' ? earlierMeant(finding, teller, version) : [];
    if (meant.length > 0) {
      const own = meant.map(({ date }) => ({
        ...event,
        subject: teller.id,
        by: teller.title,
        version: date,
      }));
      events.get(teller.id)!.push(...own);
      continue;
    }
    const subject = resolve(about, finding, teller, index, foundings) ?? stubs.idFor(about, finding, teller);
    if (subject === undefined) continue;
    const list = events.get(subject) ?? [];
    events.set(subject, list);
    list.push({ ...event, subject, by: teller.title, told: version.date });
    const known = index.works.get(subject);
    if (known && about.title && known.title === known.documentNumber) titles.set(subject, about.title);
    if (!known?.versions.length) list.push(...births(about, event, subject, known?.documentNumber));
  }
  shareWithEnclosed(works, events, foundings);
  for (const list of events.values()) for (const event of list) meet(event, events, index);
  for (const [id, list] of events) events.set(id, placed(settle(prolong(list)), byId.get(id)));
  return { events, mentioned: stubs.works, titles };
}

/** An event that may still have to be reckoned from another one of its subject. */
type Reckoned = LegalEvent & { prolongs?: Period; told?: Day };

/**
 * 有效期延长三年: added to the latest end that was known on the day it was said.
 *
 * to 2019-12-31, 延长三年 of 2019, 延长二年 of 2022 → to 2022-12-31, then to 2024-12-31
 */
function prolong(list: readonly Reckoned[]): LegalEvent[] {
  const ends = list.filter(({ kind, date, prolongs }) => kind === 'expires' && date && !prolongs);
  const reckoned = new Map<Reckoned, Reckoned>();
  const turns = Map.groupBy(
    list.filter(({ prolongs }) => prolongs).toSorted((a, b) => (saidOn(a) < saidOn(b) ? -1 : 1)),
    saidOn,
  );
  for (const [day, events] of turns) {
    const known = ends.filter((end) => end.by === undefined || saidOn(end) <= day);
    const last = known.toSorted((a, b) => ((a.latest ?? a.date!) < (b.latest ?? b.date!) ? -1 : 1)).at(-1);
    const made = events.map((event) => reckon(event, last));
    for (const [i, event] of events.entries()) reckoned.set(event, made[i]!);
    ends.push(...made.filter(({ date }) => date));
  }
  return list.map((event) => {
    const { prolongs: _length, told: _day, ...rest } = reckoned.get(event) ?? event;
    return rest;
  });
}

function saidOn({ told = '' }: Reckoned): Day {
  return told;
}

/** An extension with the day to which it leads from an end, where that is known. */
function reckon(event: Reckoned, end: LegalEvent | undefined): Reckoned {
  const length = event.prolongs!;
  const [date, latest] = [end?.date, end?.latest].map((day) => day && dayAfter(day, length));
  if (!date) return event;
  const rule = `原至${formatDay(addDays(end!.date!, -1))}，延长${length.text}`;
  return { ...event, date, ...(latest ? { latest } : {}), rule };
}

/** First day without force → that day when a period is added to the last day before it. */
function dayAfter(end: Day, period: Period): Day | undefined {
  const last = periodEnd(addDays(end, -1), period)?.lastExcluded;
  return last && addDays(last, 1);
}

/** An event that comes with the commencement of another text takes its day from that, where the archive knows it. */
function meet(event: Reckoned, events: ReadonlyMap<string, readonly Reckoned[]>, index: WorkIndex): void {
  if (event.awaits === undefined || event.date !== undefined) return;
  const [id, ...more] = withTitle(index, event.awaits);
  const starts = (id !== undefined && more.length === 0 ? (events.get(id) ?? []) : []).filter(
    ({ kind, scope, version, date }) =>
      kind === 'commenced' && scope === undefined && version === undefined && date !== undefined,
  );
  const [start] = starts;
  if (starts.length !== 1 || !start) return;
  event.date = start.date!;
  if (start.latest !== undefined) event.latest = start.latest;
  if (start.inferred) event.inferred = true;
  event.rule = `《${event.awaits}》自${formatDay(start.date!)}起施行`;
  delete event.awaits;
}

/** What ends or prolongs a cover ends or prolongs what was first issued with it: 《关于印发〈甲办法〉的通知》废止. */
function shareWithEnclosed(
  works: readonly Work[],
  events: ReadonlyMap<string, LegalEvent[]>,
  foundings: ReadonlyMap<string, Day[]>,
): void {
  for (const cover of works) {
    if (cover.carries.length === 0) continue;
    const ends = (events.get(cover.id) ?? []).filter(
      ({ kind, by, scope }) =>
        (kind === 'repealed' || kind === 'expires') && by !== undefined && scope === undefined,
    );
    const issued = foundings.get(cover.id)?.toSorted()[0] ?? '';
    for (const id of ends.length > 0 ? cover.carries : []) {
      const born = foundings.get(id)?.toSorted()[0] ?? issued;
      if (born >= issued) events.get(id)?.push(...ends.map((event) => ({ ...event, subject: id })));
    }
  }
}

/** What the texts of a work tell, its carriers and carried texts at hand. */
function tellings(work: Work, works: ReadonlyMap<string, Work>, printed: PrintedBy): Told[] {
  const again = work.versions.some((version) => isReissue(work, version));
  return work.versions.flatMap((version) => {
    const findings = readEvents(version.instrument, aroundOf(version, works, printed));
    const told = again ? ofItsText(findings, work, version) : findings;
    const last = work.versions.at(-1)!;
    // An amended text says itself how long it lasts, or no longer says it.
    const outdated = ({ kind, about, evidence, version: of }: Finding): boolean =>
      kind === 'expires' &&
      about === 'self' &&
      of === undefined &&
      evidence.instrument === work.id &&
      version.date < last.date &&
      last.madeBy !== undefined;
    return told
      .filter((finding) => !outdated(finding))
      .map((finding) => ({ finding, teller: work, version }));
  });
}

/** Days on which a work was adopted, promulgated or issued. */
function foundingsOf(told: readonly Told[]): Map<string, Day[]> {
  const foundings = new Map<string, Day[]>();
  for (const { finding, teller } of told) {
    if (finding.about !== 'self' || !finding.date) continue;
    if (!['adopted', 'promulgated', 'issued'].includes(finding.kind)) continue;
    foundings.set(teller.id, [...(foundings.get(teller.id) ?? []), finding.date]);
  }
  return foundings;
}

/** The one work that a mention is; undefined where none is, or where the names agree and the days do not. */
function resolve(
  about: Mention,
  finding: Finding,
  teller: Work,
  index: WorkIndex,
  foundings: Map<string, Day[]>,
): string | undefined {
  const numbered = about.number ? withNumber(index, about.number) : [];
  const titled = about.title ? withTitle(index, about.title) : [];
  // 《甲办法》（某府〔2012〕5号): the number may be that of the cover.
  const both = titled.filter((id) => bears(id, numbered, index));
  const candidates = both.length > 0 ? both : numbered.length > 0 ? numbered : titled;
  const fitting = candidates.filter((id) => fits(id, about, finding, teller, index, foundings));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function fits(
  id: string,
  about: Mention,
  finding: Finding,
  teller: Work,
  index: WorkIndex,
  foundings: Map<string, Day[]>,
): boolean {
  if (id === teller.id && finding.kind !== 'cited') return false;
  const days = foundings.get(id) ?? [];
  const first = days.toSorted()[0];
  if (first !== undefined && finding.date !== undefined && finding.date < first) return false;
  if (first !== undefined && finding.kind === 'repealed' && about.date) {
    if (!days.some((day) => day.slice(0, 4) === about.date!.slice(0, 4))) return false;
  }
  if (!about.number) return true;
  const own = numbersOf(index.works.get(id)!);
  return (
    own.length === 0 ||
    bears(id, withNumber(index, about.number), index) ||
    !/〔/.test(documentNumberKey(about.number))
  );
}

/** What a mention tells of the birth of a text that the archive does not hold: its day, or the year of its number. */
function births(
  about: Mention,
  event: Omit<LegalEvent, 'subject'>,
  subject: string,
  registered: string | undefined,
): LegalEvent[] {
  const base = { subject, evidence: event.evidence };
  if (about.date) return [{ ...base, kind: 'promulgated', date: about.date }];
  const year = about.year ?? (registered && parseDocumentNumber(registered)?.year);
  return year ? [{ ...base, kind: 'issued', approximate: String(year) }] : [];
}

/** Works known only by name, one for each number or title. */
class Stubs {
  readonly works: Work[] = [];
  readonly #index: WorkIndex;
  readonly #byKey = new Map<string, Work>();

  constructor(index: WorkIndex) {
    this.#index = index;
  }

  /** Id of the stub that a mention is, made where there is none yet. */
  idFor(about: Mention, finding: Finding, teller: Work): string | undefined {
    const title = about.title ?? '';
    const number = about.number ? documentNumberKey(about.number) : undefined;
    const namesake = titleKey(title) === titleKey(teller.title) || this.#index.byTitle.has(titleKey(title));
    const dated = namesake ? `${titleKey(title)} ${about.date ?? about.year ?? '旧'}` : titleKey(title);
    const key = number ?? dated;
    const known = this.#byKey.get(key) ?? (title ? this.#byKey.get(dated) : undefined);
    if (known) return this.#learn(known, about).id;
    if (!title && finding.kind === 'cited') return undefined;
    if (namesake && finding.kind === 'cited') return undefined;
    const work = this.#make(about, title || about.number!, namesake ? dated : title);
    this.works.push(work);
    if (number) this.#byKey.set(number, work);
    if (title && !this.#byKey.has(dated)) this.#byKey.set(dated, work);
    return work.id;
  }

  #make(about: Mention, title: string, name: string): Work {
    const documentNumber = about.number ? documentNumberKey(about.number) : undefined;
    const kind = kindOf(title.replace(/\s/g, ''));
    const wanted = instrumentId({
      title: name || title,
      kind,
      ...(documentNumber ? { documentNumber } : {}),
    });
    const taken = (id: string) => this.#index.works.has(id) || this.works.some((work) => work.id === id);
    const id = taken(wanted) ? `${titleId(`${name}${documentNumber ?? ''}`)}-${this.works.length}` : wanted;
    return {
      id,
      title,
      kind,
      aliases: [],
      versions: [],
      carries: [],
      ...(documentNumber ? { documentNumber } : {}),
    };
  }

  /** The longer title is the fuller one (a list names the issuers, the clause leaves them out); the other an alias. */
  #learn(work: Work, about: Mention): Work {
    const { title } = about;
    if (about.number) work.documentNumber ??= documentNumberKey(about.number);
    if (!title || titleKey(title) === titleKey(work.title)) return work;
    const [full, alias] = title.length > work.title.length ? [title, work.title] : [work.title, title];
    work.title = full;
    work.kind = kindOf(full.replace(/\s/g, ''));
    if (!work.aliases.includes(alias)) work.aliases.push(alias);
    return work;
  }
}

/**
 * Sorts by day, drops what is said twice in the same words. Of one amendment the decision's own day stands before that
 * of the text's own clause, and that before the 题注's, which only tells when it was decided.
 */
function settle(events: LegalEvent[]): LegalEvent[] {
  const amended = events.filter(({ kind, scope }) => kind === 'amended' && !scope);
  const weight = ({ evidence, subject }: LegalEvent) =>
    evidence.instrument !== subject ? 2 : evidence.eId !== '' ? 1 : 0;
  const settled = events.map((event) => {
    if (event.kind !== 'amended' || event.scope) return event;
    const best = amended
      .filter((other) => other.version === event.version || sameDecision(other.by, event.by))
      .reduce((one, other) => (weight(other) > weight(one) ? other : one), event);
    const { date, latest, ...rest } = event;
    if (best === event || !best.date) return event;
    return { ...rest, date: best.date, ...(best.latest ? { latest: best.latest } : {}) };
  });
  const seen = new Set<string>();
  return settled
    .filter((event) => {
      const key = JSON.stringify([
        event.kind,
        event.date,
        event.approximate,
        event.scope,
        event.version,
        event.evidence,
      ]);
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) =>
      (a.date ?? a.approximate ?? '9') < (b.date ?? b.approximate ?? '9')
        ? -1
        : (a.date ?? a.approximate ?? '9') > (b.date ?? b.approximate ?? '9')
          ? 1
          : 0,
    );
}

function sameDecision(one: string | undefined, other: string | undefined): boolean {
  if (!one || !other) return false;
  const [a, b] = [titleKey(one), titleKey(other)];
  return a === b || a.endsWith(b) || b.endsWith(a);
}
