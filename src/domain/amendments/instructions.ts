/** One clause → its operations, phrase by phrase; what no phrasing fits is kept as an operation that says so. */
import type { Locator, Operation } from '../model.ts';
import type { Clause } from './clauses.ts';
import type { Context } from './context.ts';
import { looksLikeInstruction } from './frame.ts';
import { isGeneric } from './heads.ts';
import type { Draft, Groups } from './phrase-parts.ts';
import { phrases } from './phrases.ts';
import { addressesIn, B, L, positionOf, Q, quotesIn, titlesOf, tokenize, wordsOf } from './tokens.ts';

/** Between two phrases. */
const between =
  /(?:[\s　，,；;。.、：:]|并且|同时|另外|此外|并(?=[^列入行])|和(?=[^\u4e00-\u9fff])|以及(?=[^\u4e00-\u9fff])|及(?=[^\u4e00-\u9fff]))+/y;
/** A title standing before what is done to it: 《…》第三条. */
const named = new RegExp(
  `(?<!根据|依照|按照|依据|违反|适用)(?:将|把|对|在)?([${B}])(?:的|中的?|，|作(?:出|如下|以下)*修改[：:，])?(?=[将删在增对第${L}${Q}]|名称|附)`,
  'y',
);
/** The end of words that no row reads. */
const stop = /[。；;\n]/g;

/**
 * Reads a clause.
 * @param parent the context of the clause it stands under, for what it hands down
 */
export function readClause(clause: Clause, parent?: Context): { operations: Operation[]; context: Context } {
  const tokens = tokenize(clause);
  const context: Context = {
    clause,
    tokens,
    steps: parent?.steps.slice() ?? [],
    last: parent?.last ?? [],
    renumbered: new Map(),
    prose: [],
  };
  if (parent?.group) context.group = parent.group;
  const of = clause.of ?? parent?.of;
  if (of !== undefined) context.of = of;
  const operations: Operation[] = [];
  let at = 0;
  let lost = -1;

  // Operations of the sentence at hand: words of it that leave something out concern them all.
  let sentence = 0;
  const flush = (end: number) => {
    if (lost < 0) return;
    if (excluding.test(tokens.text.slice(lost, end))) unread(operations, sentence);
    report(operations, context, lost, end);
    lost = -1;
  };

  // A place named for what follows: where nothing follows on it, its words were not understood.
  let pending: { start: number; end: number } | undefined;
  const settle = (draft?: Draft) => {
    if (!pending) return;
    const place = articleOf(
      addressesIn(tokens, tokens.text.slice(pending.start, pending.end))[0]?.locators[0],
    );
    const next = articleOf(draft?.targets[0]);
    const used = draft
      ? place === undefined || next === undefined || place === next
      : /[：:]\s*$/.test(tokens.text.slice(pending.end));
    if (!used) report(operations, context, pending.start, pending.end);
    pending = undefined;
  };

  while (at < tokens.text.length) {
    const next = skip(between, tokens.text, at);
    if (next > at) {
      if (/[。；;\n]/.test(tokens.text.slice(at, next))) {
        flush(at);
        delete context.verb;
        sentence = operations.length;
      }
      at = next;
      continue;
    }
    const match = readPhrase(context, at, lost >= 0);
    if (match) {
      flush(at);
      if (match.drafts.length > 0) settle(match.drafts[0]!);
      else if (match.head) pending = { start: at, end: match.end };
      // Where a quotation of words ends cannot be told when nothing closes it.
      const open = quotesIn(tokens, tokens.text.slice(at, match.end)).some(({ closed }) => !closed);
      for (const draft of match.drafts) {
        const read: Draft = open && draft.op === 'replaceWords' ? { op: 'unknown', targets: [] } : draft;
        operations.push(finish(read, context, at, match.end));
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
  return { operations, context };
}

/** 除第二款外, （第二款除外）, 涉及第三条 */
const excluding = /除外|除[^，。]{1,30}外|以外|之外|涉及|仅限|限于/;

/** An instruction that leaves something out which was not understood must not be carried out without it. */
function unread(operations: Operation[], from: number): void {
  for (let i = from; i < operations.length; i++) {
    const { clause, clauseId, instruction, of, position } = operations[i]!;
    operations[i] = {
      op: 'unknown',
      targets: [],
      clause,
      ...(clauseId === undefined ? {} : { clauseId }),
      instruction,
      ...(of === undefined ? {} : { of }),
      position,
    };
  }
}

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
  context: Context,
  at: number,
  afterLost: boolean,
): { drafts: Draft[]; end: number; head: boolean } | undefined {
  const { text } = context.tokens;
  for (const { name, pattern, read, absorbs } of phrases) {
    // A place named after words that were not understood belongs to those words.
    if (afterLost && name === 'context') continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match[0] === '') continue;
    const saved = { steps: context.steps, last: context.last, renumbered: new Map(context.renumbered) };
    const drafts = read(
      {
        ...(match.groups as Groups | undefined),
        all: match[0],
        rest: text.slice(pattern.lastIndex, pattern.lastIndex + 8),
      },
      context,
    );
    if (drafts && (absorbs || !losesQuotation(match, drafts, context))) {
      const title = titlesOf(context.tokens, match.groups?.target ?? match.groups?.pairs)[0];
      if (title !== undefined && !isGeneric(title)) context.of = title;
      context.verb =
        drafts.at(-1)?.op === 'replaceWords' && drafts.at(-1)!.words?.every(({ to }) => to === '')
          ? 'repeal'
          : drafts.at(-1)?.op;
      return { drafts, end: at + match[0].length, head: name === 'context' };
    }
    Object.assign(context, saved);
  }
  return undefined;
}

/** No quotation that a phrase reads may vanish: each stands in an operation, or only helps to find the place. */
function losesQuotation(match: RegExpExecArray, drafts: readonly Draft[], { tokens }: Context): boolean {
  const helping = new Set(quotesIn(tokens, match.groups?.quote));
  const kept = new Set(
    drafts.flatMap(({ content, words }) => [
      ...(content ?? []),
      ...(words ?? []).flatMap(({ from, to, after, before }) => [from, to, after ?? '', before ?? '']),
    ]),
  );
  if (drafts.length === 0) return false;
  return quotesIn(tokens, match[0]).some(
    (quotation) =>
      !helping.has(quotation) &&
      !kept.has(quotation.lines.join('')) &&
      !quotation.lines.every((line) => kept.has(line)),
  );
}

function finish(draft: Draft, context: Context, start: number, end: number): Operation {
  const { clause, tokens } = context;
  const clauseId = clause.origins[0]?.line.eId;
  return {
    ...(context.of === undefined ? {} : { of: context.of }),
    ...draft,
    clause: clause.label,
    ...(clauseId === undefined ? {} : { clauseId }),
    instruction: wordsOf(tokens, clause, start, end).trim(),
    position: positionOf(tokens, clause, start, end),
  };
}

/** Names a place or quotes words. */
const telling = new RegExp(`[${Q}${L}]`);
/**
 * Words of no consequence on their own, or an instruction that was not understood. Each is taken once, as long as it can
 * be: tried in all their ways, 会议决定会议决定… would never end.
 */
const harmless =
  /^(?:(?=([（(]见?[\uec00-\uf5ff][）)]?|对?[^“”]{0,12}部?(?:行政法规|地方性法规|规章|规范性文件|司法解释|法规|法律)[^“”]{0,20}(?:予以|作出|进行)(?:修改|废止|打包修改)|[^“”\ue000-\uf8ff]{0,40}(?:决定|会议)|具体|其中|作(?:出|如下|以下)*修改|如下|即|规定|内容|条文|原|其他|其余|不变|不作修改|未作修改|保留|[（(][^）)\ue000-\uf5ff]{0,30}[）)]|[，、。；：:\s的地得了及和与并]))\1)*$/;

/** 根据《甲法》第九条: why it is done, not what. */
const basis = new RegExp(`^(?:根据|依照|按照|依据|鉴于)[^${Q}]*$`);

function report(operations: Operation[], context: Context, start: number, end: number): void {
  const { clause, tokens } = context;
  const text = tokens.text.slice(start, end).replace(/(?<![，、\s])[，、\s]+$/, '');
  if (text === '' || harmless.test(text)) return;
  if (!looksLikeInstruction(text) && (!telling.test(text) || basis.test(text))) {
    const position = positionOf(tokens, clause, start, start + text.length);
    const words = wordsOf(tokens, clause, start, start + text.length);
    context.prose.push({
      rule: 'decision-prose',
      reason: '未识别为修改指令的文字，未作处理',
      text: words.slice(0, 40),
      position,
      severity: 'info',
    });
    return;
  }
  operations.push(
    finish({ op: 'unknown', targets: [] }, { ...context, clause, tokens }, start, start + text.length),
  );
}
