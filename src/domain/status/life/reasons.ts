/** Why a state holds, in one Chinese sentence each: what a clerk can read out and stand by. */
import type { Day, LegalEvent, PartOfText, State } from '../../model.ts';
import { inMarks } from '../../names/index.ts';
import { addDays, formatDay } from '../../text/calendar.ts';
import { type Dated, type Facts, isInferred, type TextStart } from './facts.ts';

/** `works/jia/废止决定.docx` → `废止决定.docx`: readers have no folders. */
const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const quoted = (title: string | undefined) => (title ? inMarks(title) : '其他文件');

/** 2022年12月30日或31日: the last day, or both where counting methods differ. */
function lastDays(end: Dated): string {
  const first = addDays(end.date, -1);
  if (!end.latest || end.latest === end.date) return formatDay(first);
  const last = formatDay(addDays(end.latest, -1));
  const [head, tail] = [formatDay(first), last];
  const sameMonth = first.slice(0, 7) === addDays(end.latest, -1).slice(0, 7);
  return `${head}或${sameMonth ? tail.replace(/^.*月/, '') : tail}`;
}

export const reasons = {
  badDay: (day: string) => `日期“${day}”不存在，无法判断`,
  noVersion: (day: Day, facts: Facts) =>
    `没有${formatDay(day)}的文本；已知文本日期：${facts.texts.map(({ version }) => version).join('、') || '无'}`,
  notYet: (birth: Dated, word: string) => `${formatDay(birth.date)}${word}，此前尚无该文件`,
  notYetBegun: (start: Dated) =>
    `${start.inferred ? '推定' : ''}自${formatDay(start.date)}起施行，此前尚未施行；公布日期本库未载`,
  notYetByYear: (year: string) => `文号年份为${year}年，此前尚无该文件`,
  yearOnly: (year: string) => `只知成文于${year}年，具体日期未载，当年内效力无从判断`,
  adopted: (facts: Facts) =>
    `${formatDay(facts.adopted!.date)}通过，${facts.published ? `${formatDay(facts.published.date)}公布` : '公布日期本库未载'}，${facts.commenced ? `自${formatDay(facts.commenced.latest ?? facts.commenced.date)}起施行，` : ''}当日尚未施行`,
  published: (facts: Facts, start: Dated) =>
    `${facts.published ? `${formatDay(facts.published.date)}公布` : '已公布'}，自${formatDay(start.latest ?? start.date)}起施行，当日尚未施行`,
  startOpen: (start: Dated) => `施行日期未定，当日是否已施行无从断定：${start.rule ?? ''}`,
  inForce: (facts: Facts, start: Dated, text: TextStart | undefined, horizon: Day) => {
    const begun = start.inferred
      ? `${start.rule ?? ''}，推定自${formatDay(start.date)}起施行`
      : begins(start);
    return `${begun}${changed(text)}${coming(facts, text)}${resting(facts)}；${ending(facts, start, horizon)}${partly(facts)}`;
  },
  ownTerms: (start: Dated, end: Dated, horizon: Day) => {
    const period = end.kind === 'period-ends' ? '规划期限' : '有效期';
    return `${begins(start)}，按${bySelf(end)}${period}至${lastDays(end)}；${later(horizon)}有无修改、废止，本库未载`;
  },
  firstDay: (start: Dated, horizon: Day) =>
    `按其自身规定，自${formatDay(start.date)}起施行；${later(horizon)}有无变更，本库未载`,
  beyond: (facts: Facts, horizon: Day, text: TextStart | undefined) =>
    `${reach(facts, horizon)}，此后有无修改、废止无从得知${facts.commenced && facts.commenced.date <= horizon ? `；截至该日有效${changed(text)}` : facts.commenced ? `；其自定施行日期为${formatDay(facts.commenced.date)}` : ''}`,
  superseded: (next: TextStart) =>
    `该文本${isInferred(next) ? '推定' : ''}自${formatDay(next.date)}起为${next.events.find(({ by }) => by)?.by ? `${quoted(next.events.find(({ by }) => by)?.by)}修改后的` : `${how(next)}的`}文本取代`,
  executed: (event: Dated) => `${event.rule ?? '所定事项已完成'}；自${formatDay(event.date)}起已执行完毕`,
  expiryOpen: (end: Dated) =>
    `有效期届满日因计算口径而异：始日计入的，${formatDay(addDays(end.date, -1))}届满，当日已失效；始日不计入的，${formatDay(addDays(end.latest!, -1))}届满，当日仍有效`,
  lapsed: (end: Dated) =>
    `按${bySelf(end)}，有效期已于${lastDays(end)}届满；届满前是否延期或者重新发布，本库未载`,
  awaited: ({ rule }: LegalEvent) => `按其自身规定，${rule ?? '至另一文件施行之日止'}；是否仍有效无从得知`,
  openEnd: (end: Dated, open: LegalEvent) =>
    `按其自身规定，有效期至${lastDays(end)}；${quoted(open.by)}延长了有效期，延至何日本库未载`,
  voided: (event: Dated) => `自${formatDay(event.date)}起被${quoted(event.by)}宣布失效`,
  periodOver: (end: Dated) => `规划期限至${formatDay(addDays(end.date, -1))}止，已届满；期满不等于废止`,
  repealed: (event: Dated) =>
    `${event.latest && event.latest !== event.date ? `至迟自${formatDay(event.latest)}` : `自${formatDay(event.date)}`}起被${quoted(event.by)}${event.verb === '停止执行' || event.verb === '撤销' ? event.verb : '废止'}${event.matched ? `（${event.matched}）` : ''}`,
  disputed: (event: Dated, { kind, date, by }: Dated) =>
    `两处所载不一：${reasons.repealed(event)}，而${formatDay(date)}${quoted(by)}仍${kind === 'amended' ? '修改它' : '称它继续有效'}；效力未定`,
  prolonged: (end: Dated, { kind, date, by }: Dated) =>
    `按其自身规定，有效期至${lastDays(end)}；而${formatDay(date)}${quoted(by)}仍${kind === 'amended' ? '修改它' : '称它继续有效'}，是否延期本库未载`,
  suspended: (event: Dated) =>
    `自${formatDay(event.date)}起被${quoted(event.by)}暂停执行；当日是否已恢复，本库未载`,
  repealOpen: (event: Dated) => `被${quoted(event.by)}废止，当日是否已废止未定：${event.rule ?? ''}`,
  doubtfulRepeal: ({ by, date, doubt }: LegalEvent) =>
    `${date ? `自${formatDay(date)}起` : ''}${quoted(by)}废止了一件同名文件；${doubt ?? ''}`,
  undatedRepeal: (by: string | undefined, rule: string | undefined) =>
    `已知被${quoted(by)}废止，但废止日期无从推定：${rule ?? ''}`,
  beforeRepeal: (event: Dated) =>
    `${formatDay(event.date)}方被${quoted(event.by)}废止，推定此前有效；其自身有效期是否早已届满，本库未载`,
  untilAmended: (event: Dated) => `${formatDay(event.date)}起方适用修改后的文本，推定此前仍按原文本有效`,
  beforeRepealUnknown: (event: Dated) =>
    `${formatDay(event.date)}起被${quoted(event.by)}废止；其制定日期本库未载，此前效力无从判断`,
  confirmed: (event: Dated, horizon: Day) =>
    `${formatDay(event.date)}${quoted(event.by)}列为继续有效；截至${formatDay(horizon)}，本库未见废止、失效的记载`,
  beforeConfirmed: (event: Dated) =>
    `${formatDay(event.date)}${quoted(event.by)}仍列为继续有效，推定此前有效`,
  partRepealed: (event: Dated, facts: Facts) =>
    `${formatDay(event.date)}被${quoted(event.by)}部分${event.verb ?? '废止'}，推定其余部分有效${partly(facts)}；全文本库未载`,
  amendedElsewhere: (event: Dated, facts: Facts) =>
    event.by === undefined
      ? `${event.version && event.version !== event.date ? `${formatDay(event.version)}修订的文本` : '修订的文本'}自${formatDay(event.date)}起施行`
      : `${formatDay(event.date)}被${quoted(event.by)}修改，推定当时有效${facts.own ? '' : '；全文本库未载'}`,
  beforeAmended: (event: Dated) => `施行日期本库未载；只知${formatDay(event.date)}曾被修改`,
  unfixed: (rule: string | undefined) => `施行日期无从推定：${rule ?? '原文未载'}`,
  unclear: (event: LegalEvent) => `${doubted(event)}；须核对原文`,
  unread: ({ unread }: Facts) =>
    `有${unread.length}个文件没有读（${unread.slice(0, 3).map(fileName).join('、')}${unread.length > 3 ? '等' : ''}），其中有无修改、废止的规定无从得知`,
  part: ({ scope, from, until, state }: PartOfText) =>
    `“${scope}”${partWords[state]?.(from && formatDay(from), until && formatDay(until)) ?? '的效力未定'}`,
  vaguePart: (label: string, parts: readonly PartOfText[]) =>
    `“${parts.map(({ scope }) => scope).join('”、“')}”的效力与全文不同，${label}是否在其中，须核对原文`,
  noPlace: (label: string) => `该日文本没有${label}，或者不能确定是哪一处`,
  placeUnchecked: (label: string) => `（有无${label}请核对原文）`,
  citedOnly: (facts: Facts) => {
    const by = facts.cited.find((event) => event.by);
    const day = by?.date ? `${formatDay(by.date)}` : '';
    return by ? `本库未收该文件，只知${day}${quoted(by.by)}引用过它；效力未载` : '本库未收该文件，效力未载';
  },
  nothing: () => '本库未载该文件的施行、修改、废止情况',
} as const;

/** Words about its force that no rule understands. */
function doubted({ by, date, evidence, doubt }: LegalEvent): string {
  const teller = by === undefined ? '原文' : `${date ? formatDay(date) : ''}${quoted(by)}`;
  return `${teller}写有“${evidence.text}”，涉及其效力，意思无从断定${doubt ? `；${doubt}` : ''}`;
}

const partWords: Partial<Record<State, (from: Day | undefined, until: Day | undefined) => string>> = {
  published: (_from, until) => `自${until}起施行，当日尚未施行`,
  'in-force': (from) => `已自${from}起施行`,
  repealed: (from) => `已自${from}起废止`,
  lapsed: (from) => `已自${from}起失效`,
  unknown: (from) => `${from ? `自${from}起` : ''}效力未定：施行日期另行规定或者暂停执行，本库未载`,
};

const partVerbs: Partial<Record<LegalEvent['kind'], string>> = {
  commenced: '施行',
  expires: '失效',
  unclear: '效力未定',
};

/** What is otherwise with parts of it: repealed, or begun on another day. */
function partly({ parts }: Facts): string {
  return parts
    .map(
      ({ kind, scope, date, verb, rule }) =>
        `；其中“${scope}”${date ? `自${formatDay(date)}起` : '日期未定，'}${partVerbs[kind] ?? verb ?? '废止'}${date || !rule ? '' : `（${rule}）`}`,
    )
    .filter((words, i, all) => all.indexOf(words) === i)
    .join('');
}

/** Its suspensions and what took them back, in the order of their days. */
function resting({ suspended, resumed }: Facts): string {
  return [...suspended, ...resumed]
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(
      ({ kind, date, by }) =>
        `；自${formatDay(date)}起${kind === 'resumed' ? '恢复' : `被${quoted(by)}暂停`}执行`,
    )
    .join('');
}

/** The texts that are already laid down for a later day, or for one that is not known. */
function coming({ texts, pending }: Facts, text: TextStart | undefined): string {
  const next = texts.filter(({ date, events }) => events.length > 0 && date > (text?.date ?? ''));
  const dated = next
    .slice(0, 1)
    .map((one) => `；${isInferred(one) ? '推定' : ''}自${formatDay(one.date)}起${byWhom(one.events)}`);
  const open = pending
    .filter(({ by }) => by !== undefined)
    .map(({ by, rule }) => `；另经${quoted(by)}修改，${rule ?? '施行日期未定'}`);
  return [...dated, ...open].join('');
}

function byWhom(events: readonly LegalEvent[]): string {
  const by = events.find((event) => event.by)?.by;
  return by === undefined ? '适用修改后的文本' : `适用经${quoted(by)}修改的文本`;
}

/** A repeal that is already laid down for a later day, or that none is known. */
function ending({ repealed, affirmed, unclear }: Facts, start: Dated, horizon: Day): string {
  if (!repealed && unclear[0]) return doubted(unclear[0]);
  if (repealed && affirmed) return reasons.disputed(repealed, affirmed);
  return repealed && repealed.date > (start.latest ?? start.date)
    ? reasons.repealed(repealed)
    : `截至${formatDay(horizon)}，本库未见废止、失效的记载`;
}

/** How far the archive tells of the document: where only the document's own texts tell of it, that is said. */
function reach(facts: Facts, horizon: Day): string {
  if (horizon === '') return '本库未载该文件的日期';
  return facts.known === horizon
    ? `本库所载该文件止于${formatDay(horizon)}`
    : `本库只载至${formatDay(horizon)}`;
}

/** 其自身规定, or 《乙》的规定 where another text sets its end. */
function bySelf({ by }: LegalEvent): string {
  return by === undefined ? '其自身规定' : `${quoted(by)}的规定`;
}

function later(horizon: Day): string {
  return horizon === '' ? '此后' : `${formatDay(horizon)}之后`;
}

function begins(start: Dated): string {
  if (start.rule?.startsWith('未载')) return start.rule;
  return `自${formatDay(start.latest ?? start.date)}起施行`;
}

function changed(text: TextStart | undefined): string {
  if (!text || text.events.length === 0) return '';
  const told = `，现行为${formatDay(text.date)}${how(text)}的文本${text.held ? '' : '，本库未收该文本'}`;
  return isInferred(text) ? `${told}（修改自何日起施行本库未载，以修改之日推定）` : told;
}

function how({ events }: TextStart): string {
  return events.find(({ verb }) => verb)?.verb ?? '修改后';
}
