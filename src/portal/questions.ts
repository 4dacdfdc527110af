/**
 * What readers may ask, and how much of it: one schema a question. The pages, the answers in JSON and the description of
 * the interface are made from these; what does not fit is refused with its reason, never passed on.
 */
import { z } from 'zod';
import { zhCN } from 'zod/locales';
import type { InstrumentKind, State } from '../domain/model.ts';
import type { Filters } from '../domain/search/types.ts';
import { isDay } from '../domain/text/calendar.ts';
import { kindWords, stateWords } from '../site/words.ts';

/** What does not fit is told in Chinese. */
export const inChinese = { error: zhCN().localeError };

/** Lines that are answered at a time. */
export const mostLines = 1000;
/** Characters of all lines together. */
export const mostCharacters = 200_000;

const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);
const keys = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);

const day = blank(
  z
    .string()
    .refine((text) => isDay(text) && text > '0001', '日期应写作 YYYY-MM-DD，且须存在')
    .optional()
    .describe('日期，YYYY-MM-DD；默认今天（中国日历）'),
);
const city = z
  .preprocess(
    (value) => (value === '' || value === undefined ? undefined : [value].flat()),
    z.array(z.string().min(1).max(200)).max(400).optional(),
  )
  .describe('城市的编号，可以有几个；默认全部');
const kind = blank(keys(kindWords).optional().describe('文种'));
const state = blank(keys(stateWords).optional().describe('at 那一天的效力状态'));
const subject = blank(z.string().max(100).optional().describe('主题分类'));
const issuer = blank(z.string().max(200).optional().describe('制定机关，全称'));
const whole = (least: number, most: number, usual: number) =>
  blank(z.coerce.number().int().min(least).max(most).default(usual));

export const searchAsked = z.strictObject({
  q: z.string().max(500, '检索词不超过500字').default('').describe('检索词；写法同各城网站的检索'),
  city,
  kind,
  issuer,
  subject,
  state,
  year: blank(
    z
      .string()
      .regex(/^\d{4}$/, '年份应为四位数字')
      .optional()
      .describe('文本的年份'),
  ),
  amended: blank(z.literal('1').optional().describe('1：只查经过修改的')),
  text: blank(z.enum(['latest', 'past']).optional().describe('latest 现行文本，past 旧文本')),
  work: blank(z.string().max(300).optional().describe('只在这个文件里，编号为 城市/文件')),
  at: day.describe('按这一天说明时效；写明时只查那一天的文本'),
  sort: blank(z.enum(['relevance', 'newest', 'oldest', 'document']).default('relevance').describe('排序')),
  limit: whole(1, 100, 20).describe('一页几条'),
  offset: whole(0, Number.MAX_SAFE_INTEGER, 0).describe('跳过几条；没有上限'),
  perDocument: whole(0, 100, 0).describe('同一文本最多几条，0为不限'),
});
export type SearchAsked = z.infer<typeof searchAsked>;

const lines = z
  .string()
  .max(mostCharacters, `全部文字不超过${mostCharacters}字`)
  .refine((text) => linesOf(text).length <= mostLines, `最多${mostLines}行`)
  .default('')
  .describe(`每行一件，最多${mostLines}行`);

export const linesAsked = z.strictObject({ q: lines, city, at: day });

export const worksAsked = z.strictObject({
  title: blank(z.string().max(200).optional().describe('名称或文号中的字')),
  city,
  kind,
  issuer,
  state,
  at: day,
  limit: whole(1, 200, 50).describe('一页几件'),
  after: blank(z.coerce.number().int().min(0).optional().describe('上一页给出的 after')),
});

export const nationalAsked = z.strictObject({
  limit: whole(1, 100, 50).describe('一页几件'),
  after: blank(z.string().max(1000).optional().describe('上一页给出的 after')),
});

/** Lines of a text; the end of the last line makes no line of its own. */
export function linesOf(text: string): string[] {
  return text.trimEnd() === '' ? [] : text.trimEnd().split(/\r\n|[\n\r]/);
}

/** What a search is narrowed to. A day that is asked for is the day of the texts, too. */
export function filtersOf({
  kind,
  issuer,
  subject,
  state,
  year,
  amended,
  text,
  work,
  at,
}: SearchAsked): Filters {
  const list: Filters = {
    ...(kind ? { kind: kind as InstrumentKind } : {}),
    ...(state ? { state: state as State } : {}),
    ...(issuer ? { issuer } : {}),
    ...(subject ? { subject } : {}),
    ...(year ? { year } : {}),
    ...(amended ? { amended: true } : {}),
    ...(text ? { text } : {}),
    ...(work ? { work } : {}),
    ...(at ? { on: at } : {}),
  };
  return list;
}
