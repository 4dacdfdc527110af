/** Filters of the register: words, state on a day, kind, issuer, held or only mentioned. They live in the address. */
import '../browser/floor.ts';
import type { InstrumentKind, State } from '../../domain/model.ts';
import { readAskedDay } from '../../domain/status/asked-day.ts';
import { dayInChina } from '../../domain/status/day-in-china.ts';
import {
  filterParams,
  type RegisterEntry,
  type RegisterFilter,
  readFilter,
  registerOn,
} from '../../domain/status/desk/register.ts';
import { make } from '../search/dom.ts';
import { workUrl } from '../urls.ts';
import { dayWords, kindWords, stateWords } from '../words.ts';
import { stateMark } from './rows.ts';
import { openStore, type Store } from './store.ts';

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const form = find<HTMLFormElement>('register-filter');
const words = find<HTMLInputElement>('register-words');
const day = find<HTMLInputElement>('register-day');
const horizon = document.getElementById('register-horizon');
const said = find('register-said');
const selects = {
  state: find<HTMLSelectElement>('register-state'),
  kind: find<HTMLSelectElement>('register-kind'),
  issuer: find<HTMLSelectElement>('register-issuer'),
  subject: find<HTMLSelectElement>('register-subject'),
  held: find<HTMLSelectElement>('register-held'),
};
/** Rows that the page prints; the others are made when a filter asks for them. */
const rows = new Map(
  Array.from(document.querySelectorAll<HTMLElement>('.register li[data-work]'), (row) => [
    row.dataset['work']!,
    row,
  ]),
);
const printedRows = new Set(rows.keys());
/** Rows made at most for one question; the words above the list say how many there are. */
const mostMade = 300;
/** 主题分类 of works, by id, where pages print it. */
const subjects = new Map<string, string>(
  JSON.parse(document.getElementById('register-subjects')?.textContent ?? '[]') as [string, string][],
);
const sections = Array.from(document.querySelectorAll<HTMLElement>('.register section'));
const lists = new Map(sections.map((section) => [section.dataset['group']!, section.querySelector('ul')!]));
const today = dayInChina(new Date());
const states = Object.keys(stateWords);
const kinds = Object.keys(kindWords);
let store: Store | undefined;

function filter(): RegisterFilter {
  const values: Record<string, string> = {
    q: words.value,
    state: selects.state.value,
    kind: selects.kind.value,
    issuer: selects.issuer.value,
    subject: selects.subject.value,
    held: selects.held.value,
  };
  return readFilter((name) => values[name] || null, states, kinds);
}

/** Fills a select with the choices that leave something, each with how much; what is chosen stays. */
function fill(select: HTMLSelectElement, chosen: string, choices: readonly [string, string, number][]): void {
  const all = new Option('全部', '');
  const options = choices.map(([value, text, count]) => new Option(`${text}（${count}）`, value));
  if (chosen && !choices.some(([value]) => value === chosen))
    options.push(new Option(`${chosen}（0）`, chosen));
  select.replaceChildren(all, ...options);
  select.value = chosen;
}

function apply(chosen: RegisterFilter): void {
  if (!store) return;
  const at = day.value || today;
  const { entries, counts } = registerOn(store.book, at, chosen, subjects);
  const narrowed = filterParams(chosen).length > 0;
  const shown = new Map(entries.map((entry) => [entry.work.id, entry]));
  let made = 0;
  for (const entry of narrowed ? entries : []) {
    if (printedRows.has(entry.work.id) || ++made > mostMade || rows.has(entry.work.id)) continue;
    const row = rowOf(entry);
    rows.set(entry.work.id, row);
    lists.get(groupOf(entry))?.append(row);
  }
  for (const [id, row] of rows) {
    const entry = shown.get(id);
    row.hidden = entry === undefined || !(narrowed || printedRows.has(id));
    if (entry) row.querySelector('.state')?.replaceWith(stateMark(make, entry.status));
  }
  const left = Map.groupBy(entries, groupOf);
  for (const section of sections) {
    const { length } = left.get(section.dataset['group']!) ?? [];
    section.hidden = length === 0;
    const count = section.querySelector('.count');
    if (count) count.textContent = String(length);
    const all = section.querySelector<HTMLElement>('.all');
    if (all) all.hidden = narrowed;
  }
  const by = <T>(map: ReadonlyMap<T, number>, name: (value: T) => string): [string, string, number][] =>
    Array.from(map, ([value, count]): [string, string, number] => [String(value), name(value), count]);
  const most = (list: [string, string, number][]) => list.sort((a, b) => b[2] - a[2]);
  fill(selects.state, chosen.state ?? '', most(by(counts.state, (state: State) => stateWords[state].word)));
  fill(selects.kind, chosen.kind ?? '', most(by(counts.kind, (kind: InstrumentKind) => kindWords[kind])));
  fill(selects.issuer, chosen.issuer ?? '', most(by(counts.issuer, (issuer: string) => issuer)));
  fill(selects.subject, chosen.subject ?? '', most(by(counts.subject, (subject: string) => subject)));
  const held = by(counts.held, (value: boolean) => (value ? '有正文' : '仅知其名'));
  fill(
    selects.held,
    chosen.held === undefined ? '' : chosen.held ? 'yes' : 'no',
    held.map(([value, text, count]) => [value === 'true' ? 'yes' : 'no', text, count]),
  );
  said.textContent =
    entries.length > 0
      ? `${dayWords(at)}的效力，${entries.length}份${made > mostMade ? `，没有全部列出，请再加条件` : ''}`
      : '没有相符的文件，试试更短的词，或放宽一项条件';
}

const groupOf = ({ work, held }: RegisterEntry): string => (held ? work.kind : 'named');

/** A row like those that the page prints. */
function rowOf({ work, status }: RegisterEntry): HTMLElement {
  const number = work.documentNumber ?? work.registryNumber;
  return make(
    'li',
    { 'data-work': work.id },
    make('a', { href: workUrl(work.id) }, work.title),
    make(
      'span',
      { class: 'about' },
      stateMark(make, status),
      ...[number, work.issuer].flatMap((words) => (words ? [make('span', {}, words)] : [])),
    ),
  );
}

function keep(chosen: RegisterFilter, push: boolean): void {
  const url = new URL(location.href);
  url.search = new URLSearchParams(filterParams(chosen)).toString();
  if (day.value && day.value !== today) url.searchParams.set('at', day.value);
  if (url.href === location.href) return;
  if (push) history.pushState(null, '', url);
  else history.replaceState(history.state, '', url);
}

/** Takes the filter from the address. */
function restore(): RegisterFilter {
  const { searchParams } = new URL(location.href);
  const chosen = readFilter((name) => searchParams.get(name), states, kinds);
  words.value = chosen.words;
  const read = readAskedDay(searchParams.get('at') ?? today);
  day.value = 'day' in read ? read.day : today;
  return chosen;
}

async function open(): Promise<void> {
  store = await openStore();
  const { works } = store.book;
  await store.ready(() => works.map(({ id }) => id));
  form.hidden = false;
  // The states shown from here on are of the day chosen, not of the horizon.
  document.getElementById('register-plain')?.remove();
  apply(restore());
}

form.addEventListener('submit', (event) => event.preventDefault());
words.addEventListener('input', () => {
  keep(filter(), false);
  apply(filter());
});
for (const control of [...Object.values(selects), day]) {
  control.addEventListener('change', () => {
    keep(filter(), true);
    apply(filter());
  });
}
horizon?.addEventListener('click', () => {
  day.value = horizon.dataset['day'] ?? '';
  keep(filter(), true);
  apply(filter());
});
form.addEventListener('reset', (event) => {
  event.preventDefault();
  words.value = '';
  for (const select of Object.values(selects)) select.value = '';
  day.value = today;
  keep({ words: '' }, true);
  apply({ words: '' });
});
addEventListener('popstate', () => apply(restore()));
open().catch((error: unknown) => {
  said.textContent = `没有读到筛选所需的数据：${error instanceof Error ? error.message : String(error)}`;
});
