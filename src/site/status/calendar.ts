/** Parts the calendar at the reader's own day: what the text printed as coming may have passed since. */
import '../browser/floor.ts';
import { dayInChina } from '../../domain/status/day-in-china.ts';
import { formatDay as dayWords } from '../../domain/text/calendar.ts';

const today = dayInChina(new Date());
const coming = document.getElementById('coming-days');
const heading = document.getElementById('coming');
const none = document.getElementById('coming-none');
const past = document.getElementById('past-days');

/** The list of a year among the past, made where there is none; newest year first. */
function listOf(year: string, sections: HTMLElement): HTMLElement {
  const found = sections.querySelector<HTMLElement>(`[data-year="${year}"] ol`);
  if (found) return found;
  const section = document.createElement('section');
  section.className = 'year';
  section.dataset['year'] = year;
  const title = document.createElement('h3');
  title.textContent = `${year}年`;
  const list = document.createElement('ol');
  list.className = 'days';
  section.append(title, list);
  const later = Array.from(sections.querySelectorAll<HTMLElement>('[data-year]')).find(
    (other) => (other.dataset['year'] ?? '') < year,
  );
  if (later) later.before(section);
  else sections.append(section);
  return list;
}

if (coming && heading && none && past) {
  for (const row of coming.querySelectorAll<HTMLElement>('li')) {
    const { first = '', last = '' } = row.dataset;
    // Coming rows stand soonest first; each is put before the ones that passed earlier.
    if (last < today) listOf(first.slice(0, 4), past).prepend(row);
  }
  heading.textContent = `今天（${dayWords(today)}）起`;
  none.hidden = coming.childElementCount > 0;
}
