/**
 * Rows of the desk's table, made of text alone: nothing that is typed or stored becomes mark-up. Made with the elements of
 * a browser or as the text of a page.
 */
import type { Answer, AskResult, Outcome } from '../../domain/status/desk/desk.ts';
import type { Child, Make } from '../make.ts';
import { titleWords } from '../title-words.ts';
import { evidenceWords, stateName } from './words.ts';

/** Shape and word of an answer's state. */
export function stateMark<N>(make: Make<N>, { state, basis }: Pick<Answer, 'state' | 'basis'>): N {
  const { shape, word, tone } = stateName(state, basis);
  return make('span', { class: `state ${tone}` }, make('span', { 'aria-hidden': 'true' }, shape), ` ${word}`);
}

/** What the rows need to know of the archive and of the page that they stand on. */
export interface RowContext<A extends Answer, N> {
  titleOf(id: string): string | undefined;
  /** Address of the document of an answer, or of one that may be meant. */
  document(work: { id: string }, answer?: A): string | undefined;
  /** Address of the evidence of an answer, by its place in the list. */
  evidence(answer: A, i: number): string | undefined;
  /** Puts a document in the place of a line: what a candidate has at its end. */
  accept?(line: number, candidate: { id: string; title: string }): N;
  /** Under a document: whose archive says so. */
  beside?(answer: A): Child<N>;
  /** Behind the grounds: who else tells of it. */
  behind?(answer: A): Child<N>;
  /** The rows list the archive, and nobody has asked for them. */
  all: boolean;
}

/** A link, or the words alone where there is no address. */
function link<N>(make: Make<N>, href: string | undefined, words: string): Child<N> {
  return href ? make('a', { href }, words) : words;
}

/** The document, and below it the line that asked for it: its number and its words. */
function nameCell<A extends Answer, N>(
  make: Make<N>,
  answer: A,
  { line, query, outcome }: AskResult,
  context: RowContext<A, N>,
): N {
  const { work, named } = answer;
  const asked = query.trim().slice(0, longestAsked) + (query.trim().length > longestAsked ? '……' : '');
  const words = work || named !== undefined || outcome === 'found' ? `第${line}行：${asked}` : `第${line}行`;
  return make(
    'th',
    { scope: 'row' },
    work
      ? link(make, context.document(work, answer), work.title)
      : make('span', { class: 'asked' }, named ?? asked),
    work?.documentNumber ? make('span', { class: 'about' }, work.documentNumber) : undefined,
    context.beside?.(answer),
    !context.all && make('span', { class: 'about asked' }, words),
  );
}

/** Characters of a line that are repeated beside its answer. */
const longestAsked = 120;

/** The clauses that an answer rests on, each a link to its place; another document is named beside its words. */
function evidenceList<A extends Answer, N>(
  make: Make<N>,
  answer: A,
  { titleOf, evidence }: Pick<RowContext<A, N>, 'titleOf' | 'evidence'>,
): N | undefined {
  if (answer.evidence.length === 0) return undefined;
  const items = answer.evidence.map(({ instrument, eId, text }, i) => {
    const title = titleOf(instrument);
    const last = answer.evidence[i + 1]?.instrument !== instrument;
    const named = title && last && instrument !== answer.work?.id;
    return make(
      'li',
      {},
      link(make, evidence(answer, i), evidenceWords(text, eId)),
      named ? `——${titleWords(title)}` : undefined,
    );
  });
  return make('ul', { class: 'grounds' }, ...items);
}

/** Documents that may be meant, each with its state and a press that takes it. */
function candidateList<A extends Answer, N>(make: Make<N>, result: AskResult, context: RowContext<A, N>): N {
  const items = result.candidates.map((candidate) => {
    const { title, documentNumber } = candidate;
    return make(
      'li',
      {},
      link(make, context.document(candidate), title),
      documentNumber ? make('span', { class: 'number' }, documentNumber) : undefined,
      stateMark(make, candidate),
      result.outcome === 'near' ? context.accept?.(result.line, candidate) : undefined,
    );
  });
  return make('ol', { class: 'near' }, ...items);
}

function reasonCell<A extends Answer, N>(
  make: Make<N>,
  answer: A,
  result: AskResult,
  context: RowContext<A, N>,
): N {
  const { reason } = answer;
  const offered = !result.matches && result.candidates.length > 0;
  return make(
    'td',
    {},
    make('p', {}, /[？！。]$/.test(reason) ? reason : `${reason}。`),
    ...answer.doubts.map((doubt) => make('p', { class: 'doubt' }, `${doubt}。`)),
    evidenceList(make, answer, context),
    context.behind?.(answer),
    offered && result.outcome === 'found' && make('p', { class: 'about' }, '同名的另有：'),
    offered && candidateList(make, result, context),
  );
}

/** What stands for the state of a line that no document answers. */
const outcomeWords: Partial<Record<Outcome, string>> = { near: '请选定', absent: '本库确无' };

/** Rows of one result: one, or one for each document that the line means. */
export function rowsOf<A extends Answer, N>(
  make: Make<N>,
  result: Omit<AskResult, 'matches'> & A & { matches?: A[] },
  context: RowContext<A, N>,
): N[] {
  const answers: readonly A[] = result.matches ?? [result];
  const word = outcomeWords[result.outcome];
  return answers.map((answer) =>
    make(
      'tr',
      { 'data-outcome': result.outcome },
      nameCell(make, answer, result, context),
      make('td', {}, word ? make('span', { class: 'state' }, `? ${word}`) : stateMark(make, answer)),
      reasonCell(make, answer, result, context),
    ),
  );
}
