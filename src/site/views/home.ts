/** The first page: the newest issue, what the last ones changed, and what ends soon. */
import { addressOf, type Holdings, presentText } from '../holdings.ts';
import { type CalendarRow, calendarRows } from '../status/calendar-view.ts';
import { issueUrl, reviewUrl } from '../urls.ts';
import { dayWords, kindName } from '../words.ts';
import { type Change, changesOf } from './changes.ts';
import type { Link } from './common.ts';
import { type IssueView, issueName, issueView, latestFirst } from './issue.ts';
import { newestFirst } from './register.ts';
import { reviewOf } from './review.ts';

export interface HomeView {
  summary: string;
  description: string;
  latest?: IssueView;
  /** The issues before it, and the page of all. */
  earlier: Link[];
  works: number;
  /** By issue, the latest first. */
  changes: { issue: Link; rows: Change[]; left: number }[];
  /** What ends in the days after the horizon, soonest first; the report of 清理 has all. */
  ends: { rows: CalendarRow[]; all: Link; total: number };
  /** For an archive without issues: its newest texts. */
  recent: (Link & { kind: string; day: string })[];
}

/** Issues whose changes are told, rows of each, issues named beside the latest, and rows of what ends. */
const most = { issues: 3, changes: 20, earlier: 5, ends: 8, recent: 30 };

export function homeView(holdings: Holdings): HomeView {
  const issues = latestFirst(holdings);
  const held = holdings.archive.works.filter((work) => work.versions.length > 0);
  const [latest] = issues;
  const summary = [
    latest && `公报${issues.length}期`,
    `文本${held.length}份`,
    holdings.archive.horizon && `资料截至${dayWords(holdings.archive.horizon)}`,
  ].filter(Boolean);
  const ends = calendarRows(reviewOf(holdings)?.ends ?? []);
  const earlier = issues.slice(1, 1 + most.earlier);
  return {
    summary: summary.join('，'),
    description: `${latest ? '政府公报与规范性文件' : '法规与规范性文件'}：可引用到条、款、项的文本，${summary.join('，')}`,
    latest: latest && issueView(holdings, latest),
    earlier: earlier.map((issue) => ({ text: issueName(issue), href: issueUrl(issue.id) })),
    works: held.length,
    changes: issues.slice(0, most.issues).flatMap((issue) => {
      const rows = changesOf(holdings, issue.id);
      const link = { text: issueName(issue), href: issueUrl(issue.id) };
      const left = Math.max(0, rows.length - most.changes);
      return rows.length > 0 ? [{ issue: link, rows: rows.slice(0, most.changes), left }] : [];
    }),
    ends: {
      rows: ends.slice(0, most.ends),
      all: { text: `全部${ends.length}件`, href: reviewUrl() },
      total: ends.length,
    },
    recent: newestFirst(holdings, held)
      .slice(0, most.recent)
      .map((work) => ({
        text: work.title,
        href: addressOf(holdings, presentText(holdings, work)!),
        kind: kindName(work.kind, work.title),
        day: dayWords(presentText(holdings, work)!.date),
      })),
  };
}
