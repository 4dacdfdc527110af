import { describe, expect, it } from 'vitest';
import { findTerms, findTermUses } from '../../src/domain/references/index.ts';
import { read } from '../views/read.ts';
import { readIssue, readTexts, versionOf, workOf } from './archive.ts';

const { works } = readIssue();
const instrumentOf = (title: string) => versionOf(works, title).instrument;
const rule = instrumentOf('湛江市网络预约出租汽车经营服务管理暂行规定');
const measures = instrumentOf('湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）');
const plan = instrumentOf('湛江市“数字政府”建设总体规划（2020-2022年）');

describe('the terms of the first issue', () => {
  it.each([
    [rule, '网约车', 'art_1__para_1', '网络预约出租汽车'],
    [rule, '网约车经营服务', 'art_2__para_2', '以互联网技术为依托'],
    [rule, '网约车平台公司', 'art_2__para_3', '构建网络服务平台'],
    [measures, '公众举报奖励', 'art_2__para_1', '公民、法人和其他组织'],
    [measures, '市生态环境局', 'art_2__para_1', '湛江市生态环境局'],
    [measures, '举报人', 'art_2__para_1', '公众'],
    [measures, '以上', 'art_14__para_1', '包括本数。'],
    [measures, '内', 'art_14__para_1', '包括本数。'],
    [measures, '三防', 'art_3__para_1__item_1__point_1', '防扬散、防流失、防渗漏'],
    [measures, '十小', 'art_3__para_1__item_2__point_3', '擅自建设国家明令禁止的小型造纸'],
    [measures, '一案一奖', 'art_4__para_1', '对同一违法行为有多人分别举报'],
    [plan, '湛江大脑', 'lvl_6__lvl_1__para_1', '统一决策指挥中枢'],
    [plan, '四横', 'lvl_2__lvl_3__para_1', '应用层、应用支撑层、数据服务层、基础设施层；'],
    [plan, '三纵', 'lvl_2__lvl_3__para_1', '安全体系、标准体系、运行体系。'],
    [plan, '精湛服务', 'lvl_1__lvl_6__para_2', '一是助力政务服务和营商环境改革'],
    [plan, '精品支撑', 'lvl_1__lvl_6__para_3', '构建“云数网”等基础设施'],
    [plan, '精准保障', 'lvl_1__lvl_6__para_4', '在组织、机制、资金、人才、技术等方面'],
    [plan, '管理方', 'lvl_5__lvl_3__para_2', '市政务服务数据管理局'],
    [plan, '需求方', 'lvl_5__lvl_3__para_3', '市、县（市、区）各级各部门'],
    [plan, '运营方', 'lvl_5__lvl_3__para_4', '湛江市数字政府建设运营中心及相关信息系统承建单位'],
    [plan, '专家组', 'lvl_5__lvl_3__para_5', '政务和信息化领域专家'],
    [plan, '一标三实', 'lvl_4__lvl_6__lvl_5', '以实有人口、实有房屋、实有单位管理标准为依据'],
  ])('%#: %s', (instrument, term, eId, meaning) => {
    const found = findTerms(instrument).filter((one) => one.term === term);
    expect(found).toHaveLength(1);
    expect(found[0]!.eId).toBe(eId);
    expect(found[0]!.meaning.startsWith(meaning), found[0]!.meaning).toBe(true);
  });

  it('are linked where they are used, the longest first', () => {
    const uses = findTermUses(rule, findTerms(rule));
    const inArticle5 = uses.filter(({ eId }) => eId === 'art_5__para_1').map(({ term }) => term.term);
    expect(inArticle5).toEqual(['网约车']);
    const inArticle17 = uses.filter(({ eId }) => eId === 'art_17__para_1').map(({ term }) => term.term);
    expect(inArticle17).toEqual(['网约车平台公司']);
  });

  it('以上 and 内 are not linked in every number', () => {
    const uses = findTermUses(measures, findTerms(measures));
    expect(uses.filter(({ term }) => term.term === '内' || term.term === '以上')).toEqual([]);
  });

  it('the notice of portfolios defines none', () => {
    expect(findTerms(instrumentOf('关于调整市政府领导同志分工的通知'))).toEqual([]);
  });
});

describe('terms in texts written for it', () => {
  const read = (...articles: string[]) => {
    const text = ['某省测试条例', ...articles.map((words, i) => `第${'一二三四五六'[i]}条　${words}`)].join(
      '\n\n',
    );
    return versionOf(readTexts(['ceshi', '2020-01-01', text]).works, '某省测试条例').instrument;
  };

  it('a short name holds from where it is given', () => {
    const instrument = read(
      '平台公司应当备案。',
      '网络交易平台公司（以下简称平台公司）应当报告。',
      '平台公司应当公示。',
    );
    const terms = findTerms(instrument);
    expect(terms).toMatchObject([{ term: '平台公司', form: 'short', meaning: '网络交易平台公司' }]);
    expect(findTermUses(instrument, terms).map(({ eId }) => eId)).toEqual(['art_3__para_1']);
  });

  it('本条例所称 holds in the whole text, 前款所称 in its article', () => {
    const instrument = read(
      '本条例所称平台，是指网站。',
      '不得使用违规方式。\n\n前款所称违规方式，是指欺诈。',
      '平台不得使用违规方式。',
    );
    const terms = findTerms(instrument);
    expect(terms.map(({ term, scope }) => [term, scope])).toEqual([
      ['平台', undefined],
      ['违规方式', 'art_2'],
    ]);
    expect(findTermUses(instrument, terms).map(({ eId, term }) => `${eId} ${term.term}`)).toEqual([
      'art_2__para_1 违规方式',
      'art_3__para_1 平台',
    ]);
  });

  it('a list of terms gives each its meaning', () => {
    const instrument = read(
      '本条例下列用语的含义：\n\n（一）平台，是指网站。\n\n（二）“用户”：使用平台的人。',
    );
    expect(findTerms(instrument).map(({ term, meaning }) => [term, meaning])).toEqual([
      ['平台', '网站。'],
      ['用户', '使用平台的人。'],
    ]);
  });

  it('ordinary words before 是指 are no terms', () => {
    expect(findTerms(read('这主要是指甲。其是指乙。上述是指丙。'))).toEqual([]);
  });

  it('words inside a title are no use of a term', () => {
    const instrument = read('本条例所称平台，是指网站。', '适用《平台管理办法》。');
    expect(findTermUses(instrument, findTerms(instrument))).toEqual([]);
  });
});

it('a work known by name is a work of its own in the archive', () => {
  expect(workOf(works, '优化营商环境条例').versions).toEqual([]);
});

describe('what a term reaches and means', () => {
  const of = (...articles: string[]) => {
    const text = ['某市河湖条例', ...articles.map((words, i) => `第${'一二三四五'[i]}条　${words}`)].join(
      '\n\n',
    );
    const instrument = read(text);
    const terms = findTerms(instrument);
    const uses = findTermUses(instrument, terms);
    return terms.map((term) => [term.term, term.meaning, uses.filter((use) => use.term === term).length]);
  };

  it('a word explained for one place of another law is not explained for all its uses', () => {
    expect(
      of('《甲法》第六条第三款所称应税额，是指扣除捐赠前的应税额。应税额另计。', '应税额由省规定。'),
    ).toEqual([['应税额', '扣除捐赠前的应税额。', 2]]);
    expect(of('本条例所称河道，是指天然水道。', '河道由省管理。')[0]).toEqual(['河道', '天然水道。', 1]);
  });

  it('a meaning that ends in a colon goes on with its list', () => {
    expect(of('本条例所称设施，是指下列设施：\n\n（一）闸；\n\n（二）泵。')).toEqual([
      ['设施', '下列设施：（一）闸；（二）泵。', 1],
    ]);
  });

  it.each([
    ['为了做好省人民代表大会代表（以下简称代表）工作。', '代表', '省人民代表大会代表'],
    ['为加强青岚山风景名胜区（以下简称青岚景区）管理。', '青岚景区', '青岚山风景名胜区'],
    [
      '基金会分为公募基金会和不得面向公众募捐的基金会（以下简称非公募基金会）。',
      '非公募基金会',
      '不得面向公众募捐的基金会',
    ],
  ])('%s', (words, term, meaning) => {
    expect(of(words)[0]!.slice(0, 2)).toEqual([term, meaning]);
  });
});
