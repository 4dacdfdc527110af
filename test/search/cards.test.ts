import { describe, expect, test } from 'vitest';
import type { EverydayWord } from '../../src/domain/model.ts';
import { answering, type Card, fieldsAsked } from '../../src/domain/search/cards.ts';

const source = { text: '《某市分工通知》', href: '/works/fengong/' };
const about = { source, date: '2021-01-01', stretches: [] };
const link = (text: string) => ({ text, href: '#x' });
const who = (field: string): Card => ({
  asks: 'who',
  field,
  holders: [{ verb: '负责', person: link('张三，副市长') }],
  ...about,
});
const reward: Card = {
  asks: 'reward',
  tiers: [
    {
      amount: link('500元'),
      condition: link('查实'),
      acts: [link('露天焚烧秸秆的'), link('倾倒危险废物一吨以下的')],
    },
    { amount: link('5000元'), condition: link('查实'), acts: [link('倾倒危险废物一吨以上的')] },
  ],
  steps: [],
  ...about,
};
const cards = [reward, who('生态环境'), who('教育'), who('教育督导'), who('文化')];
const everyday: EverydayWord[] = [
  { said: '环保', meant: ['生态环境'], because: '机构改革后称生态环境' },
  { said: '乱倒', meant: ['倾倒'], because: '办法称倾倒' },
  { said: '垃圾', meant: ['危险废物'], because: '办法称危险废物' },
];
const told = (query: string): string[] =>
  answering(cards, query, everyday).map((card) =>
    card.asks === 'who'
      ? card.field
      : card.tiers.map(({ amount, acts }) => `${amount.text}：${acts.length}`).join('，'),
  );

describe('a question is answered by the card', () => {
  test.each([
    ['谁分管环保', ['生态环境']],
    ['教育谁负责？', ['教育']],
    ['分管文化工作的领导是谁', ['文化']],
    ['举报奖励多少钱', ['500元：2，5000元：1']],
    ['举报乱倒垃圾奖多少', ['500元：1，5000元：1']],
    ['乱倒垃圾', ['500元：1，5000元：1']],
    ['举报焚烧秸秆奖励多少', ['500元：1']],
  ])('%s', (query, expected) => {
    expect(told(query)).toEqual(expected);
  });

  test.each(['危险废物', '谁', '谁分管航天', '举报飞碟奖励', '', '第三条'])('of none: %j', (query) => {
    expect(told(query)).toEqual([]);
  });
});

test('words that ask nothing are no question about a field', () => {
  expect(fieldsAsked('不存在的教育', everyday)).toEqual([]);
  expect(fieldsAsked('环保', everyday)).toEqual(['环保', '生态环境']);
});
