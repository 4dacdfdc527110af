/**
 * The years that a plan is for: 规划期限为2020至2022年 · （2021—2025年） in its title · “十四五”.
 * The end of the years is not a repeal and not a lapse; it is a state of its own.
 */
import type { Instrument } from '../../model.ts';
import { numeralClass, parseNumeral } from '../../text/numerals.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

export interface PlanYears {
  first: number;
  last: number;
  eId: string;
  text: string;
  rule: string;
}

const n = `[${numeralClass}]`;
const span = `(${n}{4})年?(?:度)?(?:至|到|—+|-+|－|–|～|~|―)(${n}{4})年(?:度)?`;
const titlePattern = new RegExp(`(${n}{4})年?(?:至|到|—+|-+|－|–|～|~|―)(${n}{4})年?`);
const bodyPattern = new RegExp(
  `(?:规划|计划|行动|实施|方案|本规划|编制)(?:的)?(?:期限|期间|时限|年限|期|时间|时段|范围)(?:为|是|：|:|，|从|自)*${span}`,
);
const planTitle = /规划|计划|方案|纲要|行动|工程|布局/;
const fiveYears = /[“"]?(十[一二三四五六七八九]|二十[一二三四五六七八九]?)五[”"]?/;

/**
 * Years a plan is for; the body's own clause before the title.
 * @returns undefined for texts that are no plans
 *
 * 《……总体规划（2020-2022年）》 with 规划期限为2020至2022年 → 2020, 2022, evidence: that paragraph
 */
export function planYears(instrument: Instrument): PlanYears | undefined {
  if (instrument.kind !== 'plan' && instrument.kind !== 'other') return undefined;
  if (!planTitle.test(instrument.title)) return undefined;
  const sentences = sentencesOf(instrument);
  for (const sentence of sentences) {
    const years = spanIn(bodyPattern, sentence);
    if (years) return { ...years, eId: sentence.eId, text: sentence.text, rule: '原文载明期限' };
  }
  const bare = instrument.title.replace(/\s/g, '');
  const title = spanOf(titlePattern.exec(bare));
  if (title) return { ...title, eId: '', text: instrument.title, rule: '标题载明年度' };
  const five = fiveYears.exec(bare);
  const ordinal = five && parseNumeral(five[1]!);
  if (!ordinal || /基础|评估|总结/.test(bare)) return undefined;
  const first = 1981 + 5 * (ordinal - 6);
  return {
    first,
    last: first + 4,
    eId: '',
    text: instrument.title,
    rule: `第${five[1]}个五年规划为${first}—${first + 4}年`,
  };
}

function spanIn(pattern: RegExp, sentence: Sentence) {
  return spanOf(pattern.exec(sentence.masked));
}

function spanOf(match: RegExpExecArray | null): { first: number; last: number } | undefined {
  const first = match && parseNumeral(match[1]!);
  const last = match && parseNumeral(match[2]!);
  if (!first || !last || first < 1900 || last > 2999 || last < first) return undefined;
  return { first, last };
}
