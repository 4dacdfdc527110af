/** 将第二十三条第二款中的“a”修改为“b”: words replaced. */
import type { Occurrence, Target } from '../../../model.ts';
import type { Context } from '../../read/context.ts';
import { phrase } from '../../read/pattern.ts';
import {
  type Groups,
  type Phrase,
  type Said,
  substitution,
  targetsIn,
  targetsOrLast,
  textOf,
  wordsIn,
} from '../../read/phrase.ts';
import type { Quotation } from '../../read/quotes.ts';
import { quotesIn } from '../../read/tokens.ts';
import { isContainer, locatorsOf, typeOf } from '../../text/locators.ts';
import { changes, everywhere, exception, exceptions, exempt, occurrenceOf, pairedWords } from './changes.ts';

/** Quoted words, each with its place before it: 第八条中的“a”和第九条中的第二处“b” */
export const pairs = (targets: string): string =>
  `(?<pairs>(?:(?:${targets}{IN}|其中的?|其)?{NTH}{q}{WORD}{SPOT}(?:、|，|和|及|以及)?)+)`;

const punctuation: Readonly<Record<string, string>> = { 句号: '。', 分号: '；', 逗号: '，', 顿号: '、' };
const mark = `${Object.keys(punctuation).join('|')}|{q}`;

export const replacements: readonly Phrase[] = [
  {
    name: 'replace words inside quoted words', // 第一项“甲”中的“乙”修改为“丙”
    absorbs: true,
    pattern: phrase(
      '{BA}(?:(?<target>{T}){IN}|其中的?)?(?<whole>{q})(?:中|里|内)的(?<part>{q}){WORD}(?<all>{ALL}){TO}{TILL}(?<to>{q})',
    ),
    read: (parts, context) => {
      const [[whole], [part], [to]] = [parts.whole, parts.part, parts.to].map((piece) =>
        wordsIn(piece, context),
      ) as [string[], string[], string[]];
      if (whole === undefined || part === undefined || to === undefined) return undefined;
      const count = whole.split(part).length - 1;
      if (count === 0 || (count > 1 && !/均|都|全/.test(parts.all ?? ''))) return undefined;
      const made = pairedWords([whole], [whole.replaceAll(part, to)]);
      return made && changes(targetsOrLast(parts.target, context), made);
    },
  },
  {
    name: 'replace a figure', // 将第七十二条的罚款数额由“五百元”修改为“一千元”
    pattern: phrase(
      '{BA}<target:T>(?:中)?(?:的)?(?<what>[\\u4e00-\\u9fff]{0,12})由(?<from>{q}){ALL}{TO}{TILL}(?<to>{q})',
    ),
    read: (parts, context) => {
      // 甲类摊位的标准由“十元”…: where the figure stands twice, it cannot be told which is meant.
      const which: Occurrence = parts.what === '' ? everywhere : { is: 'counted', count: 1 };
      const list = pairedWords(wordsIn(parts.from, context), wordsIn(parts.to, context), which);
      return list && changes(targetsOrLast(parts.target, context), list);
    },
  },
  {
    name: 'replace the final mark', // 第四项末尾的句号修改为分号
    pattern: phrase(
      `{BA}<target:T>(?:的)?(?:末尾|句末|结尾|最后|末)的?(?<from>${mark}){ALL}{TO}(?<to>${mark})`,
    ),
    read: (parts, context) => {
      const [from, to] = [parts.from, parts.to].map(
        (piece) => punctuation[piece!] ?? wordsIn(piece, context)[0] ?? '',
      );
      if (!/^[。；，、]$/.test(from!) || !/^[。；，、]$/.test(to!)) return undefined;
      const list = pairedWords([from!], [to!], { is: 'nth', nth: -1 });
      return list && changes(targetsIn(parts.target, context), list);
    },
  },
  {
    name: 'words in place of words', // 以“b”替换第二条中的“a”
    pattern: phrase('(?:以|用)(?<to>{q})(?:替换|代替|取代|替代)(?:<target:T>{IN})?(?<from>{QL}){WORD}'),
    read: (parts, context) => {
      const list = pairedWords(wordsIn(parts.from, context), wordsIn(parts.to, context));
      return list && changes(targetsOrLast(parts.target, context), list);
    },
  },
  {
    name: 'replace words', // 将第二十三条第二款中的“a”修改为“b”; 将第八条中的“a”和第九条中的“b”修改为“c”
    pattern: phrase(
      `{BA}${pairs('{TS}')}[，,]?${exempt}{ALL}(?:{TO}{TILL}(?<to>{QL})|(?:以|用)(?<by>{QL})(?:替换|代替|取代|替代))(?!{WORD}{ALL}{TO})${exception}`,
    ),
    read: (parts, context) => {
      const said = replacement(parts, context);
      const except = exceptions(parts, context, context.steps.slice());
      return except && said?.map((one) => (one.op === 'replaceWords' ? { ...one, except } : one));
    },
  },
];

const pairPattern = phrase(
  '(?:<target:TS>{IN}|其中的?|其)?(?<nth>{NTH})(?<words>{QL}){WORD}(?<spot>{SPOT})[、，和及以]*',
);

interface Pair {
  targets: Target[];
  quotations: Quotation[];
  which: Occurrence;
  /** True where no 中的 stands between place and words. */
  bare: boolean;
}

/** The places and words of a list. */
export function pairsOf(piece: string, context: Context): Pair[] {
  const found: Pair[] = [];
  pairPattern.lastIndex = 0;
  for (let match = pairPattern.exec(piece); match; match = pairPattern.exec(piece)) {
    const { target, words, nth, spot } = match.groups as Groups;
    const bare = target !== undefined && !/[中内里的]$/.test(match[0].slice(0, match[0].indexOf(words!)));
    const quotations = quotesIn(context.tokens, words);
    const which = occurrenceOf(nth, spot);
    found.push({ targets: targetsOrLast(target, context), quotations, which, bare });
    if (pairPattern.lastIndex >= piece.length) break;
  }
  return found;
}

function replacement(parts: Groups, context: Context): Said[] | undefined {
  const to = wordsIn(parts.to ?? parts.by, context);
  const found = pairsOf(parts.pairs!, context);
  const each =
    to.length > 1 && to.length === found.length && found.every(({ quotations }) => quotations.length === 1);
  const said: Said[] = [];
  for (const [i, { targets, quotations, which, bare }] of found.entries()) {
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
    const list = pairedWords(quotations.map(textOf), each ? [to[i]!] : to, which);
    if (!list) return undefined;
    said.push(...changes(named, list));
  }
  return said;
}
