/**
 * Clauses that end other texts, stop them for a time or let them go on: 《甲》（文号）、《乙》同时废止 · 决定撤销《甲》等2份文件 ·
 * 自本法施行之日起，《甲》废止 · 湛府〔2010〕5号同时停止执行 · 《甲》第三条即行废止 (a part of it) · 自2019年3月1日至年底暂停执行《甲》 ·
 * 恢复执行《甲》.
 *
 * The documents must stand right before or right after the word; 认为《甲》应当废止 or 已废止的《甲》 ends nothing.
 */

import type { Day } from '../../model.ts';
import {
  type GivenNames,
  leftOut,
  type Mention,
  mask,
  readMentions,
  withoutTitles,
} from '../../names/index.ts';
import { numeralClass } from '../../text/numerals.ts';
import { chainBack, chainOn, goesOnAfter, laysDown } from './chains.ts';
import { type When, whenIn } from './commencement.ts';
import { type Period, parsePeriod, periodPattern } from './periods.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { endWords, lastDayOf } from './validity.ts';

/** 暂停执行 ends nothing for good: until when it rests, the text seldom says. */
export type RepealVerb = '废止' | '撤销' | '失效' | '停止执行' | '暂停执行' | '恢复执行';

export interface Repeal {
  mention: Mention;
  verb: RepealVerb;
  /** From when, where the clause says so; otherwise with the commencement of the text. */
  when?: When;
  /** For 暂停执行: the last day, or how long it rests, where the clause says so. */
  until?: { lastDay: Day } | { period: Period };
  /** The sentence that says from when, where it is another: 凡被废止的文件，自本通知印发之日起停止执行. */
  effect?: { eId: string; text: string };
  eId: string;
  text: string;
}

const applying = '(?:执行|实施|施行|适用)';
const resting = `(?:暂停|中止|暂缓|暂时(?:停止|调整)|冻结)${applying}`;
const resuming = `恢复(?:${applying}|效力)`;
const verbs =
  `废止|废除|失效|作废|撤销(?=[。；，！（]|$)|(?:自始)?无效(?=[。；，！（]|$)|失去(?:法律)?效力|停用|` +
  `停止(?:执行|施行|实施|适用|使用)|不再(?:执行|适用|施行|实施|有效|具有(?:法律)?效力)|终止(?:执行|实施|(?=[。；，]|$))|${resting}|${resuming}`;
const fromWhen =
  '(?:自|从|于)(?:[^，。；⟦⟧]{0,10}⟦□+⟧)?[^，。；⟦⟧]{2,40}?(?:起|日(?:之?前|以前)?|[年底末](?:之?前|以前))';
/** 起至2019年12月31日止 */
const toWhen = `(?:起?(?:至|到)[^，。；⟦⟧]{2,20}?(?:日|底|末)(?:止|期间)?)?`;
const adverbs =
  '(?:即行|即日起|同时|一并|一律|同步|相应|随之|随即|予以|均|并|也|即|届时|自行|自动|宣布|全部|分别|亦|正式|现|现予)*';
const objects = '(?:文件|规章|法规|法律|规范性文件|通知|规定|办法|决定|制度|政策)';
const ended =
  '(?:因)?(?:有效期|试行期|期限)?(?:现已|均已|已经|已)?(?:届满|期满|到期)(?:后)?，?(?:不再(?:延续|延期|延长|续期))?，?';
/** 与上位法抵触，: why it goes. */
const because = '(?:(?:因|由于|与|已|不)[^，。；⟦⟧]{2,40}，(?:现|故|经研究，?)?)?';
const after = `）?(?:、|，|等)?(?:等?[${numeralClass}]*[件份部项个]?(?:[一-龥]{0,8}${objects}|文)?)?(?:（□+）)?(?:及其?[一-龥]{1,14})?(?:${ended})?${because}`;

/** 除第五条外: the document goes, a part of it stays. */
const except =
  '除[^，。；⟦⟧]{1,30}?(?:之?外|以外)，?(?:(?:其余|其他|其它)的?各?(?:条款?|规定|内容|部分|条文))?';

/** 在试验片区内 */
const within = '在[^，。；⟦⟧]{1,40}?(?:区|区域|范围|片区|地区|试点|[县市州旗镇乡])(?:范围)?内?';
/** 《甲》第三条继续有效，其他条款不再执行: all but the part that stands behind the name. */
const keptFirst = new RegExp(
  `^(?:仍然?|均)?(?:继续)?(?:有效|执行|适用|施行)，(?:其余|其他|其它)的?各?(?:条款?|规定|内容|部分|条文)(?:，)?(${fromWhen})?，?${adverbs}(${verbs})(?=[。；，]|$)`,
);
/** 海岛县自2022年7月1日起不再执行《甲》. */
const whose = '(?!本|全|我|各)[^，。；⟦⟧]{1,12}?(?:县|区|镇|乡|旗|试点单位)(?=自|从|于|不再|停止|暂停)';
const suffixPattern = new RegExp(
  `^(${after})(?:，)?(${except})?(${fromWhen})?${toWhen}，?(${except})?(?:${within}，?)?${adverbs}(${verbs})(?!前|之前|后|之后|的|之日|期间|以来|程序|工作|事宜|事项|情况|手续|日期|时间|或|、|和|与)`,
);
/** 自2021年1月1日起不再执行《甲》, 决定不再执行《甲》; 已登记的不再执行《甲》 is a case in which it does not apply. */
const noMore = `(?<=^|[日月]起，?|(?:施行|实施|执行|印发|公布)(?:之日起|之?后|以后)，?|决定)不再${applying}`;
const prefixPattern = new RegExp(
  `(?:(?<=^[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．])|(?<![、或和及与者被已未同予并以行时权能否]|一律|建议|应当|可以|需要|要求|申请|请求|拟))(?:废止|撤销|取消|停止${applying}|${noMore}|${resting}|${resuming}|宣布)(?:以下|下列|了)?(?:[一-龥]{0,16}?${objects})?[：:]?(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．])?$`,
);
const quick = /废止|废除|失效|作废|撤销|取消|无效|效力|停用|停止|不再|终止|暂停|中止|暂缓|暂时|冻结|恢复/;

/** The word's class: a text that lapses is not repealed, one whose application stops is neither named repealed. */
function verbOf(words: string): RepealVerb {
  if (/恢复/.test(words)) return '恢复执行';
  if (/暂停|中止|暂缓|暂时|冻结/.test(words)) return '暂停执行';
  if (/失效|作废|无效|效力|有效/.test(words)) return '失效';
  if (/撤销/.test(words)) return '撤销';
  return /废|取消/.test(words) ? '废止' : '停止执行';
}

/**
 * Documents that a run of text repeals, declares void or stops.
 *
 * `本办法自2022年2月8日起施行。《企业事业单位环境信息公开办法》（环境保护部令第31号）同时废止。` → one, 废止
 * @param given short names of former documents that other provisions give: 原办法同时废止
 */
export function readRepeals(text: string, eId: string, given?: GivenNames): Repeal[] {
  if (!quick.test(text)) return [];
  return splitSentences(text, eId, '。！!\n').flatMap((sentence) =>
    quick.test(sentence.masked) ? repealsIn(sentence, given) : [],
  );
}

/** 拟, 建议, 计划于2023年, 抓紧做好: what comes after them is still to be decided. */
const planned =
  '(?:拟(?![定订])|(?<!(?:根据|依据|按照|经)[^，。；]{0,14})建议|提请|请求|(?<!经|会|会议)研究|(?:计划|打算|准备|考虑|争取|力争|预计)(?=[在于将对]|[0-9]{4}年)|(?:抓紧|尽快|及时|适时|按程序)(?:做好|开展|启动|推进|完成|组织|办理)?)' +
  '(?:[在于]?[0-9]{4}年[^，。；⟦]{0,8}?)?(?:将|对|由)?';
const proposed = new RegExp(
  `${planned}的?(?:予以?|宣布)?(?:废止|失效|停止|作废|修改|保留)|做好[^，。；]{0,30}?(?:废止|失效|停止执行)(?:工作|准备)|废止[^，。；]{0,4}计划|征求意见|草案|提请|议案`,
);

/**
 * Words that only plan or propose an end, which decides nothing. What stands in title marks is another document's name.
 *
 * `拟废止的文件目录`, `关于提请废止《甲》的议案` → true · `关于废止《公开征求意见办法》的决定` → false
 */
export function proposes(words: string): boolean {
  return proposed.test(withoutTitles(words));
}

/** 提请市人大常委会废止《甲》, 拟将《甲》予以废止: the words before a document whose end is only asked for. */
const asks = new RegExp(`${planned}(?:(?:(?!同意|批准|决定|通过)[^，。；⟦⟧]){0,20}(?:废止|停止|失效))?$`);

/** 与本办法不一致的规定《甲》: whether the whole of it is meant, or what is in conflict alone, the words leave open. */
export const inConflict =
  /与(?:本|此|该|上述)[^，。；⟦]{1,14}?(?:不一致|不相一致|不符|不相符|抵触|冲突|矛盾)的?[^，。；⟦]{0,14}(?:，(?:包括|含|如)[^，。；⟦]{0,4})?$/;

/** What a title does to what it names behind the word: 关于暂停执行《甲》的通知 → 暂停执行; nothing where it only proposes. */
export function titleVerb(title: string): { verb: RepealVerb; at: number } | undefined {
  if (proposes(title)) return undefined;
  const found = new RegExp(`废止|(?:撤销|取消)(?=⟦)|停止${applying}|${resting}|${resuming}`).exec(
    mask(title),
  );
  return found ? { verb: verbOf(found[0]), at: found.index } : undefined;
}

/** Documents that one sentence ends, stops or lets go on. */
export function repealsIn(sentence: Sentence, given?: GivenNames): Repeal[] {
  const { bare, masked, eId, text } = sentence;
  const mentions = readMentions(bare, given);
  const found = new Map<Mention, Repeal>();
  const until = untilIn(masked);
  const place = placeIn(bare, masked) ?? groupIn(bare, masked);
  const add = (mention: Mention, words: string, when: When | undefined) => {
    const said = verbOf(words);
    const verb = said === '停止执行' && stopFor.test(masked) ? '暂停执行' : said;
    const rests = verb === '暂停执行' && until ? { until } : {};
    const meant = place === undefined ? mention : { ...mention, scope: `${mention.scope ?? ''}${place}` };
    found.set(mention, { mention: meant, verb, ...(when ? { when } : {}), ...rests, eId, text });
  };
  mentions.forEach((mention, i) => {
    const list = chainBack(masked, mentions, i);
    const lead = masked.slice(0, (list[0] ?? mention).from);
    if (asks.test(lead) || inConflict.test(lead)) return;
    const rest = restBehind(masked, mention);
    const partly = mention.scope === undefined ? null : keptFirst.exec(rest);
    if (partly) {
      add({ ...mention, scope: `除${mention.scope}外` }, partly[2]!, whenTold(partly[1], sentence));
      return;
    }
    const suffix = suffixPattern.exec(rest);
    if (suffix) {
      const words = suffix[3] ?? leadingWhen.exec(lead)?.[1] ?? counted.exec(rest)?.[1];
      const when = dayBefore(words) ?? whenTold(words, sentence);
      const but = (suffix[2] ?? suffix[4] ?? leadingExcept(lead))?.replace(/^(除.*?外).*$/, '$1');
      const kept = but ?? keptBehind(wordsBehind(bare, mentions, mention));
      for (const each of list) {
        const scope = kept ?? keptBehind(bare.slice(each.start, each.end)) ?? each.scope;
        add(scope ? { ...each, scope } : each, suffix[5]!, when);
      }
    }
    if (
      !found.has(mention) &&
      prefixPattern.test(masked.slice(Math.max(0, mention.from - 60), mention.from))
    ) {
      const near = masked.slice(Math.max(0, mention.from - 60), mention.from);
      const words = near.slice(near.search(prefixPattern));
      const verb = /宣布/.test(words) ? '失效' : words;
      if (verb === '失效' && !/失效/.test(masked)) return;
      const when = whenTold(besideVerb.exec(masked)?.[0], sentence);
      const chain = chainOn(masked, mentions, i);
      const part = laysDown.exec(restBehind(masked, chain.at(-1)!))?.[0];
      for (const each of chain) {
        const scope =
          part ??
          keptBehind(bare.slice(each.start, mentions[mentions.indexOf(each) + 1]?.from)) ??
          each.scope;
        if (!goesOnAfter.test(restBehind(masked, each))) add(scope ? { ...each, scope } : each, verb, when);
      }
    }
  });
  return Array.from(found.values());
}

/** What stands behind a name and the part that it names. */
const restBehind = (words: string, { end, scope = '' }: Mention): string => words.slice(end + scope.length);

/** … up to the next name. */
function wordsBehind(bare: string, mentions: readonly Mention[], mention: Mention): string {
  const next = mentions[mentions.indexOf(mention) + 1];
  return restBehind(bare.slice(0, next?.from), mention);
}

const partName = `第[${numeralClass}]{1,6}[编章节条款项目]`;
const keepsPart = new RegExp(
  `(${partName}(?:[、和及至]${partName})*)[^，。；（）]{0,10}(?:${leftOut}|(?:继续|仍然?)(?:有效|执行|施行|适用)|保留)`,
);

/** （第二条除外）, 同时废止，但第二条继续有效 → 除第二条外: the part that stays, named behind the text. */
function keptBehind(words: string): string | undefined {
  const [, left] = keepsPart.exec(words) ?? [];
  return left && `除${left}外`;
}

const exceptBefore = new RegExp(`(${except})(?:原|对|将)?$`);

/** 除第五条外，《甲》废止: the part that stays, named before the list. */
function leadingExcept(lead: string): string | undefined {
  const words = exceptBefore.exec(lead)?.[1];
  return words && /第[^，。；]{1,8}[编章节条款项]|附件|附表/.test(words) ? words : undefined;
}

/** 暂停执行半年，自2022年7月1日起计算 */
const counted = /，(自[^，。；⟦⟧]{2,40}?起)(?:计算|算|计)/;

/** 细则施行后，…; 待新系统上线时，…: a time that is no day. */
const onceDone = '(?<=^|[，；。])(?:待|在|自)?[^，。；⟦⟧]{2,40}?(?:以后|之后|后|时)(?=，)';

/** 自本法施行之日起，《甲》、《乙》废止: the words before the list. */
const leadingWhen = new RegExp(`(${fromWhen}|${onceDone})${toWhen}，?(?:原|对|将)?$`);

/** 自2021年1月1日起，决定废止《甲》 · 于2021年1月1日废止《甲》 · 废止《甲》，自公布之日起施行; 待…后，废止《甲》. */
const besideVerb = new RegExp(
  `(?:自|从)(?:⟦□+⟧)?[^，。；⟦⟧]{2,40}?(?:起|日(?=至|到))|于[^，。；⟦⟧]{2,40}?日(?=起|，?(?:${verbs}))|待[^，。；⟦⟧]{2,40}?(?:后|时)(?=，|再|予以|${verbs})|[^，。；⟦⟧]{2,14}?[年月日底末](?:之前|以前|前)(?=，?(?:予以|全部)?(?:${verbs}))`,
);

/** 自本办法施行之日起, 本通知印发后: with the text itself. */
const withItself =
  /^(?:自|从|于|待|在)?(?:(?:本|该|此)[一-龥]{1,14}?|通知|办法|规定|决定|条例|文件|法)?(?:正式)?(?:施行|实施|生效|执行|印发|公布|发布)(?:之?日起?|之?后|以后|时)$/;

const byDay = new RegExp(`^(?:于|在)${endWords}(?:之?前|以前)$`);

/** 《甲》于2023年6月1日前废止: on a day up to that one. 2023年6月1日前废止《甲》 gives others a task. */
function dayBefore(words = ''): When | undefined {
  const match = byDay.exec(words);
  const last = match && lastDayOf(match[1]!, match[2], match[3]);
  return last ? { by: last.day } : undefined;
}

/** From when, by words of a sentence; a time that no rule here can tell is open, and not that of the text. */
function whenTold(words: string | undefined, { bare, masked }: Sentence): When | undefined {
  if (words === undefined) return undefined;
  const at = masked.indexOf(words);
  const printed = bare.slice(at, at + words.length);
  const when = whenIn(printed);
  if (when || withItself.test(words)) return when;
  return { open: printed, from: printed.replace(/^(?:自|从|于|待|在)|(?:之日)?起$/g, '') };
}

/**
 * What the body of a text whose title alone names the document says of the verb: 自2022年6月1日起停止实施一年，期满后恢复 →
 * 暂停执行, from that day, for a year.
 */
export function restOf(sentence: Sentence): Pick<Repeal, 'when' | 'until'> | undefined {
  const { masked } = sentence;
  if (masked.includes('⟦') || !new RegExp(verbs).test(masked)) return undefined;
  const when = whenTold(besideVerb.exec(masked)?.[0], sentence);
  const until = untilIn(masked);
  return when || until ? { ...(when ? { when } : {}), ...(until ? { until } : {}) } : undefined;
}

/** 停止执行两年: a stop for a term is a rest. */
const stopFor = new RegExp(`停止${applying}(?:期限|时间|为期)?(?:为|是)?(${periodPattern})(?![内前后])`);

const untilRest = new RegExp(`(?:至|到)${endWords}(?:止|期间)?，?[^。；]{0,8}?${resting}`);
const restUntil = new RegExp(`${resting}[^。；]{0,24}?(?:至|到)${endWords}`);
const restFor = new RegExp(`${resting}[^。；]{0,60}?(?:期限|时间|为期)?(?:为|是)?(${periodPattern})`);

/** 至2019年12月31日暂停执行, 暂停执行一年, 期限三年. */
function untilIn(masked: string): Repeal['until'] {
  const end = untilRest.exec(masked);
  const last = end && lastDayOf(end[1]!, end[2], end[3]);
  if (last) return { lastDay: last.day };
  const upTo = restUntil.exec(masked);
  const then = upTo && lastDayOf(upTo[1]!, upTo[2], upTo[3]);
  if (then) return { lastDay: then.day };
  const period = parsePeriod((restFor.exec(masked) ?? stopFor.exec(masked))?.[1] ?? '');
  return period && { period };
}

/** 在试验片区内暂时停止适用: where alone it holds. */
function placeIn(bare: string, masked: string): string | undefined {
  const match = new RegExp(
    `(?<=^|[，；⟧）起])(${within}|${whose})，?(?:自[^，。；]{2,20}起，?)?${adverbs}(?:${verbs})`,
  ).exec(masked);
  return match ? `（${bare.slice(match.index, match.index + match[1]!.length)}）` : undefined;
}

/** 不再适用于已登记的摊贩: for whom alone it ends. */
function groupIn(bare: string, masked: string): string | undefined {
  const match = /不再(?:适用|执行|实施)于([^，。；⟦⟧]{2,30})/.exec(masked);
  return match ? `（于${bare.slice(match.index + 5, match.index + match[0].length)}）` : undefined;
}
