/** A feed as Atom (RFC 4287) and as JSON Feed 1.1. */
import { writable, xml, xmlHead, xmlText } from '../xml.ts';
import type { FeedEntry } from './entries.ts';

export interface Feed {
  /** Stable: of what it is a feed. */
  id: string;
  title: string;
  /** What it is of: the page, and the feed itself in both forms. */
  page: string;
  atom: string;
  json: string;
  author: string;
  /** Where nothing has happened yet: the day that stands for it. */
  since: string;
  entries: readonly FeedEntry[];
}

/** Midnight of China: a day is never written as the day before. */
const instant = (day: string): string => `${day || '0001-01-01'}T00:00:00+08:00`;

/** Words on one line, as a title must be. */
const line = (text: string): string => writable(text).replace(/\s+/g, ' ').trim();

export function atomOf({ id: own, title, page, atom, author, since, entries }: Feed): string {
  const updated = instant(entries[0]?.day ?? since);
  return `${xmlHead}${xml(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-Hans' },
    xml('id', {}, xmlText(own)),
    xml('title', {}, xmlText(line(title))),
    xml('updated', {}, updated),
    xml('author', {}, xml('name', {}, xmlText(line(author)))),
    xml('link', { rel: 'alternate', type: 'text/html', href: page }),
    xml('link', { rel: 'self', type: 'application/atom+xml', href: atom }),
    ...entries.map(({ id, title: words, address, day, words: content, kind }) =>
      xml(
        'entry',
        {},
        xml('id', {}, xmlText(id)),
        xml('title', {}, xmlText(line(words))),
        xml('updated', {}, instant(day)),
        xml('published', {}, instant(day)),
        xml('link', { rel: 'alternate', type: 'text/html', href: address }),
        xml('category', { term: kind }),
        xml('content', { type: 'text' }, xmlText(content)),
      ),
    ),
  )}\n`;
}

export function jsonFeedOf({ title, page, json, author, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: line(title),
    home_page_url: page,
    feed_url: json,
    language: 'zh-Hans',
    authors: [{ name: line(author) }],
    items: entries.map(({ id, title: words, address, day, words: content, kind }) => ({
      id,
      url: address,
      title: line(words),
      content_text: writable(content),
      date_published: instant(day),
      tags: [kind],
    })),
  };
  return `${JSON.stringify(feed)}\n`;
}
