/** Lines that a pattern could try in more ways than there is time for. */
import { expect, test } from 'vitest';
import { formatNumeral } from '../../../src/domain/text/index.ts';
import { read } from '../../structure/read.ts';

test('a web page whose text stands on one line of any length is read without its tags, line by line', () => {
  const articles = Array.from(
    { length: 4000 },
    (_, i) => `第${formatNumeral(i + 1)}条　甲应当依照本法办理。`,
  );
  const body = articles.map((article) => `<b>${article.slice(0, -11)}</b>${article.slice(-11)}<br>`).join('');
  const { text } = read(`<p>样本法</p>\n<p>（2020年1月1日公布）</p>\n<p>${body}</p>\n<p>完</p>\n`);
  expect(text.lines.slice(2, -1).map(({ text: words }) => words)).toEqual(articles);
});

test.each([
  ['a number of forty digits behind 第', `第${'7'.repeat(40)}号 批文`],
  ['forty numerals behind 第', `第${'一'.repeat(40)} 批文`],
  ['sixty thousand numerals', '一'.repeat(60_000)],
])('%s is read at once, and whole', (_name, line) => {
  const { text } = read(`样本公告\n\n${line}\n`);
  expect(text.lines.at(-1)!.text.replace(/ /g, '')).toBe(line.replace(/ /g, ''));
});
