/** The bench in the browser: going to places, choosing words, sending deeds. */

const bench = document.querySelector<HTMLElement>('.bench')!;
const source = bench.dataset['source']!;
const said = document.querySelector<HTMLElement>('.said')!;
const editor = document.querySelector<HTMLFormElement>('.editor')!;
const dialog = document.querySelector<HTMLDialogElement>('.correct')!;
const form = dialog.querySelector('form')!;
const picture = document.querySelector<HTMLElement>('.picture')!;

const field = (from: HTMLFormElement, name: string): HTMLInputElement =>
  from.elements.namedItem(name) as HTMLInputElement;

const remembered = 'gongbao-editor';
const told = 'gongbao-said';
const scrolled = 'gongbao-scrolled';

field(editor, 'by').value = localStorage.getItem(remembered) ?? '';
const today = new Date();
field(editor, 'on').value = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
  .map((part) => String(part).padStart(2, '0'))
  .join('-');
// Day and page of the print stay as the editor has set them while the bench is open.
for (const name of ['on', 'page']) {
  const kept = sessionStorage.getItem(`gongbao-${name}`);
  if (kept) field(editor, name).value = kept;
  field(editor, name).addEventListener('change', ({ target }) =>
    sessionStorage.setItem(`gongbao-${name}`, (target as HTMLInputElement).value),
  );
}
said.textContent = sessionStorage.getItem(told);
said.classList.toggle('done', said.textContent !== '');
sessionStorage.removeItem(told);
for (const [i, top] of (JSON.parse(sessionStorage.getItem(scrolled) ?? '[]') as number[]).entries())
  bench.children[i]!.scrollTop = top;

/** Sends a deed; the page is loaded anew when it is written. */
async function send(deed: Record<string, unknown>, problem = said): Promise<void> {
  problem.textContent = '';
  said.classList.remove('done');
  const response = await fetch('/bench/do/', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ source, ...deed }),
  });
  const answer = (await response.json()) as { said?: string; reason?: string };
  if (answer.said === undefined) {
    problem.textContent = answer.reason ?? '没有写入';
    return;
  }
  sessionStorage.setItem(told, answer.said);
  sessionStorage.setItem(scrolled, JSON.stringify(Array.from(bench.children, ({ scrollTop }) => scrollTop)));
  // The server loads all open pages anew; this one by itself where it does not hear that.
  setTimeout(() => location.reload(), 3000);
}

/** Who does it and when; undefined, with a word to the editor, where that is not said. */
function signer(): { by: string; on: string } | undefined {
  const [by, on] = [field(editor, 'by').value.trim(), field(editor, 'on').value];
  if (by === '' || on === '') {
    said.textContent = '先写明编者和日期';
    field(editor, 'by').focus();
    return undefined;
  }
  localStorage.setItem(remembered, by);
  return { by, on };
}

function go(line: number): void {
  for (const marked of document.querySelectorAll('.here')) marked.classList.remove('here');
  const places = [document.getElementById(`L${line}`), bench.querySelector(`.tree [data-line="${line}"]`)];
  for (const place of places) {
    place?.classList.add('here');
    place?.scrollIntoView({ block: 'center' });
  }
}

function show(button: HTMLElement): void {
  const { file = '0', page = '1' } = button.dataset;
  const image = picture.querySelector('img')!;
  image.src = `/bench/page/?${new URLSearchParams({ source, file, page })}`;
  image.alt = `原件第${page}页`;
  image.onerror = () => {
    picture.querySelector('figcaption')!.textContent = `原件第${page}页：没有图，请另外打开原件`;
  };
  picture.querySelector('figcaption')!.textContent = button.textContent.trim();
  picture.hidden = false;
}

/** Opens the form for a line, with the words that are chosen in it. */
function correct(item: HTMLElement): void {
  const words = item.querySelector('.text')!.textContent;
  const chosen = String(getSelection() ?? '');
  dialog.querySelector('.at')!.textContent = item.id.slice(1);
  dialog.querySelector('.whole')!.textContent = words;
  dialog.querySelector('.problem')!.textContent = '';
  const from = words.includes(chosen) ? chosen : '';
  field(form, 'from').value = from;
  field(form, 'to').value = from;
  field(form, 'reason').value = '';
  dialog.showModal();
}

function act(button: HTMLElement): void {
  const kind = button.dataset['do']!;
  if (kind === 'undo') {
    void send({ do: 'undo' });
    return;
  }
  const who = signer();
  if (!who) {
    dialog.close();
    return;
  }
  if (kind === 'accept') {
    const { rule, line, says } = button.closest('li')!.dataset;
    const reason = prompt('为什么保留？', '原刊如此');
    if (reason) void send({ do: 'accept', rule, line: Number(line), says, reason, ...who });
    return;
  }
  if (kind === 'sign') {
    const page = field(editor, 'page').value.trim();
    if (page === '') {
      said.textContent = '先写明对照的是印本第几页';
      field(editor, 'page').focus();
      return;
    }
    void send({ do: 'sign', place: button.dataset['place'], page, ...who });
    return;
  }
  if (!form.reportValidity()) return;
  const [from, to, reason] = ['from', 'to', 'reason'].map((name) => field(form, name).value);
  const line = Number(dialog.querySelector('.at')!.textContent);
  const problem = dialog.querySelector<HTMLElement>('.problem')!;
  const deeds: Record<string, object> = {
    correct: { from, to },
    note: { from, ...(to !== '' && to !== from ? { suggestion: to } : {}) },
  };
  void send({ do: kind, line, reason, ...deeds[kind], ...who }, problem);
}

document.addEventListener('click', (event) => {
  const target = event.target as HTMLElement;
  const button = target.closest('button');
  if (button?.dataset['go']) go(Number(button.dataset['go']));
  else if (button?.classList.contains('page')) show(button);
  else if (button?.dataset['do']) act(button);
});
bench.querySelector('.lines')!.addEventListener('dblclick', (event) => {
  const item = (event.target as HTMLElement).closest('li');
  if (item) correct(item);
});
bench.querySelector('.lines')!.addEventListener('keydown', (event) => {
  const item = (event.target as HTMLElement).closest('li');
  if (item && (event as KeyboardEvent).key === 'Enter' && event.target === item) correct(item);
});
for (const item of bench.querySelectorAll<HTMLElement>('.lines > li')) item.tabIndex = 0;
if (location.hash.startsWith('#L')) go(Number(location.hash.slice(2)));
