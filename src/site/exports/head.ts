/** What stands in the head of a page for programs: what it is a page of, its other forms, its feeds. */

import { archiveFeed, workFeed } from '../../domain/exports/feeds/paths.ts';
import type { Holding } from '../../domain/exports/index.ts';
import { legislationOf, scriptJson } from '../../domain/exports/pages/json-ld.ts';
import { siteTags, type Tag, textTags } from '../../domain/exports/pages/tags.ts';
import { oncePer } from '../../domain/model/once.ts';
import type { Version, Work } from '../../domain/model.ts';
import type { Holdings } from '../holdings.ts';
import { filePath } from '../urls.ts';
import { exportHolding } from './holding.ts';

/** The archive as the formats ask for it. */
const holdingFor = oncePer(
  ({ archive }: Holdings): Holding => exportHolding(archive, { site: process.env['GONGBAO_SITE'] }),
);

export interface FeedLink {
  href: string;
  type: string;
  title: string;
}

/** A feed in both forms. */
const both = ({ atom, json }: { atom: string; json: string }, title: string): FeedLink[] => [
  { href: filePath(atom), type: 'application/atom+xml', title },
  { href: filePath(json), type: 'application/feed+json', title },
];

/** The feed of the whole archive. */
export const archiveFeeds = (): FeedLink[] => both(archiveFeed, '文件动态');

/** The feed of one work. */
const workFeeds = (work: string): FeedLink[] => both(workFeed(work), '本文件的动态');

export const pageTags = (holdings: Holdings): Tag[] => siteTags(holdingFor(holdings));

/** Of the page of a text. */
export interface TextHeadView {
  tags: Tag[];
  feeds: FeedLink[];
  /** JSON-LD, ready for a script element. */
  jsonLd: string;
  published?: string;
}

export function textHead(holdings: Holdings, work: Work, version: Version): TextHeadView {
  const holding = holdingFor(holdings);
  const text = holding.byWork.get(work.id)!.find((each) => each.version.date === version.date)!;
  const tags = textTags(holding, text);
  const published = tags.find(({ name }) => name === 'PubDate')?.content;
  return {
    tags,
    feeds: workFeeds(work.id),
    jsonLd: scriptJson(legislationOf(holding, text)),
    ...(published ? { published } : {}),
  };
}
