/** What is less than a provision: one of several places of a word, a proviso; and two provisions that change places. */
import { describe, expect, test } from 'vitest';
import { unapply } from '../../src/domain/amendments/index.ts';
import { serializeProvisions } from '../../src/domain/structure/index.ts';
import { apply, law, read } from './helpers.ts';

const base = `灯会办法

第一条 灯会应当登记，灯会的摊位应当登记。

第二条 摊位按下列规定设置：

（一）东街；

（二）西街；

（三）南街。

夜间不得设置，但节日除外。

第三条 船只应当检验。

第四条 桥梁应当维修。但是，石桥除外。

第五条 依照第三条办理。
`;
const decide = (...clauses: string[]) =>
  apply(base, `关于修改《灯会办法》的决定\n${clauses.map((clause) => `一、${clause}`).join('\n')}`);
const first = (clause: string) => {
  const { lines, fates } = decide(clause);
  return [lines[0], ...fates];
};

describe('one of several places of a word', () => {
  test.each([
    ['将第一条中的第二处“登记”修改为“备案”。', '第一条 灯会应当登记，灯会的摊位应当备案。'],
    ['第一条第一处“登记”修改为“申报”。', '第一条 灯会应当申报，灯会的摊位应当登记。'],
    ['将第一条中最后一处“登记”修改为“备案”。', '第一条 灯会应当登记，灯会的摊位应当备案。'],
    ['在第一条中的第一处“灯会”后增加“和庙会”。', '第一条 灯会和庙会应当登记，灯会的摊位应当登记。'],
    ['删去第一条中第二处“灯会的”。', undefined],
    ['将第一条中的第三处“登记”修改为“备案”。', undefined],
  ])('%s', (clause, line) => {
    const [got, ...fates] = first(clause);
    expect(got).toBe(line ?? '第一条 灯会应当登记，灯会的摊位应当登记。');
    expect(fates.every((fate) => !fate!.includes(':'))).toBe(line !== undefined);
  });

  test('each place of a list is its own', () => {
    expect(first('将第一条中第一处“登记”修改为“申报”，第二处“登记”修改为“备案”。')).toEqual([
      '第一条 灯会应当申报，灯会的摊位应当备案。',
      'replaceWords',
      'replaceWords',
    ]);
  });

  test('the reading says which, and a refusal how many there are', () => {
    expect(read('一、将第一条中的第二处“登记”修改为“备案”。')).toEqual([
      'replaceWords 第一条 [登记]#2→[备案]',
    ]);
    expect(decide('将第一条中的第三处“登记”修改为“备案”。').fates[0]).toContain('只有2处“登记”');
  });
});

describe('a proviso', () => {
  const at = (clause: string, start: string): string | undefined =>
    decide(clause).lines.find((line) => line.startsWith(start));

  test.each([
    ['删去第二条第二款但书。', '夜间', '夜间不得设置。'],
    ['将第二条第二款的但书修改为：“但节日、集市除外”。', '夜间', '夜间不得设置，但节日、集市除外。'],
    ['删去第四条的但书。', '第四条', '第四条 桥梁应当维修。'],
    ['第四条但书修改为：“但是，石桥、木桥除外。”', '第四条', '第四条 桥梁应当维修。但是，石桥、木桥除外。'],
    ['第三条增加但书：“但是，竹筏除外。”', '第三条', '第三条 船只应当检验。但是，竹筏除外。'],
    ['在第三条末尾增加但书“，但竹筏除外”。', '第三条', '第三条 船只应当检验，但竹筏除外。'],
    ['第三条增加一项但书规定：“，但竹筏除外。”', '第三条', '第三条 船只应当检验，但竹筏除外。'],
    ['第三条增加“但是，竹筏除外。”，作为但书。', '第三条', '第三条 船只应当检验。但是，竹筏除外。'],
  ])('%s', (clause, start, line) => {
    expect(at(clause, start)).toBe(line);
    expect(decide(clause).result.complete).toBe(true);
  });

  test('that the provision has not is refused', () => {
    expect(decide('删去第三条但书。').fates).toEqual(['repeal: 没有第三条但书']);
  });
});

describe('two provisions that change places', () => {
  test.each(['第三条与第四条互换。', '将第三条、第四条的顺序对调。', '第三条和第四条位置互换。'])(
    '%s',
    (clause) => {
      const { lines, result } = decide(clause);
      expect(lines.slice(-3)).toEqual([
        '第三条 桥梁应当维修。但是，石桥除外。',
        '第四条 船只应当检验。',
        '第五条 依照第四条办理。',
      ]);
      const back = unapply(result.instrument, result.operations);
      expect(serializeProvisions(back.instrument.provisions)).toEqual(
        serializeProvisions(law(base).provisions),
      );
      expect(back.open).toEqual([]);
    },
  );

  test('items and paragraphs do so too', () => {
    expect(decide('将第二条第一款第一项与第三项对调。').lines.slice(2, 5)).toEqual([
      '（一）南街；',
      '（二）西街；',
      '（三）东街。',
    ]);
    expect(decide('第二条第一款与第二款互换位置。').lines[1]).toBe('第二条 夜间不得设置，但节日除外。');
  });

  test('three, or an article and a paragraph, do not', () => {
    for (const clause of ['第一条、第三条、第四条对调。', '第三条与第二条第一款互换。'])
      expect(read(`一、${clause}`)).toEqual(['unknown']);
  });
});

test('a text headed 一、 is compared heading by heading', () => {
  const opinions = (last: string) =>
    `关于灯会的意见\n\n一、总体要求\n\n（一）灯会应当安全。\n\n（二）灯会应当登记。\n\n二、主要任务\n\n（一）检查摊位。\n\n（二）${last}。\n`;
  const { result } = apply(
    opinions('检查船只'),
    '关于修改《关于灯会的意见》的决定\n一、将第二条第（二）项中的“检查”修改为“检验”。',
    opinions('检验船只').replace('登记', '备案'),
  );
  expect(result.comparison?.map((row) => [row.new, row.class])).toEqual([
    ['一、', 'same'],
    ['一、（一）', 'same'],
    ['一、（二）', 'contradiction'],
    ['二、', 'same'],
    ['二、（一）', 'same'],
    ['二、（二）', 'same'],
  ]);
});

describe('instructions on lines of their own, without numbers', () => {
  const lines = (...own: string[]) =>
    apply(base, `关于修改《灯会办法》的决定\n决定对《灯会办法》作如下修改：\n${own.join('\n')}`);

  test.each([
    ['将第三条修改如下：“船只免检。”', '第三条 船只免检。'],
    ['取消第三条。', '第三条 桥梁应当维修。但是，石桥除外。'],
  ])('%s is carried out', (clause, line) => {
    const { lines: after, result } = lines(clause, '将第一条修改为：“灯会应当备案。”');
    expect(after).toContain(line);
    expect(after[0]).toBe('第一条 灯会应当备案。');
    expect(result.complete).toBe(true);
  });

  test('wording without marks ends where the next clause lays down another, whatever words lead to it', () => {
    const { lines: after, result } = lines(
      '一、将第三条修改为：船只免检。',
      '二、同时，将第四条修改如下：桥梁免检。',
    );
    expect(after.slice(-3)).toEqual(['第三条 船只免检。', '第四条 桥梁免检。', '第五条 依照第三条办理。']);
    expect(result.complete).toBe(true);
  });

  test.each(['第三条作废。', '第三条重新表述：“船只免检。”'])(
    '%s, first and in words not known, is told',
    (clause) => {
      const { result, remarks } = lines(clause, '将第一条修改为：“灯会应当备案。”');
      expect(result.complete).toBe(false);
      expect(remarks).toHaveLength(1);
    },
  );
});
