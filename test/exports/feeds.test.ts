/** Feeds and the calendar: read by the parsers of others, the same on every build, without any clock. */
import fc from 'fast-check';
import { parseFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { atomOf, type Feed, jsonFeedOf } from '../../src/domain/exports/feeds/atom.ts';
import { calendarFile, folded } from '../../src/domain/exports/feeds/calendar.ts';
import { feedFiles } from '../../src/domain/exports/feeds/files.ts';
import type { Holding } from '../../src/domain/exports/index.ts';
import { writable } from '../../src/domain/exports/xml.ts';
import { amended, firstHolding, heldTexts, nastyText, rule } from './held.ts';

const filesOf = (holding: Holding): Map<string, string> =>
  new Map(Array.from(feedFiles(holding), ({ path, body }) => [path, body as string]));

function wellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

interface Entry {
  id: string;
  title: string;
  updated: string;
  link: string;
}

/** Entries as a feed reader takes them. */
function entriesOf(text: string): Entry[] {
  const { format, feed } = parseFeed(text);
  if (format === 'atom') {
    return (feed.entries ?? []).map(({ id, title, updated, links }) => {
      const words = title as string | { value?: string } | undefined;
      return {
        id: id ?? '',
        title: (typeof words === 'string' ? words : words?.value) ?? '',
        updated: String(updated),
        link: links?.[0]?.href ?? '',
      };
    });
  }
  if (format !== 'json') throw new Error(`read as ${format}`);
  return (feed.items ?? []).map(({ id, title, date_published, url }) => ({
    id: String(id),
    title: title ?? '',
    updated: String(date_published),
    link: url ?? '',
  }));
}

describe('feeds of the first gazette', () => {
  const files = filesOf(firstHolding());

  test('Atom and JSON Feed tell the same entries, newest first, to a reader of others', () => {
    const [atom, json] = ['feed.xml', 'feed.json'].map((path) => entriesOf(files.get(path)!));
    expect(atom!.length).toBeGreaterThan(10);
    expect(json).toEqual(atom);
    expect(atom!.map(({ updated }) => updated)).toEqual(
      atom!
        .map(({ updated }) => updated)
        .toSorted()
        .toReversed(),
    );
  });

  test('an end that is still to come is told on the day of the text that lays it down', () => {
    const [entry] = entriesOf(files.get('works/jubao-jiangli-banfa/feed.xml')!).filter(({ id }) =>
      id.includes('expires'),
    );
    expect(entry).toMatchObject({
      id: 'urn:gongbao:event:jubao-jiangli-banfa:expires:2022-12-30',
      title:
        '《湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）》届满：2022年12月30日或2022年12月31日',
      updated: '2020-12-31T00:00:00+08:00',
    });
    expect(entry!.link).toMatch(/^https:\/\/gazette\.example\/works\/jubao-jiangli-banfa\/2020-12-31\/#/);
  });

  test('there is a feed of each held work, issuer and kind; every entry has an id of its own', () => {
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'works/wangyueche-guiding/feed.xml',
        'feeds/issuers/湛江市人民政府.xml',
        'feeds/kinds/plan.json',
      ]),
    );
    for (const [path, text] of files) {
      if (path.endsWith('.ics')) continue;
      if (path.endsWith('.xml')) wellFormed(text);
      const ids = entriesOf(text).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('is the same in every run', () => {
    expect(filesOf(firstHolding())).toEqual(files);
  });
});

describe('the calendar', () => {
  const eventsOf = (text: string): ICAL.Event[] =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

  test('gives a program of others the days on which texts begin and end, with both where counting differs', () => {
    const events = eventsOf(calendarFile(firstHolding()));
    const end = events.find(({ uid }) => uid === 'urn:gongbao:event:jubao-jiangli-banfa:expires:2022-12-30')!;
    expect([end.startDate.toString(), end.endDate.toString()]).toEqual(['2022-12-30', '2023-01-01']);
    expect(end.summary).toContain('届满：2022年12月30日或2022年12月31日');
    expect(end.description).toContain('依据：“');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  test('says that a text begins in the future, and names its repeal', () => {
    const holding = heldTexts('2023-01-01', ...amended, [
      'later',
      '2022-12-01',
      rule('乙川市养犬办法', '为了养犬，制定本办法。', '本办法自2023年7月1日起施行。'),
    ]);
    const summaries = eventsOf(calendarFile(holding)).map(({ summary }) => summary);
    expect(summaries).toContain('《乙川市养犬办法》施行：2023年7月1日');
  });

  test('has the cut-offs of texts, those of every year again each year, and none whose year nobody knows', () => {
    const holding = heldTexts('2023-01-01', [
      'plan',
      '2021-03-05',
      rule(
        '乙川市普查办法',
        '2021年6月启动普查，12月底前全部完成。',
        '各区每年3月1日前报送年度报告。有关材料于10月底前备齐。',
      ),
    ]);
    const found = eventsOf(calendarFile(holding)).filter(({ uid }) => uid.includes(':deadline:'));
    expect(found.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
      ['《乙川市普查办法》期限：12月底前', '2021-12-31'],
      ['《乙川市普查办法》期限：每年3月1日前', '2022-03-01'],
    ]);
    expect(found.map((event) => event.isRecurring())).toEqual([false, true]);
  });

  test('has no line above 75 octets, and no character is cut', () => {
    const lines = calendarFile(firstHolding()).split('\r\n');
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const parts = folded(text).split('\r\n ');
        expect(parts.join('')).toBe(text);
        for (const part of folded(text).split('\r\n')) {
          expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});

test('whatever its words, a feed is well-formed and gives them back', () => {
  fc.assert(
    fc.property(nastyText, nastyText, (title, words) => {
      const entries = [
        {
          id: 'urn:x:1',
          title,
          address: '/works/a/',
          day: '2020-12-19',
          words,
          work: 'a',
          kind: '修改' as const,
        },
      ];
      const feed: Feed = {
        id: 'urn:x:feed',
        title,
        page: '/',
        atom: '/feed.xml',
        json: '/feed.json',
        author: words,
        since: '',
        entries,
      };
      wellFormed(atomOf(feed));
      const { items } = JSON.parse(jsonFeedOf(feed)) as {
        items: { content_text: string; date_published: string }[];
      };
      expect(items[0]).toMatchObject({
        content_text: writable(words),
        date_published: '2020-12-19T00:00:00+08:00',
      });
    }),
  );
});
