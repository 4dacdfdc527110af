/** The first page: the newest issue, and what it changed. */
import { addressOf, type Holdings, presentText } from '../holdings.ts';
import { dayWords, kindName } from '../words.ts';
import { type Change, changesOf } from './changes.ts';
import type { Link } from './common.ts';
import { type IssueView, issuesView } from './issue.ts';

export interface HomeView {
  summary: string;
  description: string;
  latest?: IssueView;
  works: number;
  changes: Change[];
  /** For an archive without issues: its newest texts. */
  recent: (Link & { kind: string; day: string })[];
}

export function homeView(holdings: Holdings): HomeView {
  const issues = issuesView(holdings);
  const held = holdings.archive.works.filter((work) => work.versions.length > 0);
  const [latest] = issues;
  const summary = [
    latest && `公报${issues.length}期`,
    `文本${held.length}份`,
    holdings.archive.horizon && `资料截至${dayWords(holdings.archive.horizon)}`,
  ].filter(Boolean);
  return {
    summary: summary.join('，'),
    description: `${latest ? '政府公报与规范性文件' : '法规与规范性文件'}：可引用到条、款、项的文本，${summary.join('，')}`,
    latest,
    works: held.length,
    changes: latest ? changesOf(holdings, latest.id) : [],
    recent: held
      .toSorted((a, b) => (presentText(holdings, a)!.date < presentText(holdings, b)!.date ? 1 : -1))
      .slice(0, 30)
      .map((work) => ({
        text: work.title,
        href: addressOf(holdings, presentText(holdings, work)!),
        kind: kindName(work.kind, work.title),
        day: dayWords(presentText(holdings, work)!.date),
      })),
  };
}
