/** 在“a”后增加“b”, 末尾增加一句: words added. */
import type { Target } from '../../../model.ts';
import { parseNumeral } from '../../../text/numerals.ts';
import { phrase } from '../../read/pattern.ts';
import { type Phrase, sideOf, targetsOrLast, wordsIn } from '../../read/phrase.ts';
import { locatorsOf, typeOf } from '../../text/locators.ts';
import { isStretch } from '../../text/places.ts';
import { changes, occurrenceOf } from './changes.ts';

/** The sentence behind which the new second, third … one comes to stand; of the first, the place itself. */
const before = (place: Target, nth: number): Target =>
  nth > 1 && 'locator' in place
    ? { kind: 'sentences', locator: place.locator, first: nth - 1, last: nth - 1 }
    : place;

export const additions: readonly Phrase[] = [
  {
    name: 'add at the end', // 第五条第一款增加“乙”，作为最后一句; 在第一款最后增加“…”; 第三款末尾增加一句：“…”; 第三条增加但书：“但是…”
    pattern: phrase(
      '{BA}(?:<target:T>)?(?:的)?(?<side>最后面|最后|末尾|结尾|句末|文末|句尾|段末|末|开头|开始|句首|最前面|前|中|后|之后|后面)?(?:[，,])?{ADD}(?:规定|内容|表述|如下内容|以下内容)?(?<sentence>一句话?|一段话?|第(?<nth>{COUNT})句|一段文字|(?:一项|一个|一处)?但书(?:规定|条款)?)?(?:[，,]?作为(?:最后一句|末句|第(?<as>{COUNT})句|但书))?(?:[，,]?(?:规定|内容)?(?:为|即))?{TILL}(?<content>{QS})(?:[，,]?作为(?:(?<last>最后一句|末句|但书)|(?<first>首句)|第(?<late>{COUNT})句))?',
    ),
    read: (parts, context) => {
      const targets = targetsOrLast(parts.target, context);
      const nth = parts.first ? 1 : parseNumeral(parts.nth ?? parts.as ?? parts.late ?? '');
      if (nth !== undefined)
        return targets.length === 0
          ? undefined
          : changes(
              targets.map((place) => before(place, nth)),
              [
                {
                  kind: 'extend',
                  side: nth === 1 ? 'start' : 'end',
                  to: wordsIn(parts.content, context).join(''),
                },
              ],
            );
      const side = /^(?:开头|开始|句首|最前面|前)$/.test(parts.side ?? '') ? 'start' : 'end';
      const to = wordsIn(parts.content, context).join('');
      const placed =
        parts.sentence !== undefined ||
        parts.last !== undefined ||
        (parts.side !== undefined && parts.side !== '中');
      const paragraphs = locatorsOf(targets).every((locator) =>
        ['paragraph', 'item'].includes(typeOf(locator) ?? ''),
      );
      // 第一款后增加“…。”: a sentence of it, since no 款 of its own is named; said, for people write both ways.
      const behind =
        sideOf(parts.side) !== undefined && parts.sentence === undefined && !targets.every(isStretch);
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
      '{BA}(?:(?<target>{T}){IN}[，,]?(?:在|于)?|其中的?)?(?<nth>{NTH})(?<anchor>{q}){WORD}(?<spot>{SPOT})(?<side>之后|之前|后面|前面|后|前)[，,]?{ALL}{ADD}(?:一句话?|规定|表述|内容)*(?:[，,]?内容为)?{TILL}(?<content>{q}){WORD}',
    ),
    read: (parts, context) => {
      const targets = targetsOrLast(parts.target, context);
      const [anchor] = wordsIn(parts.anchor, context);
      const [to] = wordsIn(parts.content, context);
      if (anchor === undefined || to === undefined) return undefined;
      const side = sideOf(parts.side)!;
      const which = occurrenceOf(parts.nth, parts.spot);
      return changes(targets, [{ kind: 'add', side, anchor, to, which }]);
    },
  },
];
