/** Windows that a text opens at its commencement: 在本规定施行之日起180日内. */
import { clauseStart } from './commencement.ts';
import { type Period, parsePeriod, periodPattern } from './periods.ts';
import type { Sentence } from './sentences.ts';

export interface Transition {
  period: Period;
  eId: string;
  text: string;
}

const pattern = new RegExp(
  `(?:自|在|从)?(?:本|该)[一-龥]{1,8}(?:施行|实施|生效|公布|发布|印发)(?:之日|之后|后|日)?(?:起|的)?(?:的)?(${periodPattern})(?:之内|以内|内)`,
  'g',
);

/** `在本规定施行之日起180日内申请……的` → 180日. */
export function readTransitions(sentence: Sentence): Transition[] {
  return Array.from(sentence.masked.matchAll(pattern)).flatMap((match) => {
    const period = parsePeriod(match[1]!);
    const other = /[⟦“]/.test(sentence.masked.slice(clauseStart(sentence.masked, match.index), match.index));
    return period && !other ? [{ period, eId: sentence.eId, text: sentence.text }] : [];
  });
}
