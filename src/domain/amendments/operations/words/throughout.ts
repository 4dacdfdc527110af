/** 将本法中的“A”统一修改为“B”: words throughout a text, or in several texts. */
import { phrase } from '../../read/pattern.ts';
import { type Phrase, wordsIn } from '../../read/phrase.ts';
import { titlesOf } from '../../read/tokens.ts';
import { eachText } from '../each-text.ts';
import { changes, exception, exceptions, exempt, pairedWords, struck } from './changes.ts';

export const throughoutRows: readonly Phrase[] = [
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
      `${exempt}{BA}(?:[，]?(?:本|该|原|全部)?(?:法|条例|规定|办法|细则|规则|解释|章程|规程|决定|通知|意见|规章|法规|准则)|全文|通篇|正文|条文|各条|各章|(?:相关|有关|其他|其余|其它|各|上述)(?:相关)?(?:条文|条款|规定|条|款)|文中|<of:B>)(?:的)?(?:其他|其余|有关|相关)?(?:条文|条款|各条|全文|正文)?{IN}[，,]?(?:除(?<outside>{TS})(?:以外|之外|外)(?:的)?(?:其他|其余)?(?:条文|条款|各条)?(?:中)?(?:的)?)?[，,]?(?<words>{QL}){WORD}[，,]?(?:除(?<beyond>{TS})(?:以外|之外|外)[，,]?)?{ALL}{TO}{TILL}<to:QL>(?!{WORD}{ALL}{TO})${exception}`,
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
