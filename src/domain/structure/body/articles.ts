/**
 * Which lines of a text head its articles. A line that begins with 第X条 may be one, or may go on with a
 * sentence that the line above began; only the sequence of all of them tells.
 *
 * `违反本法` ⏎ `第四十条规定的…` → no head · `第一章总则` ⏎ `第一条为了…` → a head without a space after it
 */
import { compareNumbers } from '../../text/index.ts';
import type { ArticleCandidate, Mark } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { follows } from './lists.ts';

export type ArticleMark = Mark<'article'>;

interface Candidate extends ArticleCandidate {
  index: number;
  /** The line above breaks off in a sentence. */
  wrapped: boolean;
}

/**
 * Finds the heads.
 * @param skip lines that cannot be one (quoted text)
 * @returns for each line, its mark or undefined
 */
export function articleHeads(lines: Line[], skip?: boolean[]): (ArticleMark | undefined)[] {
  const heads: (ArticleMark | undefined)[] = new Array(lines.length).fill(undefined);
  const candidates = findCandidates(lines, skip);
  const tight = tightStyle(candidates);
  let last: string | undefined;
  for (const [at, candidate] of candidates.entries()) {
    if (!isHead(candidates, at, last, tight)) continue;
    heads[candidate.index] = candidate.mark;
    last = candidate.mark.number;
  }
  return heads;
}

function findCandidates(lines: Line[], skip: boolean[] | undefined): Candidate[] {
  const out: Candidate[] = [];
  for (const [index, line] of lines.entries()) {
    if (skip?.[index]) continue;
    const candidate = line.articleCandidate;
    if (candidate) out.push({ ...candidate, index, wrapped: breaksOff(lines[index - 1], line) });
  }
  return out;
}

const terminal = /[。；：！？…”’）》】〕\]]$/;
const connective = /(?:[，、]|[和及或与]|以及|或者|依照|依据|按照|根据|违反)$/;
/** A shorter line may be a heading. */
const shortestSentence = 20;

/** True where a sentence goes on from one line to the next. */
function breaksOff(above: Line | undefined, line: Line): boolean {
  if (!above || above.depth || line.depth || above.text.includes('\t')) return false;
  if (connective.test(above.text) && above.text.length > 4) return true;
  if (line.indented || line.blankBefore > 0) return false;
  return above.text.length >= shortestSentence && !terminal.test(above.text) && !above.container;
}

/** True where a text sets no space after its labels. */
function tightStyle(candidates: Candidate[]): boolean {
  let tight = 0;
  for (const { apart, reference, wrapped } of candidates) if (!reference && !wrapped) tight += apart ? -1 : 1;
  return tight > 0;
}

/** How far a doubtful line looks ahead for a better one of its number. */
const horizon = 6;

function isHead(candidates: Candidate[], at: number, last: string | undefined, tight: boolean): boolean {
  const { mark, apart, reference, wrapped } = candidates[at]!;
  const due = last === undefined ? mark.number === '1' : follows(last, mark.number);
  if (reference && !apart)
    return tight && due && reference === 'likely' && !wrapped && !betterLater(candidates, at);
  if (reference) return due && !wrapped;
  if (wrapped) return (due || (apart && resumes(candidates, at, last))) && !betterLater(candidates, at);
  return apart || due || (tight && resumes(candidates, at, last));
}

function betterLater(candidates: Candidate[], at: number): boolean {
  const { number } = candidates[at]!.mark;
  return candidates
    .slice(at + 1, at + 1 + horizon)
    .some((other) => other.mark.number === number && !other.reference && !other.wrapped);
}

/** A number out of turn heads an article if the count goes on from it. */
function resumes(candidates: Candidate[], at: number, last: string | undefined): boolean {
  const { number } = candidates[at]!.mark;
  const next = candidates.slice(at + 1, at + 1 + horizon).find((other) => !other.reference && !other.wrapped);
  if (next) return follows(number, next.mark.number);
  return last === undefined || compareNumbers(number, last) > 0;
}
