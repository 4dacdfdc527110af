/** A line answers what it may be: once, from its text alone. */
import { expect, test } from 'vitest';
import { linesOf, questions } from '../../src/domain/structure/lines/line.ts';
import { line } from './line.ts';
import { read } from './read.ts';

test.each([
  ['第三条　为了记录，制定本办法。', ['articleCandidate', 'article']],
  ['第二章　管理', ['container']],
  ['（一）甲；', ['list']],
  ['柳府规〔2021〕3号', ['number']],
  ['LC0320210030', ['registry']],
  ['柳川市交通运输局文件', ['redHead']],
  ['柳川市人民政府', ['organ']],
  ['2021年4月1日', ['masthead', 'day']],
  ['（此件公开发布）', ['remark']],
  ['首页 > 政策 > 规章', ['navigation']],
])('%s may be %s', (text, expected) => {
  const [asked] = linesOf([line(text)]);
  // Its key and its pieces as a line of contents are no kinds of line.
  const kinds = Object.keys(questions).filter((question) => !['key', 'pieces'].includes(question));
  const told = kinds.filter((kind) => {
    const answer: unknown = asked![kind as keyof typeof questions];
    return Array.isArray(answer) ? answer.length > 0 : answer;
  });
  expect(told).toEqual(expected);
});

test('a question is asked once, and a copy of the line brings no answers along', () => {
  const [told] = linesOf([line('索引号：X1')]);
  expect(told!.fields).toBe(told!.fields);
  expect({ ...told! }).toEqual(line('索引号：X1'));
});

test('a 统一编号 of letters and digits begins the next document as any other does', () => {
  const { instruments } = read(
    [
      '柳川市人民政府关于印发柳川灯塔办法的通知',
      '各区人民政府：',
      '现将《柳川灯塔办法》印发给你们，请遵照执行。',
      '柳川市人民政府',
      '2021年4月1日',
      'LC0320210030',
      '柳川市民政局关于灯塔值守的通知',
      '各有关单位：',
      '请做好灯塔值守工作。',
    ].join('\n\n'),
  );
  expect(instruments.map(({ title, registryNumber }) => [title, registryNumber])).toEqual([
    ['柳川市人民政府关于印发柳川灯塔办法的通知', undefined],
    ['柳川市民政局关于灯塔值守的通知', 'LC0320210030'],
  ]);
});

/** A text of articles below what stands at its head. */
const print = (...lines: string[]): string => `${lines.join('\n\n')}\n`;

test('a joint order may name eight bodies on one line', () => {
  const bodies = ['交通', '工业', '公安', '商务', '市场', '民政', '财政', '教育'].map(
    (name) => `柳川省${name}管理厅`,
  );
  const heading = `${bodies.join('　')}令第12号`;
  expect(heading.length).toBeGreaterThan(60);
  const { first } = read(print(heading, '《柳川船闸办法》已经会议通过，现予公布。', '2021年3月20日'));
  expect(first).toMatchObject({
    kind: 'order',
    title: `${bodies.join(' ')}令第12号`,
    documentNumber: '令第12号',
  });
});

test.each([
  [120, '关于'.padEnd(116, '甲').concat('管理办法')],
  [0, '关于'.padEnd(117, '甲').concat('管理办法')],
])('a title of %i characters is read', (length, title) => {
  expect(read(print(title, '第一条　甲。', '第二条　乙。')).first.title).toHaveLength(length);
});

test.each([
  [80, 1],
  [81, 0],
])('a line of %i characters below 附件 is its title %i times', (length, titles) => {
  const words = '柳川灯塔'.repeat(25).slice(0, length);
  const { first } = read(print('柳川灯塔办法', '第一条　甲。', '附件1', words, '甲表\t乙表', '1\t2'));
  expect(first.annexes.filter(({ title }) => title === words)).toHaveLength(titles);
});

test.each([
  [26, 1],
  [25, 2],
])('a line of %i characters that breaks off goes on below: %i paragraphs', (length, paragraphs) => {
  const cut = `灯塔看守人应当检查、${'记'.repeat(length - 10)}`;
  const { first } = read(
    print('柳川灯塔办法', cut, '录和报告的规定，接受监督。', '本办法由市民政局负责解释。'),
  );
  expect(first.provisions).toHaveLength(paragraphs + 1);
});
