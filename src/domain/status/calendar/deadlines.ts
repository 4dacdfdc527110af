/**
 * Deadlines and cut-offs that a text lays down, each with its words and the rule by which it is counted.
 * They tell what the text says; they are no legal advice.
 *
 * `市生态环境局应当在接到举报之日起20日内告知举报人受理情况。` → within 20 days of 接到举报之日
 */
import type { Day, Instrument } from '../../model.ts';
import { isDay } from '../../text/calendar.ts';
import { numeralClass, parseNumeral } from '../../text/numerals.ts';
import { type Period, parsePeriod, periodPattern } from '../sentences/periods.ts';
import {
  ownProvisions,
  ownText,
  type Sentence,
  sentencesOf,
  splitSentences,
} from '../sentences/sentences.ts';
import { readValidity } from '../sentences/validity.ts';

export type DeadlineKind =
  | 'within' // 20日内
  | 'ahead' // 提前30日, 届满30日前
  | 'at-least' // 保存期限不少于2年
  | 'term' // 许可期限为4年
  | 'reaching' // 满3年, 达到8年, 延长为4年
  | 'cut-off'; // 2020年12月底前, 每年12月底前

/** The last day of a cut-off: one day, or the same day of every year (`12-31`). */
export type Due = { day: Day } | { yearly: string };

export interface Deadline {
  kind: DeadlineKind;
  /** As printed: `20日内`, `提前30日`. */
  words: string;
  period?: Period;
  /** The event from which it runs, as printed: `接到举报之日`. */
  from?: string;
  /** Absent where the text does not say of which year a day is. */
  due?: Due;
  /** How it is counted, in Chinese, without a law: which one applies depends on the day from which it runs. */
  rule: string;
  eId: string;
  /** The sentence. */
  text: string;
}

interface Form {
  kind: DeadlineKind;
  pattern: RegExp;
}

const n = `[${numeralClass}]`;
const period = `(${periodPattern})`;

/** One row a form; the first that reads a stretch of text keeps it. */
const forms: readonly Form[] = [
  {
    kind: 'cut-off',
    pattern: new RegExp(
      `(?:至|到|于|在)?${n}{2,4}年${n}{1,3}月(?:${n}{1,3}日|底|末|份)?(?:底)?(?:之前|以前|前|止)`,
      'g',
    ),
  },
  {
    kind: 'cut-off',
    pattern: new RegExp(
      `(?:每年|今年|本年|当年)?(?:至|到|于|在)?${n}{1,3}月(?:${n}{1,3}日|底|末)(?:之前|以前|前)`,
      'g',
    ),
  },
  {
    kind: 'cut-off',
    pattern: new RegExp(
      `(?:每|次|当|本|同)月(?:的)?(?:${n}{1,3}日|底|末)(?:之前|以前|前)|(?:${n}{4}年|每年|今年|本年|当年|次年)?年?(?<=年)[底末](?:之前|以前|前)`,
      'g',
    ),
  },
  {
    kind: 'ahead',
    pattern: new RegExp(
      `(?:提前|至少提前|提前不少于|提前至少)${period}(?!内)|(?:届满|期满|到期)(?:的)?(?:前)?${period}(?:之前|以前|前)|(?<![月旬${numeralClass}])${period}(?:之前|以前|前)(?!款|条)`,
      'g',
    ),
  },
  { kind: 'within', pattern: new RegExp(`${period}(?:之内|以内|内)`, 'g') },
  {
    kind: 'at-least',
    pattern: new RegExp(
      `(?:不少于|不得少于|不低于|至少|不短于)${period}|${period}以上(?=[，。；、]|的?(?:驾驶|工作|经历|保存))`,
      'g',
    ),
  },
  {
    kind: 'term',
    pattern: new RegExp(
      `(?:期限|有效期限?|许可期|任期|聘期|保存期|公示期|公告期|期间)(?:为|是|：)?${period}`,
      'g',
    ),
  },
  { kind: 'reaching', pattern: new RegExp(`(?:满|达到|未满|不满|超过|逾|延长为|延长至|延长)${period}`, 'g') },
];

const counting: Readonly<Record<Period['unit'], string>> = {
  day: '按日计：起算事件当日不计入，自次日起算；末日为法定休假日的顺延',
  workday: '按工作日计：起算事件当日不计入，休息日、法定休假日不计入',
  week: '按日计：一周为七日，起算事件当日不计入',
  month: '按月计：到期月的对应日为末日，没有对应日的以月末为末日',
  year: '按年计：到期年的对应日为末日，没有对应日的以月末为末日',
  hour: '按小时计：自原文规定的时间起算',
};
const others: Partial<Record<DeadlineKind, string>> = {
  ahead: '自所指之日（如届满之日）向前倒推',
  'at-least': '所定的最短时长，不是办理的期限',
  reaching: '适用的条件，不是办理的期限',
  'cut-off': '截止日当日计入；只载月的，以月末为截止日',
};

/**
 * How a length of time is counted. What is reached is a condition, unless the words make it a length of their own.
 * @param before the words of the sentence in front
 *
 * 满3年 → a condition · 延长为4年, 最长不得超过30日 → counted by its unit
 */
function ruleOf(kind: DeadlineKind, span: Period | undefined, before: string, said: string): string {
  const bounds = said.startsWith('延长') || (/^(?:超过|逾)/.test(said) && /不[得应可能]?$/.test(before));
  const told = kind === 'reaching' && bounds ? undefined : others[kind];
  return told ?? (span ? counting[span.unit] : '');
}

const fromPattern = /([^，。；：（）“”□]{2,60}?(?:之日|之时|当日|次日)?)(?:起|后|以后|之后)(?:的)?$/;

/** `市生态环境局应当在接到举报之日起` → `接到举报之日`. */
function eventBefore(words: string): string | undefined {
  const clause = fromPattern.exec(words.slice(Math.max(0, words.length - 70)))?.[1];
  if (!clause) return undefined;
  const after = /自(?=.{2})(.*)$/.exec(clause) ?? /[在从于](?=.{2})(.*)$/.exec(clause);
  return after?.[1] ?? clause;
}

const cutOff = new RegExp(`(?:(${n}{2,4})年)?(?:至|到|于|在)?(${n}{1,3})月(?:(${n}{1,3})日)?`);
const anyYear = new RegExp(`(${n}{4})年`, 'g');

/**
 * The last day of a cut-off. A day without a year is of the year that the sentence has named last, or, where the words
 * say 今年, of the text's own; where nothing says which year it is, there is no day.
 * @param before the words of the sentence in front
 * @param year of the text
 *
 * `2018年12月底前` → 2018-12-31 · `2021年6月启动，12月底前完成` → 2021-12-31 · `每年3月15日前` → every year, 03-15
 */
function dueOf(words: string, before: string, year: number | undefined): Due | undefined {
  const [, printed, month, date] = cutOff.exec(words.replace(/年{1,2}(?=[底末])/, '年12月')) ?? [];
  const named = Array.from(before.matchAll(anyYear), ([, each]) => parseNumeral(each!)).at(-1);
  const own = /^(?:今年|本年|当年)/.test(words) ? (year ?? named) : named;
  const inYear = printed === undefined ? own : parseNumeral(printed);
  const inMonth = parseNumeral(month ?? '');
  const yearly = words.startsWith('每年');
  if (inMonth === undefined || (inYear === undefined && !yearly)) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  const ofYear = yearly ? 2000 : inYear!;
  const last = new Date(Date.UTC(ofYear, inMonth, 0)).getUTCDate();
  const onDay = date === undefined ? last : parseNumeral(date);
  const day = `${ofYear}-${two(inMonth)}-${two(onDay ?? 0)}`;
  if (!isDay(day)) return undefined;
  return yearly ? { yearly: day.slice(5) } : { day };
}

/**
 * Deadlines of an instrument, in reading order.
 *
 * `在收到……材料之日起20日内，告知……` → { within, 20日内, from 收到……材料之日 }
 */
export function deadlinesOf(instrument: Instrument): Deadline[] {
  const { written, promulgated } = instrument.dates;
  const year = Number((written ?? promulgated ?? '').slice(0, 4)) || undefined;
  return sentencesOf(instrument).flatMap((sentence) => deadlinesIn(sentence, year));
}

/** A term that is printed and that no form reads, with its sentence or its cell of a table. */
export interface UnreadTerm {
  /** As printed: `15个自然日内`. */
  words: string;
  eId: string;
  text: string;
}

const ahead = '(?:之前|以前|前)(?![款条项述期])';
const unit = '(?:工作日|自然日|日|天|周|星期|月|季度|年度?|小时|分钟)';
const anyTerm = new RegExp(
  [
    `(?:[${numeralClass}]{1,9}|[数几多半])个?${unit}(?:之内|以内|内|${ahead})`,
    '[本当今同次](?:年|月|季度|周|日|天)度?(?:之内|以内|内)',
    `(?:之日|当日|次日|当天|[年月周季][底末]|季度末|[上中下]旬|届满|期满|到期)(?:之内|以内|内|${ahead})`,
  ].join('|'),
  'g',
);

/**
 * The count of the deadlines against the text: terms of its body, of its annexes and of its tables that
 * {@link deadlinesOf} does not hold.
 *
 * `应当在15个自然日内办结` → 15个自然日内
 */
export function unreadTerms(instrument: Instrument): UnreadTerm[] {
  const body = sentencesOf(instrument).flatMap((sentence) => unreadIn(sentence, rangesIn(sentence)));
  const annexed = instrument.annexes.flatMap(({ provisions }) => Array.from(ownProvisions(provisions)));
  const tables = Array.from(ownProvisions(instrument.provisions)).filter(({ rows }) => rows);
  const others = [...tables, ...annexed].flatMap((provision) => {
    const texts = provision.rows ? provision.rows.flat() : [ownText(provision)];
    return texts.flatMap((text) => splitSentences(text, provision.eId));
  });
  return [...body, ...others.flatMap((sentence) => unreadIn(sentence, []))];
}

/** Terms of a sentence outside what is read; what a quotation or a title holds is no term of the text. */
function unreadIn({ bare, masked, eId, text }: Sentence, read: readonly Range[]): UnreadTerm[] {
  return Array.from(bare.matchAll(anyTerm)).flatMap(({ 0: words, index }) => {
    const last = (mark: string): number => bare.lastIndexOf(mark, index);
    const bracketed = last('（') > Math.max(last('）'), last('“'));
    if (masked[index] === '□' && !bracketed) return [];
    const held = read.some(([from, to]) => index < to && from < index + words.length);
    return held ? [] : [{ words, eId, text }];
  });
}

type Range = readonly [start: number, end: number];

/** Where the deadlines of a sentence stand in it. */
const rangesIn = (sentence: Sentence): Range[] =>
  readIn(sentence, undefined).map(({ at, words }) => [at, at + words.length]);

/** Deadlines of a sentence. @param year of the text, where it is known */
export function deadlinesIn(sentence: Sentence, year?: number): Deadline[] {
  return readIn(sentence, year).map(({ at: _at, ...deadline }) => deadline);
}

function readIn(sentence: Sentence, year: number | undefined): (Deadline & { at: number })[] {
  const { masked, bare, eId, text } = sentence;
  // The text's own validity is an event of its life, not a deadline of those it binds.
  const own = readValidity(sentence).some(({ of }) => of === undefined);
  const taken: [number, number][] = [];
  const found: (Deadline & { at: number })[] = [];
  for (const { kind, pattern } of forms) {
    for (const match of masked.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some(([from, to]) => start < to && from < end)) continue;
      const words = match.slice(1).find((group) => group !== undefined);
      const span = words === undefined ? undefined : parsePeriod(words);
      if (kind !== 'cut-off' && !span) continue;
      if (kind === 'term' && own) continue;
      taken.push([start, end]);
      const event = kind === 'within' ? eventBefore(bare.slice(0, start)) : undefined;
      const said = bare.slice(start, end);
      const due = kind === 'cut-off' ? dueOf(said, bare.slice(0, start), year) : undefined;
      found.push({
        kind,
        words: said,
        ...(span ? { period: span } : {}),
        ...(event ? { from: event } : {}),
        ...(due ? { due } : {}),
        rule: ruleOf(kind, span, bare.slice(0, start), said),
        eId,
        text,
        at: start,
      });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}
