/** Rows of the desk's table, made of text alone: nothing that is typed or stored becomes mark-up. */
import type { Answer, AskResult, Outcome } from '../../domain/status/desk.ts';
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

/** The document, and below it the line that asked for it: its number and its words. */
function nameCell({ work, named }: Answer, { line, query, outcome }: AskResult, all: boolean): HTMLElement {
  const cell = make('th', { scope: 'row' });
  const asked = query.trim().slice(0, longestAsked) + (query.trim().length > longestAsked ? '……' : '');
  if (work) cell.append(make('a', { href: workUrl(work.id) }, work.title));
  else cell.append(make('span', { class: 'asked' }, named ?? asked));
  if (work?.documentNumber) cell.append(make('span', { class: 'about' }, work.documentNumber));
  if (all) return cell;
  const words = work || named !== undefined || outcome === 'found' ? `第${line}行：${asked}` : `第${line}行`;
  cell.append(make('span', { class: 'about asked' }, words));
  return cell;
}

/** Characters of a line that are repeated beside its answer. */
const longestAsked = 120;

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
  /** Puts a document in the place of a line, and asks again. */
  accept(line: number, id: string): void;
  /** The rows list the archive, and nobody has asked for them. */
  all: boolean;
}

/** Documents that may be meant, each with its state and a press that takes it. */
function candidateList(result: AskResult, context: RowContext): HTMLElement {
  const items = result.candidates.map((candidate) => {
    const { id, title, documentNumber } = candidate;
    const item = make('li', {}, make('a', { href: workUrl(id) }, title));
    if (documentNumber) item.append(make('span', { class: 'number' }, documentNumber));
    item.append(stateMark(candidate));
    if (result.outcome !== 'near') return item;
    const press = make(
      'button',
      { type: 'button', 'aria-label': `第${result.line}行就是《${title}》` },
      '就是它',
    );
    press.addEventListener('click', () => context.accept(result.line, id));
    item.append(press);
    return item;
  });
  return make('ol', { class: 'near' }, ...items);
}

function reasonCell(answer: Answer, result: AskResult, context: RowContext): HTMLElement {
  const { reason } = answer;
  const cell = make('td', {}, make('p', {}, /[？！。]$/.test(reason) ? reason : `${reason}。`));
  cell.append(...answer.doubts.map((doubt) => make('p', { class: 'doubt' }, `${doubt}。`)));
  const list = evidenceList(answer, context.titleOf);
  if (list) cell.append(list);
  if (result.matches || result.candidates.length === 0) return cell;
  if (result.outcome === 'found') cell.append(make('p', { class: 'about' }, '同名的另有：'));
  cell.append(candidateList(result, context));
  return cell;
}

/** What stands for the state of a line that no document answers. */
const outcomeWords: Partial<Record<Outcome, string>> = { near: '请选定', absent: '本库确无' };

/** Rows of one result: one, or one for each document that the line means. */
export function rowsOf(result: AskResult, context: RowContext): HTMLElement[] {
  const answers: readonly Answer[] = result.matches ?? [result];
  const word = outcomeWords[result.outcome];
  return answers.map((answer) =>
    make(
      'tr',
      { 'data-outcome': result.outcome },
      nameCell(answer, result, context.all),
      make('td', {}, word ? make('span', { class: 'state' }, `? ${word}`) : stateMark(answer)),
      reasonCell(answer, result, context),
    ),
  );
}
