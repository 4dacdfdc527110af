/**
 * What an address that leads nowhere may have meant. A day typed behind the address of a work leads to its text of that
 * day: `/works/abc/2019-06-01/`; for the rest the nearest addresses are offered: `/works/acb/` → `/works/abc/`.
 */
import './floor.ts';
import { alike } from '../../domain/text/alike.ts';
import { type NamedAddress, nearestFile } from '../nearest.ts';
import { fileUrl, issueUrl, searchUrl, workUrl } from '../urls.ts';
import type { Link } from '../views/common.ts';

const main = document.querySelector<HTMLElement>('main[data-doors]');
const data = <T>(name: string): T => JSON.parse(main?.dataset[name] ?? 'null') as T;

/** The parts of an address below the root of the site, as they are read. */
function partsOf(path: string): string[] {
  const root = fileUrl('');
  const inside = path.startsWith(root) ? path.slice(root.length) : path;
  return inside.split('/').flatMap((part) => {
    try {
      return part === '' ? [] : [decodeURIComponent(part)];
    } catch {
      return [part];
    }
  });
}

/** Works whose address or title is most like what was typed. */
async function worksLike(typed: string): Promise<NamedAddress[]> {
  const answer = await fetch(fileUrl(nearestFile(typed, data('parted')))).catch(() => undefined);
  if (!answer?.ok) return [];
  const works = (await answer.json()) as NamedAddress[];
  const same = works.filter(([id]) => id === typed);
  if (same.length > 0) return same;
  const byId = alike(typed, works, ([id]) => id);
  return byId.length > 0 ? byId : alike(typed, works, ([, title]) => title);
}

async function nearest([part = '', name = '', day = '']: readonly string[]): Promise<Link[]> {
  const doors = data<{ id: string; name: string; href: string }[]>('doors');
  const issues = data<string[]>('issues');
  const [door] = alike(part, doors, ({ id }) => id);
  if (door?.id === 'issues' && name !== '')
    return alike(name, issues, (id) => id).map((id) => ({ text: `公报 ${id}`, href: issueUrl(id) }));
  const typed = door?.id === 'works' ? name : door ? '' : part;
  const works = typed === '' ? [] : await worksLike(typed);
  const links = works.map(([id, title]) => ({ text: title, href: `${workUrl(id)}${location.hash}` }));
  if (links.length > 0) return links;
  return door && !(door.id === 'works' && day !== '') ? [{ text: door.name, href: door.href }] : [];
}

/** Words in an address are what was looked for. */
function searchFor(parts: readonly string[]): Link[] {
  const words = parts.find((part) => /\p{Script=Han}{2}/u.test(part));
  return words ? [{ text: `检索“${words}”`, href: `${searchUrl()}?q=${encodeURIComponent(words)}` }] : [];
}

function offer(links: readonly Link[]): void {
  const list = main?.querySelector('ul');
  if (!list || links.length === 0) return;
  const [said, offered] = [document.createElement('p'), document.createElement('ul')];
  said.textContent = '可能要找的是：';
  offered.className = 'plain-list nearest';
  for (const { text, href } of links) {
    const [row, link] = [document.createElement('li'), document.createElement('a')];
    Object.assign(link, { href, textContent: text });
    row.append(link);
    offered.append(row);
  }
  list.before(said, offered);
}

/** The text of a day that was typed behind the address of a work; false where there is none such. */
async function goToDay([part, work, typed = '', ...more]: readonly string[]): Promise<boolean> {
  const [, year, month = '', date = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? [];
  if (part !== 'works' || !work || !year || more.length > 0) return false;
  const found = await fetch(workUrl(work), { method: 'HEAD' }).catch(() => undefined);
  if (!found?.ok) return false;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  location.replace(`${workUrl(work)}?on=${day}${location.hash}`);
  return true;
}

async function start(): Promise<void> {
  const parts = partsOf(location.pathname);
  if (parts.length === 0 || parts[0] === '404.html' || (await goToDay(parts))) return;
  offer([...(await nearest(parts)), ...searchFor(parts)]);
}

void start();
