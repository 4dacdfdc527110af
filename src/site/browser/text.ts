/** Everything that a text's page adds for those who have scripts. */
import './handles.ts';
import { fragmentId } from './fragment-id.ts';
import { articlesHeld } from './long-text.ts';

// A long text has the rest of its parts on other pages.
if (document.querySelector('.elsewhere')) void import('./parts.ts');

/** Articles from which a box to jump to one by its number is worth its place. */
const many = 40;
if (articlesHeld() >= many) void import('./jump.ts');

// The text stands first; marking the place read, previews and looking for words are for a second look.
addEventListener('load', () => {
  void import('./contents.ts');
  void import('./previews.ts');
  void import('../search/find-entry.ts');
});

/** An address may name a place that this text does not have. */
async function checkFragment(): Promise<void> {
  const id = fragmentId(location.hash);
  const missing = id !== '' && !id.startsWith(':~:') && document.getElementById(id) === null;
  if (!missing && !document.querySelector('.notice.missing')) return;
  const { sayFound, sayMissing } = await import('./fragment.ts');
  if (missing) sayMissing(id);
  else sayFound();
}

void checkFragment();
addEventListener('hashchange', checkFragment);
