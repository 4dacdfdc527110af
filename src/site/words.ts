/** The Chinese words in which the site speaks of the model's values. One table a value. */
import type { Day, InstrumentKind, LineRole, RepairKind, State, Version } from '../domain/model.ts';
import { formatDay as dayWords } from '../domain/text/calendar.ts';

export { dayWords };

export const kindWords: Record<InstrumentKind, string> = {
  law: '法律',
  regulation: '条例',
  rules: '规定',
  measures: '办法',
  interpretation: '司法解释',
  decision: '决定',
  amendment: '修正案',
  order: '令',
  notice: '通知',
  letter: '函、批复',
  announcement: '公告',
  opinions: '意见',
  plan: '规划、方案',
  other: '其他文本',
};

const nameAtEnd =
  /(法典|宪法|法|条例|规定|规则|办法|细则|决定|修正案|令|通知|通报|函|批复|公告|通告|规划|方案|纲要|纪要|意见|计划|要点|解释|决议|规程|守则|准则|章程|指引|指南|标准|目录|清单)(?:[（(][^（()）]*[)）])*$/;

/** 文种 as the title itself says it (规划, 方案, 函 …), else the word for the kind. */
export function kindName(kind: InstrumentKind, title: string): string {
  const name = nameAtEnd.exec(title)?.[1];
  return name === undefined || name === '法' ? kindWords[kind] : name;
}

export const changeWords: Record<
  'amended' | 'inserted' | 'repealed' | 'renumbered' | 'unknown' | 'unchanged',
  string
> = {
  amended: '修改',
  inserted: '新增',
  repealed: '删去',
  renumbered: '改号',
  unknown: '不详',
  unchanged: '未变',
};

/** How the archive came by a text. */
export function originWords({ origin, source }: Version): string {
  if (origin === 'applied') return '由修改决定推算';
  if (origin === 'reconstructed') return '据后来文本倒推';
  return source.issue ? '据公报所载' : '据所收文本';
}

export const repairWords: Record<RepairKind, string> = {
  normalise: '字形与标点',
  accept: '疑点已确认',
  join: '接行',
  replace: '更正',
  note: '校注',
  placeholder: '缺失说明',
};

/** A state never shows by colour alone: shape, word and tone go together. */
export const stateWords: Record<State, { shape: string; word: string; tone: string }> = {
  'in-force': { shape: '●', word: '有效', tone: 'good' },
  'not-yet': { shape: '◌', word: '尚未施行', tone: 'open' },
  adopted: { shape: '◌', word: '已通过，未施行', tone: 'open' },
  published: { shape: '◌', word: '已公布', tone: 'open' },
  'expiry-open': { shape: '◐', word: '口径未定', tone: 'open' },
  superseded: { shape: '○', word: '已被后文取代', tone: 'past' },
  executed: { shape: '○', word: '已执行完毕', tone: 'past' },
  lapsed: { shape: '○', word: '届满', tone: 'past' },
  'period-over': { shape: '○', word: '规划期满', tone: 'past' },
  repealed: { shape: '✕', word: '废止', tone: 'bad' },
  unknown: { shape: '?', word: '未知', tone: 'open' },
};

/** Lines of the frame that the page shows elsewhere (head, contents) and does not repeat around the text. */
export const headRoles: ReadonlySet<LineRole> = new Set<LineRole>([
  'title',
  'document-number',
  'registry-number',
  'order-heading',
  'caption',
  'toc',
  'annex-label',
  'annex-title',
  'table-header',
  'table-row',
]);

/** `2022-12-30`, `2022-12-31` → `2022年12月30日或31日`; without `latest` one day. */
export function eitherDay(day: Day, latest?: Day): string {
  if (!latest) return dayWords(day);
  const later = dayWords(latest);
  return `${dayWords(day)}或${day.slice(0, 7) === latest.slice(0, 7) ? later.replace(/^.*月/, '') : later}`;
}

/** `3, 11` → `第3–11页` · `3` → `第3页` */
export function pageWords(pages: { start: number; end?: number }): string {
  const { start, end } = pages;
  return end !== undefined && end !== start ? `第${start}–${end}页` : `第${start}页`;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A title cut where a line may break: at the edges of words, never before a closing mark or after an opening one. */
export function wordsOf(title: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(title)) {
    const last = words.at(-1);
    if (
      last !== undefined &&
      (/^[\p{Pe}\p{Pf}\p{Po}\s\p{Pd}]/u.test(segment) || /[\p{Ps}\p{Pi}\p{Pd}]$/u.test(last))
    ) {
      words[words.length - 1] = last + segment;
    } else words.push(segment);
  }
  return words;
}

const han = '[\\p{Script=Han}，。；：、）》！？]';
// Browsers do not break a line between a Chinese character and a quotation of letters or digits: “1+N+M”.
const quotationEdge = new RegExp(
  `(?<=${han})(?=[“‘][^\\p{Script=Han}\\p{Ps}])|(?<=[^\\p{Script=Han}\\p{Pe}，。][”’])(?=${han})`,
  'u',
);

/** Text cut where a line may break although browsers would not break there; most texts come back whole. */
export function breakable(text: string): string[] {
  return text.includes('“') || text.includes('”') || text.includes('‘') ? text.split(quotationEdge) : [text];
}

/** The first words of a text, for lists: cut at a stop where one is near, else at `length` characters. */
export function firstWords(text: string, length = 16): string {
  const stop = text.search(/[，。；：、]/);
  if (stop > 3 && stop <= length) return text.slice(0, stop);
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
