/** `/` goes to the search box of the page, or to the page that has one. */
const box = document.querySelector<HTMLInputElement>('[data-search]');
const page = document.querySelector<HTMLAnchorElement>('[data-search-page]');

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target as HTMLElement;
  if (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
  if (!box && !page) return;
  event.preventDefault();
  if (box) box.focus();
  else if (page) location.assign(page.href);
});
