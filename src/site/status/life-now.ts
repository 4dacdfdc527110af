/**
 * The reader's day on the page of a text. The page prints every stretch of the life of its work, each with the text that
 * applies; which of them holds depends on the day: the one that the address asks for (`?on=2019-06-01`), else today.
 */
import '../browser/floor.ts';
import './badge-now.ts';
import { dayInChina } from '../../domain/status/day-in-china.ts';
import { formatDay, isDay } from '../../domain/text/calendar.ts';
import { onDay } from './on-day.ts';

const section = document.querySelector<HTMLElement>('.life');
const lines = Array.from(section?.querySelectorAll<HTMLElement>('.life-lines li') ?? []);
const today = dayInChina(new Date());

function lineOn(day: string): HTMLElement | undefined {
  const spans = lines.map((line) => {
    const { since = '', until = '' } = line.dataset;
    return { since, until, line };
  });
  return onDay(spans, day)?.line;
}

const isHere = (line: HTMLElement): boolean => line.dataset['here'] !== undefined;
const reasonOf = (line: HTMLElement): string => line.querySelector('p')?.firstChild?.textContent ?? '';

/** The link to the text of a stretch; nothing for the text of this page, and where none is known. */
const linkOf = (line: HTMLElement): HTMLAnchorElement | undefined =>
  line.querySelector<HTMLAnchorElement>('a.text-of') ?? undefined;

/** Says before the first line which text applies, in the place of what the page said of its own day. */
function say(kind: 'other' | 'asked', ...words: (string | Node)[]): void {
  const notices = document.querySelector('.notices');
  if (!notices) return;
  const notice = notices.querySelector('.notice.other') ?? document.createElement('div');
  notice.className = `notice ${kind}`;
  notice.setAttribute('role', 'note');
  const paragraph = document.createElement('p');
  paragraph.append(...words);
  notice.replaceChildren(paragraph);
  notices.prepend(notice);
}

/** What holds today: the stretch is marked, a notice of what has come meanwhile goes. */
function renew(): void {
  const line = lineOn(today);
  line?.setAttribute('aria-current', 'date');
  for (const notice of document.querySelectorAll<HTMLElement>('.notice[data-from]')) {
    if (notice.dataset['from']! <= today) notice.remove();
  }
  if (!line) return;
  const reason = document.querySelector('.text-head .edition > p');
  if (isHere(line) || line.dataset['text'] === undefined) {
    if (reason) reason.textContent = reasonOf(line);
    if (isHere(line) && document.querySelector('.notice.other'))
      say('asked', `今天（${formatDay(today)}）适用的就是这个文本。`);
    return;
  }
  const link = linkOf(line);
  if (link) say('other', `这不是今天（${formatDay(today)}）的文本。今天适用的是`, link.cloneNode(true), '。');
}

/** Leads to the text of a day that the address asks for, or says what is known of that day. */
function answer(asked: string): void {
  const line = isDay(asked) ? lineOn(asked) : undefined;
  if (!line) {
    say('asked', `没有“${asked}”这一天。应写作 2019-06-01。`);
    return;
  }
  const link = linkOf(line);
  if (link) {
    location.replace(`${link.pathname}?on=${asked}${location.hash}`);
    return;
  }
  const state = line.querySelector('.state')?.cloneNode(true) ?? '';
  const which = isHere(line) ? '适用这个文本。' : '适用哪个文本，本库不知道。';
  say('asked', `${formatDay(asked)}：`, state, ` ${reasonOf(line)}${which}`);
}

function pickADay(): void {
  const pick = section?.querySelector<HTMLElement>('.life-pick');
  const input = pick?.querySelector('input');
  const output = pick?.querySelector('output');
  if (!pick || !input || !output) return;
  pick.hidden = false;
  input.value = today;
  const show = (): void => {
    const line = input.value === '' ? undefined : lineOn(input.value);
    const parts = Array.from(line?.querySelectorAll('.state, p') ?? [], (part) => part.cloneNode(true));
    output.replaceChildren(...parts);
  };
  input.addEventListener('input', show);
  show();
}

/** Two days lead to the comparison of their texts. */
function compareTwoDays(): void {
  const compare = section?.querySelector<HTMLElement>('.life-compare');
  const [old, now] = Array.from(compare?.querySelectorAll('input') ?? []);
  const output = compare?.querySelector('output');
  if (!compare || !old || !now || !output) return;
  compare.hidden = false;
  const show = (): void => {
    const days = [old.value, now.value].sort();
    const [before, after] = days.map((day) => lineOn(day)?.dataset['text']);
    if (days[0] === '') output.textContent = '';
    else if (!before || !after) output.textContent = '其中一日的文本，本库不知道。';
    else if (before === after) output.textContent = '两日的文本相同。';
    else {
      const link = document.createElement('a');
      link.href = compare.dataset['href']!.replace('OLD', before).replace('NEW', after);
      link.textContent = '看新旧对照';
      output.replaceChildren(link);
    }
  };
  compare.addEventListener('input', show);
}

/** What is asked of the desk stands in the fragment: it stays in the browser. */
function leadToDesk(): void {
  const link = section?.querySelector<HTMLAnchorElement>('.life-desk a');
  if (link) link.hash = `q=${encodeURIComponent(link.dataset['asked'] ?? '')}`;
}

if (section) {
  const asked = new URLSearchParams(location.search).get('on');
  renew();
  if (asked !== null) answer(asked.trim());
  leadToDesk();
  pickADay();
  compareTwoDays();
}
