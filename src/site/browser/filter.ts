/** A box that narrows the register to the titles, numbers and issuers that hold the words typed. */
const register = document.querySelector<HTMLElement>('.register');

/** One form for full and half width, upper and lower case, and any brackets. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〔〕[\]()《》〈〉“”"\s]/g, '');
}

if (register) {
  const rows = Array.from(register.querySelectorAll<HTMLElement>('li'), (row) => ({
    row,
    text: plain(row.textContent ?? ''),
  }));
  const sections = Array.from(register.querySelectorAll<HTMLElement>('section'));
  const form = document.createElement('search');
  const input = document.createElement('input');
  const said = document.createElement('p');
  form.className = 'filter';
  input.type = 'search';
  input.placeholder = '按名称、文号或机关筛选';
  input.setAttribute('aria-label', '筛选文本');
  said.setAttribute('role', 'status');
  form.append(input, said);
  register.before(form);

  const apply = (): void => {
    const words = input.value.split(/\s+/).map(plain).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown++;
    }
    for (const section of sections) section.hidden = !section.querySelector('li:not([hidden])');
    said.textContent =
      words.length === 0 ? '' : shown > 0 ? `${shown}份` : '没有相符的文本，试试更短的词，或只输文号里的数字';
  };
  const read = (): void => {
    input.value = new URL(location.href).searchParams.get('q') ?? '';
    apply();
  };
  input.addEventListener('input', () => {
    const url = new URL(location.href);
    if (input.value) url.searchParams.set('q', input.value);
    else url.searchParams.delete('q');
    history.replaceState(history.state, '', url);
    apply();
  });
  addEventListener('popstate', read);
  read();
}
