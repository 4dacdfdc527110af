/** Feeds of the archive, of each work, of each issuer, of each kind of text; and the calendar. */
import type { ExportFile, Holding } from '../holding.ts';
import { writable } from '../xml.ts';
import { atomOf, type Feed, jsonFeedOf } from './atom.ts';
import { calendarFile } from './calendar.ts';
import { type FeedEntry, feedEntries } from './entries.ts';
import { archiveFeed, calendarPath, type FeedPath, issuerFeed, kindFeed, workFeed } from './paths.ts';

/** Entries of a feed that covers many documents; older ones are in the feeds of the documents. */
const most = 200;

export function* feedFiles(holding: Holding): Generator<ExportFile> {
  const { works, addresses, archive, name } = holding;
  const entries = feedEntries(holding);
  const of = (keyOf: (work: string) => string | undefined) =>
    Map.groupBy(entries, ({ work }) => keyOf(work) ?? '');
  const write = function* (path: FeedPath, title: string, page: string, list: readonly FeedEntry[]) {
    const feed: Feed = {
      id: `urn:gongbao:feed:${encodeURI(writable(path.atom.replace(/\.xml$/, '')))}`,
      title,
      page,
      atom: addresses.file(path.atom),
      json: addresses.file(path.json),
      author: name,
      since: archive.horizon ?? '',
      entries: list,
    };
    yield { path: path.atom, body: atomOf(feed) };
    yield { path: path.json, body: jsonFeedOf(feed) };
  };
  yield* write(archiveFeed, `${name}：文件动态`, addresses.home, entries.slice(0, most));
  for (const [issuer, list] of of((id) => works.get(id)?.issuer)) {
    if (issuer) yield* write(issuerFeed(issuer), `${issuer}：文件动态`, addresses.home, list.slice(0, most));
  }
  for (const [kind, list] of of((id) => works.get(id)?.kind)) {
    const word = holding.words.kind({ kind: works.get(list[0]!.work)!.kind, title: '' });
    yield* write(kindFeed(kind), `${word}：文件动态`, addresses.home, list.slice(0, most));
  }
  const byWork = of((id) => id);
  for (const work of archive.works) {
    if (work.versions.length === 0) continue;
    yield* write(
      workFeed(work.id),
      `《${work.title}》动态`,
      addresses.work(work.id),
      byWork.get(work.id) ?? [],
    );
  }
  yield { path: calendarPath, body: calendarFile(holding) };
}
