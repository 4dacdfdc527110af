/** How a state is said where its ground matters too. */
import type { Basis, State } from '../../domain/model.ts';
import { stateWords } from '../words.ts';

export interface StateName {
  shape: string;
  word: string;
  tone: string;
}

const grounds: Partial<Record<`${State} ${Basis}`, string>> = {
  'in-force own-terms': '有效（依自身规定）',
  'in-force inferred': '推定有效',
  // Declared void by another text, which is no running out.
  'lapsed stated': '失效',
};

/** `in-force`, `inferred` → 推定有效. */
export function stateName(state: State, basis: Basis): StateName {
  const { shape, word, tone } = stateWords[state];
  return { shape, word: grounds[`${state} ${basis}`] ?? word, tone };
}

/** Evidence as a reader meets it: a date under the text is named as such, a clause is quoted. */
export function evidenceWords(text: string, eId: string): string {
  return eId === '' && /^\d{4}年\d{1,2}月\d{1,2}日(?:公布|通过)?$/.test(text)
    ? `文末日期：${text}`
    : `“${text}”`;
}
