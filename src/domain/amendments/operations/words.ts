/** 中的“A”修改为“B”: words replaced, struck or added. */

import { findWords } from '../../compare/index.ts';
import type { Exception, Instrument, Locator, Target, WordChange } from '../../model.ts';
import { parseNumeral } from '../../text/numerals.ts';
import { addition, additionBefore, deletion, finalMark } from '../number/punctuation.ts';
import type { Context } from '../read/context.ts';
import { phrase } from '../read/pattern.ts';
import {
  areProvisions,
  type Groups,
  type Phrase,
  type Said,
  substitution,
  targetsIn,
  targetsOrLast,
  textOf,
  wordsIn,
} from '../read/phrase.ts';
import type { Quotation } from '../read/quotes.ts';
import { quotesIn, titlesOf } from '../read/tokens.ts';
import { headingWords, itemHead } from '../text/content.ts';
import { childrenOf, type Draft, type Edit, removedBy, replacedBy, upward, walk } from '../text/draft.ts';
import type { Ground } from '../text/ground.ts';
import { isContainer, locatorsOf, typeOf } from '../text/locators.ts';
import { nodesAt, stretchOf, targetsName } from '../text/places.ts';
import { clauseName, refuse, rewritten, type Told } from '../text/refusal.ts';
import { setTitle } from '../text/titles.ts';
import { wordsOfAnnex } from './annex.ts';
import { nodeBack, singles } from './back.ts';
import { eachText } from './each-text.ts';
import type { Back, Kind, Task } from './kind.ts';

// ------------------------------------------------------------- phrasings

/** One operation for each place and each word; the longer words first, or the shorter would break them. */
function changes(targets: readonly Target[], list: readonly WordChange[], except: Exception[] = []): Said[] {
  const lengthOf = (change: WordChange) => ('from' in change ? change.from.length : 0);
  const sorted = list.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const named: readonly Target[] = targets.length > 0 ? targets : [{ kind: 'text' }];
  return named.flatMap((target) =>
    sorted.map((change): Said => ({ op: 'replaceWords', targets: [target], change, except })),
  );
}

/**
 * Pairs old words with new ones: “a”、“b”分别修改为“c”、“d” → a→c, b→d; “a”、“b”修改为“c” → both → c.
 * @returns undefined where the lists do not answer each other
 */
function pairedWords(old: readonly string[], now: readonly string[], nth?: number): WordChange[] | undefined {
  if (old.length === 0 || now.length === 0 || (now.length > 1 && old.length !== now.length)) return undefined;
  return old.map((from, i) => ({ kind: 'replace', from, to: now.length === 1 ? now[0]! : now[i]!, nth }));
}

const struck = (from: string, nth?: number): WordChange => ({ kind: 'strike', from, nth });

/** 第二处“甲” → 2; 最后一处“甲” → -1 */
function nthOf(words: string | undefined): number | undefined {
  if (!words) return undefined;
  return words.startsWith('最后') ? -1 : parseNumeral(/^第(.+)处/.exec(words)?.[1] ?? '一');
}

/** 但第三条除外; （第三条、第五条除外）; 但第一条中的“《甲条例》”除外 */
const exception =
  '(?:[，,（(]?(?:但|但是)?(?<except>{TS})?(?:中的?)?(?<left>{QL})?(?:除外|不变|不作修改|不在此限|不在此列)[）)]?)?';
/** 除第七条外， */
const exempt = '(?:除(?<exempt>{TS})(?:以外|之外|外)(?:的)?[，,]?)?';

/**
 * What an instruction on words leaves alone. Its targets are not what follows is about.
 * @returns undefined where one is less than a provision: 但第一条第二句除外
 */
function exceptions(parts: Groups, context: Context): Exception[] | undefined {
  const { steps, last } = context;
  context.steps = [];
  const targets = targetsIn([parts.exempt, parts.outside, parts.except].find(Boolean), context);
  Object.assign(context, { steps, last });
  if (!areProvisions(targets)) return undefined;
  const words = wordsIn(parts.left, context);
  const locators = locatorsOf(targets);
  const outside: (Locator | undefined)[] = locators.length > 0 || words.length === 0 ? locators : [undefined];
  const left: (string | undefined)[] = words.length > 0 ? words : [undefined];
  return outside.flatMap((place) => left.map((one): Exception => ({ place, words: one })));
}

const throughoutRows: readonly Phrase[] = [
  {
    name: 'group', // 将下列行政法规中的“征用”修改为“征收、征用”
    pattern: phrase(
      '{BA}(?:下列|以下)[^，。：；]*?(?:中|内)(?:引用|涉及|规定)?(?:的)?(?<words>{QL}){WORD}{ALL}{TO}<to:QL>(?!{WORD}{ALL}{TO})',
    ),
    read: (parts, context) => {
      context.group = pairedWords(wordsIn(parts.words, context), wordsIn(parts.to, context));
      return context.group ? [] : undefined;
    },
  },
  {
    name: 'words of several texts', // 将《甲》第二条、《乙》第三条中的“A”修改为“B”
    pattern: phrase(
      '{BA}(?<list>{B}(?:的|中的?)?(?:{LS})?(?:(?:、|，|和|及|以及)?{B}(?:的|中的?)?(?:{LS})?)+){IN}(?<words>{QL}){WORD}{ALL}{TO}{TILL}<to:QL>(?!{WORD}{ALL}{TO})',
    ),
    read: (parts, context) => {
      const list = pairedWords(wordsIn(parts.words, context), wordsIn(parts.to, context));
      return list && eachText(parts.list!, context, (targets) => changes(targets, list));
    },
  },
  {
    name: 'whole-text words', // 将本法中的“A”统一修改为“B”; 除第七条外，条例中的“A”修改为“B”
    pattern: phrase(
      `${exempt}{BA}(?:[，]?(?:本|该|原|全部)?(?:法|条例|规定|办法|细则|规则|解释|章程|规程|决定|通知|意见|规章|法规|准则)|全文|通篇|正文|条文|各条|各章|(?:相关|有关|其他|其余|其它|各|上述)(?:相关)?(?:条文|条款|规定|条|款)|文中|<of:B>)(?:的)?(?:其他|其余|有关|相关)?(?:条文|条款|各条|全文|正文)?{IN}[，,]?(?:除(?<outside>{TS})(?:以外|之外|外)(?:的)?(?:其他|其余)?(?:条文|条款|各条)?(?:中)?(?:的)?)?[，,]?(?<words>{QL}){WORD}{ALL}{TO}{TILL}<to:QL>(?!{WORD}{ALL}{TO})${exception}`,
    ),
    read: (parts, context) => {
      const left = exceptions(parts, context);
      if (!left) return undefined;
      context.of = titlesOf(context.tokens, parts.of)[0] ?? context.of;
      const list = pairedWords(wordsIn(parts.words, context), wordsIn(parts.to, context));
      return list && changes([], list, left);
    },
  },
  {
    name: 'whole-text deletion', // 删去本法中的“A”
    pattern: phrase(
      `${exempt}{DEL}(?:(?:本|该|原)?(?:法|条例|规定|办法|细则|规则)|全文|条文|(?:相关|有关|各)(?:条文|条款|条)|文中){IN}(?<words>{QL}){WORD}${exception}`,
    ),
    read: (parts, context) => {
      const left = exceptions(parts, context);
      return (
        left &&
        changes(
          [],
          wordsIn(parts.words, context).map((from) => struck(from)),
          left,
        )
      );
    },
  },
];

/** 删去“但是”以后的内容 strikes more than the quoted words; 删去“甲”修改为“乙” is no deletion. */
const notBeyond = '(?!{ALL}{TO}|(?:以|之|及其?|至|到|起|开头|前|后)(?![，。；]))';
/** Quoted words, each with its place before it: 第八条中的“a”和第九条中的第二处“b” */
const pairs = (targets: string): string =>
  `(?<pairs>(?:(?:${targets}{IN}|其中的?|其)?{NTH}{q}{WORD}(?:、|，|和|及|以及)?)+)`;

const placeRows: readonly Phrase[] = [
  {
    name: 'add as a sentence', // 第五条第一款增加“乙”，作为最后一句
    pattern: phrase(
      '{BA}(?:<target:T>中?)?{ADD}(?:一句)?{TILL}(?<content>{q})[，,]?作为(?:最后一句|末句|但书|(?<first>第一句|首句))',
    ),
    read: (parts, context) => {
      const targets = targetsOrLast(parts.target, context);
      const [to] = wordsIn(parts.content, context);
      if (targets.length === 0 || to === undefined) return undefined;
      return changes(targets, [{ kind: 'extend', side: parts.first === undefined ? 'end' : 'start', to }]);
    },
  },
  {
    name: 'add at the end', // 在第一款最后增加“…”; 第三款末尾增加一句：“…”; 第三条增加但书：“但是…”
    pattern: phrase(
      '{BA}(?:<target:T>)?(?:的)?(?<side>最后面|最后|末尾|结尾|句末|文末|句尾|段末|末|开头|开始|句首|最前面|前|中|后|之后|后面)?(?:[，,])?{ADD}(?:规定|内容|表述|如下内容|以下内容)?(?<sentence>一句话?|一段话?|第{COUNT}句|一段文字|(?:一项|一个|一处)?但书(?:规定|条款)?)?(?:[，,]?作为(?:最后一句|末句|第{COUNT}句|但书))?(?:[，,]?(?:规定|内容)?(?:为|即))?{TILL}(?<content>{QS})',
    ),
    read: (parts, context) => {
      const targets = targetsOrLast(parts.target, context);
      const side = /^(?:开头|开始|句首|最前面|前)$/.test(parts.side ?? '') ? 'start' : 'end';
      const to = wordsIn(parts.content, context).join('');
      const placed = parts.sentence !== undefined || (parts.side !== undefined && parts.side !== '中');
      const paragraphs = locatorsOf(targets).every((locator) =>
        ['paragraph', 'item'].includes(typeOf(locator) ?? ''),
      );
      // 第一款后增加“…。”: a sentence of it, since no 款 of its own is named; said, for people write both ways.
      const behind =
        /^(?:前|后|之后|后面)$/.test(parts.side ?? '') &&
        parts.sentence === undefined &&
        targets.some(({ kind }) => kind !== 'sentences');
      if (behind && (side === 'start' || !paragraphs)) return undefined;
      if (targets.length === 0 || (!placed && !(paragraphs && /。$/.test(to)))) return undefined;
      const assumed = behind
        ? { doubt: '没有写明增加的是一句还是一款，按一句加在该款末尾，请核对' }
        : placed
          ? {}
          : { assumed: ['未写明位置，加在该处末尾'] };
      return changes(targets, [{ kind: 'extend', side, to }]).map((said) => ({ ...said, ...assumed }));
    },
  },
  {
    name: 'add words', // 在“a”后增加“b”; 在第二处“a”后增加“b”
    pattern: phrase(
      '{BA}(?:(?<target>{T}){IN}[，,]?(?:在|于)?|其中的?)?(?<nth>{NTH})(?<anchor>{q}){WORD}(?<side>之后|之前|后面|前面|后|前)[，,]?{ALL}{ADD}(?:一句话?|规定|表述|内容)*(?:[，,]?内容为)?{TILL}(?<content>{q})',
    ),
    read: (parts, context) => {
      const targets = targetsOrLast(parts.target, context);
      const [anchor] = wordsIn(parts.anchor, context);
      const [to] = wordsIn(parts.content, context);
      if (anchor === undefined || to === undefined) return undefined;
      const side = parts.side!.includes('后') ? 'after' : 'before';
      return changes(targets, [{ kind: 'add', side, anchor, to, nth: nthOf(parts.nth) }]);
    },
  },
  {
    name: 'replace words inside quoted words', // 第一项“甲”中的“乙”修改为“丙”
    absorbs: true,
    pattern: phrase(
      '{BA}(?:(?<target>{T}){IN}|其中的?)?(?<whole>{q})(?:中|里|内)的(?<part>{q}){WORD}{ALL}{TO}{TILL}(?<to>{q})',
    ),
    read: (parts, context) => {
      const [[whole], [part], [to]] = [parts.whole, parts.part, parts.to].map((piece) =>
        wordsIn(piece, context),
      ) as [string[], string[], string[]];
      if (whole === undefined || part === undefined || to === undefined || whole.split(part).length !== 2)
        return undefined;
      const made = pairedWords([whole], [whole.replace(part, to)]);
      return made && changes(targetsOrLast(parts.target, context), made);
    },
  },
  {
    name: 'replace a figure', // 将第七十二条的罚款数额由“五百元”修改为“一千元”
    pattern: phrase(
      '{BA}<target:T>(?:中)?(?:的)?[\\u4e00-\\u9fff]{0,12}由(?<from>{q}){ALL}{TO}{TILL}(?<to>{q})',
    ),
    read: (parts, context) => {
      const list = pairedWords(wordsIn(parts.from, context), wordsIn(parts.to, context));
      return list && changes(targetsOrLast(parts.target, context), list);
    },
  },
  {
    name: 'replace words', // 将第二十三条第二款中的“a”修改为“b”; 将第八条中的“a”和第九条中的“b”修改为“c”
    pattern: phrase(`{BA}${pairs('{TS}')}{ALL}{TO}{TILL}(?<to>{QL})(?!{WORD}{ALL}{TO})${exception}`),
    read: (parts, context) => {
      const said = replacement(parts, context);
      const except = exceptions(parts, context);
      return except && said?.map((one) => (one.op === 'replaceWords' ? { ...one, except } : one));
    },
  },
  {
    name: 'delete words', // 删去其中的“a”; 删去第二款中的“a”和第三款中的“b”
    pattern: phrase(`{DEL}(?:末句|最后一句|首句)?${pairs('{T}')}${notBeyond}`),
    read: (parts, context) => removal(parts.pairs!, context),
  },
  {
    name: 'delete words, target first', // 第三款删去“a”
    pattern: phrase(`{BA}<target:T>(?:中)?(?:均)?{DEL}(?:其中的?|其)?(?<words>{NTH}{QL}{WORD})${notBeyond}`),
    read: (parts, context) => removal(`${parts.target}中的${parts.words}`, context),
  },
  {
    name: 'delete words, verb last', // 将第三条中的“a”删去
    pattern: phrase(`{BA}${pairs('{T}')}(?:予以|均|全部|一并|都)*{DEL}`),
    read: (parts, context) => removal(parts.pairs!, context),
  },
  {
    name: 'delete words, verb above', // 删去第二款中的“a”，第三款中的“b”
    pattern: phrase('<target:T>{IN}(?<words>{QL})(?=[，；。、\\s]|$)'),
    read: (parts, context) =>
      context.striking ? removal(`${parts.target}中的${parts.words}`, context) : undefined,
  },
  {
    name: 'listed under a group', // 1.《…》第四条、第五条, under 将下列…中的“A”修改为“B”
    pattern: phrase('(?<of>{B})(?:的)?(?<target>{T})?(?=[。；，\\s]|$)'),
    read: (parts, context) => {
      if (!context.group) return undefined;
      context.of = titlesOf(context.tokens, parts.of)[0] ?? context.of;
      return changes(targetsIn(parts.target, context), context.group);
    },
  },
];

const pairPattern = phrase('(?:<target:TS>{IN}|其中的?|其)?(?<nth>{NTH})(?<words>{QL}){WORD}[、，和及以]*');

interface Pair {
  targets: Target[];
  quotations: Quotation[];
  nth: number | undefined;
  /** True where no 中的 stands between place and words. */
  bare: boolean;
}

function pairsOf(piece: string, context: Context): Pair[] {
  const found: Pair[] = [];
  pairPattern.lastIndex = 0;
  for (let match = pairPattern.exec(piece); match; match = pairPattern.exec(piece)) {
    const { target, words, nth } = match.groups as Groups;
    const bare = target !== undefined && !/[中内里的]$/.test(match[0].slice(0, match[0].indexOf(words!)));
    const quotations = quotesIn(context.tokens, words);
    found.push({ targets: targetsOrLast(target, context), quotations, nth: nthOf(nth), bare });
    if (pairPattern.lastIndex >= piece.length) break;
  }
  return found;
}

function replacement(parts: Groups, context: Context): Said[] | undefined {
  const to = wordsIn(parts.to, context);
  const found = pairsOf(parts.pairs!, context);
  const each =
    to.length > 1 && to.length === found.length && found.every(({ quotations }) => quotations.length === 1);
  const said: Said[] = [];
  for (const [i, { targets, quotations, nth, bare }] of found.entries()) {
    const chapters =
      bare &&
      targets.length > 0 &&
      targets.every((target) => target.kind === 'provision' && isContainer(typeOf(target.locator)));
    const named = chapters
      ? locatorsOf(targets).map((locator): Target => ({ kind: 'heading', locator }))
      : targets;
    // The whole old wording is quoted over several paragraphs: the clause lays down the provision anew.
    const whole =
      quotations.some(({ lines }) => lines.length > 1) ||
      (quotations.length > 1 &&
        !/[、和及，]/.test(parts.pairs!) &&
        quotations.every((quotation) => /[。；：]$/.test(textOf(quotation))));
    if (whole && named.length > 0) {
      const former = quotations.flatMap(({ lines }) => lines);
      said.push(...(substitution(named, parts.to, context, former) ?? []));
      continue;
    }
    const list = pairedWords(quotations.map(textOf), each ? [to[i]!] : to, nth);
    if (!list) return undefined;
    said.push(...changes(named, list));
  }
  return said;
}

/** 删去第二章“监督”: a chapter's name after its number is no word to be struck from it. */
function removal(piece: string, context: Context): Said[] {
  return pairsOf(piece, context).flatMap(({ targets, quotations, nth }) =>
    changes(
      targets,
      quotations.map((quotation) => struck(textOf(quotation), nth)),
    ),
  );
}

// ------------------------------------------------------------------- act

interface Spot {
  draft: Draft;
  field: 'text' | 'heading';
  edit: Edit;
  note?: string | undefined;
}

/** 但第三条除外, 但第一条中的“《甲条例》”除外: a place, or longer words in it, that is left alone. */
interface Left {
  draft: Draft;
  words: string | undefined;
}

/** True where an exception keeps a range of a node's text. */
function leaves(
  { draft: outside, words }: Left,
  draft: Draft,
  range: { start: number; end: number },
): boolean {
  if (![...upward(draft)].includes(outside)) return false;
  if (words === undefined) return true;
  return findWords(draft.text, words).some(([start, end]) => start <= range.start && range.end <= end);
}

const editsOf = ({ draft, field }: Spot): Edit[] => (field === 'text' ? draft.edits : draft.headingEdits);

function overlaps(spot: Spot): boolean {
  const { edit } = spot;
  return editsOf(spot).some(
    ({ start, end }) => (start < edit.end && edit.start < end) || (start === edit.start && end === edit.end),
  );
}

/** True where the same clause has changed longer words that hold these. */
function coveredBy(spot: Spot, own: string): boolean {
  const { edit } = spot;
  return editsOf(spot).some(
    ({ start, end, clause }) =>
      clause === own && start <= edit.start && edit.end <= end && end - start > edit.end - edit.start,
  );
}

type Found = { ok: true; spots: Spot[] } | { ok: false; reason: string };
type Words = Exclude<WordChange, { kind: 'extend' }>;

export const namedBy = (change: Words): string => (change.kind === 'add' ? change.anchor : change.from);

function find(drafts: readonly Draft[], change: Words, { targets, clause }: Task<'replaceWords'>): Found {
  const [target] = targets as [Target];
  const words = target.kind === 'heading' ? headingWords(namedBy(change)) : namedBy(change);
  const spots: Spot[] = [];
  let blocked: string | undefined;
  let missing = false;
  for (const top of drafts) {
    for (const draft of walk(top)) {
      if (removedBy(draft) !== undefined) continue;
      missing ||= draft.missing === true;
      for (const field of fieldsOf(draft, target)) {
        for (const range of rangesIn(draft, field, words, target)) {
          const by = draft.old ? replacedBy(draft) : clause;
          if (by !== undefined) blocked = by;
          else spots.push(spotOf(draft, field, range, change, clause));
        }
      }
    }
    blocked ??= removedBy(top) ?? replacedBy(top);
  }
  const where = targetsName(targets);
  if (spots.length === 0) {
    const reason =
      blocked !== undefined && blocked !== clause
        ? `${where}的原文字已由${clauseName(blocked)}整体改写或者删去，不能再改其中的“${words}”`
        : missing
          ? `${where}原文未载，无从查找“${words}”`
          : `${where}没有“${words}”`;
    return { ok: false, reason };
  }
  if (change.nth !== undefined) {
    const spot = spots.at(change.nth < 0 ? change.nth : change.nth - 1);
    const reason = `${where}只有${spots.length}处“${words}”`;
    return spot ? { ok: true, spots: [spot] } : { ok: false, reason };
  }
  if (change.kind === 'add' && spots.length > 1)
    return { ok: false, reason: `“${words}”出现${spots.length}处，未写明在哪一处后增加` };
  if (spots.length > 1 && target.kind !== 'text')
    addNote(spots[0]!, `“${words}”共${spots.length}处，均作修改`);
  return { ok: true, spots };
}

function addNote(spot: Spot, note: string): void {
  spot.note = spot.note === undefined ? note : `${spot.note}；${note}`;
}

/** The words as quoted; then without the item's own mark, then without the final mark, which the list may set otherwise. */
function findLoosely(drafts: readonly Draft[], change: Words, task: Task<'replaceWords'>): Spot[] {
  const quoted = find(drafts, change, task);
  if (quoted.ok) return quoted.spots;
  for (const [form, note] of looserForms(change)) {
    const found = find(drafts, form, task);
    if (!found.ok) continue;
    if (note !== undefined) addNote(found.spots[0]!, note);
    return found.spots;
  }
  return refuse(quoted.reason);
}

function looserForms(change: Words): [Words, string | undefined][] {
  if (change.kind === 'add') return [];
  const plain = withoutMark(change);
  const forms: [Words, string | undefined][] = plain === change ? [] : [[plain, undefined]];
  if (finalMark(plain.from) !== '' && plain.from.length > 1) {
    const from = plain.from.slice(0, -1);
    const cut = (to: string) => (finalMark(to) === '' ? to : to.slice(0, -1));
    forms.push([
      plain.kind === 'strike' ? { ...plain, from } : { ...plain, from, to: cut(plain.to) },
      '句末标点依原文',
    ]);
  }
  return forms;
}

/** `（二）甲` → 甲: the mark is printed beside the item's text. */
function withoutMark(change: Exclude<Words, { kind: 'add' }>): Exclude<Words, { kind: 'add' }> {
  const from = itemHead(change.from)?.rest ?? '';
  if (from === '') return change;
  return change.kind === 'strike'
    ? { ...change, from }
    : { ...change, from, to: itemHead(change.to)?.rest ?? change.to };
}

function fieldsOf(draft: Draft, target: Target): ('text' | 'heading')[] {
  if (target.kind === 'heading') return ['heading'];
  return draft.heading === undefined ? ['text'] : ['heading', 'text'];
}

function rangesIn(
  draft: Draft,
  field: 'text' | 'heading',
  words: string,
  target: Target,
): [number, number][] {
  const ranges = findWords(draft[field] ?? '', words);
  if (ranges.length === 0 || (target.kind !== 'sentences' && target.kind !== 'proviso')) return ranges;
  const stretch = stretchOf(target, draft);
  return stretch?.holder === draft
    ? ranges.filter(([start, end]) => start >= stretch.start && end <= stretch.end)
    : [];
}

function spotOf(
  draft: Draft,
  field: 'text' | 'heading',
  [start, end]: [number, number],
  change: Words,
  clause: string,
): Spot {
  const text = draft[field] ?? '';
  const { note, ...edit } =
    change.kind === 'strike'
      ? deletion(text, start, end)
      : change.kind === 'replace'
        ? { start, end, to: change.to, note: undefined }
        : change.side === 'after'
          ? addition(text, start, end, change.to)
          : additionBefore(text, start, end, change.to);
  return { draft, field, edit: { ...edit, clause }, note };
}

/** Words added at the end (or start) of a paragraph or item. */
function extend(
  drafts: readonly Draft[],
  { side, to }: Extract<WordChange, { kind: 'extend' }>,
  { targets, clause }: Task<'replaceWords'>,
): Spot[] {
  const [target] = targets as [Target];
  return drafts.map((top): Spot => {
    const draft = textHolder(top) ?? refuse(`${targetsName(targets)}有多款或者列有项，未写明在何处增加文字`);
    if (draft.missing) refuse('原文未载，不能在其后增加文字');
    const by = replacedBy(draft);
    if (by !== undefined) refuse(rewritten(by));
    // 第一句后增加: at the end of that sentence, not of the paragraph.
    const part = target.kind === 'sentences' ? (stretchOf(target, draft) ?? refuse('没有该句')) : undefined;
    const [start, end] = part ? [part.start, part.end] : [0, draft.text.length];
    const at = (from: number, until: number, words: string, note?: string): Spot => ({
      draft,
      field: 'text',
      edit: { start: from, end: until, to: words, clause },
      note,
    });
    if (side === 'start') return at(start, start, to);
    const mark = finalMark(draft.text.slice(0, end));
    // A clause without its own final mark goes before the sentence's mark; a whole sentence goes after it.
    if (/^[，；]/.test(to) && finalMark(to) !== '' && mark !== '') return at(end - 1, end, to);
    if (finalMark(to) !== '' || mark === '') return at(end, end, to);
    const assumed = '增加的文字未带句末标点，按原句末标点处理';
    const joined = addition(draft.text.slice(0, end), end - 1, end - 1, to).to;
    return /^[，、；]/.test(joined)
      ? at(end - 1, end - 1, joined, assumed)
      : at(end, end, to + mark, assumed);
  });
}

/** The node whose words end a place: the place itself, or the only paragraph of an article, if it has no list. */
function textHolder(draft: Draft): Draft | undefined {
  if (draft.type !== 'article') return draft.children.length === 0 ? draft : undefined;
  const paragraphs = childrenOf(draft, 'paragraph');
  return paragraphs.length === 1 ? textHolder(paragraphs[0]!) : undefined;
}

/** Words of the title. */
function inTitle(instrument: Instrument, change: WordChange): void {
  if (change.kind === 'extend' || change.kind === 'add') refuse('名称不能这样修改');
  const to = change.kind === 'strike' ? '' : change.to;
  const ranges = findWords(instrument.title, change.from);
  if (ranges.length === 0) refuse(`名称中没有“${change.from}”`);
  setTitle(
    instrument,
    ranges.reduceRight(
      (title, [start, end]) => title.slice(0, start) + to + title.slice(end),
      instrument.title,
    ),
  );
}

function act(ground: Ground, task: Task<'replaceWords'>, told: Told): void {
  const [target] = task.targets as [Target];
  if (target.kind === 'title') inTitle(ground.instrument, task.change);
  else if (target.kind === 'annex') wordsOfAnnex(ground.instrument, target.name, task.change, told);
  else if (target.kind !== 'contents') inProvisions(ground, task, target, told);
}

function inProvisions(ground: Ground, task: Task<'replaceWords'>, target: Target, told: Told): void {
  const { targets, change, except, clause, id } = task;
  const drafts = nodesAt(ground, targets, told);
  const left = except.flatMap((one): Left[] => {
    const outside: Target = one.place ? { kind: 'provision', locator: one.place } : { kind: 'text' };
    return nodesAt(ground, [outside], told).map((draft) => ({ draft, words: one.words }));
  });
  const found = change.kind === 'extend' ? extend(drafts, change, task) : findLoosely(drafts, change, task);
  const spots = found.filter(({ draft, edit }) => !left.some((outside) => leaves(outside, draft, edit)));
  if (spots.length === 0) refuse('除外的条款以外没有所列文字');
  // Words throughout the text leave alone what another clause says of the place; so do words inside longer ones.
  const clashes = spots.filter(overlaps);
  const yields = clashes.every((spot) => target.kind === 'text' || coveredBy(spot, clause));
  const [clash] = clashes;
  if (clash && (!yields || clashes.length === spots.length))
    refuse(`与本决定的另一修改相冲突：“${clash.draft.text.slice(clash.edit.start, clash.edit.end)}”已被修改`);
  if (clash) told.notes.push(`另有${clashes.length}处已由本决定的其他修改改写`);
  for (const spot of spots.filter((one) => !clashes.includes(one))) {
    editsOf(spot).push(spot.edit);
    spot.draft.amended = true;
    spot.draft.by.add(id);
    if (spot.note !== undefined) told.notes.push(spot.note);
  }
}

// --------------------------------------------------------------- inverse

/** Puts the old words back where the new ones stand; where that is not certain, says what is not known. */
function undo(back: Back, task: Task<'replaceWords'>): void {
  const { targets, change, except, clause, id } = task;
  const [target] = targets as [Target];
  if (target.kind === 'title' || target.kind === 'annex') return;
  const tops =
    target.kind === 'text'
      ? [back.ground.root]
      : singles(targets).flatMap(({ steps }) => nodeBack(back, steps) ?? []);
  if (tops.length === 0) {
    back.open.push(task);
    return;
  }
  const note = (reason: string) => back.notes.push({ draft: tops[0]!, clause, reason });
  const nodes = tops
    .flatMap((top) => walk(top))
    .filter((node) => !node.missing && node.old && node.fate.is !== 'replaced');
  if (change.kind === 'strike') return void note(`原文另有“${change.from}”，位置不详`);
  if (change.kind === 'extend') {
    const end = nodes.findLast(({ text }) => text.endsWith(change.to));
    if (!end) return void note('决定增加的文字在现行文本中没有找到');
    end.edits.push({ start: end.text.length - change.to.length, end: end.text.length, to: '', clause });
    end.by.add(id);
    return;
  }
  const left = except.flatMap((one): Left[] => {
    const outside = one.place
      ? singles([{ kind: 'provision', locator: one.place }]).flatMap(
          ({ steps }) => nodeBack(back, steps) ?? [],
        )
      : [back.ground.root];
    return outside.map((draft) => ({ draft, words: one.words }));
  });
  const restored = namedBy(change);
  const found = writtenForms(change)
    .map((words) =>
      nodes
        .flatMap((draft) => findWords(draft.text, words).map(([start, end]) => ({ draft, start, end })))
        .filter((at) => !left.some((outside) => leaves(outside, at.draft, at))),
    )
    .find((spots) => spots.length > 0);
  if (!found) return void note(`决定写入的“${change.to}”在现行文本中没有找到，原文作“${restored}”之处不详`);
  const sure =
    found.length === 1 || (change.kind === 'replace' && change.nth === undefined && change.to.length >= 8);
  if (found.length > 1) {
    const doubt = sure ? '均按由本决定改写推定' : `其中哪几处原作“${restored}”不能确定`;
    note(`“${change.to}”现有${found.length}处，${doubt}`);
  }
  for (const { draft, start, end } of found) {
    // Words that stay are still the decision's: their references are counted in the new numbers.
    draft.edits.push({ start, end, to: sure ? restored : draft.text.slice(start, end), clause });
    draft.by.add(id);
  }
}

/** How the words may stand in the text after: added words often have a mark between them and what was there. */
function writtenForms(change: Exclude<Words, { kind: 'strike' }>): string[] {
  if (change.kind === 'replace') return [change.to];
  const { side, anchor, to } = change;
  return ['', '，', '、'].map((mark) => (side === 'after' ? anchor + mark + to : to + mark + anchor));
}

export const replaceWords: Kind<'replaceWords'> = {
  label: '改动字句',
  rows: [...throughoutRows, ...placeRows],
  act,
  undo: (back, task, level) => level === 'words' && undo(back, task),
};
