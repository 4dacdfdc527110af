/** Badges that carry what they say on other days are set to the reader's own day, and with that of a text what is said of it plainly. */
import { dayInChina } from '../../domain/status/day-in-china.ts';
import { renewBadge } from './badge.ts';
import type { Stretch } from './life.ts';
import { onDay } from './on-day.ts';

const today = dayInChina(new Date());
for (const badge of document.querySelectorAll<HTMLElement>('.state[data-stretches]')) {
  const stretches = JSON.parse(badge.dataset['stretches']!) as Stretch[];
  const held = onDay(stretches, today);
  const asOf = badge.nextElementSibling;
  if (!held || !asOf?.matches('.as-of')) continue;
  const now = badge.cloneNode(true) as HTMLElement;
  now.className = `state ${held.tone}`;
  now.firstElementChild!.textContent = held.shape;
  now.lastChild!.textContent = ` ${held.word}`;
  renewBadge(badge, asOf, now, today);
  if (!now.closest('.text-head')) continue;
  for (const place of document.querySelectorAll<HTMLElement>('.plain-state')) {
    place.textContent = held.plain ?? '';
    place.hidden = held.plain === undefined;
  }
}
