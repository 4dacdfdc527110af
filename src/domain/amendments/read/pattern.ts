/** The recurring parts of amendment phrasings, for patterns over tokens. */
import { B, L, Q } from './tokens.ts';

const parts: Readonly<Record<string, string>> = {
  /** Addresses: 第六条第一款、第三款 is one token; 第三条第二款和第六条 may be several. */
  T: `(?:[${B}](?:的|中的?|中)?)?[${L}](?:(?:的规定)?(?:、|和|及|以及|或者|与)?[${L}])*`,
  /** Addresses in groups, with commas between them: 第六条第一款、第三款，第十三条第一款. */
  TS: `(?:[${B}](?:的|中的?|中)?)?[${L}](?:(?:的规定)?(?:、|和|及|以及|或者|与|，|,)?[${L}])*`,
  /** The same without a title before them. */
  LS: `[${L}](?:(?:的规定)?(?:、|和|及|以及|或者|与|，|,)?[${L}])*`,
  /** New wording: one quotation or several in a row. */
  QS: `[${Q}](?:[\\s、]?[${Q}])*`,
  /** Words: one quotation or a list of them. */
  QL: `[${Q}](?:(?:一词|字样)?(?:、|和|及|以及|或者|与)?[${Q}])*`,
  q: `[${Q}]`,
  L: `[${L}]`,
  B: `[${B}]`,
  BA: '(?:将|把|对|关于|在|于|从|并|同时|另|相应地?|再|均|也|其){0,6}',
  TO: `(?:(?:修改|修订|修正|更改|变更|更正|更名|改名|改称|改写|调整|替换|改|变|规范|统一)(?:为|成)|改称?(?=[${Q}]))`,
  DEL: '(?:删去|删除|删掉|删|去掉|去除|取消)',
  ADD: '(?:增加|增设|增写|新增|增列|增补|加上|添加|补充|加入|插入)',
  COUNT: '[一二两三四五六七八九十\\d]{1,4}',
  /** 其他各项, 其余的款: all of a list but those that are kept. */
  REST: '(?:其他|其余|其它)?(?:的)?(?:各|所有|全部)?(?:的)?[条款项目]',
  UNIT: '(?:自然段|分编|条|款|项|目|章|节|编)',
  IN: '(?:规定|所称|所列|各[款项])?(?:其中|之中|中|内|里)?(?:有关|关于|相关|所有|涉及)?(?:的)?(?:有关|相关|所有)?(?:表述)?',
  /** Which of the places where words stand: 第二处“甲”, 第二个“甲”, 两处“甲”. */
  NTH: '(?:(?:(?:第[一二三四五六七八九十\\d]{1,3}|最后一|首)[处个]|[两二三四五六七八九十]处)(?:出现)?(?:的)?)?',
  /** Colon, comma or line break before a quotation. */
  TILL: '(?:[：:，,\\s]|如下|即){0,8}',
  /** 一词, 字样: after a quoted word. */
  WORD: '(?:一词|[两二三四五六]词|等?字样|字|一语|的?等?表述|的?用语|的内容|的规定)?',
  /** How many places, or how much of one: “甲”（两处）, “甲乙。”一句. */
  SPOT: '(?:一句(?:话)?|[（(](?:出现|共)?[两二三四五六七八九十]处[）)])?',
  ALL: '(?:分别|统一|均|一律|全部|全|都|相应|一并|依次|顺次|顺序|相应地){0,6}',
};

/**
 * A pattern anchored at the place it is tried.
 *
 * `<target:T>` is a named part; `{T}` the same without a name. Spaces in the template mean nothing.
 */
export function phrase(template: string): RegExp {
  const source = template
    .replace(/\s+/g, '')
    .replace(/<(\w+):(\w+)>/g, (_all, name: string, part: string) => `(?<${name}>${partOf(part)})`)
    .replace(/\{([A-Za-z]+)\}/g, (_all, part: string) => partOf(part));
  return new RegExp(source, 'y');
}

function partOf(name: string): string {
  const part = parts[name];
  if (part === undefined) throw new Error(`unknown part ${name}`);
  return part;
}
