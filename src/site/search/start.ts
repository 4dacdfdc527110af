/** The search's beginning: a question in the address gets a sign at once that it is being answered. */
import { soon } from '../browser/soon.ts';

const root = document.querySelector<HTMLElement>('[data-search-data]');
const said = root?.querySelector('.search-said');
const query = new URLSearchParams(location.search).get('q') ?? '';
if (root && said && query.trim() !== '') {
  root.setAttribute('aria-busy', 'true');
  said.textContent = '正在检索……';
}
const page = soon(() => import('./page.ts'));
document.querySelector('[data-search]')?.addEventListener('focus', page, { once: true });
