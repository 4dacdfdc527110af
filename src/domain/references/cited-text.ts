/** Which text of a work a citation means; a text that is named and not held is refused with those that are. */
import type { Day, Version, Work } from '../model.ts';
import { formatDay, isDay } from '../text/calendar.ts';
import type { Qualifier } from './citation-qualifier.ts';
import type { Reading } from './citation-query.ts';
import { type Library, versionAt } from './text-meant.ts';

export type TextAsked = { version: Version; note?: string } | { reason: string };

/**
 * The text that is asked for: told in the citation, of a day, or the newest.
 * @param at day whose text is asked for where the citation tells none
 */
export function textAsked(work: Work, reading: Reading, library: Library, at: Day | undefined): TextAsked {
  const { versions } = work;
  if (versions.length === 0) return { reason: `《${work.title}》：原文未载于本库` };
  const { qualifier, date, former } = reading;
  const told = qualifier && textTold(work, qualifier, library);
  if (told) return told;
  if (date !== undefined && !isDay(date)) return { reason: `日期“${date}”不存在，应写作 YYYY-MM-DD` };
  if (former && date === undefined) return formerText(work);
  const day = date ?? at;
  const newest = versions.at(-1)!;
  if (day !== undefined) {
    const version = versionAt(library, work, day);
    return version ? { version } : { reason: `本库没有《${work.title}》${day}的文本${heldWords(work)}` };
  }
  return { version: newest };
}

/** 原《甲办法》: the text before today's. */
function formerText(work: Work): TextAsked {
  const before = work.versions.at(-2);
  const only = work.versions.at(-1)!;
  if (before) return { version: before, note: `“原”指修改以前，以下为${textName(before)}` };
  const amended = only.instrument.caption?.events.some(({ event }) => event === 'amended');
  return amended
    ? { reason: `本库没有《${work.title}》修改以前的文本${heldWords(work)}` }
    : { version: only, note: `“原”字未能核对：本库只有${textName(only)}` };
}

function textTold(work: Work, qualifier: Qualifier, library: Library): TextAsked | undefined {
  const { text, act, amendedBy, numbers } = qualifier;
  // The number of an order that amended the work means the text it made.
  const changed =
    amendedBy.at(-1) ??
    numbers.find(
      (number) =>
        !library.register.numbered(number).includes(work) &&
        work.versions.some((one) => isMadeBy(one, number, library)),
    );
  if (!text && changed === undefined) return undefined;
  const words = text ? ('day' in text ? formatDay(text.day) : `${text.year}年`) : `经${changed}修改`;
  if (text && 'day' in text && !isDay(text.day)) return { reason: `日期“${text.day}”不存在` };
  const fits = text
    ? (version: Version) => daysOf(version).some((day) => isTold(day, text))
    : (version: Version) => isMadeBy(version, changed!, library);
  const found = work.versions.filter(fits);
  const version = found[0];
  if (!version) return { reason: `本库没有《${work.title}》${words}的文本${heldWords(work)}` };
  if (found.length > 1)
    return { reason: `《${work.title}》${words}的文本不止一个：${found.map(textName).join('、')}` };
  const later = work.versions.at(-1)!;
  const note = `所写的是${act}之日，以下为该日的文本；其后还有${textName(later)}`;
  return act !== undefined && later !== version ? { version, note } : { version };
}

function isTold(day: Day, text: NonNullable<Qualifier['text']>): boolean {
  return 'day' in text ? day === text.day : day.startsWith(`${text.year}-`);
}

/** Days that a text is known by: its own and, where it was printed so, that of the last event which its 题注 tells. */
function daysOf({ date, origin, instrument }: Version): Day[] {
  const last = origin === 'published' ? instrument.caption?.events.at(-1)?.date : undefined;
  return last === undefined ? [date] : [date, last];
}

/** True for the text that a decision of this number, or one carried by an order of this number, has made. */
export function isMadeBy(version: Version, number: string, { register }: Library): boolean {
  const decision = register.works.get(version.madeBy ?? '');
  return decision !== undefined && register.bears(decision, number);
}

/** `2018年12月31日文本`. */
export function textName({ date }: Version): string {
  return date === '' ? '未载日期的文本' : `${formatDay(date)}文本`;
}

function heldWords({ versions }: Work): string {
  return `；所收的是${versions.map(textName).join('、')}`;
}
