/** Kinds of text: what a title says that the text is. */
import type { InstrumentKind } from '../model.ts';
import { titleNoun } from './title-noun.ts';

const kinds: [RegExp, InstrumentKind][] = [
  [/修正案$/, 'amendment'],
  [/(?:决定|决议)$/, 'decision'],
  [/令(?:第.{1,8}号)?$/, 'order'],
  [/(?:办法|细则)$/, 'measures'],
  [/条例$/, 'regulation'],
  [/(?:规定|规则|章程|制度|准则|规程|规范)$/, 'rules'],
  [/(?:法|法典|宪法|基本法)$/, 'law'],
  [/(?:规划|计划|方案|纲要|要点|预案|行动|措施|指南)$/, 'plan'],
  [/(?:意见|建议)$/, 'opinions'],
  [/(?:公告|通告)$/, 'announcement'],
  [/(?:解释)$/, 'interpretation'],
  [/(?:通知|通报|报告|纪要)$/, 'notice'],
  [/(?:函|批复|答复|请示)$/, 'letter'],
];

const simplified: Record<string, string> = {
  條: '条',
  辦: '办',
  規: '规',
  則: '则',
  細: '细',
  決: '决',
  議: '议',
  憲: '宪',
  釋: '释',
  劃: '划',
  綱: '纲',
  見: '见',
  報: '报',
  復: '复',
};

/** Longer than any title: what a text without a title line prints first may be a page. */
const longestTitle = 400;

/** What a title says the text is. */
export function kindOf(title: string): InstrumentKind {
  const words = title.slice(-longestTitle).replace(/[條辦規則細決議憲釋劃綱見報復]/g, (c) => simplified[c]!);
  const bare = words.replace(/(?:（[^（）]*）|\([^()]*\)|[—-]{1,2}[\d.]+)+$/g, '').replace(/[\d.]+$/, '');
  if (/^最高人民(?:法院|检察院).*(?:规定|解释|批复|规则|意见|安排)$/.test(bare) && !/修改/.test(bare))
    return 'interpretation';
  for (const [pattern, kind] of kinds) if (pattern.test(bare)) return kind;
  return 'other';
}

/** True for a title of a kind that documents have: 《…条例》, and no 《…许可证》 or 《…申请表》. */
export function isDocumentTitle(title: string): boolean {
  return titleNoun(title) !== undefined || documents.test(title);
}

/** Kinds that are no word for the text itself. */
const documents = /(?:要求|通则)(?:[（(].{1,12}[）)])?$/;
