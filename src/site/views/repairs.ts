/** 编校记录: what was changed or remarked in a source, where, why, with the source line. */
import { oncePer } from '../../domain/model/once.ts';
import type { Provision, Repair, RepairKind, Version } from '../../domain/model.ts';
import { extentOf } from '../../domain/structure/index.ts';
import { addressOf, type Holdings, type Source } from '../holdings.ts';
import { type Page, pagesOf } from '../paging.ts';
import { repairsUrl, sourceRepairsUrl } from '../urls.ts';
import { repairWords } from '../words.ts';
import type { Link } from './common.ts';
import { issueName } from './issue.ts';
import { flatten } from './notes.ts';

export interface RepairRow {
  /** Its anchor on the page: the editors' number of the anomaly, which is not printed; for its first row. */
  anchor?: string;
  kind: string;
  line: number;
  column: number;
  /** The source line around the place: before, the words themselves, after. */
  before: string;
  from: string;
  after: string;
  /** What is published instead; absent for remarks. */
  to?: string;
  reason: string;
  /** Where it stands in a text. */
  place?: Link;
}

/** What one general rule changed; its reason is the heading. */
export interface RuleGroup {
  kind: string;
  reason: string;
  rows: RepairRow[];
}

export interface SourceRepairs {
  name: string;
  href: string;
  /** Written by an editor, in order of the source. */
  edited: RepairRow[];
  /** Made by general rules, by rule. */
  rules: RuleGroup[];
  total: number;
  counts: { kind: string; count: number }[];
}

/** Characters of the source line shown on each side. */
const context = 14;

function lineAround(text: string, repair: Repair): { before: string; from: string; after: string } {
  const start = text.lastIndexOf('\n', repair.start - 1) + 1;
  const stop = text.indexOf('\n', repair.end);
  const end = stop < 0 ? text.length : stop;
  const left = Math.max(start, repair.start - context);
  const right = Math.min(end, repair.end + context);
  return {
    before: `${left > start ? '…' : ''}${text.slice(left, repair.start)}`,
    from: visible(repair.from),
    after: `${text.slice(repair.end, right)}${right < end ? '…' : ''}`,
  };
}

/** Spaces and line breaks by signs of their own; long runs in the middle are cut. */
export function visible(text: string): string {
  const shown = text
    .replace(/\r?\n/g, '↵')
    .replaceAll('\u3000', '□')
    .replaceAll(' ', '␣')
    .replaceAll('\t', '⇥');
  return shown.length > 48 ? `${shown.slice(0, 24)}…${shown.slice(-20)}` : shown;
}

function placeOf(holdings: Holdings, source: Source, repair: Repair): Link | undefined {
  const version = source.versions.findLast(({ instrument }) => {
    const { start, end } = extentOf(instrument);
    return start <= repair.start && repair.start <= end;
  });
  const work = version && holdings.works.get(version.work);
  if (!work) return undefined;
  const owner = provisionsOf(version).findLast(({ position }) => position.start.offset <= repair.start);
  const address = addressOf(holdings, version);
  return { text: version.instrument.title, href: owner ? `${address}#${owner.eId}` : address };
}

/** All provisions of a text and its annexes, in order; a text has many repairs. */
const provisionsOf = oncePer(({ instrument: { provisions, annexes } }: Version): Provision[] =>
  flatten([...provisions, ...annexes.flatMap((annex) => annex.provisions)]),
);

function rowOf(holdings: Holdings, source: Source, repair: Repair): RepairRow {
  return {
    kind: repairWords[repair.kind],
    line: repair.place.line,
    column: repair.place.column,
    ...lineAround(source.file.text, repair),
    to: repair.to === repair.from ? undefined : visible(repair.to),
    reason: repair.reason,
    place: placeOf(holdings, source, repair),
  };
}

/** Rows of what editors wrote; the first of each number has it as its anchor. */
function editedRows(holdings: Holdings, source: Source, edited: readonly Repair[]): RepairRow[] {
  const taken = new Set<string>();
  return edited.map((repair) => {
    const row = rowOf(holdings, source, repair);
    if (!repair.id || taken.has(repair.id)) return row;
    taken.add(repair.id);
    return { ...row, anchor: repair.id };
  });
}

const byHand = (repair: Repair): boolean => repair.rule === 'correction' || repair.kind === 'note';

/** What readers call a source: the issue, or the first text in it. */
export function sourceName({ issues }: Holdings, { versions: [first] }: Source): string {
  const issue = issues.get(first?.source.issue ?? '');
  return issue ? issueName(issue) : (first?.instrument.title ?? '未载文本的源文件');
}

export function sourceRepairs(holdings: Holdings, path: string): SourceRepairs {
  const source = holdings.sources.get(path)!;
  const repairs = source.repairs.toSorted((a, b) => a.start - b.start);
  const counts = new Map<RepairKind, number>();
  for (const { kind } of repairs) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const rules = Map.groupBy(
    repairs.filter((repair) => !byHand(repair)),
    ({ rule }) => rule,
  );
  return {
    name: sourceName(holdings, source),
    href: sourceRepairsUrl(source.id),
    edited: editedRows(holdings, source, repairs.filter(byHand)),
    rules: Array.from(rules.values(), (group) => ({
      kind: repairWords[group[0]!.kind],
      reason: group[0]!.reason,
      rows: group.map((repair) => rowOf(holdings, source, repair)),
    })),
    total: repairs.length,
    counts: Array.from(counts, ([kind, count]) => ({ kind: repairWords[kind], count })),
  };
}

/** Every source with at least one record, in the order of their paths, in pages. */
export function repairPages(holdings: Holdings): Page<SourceRepairs>[] {
  const sources = Array.from(holdings.sources.values()).filter(({ repairs }) => repairs.length > 0);
  const weight = ({ repairs }: Source): number => 3 + repairs.filter(byHand).length;
  return pagesOf(sources, repairsUrl(), weight).map((page) => ({
    ...page,
    items: page.items.map(({ file }) => sourceRepairs(holdings, file.path)),
  }));
}
