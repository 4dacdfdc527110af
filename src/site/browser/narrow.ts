/**
 * A box that narrows a list to the rows that hold the words typed: `[data-narrow]` with `[data-narrow-row]` inside.
 * The words stay in the address. Where everyday words are given (`data-everyday`), questions are understood too.
 */
import { plainWords } from '../../domain/text/plain-words.ts';

function narrow(list: HTMLElement): void {
  const rows = Array.from(list.querySelectorAll<HTMLElement>('[data-narrow-row]'), (row) => ({
    row,
    text: plainWords(row.dataset['narrowRow'] || (row.textContent ?? '')),
    /** A name that longer words may hold: 生态环境 in 生态环境局. */
    field: plainWords(row.dataset['field'] ?? ''),
  }));
  const sections = Array.from(list.querySelectorAll<HTMLElement>('section'));
  const form = document.createElement('search');
  const input = document.createElement('input');
  const said = document.createElement('p');
  form.className = 'filter';
  input.type = 'search';
  input.placeholder = list.dataset['narrow'] ?? '';
  input.setAttribute('aria-label', input.placeholder);
  said.setAttribute('role', 'status');
  form.append(input, said);
  list.prepend(form);

  const show = (fits: (row: (typeof rows)[0]) => boolean): number => {
    for (const each of rows) each.row.hidden = !fits(each);
    return rows.filter(({ row }) => !row.hidden).length;
  };
  const apply = async (): Promise<void> => {
    const words = input.value.split(/\s+/).map(plainWords).filter(Boolean);
    let shown = show(({ text, field }) =>
      words.every((word) => text.includes(word) || (field.length > 1 && word.includes(field))),
    );
    const { everyday } = list.dataset;
    if (shown === 0 && everyday) {
      // A question: 谁分管环保.
      const typed = input.value;
      const { fieldsAsked, isField } = await import('../../domain/search/cards.ts');
      const asked = fieldsAsked(typed, JSON.parse(everyday));
      if (typed !== input.value) return;
      shown = show(({ field }) => isField(field, asked));
    }
    for (const section of sections)
      section.hidden = !section.querySelector('[data-narrow-row]:not([hidden])');
    const none = '没有相符的，试试更短的词';
    said.textContent =
      words.length === 0 ? '' : shown > 0 ? `${shown}${list.dataset['narrowUnit'] ?? ''}` : none;
  };
  const read = (): void => {
    input.value = new URL(location.href).searchParams.get('q') ?? '';
    void apply();
  };
  input.addEventListener('input', () => {
    const url = new URL(location.href);
    if (input.value) url.searchParams.set('q', input.value);
    else url.searchParams.delete('q');
    history.replaceState(history.state, '', url);
    void apply();
  });
  addEventListener('popstate', read);
  read();
}

for (const list of document.querySelectorAll<HTMLElement>('[data-narrow]')) narrow(list);
