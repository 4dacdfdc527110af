/** The search's beginning: for a question in the address its thread is started at once. */
import { soon } from '../browser/soon.ts';
import { startEarly } from './thread.ts';

if (document.documentElement.hasAttribute('data-asked')) startEarly();
const page = soon(() => import('./page.ts'));
document.querySelector('[data-search]')?.addEventListener('focus', page, { once: true });
