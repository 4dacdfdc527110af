/**
 * Commencement clauses: on which day, or from which event, a text says that it begins to apply.
 *
 * 本规定自2019年3月1日起施行 · 自公布之日起施行 · 自印发之日起满30日后施行 · 公布后30日施行 · 自下月1日起执行 ·
 * 自《……法》施行之日起施行 · 施行日期另行规定
 */
import type { Day } from '../../model.ts';
import { mask } from '../../names/index.ts';
import { addDays, addMonths, formatDay } from '../../text/calendar.ts';
import { findDays } from '../../text/dates.ts';
import { numeralClass, parseNumeral } from '../../text/numerals.ts';
import { type Period, parsePeriod, periodEnd, periodPattern } from './periods.ts';
import { besideSelf, type Speaker, speakerOf } from './self.ts';
import type { Sentence } from './sentences.ts';

/** The event of the text itself from which a relative commencement counts. */
export type Anchor = 'promulgated' | 'issued' | 'adopted' | 'approved';

export type When =
  | { day: Day; rule?: string }
  /** `period` absent: the anchor's own day. `nth`: 第30日, 满30日; otherwise 30日后. */
  | { anchor: Anchor; period?: Period; nth?: boolean; nextMonth?: boolean }
  /** On a day between that of the text and this one: 于2023年6月1日前. */
  | { by: Day }
  | { sameAs: string }
  /** `from`: the words that name the start, where they name one that is no day. */
  | { open: string; from?: string };

export interface Commencement {
  when: When;
  speaker: Speaker;
  /** True where the clause names its text: 本办法, and not 自2020年1月1日起执行 alone. */
  named: boolean;
  eId: string;
  text: string;
}

const n = `[${numeralClass}]`;
const verb = '(?:正式|全面|开始|统一|全部|试点)*(?:施行|实施|执行|生效|试行|暂行|实行|启用|施用)';
const notNoun = '(?!的|前|以前|以来|期间|之前|之日|日期|后[，的])';
const dayWords = `${n}{2,4}年(?:${n}{1,3}|元)月${n}{1,3}日`;
const anchorWords =
  '(?:公布|发布|颁布|颁发|公告|刊登|登报|印发|发文|下发|发出|签发|签署|行文|文件印发|通过|批准|审批|批复)';

/** 自2018年1月1日起在全市范围内施行 */
const inPlace = '在[^，。；⟦⟧]{1,18}?(?:[市省县区国]|范围|区域|内)(?:范围)?内?';
const datePattern = new RegExp(
  `(?:自|从|于|由|将于|定于)(${dayWords})(?:零时|0时|0点)?(?:(?:起|开始)?|起，?${inPlace})${verb}${notNoun}`,
  'g',
);
/** 2023年1月1日起全县施行 */
const bareDatePattern = new RegExp(
  `(${dayWords})(?:零时|0时|0点)?(?:起(?:在?全[省市区县州盟旗镇乡]范?围?内?)?|(?=开始))${verb}${notNoun}`,
  'g',
);
/** 自2022年6月1日抄见水量起执行: from the first amount that is read, sent or used on that day. */
const meteredPattern = new RegExp(
  `(?:自|从)?(${dayWords})(?:抄见|用|供|售|发|结算)[一-龥]{1,6}起${verb}${notNoun}`,
  'g',
);
/** 本办法施行日期：2015年4月1日 */
const statedPattern = new RegExp(`的?(?:施行|实施|执行|生效)(?:日期|时间)(?:为|是|：|:)(${dayWords})`, 'g');
/**
 * 本办法有效期自2021年5月1日起至2026年4月30日: the validity begins, and with it the force · 适用于2015年4月1日至… ·
 * 自2015年4月1日至2018年3月31日施行 · 自2015年4月1日起三年内有效 · 执行三年，自2015年4月1日起至2018年3月31日止 ·
 * 有效期5年，自2015年4月1日起计算
 */
const validPattern = new RegExp(
  `的?(?:(?:有效|执行|实施|施行|试行)(?:期限?|时间)(?:为|：|:)?|适用于)(?:自|从)?(${dayWords})(?:起)?(?:至|到|[-—–－~～])|` +
    `(?:自|从)(${dayWords})(?:起?(?:至|到|[-—–－~～])[^，。；]{4,20}?(?:止|期间)?${verb}${notNoun}|起${periodPattern}(?:之?内)?有效)|` +
    `(?:暂定)?(?:${verb}|的?有效期限?)(?:为)?${periodPattern}，(?:自|从)(${dayWords})起?(?:至|到|计算|算|计)`,
  'g',
);
const monthPattern = new RegExp(
  `(?:自|从|于)(${n}{2,4})年(?:(${n}{1,3})月(?:份|初)?)?(?:度)?起${verb}${notNoun}`,
  'g',
);
const anchorPattern = new RegExp(
  `(?:(?:自|从|于)([一-龥（）□]{0,24}?))?(${anchorWords})([之当次下后起日满届第月个期工作天周年半小时以的${numeralClass}]{1,16}?)${verb}${notNoun}`,
  'g',
);
/** 自即日起施行: from the day of the text. */
const todayPattern = new RegExp(`(?:自|从)(?:即|今)日起${verb}${notNoun}`, 'g');
const monthAfterPattern = new RegExp(`(?:自|从|于)(?:下月|次月|下个月)(?:1|一)日起${verb}${notNoun}`, 'g');
const sameAsPattern = new RegExp(
  `(?:自|从|与)(⟦□+⟧)(?:(?:施行|实施|生效)之日起|同时|同步)(?:同时|同步|一并)?${verb}${notNoun}`,
  'g',
);
const openPattern =
  /(?:施行|实施|生效|执行)(?:的)?(?:日期|时间|步骤)(?:和步骤)?，?(?:由[一-龥]{2,20})?(?:另行)?(?:规定|公布|通知|确定)/g;

/** 本通告自农历正月初一起施行: a start that is stated and that no calendar here can tell. */
const otherPattern = new RegExp(
  `本[一-龥]{1,8}(?:自|从|于)([^，。；⟦⟧]{2,30}?)(?:之日)?起${verb}${notNoun}`,
  'g',
);

/** 本办法经省人民政府批准后施行, 本办法待…批复后另行通知施行. */
const conditionPattern = new RegExp(
  `本(?:办法|规定|条例|细则|规则|决定|通知|意见|方案|标准|制度|措施|通告|公告|法)((?:须|需|应)?(?:经|待|报|俟|于|先)[^。；⟦⟧由]{2,40}?(?:后|时))[^，。；⟦⟧]{0,8}?${verb}(?=[。；]|$)`,
  'g',
);

const anchors: readonly [RegExp, Anchor][] = [
  [/通过/, 'adopted'],
  [/批准|审批|批复/, 'approved'],
  [/印发|发文|下发|发出|签发|签署|行文/, 'issued'],
  [/./, 'promulgated'],
];

type Reader = { pattern: RegExp; read(match: RegExpMatchArray, bare: string): When | undefined };

/** One row a form; the first row that reads a stretch of text keeps it. */
const readers: readonly Reader[] = [
  { pattern: datePattern, read: (match) => dayOf(match[1]!) },
  { pattern: bareDatePattern, read: (match) => dayOf(match[1]!) },
  { pattern: meteredPattern, read: (match) => dayOf(match[1]!) },
  { pattern: statedPattern, read: (match) => dayOf(match[1]!) },
  { pattern: validPattern, read: (match) => dayOf(match[1] ?? match[2] ?? match[3]!) },
  { pattern: anchorPattern, read: readAnchor },
  { pattern: todayPattern, read: () => ({ anchor: 'issued' }) },
  { pattern: monthAfterPattern, read: () => ({ anchor: 'issued', nextMonth: true }) },
  { pattern: monthPattern, read: (match) => monthStart(match[1]!, match[2]) },
  {
    pattern: sameAsPattern,
    read: (match, bare) => {
      const at = match.index! + match[0].indexOf('⟦') + 1;
      return { sameAs: bare.slice(at, at + match[1]!.length - 2) };
    },
  },
  { pattern: openPattern, read: (match) => ({ open: match[0] }) },
  { pattern: otherPattern, read: (match) => ({ open: match[0], from: match[1]! }) },
  { pattern: conditionPattern, read: (match) => ({ open: match[0], from: match[1]! }) },
];

function dayOf(words: string): When | undefined {
  const [found] = findDays(words);
  return found && { day: found.day };
}

function monthStart(yearWords: string, monthWords: string | undefined): When | undefined {
  const year = parseNumeral(yearWords);
  const month = monthWords === undefined ? 1 : parseNumeral(monthWords);
  if (year === undefined || year < 1900 || month === undefined || month < 1 || month > 12) return undefined;
  const day = `${year}-${String(month).padStart(2, '0')}-01`;
  return { day, rule: `原文只载${monthWords === undefined ? '年份' : '月份'}，以其首日${formatDay(day)}计` };
}

const speakers =
  /(?:本[一-龥]{1,12}|文件|通知|政府|委员会|国务院|常委会|人大|大会|会议|机关|主席团|部|局|厅|院|办|经|正式)$/;
const tail = new RegExp(
  `^(?:之日|当日|日|后)?起?(满|届满|第)?(${periodPattern})(后|以后|之后)?(?:届满)?(?:之日)?起?$`,
);

/** What follows the anchor word: 之日起, 次日起, 之次月1日起, 之日起满30日后. */
function readAnchor(match: RegExpMatchArray): When | undefined {
  const [, prefix = '', word, rest] = match;
  if (prefix !== '' && !speakers.test(prefix)) return undefined;
  const anchor = anchors.find(([pattern]) => pattern.test(word!))![1];
  if (/^(?:(?:之|当)?日起?|后|之后|之日起开始)$/.test(rest!)) return { anchor };
  if (/次日起?$/.test(rest!)) return { anchor, period: { count: 1, unit: 'day', text: '次日' } };
  if (/(?:次月|下个?月)(?:1|１|一)日起?$/.test(rest!)) return { anchor, nextMonth: true };
  const delay = tail.exec(rest!);
  const period = delay && parsePeriod(delay[2]!);
  if (!delay || !period) return undefined;
  return { anchor, period, nth: delay[1] !== undefined ? !delay[3] || delay[1] === '第' : !delay[3] };
}

/**
 * Commencement clauses of a sentence.
 *
 * `本规定自2019年3月1日起施行。` → day 2019-03-01, speaker self ·
 * `现予公布，自公布之日起施行。` → anchor promulgated, speaker self ·
 * `承包合同自成立之日起生效` → none
 * @param follows the sentence before it in the same provision tells of the start: what begins here is a part of the text
 */
export function readCommencements(sentence: Sentence, follows = false): Commencement[] {
  const { masked, bare } = sentence;
  if (!/施行|实施|执行|生效|试行|暂行|实行|启用|施用|有效|期限|适用/.test(masked)) return [];
  const apart = startsApart(sentence, follows);
  if (apart.length > 0) return apart;
  const except = exceptPattern.exec(masked);
  const found: Commencement[] = except ? exceptions(except[1]!, sentence) : [];
  const taken: [number, number][] = except ? [[except.index, except.index + except[0].length]] : [];
  for (const { pattern, read } of readers) {
    for (const match of masked.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some(([from, to]) => start < to && from < end)) continue;
      const when = read(match, bare);
      if (!when) continue;
      const from = clauseStart(masked, start);
      // 本办法经省人民政府批准后施行
      const before = masked
        .slice(from, start)
        .replace(/(?<=^[本此][一-龥]{1,8}?)(?:须|需|应)?(?:报|经)[^，]{2,24}$/, '');
      const speaker = speakerOf(before, bare.slice(from, start));
      taken.push([start, end]);
      found.push({ when, speaker, named: /^[本该此]/.test(before), eId: sentence.eId, text: sentence.text });
    }
  }
  return found;
}

/** One start of several: whose, from which day, where. */
const oneStart = new RegExp(
  `(?<=^|[，、；])(?:而|但|其中)?(?<who>[^，。；、]{0,24}?)，?(?:自|从|于)(?<day>${dayWords})起?(?:，(?=在))?(?<where>[^，。；、]{0,20}?)(?<verb>${verb})?(?=[，、；。]|$)`,
  'gd',
);
const everywhere =
  /^(?:在)?(?:(?:全|本|我)[国省市区县州盟旗]|全域|各地|所有)[^，]{0,6}$|^(?:正式|统一|全面)?$/;
const place = /^(?:在|对)?(?!第)[^⟦⟧]{2,}$/;

/**
 * Starts for areas or matters, each by the words that name it.
 *
 * `本办法东城区自2015年4月1日起，西城区自2016年1月1日起施行` → 东城区, 2015-04-01; 西城区, 2016-01-01 ·
 * `自2015年4月1日起在试点县施行` → 在试点县, 2015-04-01
 */
function startsApart({ masked, bare, eId, text }: Sentence, follows: boolean): Commencement[] {
  const all = Array.from(masked.matchAll(oneStart));
  const last = all.findLastIndex(({ groups }) => groups!['verb'] !== undefined);
  const starts = all.slice(0, last + 1).map(({ groups, indices }, i) => {
    const { who = '', day = '' } = groups!;
    const { who: before, where: behind } = indices!.groups!;
    const rest = besideSelf(who) ?? (i > 0 || follows ? who : undefined);
    if (rest === undefined) return undefined;
    const [from, to] = rest === '' ? behind! : [before![1] - rest.length, before![1]];
    return { words: bare.slice(from, to), when: dayOf(day) };
  });
  const told = starts.flatMap((one) => {
    if (!one?.when) return [];
    if (everywhere.test(one.words)) return [{ when: one.when, words: '' }];
    return place.test(one.words) && !ending.test(one.words) ? [{ when: one.when, words: one.words }] : [];
  });
  if (told.length < starts.length || told.every(({ words }) => words === '')) return [];
  return told.map(({ when, words }) => {
    const speaker: Speaker = words === '' ? { self: true } : { self: true, scope: words };
    return { when, speaker, named: true, eId, text };
  });
}

const ending = /停止|不再|废止|失效|暂停|有效|[本该此]|^(?:至|到|[-—–－~～])/;

const parts = '第[一二三四五六七八九十百零〇0-9]+[编章节条款项目]';
/** 除第二条自2023年1月1日起、第三条的施行日期由市人民政府另行公布外，: several parts, each with its own words. */
const exceptPattern = new RegExp(
  `除(${parts}[^。；]{2,60}?(?:起(?:${verb})?|另行(?:规定|公布|通知|确定))[、，；]?(?:以及|和|及)?(?:本[一-龥]{1,6})?${parts}[^。；]{2,120}?)(?:之|以)?外`,
);
const nextPart = new RegExp(
  `(?<=起(?:${verb})?|另行(?:规定|公布|通知|确定))[、，；]?(?:以及|和|及)?(?=(?:本[一-龥]{1,6})?${parts})`,
);

function exceptions(words: string, { eId, text }: Sentence): Commencement[] {
  return words.split(nextPart).flatMap((part) => {
    const whole = new RegExp(`${verb}(?:的)?(?:日期|时间)|起${verb}$`).test(part) ? part : `${part}施行`;
    return readCommencements({ eId, text, bare: whole, masked: whole }).map((one) => ({ ...one, text }));
  });
}

/** `自本通知印发之日起` → anchor issued; nothing for 自本法施行之日起, which is the text's own commencement. */
export function whenIn(words: string | undefined): When | undefined {
  if (!words) return undefined;
  const from = words.slice(Math.max(words.lastIndexOf('自'), 0)).replace(/起$/, '');
  const text = `${from}起施行`;
  return readCommencements({ eId: '', text, bare: text, masked: mask(text) })[0]?.when;
}

/** Offset after the last stop before a predicate. */
export function clauseStart(masked: string, end: number): number {
  let start = end;
  while (start > 0 && !'，,。；;：:！'.includes(masked[start - 1]!)) start--;
  return start;
}

/** What a relative commencement counts from. */
export type AnchorDays = Partial<Record<Anchor, Day>>;

export interface ResolvedDay {
  date?: Day;
  latest?: Day;
  rule: string;
  /** True where the text does not print the day and a general rule gives it. */
  inferred?: boolean;
  /** Title of the text with whose commencement it comes, where that is not yet known. */
  awaits?: string;
}

const anchorNames: Readonly<Record<Anchor, string>> = {
  promulgated: '公布',
  issued: '印发',
  adopted: '通过',
  approved: '批准',
};

/**
 * The day of commencement; two where counting methods differ.
 * @returns `date` absent where the archive does not know the anchor, with the reason as `rule`
 *
 * 自公布之日起, promulgated 2020-12-19 → 2020-12-19 · 公布之日起30日后, 2020-01-01 → 2020-01-31 or 2020-02-01
 */
export function resolveWhen(when: When, days: AnchorDays): ResolvedDay {
  if ('day' in when) {
    return when.rule === undefined
      ? { date: when.day, rule: `原文载明${formatDay(when.day)}起` }
      : { date: when.day, rule: when.rule, inferred: true };
  }
  if ('by' in when) {
    const first = days.issued ?? days.promulgated ?? days.approved ?? days.adopted;
    const rule = `原文只载${formatDay(when.by)}前，未载何日`;
    return first === undefined || first > when.by
      ? { date: when.by, latest: addDays(when.by, 1), rule }
      : { date: first, latest: addDays(when.by, 1), rule };
  }
  if ('sameAs' in when)
    return { rule: `随《${when.sameAs}》施行而施行，其施行日期须另查`, awaits: when.sameAs };
  if ('open' in when) {
    const rule = when.from
      ? `原文载明${/[后时]$/.test(when.from) ? when.from : `自${when.from}起`}，具体日期无从推算`
      : '原文规定施行日期另行确定，本库未载';
    return { rule };
  }
  const from = days[when.anchor];
  const name = anchorNames[when.anchor];
  if (from === undefined) return { rule: `自${name}之日起算，而${name}日期本库未载` };
  if (when.nextMonth) {
    const date = `${addMonths(from, 1).slice(0, 7)}-01`;
    return { date, rule: `${name}之次月1日：${formatDay(date)}` };
  }
  if (!when.period) return { date: from, rule: `自${name}之日（${formatDay(from)}）起` };
  return delayed(from, name, when.period, when.nth === true);
}

function delayed(from: Day, name: string, period: Period, nth: boolean): ResolvedDay {
  if (period.text === '次日') {
    const date = addDays(from, 1);
    return { date, rule: `${name}次日：${formatDay(date)}` };
  }
  const end = periodEnd(from, period);
  if (!end) return { rule: `自${name}之日起${period.text}，须按工作日历推算` };
  const [date, latest] = nth
    ? [end.lastCounted, end.lastExcluded]
    : [addDays(end.lastCounted, 1), addDays(end.lastExcluded, 1)];
  const said = nth ? `满${period.text}之日` : `${period.text}后`;
  const rule = `${name}（${formatDay(from)}）${said}：始日计入为${formatDay(date)}，始日不计入为${formatDay(latest)}`;
  return latest === date ? { date, rule } : { date, latest, rule };
}
