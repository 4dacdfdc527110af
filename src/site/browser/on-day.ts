/** A day that narrows a list to the rows that held on it: `[data-since]`, `[data-until]`. The day stays in the address. */
import { readAskedDay } from '../../domain/status/asked-day.ts';
import { formatDay as dayWords } from '../../domain/text/calendar.ts';

function start(box: HTMLElement): void {
  const input = box.querySelector('input')!;
  const said = box.querySelector('output')!;
  const rows = Array.from(document.querySelectorAll<HTMLElement>('.terms-of > [data-since]'));

  const apply = (): void => {
    const day = input.value;
    let shown = 0;
    for (const row of rows) {
      const { since = '', until = '' } = row.dataset;
      row.hidden = day !== '' && !(since !== '' && since <= day && (until === '' || day < until));
      if (!row.hidden) shown++;
    }
    said.textContent = day === '' ? '' : shown > 0 ? dayWords(day) : `${dayWords(day)}的分工本库未载`;
  };
  const read = (): void => {
    const asked = readAskedDay(new URL(location.href).searchParams.get('on') ?? '');
    input.value = 'day' in asked ? asked.day : '';
    apply();
  };
  const keep = (): void => {
    const url = new URL(location.href);
    if (input.value) url.searchParams.set('on', input.value);
    else url.searchParams.delete('on');
    history.replaceState(history.state, '', url);
    apply();
  };
  input.addEventListener('change', keep);
  box.querySelector('button')!.addEventListener('click', () => {
    input.value = '';
    keep();
  });
  addEventListener('popstate', read);
  box.hidden = false;
  read();
}

for (const box of document.querySelectorAll<HTMLElement>('.on-day')) start(box);
