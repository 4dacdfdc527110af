import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { publishedText, readText, restoreSource } from '../../src/domain/text/index.ts';

const header = '序号\t文件名称\t文号';
const rows = (...lines: string[]) => readText([header, ...lines].join('\n'), new VFile());
const texts = (...lines: string[]) =>
  rows(...lines)
    .lines.slice(1)
    .map(({ text }) => text);

const cases: [string, string[], string[]][] = [
  [
    'a row cut inside a cell is one row',
    ['1\t关于甲的\n\n通知\t某发〔2012〕8号', '2\t关于乙的通知\t某发〔2013〕9号'],
    ['1\t关于甲的通知\t某发〔2012〕8号', '2\t关于乙的通知\t某发〔2013〕9号'],
  ],
  ['the last row, too', ['1\t甲\t某发1号', '2\t乙\n丙\t某发2号'], ['1\t甲\t某发1号', '2\t乙丙\t某发2号']],
  ['a cell over three lines', ['1\t关于甲\n和乙的\n通知\t某发1号'], ['1\t关于甲和乙的通知\t某发1号']],
  [
    'rows with merged cells stay',
    ['1\t甲\t5元', '乙\t6元', '丙\t7元', '2\t丁\t8元'],
    ['1\t甲\t5元', '乙\t6元', '丙\t7元', '2\t丁\t8元'],
  ],
  ['a row without its last cell stays', ['1\t甲', '2\t乙\t某发2号'], ['1\t甲', '2\t乙\t某发2号']],
  [
    'a row before one that is numbered otherwise stays',
    ['1\t甲', '乙\t丙', '4\t丁\t戊'],
    ['1\t甲', '乙\t丙', '4\t丁\t戊'],
  ],
  ['rows without numbers stay', ['甲\t乙', '丙\t丁'], ['甲\t乙', '丙\t丁']],
];

test.each(cases)('%s', (_, lines, expected) => {
  expect(texts(...lines)).toEqual(expected);
});

test('the join is recorded, and undoing it gives the source back', () => {
  const text = rows('1\t关于甲的\n\n通知\t某发〔2012〕8号');
  expect(text.repairs.map(({ rule, from, to }) => [rule, from, to])).toContainEqual(['row', '\n\n', '']);
  expect(restoreSource(publishedText(text), text.repairs)).toBe(text.source);
});
