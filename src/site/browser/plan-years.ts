/**
 * Buttons that narrow a plan to one year: what is of other years (`[data-years]`) is hidden, what names no year stays. The
 * year stays in the address: `?year=2021`.
 */
export {};

const dated = Array.from(document.querySelectorAll<HTMLElement>('.plan [data-years]'), (element) => ({
  element,
  years: (element.dataset['years'] ?? '').split(' '),
}));
const years = [...new Set(dated.flatMap((each) => each.years))].sort();
const box = document.createElement('p');
box.className = 'plan-years';
box.setAttribute('role', 'group');
box.setAttribute('aria-label', '按年份筛选');

function show(year: string): void {
  for (const { element, years: of } of dated) element.hidden = year !== '' && !of.includes(year);
  for (const button of box.querySelectorAll('button'))
    button.setAttribute('aria-pressed', String(button.value === year));
}

function button(year: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.value = year;
  made.textContent = year === '' ? '各年' : `${year}年`;
  made.addEventListener('click', () => {
    const url = new URL(location.href);
    if (year === '') url.searchParams.delete('year');
    else url.searchParams.set('year', year);
    history.replaceState(history.state, '', url);
    show(year);
  });
  return made;
}

if (years.length > 1) {
  box.append(...['', ...years].map(button));
  document.querySelector('.plan > .jumps')?.after(box);
  const asked = new URLSearchParams(location.search).get('year') ?? '';
  show(years.includes(asked) ? asked : '');
}
