/**
 * The title of a document as a key, kept apart from the title as printed.
 *
 * The key leaves out what does not tell documents apart: spaces, width, marks and brackets of titles, quotation marks,
 * 中华人民共和国, and what an editor or a database adds at the end (（2019年修正）, （失效）, 编者注).
 */
import { numeralClass, parseNumeral } from '../text/numerals.ts';

const numeral = `[${numeralClass}]`;
/** What a print adds to tell its text from an older one; 年版 and 年本 stay, for they are documents of their own. */
const edition = new RegExp(
  `[（(［[【]\\s*(?:(?<year>(?:19|20)\\d{2}|[二一][〇零○一二三四五六七八九]{3})\\s*年?[^（）()]{0,12}?)?(?:第?${numeral}{1,3}次)?(?:修正|修订|修改)(?:本|文本|版)?\\s*[）)］\\]】]$`,
);
const editorial =
  /(?:[（(［[【]\s*(?:(?:编者?)?注[:：].*|已?失效|已?废止|现行有效|已被修改|尚未生效)\s*[）)］\]】]|\s*(?:\[\d+\]|[①-⑳*]))$/;

/**
 * A title without what its print adds, and the year of the text where that says one.
 *
 * `中华人民共和国甲法（2019年修正）` → `中华人民共和国甲法`, 2019 · `甲规划（2020—2022年）` → itself
 */
export function withoutEdition(printed: string): { title: string; year?: number; edition?: string } {
  let title = printed.trim();
  let found: RegExpExecArray | null = null;
  for (let turn = 0; turn < 3; turn++) {
    const match = edition.exec(title);
    const rest = match ?? editorial.exec(title);
    if (!rest || rest.index === 0) break;
    found ??= match;
    title = title.slice(0, rest.index).trimEnd();
  }
  const year = parseNumeral(found?.groups?.['year'] ?? '');
  return { title, ...(year === undefined ? {} : { year }), ...(found ? { edition: found[0] } : {}) };
}

/**
 * Key of a title: equal keys are titles of one document.
 *
 * `湛江市 “数字政府”建设总体规划(2020-2022年)` and `湛江市"数字政府"建设总体规划（2020—2022年）` → the same key
 */
export function titleKey(title: string): string {
  const plain = title.normalize('NFKC').slice(0, longest);
  const bare = mayHaveEdition.test(plain) ? withoutEdition(plain).title : plain;
  const numbered = bare.includes('(')
    ? bare.replace(inBrackets, (_all, one: string) => `(${parseNumeral(one) ?? one})`)
    : bare;
  return numbered
    .replace(/[-—–‐‑―−~～]+/g, '-')
    .replace(/[^\p{L}\p{N}-]+/gu, '')
    .replace(/中华人民共和国(?=.)/g, '')
    .toLowerCase();
}

/** How what a print adds to a title ends, in NFKC. */
const mayHaveEdition = /[)\]】*]\s*$/;
const inBrackets = new RegExp(`\\((${numeral}+)\\)`, 'g');
/** A longer title is compared by its beginning. */
const longest = 1000;

/**
 * Key of a title without the bodies that issued it: what stands from 关于 on; undefined where there is none before it.
 *
 * `湛江市教育局 湛江市财政局关于收费管理的通知` → key of `关于收费管理的通知`
 */
export function titleTailKey(title: string): string | undefined {
  return tailOf(titleKey(title));
}

/** The same of a key. */
export function tailOf(key: string): string | undefined {
  const at = key.indexOf('关于');
  return at < 0 || at > 80 ? undefined : key.slice(at);
}

const numerals = new RegExp(`${numeral}+`, 'g');

/**
 * A name with every numeral cut down to 0, to see whether two names differ in their numbers alone.
 *
 * `刑法修正案（十一）` and `刑法修正案（十二）` → the same skeleton
 */
export function nameSkeleton(name: string): string {
  return titleKey(name).replace(numerals, '0');
}

const trial = /(?:试行|暂行)$/;

/** A key without a final （试行）. */
export function withoutTrial(key: string): string {
  return key.replace(trial, '');
}

/**
 * True where a name means a text with this title. Names may leave out a final （试行）, and from 关于 on who gave it;
 * a short name (刑法) must be the whole title.
 */
export function sameTitle(name: string, title: string): boolean {
  const [a, b] = [titleKey(name), titleKey(title)];
  if (a === '' || b === '') return false;
  if (a === b || withoutTrial(a) === withoutTrial(b)) return true;
  const short = a.startsWith('关于') ? [a, b] : b.startsWith('关于') ? [b, a] : undefined;
  return short !== undefined && short[0]!.length > 6 && titleTailKey(short[1]!) === short[0];
}
