/** 新旧对照: a text beside the one before it, provision by provision. */
import { clauseLabel } from '../../domain/amendments/index.ts';
import type { ClauseName, Provision, Version, Work } from '../../domain/model.ts';
import { doubtWords } from '../../domain/status/life/gaps.ts';
import {
  type Change,
  type CompareRow,
  compareVersions,
  type DiffSegment,
  rowSegments,
} from '../../domain/versions/index.ts';
import type { Holdings } from '../holdings.ts';
import { titleWords } from '../title-words.ts';
import { compareUrl, versionUrl, workUrl } from '../urls.ts';
import { changeWords, dayWords, originWords } from '../words.ts';
import type { Link } from './common.ts';
import { flatten } from './notes.ts';

export interface SideView {
  label: string;
  href: string;
  /** Segments of this side only; a line break where the print begins a new line. */
  segments: DiffSegment[];
}

export interface CompareRowView {
  id: string;
  change: Change;
  word: string;
  old?: SideView;
  new?: SideView;
  moved: boolean;
  /** Clauses of the decision that did it. */
  clauses: Link[];
}

/** Rows in order; a run of unchanged ones is told in one line and can be opened. */
export type CompareGroup = { changed: CompareRowView } | { unchanged: CompareRowView[]; words: string };

export interface CompareView {
  title: string;
  work: Link;
  old: Link & { origin: string };
  new: Link & { origin: string };
  /** The decision that made the new text. */
  madeBy?: Link;
  counts: { word: string; count: number }[];
  groups: CompareGroup[];
  /** What the comparison does not prove, where the older text is reconstructed. */
  caution: string[];
}

/** With more texts than this, only neighbours are compared, and each text with the last. */
const mostTexts = 12;

/** True where any two texts of a work are compared on a page of their own. */
export const comparesAll = ({ versions }: Work): boolean =>
  versions.length > 1 && versions.length <= mostTexts;

/** Every pair of texts of a work for which there is a page, older first. */
export function pairsOf(work: Work): [Version, Version][] {
  const { versions } = work;
  const last = versions.length - 1;
  return versions.flatMap((older, i) =>
    versions.slice(i + 1).flatMap((newer, k): [Version, Version][] => {
      const shown = comparesAll(work) || k === 0 || i + 1 + k === last;
      return shown ? [[older, newer]] : [];
    }),
  );
}

/** The rows of two texts; only of the text right before it does the lineage of a text speak. */
export function rowsBetween({ versions }: Work, older: Version, newer: Version): CompareRow[] {
  const next = versions[versions.indexOf(newer) - 1] === older;
  return compareVersions(older.instrument, newer.instrument, next ? newer.lineage : undefined);
}

/** The decision that made one text of the other; between texts that are no neighbours there are several. */
const decisionOf = ({ versions }: Work, older: Version, newer: Version): string | undefined =>
  versions[versions.indexOf(newer) - 1] === older ? newer.madeBy : undefined;

/** Why a computed text is not whole. */
function doubtsOf({ date, doubts = [] }: Version): string[] {
  const words = doubtWords(doubts);
  return words ? [`${dayWords(date)}${words}`, ...doubts.map(({ reason }) => reason)] : [];
}

/** Address of the comparison of a text with the one before it, if there is one. */
export function comparisonOf(work: Work, version: Version): string | undefined {
  const older = work.versions[work.versions.indexOf(version) - 1];
  return older && compareUrl(work.id, older.date, version.date);
}

function side(
  label: string | null,
  id: string | undefined,
  segments: DiffSegment[],
  leftOut: DiffSegment['op'],
  address: string,
): SideView | undefined {
  if (label === null) return undefined;
  return {
    label,
    href: id ? `${address}#${id}` : address,
    segments: segments.filter(({ op }) => op !== leftOut),
  };
}

/** Clauses as the lineage names them (一, 二（三）), linked to the decision's own where their labels are found. */
function clauseLinks(
  holdings: Holdings,
  decision: string | undefined,
  clauses: readonly ClauseName[] = [],
): Link[] {
  const version = decision ? holdings.versions.get(decision) : undefined;
  const provisions: Provision[] = version ? flatten(version.instrument.provisions) : [];
  return clauses.map((clause) => {
    const text = clauseLabel(clause) || '末款';
    const first = text.replace(/（.*$/, '');
    const found = provisions.find(({ label }) => label.replace(/[、.．\s]/g, '') === first);
    return { text, href: version ? `${workUrl(version.work)}${found ? `#${found.eId}` : ''}` : '' };
  });
}

function spanWords(rows: CompareRowView[]): string {
  const [first, last] = [rows[0]?.new?.label ?? '', rows.at(-1)?.new?.label ?? ''];
  return rows.length === 1 ? first : `${first}至${last}`;
}

function grouped(rows: CompareRowView[]): CompareGroup[] {
  const groups: CompareGroup[] = [];
  let run: CompareRowView[] = [];
  const close = (): void => {
    if (run.length > 0) groups.push({ unchanged: run, words: spanWords(run) });
    run = [];
  };
  for (const row of rows) {
    if (row.change === 'unchanged') run.push(row);
    else {
      close();
      groups.push({ changed: row });
    }
  }
  close();
  return groups;
}

const order = Object.keys(changeWords) as Change[];

/** A reconstructed text agrees with the one it was made from; that is no proof. */
function cautionOf({ origin, notes = [] }: Version): string[] {
  if (origin !== 'reconstructed') return [];
  return [
    '修改前的文本由修改后的文本与修改决定倒推，“未变”只表示决定没有改动该条，没有原文可以核对',
    ...notes.filter(({ eId }) => eId === undefined).map(({ reason }) => reason),
  ];
}

export function compareView(holdings: Holdings, work: Work, older: Version, newer: Version): CompareView {
  const rows = rowsBetween(work, older, newer);
  const [oldUrl, newUrl] = [versionUrl(work.id, older.date), versionUrl(work.id, newer.date)];
  const views = rows.map((row: CompareRow, index): CompareRowView => {
    const segments = rowSegments(row);
    return {
      id: row.newId ?? (row.oldId ? `old__${row.oldId}` : `row_${index + 1}`),
      change: row.change,
      word: changeWords[row.change],
      old: side(row.old, row.oldId, segments, 'insert', oldUrl),
      new: side(row.new, row.newId, segments, 'delete', newUrl),
      moved: row.moved ?? false,
      clauses: clauseLinks(holdings, decisionOf(work, older, newer), row.clauses),
    };
  });
  const madeBy = decisionOf(work, older, newer);
  const decision = madeBy && holdings.works.get(holdings.versions.get(madeBy)?.work ?? madeBy);
  return {
    title: work.title,
    work: { text: titleWords(work.title, work.kind), href: workUrl(work.id) },
    old: { text: `${dayWords(older.date)}文本`, href: oldUrl, origin: originWords(older) },
    new: { text: `${dayWords(newer.date)}文本`, href: newUrl, origin: originWords(newer) },
    madeBy: decision
      ? { text: titleWords(decision.title, decision.kind), href: workUrl(decision.id) }
      : undefined,
    counts: order
      .map((change) => ({
        word: changeWords[change],
        count: rows.filter((row) => row.change === change).length,
      }))
      .filter(({ count }) => count > 0),
    groups: grouped(views),
    caution: [...cautionOf(older), ...doubtsOf(older), ...doubtsOf(newer)],
  };
}
