/** What every page adds for those who have scripts. */
import './floor.ts';
import './keys.ts';
import './print.ts';

document.querySelector('.display-button')?.addEventListener('click', async () => {
  const { openDisplay } = await import('./display.ts');
  openDisplay();
});

// Kept for a visit without connection, when the page stands.
addEventListener('load', async () => {
  const { keepForLater } = await import('../search/offline.ts');
  await keepForLater([]);
});
