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
  const tell = (shown: number): void => {
    for (const section of sections)
      section.hidden = !section.querySelector('[data-narrow-row]:not([hidden])');
    const counted = shown > 0 ? `${shown}${list.dataset['narrowUnit'] ?? ''}` : '没有相符的，试试更短的词';
    said.textContent = input.value.trim() === '' ? '' : counted;
  };
  const apply = async (): Promise<void> => {
    const typed = input.value;
    const words = typed.split(/\s+/).map(plainWords).filter(Boolean);
    const shown = show(({ text, field }) =>
      words.every((word) => text.includes(word) || (field.length > 1 && word.includes(field))),
    );
    tell(shown);
    const { everyday } = list.dataset;
    if (shown > 0 || !everyday) return;
    // It may be a question: 谁分管环保.
    const { fieldsAsked, isField } = await import('../../domain/search/cards.ts');
    const asked = fieldsAsked(typed, JSON.parse(everyday));
    if (typed === input.value && asked.length > 0) tell(show(({ field }) => isField(field, asked)));
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
