/** A box to jump to an article by its number, above the contents of a text with many. */
import { parseNumeral } from '../../domain/text/numerals.ts';

const contents = document.getElementById('contents');

/** `10` → art_10 · `第十条之一` → art_10-1 · `10-1` → art_10-1 */
function articleId(words: string): string | undefined {
  const match = /^第?([^条之-]+)条?(?:[之-](.+))?$/.exec(words.replace(/\s/g, ''));
  const [number, inserted] = [match?.[1], match?.[2]].map((part) => (part ? parseNumeral(part) : undefined));
  if (number === undefined || (match?.[2] && inserted === undefined)) return undefined;
  return inserted === undefined ? `art_${number}` : `art_${number}-${inserted}`;
}

if (contents) {
  const form = document.createElement('form');
  const label = document.createElement('label');
  const input = document.createElement('input');
  const said = document.createElement('span');
  form.className = 'jump';
  input.inputMode = 'text';
  input.autocomplete = 'off';
  input.size = 6;
  said.setAttribute('role', 'status');
  label.append('到第 ', input, ' 条');
  form.append(label, said);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const id = articleId(input.value);
    const found = id !== undefined && document.getElementById(id);
    said.textContent = found ? '' : '没有这一条';
    if (!found) return;
    if (contents.matches(':popover-open')) contents.hidePopover();
    location.hash = id;
  });
  contents.querySelector('h2')?.after(form);
}
