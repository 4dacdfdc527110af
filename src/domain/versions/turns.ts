/** When each decision applies to what it amends: decisions in the order of their starts, and what of them waits. */
import { clauseLabel, linesOfInstrument, type ParsedDecision, parseDecision } from '../amendments/index.ts';
import type {
  AppliedOperation,
  ClauseName,
  Day,
  Doubt,
  Instrument,
  Operation,
  Version,
  Work,
} from '../model.ts';
import { mask, Register } from '../names/index.ts';
import { parseNumeral } from '../text/numerals.ts';

/** From when a decision applies. */
export interface Start {
  /** The first day; absent where the archive cannot tell it. */
  date?: Day;
  /** Clauses of the decision with a start of their own, by what it calls them: 第一项; without a day where it is open. */
  parts: readonly { scope: string; date?: Day }[];
}

/** Reads from when each decision applies; the status stage knows it. */
export type StartOf = (version: Version, works: ReadonlyMap<string, Work>) => Start;

/** A decision with what it amends. */
export interface Decision {
  work: Work;
  version: Version;
  /** The day of the decision itself. */
  date: Day;
  /** The day from which it applies, or its own where that is not known. */
  first: Day;
  parts: Start['parts'];
  /** Days on which parts of it, or single instructions, begin. */
  starts: readonly Day[];
  /** Where the next decision of the same file begins. */
  next: number;
  /** What it says, read once for all its texts. */
  parsed: ParsedDecision;
  targets: readonly Work[];
}

/** What a decision does from one day on, which is not always one day for all of it. */
export interface Turn {
  decision: Decision;
  day: Day;
}

export function printedStart({ instrument, date }: Version): Start {
  return { date: instrument.dates.commenced ?? date, parts: [] };
}

const compare = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** Decisions in the order in which they begin to apply; one that begins in parts comes once for each of its days. */
export function turnsOf(works: readonly Work[], startOf: StartOf): Turn[] {
  const register = new Register(works);
  const amending = works
    .flatMap((work) => work.versions.map((version) => ({ work, version })))
    .filter(({ version }) => amends(version.instrument));
  const inFile = Map.groupBy(amending, ({ version }) => version.source.path);
  return amending
    .map(({ work, version }) => {
      const at = version.instrument.position.start.offset;
      const others = inFile
        .get(version.source.path)!
        .map((one) => one.version.instrument.position.start.offset);
      const next = Math.min(...others.filter((other) => other > at));
      return { ...decisionOf(work, version, startOf(version, register.works), register), next };
    })
    .flatMap((decision) => {
      const later = decision.starts.filter((day) => day > decision.first);
      return [decision.first, ...new Set(later)].map((day) => ({ decision, day }));
    })
    .sort((a, b) => compare(a.day, b.day) || compare(a.decision.date, b.decision.date));
}

/** A decision that sets its start back has changed no text before it was made. */
function notBeforeMade(start: Day, { dates }: Instrument): Day {
  const made = dates.promulgated ?? dates.written ?? start;
  return made > start ? made : start;
}

function decisionOf(
  work: Work,
  version: Version,
  { date, parts }: Start,
  register: Register<Work>,
): Omit<Decision, 'next'> {
  const parsed = parsedOf(version.instrument);
  const { sections, operations } = parsed;
  const targets = Array.from(new Set(sections.flatMap((title) => register.amended(title)))).filter(
    (other) => other !== work,
  );
  const limits = operations.flatMap(({ limit }) => limit?.starts ?? []);
  const starts = [...parts.flatMap((part) => part.date ?? []), ...limits];
  return {
    work,
    version,
    date: version.date,
    first: notBeforeMade(date ?? version.date, version.instrument),
    parts,
    starts,
    parsed,
    targets,
  };
}

/** The body says what is done, or where that leads to an annex （附件1） alone, the annex. */
function parsedOf(instrument: Instrument): ParsedDecision {
  const body = parseDecision(linesOfInstrument(instrument));
  const annexes = instrument.annexes.filter(({ title }) => /修改|修正|修订/.test(title));
  if (annexes.length === 0 || body.sections.length > 0) return body;
  return parseDecision(annexes.flatMap(({ provisions }) => linesOfInstrument({ ...instrument, provisions })));
}

/** A notice or an order that amends does so by its title or by its first words. */
const noticing = new Set<Instrument['kind']>(['notice', 'letter', 'announcement', 'order']);
const amendingTitle = /关于(?:部分)?(?:修改|修订|修正|调整)[^⟦⟧]{0,12}⟦/;
const amendingWords =
  /(?:对|将)[^。；]{0,20}⟦[^。]{2,80}⟧[^。；]{0,40}(?:作|做|作出|做出|进行)(?:如下|以下|下列)(?:修改|修订|修正|调整)/;

/**
 * True for a text that amends others.
 *
 * 关于修改《甲办法》的决定, 乙法修正案, 关于修改《甲办法》的通知; 令 whose text runs 现对《甲办法》作如下修改：
 */
function amends({ kind, title, provisions }: Instrument): boolean {
  if (kind === 'decision' || kind === 'amendment') return true;
  if (!noticing.has(kind)) return false;
  return amendingTitle.test(mask(title)) || provisions.some(({ text }) => amendingWords.test(mask(text)));
}

/** What of a decision is done on a day, what has been done by then, and what waits for a later or an unknown day. */
export function due(
  operations: readonly Operation[],
  { parts }: Decision,
  day: Day,
): { fresh: Operation[]; done: Operation[]; waiting: Operation[] } {
  // 自2030年1月1日起，删去第二条: the instruction's own day.
  const startOf = ({ clause, limit }: Operation): { date?: Day } | undefined =>
    limit?.starts ? { date: limit.starts } : parts.find(({ scope }) => names(scope, clause));
  const begun = ({ limit, ...operation }: Operation): Operation =>
    limit && !limit.starts ? { ...operation, limit } : operation;
  const applies = (operation: Operation) => {
    const part = startOf(operation);
    return part === undefined || (part.date !== undefined && part.date <= day);
  };
  return {
    fresh: operations.filter((operation) => startOf(operation)?.date === day).map(begun),
    done: operations.filter(applies).map(begun),
    waiting: operations.filter((operation) => !applies(operation)),
  };
}

/** True where a decision calls a clause so: 第一项 or 第一条 for 一、, 第二项 for 二（三）. */
function names(scope: string, clause: ClauseName): boolean {
  const [top = ''] = clauseLabel(clause).split(/[（(]/);
  const number = parseNumeral(top.replace(/[、.．\s]/g, ''));
  return Array.from(scope.matchAll(/第([^第编章节条款项目]+)[条款项]/g)).some(
    ([, words]) => number !== undefined && parseNumeral(words!) === number,
  );
}

/** What of a decision did not go into the text that it makes, or not for certain, and never will by what is known. */
export function doubtsOf(
  { work, parts }: Decision,
  operations: readonly AppliedOperation[],
  waiting: readonly Operation[],
): Doubt[] {
  const said = ({ instruction }: Operation) => `《${work.title}》“${instruction.slice(0, 60)}”`;
  const open = waiting.filter(({ clause }) =>
    parts.some(({ scope, date }) => date === undefined && names(scope, clause)),
  );
  const made = ({ clause }: Operation, reason: string, kind: Doubt['kind'] = 'instruction'): Doubt => ({
    kind,
    decision: work.id,
    ...(clause.is === 'numbered' ? { clause: clause.label } : {}),
    reason,
  });
  return [
    ...operations.flatMap((one): Doubt[] => {
      if (one.fate === 'not-applied') return [made(one, `${said(one)}未能应用：${one.reason ?? '原因未载'}`)];
      return one.doubt === undefined ? [] : [made(one, `${said(one)}：${one.doubt}`, 'assumption')];
    }),
    ...open.map((one) => made(one, `${said(one)}的施行日期未定，未应用`)),
  ];
}
