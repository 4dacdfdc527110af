import { describe, expect, it } from 'vitest';
import type { Reference, Version, Work } from '../../src/domain/model.ts';
import { findIssuerMentions } from '../../src/domain/references/index.ts';
import { loadContent } from '../../src/site/load.ts';
import { readIssue, versionOf, workOf } from './archive.ts';
import { article, tree } from './tree.ts';

const { works, references } = readIssue();
const id = (title: string): string => workOf(works, title).id;
const rule = id('湛江市网络预约出租汽车经营服务管理暂行规定');
const decision = workOf(works, '关于修改《湛江市网络预约出租汽车').id;
const measures = workOf(works, '湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）').id;
const repealing = id('关于废止部分部门规范性文件的通知');
const plan = workOf(works, '湛江市“数字政府”建设总体规划（2020-2022年）').id;

function at(work: string, eId: string, all: readonly Reference[] = references): Reference[] {
  return all.filter(({ from }) => from.work === work && from.eId === eId);
}

const goal = ({ target, through }: Reference): string | undefined =>
  target && 'eId' in target ? `${target.work}#${target.eId}${through ? `..${through}` : ''}` : target?.work;

describe('the eleven numbered references of the issue', () => {
  const numbered = references.filter(({ kind, locator }) => kind === 'internal' && locator);

  it('are eleven', () => {
    expect(numbered.map(({ text }) => text)).toEqual([
      '第六条第一款第三项',
      '第五项',
      '第二款',
      '第十条',
      '第十三条第二款',
      '第十五条第五项',
      '第十三条',
      '第十三条',
      '第十三条',
      '第十七条',
      '第三条',
    ]);
  });

  it('of the decision name the text of 2018, which is not held, and never the republished one', () => {
    for (const reference of numbered.slice(0, 6)) {
      expect(reference.target).toEqual({ work: rule });
      expect(reference.reason).toContain('修改前的文本，本档案未收录');
    }
  });

  it('of the decision land in the text of 2018 where the archive has it', () => {
    const before = readIssue((held) =>
      addTextOf2018(workOf(held, '湛江市网络预约出租汽车经营服务管理暂行规定')),
    );
    const landed = before.references.filter(
      ({ from, kind }) => from.work === decision && kind === 'internal',
    );
    expect(landed.map(({ target }) => target)).toEqual(
      [
        'art_6__para_1__item_3',
        'art_6__para_1__item_5',
        'art_6__para_2',
        'art_10',
        'art_13__para_2',
        'art_15__para_1__item_5',
      ].map((eId) => ({ work: rule, version: '2018-12-31', eId })),
    );
    expect(landed.map(({ reason }) => reason)).toEqual(landed.map(() => undefined));
  });

  it('of the decision land in the reconstructed text of 2018, each with what is known of the place', () => {
    const { archive } = loadContent('content');
    const landed = archive.references.filter(
      ({ from, kind, locator }) =>
        from.work === 'wangyueche-xiugai-jueding' && kind === 'internal' && locator !== undefined,
    );
    expect(landed.map(({ target }) => target)).toEqual(
      [
        'art_6__para_1__item_3',
        'art_6__para_1__item_5',
        'art_6__para_2',
        'art_10',
        'art_13__para_2',
        'art_15__para_1__item_5',
      ].map((eId) => ({ work: 'wangyueche-guiding', version: '2018-12-31', eId })),
    );
  });

  it.each([
    ['art_14__para_1', 'art_13'],
    ['art_14__para_2', 'art_13'],
    ['art_15__para_1__item_5', 'art_13'],
    ['art_18__para_1', 'art_17'],
  ])('of the rule: %s names %s of the same text', (from, to) => {
    const [reference] = at(rule, from).filter(({ kind }) => kind === 'internal');
    expect(reference?.target).toEqual({ work: rule, version: '2020-12-19', eId: to });
  });

  it('of the measures: 本办法第三条 is article 3', () => {
    const [reference] = at(measures, 'art_2__para_1').filter(({ kind }) => kind === 'internal');
    expect(goal(reference!)).toBe(`${measures}#art_3`);
  });
});

/** The text that the decision found, as far as the decision tells: numbers of 条, 款 and 项. */
function addTextOf2018(work: Work): void {
  const now = work.versions[0]!;
  const provisions = tree([
    article(6, ['材料：', '甲', '乙', '丙', '丁', '戊', '己'], '第二款'),
    article(10, '旧文'),
    article(13, '条件', '第二款'),
    article(15, ['情形：', '甲', '乙', '丙', '丁', '戊', '己']),
  ]);
  const { madeBy: _, ...read } = now;
  const before: Version = { ...read, date: '2018-12-31', instrument: { ...now.instrument, provisions } };
  work.versions.unshift(before);
}

describe('self references', () => {
  const self = references.filter(({ kind }) => kind === 'self');

  it.each([
    ['本规定', rule, 7],
    ['本办法', measures, 6],
    ['本决定', decision, 2],
    ['本通知', repealing, 2],
  ])('%s means its own text, %s, %i times', (word, work, count) => {
    const found = self.filter(({ text }) => text === word);
    expect(found).toHaveLength(count);
    for (const { from, target } of found) expect([from.work, target?.work]).toEqual([work, work]);
  });

  it('the slip 本法 in the measures means the measures, and says so', () => {
    const [slip] = at(measures, 'art_14__para_1');
    expect(slip).toMatchObject({
      text: '本法',
      target: { work: measures },
      note: expect.stringContaining('原文作“本法”'),
    });
  });

  it('我局 is the bureau that issued the notice', () => {
    const mentions = findIssuerMentions(versionOf(works, '关于废止部分部门规范性文件的通知').instrument);
    expect(mentions).toMatchObject([{ text: '我局', organ: '湛江市发展和改革局', eId: 'para_1' }]);
  });
});

describe('pointers without an address', () => {
  it.each([
    [rule, 'art_5__para_2', '上述', 'art_5__para_1__item_1..art_5__para_1__item_7'],
    [rule, 'art_5__para_1', '下列', 'art_5__para_1__item_1..art_5__para_1__item_7'],
    [rule, 'art_6__para_1', '下列', 'art_6__para_1__item_1..art_6__para_1__item_4'],
    [rule, 'art_13__para_1', '下列', 'art_13__para_1__item_1..art_13__para_1__item_3'],
    [rule, 'art_15__para_1', '以下', 'art_15__para_1__item_1..art_15__para_1__item_5'],
    [rule, 'art_17__para_1', '以下', 'art_17__para_1__item_1..art_17__para_1__item_10'],
    [rule, 'art_18__para_1', '以下', 'art_18__para_1__item_1..art_18__para_1__item_2'],
    [rule, 'art_19__para_1', '以下', 'art_19__para_1__item_1..art_19__para_1__item_2'],
    [rule, 'art_20__para_1', '以下', 'art_20__para_1__item_1..art_20__para_1__item_6'],
    [rule, 'art_21__para_1', '前述', 'art_21__para_1'],
    [rule, 'art_22__para_1', '上述', 'art_22__para_1'],
    [
      measures,
      'art_3__para_1__item_1',
      '下列',
      'art_3__para_1__item_1__point_1..art_3__para_1__item_1__point_4',
    ],
    [
      measures,
      'art_3__para_1__item_2',
      '下列',
      'art_3__para_1__item_2__point_1..art_3__para_1__item_2__point_9',
    ],
    [
      measures,
      'art_3__para_1__item_3',
      '下列',
      'art_3__para_1__item_3__point_1..art_3__para_1__item_3__point_5',
    ],
    [measures, 'art_6__para_1', '下列', 'art_6__para_1__item_1..art_6__para_1__item_5'],
    [measures, 'art_3__para_1__item_2__point_3', '上述', 'art_3__para_1__item_2__point_3'],
    [measures, 'art_6__para_1__item_1', '上述', 'art_6__para_1__item_1'],
    [measures, 'art_3__para_1__item_4', '所列的', 'art_3__para_1__item_1..art_3__para_1__item_3'],
  ])('%s %s: %s → %s', (work, eId, text, expected) => {
    const [pointer] = at(work, eId).filter((reference) => reference.text === text);
    expect(goal(pointer!)).toBe(`${work}#${expected}`);
  });

  it('以下 after a quantity is none', () => {
    expect(at(measures, 'art_3__para_1__item_1__point_2')).toEqual([]);
    expect(at(measures, 'art_3__para_1__item_2__point_7')).toEqual([]);
  });

  it('原许可机关 names no provision, four times', () => {
    const found = references.filter(({ text }) => text === '原许可机关');
    expect(found.map(({ from }) => from.eId)).toEqual([
      'art_8__para_1',
      'art_9__para_1',
      'art_9__para_1',
      'art_12__para_1',
    ]);
    for (const { target, reason } of found)
      expect([target, reason]).toEqual([undefined, '指先前作出该行为的机关，条文未写明条号']);
  });

  it('另行制定 points at a text that is not named, in the rule and in the decision', () => {
    const found = references.filter(({ text }) => text === '另行制定');
    expect(found.map(({ from }) => `${from.work} ${from.eId}`)).toEqual([
      `${decision} lvl_2__para_2`,
      `${rule} art_10__para_2`,
    ]);
    for (const { target, reason } of found)
      expect([target, reason]).toEqual([undefined, '授权另行制定，所制定的文件名称与日期本文未载']);
  });
});

describe('annexes', () => {
  it('the form named in article 8 is the annex that the issue leaves out', () => {
    const [form] = at(measures, 'art_8__para_2');
    expect(form).toMatchObject({
      target: { annex: '附件', work: measures },
      reason: expect.stringContaining('本刊未载'),
    });
  });

  it('详见附件 is the list of repealed documents', () => {
    const [annex] = at(repealing, 'para_1').filter(({ kind }) => kind === 'annex');
    expect(annex).toMatchObject({ text: '附件', target: { annex: '附件', work: repealing } });
    expect(annex?.reason).toBeUndefined();
  });
});

describe('other documents', () => {
  const named = (title: string): Reference[] =>
    references.filter(
      (reference) => reference.kind === 'external' && reference.title === title && !reference.locator,
    );

  it('of the issue are linked to their text', () => {
    expect(goal(named('湛江市“数字政府”建设总体规划（2020-2022年）')[0]!)).toBe(plan);
    const [printed] = at(workOf(works, '关于印发《湛江市生态环境局').id, 'para_1');
    expect(goal(printed!)).toBe(measures);
    const order = workOf(works, '湛江市人民政府令第7号').id;
    expect(goal(at(order, 'para_1')[0]!)).toBe(decision);
  });

  it('the rule named by its decision is the text before it, and after it where the decision republishes it', () => {
    const found = named('湛江市网络预约出租汽车经营服务管理暂行规定');
    expect(found.map(({ from, part, target }) => [part ?? from.eId, target])).toEqual([
      ['title', { work: rule }],
      ['para_1', { work: rule }],
      ['para_4', { work: rule, version: '2020-12-19' }],
    ]);
  });

  it('the caption names the decision, nested titles and all, and the order whose text is not held', () => {
    const caption = references.filter(({ part, from }) => part === 'caption' && from.work === rule);
    expect(caption.map(({ text, target, reason }) => [text, target?.work, reason])).toEqual([
      ['湛江市人民政府令第3号', rule, '2018-12-31公布的文本本档案未收录'],
      ['《湛江市人民政府关于修改〈湛江市网络预约出租汽车经营服务管理暂行规定〉的决定》', decision, undefined],
    ]);
  });

  it.each([
    '优化营商环境条例',
    '中华人民共和国环境保护法',
    '中华人民共和国大气污染防治法',
    '中华人民共和国水污染防治法',
    '广东省环境保护条例',
    '关于实施生态环境违法行为举报奖励制度的指导意见',
    '广东省数字政府建设总体规划（2018-2020年）',
    '关于梳理和报送现行有效地级以上市政府规章电子文本的通知',
    '关于开展梳理和报送现行有效规范性文件工作的补充通知',
  ])('%s is a work known by name only', (title) => {
    const [reference] = named(title);
    const work = works.find(({ id: own }) => own === reference?.target?.work);
    expect(work).toMatchObject({ title, versions: [] });
    expect(reference?.reason).toBe(`《${title}》的文本本档案未收录`);
  });

  it('works known by name take number and issuer from where they are named', () => {
    expect(workOf(works, '工作的补充通知')).toMatchObject({
      documentNumber: '湛司函〔2020〕406号',
      issuer: '湛江市司法局',
      kind: 'notice',
    });
    expect(workOf(works, '举报奖励制度的指导意见')).toMatchObject({ issuer: '生态环境部办公厅' });
  });

  it('the repealed notice is one work, though the notice and its annex give its title differently', () => {
    const repealed = works.filter(({ documentNumber }) => documentNumber === '湛发改价格〔2015〕26号');
    expect(repealed).toHaveLength(1);
    expect(repealed[0]).toMatchObject({
      title: '湛江市发展和改革局 湛江市教育局 湛江市财政局关于进一步明确我市公办中小学收费管理有关问题的通知',
      aliases: ['关于进一步明确我市公办中小学收费管理有关问题的通知'],
    });
    const citing = references.filter(({ target }) => target?.work === repealed[0]!.id);
    expect(citing.map(({ from, part }) => part ?? from.eId)).toEqual(['para_1', 'para_1', 'cell', 'cell']);
  });

  it('the second repealed document is known from the annex alone', () => {
    expect(works.filter(({ documentNumber }) => documentNumber === '湛发改价格函〔2015〕62号')).toHaveLength(
      1,
    );
  });

  it('each of the seventeen titles in brackets outside titles gives one reference', () => {
    const bracketed = references.filter(({ text, part }) => text.startsWith('《') && part !== 'title');
    expect(bracketed).toHaveLength(17);
  });

  it('never links generic words', () => {
    const texts = references.map(({ text }) => text).join('\n');
    for (const word of [
      '法律法规',
      '国家有关规定',
      '等级保护',
      '十九大',
      '全会',
      '第三方',
      '第十四届',
      '第7号',
    ]) {
      expect(texts).not.toContain(word);
    }
  });

  it('every reference stands where it says, with a target or a reason', () => {
    for (const reference of references) {
      expect(reference.target !== undefined || reference.reason !== undefined, reference.text).toBe(true);
      expect(reference.end - reference.start).toBe(reference.text.length);
    }
  });
});
