/**
 * Clauses that end a text by its own terms: 有效期2年 · 有效期至2025年12月31日 · 试行期一年 · 执行至2022年底.
 *
 * A licence has a 有效期 too; a clause counts only where the text speaks of itself, in the same sentence or in the one
 * before it.
 */
import type { Day } from '../../model.ts';
import { mask } from '../../names/index.ts';
import { addDays, addMonths, formatDay } from '../../text/calendar.ts';
import { numeralClass, parseNumeral } from '../../text/numerals.ts';
import { clauseStart, readCommencements, type When, whenIn } from './commencement.ts';
import { type Period, parsePeriod, periodPattern } from './periods.ts';
import { speakerOf } from './self.ts';
import type { Sentence } from './sentences.ts';

export interface Validity {
  /** Last day, where one is printed; */
  lastDay?: Day;
  /** or a period, from `from` or else from commencement. */
  period?: Period;
  from?: When;
  rule?: string;
  /** Title of the text with whose commencement it ends. */
  awaits?: string;
  /** Title of another text whose validity is set or extended here; absent: this text. */
  of?: string;
  /** The part of the text that alone ends: 第二条. */
  scope?: string;
  eId: string;
  text: string;
}

const n = `[${numeralClass}]`;
/** Source of a regular expression that matches a last day; groups: year, month, day. */
export const endWords = `(${n}{2,4})年(?:(${n}{1,3})月(?:(${n}{1,3})日|底|末|份)?|底|末)?`;
const nouns = '(?:试行|暂行|执行|施行|实施|政策|适用|文件)?(?:有效)?(?:期限|期间|期|时间)';
const link = '(?:暂定|定)?(?:为|是|：|:)?(?:暂定|自)?';

const untilPattern = new RegExp(
  `(?:${nouns}(?:延长|延续|延期|顺延)?|有效|失效日期|试行|执行|施行|实施|适用|继续执行|继续有效|日起|日)(?:期)?(?:延长|延续|延期|顺延)?${link}` +
    `(?:${n}{2,4}年${n}{1,3}月${n}{1,3}日起?)?(?:有效)?(?:至|到|截至|截止到?|截止至|止于)${endWords}(?:止|截止|为止|失效|废止)?`,
  'g',
);
/** 失效日期为2018年3月31日 */
const lastDayPattern = new RegExp(
  `(?:失效|废止|终止|截止|届满)(?:日期|时间)(?:为|是|：)?至?${endWords}`,
  'g',
);
const lasting = '(?:有效|试行|执行|实施|施行|政策|适用|试点|授权)(?:执行)?(?:期限?|时间)';
/** Not the year of a day: 有效期：2021年1月1日. */
const length = `(${periodPattern})(?!${n}{1,3}月)`;
const anchorDay = '(?:自|从)[一-龥]{0,8}?(?:印发|发布|公布|颁布|施行|实施)之日起';
const forPattern = new RegExp(
  `(?:${lasting}|(?:施行|实施|执行|试行)期间|(?<=，)期限|为期|试行|暂行|继续有效|有效期(?:延长|延续))(?:暂定|定)?(?:为|是|：|:)?(?:暂定)?${length}`,
  'g',
);
/** 有效期自印发之日起3年, 自发布之日起5年内有效, 施行满五年自动失效. */
const runningPatterns = [
  new RegExp(`${lasting}(?:为)?(${anchorDay})(?:计算)?，?(?:共|为)?${length}`, 'g'),
  new RegExp(`((?:自|从)${n}{2,4}年${n}{1,3}月${n}{1,3}日起|${anchorDay})${length}(?:之?内)?有效`, 'g'),
  new RegExp(
    `(?:(?:施行|实施|执行|试行|，)(?:届)?满|，)()${length}(?:届满|期满|后|之后|的|时)?，?(?:自动|自行|即行|予以)?(?:失效|废止|终止)`,
    'g',
  ),
];
/** 有效期：2021年1月1日—2023年12月31日. */
const span = `${n}{2,4}(?:年(?:${n}{1,3}月${n}{1,3}日)?)?起?(?:[-—–－~～]+|至|到)${endWords}`;
/** 适用于2015年4月1日至2018年3月31日 · 自2015年4月1日至2018年3月31日施行. */
const spanPattern = new RegExp(
  `(?:${lasting}${link}|适用于|(?:自|从)(?=[^，。；]{10,40}?(?:施行|实施|执行|试行|有效)))${span}(?:止|期间)?`,
  'g',
);
const stopPattern = new RegExp(
  `(?:，|并|且)?(?:自|于|至)?${endWords}(?:24时|二十四时)?(?:起)?(?:自动|自行)?(?:失效|废止|终止|停止执行|停止施行|失去(?:法律)?效力)(?!(?:期限|时间|为期)?(?:为|是)?${periodPattern})`,
  'g',
);
const closePattern = new RegExp(`(?:，|起)(?:执行|有效)?(?:至|到)${endWords}(?:止|为止|截止)`, 'g');

/** 至《乙办法》施行之日废止 */
const awaitedPattern =
  /(?:至|到)(?:新的)?⟦(□+)⟧(?:正式)?(?:颁布|公布)?(?:施行|实施|生效)(?:之日|之时|时)?(?:起)?(?:自行|自动|即行|同时|即)?(?:废止|失效|止|为止|终止|停止执行)/g;

/** 有效期至新的补贴办法出台之日止: an end that no title names. */
const awaitedNewPattern =
  /(?:有效(?:期)?|执行|施行|实施|适用)(?:暂定)?(?:至|到)([一-龥]{0,12}?新[一-龥]{2,16}?)(?:正式)?(?:出台|颁布|公布|发布|印发|施行|实施|生效)(?:之日|之时|时)?(?:起)?(?:自行|自动|即行|同时|即)?(?:废止|失效|止|为止|终止|停止执行)/g;

/** A last day in words: 2025年12月31日 as it is, 2025年12月 and 2025年底 to their last day. */
export function lastDayOf(
  yearWords: string,
  monthWords?: string,
  dayWords?: string,
): { day: Day; rule?: string } | undefined {
  const year = parseNumeral(yearWords);
  const month = monthWords === undefined ? 12 : parseNumeral(monthWords);
  if (year === undefined || year < 1900 || year > 2999 || !month || month > 12) return undefined;
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const monthEnd = addDays(addMonths(first, 1), -1);
  if (dayWords === undefined)
    return { day: monthEnd, rule: `原文未载日，以期末${formatDay(monthEnd)}为末日` };
  const date = parseNumeral(dayWords);
  if (!date || date > Number(monthEnd.slice(8))) return undefined;
  return { day: `${first.slice(0, 8)}${String(date).padStart(2, '0')}` };
}

/**
 * Validity clauses of a sentence.
 * @param previous the sentence before it in the same provision, which may name the subject
 *
 * `本办法自印发之日起施行，有效期2年。` → { period: 2年 } ·
 * `本通知自2021年1月1日起施行，有效期至2025年12月31日。` → { lastDay: 2025-12-31 } ·
 * `医疗器械生产许可证的有效期为5年。` → none
 */
export function readValidity(printed: Sentence, previous?: Sentence): Validity[] {
  const sentence = opened(printed);
  const { masked } = sentence;
  if (!/有效|期限|期间|期为|为期|试行|实行|暂行|执行|施行|实施|生效|失效|效力|适用|止/.test(masked))
    return [];
  const found: Validity[] = [];
  const add = (match: RegExpMatchArray, what: Omit<Validity, 'eId' | 'text'>) => {
    // 自3月1日起至12月31日止暂停执行: for so long it rests.
    if (/^，?(?:期间)?(?:暂停|中止|暂缓|暂时)/.test(masked.slice(match.index! + match[0].length))) return;
    const subject = subjectOf(sentence, match.index!, previous);
    if (!subject) return;
    if (found.some(({ of, scope }) => of === subject.of && scope === subject.scope)) return;
    found.push({ ...what, ...subject, eId: sentence.eId, text: sentence.text });
  };
  for (const match of [spanPattern, untilPattern, lastDayPattern].flatMap((pattern) =>
    Array.from(masked.matchAll(pattern)),
  )) {
    // 3月1日至5月31日 alone is a time of something.
    if (!/期|效|行|用|起|^[自从]/.test(match[0])) continue;
    const last = lastDayOf(match[1]!, match[2], match[3]);
    if (last) add(match, { lastDay: last.day, ...(last.rule ? { rule: last.rule } : {}) });
  }
  for (const match of masked.matchAll(forPattern)) {
    const period = lengthOf(match[1]!);
    if (period) add(match, { period, ...startIn(sentence, match.index! + match[0].length) });
  }
  for (const match of runningPatterns.flatMap((pattern) => Array.from(masked.matchAll(pattern)))) {
    const period = lengthOf(match[2]!);
    const from = whenIn(match[1]);
    if (period) add(match, { period, ...(from ? { from } : {}) });
  }
  for (const match of masked.matchAll(awaitedPattern)) {
    const at = match.index + match[0].indexOf('⟦') + 1;
    add(match, { awaits: sentence.bare.slice(at, at + match[1]!.length) });
  }
  for (const match of masked.matchAll(awaitedNewPattern)) add(match, { awaits: match[1]! });
  for (const match of masked.matchAll(closePattern)) {
    const last = lastDayOf(match[1]!, match[2], match[3]);
    if (last) add(match, { lastDay: last.day });
  }
  for (const match of masked.matchAll(stopPattern)) {
    const last = lastDayOf(match[1]!, match[2], match[3]);
    if (!last) continue;
    const from = /自(?![动行])|起/.test(match[0]);
    add(match, { lastDay: from ? addDays(last.day, -1) : last.day });
  }
  return found;
}

/** A length of validity: no hours, no working days, no number that is a year's name. */
function lengthOf(words: string): Period | undefined {
  const period = parsePeriod(words);
  const odd = !period || period.unit === 'hour' || period.unit === 'workday';
  return odd || (period.unit === 'year' && period.count > 100) ? undefined : period;
}

const aside = /[（(](?=(?:本[一-龥]{1,6})?(?:有效期|试行期|执行期|实施期))([^（()）]*)[）)]/g;

/** 自2021年1月1日起执行（有效期5年）: the words in the brackets are the text's own. */
function opened(sentence: Sentence): Sentence {
  const { bare } = sentence;
  if (!/[（(](?:本[一-龥]{1,6})?(?:有效|试行|执行|实施)期/.test(bare)) return sentence;
  const open = bare.replace(aside, (_all, inside: string) => `，${inside}，`);
  return { ...sentence, bare: open, masked: mask(open) };
}

/** 有效期三年，自2020年1月1日起（计算）: the start that the clause gives itself. */
function startIn(sentence: Sentence, at: number): { from?: When } {
  const rest = sentence.masked.slice(at);
  if (!/^，?(?:自|从).{2,30}?起(?:计算|算|计|$|。|，|；)/.test(rest)) return {};
  const text = `${rest.replace(/^，/, '').replace(/起(?:计算|算|计)?[。，；]?.*$/, '')}起施行`;
  const [first] = readCommencements({ eId: '', text, bare: text, masked: text });
  return first ? { from: first.when } : {};
}

/** A term for a part: 除第一项所列政策外，…凡未注明具体期限的，执行期限为…: it is not that of the text. */
const forSome =
  /(?:除[^。；]{1,40}外|凡[^。；，]{1,30}的|(?:未|没有)(?:注明|明确|规定|载明)[^。；，]{0,16}的|(?:上述|以上|所列|前款)[^。；，]{0,12}(?:政策|措施|标准|事项)[^。；，自起]{0,12}的?)，$/;

/** Whose validity it is: this text's (by its own word or a commencement clause beside it), another title's, or none. */
function subjectOf(
  sentence: Sentence,
  at: number,
  previous?: Sentence,
): Pick<Validity, 'of' | 'scope'> | undefined {
  const { masked, bare } = sentence;
  const from = clauseStart(masked, at);
  if (forSome.test(masked.slice(0, from))) return undefined;
  const before = masked
    .slice(from, at)
    .replace(/(?:的|之|，)$/, '')
    .replace(/的?(?:有效|政策)$/, '');
  const speaker = speakerOf(before.replace(/(?:自|从)[^，]*$/, ''), bare.slice(from, at));
  if ('title' in speaker) return { of: speaker.title };
  if (!('self' in speaker)) return undefined;
  if (speaker.scope !== undefined) return { scope: speaker.scope };
  if (/本|⟦/.test(before)) return {};
  const title = /⟦(□+)⟧(?:（□*）)?[^⟦⟧]{0,20}$/.exec(masked.slice(0, from));
  if (/本[一-龥]{1,4}(?:施行|实施|公布|发布|印发)之日起/.test(masked.slice(at))) return {};
  const selfHere = readCommencements(sentence).some(
    (clause) => 'self' in clause.speaker && !clause.speaker.scope,
  );
  if (selfHere) return {};
  if (title) return undefined;
  if (from === 0 && previous) {
    return readCommencements(previous).some((clause) => 'self' in clause.speaker) ? {} : undefined;
  }
  return /^(?:本|此)[一-龥]{1,14}(?:自|由|，)/.test(masked) && /施行|执行|实施|试行/.test(masked)
    ? {}
    : undefined;
}
