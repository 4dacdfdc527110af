/** iCalendar (RFC 5545) of days on which documents begin and end, to be subscribed to. */
import type { Day } from '../../model.ts';
import { inMarks } from '../../names/index.ts';
import { type CalendarEntry, calendarOf } from '../../status/calendar/calendar.ts';
import { deadlinesOf } from '../../status/calendar/deadlines.ts';
import { addDays, isDay } from '../../text/calendar.ts';
import { evidenceAddress, type Holding } from '../holding.ts';
import { writable } from '../xml.ts';
import { entryTitle, entryWords, eventId } from './entries.ts';

/** Days that a reader has to know beforehand, or keep: not that a text was printed. */
const kinds: ReadonlySet<CalendarEntry['kind']> = new Set([
  '施行',
  '届满',
  '规划期满',
  '过渡期满',
  '废止',
  '失效',
  '暂停',
  '恢复',
]);

/** A value as RFC 5545 §3.3.11 writes text: `甲,乙` → `甲\,乙`. */
const escaped = (text: string): string =>
  writable(text)
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|[\n\r]/g, '\\n')
    .replace(/\t/g, ' ');

const encoder = new TextEncoder();

/**
 * A line folded at 75 octets, never inside a character (RFC 5545 §3.1).
 *
 * 30 characters of 3 octets → 25 of them, and a second line of a space and 5
 */
export function folded(line: string): string {
  const lines: string[] = [];
  let [part, size] = ['', 0];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > 75) {
      lines.push(part);
      [part, size] = [' ', 1];
    }
    part += character;
    size += octets;
  }
  return [...lines, part].join('\r\n');
}

const basic = (day: Day): string => day.replaceAll('-', '');

function eventOf(holding: Holding, entry: CalendarEntry): string[] {
  const { evidence, day, latest } = entry;
  const told = holding.byInstrument.get(evidence.instrument)?.version.date || day;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(eventId(entry))}`,
    `DTSTAMP:${basic(told)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(addDays(latest ?? day, 1))}`,
    `SUMMARY:${escaped(entryTitle(entry))}`,
    `DESCRIPTION:${escaped(entryWords(entry))}`,
    `URL:${writable(evidenceAddress(holding, evidence) ?? holding.addresses.work(entry.work.id)).replace(/\s/g, '')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Events by their UID: a day that one provision names twice is one event. */
const distinct = (events: Iterable<string[]>): string[][] =>
  Array.from(new Map(Array.from(events, (event) => [event[1], event])).values());

/** A cut-off that the newest text sets: its day, or its day of every year from the text on. */
function* cutOffs(holding: Holding): Generator<string[]> {
  for (const { work, version, address } of holding.texts) {
    if (holding.byWork.get(work.id)?.at(-1)?.version !== version) continue;
    const told = version.date || version.instrument.dates.written;
    for (const { due, words, rule, eId, text } of deadlinesOf(version.instrument)) {
      if (!due || !told) continue;
      const yearly = 'yearly' in due;
      const first = yearly ? firstAfter(told, due.yearly) : due.day;
      yield [
        'BEGIN:VEVENT',
        `UID:${escaped(`urn:gongbao:deadline:${encodeURIComponent(writable(work.id))}:${eId}:${yearly ? due.yearly : due.day}`)}`,
        `DTSTAMP:${basic(told)}T000000Z`,
        `DTSTART;VALUE=DATE:${basic(first)}`,
        `DTEND;VALUE=DATE:${basic(addDays(first, 1))}`,
        ...(yearly ? ['RRULE:FREQ=YEARLY'] : []),
        `SUMMARY:${escaped(`${inMarks(work.title)}期限：${words}`)}`,
        `DESCRIPTION:${escaped(`依据：“${text}”\n算法：${rule}`)}`,
        `URL:${writable(`${address}#${eId}`).replace(/\s/g, '')}`,
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ];
    }
  }
}

/** The first day of that name on or after a day: 2021-03-01, `12-31` → 2021-12-31; 29 February is read as its last day. */
function firstAfter(day: Day, monthAndDate: string): Day {
  const year = Number(day.slice(0, 4));
  const named = (of: number): Day => {
    const found = `${of}-${monthAndDate}`;
    return isDay(found) ? found : `${of}-02-28`;
  };
  return named(year) >= day ? named(year) : named(year + 1);
}

/** The calendar of the archive; where methods of counting differ an event has all the days that may be meant. */
export function calendarFile(holding: Holding): string {
  const { works, events, horizon = '' } = holding.archive;
  const entries = calendarOf({ works, events, horizon }).filter(({ kind }) => kinds.has(kind));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongbao//Gongbao//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`${holding.name}：施行、届满与期限`)}`,
    ...entries.flatMap((entry) => eventOf(holding, entry)),
    ...distinct(cutOffs(holding)).flat(),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
