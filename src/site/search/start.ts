/** The search's beginning: for a question in the address its thread is started at once. */
import { soon } from '../browser/soon.ts';
import { startEarly } from './thread.ts';

const root = document.documentElement;
if (root.hasAttribute('data-asked')) startEarly();
const page = soon(() => import('./page.ts'));
document.querySelector('[data-search]')?.addEventListener('focus', page, { once: true });

// The sign that a question is being answered must not stand where what answers it did not come.
addEventListener('load', () =>
  page().catch(() => {
    delete root.dataset['asked'];
    const said = document.querySelector('.search-said');
    if (said) said.textContent = '检索没有载入，请检查网络后刷新，或使用下面的词语索引。';
  }),
);
