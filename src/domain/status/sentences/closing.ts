/**
 * Sentences below a list of documents that speak of it, by 上述文件 or without a subject.
 *
 * 《甲》 / 《乙》 / 上述文件自2022年7月1日起停止执行。 → 《甲》、《乙》自2022年7月1日起停止执行。
 */
import { oncePer } from '../../model/once.ts';
import type { Instrument, Provision } from '../../model.ts';
import { inMarks, isDocumentTitle, type Mention, mask, readMentions } from '../../names/index.ts';
import { numeralClass } from '../../text/numerals.ts';
import { notObject } from './chains.ts';
import { listedIn } from './listed.ts';
import { ownProvisions, ownText, type Sentence, sentencesOf, splitSentences } from './sentences.ts';

/** A line that is nothing but titles: （一）《甲》（文号）；. */
const titlesOnly = new RegExp(
  `^(?:[（(]?[${numeralClass}]{1,3}[）)、.．])?(?:⟦□+⟧(?:（□*）)?[、，；;。和]?)+$`,
);
const subject = new RegExp(
  `(?<=^|[，；：将对])(?:上述|以上|前述|上列|前列|所列)(?:` +
    `(?:[${numeralClass}]{1,3}[件份个部项])?[^，。；⟦]{0,12}?(?:文件|规定|规章|办法|通知|法规|制度|政策|意见|决定)(?!的)|` +
    `[${numeralClass}]{1,3}[件份个部项](?=[，自同一均全即予])|(?=一并|均|全部|同时|予以))`,
);
/** 同时废止。, 自即日起停止执行。, 合并为《丙》: a predicate whose subject stands above. */
const predicate =
  /^(?:(?:即日起|(?:自|从|于)[^，。；⟦]{2,24}?(?:起|日))，?)?(?:(?:同时|一并|一律|即行|均|全部|予以|现予?|自行|相应|随之|不再|停止|暂停|暂缓|终止|废止|废除|失效|作废|撤销)[^⟦]*$|(?:合并为|整合为|并入))/;

/** The sentences that end a list, each as if it named what stands in the list; `text` as printed. */
export const closingSentences = oncePer((instrument: Instrument): readonly Sentence[] => {
  const any = sentencesOf(instrument).some(({ masked }) => subject.test(masked) || predicate.test(masked));
  if (!any) return [];
  let names: string[] = [];
  return Array.from(ownProvisions(instrument.provisions)).flatMap((provision) => {
    const row = namesIn(provision);
    if (row.length > 0) {
      names.push(...row);
      return [];
    }
    const list = names.join('、');
    if (ownText(provision).trim() !== '') names = [];
    return list === '' ? [] : splitSentences(ownText(provision), provision.eId).flatMap(spokenOf(list));
  });
});

/** 上述文件, of what the sentence before names. */
const pointing = /(?<=^|[，：])(?:上述|以上|前述)[^，。；⟦]{0,8}?(?:文件|办法|规章|法规|通知)(?!的)/;

/** All sentences of a body, those that speak of a list or of the sentence before as if they named what they mean. */
export const sentencesWithLists = oncePer((instrument: Instrument): readonly Sentence[] => {
  const closing = closingSentences(instrument);
  const sentences = sentencesOf(instrument);
  return sentences.map((sentence, i) => {
    const closed = closing.find(({ eId, text }) => eId === sentence.eId && text === sentence.text);
    const before = sentences[i - 1];
    if (closed || !before || sentence.masked.includes('⟦') || !pointing.test(sentence.masked))
      return closed ?? sentence;
    const named = readMentions(before.bare).filter(
      ({ from }) => !notObject.test(before.masked.slice(0, from)),
    );
    return (named.length > 0 && spokenOf(named.map(nameOf).join('、'))(sentence, 1)[0]) || sentence;
  });
});

/** The sentence with the list for its subject; nothing where it speaks of something else. */
function spokenOf(list: string): (sentence: Sentence, at: number) => Sentence[] {
  return (sentence, at) => {
    const { bare, masked } = sentence;
    const found = subject.exec(masked);
    if (!found && (at > 0 || !predicate.test(masked))) return [];
    const start = found?.index ?? 0;
    const words = `${bare.slice(0, start)}${list}${bare.slice(start + (found?.[0].length ?? 0))}`;
    return [{ ...sentence, bare: words, masked: mask(words) }];
  };
}

function namesIn(provision: Provision): string[] {
  const line = ownText(provision).replace(/\s/g, '');
  if (provision.type === 'figure' || (line === '' && !provision.rows)) return [];
  const rows = listedIn(provision).filter(({ fate }) => fate === '');
  const mentions = rows.map(({ mention }) => mention);
  if (provision.rows) return mentions.filter(isSure).map(nameOf);
  if (titlesOnly.test(mask(line))) return mentions.map(nameOf);
  const plain = !/[，。；：]./.test(line) && !line.startsWith('《');
  return plain ? mentions.filter(isSure).map(nameOf) : [];
}

/** 关于甲事项的通知, or a name with a number: no heading as 有关要求. */
function isSure({ title, number }: Mention): boolean {
  return number !== undefined || (title !== undefined && /关于.+的/.test(title) && isDocumentTitle(title));
}

function nameOf({ title, number }: Mention): string {
  if (title === undefined) return number ?? '';
  return `${inMarks(title)}${number === undefined ? '' : `（${number}）`}`;
}
