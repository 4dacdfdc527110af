import { describe, expect, test } from 'vitest';
import { oddities, read } from './helpers.ts';

describe('quotation marks', () => {
  test('each paragraph opens, the last one closes', () => {
    expect(read('一、将第一条修改为：“甲。\n“乙。\n“丙。”\n二、删去第二条。')).toEqual([
      'substitute 第一条 “甲。/乙。/丙。”',
      'repeal 第二条',
    ]);
  });

  test('one pair round all paragraphs, items inside that look like clauses', () => {
    expect(read('1.将第一条修改为：\n“甲：\n1.乙；\n2.丙。”\n2.删除第二条。')).toEqual([
      'substitute 第一条 “甲：/1.乙；/2.丙。”',
      'repeal 第二条',
    ]);
  });

  test('a pair for each paragraph', () => {
    expect(read('一、将第一条修改为：“甲。”“乙。”\n“丙。”')).toEqual(['substitute 第一条 “甲。/乙。/丙。”']);
  });

  test('outer marks inside a quotation', () => {
    expect(read('一、将第一条修改为：“本法所称“甲”，是指乙。”\n二、删去第二条。')).toEqual([
      'substitute 第一条 “本法所称“甲”，是指乙。”',
      'repeal 第二条',
    ]);
  });

  test('a following paragraph that begins with a quoted word', () => {
    expect(read('一、将第一条修改为：“甲。\n“乙”是指丙丁戊己庚。”\n二、删去第二条。')).toEqual([
      'substitute 第一条 “甲。/“乙”是指丙丁戊己庚。”',
      'repeal 第二条',
    ]);
  });

  test('an unclosed quotation ends before the next clause, and is reported', () => {
    const decision = '一、将第一条修改为：“甲。\n二、将第二条修改为：“乙。”\n三、删去第三条。';
    expect(read(decision)).toEqual(['substitute 第一条 “甲。”', 'substitute 第二条 “乙。”', 'repeal 第三条']);
    expect(oddities(decision)).toEqual(['quote-unclosed']);
  });

  test('straight marks, corner marks, and marks typed the wrong way round', () => {
    expect(read('一、将第一条中的"甲"修改为"乙"。')).toEqual(['replaceWords 第一条 [甲]→[乙]']);
    expect(read('一、将第一条中的「甲」修改为「乙」。')).toEqual(['replaceWords 第一条 [甲]→[乙]']);
    expect(read('一、将第一条中的“甲“修改为“乙”。')).toEqual(['replaceWords 第一条 [甲]→[乙]']);
    expect(read('一、将第一条中的”甲”修改为”乙”。')).toEqual(['replaceWords 第一条 [甲]→[乙]']);
  });

  test('new wording without marks, on the line or below it', () => {
    expect(read('一、第一条修改为：国家保护甲乙丙丁的权利。\n二、删去第二条。')).toEqual([
      'substitute 第一条 “国家保护甲乙丙丁的权利。”',
      'repeal 第二条',
    ]);
    expect(
      read(
        '一、第一条修改为：\n国家保护甲乙丙丁的权利。\n有下列情形之一的：\n（一）甲；\n（二）乙。\n二、删去第二条。',
      ),
    ).toEqual([
      'substitute 第一条 “国家保护甲乙丙丁的权利。/有下列情形之一的：/（一）甲；/（二）乙。”',
      'repeal 第二条',
    ]);
  });

  test('titles inside titles', () => {
    expect(
      read(
        '国务院关于修改《示例〈甲〉办法》的决定\n一、将第一条修改为：“依照《甲〈乙〉办法》办理。”',
        '示例《甲》办法',
      ),
    ).toEqual(['substitute 第一条 “依照《甲〈乙〉办法》办理。”']);
  });

  test('new wording whose first mark is lost ends with its last one', () => {
    const decision = '1.将第一条修改为：\n下列情形：\n（一）甲；\n（二）“乙”是指丙。”\n2.删除第二条。';
    expect(read(decision)).toEqual([
      'substitute 第一条 “下列情形：/（一）甲；/（二）“乙”是指丙。”',
      'repeal 第二条',
    ]);
  });

  test('a commencement clause is wording where it speaks of the text, and the decision’s own where it speaks of itself', () => {
    expect(
      read('一、第九条修改为：\n本办法自2020年1月1日起施行。\n二、删去第三条。\n本决定自公布之日起施行。'),
    ).toEqual(['substitute 第九条 “本办法自2020年1月1日起施行。”', 'repeal 第三条']);
  });

  test('spaces inside an instruction mean nothing', () => {
    expect(read('一、将 第九条 第一款 中的 “甲” 修改为 “乙” ，删去 其中的 “丙” 。')).toEqual([
      'replaceWords 第九条第一款 [甲]→[乙]',
      'replaceWords 第九条第一款 [丙]→[]',
    ]);
  });
});
