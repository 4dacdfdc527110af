/** 删去其中的“a”: words struck. */
import type { Context } from '../../read/context.ts';
import { phrase } from '../../read/pattern.ts';
import { type Phrase, type Said, targetsIn, textOf } from '../../read/phrase.ts';
import { titlesOf } from '../../read/tokens.ts';
import { changes, struck } from './changes.ts';
import { pairs, pairsOf } from './replace.ts';

/** 删去“但是”以后的内容 strikes more than the quoted words; 删去“甲”修改为“乙” is no deletion. */
const notBeyond = '(?!{ALL}{TO}|(?:以|之|及其?|至|到|起|开头|前|后)(?![，。；]))';

export const deletions: readonly Phrase[] = [
  {
    name: 'delete words', // 删去其中的“a”; 删去第二款中的“a”和第三款中的“b”
    pattern: phrase(`{DEL}${pairs('{T}')}${notBeyond}`),
    read: (parts, context) => removal(parts.pairs!, context),
  },
  {
    name: 'delete words, target first', // 第三款删去“a”
    pattern: phrase(
      `{BA}<target:T>(?:中)?(?:均)?{DEL}(?:其中的?|其)?(?<words>{NTH}{QL}{WORD}{SPOT})${notBeyond}`,
    ),
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

function removal(piece: string, context: Context): Said[] {
  return pairsOf(piece, context).flatMap(({ targets, quotations, which }) =>
    changes(
      targets,
      quotations.map((quotation) => struck(textOf(quotation), which)),
    ),
  );
}
