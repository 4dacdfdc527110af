import { describe, expect, test } from 'vitest';
import { serialize } from '../../src/domain/structure/index.ts';
import { apply, plainLaw } from './helpers.ts';

const printed = (base: string, decision: string): string =>
  serialize(apply(base, decision).result.instrument);

describe('the 题注', () => {
  const base = (note: string): string =>
    `庙会办法\n${note}\n第一条　摊位登记。\n第二条　本办法自公布之日起施行。\n`;
  const decision = (day: string): string =>
    `县人民政府关于修改《庙会办法》的决定\n${day}县人民政府决定对《庙会办法》作如下修改：\n一、将第一条中的“登记”修改为“备案”。\n本决定自公布之日起施行。`;
  const day = '（2021年7月8日县人民政府令第12号公布）\n';

  test('names the decision with its day', () => {
    expect(printed(base('（2015年3月1日县人民政府令第2号公布）'), decision(day))).toContain(
      '（2015年3月1日县人民政府令第2号公布　根据2021年7月8日《县人民政府关于修改〈庙会办法〉的决定》修改）',
    );
  });

  test('goes on counting where it counts, in its own word', () => {
    const note = '（2015年3月1日公布　根据2018年5月6日《县人民政府关于修改〈庙会办法〉的决定》第一次修正）';
    expect(printed(base(note), decision(day))).toContain('》第二次修正）');
  });

  test('is said to be left as it was where the decision states no day', () => {
    const { findings, result } = apply(base('（2015年3月1日县人民政府令第2号公布）'), decision(''));
    expect(findings.join()).toContain('caption-open: 题注');
    expect(result.complete).toBe(true);
  });

  test('is left alone where nothing was changed', () => {
    const none = decision(day).replace('第一条中', '第九条中');
    expect(printed(base('（2015年3月1日县人民政府令第2号公布）'), none)).not.toContain('2021年');
  });
});

describe('annexes', () => {
  const base =
    '收费办法\n第一条　收费标准附后。\n第二条　本办法自公布之日起施行。\n摊位收费表\n类别 每日收费\n甲 3元\n乙 5元\n';

  test('a table named by its own title gets its new rows, and the bounds that were assumed are said', () => {
    const { result } = apply(
      base,
      '一、摊位收费表修改为：\n类别 每日收费\n甲 4元\n乙 6元\n本决定自公布之日起施行。',
    );
    const text = serialize(result.instrument);
    expect(text).toContain('类别 每日收费\n甲4元\n乙6元\n');
    expect(text).not.toContain('5元');
    expect(result.complete).toBe(false);
  });

  test('a title that the text does not have changes nothing', () => {
    const { lines, fates } = apply(base, '一、船只收费表修改为：\n甲 4元');
    expect(lines).toContain('甲3元');
    expect(fates[0]).toContain('没有题为“船只收费表”');
  });

  test('a numbered annex is given its new wording', () => {
    const text = '收费办法\n第一条　见附件。\n附件1\n甲表\n一律三元。\n附件2\n乙表\n一律五元。\n';
    const after = printed(text, '一、将附件2修改为：“一律六元。”');
    expect(after).toContain('一律六元。');
    expect(after).toContain('一律三元。');
    expect(after).not.toContain('一律五元。');
  });
});

describe('the old wording quoted as a whole', () => {
  const base = '庙会办法\n\n第一条　甲。\n\n乙。\n\n丙。\n\n第二条　丁。\n';
  test('only what is quoted is replaced', () => {
    expect(apply(base, '一、第一条“甲。”“乙。”修改为：“甲甲。”“乙乙。”').lines).toEqual([
      '第一条 甲甲。',
      '乙乙。',
      '丙。',
      '第二条 丁。',
    ]);
  });
  test('what does not stand so in the text is refused', () => {
    const { lines, fates } = apply(base, '一、第一条“甲。”“戊。”修改为：“甲甲。”“乙乙。”');
    expect(lines[0]).toBe('第一条 甲。');
    expect(fates[0]).toContain('旧文与文本不一致');
  });
  test('a mark that is not closed at the very end is closed where the old words close; else nothing is done', () => {
    const ended = '一、第二条“丁。”修改为：“丁，并登记。';
    expect(apply(base, ended).lines[3]).toBe('第二条 丁，并登记。');
    expect(apply(base, ended).result.complete).toBe(false);
    expect(apply(base, '一、第二条“丁”修改为：“戊。').lines[3]).toBe('第二条 丁。');
  });
});

test('an article is parted by its paragraphs', () => {
  const base = plainLaw(2, { 1: '甲。\n\n乙。' });
  expect(apply(base, '一、将第一条拆分为两条，第一款作为第一条，第二款作为第二条。').lines).toEqual([
    '第一条 甲。',
    '第二条 乙。',
    '第三条 第2号内容甲。',
  ]);
});

test('lines of a list without marks are no 款 of their own', () => {
  const base =
    '庙会办法\n\n第一条　理事会由下列人员组成：\n\n会长，\n\n理事若干人。\n\n理事任期三年。\n\n第二条　丁。\n';
  expect(apply(base, '一、将第一条第二款中的“三”修改为“五”。').lines).toEqual([
    '第一条 理事会由下列人员组成：',
    '会长，',
    '理事若干人。',
    '理事任期五年。',
    '第二条 丁。',
  ]);
});

test('a decision that repeals the text says so; one that repeals another text, or an article, does not', () => {
  const text = '集市办法\n第一条　甲。\n第二条　乙。\n';
  const errors = (clause: string): string[] =>
    apply(
      text,
      `关于废止和修改部分规章的决定\n一、${clause}\n二、将《庙会办法》第三条中的“甲”修改为“乙”。`,
    ).result.remarks.flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));
  expect(errors('废止《集市办法》。')).toEqual(['decision-repeals']);
  expect(errors('废止《河道办法》。')).toEqual(['decision-other-text']);
  expect(errors('废止《集市办法》第二条。')).not.toContain('decision-repeals');
});

describe('what an adjustment of words may cover', () => {
  const classOf = (old: string, now: string): string[] =>
    (
      apply(plainLaw(2, { 2: old }), '一、删去第一条。\n个别文字作相应调整。', `示例条例\n\n第一条　${now}\n`)
        .result.comparison ?? []
    ).map((row) => row.class);
  test.each([
    ['an amount', '摊主缴纳三百元保证金。', '摊主缴纳五百元保证金。'],
    ['a body', '由市园林局登记造册。', '由市水利局登记造册。'],
    ['what is commanded', '摊主应当携带证件。', '摊主可以携带证件。'],
    ['a day', '每年5月1日公布名单。', '每年6月1日公布名单。'],
    ['a sentence more', '摊主携带证件。', '摊主携带证件。证件不得转借。'],
  ])('not %s', (_name, old, now) => {
    expect(classOf(old, now)).toEqual(['contradiction']);
  });
  test('other words for the same', () => {
    expect(classOf('摊主按规定携带证件进场。', '摊主按照规定携带证件进场。')).toEqual(['allowed']);
  });
});
