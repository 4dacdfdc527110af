/** The first page: the newest issue, and what it changed. */
import type { Work } from '../../domain/model.ts';
import { addressOf, type Holdings, newest } from '../holdings.ts';
import { workUrl } from '../urls.ts';
import { dayWords, titleWords } from '../words.ts';
import type { Link, Run } from './common.ts';
import { type IssueView, issuesView } from './issue.ts';

export interface HomeView {
  summary: string;
  description: string;
  latest?: IssueView;
  works: number;
  changes: Run[][];
  /** For an archive without issues: its newest texts. */
  recent: Link[];
}

function link(work: Work): Run {
  return { text: titleWords(work.title, work.kind), href: workUrl(work.id) };
}

/** What the texts of an issue set running or changed, one sentence each. */
function changesOf(holdings: Holdings, issue: string): Run[][] {
  const works = holdings.archive.works;
  const printed = works.filter((work) => newest(work)?.source.issue === issue);
  return printed.flatMap((work) => {
    const version = newest(work)!;
    const maker =
      version.madeBy && holdings.works.get(holdings.versions.get(version.madeBy)?.work ?? version.madeBy);
    if (maker)
      return [
        [
          link(work),
          { text: '已修改，依据' },
          link(maker),
          { text: `，${dayWords(version.date)}起为现文本。` },
        ],
      ];
    return [];
  });
}

export function homeView(holdings: Holdings): HomeView {
  const issues = issuesView(holdings);
  const held = holdings.archive.works.filter((work) => work.versions.length > 0);
  const [latest] = issues;
  const summary = [
    latest && `公报${issues.length}期`,
    `文本${held.length}份`,
    holdings.archive.horizon && `所知止于${dayWords(holdings.archive.horizon)}`,
  ].filter(Boolean);
  return {
    summary: summary.join('，'),
    description: `政府公报与规范性文件：按条款项可引用的文本，${summary.join('，')}`,
    latest,
    works: held.length,
    changes: latest ? changesOf(holdings, latest.id) : [],
    recent: held
      .toSorted((a, b) => (newest(a)!.date < newest(b)!.date ? 1 : -1))
      .slice(0, 30)
      .map((work) => ({ text: work.title, href: addressOf(work, newest(work)!) })),
  };
}
