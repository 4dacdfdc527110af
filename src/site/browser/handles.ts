/**
 * The numbers of provisions open a small menu: copy a link, copy a citation. Without scripts they are plain links; the
 * menu is loaded when the first one is opened.
 */
const text = document.querySelector<HTMLElement>('.body');

if (text && 'popover' in text) {
  text.addEventListener('click', async (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.n, a.handle');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const { openMenu } = await import('./handle-menu.ts');
    openMenu(link);
  });
}
