/**
 * The state of a text on the reader's own day. The page prints every stretch of its life, computed when it was built;
 * which stretch holds depends on the day, and the day is the reader's.
 */
import { dayInChina } from '../../domain/status/day-in-china.ts';
import { renewBadge } from './badge.ts';

const section = document.querySelector<HTMLElement>('.life');
const lines = Array.from(section?.querySelectorAll<HTMLElement>('.life-lines li') ?? []);

function lineOn(day: string): HTMLElement | undefined {
  return lines.find(
    ({ dataset: { since = '', until = '' } }) => since <= day && (until === '' || day < until),
  );
}

/** The badge under the title says how things stand today, and what it said of the horizon. */
function renew(today: string): void {
  const line = lineOn(today);
  const badge = document.querySelector<HTMLElement>('.text-head .edition .state');
  const asOf = document.querySelector<HTMLElement>('.text-head .edition .as-of');
  const now = line?.querySelector<HTMLElement>('.state');
  line?.setAttribute('aria-current', 'date');
  if (!badge || !asOf || !now) return;
  const reason = badge.closest('.edition')?.querySelector(':scope > p');
  if (!renewBadge(badge, asOf, now.cloneNode(true) as Element, today)) return;
  if (reason) reason.textContent = line?.querySelector('p')?.textContent ?? '';
}

const pick = section?.querySelector<HTMLElement>('.life-pick');
const input = pick?.querySelector('input');
const output = pick?.querySelector('output');
if (pick && input && output) {
  const today = dayInChina(new Date());
  pick.hidden = false;
  input.value = today;
  const show = (): void => {
    const line = input.value === '' ? undefined : lineOn(input.value);
    const state = line?.querySelector('.state')?.cloneNode(true);
    output.replaceChildren(...(state ? [state] : []), line?.querySelector('p')?.textContent ?? '');
  };
  input.addEventListener('input', show);
  show();
  renew(today);
}
