/**
 * 题注: when and by whom a text was adopted, promulgated and amended.
 *
 * `（2018年12月31日湛江市人民政府令第3号公布　根据2020年12月19日《…的决定》修改）`
 * → promulgated 2018-12-31 by 令第3号; amended 2020-12-19 by the decision
 */
import type { Caption, CaptionEvent, Day, SourceText, TextLine } from '../../model.ts';
import { findTitles, withoutTitles } from '../../names/index.ts';
import { findDays, parseNumeral } from '../../text/index.ts';

const verbs: [RegExp, CaptionEvent['event']][] = [
  [/(?:修正|修订|修改)/, 'amended'],
  [/批准/, 'approved'],
  [/(?:通过|审议|制定)/, 'adopted'],
  [/(?:公布|发布|颁布|印发|公告)/, 'promulgated'],
  [/(?:施行|实施|生效)/, 'commenced'],
];

const dated = /(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年/;
const eventVerb = /(?:通过|公布|发布|颁布|印发|修正|修订|修改|批准|施行|实施|公告|令)/;

/** …第二次修正。: some prints end the line with a stop. */
const lastVerb = /(?:通过|公布|发布|修正|修订|修改|批准)[）)]?。$/;

/** A bracketed line with a date and a verb, or (as databases print it) a bare line of that kind. */
export function isCaption(line: TextLine, bare: boolean): boolean {
  const text = line.text;
  if (!dated.test(text) || !eventVerb.test(text) || text.length > 3000) return false;
  if (/^（.*）(?:\[\d+\]|[①-⑳])?$/.test(text))
    return /^（\s*(?:自|根据|依据|依照|由|经)?[^。；]{0,60}(?:\d|[〇○零一二三四五六七八九]{4})/.test(text);
  return (
    bare &&
    /^(?:(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]+\s*月\s*[\d一二三四五六七八九十]+\s*日|根据)/.test(
      text,
    ) &&
    (!/[。；：]$/.test(text) || lastVerb.test(text)) &&
    text.length < 300
  );
}

/** Reads the caption's lines (one, or several bare ones). */
export function readCaption(lines: TextLine[], text: SourceText): Caption {
  const words = lines.map((line) => line.text).join('　');
  const first = lines[0]!;
  const last = lines.at(-1)!;
  return {
    text: words,
    events: captionEvents(words),
    position: { start: text.placeOf(first, 0), end: text.placeOf(last, last.text.length) },
  };
}

/** Each day opens an event that runs to the next day; words before a day (根据) belong to it. */
export function captionEvents(words: string): CaptionEvent[] {
  const events: CaptionEvent[] = [];
  const bare = words.replace(/^（|）$/g, '');
  const days = findDays(bare);
  for (const [i, found] of days.entries()) {
    const end = days[i + 1]?.start ?? bare.length;
    const segment = bare
      .slice(found.end, end)
      .replace(/(?:[，。；、　\s]|根据|依据|自|并|由|经)+$/, '')
      .trim();
    const outside = withoutTitles(segment);
    const decision = findTitles(segment).at(-1)?.title;
    const number = /令\s{0,3}[（(]?第?\s{0,3}([〇零一二三四五六七八九十百\d]{1,8})\s{0,3}号/.exec(
      outside,
    )?.[1];
    for (const [pattern, event] of verbs) {
      const verb = pattern.exec(outside);
      if (!verb) continue;
      const again = event === 'adopted' && adoptedBefore(events, found.day, outside.slice(0, verb.index));
      const ordinal = /第([一二三四五六七八九十]+)次(?=修正|修订|修改)/.exec(outside)?.[1];
      events.push({
        date: found.day,
        by: outside
          .slice(0, verb.index)
          .replace(/(?:第[一二三四五六七八九十]+次)?$/, '')
          .replace(/^起/, '')
          .trim(),
        event: again ? 'amended' : event,
        ...(ordinal ? { ordinal: parseNumeral(ordinal)! } : {}),
        ...(decision ? { decision } : {}),
        ...(number ? { documentNumber: `令第${parseNumeral(number)}号` } : {}),
      });
      if (event !== 'adopted' || !/公布|施行/.test(outside)) break;
    }
  }
  return events;
}

/** The body that meets, without the number of the meeting: 审判委员会第1515次会议 → 审判委员会. */
const bodyOf = (by: string): string => by.replace(/第[^第]{1,8}[次届].*$/, '').replace(/[\s　]/g, '');

/** A body that adopts a text again, on a later day, revises it. */
function adoptedBefore(events: readonly CaptionEvent[], day: Day, by: string): boolean {
  const body = bodyOf(by);
  return (
    body !== '' &&
    events.some(
      ({ event, date, by }) => event === 'adopted' && date !== undefined && date < day && bodyOf(by) === body,
    )
  );
}
