/** iCalendar (RFC 5545) of days on which documents begin and end, to be subscribed to. */
import type { Day } from '../../model.ts';
import { type CalendarEntry, calendarOf } from '../../status/calendar.ts';
import { addDays } from '../../text/calendar.ts';
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
    `X-WR-CALNAME:${escaped(`${holding.name}：施行与届满`)}`,
    ...entries.flatMap((entry) => eventOf(holding, entry)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
