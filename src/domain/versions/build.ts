/**
 * Works whose texts are joined by the decisions that changed them.
 *
 * A decision that amends a work makes its next version; where that version was printed, the computed text is held
 * against it. Where only the text after is held, what can be known of the text before is reconstructed, and gives way to
 * a real one as soon as the archive has it.
 */

import {
  type Amended,
  agrees,
  applyOperations,
  decisionOn,
  type Remark,
  unapply,
  verify,
} from '../amendments/index.ts';
import type {
  AppliedOperation,
  Day,
  Instrument,
  Lineage,
  Message,
  Operation,
  Verification,
  Version,
  Work,
} from '../model.ts';
import { sameTitle } from '../names/index.ts';
import { Acceptances, type AcceptedIn, isDoubtful } from './accepted.ts';
import { doubtReprints } from './reprints.ts';
import { type Decision, doubtsOf, due, printedStart, type StartOf, type Turn, turnsOf } from './turns.ts';

/** From which day a text applies, and the text of the decision that made it so; two decisions can bear one title. */
type Binds = Map<Version, { day: Day; by: Version }>;

/** One decision's work on one text. */
export interface Amendment {
  /** Work ids. */
  decision: string;
  work: string;
  /** Version it changed, if the archive has it or could reconstruct it, and version it made. */
  before?: Day;
  after?: Day;
  operations: AppliedOperation[];
  /** What of the decision was not understood, or is odd. */
  remarks: Remark[];
}

export interface JoinedWorks {
  works: Work[];
  amendments: Amendment[];
  messages: Message[];
}

/** Works on their way through the decisions. */
interface Joining extends JoinedWorks {
  accepted: Acceptances;
}

/**
 * Joins the versions of all works.
 * @param works as read, each with its printed texts; not changed
 * @param startOf from when a decision applies; by default from the day that it prints, or its own
 * @param accepted doubts that an editor lets stand, by the file of the decision
 * @returns new works with versions in order of date, and what every decision did
 */
export function buildVersions(
  works: readonly Work[],
  startOf: StartOf = printedStart,
  accepted: AcceptedIn = new Map(),
): JoinedWorks {
  const joined: Joining = {
    accepted: new Acceptances(accepted),
    works: works.map((work) => ({ ...work, versions: work.versions.map((version) => ({ ...version })) })),
    amendments: [],
    messages: [],
  };
  const binds: Binds = new Map();
  const turns = turnsOf(joined.works, startOf);
  for (const { decision, day } of turns) {
    const printed = decision.targets.map((work) => printedAfter(work, decision));
    for (const version of printed)
      if (version && day === decision.first) binds.set(version, { day, by: decision.version });
  }
  for (const turn of turns) applyDecision(turn, joined, binds);
  for (const work of joined.works) work.versions.sort((a, b) => compareDays(a.date, b.date));
  doubtReprints(joined.works, joined.amendments);
  const { amendments, messages } = joined;
  return { works: joined.works, amendments, messages: [...messages, ...joined.accepted.unknown()] };
}

function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function applyDecision(turn: Turn, joined: Joining, binds: Binds): void {
  const { decision, day } = turn;
  for (const work of decision.targets) {
    const { operations, leftovers } = decisionOn(decision.parsed, work.title);
    if (operations.some(({ op }) => op !== 'general'))
      joinWork(work, turn, operations, leftovers, joined, binds);
  }
  if (day !== decision.first) return;
  const path = decision.version.source.path;
  joined.messages.push(
    ...decision.parsed.leftovers
      .filter(({ severity }) => severity !== 'info')
      .map((remark) => messageOf(remark, path)),
  );
}

function joinWork(
  work: Work,
  turn: Turn,
  all: Operation[],
  remarks: Remark[],
  joined: Joining,
  binds: Binds,
): void {
  const { decision, day } = turn;
  const { fresh, done, waiting } = due(all, decision, day);
  const first = day === decision.first;
  if (!first && fresh.length === 0) return;
  const after = printedAfter(work, decision);
  if (!first && after) return;
  const ground = groundOf(work, after, turn, binds);
  // A text that is printed after the decision shows all of it.
  const operations = after ? all : ground?.own ? done : first ? done : fresh;
  const before = ground?.before ?? (after ? reconstruct(work, after, operations) : undefined);
  const amendment: Amendment = { decision: decision.work.id, work: work.id, operations: [], remarks };
  joined.amendments.push(amendment);
  if (!before) {
    joined.messages.push(
      place(
        decision,
        'amendment-unapplied',
        `《${work.title}》修改前后的文本均未收录，修改决定未能应用`,
        'info',
      ),
    );
    return;
  }
  if (!work.versions.includes(before)) work.versions.push(before);
  amendment.before = before.date;
  const amended = onReconstruction(before, applyOperations(before.instrument, operations));
  amendment.operations = amended.operations;
  const made = after ?? appliedVersion(work, decision, day, amended);
  amendment.after = made.date;
  made.madeBy = decision.work.id;
  made.operations = amended.operations;
  made.lineage = after ? printedLineage(amended, after.instrument) : amended.lineage;
  binds.set(made, { day, by: decision.version });
  if (after) made.verification = verificationOf(work, before, after, amended);
  else {
    made.verification = { state: 'computed', rows: [] };
    const { path } = decision.version.source;
    const records = new Map(
      amended.operations.filter(isDoubtful).flatMap((one) => {
        const record = joined.accepted.of(path, one);
        return record ? [[one, record.reason]] : [];
      }),
    );
    const open = amended.operations.filter((one) => !records.has(one));
    const doubts = [...(before.doubts ?? []), ...doubtsOf(decision, open, waiting)];
    const accepted = [...records].flatMap(([one, because]) =>
      doubtsOf(decision, [one], []).map((doubt) => ({ ...doubt, because })),
    );
    if (doubts.length > 0) made.doubts = doubts;
    if (before.accepted || accepted.length > 0) made.accepted = [...(before.accepted ?? []), ...accepted];
    // Of two texts that begin on one day the earlier one never applied.
    if (before.date === made.date) {
      made.lineage = throughLineage(before.lineage ?? [], amended.lineage);
      made.operations = [...(before.operations ?? []), ...amended.operations];
      work.versions = work.versions.filter((version) => version !== before);
    }
    work.versions.push(made);
  }
  work.versions.sort((a, b) => compareDays(a.date, b.date));
  report(decision, work, amended, made, joined);
}

/**
 * The text that a decision changes: the last that applies before its day, whatever was printed for a later one. `own`
 * where a part of the decision has been done to it: all its addresses mean the text before any of them.
 */
function groundOf(
  work: Work,
  after: Version | undefined,
  { decision, day }: Turn,
  binds: Binds,
): { before: Version; own: boolean } | undefined {
  const texts = work.versions
    .filter((version) => version !== after && version.date !== '' && bindsBefore(version, day, binds))
    .toSorted((a, b) => compareDays(binds.get(a)?.day ?? a.date, binds.get(b)?.day ?? b.date));
  const before = texts.at(-1);
  if (!before || binds.get(before)?.by !== decision.version) return before && { before, own: false };
  const original = texts.at(-2);
  return original && { before: original, own: true };
}

/** True for a text that applies before a day, and for one that an earlier decision made from that same day on. */
function bindsBefore(version: Version, day: Day, binds: Binds): boolean {
  const from = binds.get(version)?.day;
  return from === undefined || version.madeBy === undefined ? (from ?? version.date) < day : from <= day;
}

/** Where provisions come from that two decisions changed on one day. */
function throughLineage(first: readonly Lineage[], second: readonly Lineage[]): Lineage[] {
  const earlier = new Map(first.filter(({ eId }) => eId !== '').map((entry) => [entry.eId, entry]));
  const through = second.map((entry): Lineage => {
    const from = entry.previous === undefined ? undefined : earlier.get(entry.previous);
    if (!from) return entry;
    const { previous: _between, ...rest } = entry;
    const quiet =
      entry.change === 'unchanged' || (entry.change === 'renumbered' && from.change !== 'unchanged');
    return {
      ...rest,
      ...(from.previous === undefined ? {} : { previous: from.previous }),
      change: quiet ? from.change : entry.change,
      clauses: [...from.clauses, ...entry.clauses],
    };
  });
  return [...through, ...first.filter(({ eId }) => eId === '')];
}

/** Words that are not held cannot be found in a reconstruction; that the print carries the change is taken from it. */
function onReconstruction(before: Version, amended: Amended): Amended {
  if (before.origin !== 'reconstructed') return amended;
  const operations = amended.operations.map(
    (operation): AppliedOperation =>
      operation.op === 'replaceWords' && operation.fate === 'not-applied'
        ? { ...operation, fate: 'applied', reason: '修改前的文字原文未载，据公布的文本推定已作此项修改' }
        : operation,
  );
  return { ...amended, operations };
}

/**
 * The text printed after a decision: right behind it in the same issue, of the same day, or one whose caption names the
 * decision last. Titles like
 * 关于修改部分行政法规的决定 return every year, so the day must be one of the decision's.
 */
function printedAfter(work: Work, decision: Decision): Version | undefined {
  const { instrument } = decision.version;
  const days = new Set([decision.date, ...Object.values(instrument.dates)].filter((day) => day !== ''));
  return work.versions.find((version) => {
    if (version.origin !== 'published') return false;
    if (isRightBehind(version, decision)) return true;
    if (version.date === decision.date && version.date !== '') return true;
    const last = version.instrument.caption?.events.filter(({ event }) => event === 'amended').at(-1);
    if (!last) return false;
    if (last.date !== undefined) return days.has(last.date);
    return last.decision !== undefined && sameTitle(last.decision, instrument.title);
  });
}

/** True for a text that an issue publishes again behind the decision, with no other decision between. */
function isRightBehind({ source, instrument }: Version, { version, next }: Decision): boolean {
  const at = instrument.position.start.offset;
  return source.path === version.source.path && at > version.instrument.position.start.offset && at < next;
}

/** What can be known of the text before, dated by the text's own caption. */
function reconstruct(work: Work, after: Version, operations: readonly Operation[]): Version | undefined {
  const { instrument, notes } = unapply(after.instrument, operations);
  const events = after.instrument.caption?.events ?? [];
  const earlier = events.filter(({ date }) => date !== undefined && date < after.date);
  const dated =
    earlier.filter(({ event }) => event === 'amended').at(-1) ??
    earlier.find(({ event }) => event === 'promulgated') ??
    earlier[0];
  if (!dated?.date) return undefined;
  return {
    work: work.id,
    date: dated.date,
    origin: 'reconstructed',
    instrument: { ...instrument, id: work.id },
    source: { ...after.source },
    notes,
  };
}

function appliedVersion(work: Work, decision: Decision, day: Day, amended: Amended): Version {
  return {
    work: work.id,
    date: day,
    origin: 'applied',
    instrument: { ...amended.instrument, id: work.id },
    source: { ...decision.version.source },
  };
}

/** Lineage for the printed text: its provisions answer to the computed ones by their addresses. */
function printedLineage({ lineage }: Amended, printed: Instrument): Lineage[] {
  const ids = new Set<string>();
  const visit = (provisions: Instrument['provisions']): void => {
    for (const { eId, children } of provisions) {
      ids.add(eId);
      visit(children);
    }
  };
  visit(printed.provisions);
  const known = lineage.filter(({ eId }) => eId === '' || ids.has(eId));
  const covered = new Set(known.map(({ eId }) => eId));
  return [
    ...known,
    ...[...ids]
      .filter((eId) => !covered.has(eId))
      .map((eId): Lineage => ({ eId, change: 'unknown', clauses: [] })),
  ];
}

/**
 * A reconstruction agrees with what it was made from; only its counts and numbers are proof of anything. Where other
 * decisions stood between the two texts, the comparison proves nothing.
 */
function verificationOf(
  work: Work,
  before: Version,
  after: Version,
  amended: Amended,
): Version['verification'] {
  const between = unheldBetween(work, before, after);
  if (between > 0) return { state: 'computed', rows: [] };
  const rows = verify(amended.instrument, after.instrument, amended.operations, before.instrument);
  return { state: stateOf(rows, amended), rows };
}

function stateOf(rows: readonly Verification[], { operations }: Amended): 'verified' | 'contradicted' {
  const applied = operations.every(({ fate }) => fate === 'applied');
  if (agrees(rows) && applied) return 'verified';
  return rows.every((row) => row.class !== 'contradiction') && applied ? 'verified' : 'contradicted';
}

/** Amendments that the caption lists between two texts and that no version stands for. */
function unheldBetween(work: Work, before: Version, after: Version): number {
  const dates = new Set(
    (after.instrument.caption?.events ?? [])
      .filter(
        ({ event, date }) =>
          event === 'amended' && date !== undefined && date > before.date && date < after.date,
      )
      .map(({ date }) => date),
  );
  for (const { date } of work.versions) dates.delete(date);
  return dates.size;
}

// ------------------------------------------------------------- messages

function report(decision: Decision, work: Work, amended: Amended, made: Version, joined: Joining): void {
  const { path } = decision.version.source;
  for (const operation of amended.operations) {
    if (!isDoubtful(operation)) continue;
    const { line, column } = operation.position.start;
    const accepted = joined.accepted.of(path, operation);
    const why = (operation.fate === 'applied' ? operation.doubt : operation.reason) ?? '';
    joined.messages.push({
      file: path,
      rule: operation.fate === 'applied' ? 'operation-doubtful' : 'operation-not-applied',
      line,
      column,
      reason: `《${work.title}》：${operation.instruction.slice(0, 40)}：${why}${accepted ? `（编辑已确认：${accepted.reason}）` : ''}`,
      severity: accepted ? 'info' : 'error',
    });
  }
  for (const row of made.verification?.rows ?? []) {
    if (row.class !== 'contradiction') continue;
    const { line, column } = made.instrument.position.start;
    joined.messages.push({
      file: made.source.path,
      rule: 'version-contradiction',
      line,
      column,
      reason: `《${work.title}》${row.new ?? row.old ?? ''}与依决定推算的文本不一致`,
      severity: 'warning',
    });
  }
}

function place(decision: Decision, rule: string, reason: string, severity: Message['severity']): Message {
  const { line, column } = decision.version.instrument.position.start;
  return { file: decision.version.source.path, rule, line, column, reason, severity };
}

function messageOf({ rule, reason, text, position, severity }: Remark, file: string): Message {
  const { line, column } = position.start;
  return { file, rule, line, column, reason: text === '' ? reason : `${reason}：${text}`, severity };
}
