/**
 * The number of a document: one grammar for 文号, 令, 公告, 通告 and 统一编号, whatever the spelling.
 *
 * `湛府[2020] 68 号` → `湛府〔2020〕68号` · `中华人民共和国国务院令第七百二十二号` → `国务院令第722号`
 * `国家税务总局公告2020年第5号`, `〔84〕法研字第9号`, `政府令〔2010〕第15号`, `〔2019〕第4号` stay as they are.
 * The forms are those of 党政机关公文格式 GB/T 9704 (文号), of the orders and announcements in the gazettes of the
 * State Council and its departments, and of documents before 1987 (year first).
 */
import { halfDigits, numeralClass, parseNumeral } from '../text/numerals.ts';

/** How a kind of number is built: with 代字 and year, as 令, 公告 or 通告, or as 统一编号. */
export type NumberScheme = 'document' | 'order' | 'announcement' | 'circular' | 'registry';

/** A number taken apart. */
export interface DocumentNumber {
  scheme: NumberScheme;
  /** 代字 (湛府), or the body that gives the order or announcement; empty where the text gives none. */
  organ: string;
  /** Four digits; a number of two digits is one of the last century. */
  year?: number;
  number: number;
  /** The term of a congress in which its committee counts its announcements: 十四届. */
  term?: string;
  /** How it is printed where its scheme has two forms; no part of its key. */
  form?: 'brackets' | 'year-first' | 'short-year-first';
}

/** A number in running text. */
export interface FoundNumber {
  start: number;
  end: number;
  text: string;
  key: string;
  parts: DocumentNumber;
}

const words: Partial<Record<NumberScheme, string>> = { order: '令', announcement: '公告', circular: '通告' };
const numeral = `[${numeralClass}]`;
const open = '[〔［\\[（(【〈{﹝]';
const close = '[〕］\\]）)】〉}﹞]';
const year = '(?:19|20|１９|２０)[0-9０-９]{2}|[一二][〇零○一二三四五六七八九]{3}';
const shortYear = '[0-9０-９]{2}';
const term = '[一二三四五六七八九十]{1,3}届';
const dash = '[-—–－‐‑―−]{1,2}';
/** Letters, and one bracket as in 法（研）复. */
const organ = '(?<organ>\\p{L}{0,40}?(?:\\(\\p{L}{1,6}\\)\\p{L}{0,6})?)';
const count = `(?<number>${numeral}{1,7})`;

const whole: readonly RegExp[] = [
  `^${organ}(?<open>${open})(?<year>${year})年?${close}(?:字?第)?${count}号?$`,
  `^${organ}(?<word>公告|令)${open}(?<term>${term})${close}第?${count}号$`,
  `^${organ}(?<open>[〔[])(?<year>${shortYear})[〕\\]](?:字?第)?${count}号$`,
  `^(?<first>[〔[(])(?<year>${year}|${shortYear})[〕\\])](?<organ>\\p{L}{1,10}?)第?${count}号$`,
  `^${organ}(?<word>令|公告|通告)\\(?第${count}号?\\)?$`,
  `^${organ}(?<word>令|公告|通告)\\(?${count}号\\)?$`,
  `^${organ}(?<word>令|公告|通告)\\((?<year>${year})年第?${count}号\\)$`,
  `^${organ}(?:(?<year>${year})年)?第?${count}号(?<word>令|公告|通告)$`,
  `^(?<organ>\\p{L}{1,16}?)(?<dash>(?<year>${year})${dash})${count}号?$`,
  `^(?<organ>[A-Z]{2,8}\\d{0,2})(?<dash>${dash}(?<year>${year})${dash})${count}$`,
  `^(?=\\p{L})${organ}(?<year>${year})年?第?${count}号$`,
].map((pattern) => new RegExp(pattern, 'u'));
/** 湛府2020 71: a space parts year and number where 号 is left out. */
const spaced = new RegExp(`^(?<organ>\\p{Script=Han}{1,16}?)\\s*(?<year>${year})\\s+第?${count}$`, 'u');
const notOrder = /[命法号司指禁夏口律政]$/;
const longest = 60;

/**
 * A number taken apart, or undefined where the text is none. Brackets around it are no part of it.
 *
 * `湛发改价格〔2015〕26号` → document, 湛发改价格, 2015, 26 · `湛部规 2020—50` → registry, 湛部规, 2020, 50
 */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  if (text.length > 2 * longest) return undefined;
  const plain = unbracketed(text.normalize('NFKC').trim());
  const compact = plain.replace(/\s/g, '');
  if (compact.length > longest) return undefined;
  for (const pattern of whole) {
    const parts = partsOf(pattern.exec(compact)?.groups);
    if (parts) return parts;
  }
  return partsOf(spaced.exec(plain)?.groups);
}

/** `(湛府〔2020〕68号)` → `湛府〔2020〕68号`; a bracket without its other half falls away too. */
function unbracketed(text: string): string {
  const rest = text.replace(/^\((?=[^()]*(?:\([^()]*\)[^()]*)*\)?$)(?!\d{2,4}\))/, '');
  return rest.replace(/^([^()]*(?:\([^()]*\)[^()]*)*)\)$/, '$1');
}

function partsOf(groups: Record<string, string | undefined> | undefined): DocumentNumber | undefined {
  const number = parseNumeral(groups?.['number'] ?? '');
  if (!groups || number === undefined) return undefined;
  const inYear = groups['year'] === undefined ? undefined : parseNumeral(groups['year']);
  const mark = groups['organ'] ?? '';
  if (mark.includes('关于')) return undefined;
  const dated = {
    ...(inYear === undefined ? {} : { year: inYear < 100 ? 1900 + inYear : inYear }),
    ...(groups['term'] === undefined ? {} : { term: groups['term'] }),
  };
  const { word = /(?:令|公告|通告)$/.exec(mark)?.[0] } = groups;
  const scheme = (Object.keys(words) as NumberScheme[]).find((one) => words[one] === word);
  const body = (groups['word'] === undefined && word ? mark.slice(0, -word.length) : mark)
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
  if (scheme) {
    if (notOrder.test(body)) return undefined;
    const form = groups['open'] === undefined ? {} : { form: 'brackets' as const };
    return { scheme, organ: body.replace(/^中华人民共和国(?=.)/, ''), ...dated, number, ...form };
  }
  if (inYear === undefined) return undefined;
  if (groups['first'] !== undefined) {
    if (courtCase.test(body)) return undefined;
    return {
      scheme: 'document',
      organ: body,
      ...dated,
      number,
      form: inYear < 100 ? 'short-year-first' : 'year-first',
    };
  }
  // 湛府2020-68: a dash is the registry's own form only where the mark says so.
  const registered = groups['dash'] !== undefined && /[规备登A-Z\d]$/.test(body);
  return { scheme: registered ? 'registry' : 'document', organ: body, ...dated, number };
}

/** 湛赤法民一初字: the number of a case before a court is that of no document. */
const courtCase = /[民刑行执赔商破][一二三四五六七八九]?[初终再申监提他]?字?$|[初终再执]字?$/;

/** A number as it is written: `湛府〔2020〕68号`, `国务院令第722号`, `国家税务总局公告2020年第5号`, `湛部规2020-50`. */
export function printDocumentNumber({ scheme, organ, year, term, number, form }: DocumentNumber): string {
  if (scheme === 'registry') return `${organ}${/[A-Z\d]$/.test(organ) ? '-' : ''}${year}-${number}`;
  const word = words[scheme];
  if (word !== undefined) {
    if (term !== undefined) return `${organ}${word}〔${term}〕第${number}号`;
    const when = year === undefined ? '' : form === 'brackets' ? `〔${year}〕` : `${year}年`;
    return `${organ}${word}${when}第${number}号`;
  }
  if (form === 'year-first') return `〔${year}〕${organ}第${number}号`;
  if (form === 'short-year-first') return `〔${String(year).slice(-2)}〕${organ}第${number}号`;
  return organ === '' ? `〔${year}〕第${number}号` : `${organ}〔${year}〕${number}号`;
}

/** True for a number that is called by the body that gives it: 国务院令第707号. */
export function isGivenBy({ scheme }: DocumentNumber): boolean {
  return words[scheme] !== undefined;
}

/** True for a number that one document alone has: under an order's number a text is promulgated, or another amended. */
export function tellsApart(number: string | undefined): boolean {
  const parts = parseDocumentNumber(number ?? '');
  return parts !== undefined && parts.scheme !== 'order' && parts.year !== undefined;
}

/** Key of a number taken apart: the same for every form of print. */
export function keyOfNumber({ form: _, ...parts }: DocumentNumber): string {
  return printDocumentNumber(parts);
}

/** Key of a number in any spelling; a text that is none gives itself without spaces. */
export function documentNumberKey(text: string): string {
  const parts = parseDocumentNumber(text);
  return parts ? keyOfNumber(parts) : text.normalize('NFKC').replace(/\s/g, '');
}

/**
 * The number that a line consists of, as it is written; undefined for any other line.
 *
 * `(湛府[2020] 68 号)` → `湛府〔2020〕68号` · `（国务院令第707号）` → `国务院令第707号` · `根据湛府〔2020〕68号` → undefined
 * @param schemes which kinds of number are looked for; all where none is given
 */
export function numberLine(text: string, ...schemes: NumberScheme[]): string | undefined {
  const line = text.trim().replace(signer, '');
  if (line.length > longest || !/[号\d][)）]?$/.test(line) || leadIn.test(line)) return undefined;
  const parts = parseDocumentNumber(line);
  if (!parts || (schemes.length > 0 && !schemes.includes(parts.scheme))) return undefined;
  if (parts.scheme !== 'registry' && !/号[)）]?$/.test(line)) return undefined;
  return printDocumentNumber(parts);
}

/** `甲建〔2024〕11号　　签发人：乙某`, as a document that is sent upwards prints it. */
const signer = /[\s\u3000]{1,60}签\s?发\s?人\s?[：:][\u3400-\u9fff\s、]{1,24}$/;
const leadIn = /^[(（]?(?:根据|依据|依照|按照|参照|执行|贯彻|转发)/;

/** Kinds of number that are named by the body that gives them: 令第7号, 公告2020年第5号. */
const heads = /^(.*)(令|公告|通告)$/s;

/**
 * The number of an order or announcement printed on two lines; undefined for any other two lines.
 *
 * `国家税务总局公告` ⏎ `2020年第5号` → 国家税务总局, announcement, 2020, 5 · `甲省人民政府令` ⏎ `（第7号）` → 甲省人民政府, order, 7
 * @param line ends with 令, 公告 or 通告
 */
export function numberBelow(line: string, next: string | undefined): DocumentNumber | undefined {
  const [, organ = '', word] = heads.exec(line.replace(/\s/g, '')) ?? [];
  if (word === undefined || next === undefined || next.length > 24) return undefined;
  if (
    !/^[（(]?(?:[〔［[]?\d{4}|第|[〔［[（(][一二三四五六七八九十]{1,3}届)/.test(halfDigits(next.trim())) ||
    !/号[)）]?$/.test(next.trim())
  )
    return undefined;
  const parts = parseDocumentNumber(word + unbracketed(next.normalize('NFKC').trim()));
  return parts && parts.scheme !== 'document' && parts.organ === ''
    ? { ...parts, organ: organ.replace(/^中华人民共和国(?=.)/, '') }
    : undefined;
}

/** Where the bare number of an order or announcement begins that closes a line: `甲局 乙局公告|2021年第5号`; -1 without one. */
export const numberAtEnd = (line: string): number =>
  line.search(/[（(]?(?:[〔［[]?\d{4}\s?[〕］\]年]\s?)?第[^第]{1,12}号[)）]?$/);

const gap = '[ \\u00a0]{0,2}';
const tail = `(?:字?第)?${gap}${numeral}{1,6}${gap}号`;
const inBrackets = `${open}${gap}(?:${year})${gap}${close}`;
const mark =
  /(?:[\u4e00-\u9fff]{1,4}[（(](?!试行|暂行)[\u4e00-\u9fff]{1,3}[）)][\u4e00-\u9fff]{0,4}|[\u4e00-\u9fff]{1,16})[ \u00a0]{0,2}$/;

/** What a number has after its 代字, and how the 代字 before it reads. Searched from the rare part, so that prose costs little. */
const running: readonly { after: RegExp; before?: RegExp }[] = [
  { after: new RegExp(`(?:${inBrackets}|[〔\\[［]${shortYear}[〕\\]］])${gap}${tail}`, 'g'), before: mark },
  // 甲府〔2013〕5、6号: the first of several that share their 号.
  {
    after: new RegExp(`${inBrackets}${numeral}{1,4}(?=(?:[、，]${numeral}{1,4}){1,9}号)`, 'g'),
    before: mark,
  },
  {
    after: new RegExp(
      `[〔\\[［（(](?:${year}|${shortYear})[〕\\]］）)]${gap}[\\u4e00-\\u9fff]{1,9}字${gap}第?${gap}${numeral}{1,6}${gap}号`,
      'g',
    ),
  },
  {
    after: new RegExp(
      `(?<![命法号司指禁夏口律政])令${gap}(?:(?:${inBrackets}|(?:${year})${gap}年)${gap})?[（(]?${gap}第?${gap}${numeral}{1,6}${gap}号`,
      'g',
    ),
  },
  {
    after: new RegExp(
      `[公通]告${gap}(?:(?:(?:${inBrackets}|${open}${term}${close}|(?:${year})${gap}年)${gap}第?|[（(]?${gap}第)${gap}${numeral}{1,6}${gap}号)`,
      'g',
    ),
  },
  {
    after: new RegExp(
      `(?:(?:${year})年)?第${gap}${numeral}{1,6}${gap}号令|(?<=政府|国务院|[部局厅])${numeral}{1,4}号令|(?:${year})年第${gap}${numeral}{1,6}${gap}号[公通]告`,
      'g',
    ),
  },
  {
    after: new RegExp(
      `(?<=[规备登])${gap}(?:${year})${gap}${dash}${gap}(?!${year})[0-9]{1,4}(?![0-9年]|${gap}${dash})`,
      'g',
    ),
    before: /[\u4e00-\u9fff]{2,8}$/,
  },
  { after: new RegExp(`(?<![A-Za-z])[A-Z]{2,8}\\d{0,2}${dash}(?:${year})${dash}\\d{3,6}(?!\\d)`, 'g') },
];

/** Verbs whose object a number may be. */
const objectVerbs =
  '废止|废除|修改|撤销|撤回|收回|取消|停止|停用|暂停|中止|终止|恢复|延长|宣布|同意|批准|失效|作废';
/** Words that stand before a 代字 without belonging to it. */
const lead = new RegExp(
  `^.*(?:根据|依据|依照|按照|参照|执行|印发|${objectVerbs}|现行|文件|通知|办法|规定|意见|决定|文号|编号|贯彻|落实|转发|替代|代替|以及|现将|被|依|按|见|即|由|和|与|及|(?<![（(])经|以|原|将|对|把)(?=.{2,})`,
);
const leadAlone = new RegExp(
  `^(?:根据|依据|依照|按照|参照|执行|印发|${objectVerbs}|文件|文号|编号|和|与|及|以及|按|经|将|现将|对|把)$`,
);
/** What may end the name of a body that issues orders. */
const issuer =
  /[\u4e00-\u9fff]{0,22}(?:政府|部|局|委员会|委|总署|署|国务院|主席|大会|厅|办公室|银行|法院|检察院|军委|监会)$/;
/** A date, a verb or a preposition before the issuer: 2018年12月31日湛江市人民政府令, 决定废止湛江市人民政府令. */
const issuerLead = new RegExp(
  `^(?:.*(?:[日月年]|${objectVerbs}))?(?:根据|依据|依照|按照|经|以|由|据|和|与|及|原|按|现将|将|对|把)?`,
);

/**
 * Every number of a text, in order, without overlap.
 *
 * `根据湛发改价格[2015] 26 号文` → 湛发改价格〔2015〕26号 · `2018年12月31日湛江市人民政府令第3号` → 湛江市人民政府令第3号
 */
export function findDocumentNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const { after, before } of running) {
    for (const match of text.matchAll(after)) {
      const end = match.index + match[0].length;
      const start = before
        ? markStart(text, match.index, before)
        : /^[〔[［（(A-Z]/.test(match[0])
          ? match.index
          : orderStart(text, match.index);
      const parts = start === undefined ? undefined : parseDocumentNumber(text.slice(start, end));
      if (start === undefined || !parts) continue;
      found.push({ start, end, text: text.slice(start, end), key: keyOfNumber(parts), parts });
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

/** Where the 代字 before an offset begins: 根据|湛发改价格〔2015〕26号. 〔2019〕第4号 needs none. */
function markStart(text: string, at: number, before: RegExp): number | undefined {
  const near = before.exec(text.slice(Math.max(0, at - 24), at))?.[0];
  // 1995年7月6日法发〔1995〕14号
  const dated = near?.startsWith('日') && /\d$/.test(text.slice(0, at - near.length));
  const run = dated ? near?.slice(1) : near;
  const own = run?.replace(/[ \u00a0]+$/, '');
  if (run === undefined || own === undefined || leadAlone.test(own))
    return /^[〔[［][^〕\]］]{4,6}[〕\]］][ \u00a0]*第/.test(text.slice(at, at + 12)) ? at : undefined;
  // Orders and announcements have a pattern of their own.
  if (/(?:令|[公通]告)$/.test(own)) return undefined;
  return at - run.length + (lead.exec(own)?.[0].length ?? 0);
}

function orderStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 26), at).replace(/[ \u00a0]+$/, '');
  const trailing = Math.min(26, at) - before.length;
  const name = (issuer.exec(before)?.[0] ?? '').replace(issuerLead, '');
  return name === '' ? at : at - trailing - name.length;
}
