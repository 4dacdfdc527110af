/**
 * The desk in the browser. Everything is answered here: nothing that is typed leaves the reader's machine.
 * The question lives in the address, so that it can be sent on and found again with Back.
 */
import '../browser/floor.ts';
import { readAskedDay } from '../../domain/status/asked-day.ts';
import { dayInChina } from '../../domain/status/day-in-china.ts';
import {
  type Answer,
  type AskResult,
  askStatus,
  type Outcome,
  worksAsked,
} from '../../domain/status/desk/desk.ts';
import { tableRows, toCells, toCsv, toText } from '../../domain/status/desk/table.ts';
import { copy } from '../browser/copy.ts';
import { download } from '../browser/download.ts';
import { make } from '../search/dom.ts';
import { dayWords } from '../words.ts';
import { deskLinks } from './desk-links.ts';
import { columnsOf, listFragment, listOf } from './list-address.ts';
import { type RowContext, rowsOf } from './rows.ts';
import { openStore, type Store } from './store.ts';
import { stateName } from './words.ts';

/** Rows drawn at once; the rest on request, so that ten thousand lines do not stop the page. */
const shownAtOnce = 300;
/** Lines answered between two looks at the stop button. */
const portion = 500;
/** Longest address that every browser and chat keeps whole. */
const longestAddress = 6000;

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const form = find<HTMLFormElement>('desk');
const lines = find<HTMLTextAreaElement>('desk-lines');
const day = find<HTMLInputElement>('desk-day');
const said = find('desk-said');
const tools = find('desk-tools');
const stop = find<HTMLButtonElement>('desk-stop');
const more = find<HTMLButtonElement>('desk-more');
const body = find('desk-rows');
const caption = find('desk-caption');

const today = dayInChina(new Date());
let store: Store | undefined;
let results: AskResult[] = [];
let drawn = 0;
let listsAll = false;
let run = 0;
/** What must still be said once the answer stands. */
let notice = '';

const name = ({ state, basis }: Answer): string => stateName(state, basis).word;

/** Lines as they stand in the form, so that their numbers are those that the reader counts. */
function asked(): string[] {
  return lines.value.trimEnd().split(/\r\n|[\n\r]/);
}

/** The address of a question: the list in the fragment, which stays in the browser; the day before it. */
async function address(query: string, at: string): Promise<string> {
  const url = new URL(location.href);
  url.search = '';
  if (at && at !== today) url.searchParams.set('at', at);
  return url.pathname + url.search + (await listFragment(query));
}

function draw(): void {
  const context: RowContext<Answer, HTMLElement> = {
    titleOf: (id) => store?.book.register.works.get(id)?.title,
    ...deskLinks,
    accept: acceptButton,
    all: listsAll,
  };
  const next = results.slice(drawn, drawn + shownAtOnce);
  for (const result of next) body.append(...rowsOf<Answer, HTMLElement>(make, result, context));
  drawn += next.length;
  const left = results.length - drawn;
  more.hidden = left === 0;
  more.textContent = `再显示${Math.min(left, shownAtOnce)}行（还有${left}行）`;
}

/** Puts a document in the place of a line: by its title where that finds it alone, else by its id. */
function accept(line: number, id: string): void {
  const title = `《${store?.book.register.works.get(id)?.title ?? ''}》`;
  const found = store && askStatus([title], day.value || today, store.book)[0];
  const list = asked();
  list[line - 1] = found?.work?.id === id ? title : id;
  lines.value = list.join('\n');
  void ask();
}

/** What takes a document that may be meant for the one that a line means. */
function acceptButton(line: number, { id, title }: { id: string; title: string }): HTMLElement {
  const press = make('button', { type: 'button', 'aria-label': `第${line}行就是《${title}》` }, '就是它');
  press.addEventListener('click', () => accept(line, id));
  return press;
}

/** Answers what the form holds; a newer question ends an older one. */
async function answer(): Promise<void> {
  const mine = ++run;
  const typed = asked();
  const at = day.value || today;
  store ??= await openStore();
  const all = typed.every((line) => line.trim() === '');
  const queries = all ? store.book.works.slice(0, shownAtOnce).map(({ id }) => id) : typed;
  results = [];
  drawn = 0;
  const list: AskResult[] = [];
  stop.hidden = queries.length <= portion;
  for (let start = 0; start < queries.length; start += portion) {
    const part = queries.slice(start, start + portion);
    const { book } = store;
    await store.ready(() => worksAsked(part, book));
    if (mine !== run) return;
    list.push(...askStatus(part, at, book, start + 1));
    if (queries.length > portion) {
      said.textContent = `已核对${list.length}行，共${queries.length}行`;
      await new Promise((resolve) => setTimeout(resolve));
      if (mine !== run) return;
    }
  }
  finish(list, at, all);
}

function finish(list: AskResult[], at: string, all: boolean): void {
  results = list.filter(({ outcome }) => outcome !== 'empty');
  listsAll = all;
  stop.hidden = true;
  body.replaceChildren();
  draw();
  tools.hidden = results.length === 0;
  const read = readAskedDay(at);
  const when = 'day' in read ? dayWords(read.day) : at;
  caption.textContent = all ? `全部文件在${when}的效力` : `在${when}的效力`;
  const count = (outcome: Outcome): number => results.filter((one) => one.outcome === outcome).length;
  const [near, absent] = [count('near'), count('absent')];
  const found = `${near > 0 ? `，${near}行请选定是哪一份` : ''}${absent > 0 ? `，${absent}行本库没有` : ''}`;
  const told = all ? '' : `${results.length}行${found}`;
  said.textContent = [notice, told].filter(Boolean).join('；');
  notice = '';
}

async function guarded(): Promise<void> {
  try {
    await answer();
  } catch (error) {
    said.textContent = `没有核对成：${error instanceof Error ? error.message : String(error)}。请刷新页面再试`;
  }
}

/** Fills the form from the address; with what was typed where that names none. */
async function restore(typed = { lines: '', day: '' }): Promise<void> {
  const { searchParams, hash } = new URL(location.href);
  const list = await listOf(hash).catch(() => {
    notice = '网址里的名单读不出来，可能没有复制完整';
    return '';
  });
  lines.value = list ?? searchParams.get('q') ?? typed.lines;
  const at = searchParams.get('at');
  const read = at === null ? undefined : readAskedDay(at);
  day.value = read && 'day' in read ? read.day : typed.day || today;
  if (read && 'reason' in read) notice = `${read.reason}，以下按今天核对`;
}

async function ask(): Promise<void> {
  const next = await address(asked().join('\n'), day.value);
  const kept = next.length <= longestAddress;
  const { pathname, search, hash } = location;
  if (kept && next !== pathname + search + hash) history.pushState(null, '', next);
  if (!kept) notice = '行数较多，网址里存不下，不能用网址转发';
  void guarded();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void ask();
});
lines.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    void ask();
  }
});
for (const button of form.querySelectorAll<HTMLButtonElement>('button[data-day]')) {
  button.addEventListener('click', () => {
    day.value = button.dataset['day'] || today;
    void ask();
  });
}
day.addEventListener('change', () => void ask());
stop.addEventListener('click', () => {
  run++;
  stop.hidden = true;
  said.textContent = '已停止';
});
more.addEventListener('click', draw);
find('desk-copy').addEventListener('click', async () => {
  const done = await copy(toText(tableRows(results), name, location.href));
  said.textContent = done ? '已复制' : '没有复制成，请选中表格自行复制';
});
find('desk-csv').addEventListener('click', () => {
  download(`效力核对-${day.value || today}.csv`, toCsv(tableRows(results), name), 'text/csv');
});
find('desk-word').addEventListener('click', async () => {
  const { downloadTable } = await import('../browser/word.ts');
  const rows = toCells(tableRows(results), name);
  const notes = [`${dayWords(today)}核对，${location.href}。非标准文本，以原件为准。`];
  await downloadTable('效力核对', rows, notes, day.value || today);
});
find('desk-print').addEventListener('click', () => {
  while (drawn < results.length) draw();
  print();
});
addEventListener('beforeprint', () => {
  find('desk-printed').textContent = `${dayWords(today)}核对，${location.href}。非标准文本，以原件为准。`;
});
/** Takes one column of a pasted table: that in which most cells name a document. The others can be chosen instead. */
function takeColumn(columns: string[][], { book }: Store): void {
  const found = columns.map(
    (cells) =>
      askStatus(cells.slice(0, tried), day.value || today, book).filter(({ outcome }) => outcome === 'found')
        .length,
  );
  const best = found.indexOf(Math.max(...found));
  const choose = (at: number): void => {
    lines.value = columns[at]!.join('\n');
    notice = `表格有${columns.length}栏，取了第${at + 1}栏`;
    void ask();
  };
  const buttons = columns.map((cells, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `取第${at + 1}栏：${(cells[0] ?? '').slice(0, 8)}`;
    button.addEventListener('click', () => choose(at));
    return button;
  });
  find('desk-columns').replaceChildren(...buttons);
  choose(best);
}

/** Cells of a column that are tried. */
const tried = 20;

/** @returns false where the words are no table */
function takeTable(words: string): boolean {
  const columns = columnsOf(words);
  if (!columns) return false;
  void openStore().then((opened) => {
    store ??= opened;
    takeColumn(columns, store);
  });
  return true;
}

lines.addEventListener('paste', (event) => {
  if (lines.value.trim() !== '') return;
  if (takeTable(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
});
addEventListener('popstate', () => void restore().then(guarded));

// What was typed before all this was there stays.
const typed = lines.value;
void restore({ lines: typed, day: day.value })
  .then(guarded)
  .then(() => takeTable(typed));
