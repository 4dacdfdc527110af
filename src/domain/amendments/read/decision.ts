/** A decision or 修正案 → operations: what it says to do, to which text, and what of it was not understood. */
import type { Operation } from '../../model.ts';
import { findTitles, sameTitle } from '../../names/index.ts';
import { phrases } from '../operations/index.ts';
import type { Clause } from './clause.ts';
import { splitClauses } from './clauses.ts';
import type { Context } from './context.ts';
import { adjusting, looksLikeInstruction } from './frame.ts';
import { isGeneric, shortNames } from './heads.ts';
import { readClause } from './instructions.ts';
import { limitByEffect } from './limits.ts';
import { type DecisionLine, type Remark, remarkOn } from './lines.ts';

export interface ParsedDecision {
  /** The operations on the text asked for, or all. General clauses are among them, last. */
  operations: Operation[];
  /** Titles of the texts that it amends, in order. */
  sections: string[];
  /** What was not understood, or is odd. */
  leftovers: Remark[];
  /** Titles that its head and its sections name. */
  heads: string[];
  lines: readonly DecisionLine[];
}

/**
 * Reads the operations of a decision.
 * @param lines the decision, without empty lines
 * @param options.title title of the text in hand, where only what is done to it is asked for
 * @returns never throws
 *
 * `一、删去第六条第一款第三项和第五项、第二款。` → one `repeal` with three targets
 */
export function parseDecision(
  lines: readonly DecisionLine[],
  { title }: { title?: string } = {},
): ParsedDecision {
  const parsed = readDecision(lines);
  return title === undefined ? parsed : decisionOn(parsed, title);
}

function readDecision(lines: readonly DecisionLine[]): ParsedDecision {
  const { clauses, general, effects, titles, remarks, limit } = splitClauses(lines);
  const contexts = new Map<Clause, Context>();
  const operations: Operation[] = [];
  const sections = [...titles];
  for (const clause of clauses) {
    const read = readClause(clause, phrases, clause.parent && contexts.get(clause.parent));
    contexts.set(clause, read.context);
    operations.push(...read.operations);
    remarks.push(...read.context.prose);
  }
  if (limit) for (const operation of operations) operation.limit ??= limit;
  for (const { text, adjusts, of, position, clauseId } of general) {
    operations.push({
      ...adjusting(text, adjusts),
      clause: { is: 'unnumbered', line: position.start.line },
      instruction: text,
      ...(of === undefined ? {} : { of }),
      ...(clauseId === undefined ? {} : { clauseId }),
      position,
    });
  }
  for (const line of effects)
    if (limitByEffect(line.text, operations))
      remarks.push(remarkOn(line, 'decision-effect', '另有施行日期的部分与各项修改不能对应'));
  const known = shortNames(lines);
  for (const operation of operations) {
    if (operation.of === undefined) continue;
    const title = known.get(operation.of);
    if (title !== undefined) operation.of = title;
    else if (isGeneric(operation.of)) delete operation.of;
  }
  for (const of of new Set(operations.flatMap(({ of }) => of ?? [])))
    if (!sections.some((title) => sameTitle(of, title))) sections.push(of);
  return { operations, sections, leftovers: remarks, heads: titles, lines };
}

/**
 * What a decision does to one text.
 * @param title of the text: operations that name another text are left out
 * @returns a decision that does not speak of the text gives no operations and a remark of severity error
 */
export function decisionOn(parsed: ParsedDecision, title: string): ParsedDecision {
  const { operations, heads, lines } = parsed;
  const remarks = [...parsed.leftovers];
  const repeals = title === '' ? undefined : repealed(lines, title);
  const chosen = choose(parsed, title, repeals !== undefined, remarks);
  if (repeals) remarks.push(remarkOn(repeals, 'decision-repeals', `决定废止的正是《${title}》，不是修改它`));
  if (heads.length === 1 && sameTitle(heads[0]!, title))
    remarks.push(...strangers(operations, new Set(chosen)));
  return { ...parsed, operations: chosen, leftovers: remarks };
}

/** In a decision whose head names one text alone, what names another one is told and not passed over. */
function strangers(operations: readonly Operation[], chosen: ReadonlySet<Operation>): Remark[] {
  return operations
    .filter((operation) => !chosen.has(operation) && operation.of !== undefined)
    .map(({ of, instruction: text, position }) =>
      remarkOn({ text, position }, 'decision-other-text', `该项写明的是《${of}》，没有应用`),
    );
}

const repealing = /废止|宣布失效|予以失效|停止执行/;

/** The line that repeals a text: 废止《甲办法》。 or 1.《甲办法》 under 废止下列规章： */
function repealed(lines: readonly DecisionLine[], title: string): DecisionLine | undefined {
  let listed = false;
  return lines.find(({ text }) => {
    const titles = findTitles(text);
    if (titles.length === 0) listed = repealing.test(text) && /[：:]$/.test(text);
    else if (looksLikeInstruction(text)) listed = false;
    // 废止《甲办法》第三条 repeals an article.
    const named = titles.some(
      (found) => sameTitle(found.title, title) && !/^(?:中的?)?第/.test(text.slice(found.end)),
    );
    return named && (listed || (repealing.test(text) && !/修改|修正|修订/.test(text)));
  });
}

/** Keeps the operations on one text. Operations that name no text belong to it when the decision names no other. */
function choose(
  { operations, sections, lines }: ParsedDecision,
  title: string,
  repeals: boolean,
  remarks: Remark[],
): Operation[] {
  if (title === '') return [...operations];
  const mine = new Set(operations.filter(({ of }) => of !== undefined && sameTitle(of, title)));
  // An unnamed operation beside named ones is a general clause, or one whose section was not recognised.
  if ([...mine].some(({ op }) => op !== 'general'))
    return operations.filter(
      (operation) => mine.has(operation) || (operation.of === undefined && operation.op === 'general'),
    );
  if (!operations.some(({ of, op }) => of !== undefined && op !== 'general')) return [...operations];
  const others = sections.filter((name) => !sameTitle(name, title)).map((name) => `《${name}》`);
  const first = lines[0];
  const named = `${others.slice(0, 3).join('、')}${others.length > 3 ? '等' : ''}`;
  if (first && !repeals)
    remarks.push(remarkOn(first, 'decision-other-text', `决定修改的是${named}，不涉及《${title}》`));
  return [];
}
