/** A day typed behind the address of a work leads to its text of that day: `/works/abc/2019-06-01/`. */
const main = document.querySelector<HTMLElement>('main[data-works]');
const works = main?.dataset['works'] ?? '';
const [, work, year, month = '', date = ''] =
  /^([^/]+)\/(\d{4})-(\d{1,2})-(\d{1,2})\/?$/.exec(
    location.pathname.startsWith(works) ? location.pathname.slice(works.length) : '',
  ) ?? [];

async function goToDay(address: string): Promise<void> {
  const found = await fetch(address, { method: 'HEAD' }).catch(() => undefined);
  if (!found?.ok) return;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  location.replace(`${address}?on=${day}${location.hash}`);
}

if (work) void goToDay(`${works}${work}/`);
