/** Kinds of instructions that are easily read as more, or as less, than they say: each with its control. */
import { describe, expect, test } from 'vitest';
import { apply } from './helpers.ts';

const base = `灯会办法

第一章　总则

第一条　文化局负责灯会。镇政府协助。

第二条　举办灯会应当在十日前申请，二十日前公告，罚款二万元。

第二章　条件

第三条　举办灯会应当具备下列条件：

（一）有场所；

（二）有下列人员：

1.安全员；

2.讲解员；

（三）有预案。

第三章　附则

第四条　灯会免费。

附件1：收费标准

项目	标准

甲类摊位	十元

乙类摊位	二十元

丙类摊位	三元，押金三元
`;

const decide = (clause: string) =>
  apply(base, `关于修改《灯会办法》的决定\n决定对《灯会办法》作如下修改：\n一、${clause}`);
const complete = (clause: string): boolean => decide(clause).result.complete;
const lines = (clause: string): string[] => {
  const { result, lines: found } = decide(clause);
  expect(result.complete, clause).toBe(true);
  return found;
};
const annex = (clause: string): string[] =>
  decide(clause).result.instrument.annexes.flatMap(({ provisions }) =>
    provisions.flatMap(({ rows = [] }) => rows.map((row) => row.join('|'))),
  );

describe('figures are whole words', () => {
  test('十日 is none of 二十日', () => {
    expect(lines('第二条中的“十日”修改为“十五日”。')[2]).toBe(
      '第二条 举办灯会应当在十五日前申请，二十日前公告，罚款二万元。',
    );
    expect(lines('第二条中的“二十日”修改为“十五日”。')[2]).toContain('在十日前申请，十五日前公告');
  });

  test('figures that stand inside others only are not there; a unit is no figure', () => {
    expect(decide('第二条中的“十万元”修改为“五万元”。').result.complete).toBe(false);
    expect(complete('第二条中的“罚款二”修改为“罚款三”。')).toBe(false);
    expect(decide('第四条中的“灯会”修改为“灯会二”。').lines.at(-1)).toBe('第四条 灯会二免费。');
    expect(lines('第二条中的“万元”修改为“万美元”。')[2]).toContain('罚款二万美元');
  });

  test('in an annex as well', () => {
    expect(annex('将附件1中的“十元”修改为“十五元”。').slice(1, 3)).toEqual([
      '甲类摊位|十五元',
      '乙类摊位|二十元',
    ]);
    expect(complete('将附件1中的“五元”修改为“六元”。')).toBe(false);
  });
});

describe('words of an annex', () => {
  test('what says less than everywhere is refused where the words stand twice', () => {
    expect(complete('将附件1中第二处“三元”修改为“四元”。')).toBe(false);
    expect(complete('将附件1中丙类摊位的押金由“三元”修改为“四元”。')).toBe(false);
    expect(annex('将附件1中丙类摊位的押金由“三元”修改为“四元”。')[3]).toBe('丙类摊位|三元，押金三元');
    expect(annex('将附件1中的“三元”（两处）修改为“四元”。')[3]).toBe('丙类摊位|四元，押金四元');
    expect(annex('将附件1中甲类摊位的标准由“十元”修改为“十五元”。')[1]).toBe('甲类摊位|十五元');
  });

  test('what is changed throughout the text and stands in an annex too is told', () => {
    const { findings, result } = decide('将本办法中的“三元”修改为“四元”。');
    expect([findings.length > 0, result.complete]).toEqual([false, false]);
    expect(complete('将本办法中的“灯会”修改为“灯节”。')).toBe(true);
    const shared = apply(base.replace('灯会免费', '摊位免费'), '一、将本办法中的“摊位”修改为“货摊”。');
    expect(shared.findings.join()).toContain('附件中也有“摊位”');
    expect(shared.result.complete).toBe(false);
  });

  test('a figure named by what it is of is refused where it stands twice in a provision', () => {
    const twice = base.replace('灯会免费', '摊位十元，押金十元');
    const one = (text: string) => apply(text, '一、将第四条的摊位费由“十元”修改为“五元”。');
    expect(one(twice).result.complete).toBe(false);
    expect(one(base.replace('灯会免费', '摊位十元')).lines.at(-1)).toBe('第四条 摊位五元。');
  });
});

describe('lists whose items head points', () => {
  test('an item that headed points and heads none now ends like the others', () => {
    const clause = '第三条第一项至第三项修改为：“（一）有场地；（二）有人员；（三）有方案。”';
    expect(lines(clause).slice(5, 8)).toEqual(['（一）有场地；', '（二）有人员；', '（三）有方案。']);
    expect(lines('第三条第二项修改为：“（二）有人员：\n“1.医生；\n“2.护士；”').slice(6, 8)).toEqual([
      '（二）有人员：',
      '1. 医生；',
    ]);
  });

  test('the last item gives its mark to the one added behind it', () => {
    expect(lines('第三条增加一项，作为第四项：“（四）有保险。”').slice(9, 11)).toEqual([
      '（三）有预案；',
      '（四）有保险。',
    ]);
    expect(lines('第三条增加一项，作为第一项：“（一）有保险；”').at(-3)).toBe('（四）有预案。');
  });
});

describe('into another one', () => {
  test('a chapter goes on in the other, and does not change places with it', () => {
    expect(lines('第三章并入第二章。').filter((line) => /^第.章/.test(line))).toEqual([
      '第一章 总则',
      '第二章 条件',
    ]);
    expect(lines('第三章移至第二章之前。').filter((line) => /^第.章/.test(line))[1]).toBe('第二章 附则');
  });

  test('an item goes on in the other one under new wording', () => {
    expect(lines('将第三条第一项并入第三项，修改为：“有场所和预案。”').slice(5)).toEqual([
      '（一）有下列人员：',
      '1. 安全员；',
      '2. 讲解员；',
      '（二）有场所和预案。',
      '第三章 附则',
      '第四条 灯会免费。',
    ]);
    expect(complete('将第三条第一项并入第三项。')).toBe(false);
  });

  test('an article into an article is doubtful, into a chapter or under a number it is not', () => {
    expect(complete('将第四条并入第一条。')).toBe(false);
    expect(lines('第四条并入第一条，作为第二款。').slice(1, 3)).toEqual([
      '第一条 文化局负责灯会。镇政府协助。',
      '灯会免费。',
    ]);
    expect(lines('第四条并入第一章。')[3]).toBe('第三条 灯会免费。');
  });
});

describe('a sentence under a number', () => {
  test.each([
    ['一', '村民参与。文化局负责灯会。镇政府协助。'],
    ['二', '文化局负责灯会。村民参与。镇政府协助。'],
    ['三', '文化局负责灯会。镇政府协助。村民参与。'],
  ])('stands there: 第%s句', (number, text) => {
    expect(lines(`第一条增加一句，作为第${number}句：“村民参与。”`)[1]).toBe(`第一条 ${text}`);
    expect(lines(`第一条增加第${number}句：“村民参与。”`)[1]).toBe(`第一条 ${text}`);
  });

  test('is refused where the sentences before it are not there', () => {
    expect(complete('第一条增加一句，作为第四句：“村民参与。”')).toBe(false);
  });
});

test('废止 of an article repeals it; of words that are not read it says so', () => {
  expect(lines('废止第四条。')).not.toContain('第四条 灯会免费。');
  expect(complete('第四条停止执行。')).toBe(false);
});

test('what is said behind a merger is of the one that goes on', () => {
  const clause = '将第二章、第三章合并为第二章，章名修改为“条件和费用”。';
  expect(lines(clause).filter((line) => /^第.章/.test(line))).toEqual(['第一章 总则', '第二章 条件和费用']);
  expect(complete('将第二章、第三章合并为第二章，第三章章名修改为“条件和费用”。')).toBe(false);
});

test('half of a sentence that goes leaves the other half with the final mark', () => {
  const halves = base.replace('灯会免费。', '灯会免费；庙会收费。');
  const struck = (clause: string) => apply(halves, `一、${clause}`).lines.at(-1);
  expect(struck('删去第四条后半句。')).toBe('第四条 灯会免费。');
  expect(struck('删去第四条前半句。')).toBe('第四条 庙会收费。');
});

test('as many as are said to be added are listed, or it is doubtful', () => {
  expect(complete('第一条增加三款，作为第二款、第三款：“甲。”“乙。”')).toBe(false);
  expect(complete('第一条增加两款，作为第二款、第三款：“甲。”“乙。”')).toBe(true);
});

test('a table is named without the word before it', () => {
  const table = `灯会办法

第一条　灯会免费。

附表：摊位分类表

类别\t长度

大摊\t五米
`;
  const rows = (clause: string) =>
    apply(table, `一、${clause}`).result.instrument.annexes[0]!.provisions[0]!.rows!.at(-1);
  for (const verb of ['', '将', '对'])
    expect(rows(`${verb}附表中的“五米”修改为“六米”。`), verb).toEqual(['大摊', '六米']);
  expect(rows('将摊位分类表修改为：“类别\t长度\n小摊\t一米”')).toEqual(['小摊', '一米']);
  expect(apply(table, '一、将收费分类表修改为：“类别\t长度\n小摊\t一米”').result.complete).toBe(false);
});

test('a new article may belong to the chapter that has lost all its own: told', () => {
  const told = (clause: string) => apply(base, `一、${clause}`).findings.join();
  expect(told('删去第一条。增加一条，作为第一条：“新文。”删去第二条。')).toContain('chapter-edge');
  expect(told('删去第一条。增加一条，作为第一条：“新文。”')).not.toContain('chapter-edge');
});
