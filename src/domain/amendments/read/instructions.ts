/** One clause → its operations, phrase by phrase; what no phrasing fits is kept as an operation that says so. */

import type { Limit, Locator, Operation, WordChange } from '../../model.ts';
import { hasLoneMark } from '../../names/index.ts';
import { finalMark } from '../number/punctuation.ts';
import { locatorsOf } from '../text/locators.ts';
import type { Clause } from './clause.ts';
import type { Context } from './context.ts';
import { isGeneric } from './heads.ts';
import { bears, finish, report, trailing, unread } from './leftovers.ts';
import { limitIn } from './limits.ts';
import { type Remark, remarkOn } from './lines.ts';
import { type Groups, keptIn, type Phrase, type Said, strikes } from './phrase.ts';
import { addressesIn, B, L, Q, quotesIn, titlesOf, tokenize, wordsOf } from './tokens.ts';

/** Between two phrases. */
const between =
  /(?:[\s　，,；;。.、：:]|并且|同时|另外|此外|相应地?(?=[，,])|并(?=[^列入行])|和(?=[^\u4e00-\u9fff])|以及(?=[^\u4e00-\u9fff])|及(?=[^\u4e00-\u9fff]))+/y;
/** A title standing before what is done to it: 《…》第三条. */
const named = new RegExp(
  `(?<!根据|依照|按照|依据|违反|适用)(?:将|把|对|在)?([${B}])(?:的|中的?|，|作(?:出|如下|以下)*修改[：:，])?(?=[将删在增对第${L}${Q}]|名称|附)`,
  'y',
);
/** The end of words that no row reads. */
const stop = /[。；;\n]/g;

/**
 * Reads a clause.
 * @param rows the table of phrasings: tried from the top at every place where a phrase can begin
 * @param parent the context of the clause it stands under, for what it hands down
 */
export function readClause(
  clause: Clause,
  rows: readonly Phrase[],
  parent?: Context,
): { operations: Operation[]; context: Context } {
  const tokens = tokenize(clause);
  const context: Context = {
    clause,
    tokens,
    steps: parent?.steps.slice() ?? [],
    last: parent?.last ?? [],
    renumbered: new Map(),
    striking: false,
    prose: [],
  };
  if (parent?.group) context.group = parent.group;
  if (parent?.limit) context.limit = parent.limit;
  const of = clause.of ?? parent?.of;
  if (of !== undefined) context.of = of;
  const operations: Operation[] = [];
  let at = 0;
  let lost = -1;

  // Every word is used up: what no phrase took binds all operations of its sentence, or leaves them in doubt.
  let sentence = 0;
  let loose: Remark[] = [];
  let limit: Limit | undefined;
  let bounds: [number, number][] = [];
  const flush = (end: number) => {
    if (lost < 0) return;
    const words = wordsOf(tokens, clause, lost, end).replace(trailing, '');
    const bound = bears(tokens.text.slice(lost, end).replace(trailing, '')) ? limitIn(words) : undefined;
    if (bound) bounds.push([lost, end]);
    limit ??= bound;
    const told = bound ? undefined : report(operations, context, lost, end);
    if (told) loose.push(told);
    lost = -1;
  };
  const endSentence = () => {
    const own = operations.slice(sentence);
    for (const operation of own) if (limit && operation.op !== 'general') operation.limit = limit;
    // A limit that stands in a sentence of its own binds its clause and the clauses below.
    if (limit && own.length === 0) {
      context.limit = limit;
      if (operations.length === 0)
        for (const [start, end] of bounds)
          loose.push(...[report(operations, context, start, end)].flatMap((told) => told ?? []));
    }
    for (const remark of loose) {
      context.prose.push(own.length > 0 ? { ...remark, ...doubt } : remark);
    }
    [limit, bounds, loose, sentence] = [undefined, [], [], operations.length];
  };

  // A place named for what follows: where nothing follows on it, its words were not understood.
  let pending: { start: number; end: number } | undefined;
  const settle = (said?: Said) => {
    if (!pending) return;
    const place = articleOf(
      addressesIn(tokens, tokens.text.slice(pending.start, pending.end))[0]?.locators[0],
    );
    const next = articleOf(said && locatorsOf(said.targets)[0]);
    const used = said
      ? place === undefined || next === undefined || place === next
      : /[：:]\s*$/.test(tokens.text.slice(pending.end));
    if (!used) report(operations, context, pending.start, pending.end);
    pending = undefined;
  };

  while (at < tokens.text.length) {
    const next = skip(between, tokens.text, at);
    if (next > at) {
      const mark = tokens.text.slice(at, next);
      if (/[。；;\n]/.test(mark)) {
        flush(at);
        context.striking = false;
      }
      if (/[。\n]/.test(mark)) {
        endSentence();
        context.renumbered.clear();
      }
      at = next;
      continue;
    }
    const match = readPhrase(rows, context, at, lost >= 0 && bears(tokens.text.slice(lost, at)));
    if (match) {
      flush(at);
      if (match.said.length > 0) settle(match.said[0]!);
      else if (match.heads) pending = { start: at, end: match.end };
      // Where a quotation of words ends cannot be told when nothing closes it.
      const open = quotesIn(tokens, tokens.text.slice(at, match.end)).some(({ closed }) => !closed);
      for (const said of match.said) {
        const lost = open && said.op === 'replaceWords' && !sameEnd(said.change);
        operations.push(finish(lost ? unread : said, context, at, match.end));
      }
      // 修改为：“甲。”第三条… : the full stop inside the quotation ends the sentence too.
      const wording = quotesIn(tokens, tokens.text[match.end - 1])[0]?.lines.at(-1);
      if (wording?.endsWith('。') && !/[，,；;]/.test(tokens.text[match.end] ?? '。')) {
        endSentence();
        context.renumbered.clear();
      }
      at = match.end;
      continue;
    }
    named.lastIndex = at;
    const title = named.exec(tokens.text);
    if (title) {
      flush(at);
      const name = titlesOf(tokens, title[1])[0]!;
      if (!isGeneric(name)) context.of = name;
      at = named.lastIndex;
      continue;
    }
    if (lost < 0) lost = at;
    stop.lastIndex = at;
    // Skip a word at a time within the sentence: a known phrase may follow words that are not.
    at = Math.min(nextStart(tokens.text, at + 1), stop.exec(tokens.text)?.index ?? tokens.text.length);
  }
  flush(tokens.text.length);
  settle();
  endSentence();
  const { limit: bound } = context;
  if (bound) for (const operation of operations) if (operation.op !== 'general') operation.limit ??= bound;
  if (!loneMark(clause)) return { operations, context };
  const words = { text: clause.body, position: clause.position };
  const reason = '书名号不成对，不能确定修改的是哪一件文件，该项没有应用';
  context.prose.push(remarkOn(words, 'title-mark', reason));
  return { operations: operations.map(asUnknown), context };
}

/** Of a clause that lost a 》, or that stands under one, it cannot be told which text is meant. */
function loneMark(clause: Clause): boolean {
  return hasLoneMark(clause.body) || (clause.parent !== undefined && loneMark(clause.parent));
}

/** The same instruction, not understood. */
function asUnknown({ clause, clauseId, instruction, of, position }: Operation): Operation {
  return {
    ...unread,
    clause,
    ...(clauseId === undefined ? {} : { clauseId }),
    instruction,
    ...(of === undefined ? {} : { of }),
    position,
  };
}

/** “甲。”修改为：“乙。: old and new words end alike, so the mark that is missing stood behind the last one. */
function sameEnd(change: WordChange): boolean {
  if (change.kind !== 'replace') return false;
  const { from, to } = change;
  return finalMark(from) === '。' && finalMark(to) === '。' && !/。./.test(to);
}

const doubt = {
  rule: 'decision-unread',
  reason: '同一句中有未读懂的文字，修改可能受其限定，请核对',
  severity: 'error',
} as const;

function articleOf(locator: Locator | undefined): string | undefined {
  return locator?.steps.find(({ type }) => type === 'article')?.number;
}

const starts = new RegExp(`[将把删增${L}${B}]|[，、]`, 'g');

function nextStart(text: string, from: number): number {
  starts.lastIndex = from;
  return starts.exec(text)?.index ?? text.length;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function readPhrase(
  rows: readonly Phrase[],
  context: Context,
  at: number,
  afterLost: boolean,
): { said: Said[]; end: number; heads: boolean } | undefined {
  const { text } = context.tokens;
  for (const { pattern, read, absorbs = false, heads = false } of rows) {
    // A place named after words that were not understood belongs to those words.
    if (afterLost && heads) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match[0] === '') continue;
    const { steps, last } = context;
    const renumbered = new Map(context.renumbered);
    const rest = text.slice(pattern.lastIndex, pattern.lastIndex + 8);
    const said = read({ ...(match.groups as Groups | undefined), all: match[0], rest }, context);
    if (said && (absorbs || !losesQuotation(match, said, context))) {
      const title = titlesOf(context.tokens, match.groups?.target ?? match.groups?.pairs)[0];
      if (title !== undefined && !isGeneric(title)) context.of = title;
      context.striking = strikes(said.at(-1));
      return { said, end: at + match[0].length, heads };
    }
    Object.assign(context, { steps, last, renumbered });
  }
  return undefined;
}

/** No quotation that a phrase reads may vanish: each stands in an operation, or only helps to find the place. */
function losesQuotation(match: RegExpExecArray, said: readonly Said[], { tokens }: Context): boolean {
  if (said.length === 0) return false;
  const helping = new Set(quotesIn(tokens, match.groups?.quote));
  const kept = new Set(said.flatMap(keptIn));
  return quotesIn(tokens, match[0]).some(
    (quotation) =>
      !helping.has(quotation) &&
      !kept.has(quotation.lines.join('')) &&
      !quotation.lines.every((line) => kept.has(line)),
  );
}
