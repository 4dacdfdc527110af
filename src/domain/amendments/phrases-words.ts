/** Phrasings that change words of a place, or at its end. */
import type { WordChange } from '../model.ts';
import type { Context, Target } from './read/context.ts';
import { phrase } from './read/pattern.ts';
import {
  type Draft,
  exception,
  exceptions,
  flat,
  type Groups,
  isContainer,
  type Phrase,
  placed,
  placeOrLast,
  substitution,
  textOf,
  words,
} from './read/phrase.ts';
import type { Quotation } from './read/quotes.ts';
import { quotesIn } from './read/tokens.ts';
import { wordChanges } from './words.ts';

/** 删去“但是”以后的内容 strikes more than the quoted words; 删去“甲”修改为“乙” is no deletion. */
const notBeyond = '(?!{ALL}{TO}|(?:以|之|及其?|至|到|起|开头|前|后)(?![，。；]))';

/** Words of a place. */
export const wordPhrases: readonly Phrase[] = [
  {
    name: 'add as a sentence', // 第五条第一款增加“乙”，作为最后一句
    pattern: phrase(
      '{BA}(?:<target:T>中?)?{ADD}(?:一句)?{TILL}(?<content>{q})[，,]?作为(?:最后一句|末句|(?<first>第一句|首句))',
    ),
    read: (parts, context) => {
      const targets = placeOrLast(parts.target, context);
      const [added] = quotesIn(context.tokens, parts.content);
      if (targets.length === 0 || !added) return undefined;
      const position = parts.first === undefined ? 'end' : 'start';
      return targets.map((target) => ({
        op: 'replaceWords',
        ...placed(target),
        words: [{ from: '', to: textOf(added), all: false }],
        destination: { position },
      }));
    },
  },
  {
    name: 'add at the end', // 在第一款最后增加“…”; 第三款末尾增加一句：“…”
    pattern: phrase(
      '{BA}(?:<target:T>)?(?:的)?(?<side>最后面|最后|末尾|结尾|句末|文末|句尾|段末|末|开头|开始|句首|最前面|前|中|后|之后|后面)?(?:[，,])?{ADD}(?:规定|内容|表述|如下内容|以下内容)?(?<sentence>一句话?|一段话?|第{COUNT}句|一段文字)?(?:[，,]?作为(?:最后一句|末句|第{COUNT}句|但书))?(?:[，,]?(?:规定|内容)?(?:为|即))?{TILL}(?<content>{QS})',
    ),
    read: (parts, context) => {
      const targets = placeOrLast(parts.target, context);
      const start = /^(?:开头|开始|句首|最前面|前)$/.test(parts.side ?? '');
      const text = quotesIn(context.tokens, parts.content)
        .flatMap(({ lines }) => lines)
        .join('');
      const placedWell = parts.sentence !== undefined || (parts.side !== undefined && parts.side !== '中');
      const paragraphs = flat(targets).every(({ steps }) =>
        ['paragraph', 'item'].includes(steps.at(-1)?.type ?? ''),
      );
      // 第一款后增加“…。”: a sentence of it, since no 款 of its own is named; said, for people write both ways.
      const behind =
        /^(?:前|后|之后|后面)$/.test(parts.side ?? '') &&
        parts.sentence === undefined &&
        targets.some(({ part }) => part !== 'sentence');
      if (behind && (start || !paragraphs)) return undefined;
      const assumed = behind
        ? { doubt: '没有写明增加的是一句还是一款，按一句加在该款末尾，请核对' }
        : placedWell
          ? {}
          : { assumed: ['未写明位置，加在该处末尾'] };
      if (targets.length === 0 || (!placedWell && !(paragraphs && /。$/.test(text)))) return undefined;
      const words: WordChange[] = [{ from: '', to: text, all: false }];
      return targets.map((target) => ({
        op: 'replaceWords',
        ...placed(target),
        words,
        destination: { position: start ? 'start' : 'end' },
        ...assumed,
      }));
    },
  },
  {
    name: 'add words', // 在“a”后增加“b”
    pattern: phrase(
      '{BA}(?:(?<target>{T}){IN}[，,]?(?:在|于)?|其中的?)?(?<anchor>{q}){WORD}(?<side>之后|之前|后面|前面|后|前)[，,]?{ALL}{ADD}(?:一句话?|规定|表述|内容)*(?:[，,]?内容为)?{TILL}(?<content>{q})',
    ),
    read: (parts, context) => {
      const targets = placeOrLast(parts.target, context);
      const [anchor] = quotesIn(context.tokens, parts.anchor);
      const [added] = quotesIn(context.tokens, parts.content);
      if (!anchor || !added) return undefined;
      const side = parts.side!.includes('后') ? 'after' : 'before';
      const change: WordChange = { from: '', to: textOf(added), all: false, [side]: textOf(anchor) };
      return words(targets, [change]);
    },
  },
  {
    name: 'replace words inside quoted words', // 第一项“甲”中的“乙”修改为“丙”
    absorbs: true,
    pattern: phrase(
      '{BA}(?:(?<target>{T}){IN}|其中的?)?(?<whole>{q})(?:中|里|内)的(?<part>{q}){WORD}{ALL}{TO}{TILL}(?<to>{q})',
    ),
    read: (parts, context) => {
      const [whole] = quotesIn(context.tokens, parts.whole).map(textOf);
      const [part] = quotesIn(context.tokens, parts.part).map(textOf);
      const [to] = quotesIn(context.tokens, parts.to).map(textOf);
      if (whole === undefined || part === undefined || to === undefined || whole.split(part).length !== 2)
        return undefined;
      return words(placeOrLast(parts.target, context), [
        { from: whole, to: whole.replace(part, to), all: true },
      ]);
    },
  },
  {
    name: 'replace a figure', // 将第七十二条的罚款数额由“五百元”修改为“一千元”
    pattern: phrase(
      '{BA}<target:T>(?:中)?(?:的)?[\\u4e00-\\u9fff]{0,12}由(?<from>{q}){ALL}{TO}{TILL}(?<to>{q})',
    ),
    read: (parts, context) => {
      const changes = wordChanges(quotesIn(context.tokens, parts.from), quotesIn(context.tokens, parts.to));
      return changes && words(placeOrLast(parts.target, context), changes);
    },
  },
  {
    name: 'replace words', // 将第二十三条第二款中的“a”修改为“b”; 将第八条中的“a”和第九条中的“b”修改为“c”
    pattern: phrase(
      '{BA}(?<pairs>(?:(?:{TS}{IN}|其中的?|其)?{q}{WORD}(?:、|，|和|及|以及)?)+){ALL}{TO}{TILL}(?<to>{QL})(?!{WORD}{ALL}{TO})' +
        exception,
    ),
    read: (parts, context) => {
      const drafts = replacement(parts, context);
      const left = exceptions(parts, context);
      return left && drafts?.map((draft) => ({ ...draft, ...left }));
    },
  },
  {
    name: 'delete words', // 删去其中的“a”; 删去第二款中的“a”和第三款中的“b”
    pattern: phrase(
      `{DEL}(?:末句|最后一句|首句)?(?<pairs>(?:(?:{T}{IN}|其中的?|其)?{q}{WORD}(?:、|，|和|及|以及)?)+)${notBeyond}`,
    ),
    read: (parts, context) => deletion(parts, context),
  },
  {
    name: 'delete words, place first', // 第三款删去“a”
    pattern: phrase(`{BA}<target:T>(?:中)?(?:均)?{DEL}(?:其中的?|其)?(?<words>{QL}{WORD})${notBeyond}`),
    read: (parts, context) => deletion({ ...parts, pairs: `${parts.target}中的${parts.words}` }, context),
  },
  {
    name: 'delete words, verb last', // 将第三条中的“a”删去
    pattern: phrase(
      `{BA}(?<pairs>(?:(?:{T}{IN}|其中的?|其)?{q}{WORD}(?:、|，|和|及|以及)?)+)(?:予以|均|全部|一并|都)*{DEL}`,
    ),
    read: (parts, context) => deletion(parts, context),
  },
  {
    name: 'delete words, verb above', // 删去第二款中的“a”，第三款中的“b”
    pattern: phrase('<target:T>{IN}(?<words>{QL})(?=[，；。、\\s]|$)'),
    read: (parts, context) =>
      context.verb === 'repeal'
        ? deletion({ ...parts, pairs: `${parts.target}中的${parts.words}` }, context)
        : undefined,
  },
];

export function removal(quotation: Quotation): WordChange {
  return { from: textOf(quotation), to: '', all: true };
}

const pairPattern = phrase('(?:<target:TS>{IN}|其中的?|其)?(?<words>{QL}){WORD}[、，和及以]*');

function pairsOf(
  piece: string,
  context: Context,
): { targets: Target[]; quotations: Quotation[]; bare: boolean }[] {
  const pairs: { targets: Target[]; quotations: Quotation[]; bare: boolean }[] = [];
  pairPattern.lastIndex = 0;
  for (let match = pairPattern.exec(piece); match; match = pairPattern.exec(piece)) {
    const { target, words } = match.groups as Groups;
    const bare = target !== undefined && !/[中内里的]$/.test(match[0].slice(0, match[0].indexOf(words!)));
    pairs.push({ targets: placeOrLast(target, context), quotations: quotesIn(context.tokens, words), bare });
    if (pairPattern.lastIndex >= piece.length) break;
  }
  return pairs;
}

function replacement(parts: Groups, context: Context): Draft[] | undefined {
  const to = quotesIn(context.tokens, parts.to);
  const pairs = pairsOf(parts.pairs!, context);
  const drafts: Draft[] = [];
  const each =
    to.length > 1 && to.length === pairs.length && pairs.every(({ quotations }) => quotations.length === 1);
  for (const [i, { targets, quotations, bare }] of pairs.entries()) {
    const chapter =
      bare &&
      targets.every(
        ({ locators, part }) =>
          part === undefined && locators.every(({ steps }) => isContainer(steps.at(-1)?.type)),
      );
    const places =
      chapter && targets.length > 0
        ? targets.map((target) => ({ ...target, part: 'heading' as const }))
        : targets;
    // The whole old wording is quoted over several paragraphs: the clause lays down the provision anew.
    const whole =
      quotations.some(({ lines }) => lines.length > 1) ||
      (quotations.length > 1 &&
        !/[、和及，]/.test(parts.pairs!) &&
        quotations.every((quotation) => /[。；：]$/.test(textOf(quotation))));
    if (whole && places.length > 0) {
      const former = quotations.flatMap(({ lines }) => lines);
      drafts.push(...(substitution(places, parts.to, context) ?? []).map((draft) => ({ ...draft, former })));
      continue;
    }
    const changes = wordChanges(quotations, each ? [to[i]!] : to);
    if (!changes) return undefined;
    drafts.push(...words(places, changes));
  }
  return drafts;
}

function deletion(parts: Groups, context: Context): Draft[] {
  return pairsOf(parts.pairs!, context).flatMap(({ targets, quotations }) => {
    // 删去第二章“监督”: a chapter's name after its number is no word to be struck from it.
    return words(targets, quotations.map(removal));
  });
}
