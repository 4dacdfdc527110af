/** Texts without articles, which decisions call 第一条, 第二条第（二）项 and 第一段 all the same. */
import { describe, expect, test } from 'vitest';
import { apply } from './helpers.ts';

const reply = `关于渡运案件的批复
甲省分局：
你局请示收悉。现答复如下：
一、依照旧法第五条起诉的，应当受理。
二、有下列情形之一的，不予受理：
（一）超过时效的；
（二）没有证据的。
此复。`;

const opinion = `关于渡运案件的意见
为审理渡运案件，根据旧法，制定本意见。
一、关于管辖
1.由基层管辖。
2.有异议的，依照旧法处理。
二、关于责任
3.违约的，承担责任。
4.本意见自公布之日起施行。`;

describe('texts without articles', () => {
  test('levels and leading paragraphs take new wording; what closes a reply stays', () => {
    const { lines } = apply(
      reply,
      `关于修改《关于渡运案件的批复》的决定
1.将第一段修改为：“请示收悉。现答复如下：”
2.将第一条修改为：“一、依照新法第五条起诉的，应当受理。”
3.将第二条第（二）项修改为：“（二）没有依据的。”`,
    );
    expect(lines).toEqual([
      '请示收悉。现答复如下：',
      '一、依照新法第五条起诉的，应当受理。',
      '二、有下列情形之一的，不予受理：',
      '（一）超过时效的；',
      '（二）没有依据的。',
      '此复。',
    ]);
  });

  test('numbers that run on through the parts are what 第N条 means, and close up', () => {
    const { lines } = apply(
      opinion,
      '关于修改《关于渡运案件的意见》的决定\n1.将第2条修改为：“2.有异议的，依照新法处理。”\n2.删除第3条。',
    );
    expect(lines.slice(1)).toEqual([
      '一、关于管辖',
      '1.由基层管辖。',
      '2.有异议的，依照新法处理。',
      '二、关于责任',
      '3.本意见自公布之日起施行。',
    ]);
  });

  test('new wording that leaves out what stands below is not guessed at', () => {
    const { fates } = apply(
      reply,
      '关于修改《关于渡运案件的批复》的决定\n1.将第二条修改为：“二、不予受理。”',
    );
    expect(fates[0]).toContain('引文没有载明');
  });

  test('a level is added in its place', () => {
    const { lines } = apply(
      reply,
      '关于修改《关于渡运案件的批复》的决定\n1.增加一条，作为第二条：“二、丙。”',
    );
    expect(lines.slice(2, 4)).toEqual(['二、丙。', '三、有下列情形之一的，不予受理：']);
  });
});

test('the name of something else is not the name of the text', () => {
  const { result } = apply(opinion, '关于修改《关于渡运案件的意见》的决定\n1.将第一部分标题修改为“甲”。');
  expect(result.instrument.title).toBe('关于渡运案件的意见');
});

test('what closes a notice goes with none of its points unseen', () => {
  const notice = `灯会通知

一、总体要求

坚持安全。

二、保障措施

（一）经费由财政保障。

本通知自2020年1月1日起施行。
`;
  const one = (clause: string) =>
    apply(notice, `关于修改《灯会通知》的决定\n决定对《灯会通知》作如下修改：\n一、${clause}`);
  expect(one('删去第二条。').findings.join()).toContain('结语');
  expect(one('删去第二条。').result.complete).toBe(false);
  expect(one('删去第一条。').result.complete).toBe(true);
});
