/** Lists what is kept in this browser, and clears it. The same page stands in for one that is not kept. */
import { keptUrl } from '../urls.ts';

const find = <T extends HTMLElement>(name: string): T => document.querySelector<T>(`.kept-${name}`)!;

async function addresses(): Promise<string[]> {
  if (!('caches' in globalThis)) return [];
  const names = await caches.keys();
  const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return lists.flat().map(({ url }) => url);
}

/** What a kept page is called. */
async function titleOf(url: string): Promise<string> {
  const page = await caches.match(url);
  const html = page ? await page.text() : '';
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return parsed.title.replace(/－[^－]*$/, '') || decodeURI(new URL(url).pathname);
}

async function show(): Promise<void> {
  const all = await addresses();
  const pages = all.filter((url) => url.endsWith('/') && new URL(url).pathname !== keptUrl());
  const rows = await Promise.all(
    pages.map(async (url) => {
      const [row, link] = [document.createElement('li'), document.createElement('a')];
      link.href = url;
      link.textContent = await titleOf(url);
      row.append(link);
      return row;
    }),
  );
  find('list').replaceChildren(...rows);
  find('clear').hidden = all.length === 0;
  find('said').textContent =
    all.length === 0
      ? '现在什么也没有存。'
      : `存有${pages.length}页，连同图样、脚本和检索数据共${all.length}个文件。`;
}

find('away').hidden = location.pathname === keptUrl();
find('clear').addEventListener('click', async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await show();
});
void show();
