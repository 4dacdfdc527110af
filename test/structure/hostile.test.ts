/** Lines that no text has, of a length that no text has: the work grows with their length and not faster. */
import { describe, expect, test } from 'vitest';
import { read, readIssue } from './read.ts';

const half = 50_000;

/** What a line of these characters is read as; each is repeated to fill the line. */
const fillings: Record<string, string> = {
  dashes: '—',
  hyphens: '-',
  dots: '…',
  spaces: '甲 ',
  'wide spaces': '　乙',
  tabs: '甲\t',
  digits: '7',
  'Chinese numerals': '一',
  'opening brackets': '（',
  'closing brackets': '）',
  'titles without end': '《甲',
  'square brackets': '〔2020',
  numbers: '甲〔2020〕1号',
  orders: '甲令第1号',
  articles: '第一条 ',
  chapters: '第一章 ',
  days: '2020年1月',
  colons: '甲：',
  commas: '甲，',
  stops: '甲。',
  bars: '| 甲 ',
  crumbs: '首页 > ',
  asterisks: '**甲',
  entities: '&nbsp',
  tags: '<p',
  quotes: '“甲',
};

/** CPU time of a run in ms: the least of a few, so that what else the machine does counts little. */
function cost(run: () => unknown): number {
  const times = [0, 1].map(() => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Below this the ratio says nothing. */
const unmeasured = 60;

describe.each(Object.entries(fillings))('a line of %s', (_, filling) => {
  const line = (length: number): string =>
    filling.repeat(Math.ceil(length / filling.length)).slice(0, length);

  test.each([
    ['in a text', (words: string) => read(`甲市办法\n\n第一条　甲。\n\n${words}\n\n第二条　乙。\n`)],
    [
      'in the contents of an issue',
      (words: string) =>
        readIssue(
          `目录\n\n甲市人民政府关于乙的通知 1\n${words}\n\n甲市人民政府关于乙的通知\n\n各县：\n\n丙。\n`,
        ),
    ],
  ])('%s', (_place, run) => {
    const once = cost(() => run(line(half)));
    const twice = cost(() => run(line(2 * half)));
    expect(twice < unmeasured || twice / Math.max(once, 1) < 3.2, `${once} ms, then ${twice} ms`).toBe(true);
  });
});
