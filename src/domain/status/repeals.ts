/**
 * Clauses that end other texts: 《甲》（文号）、《乙》同时废止 · 决定废止《甲》等2份文件 · 自本法施行之日起，《甲》废止 ·
 * 湛府〔2010〕5号同时停止执行 · 《甲》第三条即行废止 (a part of it).
 *
 * The documents must stand right before or right after the word; 认为《甲》应当废止 or 已废止的《甲》 ends nothing.
 */

import { type Mention, readMentions } from '../names/index.ts';
import { numeralClass } from '../text/numerals.ts';
import { type When, whenIn } from './commencement.ts';
import { type Sentence, splitSentences } from './sentences.ts';

/** 暂停执行 ends nothing for good: until when it rests, the text seldom says. */
export type RepealVerb = '废止' | '失效' | '停止执行' | '暂停执行';

export interface Repeal {
  mention: Mention;
  verb: RepealVerb;
  /** From when, where the clause says so; otherwise with the commencement of the text. */
  when?: When;
  /** The sentence that says from when, where it is another: 凡被废止的文件，自本通知印发之日起停止执行. */
  effect?: { eId: string; text: string };
  eId: string;
  text: string;
}

const verbs =
  '废止|废除|失效|作废|停止执行|停止施行|停止实施|停止适用|停止使用|不再执行|不再适用|不再施行|不再实施|终止执行|终止实施|(?:暂停|中止|暂缓)(?:执行|实施|施行|适用)';
const fromWhen = '(?:自|从|于)[^，。；⟦⟧]{2,40}?(?:起|日)';
const adverbs =
  '(?:即行|同时|一并|一律|同步|相应|随之|随即|予以|均|并|也|即|届时|自行|自动|宣布|全部|分别|亦|正式|现|现予)*';
const objects = '(?:文件|规章|法规|法律|规范性文件|通知|规定|办法|决定|制度|政策)';
const ended =
  '(?:因)?(?:有效期|试行期|期限)?(?:现已|均已|已经|已)?(?:届满|期满|到期)(?:后)?，?(?:不再(?:延续|延期|延长|续期))?，?';
const after = `）?(?:、|，|等)?(?:等?[${numeralClass}]*[件份部项个]?(?:[一-龥]{0,8}${objects}|文)?)?(?:（□+）)?(?:及其?[一-龥]{1,14})?(?:${ended})?`;

/** 除第五条外: the document goes, a part of it stays. */
const except = '除[^，。；⟦⟧]{1,30}?(?:之?外|以外)，?';

const suffixPattern = new RegExp(
  `^(${after})(?:，)?(${fromWhen})?，?(${except})?${adverbs}(${verbs})(?!前|之前|后|之后|的|之日|期间|以来|程序|工作|事宜|事项|情况|手续|日期|时间|或|、|和|与)`,
);
const prefixPattern = new RegExp(
  `(?:(?<=^[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．])|(?<![、或和及与者被已未同予并以行时]|一律|建议|应当|可以|需要|拟))(?:废止|停止执行|宣布)(?:执行)?(?:以下|下列|了)?(?:[一-龥]{0,16}?${objects})?[：:]?(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．])?$`,
);
const separator = new RegExp(
  `^(?:文件?)?(?:[、，,；;和及与]|以及|并且|[（(]?[一二三四五六七八九十${numeralClass}]{1,3}[）)、.．])*$`,
);
/** 《甲》及其补充通知（某府〔2012〕3号): the second document is named by its number alone. */
const supplement = /^[、，]?及其?[一-龥]{0,10}（$/;
/** What stands before a document that is only referred to: 根据《甲》, 违反《甲》. */
export const notObject =
  /(?:根据|依据|按照|依照|违反|适用|执行|贯彻|落实|遵守|参照|符合|结合|与|同|代替|替代)$/;
const quick = /废止|废除|失效|作废|停止|不再|终止|暂停|中止|暂缓/;

/** The word's class: a text that lapses is not repealed, one whose application stops is neither named repealed. */
function verbOf(words: string): RepealVerb {
  if (/暂停|中止|暂缓/.test(words)) return '暂停执行';
  if (/失效|作废/.test(words)) return '失效';
  return /废/.test(words) ? '废止' : '停止执行';
}

/**
 * Documents that a run of text repeals, declares void or stops.
 *
 * `本办法自2022年2月8日起施行。《企业事业单位环境信息公开办法》（环境保护部令第31号）同时废止。` → one, 废止
 */
export function readRepeals(text: string, eId: string): Repeal[] {
  if (!quick.test(text)) return [];
  return splitSentences(text, eId, '。！!\n').flatMap((sentence) =>
    quick.test(sentence.masked) ? repealsIn(sentence) : [],
  );
}

function repealsIn(sentence: Sentence): Repeal[] {
  const { bare, masked, eId, text } = sentence;
  const mentions = readMentions(bare);
  const found = new Map<Mention, Repeal>();
  const add = (mention: Mention, words: string, when: When | undefined) =>
    found.set(mention, { mention, verb: verbOf(words), ...(when ? { when } : {}), eId, text });
  mentions.forEach((mention, i) => {
    const rest = masked.slice(mention.end + (mention.scope?.length ?? 0));
    const suffix = suffixPattern.exec(rest);
    if (suffix) {
      const when = whenIn(suffix[2]) ?? whenIn(leadingWhen(masked, mentions, i));
      const kept = (suffix[3] ?? leadingExcept(masked, mentions, i))?.replace(/，$/, '');
      for (const each of chainBack(masked, mentions, i)) {
        add(kept ? { ...each, scope: kept } : each, suffix[4]!, when);
      }
    }
    if (
      !found.has(mention) &&
      prefixPattern.test(masked.slice(Math.max(0, mention.from - 60), mention.from))
    ) {
      const words = masked.slice(Math.max(0, mention.from - 60), mention.from);
      const verb = /宣布/.test(words.slice(words.search(prefixPattern))) ? '失效' : words;
      if (verb === '失效' && !/失效/.test(masked)) return;
      const when = whenIn(new RegExp(fromWhen).exec(masked)?.[0]);
      for (const each of chainOn(masked, mentions, i)) add(each, verb, when);
    }
  });
  return Array.from(found.values());
}

/** The list that ends with mention `last`: 《甲》、《乙》和1994年发布的《丙》. */
function chainBack(masked: string, mentions: Mention[], last: number): Mention[] {
  const chain: Mention[] = [];
  for (let i = last; i >= 0; i--) {
    const mention = mentions[i]!;
    if (notObject.test(masked.slice(0, mention.from))) break;
    chain.unshift(mention);
    const previous = mentions[i - 1];
    if (!previous || !joined(masked, previous, mention)) break;
  }
  return chain;
}

/** The list that begins with mention `first`. */
function chainOn(masked: string, mentions: Mention[], first: number): Mention[] {
  const chain = [mentions[first]!];
  for (let i = first + 1; i < mentions.length && joined(masked, mentions[i - 1]!, mentions[i]!); i++) {
    chain.push(mentions[i]!);
  }
  return chain;
}

function joined(masked: string, one: Mention, next: Mention): boolean {
  const end = one.end + (one.scope?.length ?? 0);
  const between = masked.slice(end, next.from).replace(/原$/, '');
  return next.from >= end && (separator.test(between) || supplement.test(between));
}

/** 除第五条外，《甲》废止: the part that stays, named before the list. */
function leadingExcept(masked: string, mentions: Mention[], i: number): string | undefined {
  const first = chainBack(masked, mentions, i)[0];
  const words = first && new RegExp(`(${except})(?:原|对|将)?$`).exec(masked.slice(0, first.from))?.[1];
  return words && /第[^，。；]{1,8}[编章节条款项]|附件|附表/.test(words) ? words : undefined;
}

/** 自本法施行之日起，《甲》、《乙》废止: the words before the list. */
function leadingWhen(masked: string, mentions: Mention[], i: number): string | undefined {
  const first = chainBack(masked, mentions, i)[0];
  return first && new RegExp(`(${fromWhen})，?(?:原|对|将)?$`).exec(masked.slice(0, first.from))?.[1];
}
