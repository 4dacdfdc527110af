/**
 * Events of all works: each finding goes to the work it speaks of; texts that are only named become works without text.
 */

import type { Day, LegalEvent, Version, Work } from '../model.ts';
import { kindOf, type Mention, parseDocumentNumber, Stubs, titleKey } from '../names/index.ts';
import { addDays } from '../text/calendar.ts';
import { ofOneTime } from './adoption.ts';
import { type Finding, readEvents } from './events.ts';
import { placed } from './named-parts.ts';
import { formatDay, type Period, periodEnd } from './periods.ts';
import { earlierMeant, isReissue, ofItsText } from './reissues.ts';
import { aroundOf, type PrintedBy, printedBy } from './starts.ts';
import { bears, indexWorks, numbersOf, type WorkIndex, withNumber, withTitle } from './work-index.ts';

export interface EventBook {
  /** Events by work id, by day; works without events have an empty list. */
  events: Map<string, LegalEvent[]>;
  /** The works given, then those that texts of the archive repeal, amend or cite and that it neither holds nor registers. */
  works: Work[];
}

/** A work that was known by its number alone, with the title that a text gives it; the number stays its other name. */
function entitled(work: Work, title: string | undefined): Work {
  if (title === undefined) return work;
  return { ...work, title, kind: kindOf(title), aliases: [...work.aliases, work.title] };
}

/** A name that fits two works is no new work either: it is one of theirs. */
function isUnknown({ title, number }: Mention, index: WorkIndex): boolean {
  if (number === undefined) return title === undefined || withTitle(index, title).length === 0;
  if (withNumber(index, number).length > 0) return false;
  // A work known under another number is another document of the same title.
  return withTitle(index, title ?? '').every((id) => index.works.get(id)!.documentNumber !== undefined);
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
 * @param cited documents that the texts refer to, beside those whose events they tell
 * @param issues the last day that each issue reflects: what it prints had been issued by then
 * @returns events, and the works that are only mentioned; same works, same result
 */
export function eventsOf(
  works: readonly Work[],
  cited: readonly Mention[] = [],
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
  const isCited = ({ finding }: Told): boolean => finding.kind === 'cited';
  const tell = ({ finding, teller, version }: Told): void => {
    const { about, ...event } = finding;
    if (about === 'self') {
      events.get(teller.id)!.push({ ...event, subject: teller.id });
      return;
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
      return;
    }
    const cited = finding.kind === 'cited';
    const found = resolve(about, finding, teller, index, foundings);
    if (!cited && found?.unsure) {
      for (const id of found.unsure)
        events.get(id)!.push({ ...event, subject: id, by: teller.title, doubt: found.reason });
      return;
    }
    const subject = found?.work ?? (cited ? stubs.known(about) : stubs.take(about, teller.title)).id;
    if (subject === undefined) return;
    const list = events.get(subject) ?? [];
    events.set(subject, list);
    const joined = found?.reason ? { matched: found.reason } : {};
    list.push({ ...event, subject, by: teller.title, told: version.date, ...joined });
    const known = index.works.get(subject);
    if (known && about.title && known.title === known.documentNumber) titles.set(subject, about.title);
    const number = known?.documentNumber ?? stubs.numberOf(subject);
    if (!known?.versions.length) list.push(...births(about, event, subject, number));
  };
  for (const one of told) if (!isCited(one)) tell(one);
  for (const mention of cited) if (isUnknown(mention, index)) stubs.cite(mention);
  for (const one of told) if (isCited(one)) tell(one);
  for (const { id } of stubs.works) if (!events.has(id)) events.set(id, []);
  shareWithEnclosed(works, events, foundings);
  for (const list of events.values()) for (const event of list) meet(event, events, index);
  for (const [id, list] of events) events.set(id, placed(settle(prolong(started(list))), byId.get(id)));
  return { events, works: [...works.map((work) => entitled(work, titles.get(work.id))), ...stubs.works] };
}

/** An event that may still have to be reckoned from another one of its subject. */
type Reckoned = LegalEvent & Pick<Finding, 'prolongs' | 'moves'> & { told?: Day };

/** What others say of a start counts where the text leaves it to them, and where they move it; the text's own gives way. */
function started(list: readonly Reckoned[]): Reckoned[] {
  const starts = list.filter(({ kind, version }) => kind === 'commenced' && version === undefined);
  const own = starts.filter(({ by }) => by === undefined);
  const left = new Set(starts);
  for (const other of starts.filter(({ by }) => by !== undefined)) {
    const peers = own.filter(({ scope }) => scope === other.scope);
    const replaced = other.moves ? peers : peers.filter(({ date }) => date === undefined);
    if (replaced.length === 0) left.delete(other);
    for (const one of replaced) left.delete(one);
  }
  return list.filter((event) => !starts.includes(event) || left.has(event));
}

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
    const { prolongs: _length, moves: _moves, told: _day, ...rest } = reckoned.get(event) ?? event;
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
  delete event.earliest;
}

const sharedKinds: ReadonlySet<LegalEvent['kind']> = new Set(['repealed', 'suspended', 'resumed', 'expires']);

/** What ends or prolongs a cover ends or prolongs what was first issued with it: 《关于印发〈甲办法〉的通知》废止. */
function shareWithEnclosed(
  works: readonly Work[],
  events: ReadonlyMap<string, LegalEvent[]>,
  foundings: ReadonlyMap<string, Day[]>,
): void {
  for (const cover of works) {
    if (cover.carries.length === 0) continue;
    const ends = (events.get(cover.id) ?? []).filter(
      ({ kind, by, scope }) => sharedKinds.has(kind) && by !== undefined && scope === undefined,
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
      .filter((finding) => !outdated(finding) && !repeats(finding, version))
      .map((finding) => ({ finding, teller: work, version }));
  });
}

/**
 * True for what a computed text says of its own beginning in the words of the text before it: the clause told it there,
 * and may name provisions by numbers that they did not have then.
 *
 * 第三条自2019年1月1日起施行, which reads 第二条自2019年1月1日起施行 after 第二条 was struck → true
 */
function repeats({ kind, about, evidence }: Finding, { origin, lineage = [] }: Version): boolean {
  if (origin !== 'applied' || about !== 'self' || kind !== 'commenced') return false;
  return lineage.some(({ eId, clauses }) => eId === evidence.eId && clauses.length === 0);
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

/** The work that a mention is, with the reason where names alone did not say so. */
interface Meant {
  work: string;
  reason?: string;
  unsure?: undefined;
}

/** Held texts of the title that a clause gives with another number, or with one that they do not print. */
interface Unsure {
  unsure: readonly string[];
  reason: string;
  work?: undefined;
}

/** The one work that a mention is; undefined where none is, or where the names agree and the days do not. */
function resolve(
  about: Mention,
  finding: Finding,
  teller: Work,
  index: WorkIndex,
  foundings: Map<string, Day[]>,
): Meant | Unsure | undefined {
  const numbered = about.number ? withNumber(index, about.number) : [];
  const titled = about.title ? withTitle(index, about.title) : [];
  // 《甲办法》（某府〔2012〕5号): the number may be that of the cover.
  const both = titled.filter((id) => bears(id, numbered, index));
  const candidates = both.length > 0 ? both : numbered.length > 0 ? numbered : titled;
  const fitting = candidates.filter((id) => fits(id, about, finding, teller, index, foundings));
  const unnumbered = about.number !== undefined && numbered.length === 0 && both.length === 0;
  if (!unnumbered) return fitting.length === 1 ? { work: fitting[0]! } : undefined;
  return byYear(about, fitting, index, foundings);
}

/**
 * A text that prints no number is the one that a clause names by title and number where the year is the same and no
 * other text has the title; of a text from another year it cannot be told.
 */
function byYear(
  about: Mention,
  all: readonly string[],
  index: WorkIndex,
  foundings: Map<string, Day[]>,
): Meant | Unsure | undefined {
  let fitting = all;
  const year = parseDocumentNumber(about.number!)?.year;
  // A text that was founded later than the number is another one.
  const held = fitting.filter((id) => {
    const first = foundings.get(id)?.toSorted()[0];
    const young = first !== undefined && year !== undefined && first.slice(0, 4) > String(year);
    return index.works.get(id)!.versions.length > 0 && !young;
  });
  if (held.length < fitting.length && fitting.every((id) => index.works.get(id)!.versions.length > 0))
    fitting = held;
  if (held.length === 0) return fitting.length === 1 ? { work: fitting[0]! } : undefined;
  const ofYear = held.filter((id) => {
    const { versions } = index.works.get(id)!;
    const days = [...(foundings.get(id) ?? []), ...versions.map(({ date }) => date)];
    return year === undefined || days.some((day) => day.startsWith(`${year}-`));
  });
  const named = `原文写明文号${about.number}，本库所收的同名文本没有印文号`;
  if (fitting.length === 1 && ofYear.length === 1)
    return { work: ofYear[0]!, reason: `${named}，按名称${year === undefined ? '' : '和年份'}对应` };
  return { unsure: held, reason: `${named}，是否即该文件无从确定` };
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
    parseDocumentNumber(about.number)?.scheme !== 'document'
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
      .filter((other) => other.version === event.version || sameDecision(other, event))
      .reduce((one, other) => (weight(other) > weight(one) ? other : one), event);
    const { date: _date, latest: _latest, inferred: _inferred, ...rest } = event;
    if (best === event || !best.date) return event;
    const { date, latest, inferred } = best;
    return { ...rest, date, ...(latest ? { latest } : {}), ...(inferred ? { inferred } : {}) };
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

/** 关于修改《甲办法》的决定 is made again with every amendment: of two of one title, those of one time are one. */
function sameDecision(one: LegalEvent, other: LegalEvent): boolean {
  if (!one.by || !other.by || !one.version || !other.version) return false;
  const [a, b] = [titleKey(one.by), titleKey(other.by)];
  return (a === b || a.endsWith(b) || b.endsWith(a)) && ofOneTime(one.version, other.version);
}
