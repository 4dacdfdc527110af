/** Rows of the desk's table, made of text alone: nothing that is typed or stored becomes mark-up. */
import type { Answer, AskResult, WorkName } from '../../domain/status/desk.ts';
import { placeUrl, workUrl } from '../urls.ts';
import { titleWords } from '../words.ts';
import { evidenceWords, stateName } from './words.ts';

type Child = Node | string;

/** An element with attributes and children. */
export function make(name: string, attributes: Record<string, string>, ...children: Child[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Shape and word of an answer's state. */
export function stateMark(answer: Pick<Answer, 'state' | 'basis'>): HTMLElement {
  const { shape, word, tone } = stateName(answer.state, answer.basis);
  return make('span', { class: `state ${tone}` }, make('span', { 'aria-hidden': 'true' }, shape), ` ${word}`);
}

function nameCell(work: WorkName | null, answer: Answer, query: string): HTMLElement {
  const cell = make('th', { scope: 'row' });
  if (work) {
    cell.append(make('a', { href: workUrl(work.id) }, work.title));
    if (work.documentNumber) cell.append(make('span', { class: 'about' }, work.documentNumber));
    return cell;
  }
  cell.append(make('span', { class: 'asked' }, answer.named ?? (query.trim() || '（空行）')));
  return cell;
}

/** The clauses that an answer rests on, each a link to its place; another document is named beside its words. */
export function evidenceList(
  answer: Answer,
  titleOf: (id: string) => string | undefined,
): HTMLElement | undefined {
  if (answer.evidence.length === 0) return undefined;
  const items = answer.evidence.map(({ instrument, eId, text }, i) => {
    const href = eId ? placeUrl(instrument, eId) : workUrl(instrument);
    const item = make('li', {}, make('a', { href }, evidenceWords(text, eId)));
    const title = titleOf(instrument);
    const last = answer.evidence[i + 1]?.instrument !== instrument;
    if (title && last && instrument !== answer.work?.id) item.append(`——${titleWords(title)}`);
    return item;
  });
  return make('ul', { class: 'grounds' }, ...items);
}

/** What the rows need to know of the archive and of the address of the page. */
export interface RowContext {
  titleOf(id: string): string | undefined;
  /** Address of the desk that asks for a name. */
  askAddress(name: string): string;
}

function reasonCell(answer: Answer, candidates: readonly WorkName[], context: RowContext): HTMLElement {
  const cell = make('td', {}, make('p', {}, `${answer.reason}。`));
  const list = evidenceList(answer, context.titleOf);
  if (list) cell.append(list);
  if (candidates.length > 0) {
    const links = candidates.map(({ id, title, documentNumber }) =>
      make('li', {}, make('a', { href: context.askAddress(documentNumber ?? id) }, title)),
    );
    cell.append(make('ul', { class: 'near' }, ...links));
  }
  return cell;
}

/** Rows of one result: one, or one for each document that the line means. */
export function rowsOf(result: AskResult, context: RowContext): HTMLElement[] {
  const answers: readonly Answer[] = result.matches ?? [result];
  return answers.map((answer) =>
    make(
      'tr',
      {},
      nameCell(answer.work, answer, result.query),
      make('td', {}, stateMark(answer)),
      reasonCell(answer, result.matches ? [] : result.candidates, context),
    ),
  );
}
