/**
 * Phases of a plan side by side: headings of one level that each name a time, and what each does in which field.
 *
 * `（一）重点突破期（至2020年12月底）` · `第二阶段：全面推进（2021年1月—2022年6月）` · `到2023年，夯实基础`
 */
import type { Day, Instrument, Provision } from '../model.ts';
import { addDays, addMonths } from '../text/calendar.ts';
import { type Cell, cellOf, headingCell, pieces, wholeCell } from './cell.ts';

export interface Phase {
  name: string;
  heading: Cell;
  /** First day, where the heading gives one. */
  start?: Day;
  /** Last day: 至2020年12月底 → 2020-12-31. */
  end?: Day;
  /** Unnumbered text under the heading: what the phase is to reach. */
  goal: Cell[];
  eId: string;
}

export interface PhaseTask {
  /** Index in `phases`. */
  phase: number;
  heading?: Cell;
  /** Sentences of the task. */
  tasks: Cell[];
  eId: string;
}

export interface PhaseTable {
  phases: Phase[];
  /** Fields in the order of first mention; a phase without the field has no task there. */
  fields: { field: string; tasks: (PhaseTask | undefined)[] }[];
}

const month = '([0-9]{4})年(?:([0-9]{1,2})月)?(?:份)?(?:([0-9]{1,2})日)?';
const until = new RegExp(`(?:至|到|截至|前)?${month}(底|末|初|上旬|中旬|下旬)?(?:之?前|止)?$`);
const span = new RegExp(
  `^(?:自|从)?${month}(?:底|初)?(?:至|到|—|－|-|–|~|～)+(?:([0-9]{4})年)?(?:([0-9]{1,2})月)?(?:份)?(?:([0-9]{1,2})日)?(底|末)?(?:年)?$`,
);
/** 2021年3月 alone is all of it. */
const only = /^([0-9]{4})年(?:([0-9]{1,2})月)?$/;
const thirds: Readonly<Record<string, string>> = { 上旬: '10', 中旬: '20' };
const years = /^([0-9]{4})(?:年)?(?:至|到|—|－|-|–|~|～)([0-9]{4})年$/;

/** Phases of an instrument: the first level at which two siblings or more name a time. */
export function readPhases(instrument: Instrument): PhaseTable | undefined {
  const holders = findHolders(instrument.provisions);
  const siblings = holders[0];
  if (!siblings) return undefined;
  const phases = siblings.map((node): Phase => {
    const time = timeOf(node.heading!)!;
    return {
      name: time.name,
      heading: headingCell(node),
      ...(time.start ? { start: time.start } : {}),
      ...(time.end ? { end: time.end } : {}),
      goal: [
        ...(node.text ? [wholeCell(node)] : []),
        ...node.children.filter(({ type }) => type === 'paragraph').map(wholeCell),
      ],
      eId: node.eId,
    };
  });
  return { phases, fields: fieldsOf(siblings) };
}

function findHolders(provisions: readonly Provision[]): Provision[][] {
  const timed = provisions.filter(
    (node) => node.heading !== undefined && timeOf(node.heading)?.end !== undefined,
  );
  const deeper = provisions.flatMap((node) => findHolders(node.children));
  return timed.length >= 2 ? [timed, ...deeper] : deeper;
}

function fieldsOf(siblings: readonly Provision[]): PhaseTable['fields'] {
  const rows = new Map<string, (PhaseTask | undefined)[]>();
  for (const [phase, node] of siblings.entries()) {
    for (const task of node.children) {
      if (task.type === 'paragraph' || task.type === 'figure') continue;
      const field = fieldName(task);
      const row = rows.get(field) ?? siblings.map(() => undefined);
      row[phase] ??= {
        phase,
        ...(task.heading ? { heading: headingCell(task) } : {}),
        tasks: sentencesOf(task),
        eId: task.eId,
      };
      rows.set(field, row);
    }
  }
  return Array.from(rows, ([field, tasks]) => ({ field, tasks }));
}

const fieldTail =
  /(?:方面)?(?:的)?(?:重点|主要|具体)?(?:应用)?(?:建设|实施|工作)?(?:内容|任务|目标|重点|措施|工作)?$/;

/** `政务服务方面重点应用建设内容。` → 政务服务; a task without heading is known by its number. */
function fieldName(task: Provision): string {
  const heading = (task.heading ?? '').replace(/[。：:]$/, '');
  const name = heading.replace(fieldTail, '').replace(/[“”]/g, '');
  return name || heading || task.label || task.number;
}

function sentencesOf(task: Provision): Cell[] {
  const own = pieces(task.text, '。').map(({ start, end }) => cellOf(task, start, end));
  return [...own, ...task.children.flatMap(sentencesOf)].filter(({ text }) => text !== '');
}

interface PhaseTime {
  name: string;
  start?: Day;
  end?: Day;
}

/** Name and time of a phase's heading; undefined where it names none. */
function timeOf(heading: string): PhaseTime | undefined {
  const match =
    /^(.{0,60}?)[（(]([^（）()]{0,40}[0-9]{4}年?[^（）()]{0,40})[）)][。：:]?$/.exec(heading.trim()) ??
    /^(.{0,60}?)[，,：: ]([^，：]{0,40}[0-9]{4}年[^，：]{0,40})[。：:]?$/.exec(heading.trim());
  // 到2023年，夯实基础: the time stands first.
  const first = match
    ? undefined
    : /^((?:到|至)[0-9]{4}年[^，：]{0,8})[，：:]([^，。]+)[。]?$/.exec(heading.trim());
  if (!match && !first) return undefined;
  const name = (match ? match[1]! : first![2]!).replace(/[：:，,]$/, '');
  const words = (match ? match[2]! : first![1]!).trim();
  const both = span.exec(words);
  if (both) return { name, ...fromSpan(both) };
  const whole = years.exec(words);
  if (whole) return { name, start: `${whole[1]}-01-01`, end: `${whole[2]}-12-31` };
  const alone = only.exec(words);
  if (alone)
    return {
      name,
      start: `${alone[1]}-${pad(alone[2] ?? '1')}-01`,
      end: lastDay(alone[1]!, alone[2], undefined),
    };
  const last = until.exec(words);
  const day = last?.[3] ?? thirds[last?.[4] ?? ''];
  // 年初, 月初 set no last day.
  return last && last[4] !== '初'
    ? { name, end: lastDay(last[1]!, last[2], last[2] ? day : undefined) }
    : undefined;
}

function fromSpan([, year, from, day, toYear, to, toDay]: RegExpExecArray): { start: Day; end: Day } {
  const start = `${year}-${pad(from ?? '1')}-${pad(day ?? '1')}`;
  return { start, end: lastDay(toYear ?? year!, to ?? (toYear ? undefined : from), toDay) };
}

/** 2020年12月底 and 2020年12月 → 2020-12-31; 2020年 → 2020-12-31. */
function lastDay(year: string, inMonth: string | undefined, day: string | undefined): Day {
  if (inMonth !== undefined && day !== undefined) return `${year}-${pad(inMonth)}-${pad(day)}`;
  const first = `${year}-${pad(inMonth ?? '12')}-01`;
  return addDays(addMonths(first, 1), -1);
}

function pad(digits: string): string {
  return digits.padStart(2, '0');
}
