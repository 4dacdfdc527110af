/** What the archive holds and up to when it has looked. */
import type { Holdings } from '../holdings.ts';
import { dayWords } from '../words.ts';
import { issuesView } from './issue.ts';

export interface AboutView {
  holds: string;
  limits: string;
}

export function aboutView(holdings: Holdings): AboutView {
  const { horizon } = holdings.archive;
  const issues = issuesView(holdings);
  const works = Array.from(holdings.works.values());
  const held = works.filter((work) => work.versions.length > 0).length;
  const named = works.length - held;
  const printed =
    issues.length > 0 ? `公报${issues.length}期（${issues.map(({ name }) => name).join('、')}），` : '';
  return {
    holds: `${printed}文本${held}份${named > 0 ? `；另有${named}份文件只知其名` : ''}。`,
    limits: `本库只知道所收文件写明的事${horizon ? `，资料截至${dayWords(horizon)}` : ''}。此后有无修改、废止，本库未收的文件有无规定，都不能从这里断定。`,
  };
}
