/** The law that says how a period is counted. It is the one in force on the day from which the period runs. */
import type { Day } from '../../model.ts';

/** What is asked: that the first day does not count, or that a period of months ends on the corresponding day. */
export type CountingQuestion = 'first-day' | 'corresponding-day';

interface CountingLaw {
  title: string;
  /** Day of its commencement. */
  from: Day;
  articles: Partial<Record<CountingQuestion, string>>;
}

/** Latest first. 民法通则 says nothing of the corresponding day; before it no law said how periods are counted. */
const laws: readonly CountingLaw[] = [
  {
    title: '民法典',
    from: '2021-01-01',
    articles: { 'first-day': '第二百零一条', 'corresponding-day': '第二百零二条' },
  },
  {
    title: '民法总则',
    from: '2017-10-01',
    articles: { 'first-day': '第二百零一条', 'corresponding-day': '第二百零二条' },
  },
  { title: '民法通则', from: '1987-01-01', articles: { 'first-day': '第一百五十四条' } },
];

/**
 * The ground in brackets; empty where no law says it.
 * @param start the day from which the period runs
 *
 * 2020-12-31, both → （民法总则第二百零一条、第二百零二条） · 2021-01-01, first-day → （民法典第二百零一条）
 */
export function countingGround(start: Day, asked: readonly CountingQuestion[]): string {
  const law = laws.find(({ from }) => from <= start);
  const articles = asked.flatMap((question) => law?.articles[question] ?? []);
  return law && articles.length > 0 ? `（${law.title}${articles.join('、')}）` : '';
}
