/** What happened to documents, as entries of feeds: made from events in the texts, the same on every build. */

import type { Day } from '../../model.ts';
import { inMarks } from '../../names/index.ts';
import { type CalendarEntry, calendarOf } from '../../status/calendar/calendar.ts';
import { formatDay } from '../../text/calendar.ts';
import { evidenceAddress, type Holding } from '../holding.ts';
import { writable } from '../xml.ts';

export interface FeedEntry {
  /** Stable: of the document, the kind of event and its day. */
  id: string;
  title: string;
  address: string;
  /** Day on which it happened; of what is still to come, the day of the text that lays it down. */
  day: Day;
  words: string;
  work: string;
  kind: CalendarEntry['kind'];
}

/** Names of kinds in addresses and ids. */
const kindNames: Readonly<Record<CalendarEntry['kind'], string>> = {
  公布: 'published',
  施行: 'commenced',
  修改: 'amended',
  届满: 'expires',
  规划期满: 'plan-ends',
  废止: 'repealed',
  失效: 'void',
  暂停: 'suspended',
  恢复: 'resumed',
  过渡期满: 'transition-ends',
};

/** `urn:gongbao:event:abc:expires:2022-12-30` */
export function eventId({ work, kind, day }: Pick<CalendarEntry, 'work' | 'kind' | 'day'>): string {
  return `urn:gongbao:event:${encodeURIComponent(writable(work.id))}:${kindNames[kind]}:${day}`;
}

/** `《…办法》届满：2022年12月30日或2022年12月31日` */
export function entryTitle({ work, kind, day, latest }: CalendarEntry): string {
  return `${inMarks(work.title)}${kind}：${formatDay(day)}${latest ? `或${formatDay(latest)}` : ''}`;
}

/** One line each: who did it, the clause, how the day was counted. */
export function entryWords({ by, evidence, rule, inferred }: CalendarEntry): string {
  const lines = [
    by ? `作出：${inMarks(by)}` : '',
    `依据：“${evidence.text}”`,
    rule ? `${inferred ? '推定：' : '算法：'}${rule}` : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** All entries, newest first. */
export function feedEntries(holding: Holding): FeedEntry[] {
  const { works, events, horizon = '' } = holding.archive;
  return calendarOf({ works, events, horizon })
    .map((entry): FeedEntry => {
      const told = holding.byInstrument.get(entry.evidence.instrument)?.version.date || horizon;
      return {
        id: eventId(entry),
        title: entryTitle(entry),
        address: evidenceAddress(holding, entry.evidence) ?? holding.addresses.work(entry.work.id),
        day: horizon === '' || entry.day <= horizon || told === '' ? entry.day : told,
        words: entryWords(entry),
        work: entry.work.id,
        kind: entry.kind,
      };
    })
    .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1));
}
