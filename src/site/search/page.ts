/** The search page: results as one types, all of it in the address, all of it by keyboard. */

import '../browser/floor.ts';
import type { EverydayWord } from '../../domain/model.ts';
import type { Card } from '../../domain/search/cards.ts';
import { hasFilters } from '../../domain/search/has-filters.ts';
import type { SearchHit } from '../../domain/search/types.ts';
import { dayInChina } from '../../domain/status/day-in-china.ts';
import { formatDay } from '../../domain/text/calendar.ts';
import { download } from '../browser/download.ts';
import { type Asked, hitUrl, narrowedTo, perDocument, perPage, readAsked, writeAsked } from './address.ts';
import { createClient } from './client.ts';
import { make, settle } from './dom.ts';
import type { Question } from './engine.ts';
import { readFilters, showFilters } from './filters.ts';
import { keepForLater } from './offline.ts';
import { emptyState, type Links, resultList, summary } from './results.ts';
import { takeAlong } from './take-along.ts';

/** Milliseconds of quiet before a search begins, and before its outcome is spoken. */
const pause = { ask: 60, say: 600 };

const root = document.querySelector<HTMLElement>('[data-search-data]');
const form = document.querySelector<HTMLFormElement>('form.search-form');
if (root && form) start(root, form);

function start(root: HTMLElement, form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name=q]')!;
  const filters = root.querySelector<HTMLFormElement>('form.search-filters')!;
  const panel = root.querySelector<HTMLDetailsElement>('details.search-narrow')!;
  const said = root.querySelector<HTMLElement>('.search-said')!;
  const spoken = root.querySelector<HTMLElement>('.search-spoken')!;
  const tools = root.querySelector<HTMLElement>('.search-tools')!;
  const outlet = root.querySelector<HTMLElement>('.search-outlet')!;
  const browse = document.querySelector<HTMLElement>('.search-browse');
  const today = dayInChina(new Date());
  const everyday = JSON.parse(root.dataset['searchWords'] ?? '[]') as EverydayWord[];
  let asked: Asked = readAsked(new URLSearchParams(location.search));
  let [askTimer, sayTimer] = [0, 0];
  /** Where the reader was, to be restored when the results stand again. */
  let returnTo = (history.state as { scroll?: number } | null)?.scroll ?? 0;

  const links: Links<SearchHit, HTMLElement> = {
    elsewhere: '查看下面的词语索引',
    document: (hit) => hitUrl({ ...hit, eId: '' }),
    inDocument: (work) => writeAsked({ ...asked, filters: { ...asked.filters, work }, pages: 1 }),
    query: (query) => writeAsked({ ...asked, query, filters: {}, pages: 1 }),
  };

  const say = (text: string): void => {
    delete document.documentElement.dataset['asked'];
    said.textContent = text;
    clearTimeout(sayTimer);
    sayTimer = setTimeout(() => {
      spoken.textContent = text;
    }, pause.say) as unknown as number;
  };

  /** Whether anything has been answered to the question, and whether its hits were counted. */
  let [isFirst, counted] = [true, false];

  const client = createClient(root.dataset['searchData']!, root.dataset['searchManifest'] ?? '', {
    answered({ result, final }, kept) {
      root.removeAttribute('aria-busy');
      const focused = indexOfFocus(outlet);
      const unread = result.incomplete && result.total === 0 && '检索数据读取失败，不能断定没有结果';
      settle(outlet, [
        ...cardsFor(),
        ...(unread
          ? [note(`${unread}。请检查网络后再试，或使用下面的词语索引。`)]
          : result.messages.map(note)),
        ...(result.incomplete ? [retryButton()] : []),
        ...(result.total > 0 ? [resultList(make, result.hits, links)] : emptyState(make, result, links)),
        ...(result.more ? [moreLink()] : []),
      ]);
      // Counts come after the results: the reader may have gone on to a result that has changed by them.
      if (!isFirst && focused >= 0 && indexOfFocus(outlet) < 0)
        resultsIn(outlet)[focused]?.focus({ preventScroll: true });
      if (browse) browse.hidden = result.total > 0;
      say(summary(result));
      counted = result.facets !== undefined;
      if (result.facets) {
        showFilters(filters, result.facets, asked, today);
        // Room for them beside the results: where the counts come with the hits they need not be asked for.
        if (isFirst && matchMedia('(min-width: 64rem)').matches) panel.open = true;
      }
      tools.hidden = result.total === 0;
      if (result.total > 0) panel.hidden = false;
      else if (!hasFilters(asked.filters)) panel.hidden = true;
      isFirst = false;
      addCards();
      if (!final) return;
      if (returnTo > 0) scrollTo(0, returnTo);
      returnTo = 0;
      keepForLater(kept);
    },
    failed(reason) {
      root.removeAttribute('aria-busy');
      outlet.replaceChildren(
        note(`检索数据读取失败（${reason}）。请检查网络后再试，或使用下面的词语索引。`),
        retryButton(),
      );
      say('检索数据读取失败');
      if (browse) browse.hidden = false;
    },
  });

  /** The answers that the archive holds ready and that fit the question; none until they are read. */
  let cardsFor = (): HTMLElement[] => [];
  let areRead = false;

  /** Reads those answers once, after the first results, and puts what fits above the results. */
  const readCards = async (): Promise<void> => {
    const [{ answering }, { cardList }, answer] = await Promise.all([
      import('../../domain/search/cards.ts'),
      import('./card-list.ts'),
      fetch(root.dataset['searchCards']!),
    ]);
    const cards = answer.ok ? ((await answer.json()) as Card[]) : [];
    cardsFor = () => cardList(answering(cards, asked.query, everyday), asked.at ?? today);
    if (cardsFor().length > 0) ask();
  };
  const addCards = (): void => {
    if (areRead) return;
    areRead = true;
    // Results stand without them; they are asked for again with the next question.
    readCards().catch(() => {
      areRead = false;
    });
  };

  const note = (text: string): HTMLElement => {
    const made = document.createElement('p');
    made.className = 'search-note';
    made.textContent = text;
    return made;
  };
  const retryButton = (): HTMLElement => {
    const retry = document.createElement('button');
    retry.type = 'button';
    retry.textContent = '再试一次';
    retry.addEventListener('click', () => ask());
    return retry;
  };
  const moreLink = (): HTMLElement => {
    const link = document.createElement('a');
    link.href = writeAsked({ ...asked, pages: asked.pages + 1 });
    link.textContent = '显示更多';
    link.className = 'more';
    link.dataset['ask'] = 'more';
    link.dataset['result'] = '';
    return link;
  };

  /** What is asked of the search: all of it, or what the page shows. */
  const question = (all: boolean): Question => ({
    query: asked.query,
    everyday,
    filters: narrowedTo(asked),
    sort: asked.sort,
    at: asked.at ?? today,
    survey: !all && (panel.open || hasFilters(narrowedTo(asked))),
    limit: all ? 0 : perPage * asked.pages,
    // Within one document there is nothing to spare room for.
    perDocument: !all && asked.filters.work === undefined && asked.sort === 'relevance' ? perDocument : 0,
  });

  /** Every hit, taken out or printed, however many the page shows. */
  const take = (how: string): void => {
    say('正在取出全部结果……');
    const whole = createClient(root.dataset['searchData']!, root.dataset['searchManifest'] ?? '', {
      async answered({ result, final }) {
        if (!final) return;
        const name = `检索-${asked.query.slice(0, 20)}-${asked.at ?? today}`;
        if (how === 'print') {
          settle(outlet, [resultList(make, result.hits, links)]);
          print();
        } else {
          const { hitsCsv, hitsText } = await import('./take-out.ts');
          if (how === 'csv') download(`${name}.csv`, hitsCsv(result.hits, location.href), 'text/csv');
          else
            download(
              `${name}.txt`,
              hitsText(result.hits, asked.query, asked.at ?? today, location.href),
              'text/plain',
            );
        }
        whole.close();
        say(summary(result));
      },
      failed: (reason) => say(`没有取出：${reason}`),
    });
    whole.ask(question(true));
  };

  const ask = (): void => {
    const empty = asked.query.trim() === '';
    document.title = document.title.replace(/^(?:[^－]*：)?/, empty ? '' : `${asked.query.slice(0, 40)}：`);
    if (browse) browse.hidden = !empty;
    if (empty) {
      outlet.replaceChildren();
      panel.hidden = true;
      tools.hidden = true;
      root.removeAttribute('aria-busy');
      say('');
      return;
    }
    root.setAttribute('aria-busy', 'true');
    [isFirst, counted] = [true, false];
    client.ask(question(false));
  };

  /** A new question: `replace` while typing, so that Back leaves the page and not a letter. */
  const go = (next: Asked, how: 'push' | 'replace'): void => {
    const same = writeAsked(next) === writeAsked(asked);
    asked = next;
    const address = `${location.pathname}${writeAsked(next)}`;
    if (how === 'push' && !same) history.pushState(null, '', address);
    else history.replaceState(history.state, '', address);
    ask();
  };

  const read = (): void => {
    asked = readAsked(new URLSearchParams(location.search));
    input.value = asked.query;
    ask();
  };

  input.addEventListener('input', (event) => {
    // An unfinished syllable of an input method is no query yet.
    if ((event as InputEvent).isComposing) return;
    clearTimeout(askTimer);
    askTimer = setTimeout(
      () => go({ ...asked, query: input.value, pages: 1 }, 'replace'),
      pause.ask,
    ) as unknown as number;
  });
  input.addEventListener('compositionend', () => input.dispatchEvent(new InputEvent('input')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(askTimer);
    go({ ...asked, query: input.value, pages: 1 }, 'push');
  });
  filters.addEventListener('change', () => {
    const chosen = readFilters(filters);
    chosen.set('q', asked.query);
    if (chosen.get('at') === today) chosen.delete('at');
    go(readAsked(chosen), 'push');
  });
  outlet.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a[data-result]:not([data-ask])')) takeAlong(asked.query);
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-ask]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const next = readAsked(new URL(link.href).searchParams);
    input.value = next.query;
    const more = link.dataset['ask'] === 'more';
    const count = resultsIn(outlet).length;
    go(next, more ? 'replace' : 'push');
    if (more) focusResult(outlet, count - 1);
    else scrollTo(0, 0);
  });
  tools.addEventListener('click', (event) => {
    const how = (event.target as Element).closest<HTMLElement>('[data-take]')?.dataset['take'];
    if (how) take(how);
  });
  addEventListener('beforeprint', () => {
    const printed = root.querySelector('.search-printed')!;
    printed.textContent = `检索“${asked.query}”，${formatDay(asked.at ?? today)}，${location.href}。非标准文本，以原件为准。`;
  });
  addEventListener('keydown', (event) => move(event, input, outlet));
  addEventListener('popstate', (event) => {
    returnTo = (event.state as { scroll?: number } | null)?.scroll ?? 0;
    read();
  });
  panel.addEventListener('toggle', () => {
    if (!panel.open || counted || asked.query.trim() === '') return;
    filters.replaceChildren('正在统计……');
    ask();
  });
  addEventListener('pagehide', () => {
    history.replaceState({ scroll: scrollY }, '');
  });
  const typed = input.value;
  read();
  // What was typed before all this was there is asked now.
  if (asked.query === '' && typed.trim() !== '') {
    input.value = typed;
    go({ ...asked, query: typed }, 'replace');
  }
}

/** ↓ and ↑ go from the box through the results; Escape goes back to the box. */
function move(event: KeyboardEvent, input: HTMLInputElement, outlet: HTMLElement): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const at = document.activeElement;
  const results = resultsIn(outlet);
  const index = indexOfFocus(outlet);
  if (event.key === 'Escape' && index >= 0) {
    input.focus();
    input.select();
  } else if (event.key === 'ArrowDown' && (at === input || index >= 0) && results[index + 1]) {
    event.preventDefault();
    results[index + 1]!.focus();
  } else if (event.key === 'ArrowUp' && index >= 0) {
    event.preventDefault();
    (results[index - 1] ?? input).focus();
  }
}

/** What arrows go through. */
function resultsIn(outlet: HTMLElement): HTMLElement[] {
  return Array.from(outlet.querySelectorAll<HTMLElement>('[data-result]'));
}

function indexOfFocus(outlet: HTMLElement): number {
  return resultsIn(outlet).indexOf(document.activeElement as HTMLElement);
}

/** Puts the focus on a result as soon as it is there. */
function focusResult(outlet: HTMLElement, index: number): void {
  const observer = new MutationObserver(() => {
    const result = resultsIn(outlet)[index];
    if (!result) return;
    result.focus({ preventScroll: true });
    observer.disconnect();
  });
  observer.observe(outlet, { childList: true });
}
