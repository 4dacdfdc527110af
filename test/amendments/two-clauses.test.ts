/**
 * Every two operations of different clauses on one provision: the outcome says of itself that it is not whole, or it is
 * what both letters say, in whichever order they stand.
 */
import { describe, expect, test } from 'vitest';
import { apply } from './helpers.ts';

const base = `示例办法

第一条　灯会由镇政府举办。

灯会免费。

第二条　摊位由镇政府管理。摊位每年清点。

摊位应当登记：

（一）红摊位；

（二）绿摊位；

（三）蓝摊位。

第三条　船只由镇政府停放。

船只免费。

第四条　桥梁由镇政府维修。
`;

/** The lines of each article, in order. */
type Outcome = readonly (readonly string[])[];

const articlesIn = (lines: readonly string[]): Outcome => {
  const articles: string[][] = [];
  for (const line of lines) {
    if (/^第.条/.test(line)) articles.push([line.replace(/^第.条 ?/, '')]);
    else articles.at(-1)!.push(line);
  }
  return articles;
};

const has = (pattern: RegExp) => (articles: Outcome) => articles.flat().some((line) => pattern.test(line));
const lacks = (pattern: RegExp) => (articles: Outcome) => !has(pattern)(articles);
const both =
  (...holds: ((articles: Outcome) => boolean)[]) =>
  (articles: Outcome) =>
    holds.every((one) => one(articles));
const at = (articles: Outcome, pattern: RegExp) =>
  articles.findIndex((lines) => lines.some((line) => pattern.test(line)));
const lineAt = (lines: readonly string[] | undefined, pattern: RegExp) =>
  lines?.findIndex((line) => pattern.test(line)) ?? -1;
const first = /摊位?由.政府|自愿/;
const second = /登记|备案/;
/** True where lines stand in one article, in this order. */
const inTurn =
  (...patterns: RegExp[]) =>
  (articles: Outcome) => {
    const lines = articles[at(articles, patterns[0]!)];
    const found = patterns.map((pattern) => lineAt(lines, pattern));
    return found.every((place, i) => place >= 0 && (i === 0 || place > found[i - 1]!));
  };
const isArticle = (number: number, pattern: RegExp) => (articles: Outcome) =>
  lineAt(articles[number - 1], pattern) >= 0;
const isBehind = (pattern: RegExp, other: RegExp) => (articles: Outcome) =>
  articles.slice(at(articles, other) + 1).some((lines) => lineAt(lines, pattern) >= 0);
const isWhole = (number: number, line: string) => (articles: Outcome) =>
  articles[number - 1]?.join('\n') === line;
const nthParagraph = (pattern: RegExp, nth: number) => (articles: Outcome) => {
  const lines = articles[at(articles, pattern)]?.filter((line) => !line.startsWith('（'));
  return lineAt(lines, pattern) === nth && lines!.some((line) => /摊/.test(line));
};

/** Instructions on one article and its parts, each with what it says of the text after. */
const letters: readonly [string, (articles: Outcome) => boolean][] = [
  [
    '第二条修改为：“摊位自治。”',
    (articles) => {
      const own = articles[at(articles, /摊位自治/)];
      return own !== undefined && lineAt(own, /摊位由|登记|备案|[红黄绿蓝紫]摊|整洁/) < 0;
    },
  ],
  ['第二条第一款修改为：“摊位自愿。”', both(has(/自愿/), lacks(/摊位由/))],
  ['第二条第二款第二项修改为：“（二）黄摊位；”', both(has(/黄摊/), lacks(/绿摊/))],
  ['第二条第一款第二句修改为：“摊位每月清点。”', both(has(/每月清点/), lacks(/每年清点/))],
  ['第二条第二款各项之前的部分修改为：“摊位应当备案：”', both(has(/备案：/), lacks(/登记：/))],
  ['删去第二条。', lacks(/摊/)],
  ['删去第二条第一款。', lacks(first)],
  ['删去第二条第二款。', lacks(second)],
  ['删去第二条第二款第二项。', both(lacks(/绿/), has(/红/))],
  ['删去第二条第一款第二句。', both(lacks(/清点/), has(first))],
  ['第二条改为第三条。', isArticle(3, /摊/)],
  ['第二条改为第四条。', isArticle(4, /摊/)],
  ['第二条第一款与第二款对调。', inTurn(second, first)],
  ['第二条第二款第一项与第二项对调。', inTurn(/[绿黄]/, /红/)],
  ['将第二条移至第四条后。', isBehind(/摊/, /桥梁/)],
  ['将第二条移至第三条后。', isBehind(/摊/, /船只/)],
  ['将第二条移入第三条后，作为第三条。', isArticle(3, /摊/)],
  ['将第二条第一款移至第二款后。', (articles) => has(first)(articles) && !inTurn(first, second)(articles)],
  ['将第二条第一款移至第三条第二款后。', inTurn(/船只由/, /船只免费/, first)],
  ['在第二条第一款后增加一款：“棚位齐备。”', has(/齐备/)],
  [
    '将第二条分为两条，作为第二条、第三条：“摊位白天开放。”“摊位夜间关闭。”',
    both(isWhole(2, '摊位白天开放。'), isWhole(3, '摊位夜间关闭。'), lacks(second)),
  ],
  ['将第二条分为两条，第一款作为第二条，第二款作为第三条。', both(isArticle(2, first), isArticle(3, second))],
  ['将第一条、第二条合并为第一条。', both(isArticle(1, /摊/), inTurn(/灯会由/, /灯会免费/, /摊/))],
  ['将第二条、第三条合并为第二条。', both(isArticle(2, /摊/), inTurn(/摊/, /船只由/, /船只免费/))],
  ['将第一条、第二条合并为第一条，修改为：“灯市统管。”', both(isWhole(1, '灯市统管。'), lacks(/摊|灯会/))],
  ['将第二条、第三条合并为第二条，修改为：“市场统管。”', both(isWhole(2, '市场统管。'), lacks(/摊|船/))],
  ['将第二条第一款、第二款合并，修改为：“摊棚一并管理。”', both(has(/一并/), lacks(first), lacks(second))],
  [
    '将第一条第二款和第二条第一款合并，作为第三条，修改为：“灯市另列。”',
    both(isWhole(3, '灯市另列。'), lacks(first), lacks(/灯会免费/)),
  ],
  ['第二条第一款改为第三条。', both(isArticle(3, first), (articles) => articles[2]!.length === 1)],
  ['第二条第二款改为第三条。', isArticle(3, second)],
  ['第二条改为第一条第三款。', both(isArticle(1, /摊/), inTurn(/灯会由/, /灯会免费/, /摊/))],
  ['将第二条中的“摊位”修改为“货摊”。', lacks(/摊位由|摊位应当[登备]|[红绿蓝]摊位/)],
  ['将第二条第一款中的“镇政府”修改为“县政府”。', has(/由县政府(?:依法)?管理/)],
  ['第二条第一款中的“镇政府”后增加“依法”。', has(/政府依法管理/)],
  ['第二条第一款末尾增加一句：“棚位有序。”', has(/摊.*棚位有序。/)],
  ['第二条增加一款，作为第二款：“棚位整洁。”', nthParagraph(/整洁/, 1)],
  ['第二条增加一款，作为第一款：“棚位整齐。”', nthParagraph(/整齐/, 0)],
  [
    '第二条第二款增加一项，作为第二项：“（二）紫棚位；”',
    both(inTurn(/^（一）/, /^（二）紫棚位/), inTurn(second, /紫棚位/)),
  ],
  ['在第二条后增加一条，作为第三条：“路牌应当醒目。”', isWhole(3, '路牌应当醒目。')],
  ['将本办法中的“镇政府”修改为“县政府”。', lacks(/镇政府/)],
];

const decided = (clauses: readonly string[]): string =>
  [
    '关于修改《示例办法》的决定',
    '决定对《示例办法》作如下修改：',
    ...clauses.map((clause, i) => `${'一二'[i]}、${clause}`),
    '条文顺序作相应调整。',
  ].join('\n');

/** The articles after, or why the outcome is not whole. */
function outcome(clauses: readonly string[]): Outcome | string {
  const { result, lines, fates } = apply(base, decided(clauses));
  if (result.complete) return articlesIn(lines);
  const reasons = [
    ...fates.filter((fate) => fate.includes(': ')),
    ...result.findings.map(({ reason }) => reason),
  ];
  return reasons.join('\n');
}

const inWords = (articles: Outcome): string => articles.map((lines) => lines.join('|')).join(' / ');

describe('two clauses on one provision', () => {
  test.each(letters)('%s alone does what it says', (letter, holds) => {
    expect(outcome([letter])).toSatisfy(holds);
  });

  test.each(letters.map(([letter], i) => [letter, i] as const))('%s and any other one', (letter, i) => {
    const wrong: string[] = [];
    for (const [other, holds] of letters.slice(i + 1)) {
      const [one, turned] = [outcome([letter, other]), outcome([other, letter])];
      for (const found of [one, turned]) {
        if (typeof found === 'string' ? found === '' : !(letters[i]![1](found) && holds(found)))
          wrong.push(`${other} ${typeof found === 'string' ? '没有说明' : inWords(found)}`);
      }
      if (typeof one !== 'string' && typeof turned !== 'string' && inWords(one) !== inWords(turned))
        wrong.push(`${other} 与次序有关：${inWords(one)} ≠ ${inWords(turned)}`);
    }
    expect(wrong).toEqual([]);
  });
});
