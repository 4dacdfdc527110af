/** Brackets that do not explain, but say which documents the words before them mean. */
import { numeralClass } from '../text/numerals.ts';
import { mask } from './mask.ts';

const nouns = '(?:文件|规定|规章|办法|通知|政策|制度|做法|意见|条例|法规|细则)';
const within =
  '（(?:其中)?(?:主要)?(?:包括|包含|含有?|如|即|例如|比如|有|为|分别[是为])?(?:但不限于)?[：:]?(《(?:[^（）]|（[^（）]*）)*)）';
const naming = new RegExp(`(${nouns}等?(?:[${numeralClass}]{1,4}[件个部项])?)${within}`, 'g');
/** 《甲》等有关规定（包括《乙》） */
const alsoNaming = new RegExp(`(?<=[》）])((?:等|及其?|和)[^，。；《》（）]{0,10}?${nouns})${within}`, 'g');
/** Words that leave out what stands before them. */
export const leftOut = '(?:除外|以外|之外|不在此[列限])';
/** Says which are not meant: `…的规定（《甲》第二条除外）同时废止` → `…的规定，《甲》第二条除外，同时废止` */
const excepting = new RegExp(`（(?=[^（）]*《)((?:[^（）]|（[^（）]*）){1,200}?${leftOut})）`, 'g');
const onlyCited = /(?:根据|依据|按照|依照|违反|贯彻|落实|遵守|参照|符合)[^，。；]*$/;

/**
 * A bracket that says which documents are meant, opened.
 *
 * `此前的有关规定（包括《甲》《乙》）同时废止` → `此前的有关规定《甲》《乙》同时废止` ·
 * `《甲》等有关规定（包括《乙》）同时废止` → `《甲》、《乙》等有关规定同时废止`
 */
export function withNamed(bare: string): string {
  if (!bare.includes('（')) return bare;
  const plain = opened(bare, excepting, (named) => `，${named}，`);
  const also = opened(plain, alsoNaming, (words, named) => `、${named}${words}`);
  return opened(also, naming, (words, named) => `${words}${named}`);
}

function opened(bare: string, pattern: RegExp, printed: (words: string, named: string) => string): string {
  if (bare.search(pattern) < 0) return bare;
  const masked = mask(bare);
  return bare.replace(pattern, (all, words: string, named: string, at: number) =>
    masked[at] === '□' || onlyCited.test(bare.slice(Math.max(0, at - 60), at)) ? all : printed(words, named),
  );
}
