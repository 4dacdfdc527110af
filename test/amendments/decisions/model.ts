/** A plain model of a law: lists of chapters, articles, paragraphs and items, changed as lists are changed. */
import { formatNumeral } from '../../../src/domain/text/index.ts';

export interface Paragraph {
  text: string;
  items: string[];
}

export interface Article {
  id: number;
  paragraphs: Paragraph[];
}

export interface Chapter {
  id: number;
  heading: string;
  articles: Article[];
  /** Names of its sections, each with the number of its articles. */
  sections: { heading: string; size: number }[];
}

export interface Law {
  title: string;
  introduction: string | undefined;
  /** One without a heading where the law has no chapters. */
  chapters: Chapter[];
  annex: string[];
}

/** Answers one of several things: where the choice comes from is the caller's. */
export interface Chooser {
  among<T>(values: readonly T[]): T;
  /** A whole number below the limit. */
  below(limit: number): number;
}

export const n = (value: number): string => formatNumeral(value);
export const nth = (value: number): string => `第${n(value)}条`;

const things = '灯笼 摊位 船只 桥梁 井盖 树木 路牌 烟花 彩车 戏台 茶亭 石狮'.split(' ');
const deeds = '登记 备案 报告 公示 检验 维修'.split(' ');
/** Words of a provision that are like those of no other one. */
export const thing = (id: number): string => things[id % things.length]! + (id < 100 ? '' : '之新品');
export const deed = (p: number): string => deeds[p % deeds.length]!;

/** Words that stand in every paragraph of the law, and that no other change writes. */
export const everywhere = '依规';

/** Words that stand behind the first ones of a paragraph, for instructions on sentences, figures and repeated words. */
const tails: readonly ((id: number) => string)[] = [
  () => '',
  () => '',
  (id) => `。${thing(id)}每年清点。镇政府可以抽查`,
  () => '，费用五百元',
  (id) => `，但是旧${thing(id)}除外`,
  (id) => `；村民应当保管${thing(id)}`,
];

/** A law of three to nine articles; some words stand in all of them. */
export function lawOf({ below, among }: Chooser): Law {
  const sizes = among([[4], [5], [6], [8], [3, 3], [2, 3, 2], [4, 5]]);
  let id = 0;
  const chapters = sizes.map(
    (size, c): Chapter => ({
      id: c,
      heading: sizes.length > 1 ? ['总则', '管理', '附则'][c]! : '',
      articles: Array.from({ length: size }, () => articleOf(id++, { below, among })),
      sections: [],
    }),
  );
  return {
    title: '示例办法',
    introduction: among([undefined, undefined, undefined, '为了规范庙会，制定本办法']),
    chapters,
    annex: among([[], [], [], ['甲类摊位十元。', '乙类摊位二十元。']]),
  };
}

function articleOf(id: number, { below, among }: Chooser): Article {
  return {
    id,
    paragraphs: Array.from({ length: 1 + below(3) }, (_one, p) => {
      const count = among([0, 0, 0, 2, 3]);
      return {
        text: `${thing(id)}的${deed(p)}${everywhere}由镇政府办理${count > 0 ? '' : among(tails)(id)}`,
        items: Array.from({ length: count }, (_two, i) => `${thing(id)}${deed(p)}的第${i + 1}种情形`),
      };
    }),
  };
}

export const articlesOf = ({ chapters }: Law): Article[] => chapters.flatMap(({ articles }) => articles);

/** The lines of a law's body. */
export function print({ introduction, chapters }: Law): string[] {
  let number = 0;
  const body = chapters.flatMap(({ heading, articles, sections }, c) => {
    const starts = new Map<number, string>();
    let at = 0;
    for (const [s, section] of sections.entries()) {
      starts.set(at, `第${n(s + 1)}节 ${section.heading}`);
      at += section.size;
    }
    const lines = articles.flatMap(({ paragraphs }, a) => {
      const section = starts.get(a);
      number++;
      return [
        ...(section === undefined ? [] : [section]),
        ...printParagraphs(paragraphs).map((line, i) => (i === 0 ? `${nth(number)} ${line}` : line)),
      ];
    });
    return heading === '' ? lines : [`第${n(c + 1)}章 ${heading}`, ...lines];
  });
  return [...(introduction === undefined ? [] : [`${introduction}。`]), ...body];
}

export function printParagraphs(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.flatMap(({ text, items }) => [
    `${text}${items.length > 0 ? '：' : '。'}`,
    ...items.map((item, i) => `（${n(i + 1)}）${item}${i === items.length - 1 ? '。' : '；'}`),
  ]);
}

/** A law as its file: title, body, annex. */
export function fileOf(law: Law): string {
  const annex = law.annex.length > 0 ? ['附件1：摊位收费标准', ...law.annex] : [];
  return `${[law.title, ...print(law), ...annex].join('\n\n')}\n`;
}
