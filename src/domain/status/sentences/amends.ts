/**
 * Which texts a decision amends, and which it republishes. Only that they are amended; how, is the amendments' matter.
 *
 * 关于修改《甲》的决定 · 对《甲》作如下修改 · 一、修改《甲》 · 将《甲》第三条修改为 · 《甲》根据本决定作相应修改，重新公布 · 刑法修正案（十二）
 */
import type { Instrument } from '../../model.ts';
import { inMarks, type Mention, mask, readMentions } from '../../names/index.ts';
import { numeralClass } from '../../text/numerals.ts';
import { chainOn } from './chains.ts';
import { proposes } from './repeals.ts';
import { inTitle, type Sentence, sentencesOf } from './sentences.ts';

export interface Amends {
  mention: Mention;
  kind: 'amended' | 'republished';
  /** What was done, where it is no change of words: 更名为《乙》后. */
  verb?: string;
  eId: string;
  text: string;
}

const amendWords = '(?:修改|修正|修订)';
const object = /(?:对|将)⟦□+⟧/;
const done = new RegExp(
  `^(?:（□*）)?(?:的)?(?:(?:第[^，。⟦]{1,30}?|部分|若干|有关|个别|相关|以下)?(?:条款|规定|内容|条文)?)(?:中[^，。]{0,60})?(?:作出|作|予以|进行|作了)?(?:如下|下列|以下|部分|相应)?${amendWords}`,
);
/** 决定修改, 修改1件规章：, 对下列规章予以修改：一、 */
const named = new RegExp(
  `(?:^|[，、：；。]|决定|现|予以|进行)${amendWords}(?:了)?(?:以下|下列)?(?:[${numeralClass}]{1,4}[件部项个])?(?:[一-龥]{0,12}(?:文件|规章|法规|规定|办法|条例|决定))?[：:]?(?:[（(]?[${numeralClass}]{1,3}[）)、.．])?$`,
);
const again = /重新(?:公布|发布|印发)/;

/** True for texts whose matter is to amend or repeal others, and which are spent once that is done. */
export function isAmending(instrument: Instrument): boolean {
  if (instrument.kind === 'amendment') return true;
  const subject = mask(instrument.title.replace(/\s/g, ''));
  return (
    /(?:^|关于|，|、|和)(?:公布|发布|宣布)?(?:修改|修正|修订|废止|失效|停止执行|部分?废止)/.test(subject) ||
    /失效(?:的|一批|部分)/.test(subject)
  );
}

/**
 * Texts that an instrument amends or republishes; none for those that only cite.
 *
 * 湛江市人民政府关于修改《……暂行规定》的决定 → amended 《……暂行规定》, republished 《……暂行规定》
 */
export function readAmends(instrument: Instrument): Amends[] {
  const title = instrument.title.replace(/\s/g, '');
  if (!isAmending(instrument) || !/修改|修正|修订/.test(title))
    return sentencesOf(instrument).flatMap(renamedIn);
  const found = new Map<string, Amends>();
  const add = (amends: Amends) => {
    const key = `${amends.kind} ${amends.mention.title}`;
    if (amends.mention.title && !found.has(key)) found.set(key, amends);
  };
  for (const sentence of sentencesOf(instrument)) for (const amends of inSentence(sentence)) add(amends);
  for (const mention of fromTitle(title)) {
    add({ mention, kind: 'amended', eId: '', text: instrument.title });
  }
  return Array.from(found.values());
}

/** 《甲》更名为, 《甲》的名称修改为: the document lives on under the name that follows. */
const renamed =
  /^(?:（□*）)?(?:(?:现|已|正式|统一)*(?:更名|改名|改称)为?|的?(?:名称|题目|标题)(?:由⟦□+⟧)?(?:统一)?(?:更名|修改|变更|调整|更改|改)为?)[：:]?[⟦“]/;

function renamedIn({ bare, masked, eId, text }: Sentence): Amends[] {
  if (!/更名|改名|改称|名称|题目|标题/.test(masked) || proposes(bare)) return [];
  return readMentions(bare).flatMap((mention): Amends[] => {
    const words = mention.title && renamed.exec(masked.slice(mention.end))?.[0];
    if (!words) return [];
    const name = bare.slice(mention.end + words.length).replace(/[》”].*$/s, '');
    return [{ mention, kind: 'amended', verb: `更名为${inMarks(name)}后`, eId, text }];
  });
}

function inSentence(sentence: Sentence): Amends[] {
  const { bare, masked, eId, text } = sentence;
  if (!/修改|修正|修订|公布|发布/.test(masked)) return [];
  const mentions = readMentions(bare).filter(({ title }) => title);
  const amended = new Set(
    mentions.flatMap((mention, i) =>
      named.test(masked.slice(Math.max(0, mention.from - 40), mention.from))
        ? chainOn(masked, mentions, i)
        : [],
    ),
  );
  return mentions.flatMap((mention): Amends[] => {
    const rest = masked.slice(mention.end);
    if (again.test(rest)) return [{ mention, kind: 'republished', eId, text }];
    const objectOf =
      object.test(masked.slice(Math.max(0, mention.start - 1), mention.end)) && done.test(rest);
    return objectOf || amended.has(mention) ? [{ mention, kind: 'amended', eId, text }] : [];
  });
}

function fromTitle(title: string): Mention[] {
  const amendment = /^(?:中华人民共和国)?(.+?)修正案(?:（.+）|\(.+\))?(?:（草案）)?$/.exec(title);
  if (amendment) return [{ title: title.slice(0, title.indexOf('修正案')), ...inTitle }];
  const at = title.search(/修改|修正|修订/);
  return at < 0 ? [] : readMentions(title).filter((mention) => mention.start > at);
}
