/** What a government page prints beside a text: fields of the text, kept as printed and put to use. */
import { expect, test } from 'vitest';
import { pageFact } from '../../src/domain/structure/index.ts';
import { read } from './read.ts';

const body = '样城市停车管理办法\n\n第一条　停车场应当备案。\n\n第二条　本办法自2021年3月1日起施行。\n';
const fieldsOf = (head: string, foot = '') =>
  read(`${head}\n\n${body}${foot}`).first.pageFields?.map(({ name, says, value }) => [name, says, value]);

test.each([
  ['each on a line', '索引号：11440000/2021-00012\n\n主题分类：城乡建设\n\n有效性：现行有效'],
  ['several on a line', '索引号：11440000/2021-00012　　主题分类：城乡建设　　有效性：现行有效'],
  ['in the cells of a table', '索引号\t11440000/2021-00012\t主题分类\t城乡建设\n\n有效性：\t现行有效'],
])('fields stand %s', (_, head) => {
  expect(fieldsOf(head)).toEqual([
    ['索引号', 'index', '11440000/2021-00012'],
    ['主题分类', 'subject', '城乡建设'],
    ['有效性', 'validity', '现行有效'],
  ]);
});

test('fields below the text are its own as well', () => {
  expect(fieldsOf('', '\n主题分类：城乡建设\n\n有效性：已失效\n')).toEqual([
    ['主题分类', 'subject', '城乡建设'],
    ['有效性', 'validity', '已失效'],
  ]);
});

test('numbers and days that only the page prints are those of the text; what the text prints comes first', () => {
  const { first } = read(
    `统一编号：样城规〔2021〕3号\n\n发文机关：样城市住房局\n\n成文日期：2021年1月5日\n\n发布日期：2021-01-09\n\n${body}`,
  );
  expect(first).toMatchObject({
    title: '样城市停车管理办法',
    issuer: '样城市住房局',
    dates: { written: '2021-01-05', promulgated: '2021-01-09', commenced: '2021-03-01' },
  });
  expect(pageFact(first, 'registryNumber')).toBe('样城规〔2021〕3号');
});

test('a clause that has the words of a field is a clause', () => {
  expect(fieldsOf('')).toBeUndefined();
  expect(read(`${body}\n第三条　有效性：依照本办法认定。\n`).first.pageFields).toBeUndefined();
});
