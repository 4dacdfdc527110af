/** Words of a whole text, of groups of places, and of several texts at once; and what such an instruction leaves out. */
import { describe, expect, test } from 'vitest';
import { parseDecision } from '../../src/domain/amendments/index.ts';
import { apply, decisionLines, read } from './helpers.ts';

const lake = `湖泊管理条例
第一条 水务部门负责湖泊管理。
第二条 水务部门应当公开水情。水务部门可以委托检测。
第三条 国家水务部门另有规定的，从其规定。
第四条 水务部门工作人员玩忽职守的，依法处理。`;

function amended(clause: string): string[] {
  return apply(lake, `关于修改《湖泊管理条例》的决定\n${clause}`).lines;
}

describe('words throughout a text', () => {
  test('an exception leaves its places alone, whichever way it is said', () => {
    for (const clause of [
      '一、将条例中的“水务部门”修改为“水行政部门”，但第三条除外。',
      '一、除第三条外，将本条例中的“水务部门”修改为“水行政部门”。',
      '一、将条例中除第三条以外的“水务部门”修改为“水行政部门”。',
      '一、将本条例中的“水务部门”修改为“水行政部门”（第三条除外）。',
    ]) {
      expect(amended(clause), clause).toEqual([
        '第一条 水行政部门负责湖泊管理。',
        '第二条 水行政部门应当公开水情。水行政部门可以委托检测。',
        '第三条 国家水务部门另有规定的，从其规定。',
        '第四条 水行政部门工作人员玩忽职守的，依法处理。',
      ]);
    }
  });

  test('an exception that is less than a provision is not understood, and nothing is changed', () => {
    for (const clause of [
      '一、将本条例中的“水务部门”修改为“水行政部门”，但第二条第二句除外。',
      '一、删去本条例中的“水务部门”，但第二条第二句除外。',
    ]) {
      const { lines, result } = apply(lake, `关于修改《湖泊管理条例》的决定\n${clause}`);
      expect(result.complete, clause).toBe(false);
      expect(lines.join(''), clause).not.toContain('水行政部门');
      expect(lines[0], clause).toBe('第一条 水务部门负责湖泊管理。');
    }
  });

  test('the longer of two words goes first, and the shorter leaves it alone', () => {
    expect(amended('一、将条例中的“水务部门”“国家水务部门”修改为“主管部门”。').at(2)).toBe(
      '第三条 主管部门另有规定的，从其规定。',
    );
  });

  test('what another clause says of a place stands', () => {
    const clauses =
      '一、将第三条中的“国家水务部门”修改为“国家水行政主管部门”。\n二、将本条例中的“水务部门”修改为“湖泊部门”。';
    expect(amended(clauses).slice(1, 3)).toEqual([
      '第二条 湖泊部门应当公开水情。湖泊部门可以委托检测。',
      '第三条 国家水行政主管部门另有规定的，从其规定。',
    ]);
  });
});

describe('groups of places', () => {
  test.each([
    [
      '将第六条第一款、第三款，第八条第一款，第九条中的“甲局”修改为“乙局”。',
      ['第六条第一款', '第六条第三款', '第八条第一款', '第九条'].map(
        (place) => `replaceWords ${place} [甲局]→[乙局]`,
      ),
    ],
    [
      '将第五条中的“甲”“乙”分别修改为“丙”“丁”，第三款删去“戊”。',
      ['replaceWords 第五条 [甲]→[丙]', 'replaceWords 第五条 [乙]→[丁]', 'replaceWords 第五条第三款 [戊]→[]'],
    ],
    ['删去第五条第一款中的“甲”，第三款。', ['replaceWords 第五条第一款 [甲]→[]', 'repeal 第五条第三款']],
    ['第七条删去第二款、第三款。', ['repeal 第七条第二款', 'repeal 第七条第三款']],
  ])('%s', (words, expected) => {
    expect(read(`一、${words}`)).toEqual(expected);
  });
});

describe('several texts', () => {
  const of = (decision: string): string[] =>
    parseDecision(decisionLines(decision)).operations.map(
      ({ of: title, op, targets }) =>
        `${title ?? ''} ${op} ${targets.filter((target) => 'locator' in target).length}`,
    );

  test('each text of a list has its own operation', () => {
    expect(of('一、将《船舶办法》第二条、《渡口办法》第三条中的“甲”修改为“乙”。')).toEqual([
      '船舶办法 replaceWords 1',
      '渡口办法 replaceWords 1',
    ]);
    expect(of('一、对《船舶办法》《渡口办法》中的“甲”统一修改为“乙”。')).toEqual([
      '船舶办法 replaceWords 0',
      '渡口办法 replaceWords 0',
    ]);
    expect(of('一、删去《船舶办法》第二条、《渡口办法》第三条第二款。')).toEqual([
      '船舶办法 repeal 1',
      '渡口办法 repeal 1',
    ]);
  });

  test('what is told of a text in brackets does not part its name from its article', () => {
    expect(of('一、将《船舶办法》（航务局令第9号）第三条中的“甲”修改为“乙”。')).toEqual([
      '船舶办法 replaceWords 1',
    ]);
    expect(
      of(
        '一、船舶办法（1994年9月29日市政府第15号令发布）\n1．删去第三条。\n二、《渡口办法》\n1．删去第四条。',
      ),
    ).toEqual(['船舶办法 repeal 1', '渡口办法 repeal 1']);
  });

  test('a short name stands for the title it was given to', () => {
    const decision = `关于修改《关于审理渡运案件的解释》的决定
现决定对《某法院关于审理渡运案件的解释》（某释〔2009〕9号，以下简称《解释》）作如下修改：
一、增加一条，作为《解释》第七条：“甲。”
二、将《解释》原第七条改为修改后《解释》第八条。`;
    expect(of(decision)).toEqual([
      '某法院关于审理渡运案件的解释 insert 0',
      '某法院关于审理渡运案件的解释 renumber 1',
    ]);
  });

  test('a text named as the ground of a change is not the one that is changed', () => {
    expect(of('一、根据《处罚规定》第九条，将第十条中的“甲”修改为“乙”。')).toEqual([' replaceWords 1']);
  });

  test('in a decision on one text, what names another is told', () => {
    const decision = `关于修改《船舶办法》的决定
决定对《船舶办法》作如下修改：
一、删去第三条。
二、删去《渡口办法》第四条。`;
    const { operations, leftovers } = parseDecision(decisionLines(decision), { title: '船舶办法' });
    expect(operations).toHaveLength(1);
    expect(leftovers.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'decision-other-text error',
    ]);
  });

  test('the title of the decision is no text that it amends', () => {
    const { sections } = parseDecision(
      decisionLines('航务局关于修改部分规章的决定\n一、将《船舶办法》第三条修改为：“甲。”'),
    );
    expect(sections).toEqual(['船舶办法']);
  });
});
