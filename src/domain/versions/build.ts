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
  linesOfInstrument,
  parseDecision,
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

interface Decision {
  work: Work;
  version: Version;
  date: Day;
}

/**
 * Joins the versions of all works.
 * @param works as read, each with its printed texts; not changed
 * @returns new works with versions in order of date, and what every decision did
 */
export function buildVersions(works: readonly Work[]): JoinedWorks {
  const joined: JoinedWorks = {
    works: works.map((work) => ({ ...work, versions: work.versions.map((version) => ({ ...version })) })),
    amendments: [],
    messages: [],
  };
  for (const decision of decisionsOf(joined.works)) applyDecision(decision, joined);
  for (const work of joined.works) work.versions.sort((a, b) => compareDays(a.date, b.date));
  return joined;
}

function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decisionsOf(works: readonly Work[]): Decision[] {
  return works
    .flatMap((work) =>
      work.versions
        .filter(({ instrument }) => amends(instrument))
        .map((version) => ({ work, version, date: version.date })),
    )
    .sort((a, b) => compareDays(a.date, b.date));
}

/** A notice or an order that amends does so by its title or by its first words. */
const noticing = new Set<Instrument['kind']>(['notice', 'letter', 'announcement', 'order']);
const amendingTitle = /关于(?:部分)?(?:修改|修订|修正|调整)[^《》]{0,12}《/;
const amendingWords =
  /(?:对|将)[^。；]{0,20}《[^。]{2,80}》[^。；]{0,40}(?:作|做|作出|做出|进行)(?:如下|以下|下列)(?:修改|修订|修正|调整)/;

/**
 * True for a text that amends others.
 *
 * 关于修改《甲办法》的决定, 乙法修正案, 关于修改《甲办法》的通知; 令 whose text runs 现对《甲办法》作如下修改：
 */
function amends({ kind, title, provisions }: Instrument): boolean {
  if (kind === 'decision' || kind === 'amendment') return true;
  if (!noticing.has(kind)) return false;
  return amendingTitle.test(title) || provisions.some(({ text }) => amendingWords.test(text));
}

function applyDecision(decision: Decision, joined: JoinedWorks): void {
  const lines = linesOfInstrument(decision.version.instrument);
  const { sections, leftovers } = parseDecision(lines);
  const targets = joined.works.filter(
    (work) => work !== decision.work && sections.some((title) => sameTitle(title, work.title)),
  );
  for (const work of targets) {
    const { operations, leftovers: remarks } = parseDecision(lines, { title: work.title });
    if (operations.some(({ op }) => op !== 'general')) joinWork(work, decision, operations, remarks, joined);
  }
  const path = decision.version.source.path;
  joined.messages.push(
    ...leftovers.filter(({ severity }) => severity !== 'info').map((remark) => messageOf(remark, path)),
  );
}

function joinWork(
  work: Work,
  decision: Decision,
  operations: Operation[],
  remarks: Remark[],
  joined: JoinedWorks,
): void {
  const after = printedAfter(work, decision);
  const before =
    work.versions
      .filter(
        (version) => version !== after && compareDays(version.date, decision.date) < 0 && version.date !== '',
      )
      .at(-1) ?? (after ? reconstruct(work, after, operations) : undefined);
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
  const made = after ?? appliedVersion(work, decision, amended);
  amendment.after = made.date;
  made.madeBy = decision.work.id;
  made.operations = amended.operations;
  made.lineage = after ? printedLineage(amended, after.instrument) : amended.lineage;
  if (after) made.verification = verificationOf(work, before, after, amended);
  else {
    made.verification = { state: 'computed', rows: [] };
    work.versions.push(made);
  }
  work.versions.sort((a, b) => compareDays(a.date, b.date));
  report(decision, work, amended, made, joined);
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
 * The text printed after a decision: of the same day, or one whose caption names the decision last. Titles like
 * 关于修改部分行政法规的决定 return every year, so the day must be one of the decision's.
 */
function printedAfter(work: Work, decision: Decision): Version | undefined {
  const { instrument } = decision.version;
  const days = new Set([decision.date, ...Object.values(instrument.dates)].filter((day) => day !== ''));
  return work.versions.find((version) => {
    if (version.origin !== 'published') return false;
    if (version.date === decision.date && version.date !== '') return true;
    const last = version.instrument.caption?.events.filter(({ event }) => event === 'amended').at(-1);
    if (!last) return false;
    if (last.date !== undefined) return days.has(last.date);
    return last.decision !== undefined && sameTitle(last.decision, instrument.title);
  });
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

function appliedVersion(work: Work, decision: Decision, amended: Amended): Version {
  const { dates } = decision.version.instrument;
  return {
    work: work.id,
    date: dates.commenced ?? decision.date,
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

function report(decision: Decision, work: Work, amended: Amended, made: Version, joined: JoinedWorks): void {
  const { path } = decision.version.source;
  for (const operation of amended.operations) {
    if (operation.fate === 'applied') continue;
    const { line, column } = operation.position.start;
    joined.messages.push({
      file: path,
      rule: 'operation-not-applied',
      line,
      column,
      reason: `《${work.title}》：${operation.instruction.slice(0, 40)}：${operation.reason ?? ''}`,
      severity: 'error',
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
