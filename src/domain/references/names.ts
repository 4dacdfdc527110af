/**
 * Names of documents as keys: whatever the spelling, the same document gives the same key.
 *
 * `湛府[2020] 68 号` → `湛府〔2020〕68号` · `中华人民共和国国务院令第七百二十二号` → `国务院令第722号`
 */
import { numeralClass, parseNumeral } from '../text/numerals.ts';

/** A 文号 taken apart. `order`: 令第7号; `registry`: 湛部规2020-50. */
export interface DocumentNumber {
  scheme: 'document' | 'order' | 'registry';
  /** 机关代字 (湛府), or for an order the issuer (湛江市人民政府; empty where the text gives none). */
  mark: string;
  year?: number;
  number: number;
}

/** A 文号 in running text. */
export interface FoundNumber {
  start: number;
  end: number;
  text: string;
  key: string;
  parts: DocumentNumber;
}

const numeral = `[${numeralClass}]`;
const open = '[〔［\\[（(【〈{]';
const close = '[〕］\\]）)】〉}]';
const year = '(?:19|20|１９|２０)[0-9０-９]{2}|[一二][〇零○一二三四五六七八九]{3}';
const dash = '[-—–－‐‑―−]{1,2}';

const whole: readonly [DocumentNumber['scheme'], RegExp][] = [
  ['document', new RegExp(`^([^0-9]+?)${open}(${year})年?${close}(?:字?第)?(${numeral}+)号?$`)],
  ['order', new RegExp(`^(.*?)令[（(]?(?:第)?()(${numeral}+)号?[）)]?$`)],
  ['order', new RegExp(`^(.*?)第()(${numeral}+)号令$`)],
  ['registry', new RegExp(`^([^0-9]+?)(${year})${dash}(${numeral}+)号?$`)],
  ['document', new RegExp(`^([^0-9]+?)(${year})年?第?(${numeral}+)号$`)],
];

/**
 * A 文号 taken apart, or undefined where the text is none.
 *
 * `湛发改价格〔2015〕26号` → document, 湛发改价格, 2015, 26 · `湛部规 2020—50` → registry, 湛部规, 2020, 50
 */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  const compact = text.replace(/[\s\u3000]/g, '');
  if (compact.length > 60) return undefined;
  for (const [scheme, pattern] of whole) {
    const match = pattern.exec(compact);
    if (!match) continue;
    const number = parseNumeral(match[3]!);
    const inYear = match[2] === '' ? undefined : parseNumeral(match[2]!);
    if (number === undefined) continue;
    const mark = scheme === 'order' ? match[1]!.replace(/^中华人民共和国(?=.)/, '') : match[1]!;
    // 湛府2020-68: a dash is the registry's own form only where the mark says 规.
    const own = scheme === 'registry' && !/[规备登]$/.test(mark) ? 'document' : scheme;
    return { scheme: own, mark, ...(inYear === undefined ? {} : { year: inYear }), number };
  }
  return undefined;
}

/** The one spelling of a 文号: `湛府〔2020〕68号`, `国务院令第722号`, `湛部规2020-50`. */
export function formatDocumentNumber({ scheme, mark, year, number }: DocumentNumber): string {
  if (scheme === 'order') return `${mark}令第${number}号`;
  return scheme === 'registry' ? `${mark}${year}-${number}` : `${mark}〔${year}〕${number}号`;
}

/** Key of a 文号 in any spelling; a text that is none gives itself without spaces. */
export function documentNumberKey(text: string): string {
  const parts = parseDocumentNumber(text);
  return parts ? formatDocumentNumber(parts) : text.normalize('NFKC').replace(/\s/g, '');
}

const gap = '[ \\u00a0]{0,2}';

/** What a 文号 has after its 代字, and how the 代字 before it reads. Searched from the rare part, so that prose costs little. */
const running: readonly { after: RegExp; before?: RegExp }[] = [
  {
    after: new RegExp(
      `${open}${gap}(?:${year})${gap}${close}${gap}(?:字?第)?${gap}${numeral}{1,6}${gap}号`,
      'g',
    ),
    before: /[\u4e00-\u9fff]{1,16}[ \u00a0]{0,2}$/,
  },
  {
    after: new RegExp(`(?<![命法号司指禁夏口律政])令${gap}[（(]?${gap}第?${gap}${numeral}{1,6}${gap}号`, 'g'),
  },
  { after: new RegExp(`第${gap}${numeral}{1,6}${gap}号令`, 'g') },
  {
    after: new RegExp(
      `(?<=[规备登])${gap}(?:${year})${gap}${dash}${gap}(?!${year})[0-9]{1,4}(?![0-9年]|${gap}${dash})`,
      'g',
    ),
    before: /[\u4e00-\u9fff]{2,8}$/,
  },
];

/** Words that stand before a 代字 without belonging to it. */
const lead =
  /^.*(?:根据|依据|依照|按照|参照|执行|印发|废止|修改|文件|通知|办法|规定|意见|决定|文号|编号|贯彻|落实|转发|替代|代替|以及|被|依|按|见|即|由|和|与|及|经|以|原)(?=.{2,})/;
/** What may end the name of a body that issues orders. */
const issuer =
  /[\u4e00-\u9fff]{0,22}(?:政府|部|局|委员会|委|总署|署|国务院|主席|大会|厅|办公室|银行|法院|检察院|军委|监会)$/;
/** A date or a preposition before the issuer: 2018年12月31日湛江市人民政府令. */
const issuerLead = /^(?:.*[日月年])?(?:根据|依据|依照|按照|经|以|由|据|和|与|及|原|按)?/;

/**
 * Every 文号 of a text, in order, without overlap.
 *
 * `根据湛发改价格[2015] 26 号文` → 湛发改价格〔2015〕26号 · `2018年12月31日湛江市人民政府令第3号` → 湛江市人民政府令第3号
 */
export function findDocumentNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const { after, before } of running) {
    for (const match of text.matchAll(after)) {
      const end = match.index + match[0].length;
      const start = before ? markStart(text, match.index, before) : orderStart(text, match.index);
      const parts = start === undefined ? undefined : parseDocumentNumber(text.slice(start, end));
      if (start === undefined || !parts) continue;
      found.push({ start, end, text: text.slice(start, end), key: formatDocumentNumber(parts), parts });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}

/** Where the 代字 before an offset begins: 根据|湛发改价格〔2015〕26号. */
function markStart(text: string, at: number, before: RegExp): number | undefined {
  const run = before.exec(text.slice(Math.max(0, at - 20), at))?.[0];
  if (run === undefined) return undefined;
  const mark = run.replace(/[ \u00a0]+$/, '');
  return at - run.length + (lead.exec(mark)?.[0].length ?? 0);
}

function orderStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 26), at).replace(/[ \u00a0]+$/, '');
  const trailing = Math.min(26, at) - before.length;
  const name = (issuer.exec(before)?.[0] ?? '').replace(issuerLead, '');
  return name === '' ? at : at - trailing - name.length;
}

/**
 * Key of a title: no spaces, brackets of titles, quotation marks or 中华人民共和国; one width; numerals in brackets in digits.
 *
 * `湛江市 “数字政府”建设总体规划(2020-2022年)` and `湛江市"数字政府"建设总体规划（2020—2022年）` → the same key
 */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s《》〈〉<>“”"'‘’「」『』、,·.;:]/g, '')
    .replace(/[-—–‐‑―−~～]+/g, '-')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(
      new RegExp(`\\((${numeral}+)\\)`, 'g'),
      (_all, digits: string) => `(${parseNumeral(digits) ?? digits})`,
    )
    .replace(/中华人民共和国(?=.)/g, '')
    .toLowerCase();
}

/**
 * Key of a title without the bodies that issued it: what stands from 关于 on; undefined where there is none before it.
 *
 * `湛江市教育局 湛江市财政局关于收费管理的通知` → key of `关于收费管理的通知`
 */
export function titleTailKey(title: string): string | undefined {
  const key = titleKey(title);
  const at = key.indexOf('关于');
  return at < 0 || at > 80 ? undefined : key.slice(at);
}

/**
 * A name with every numeral cut down to 0, to see whether two names differ in their numbers alone.
 *
 * `刑法修正案（十一）` and `刑法修正案（十二）` → the same skeleton
 */
export function nameSkeleton(name: string): string {
  return titleKey(name).replace(new RegExp(`${numeral}+`, 'g'), '0');
}
