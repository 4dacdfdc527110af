/** Brackets that do not explain, but say which documents the words before them mean. */
import { numeralClass } from '../text/numerals.ts';
import { mask } from './mask.ts';

const nouns = '(?:文件|规定|规章|办法|通知|政策|制度|做法|意见|条例|法规|细则)';
const within =
  '（(?:其中)?(?:主要)?(?:包括|包含|含有?|如|即|例如|比如|有|为|分别[是为])?(?:但不限于)?[：:]?(《(?:[^（）]|（[^（）]*）)*)）';
const naming = new RegExp(`(${nouns}等?(?:[${numeralClass}]{1,4}[件个部项])?)${within}`, 'g');
/** 《甲》等有关规定（包括《乙》） */
const alsoNaming = new RegExp(`(?<=[》）])((?:等|及其?|和)[^，。；《》（）]{0,10}?${nouns})${within}`, 'g');
const onlyCited = /(?:根据|依据|按照|依照|违反|贯彻|落实|遵守|参照|符合)[^，。；]*$/;

/**
 * A bracket that says which documents are meant, opened.
 *
 * `此前的有关规定（包括《甲》《乙》）同时废止` → `此前的有关规定《甲》《乙》同时废止` ·
 * `《甲》等有关规定（包括《乙》）同时废止` → `《甲》、《乙》等有关规定同时废止`
 */
export function withNamed(bare: string): string {
  if (!bare.includes('（')) return bare;
  const told = (at: number): boolean =>
    !onlyCited.test(bare.slice(0, at)) && mask(bare).slice(at, at + 1) !== '□';
  return bare
    .replace(alsoNaming, (all, words: string, named: string, at: number) =>
      told(at) ? `、${named}${words}` : all,
    )
    .replace(naming, (all, noun: string, named: string, at: number) => (told(at) ? `${noun}${named}` : all));
}
