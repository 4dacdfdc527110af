import { describe, expect, test } from 'vitest';
import { importFile } from '../../src/imports/index.ts';

const pageOf = (body: string, head = ''): Uint8Array =>
  new TextEncoder().encode(
    `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
  );
const read = async (body: string, head = '') => {
  const imported = await importFile(pageOf(body, head));
  return { ...imported, text: imported.lines.map(({ cells }) => cells.join('\t')) };
};

describe('which part of a page is the text', () => {
  const nav = '<ul><li><a href="/">网站首页</a></li><li><a href="/gb/">政府公报栏目</a></li></ul>';
  const text = '<p>样洲市公园管理办法</p><p>第一条 为了加强公园管理，制定本办法。</p>';

  test.each([
    [
      'a frame that publishing systems name',
      `${nav}<div><h2>相关文档</h2><div class="TRS_Editor">${text}</div></div>`,
      '.TRS_Editor',
    ],
    [
      'else the smallest frame with nearly all of the text',
      `${nav}<div id="a"><div id="b">${text}</div></div><p>主办</p>`,
      '字数最多的 <div>',
    ],
    ['else the whole page', text, '整页'],
  ])('%s', async (_, body, by) => {
    const { text: lines, doubts } = await read(body);
    expect(lines).toEqual(['样洲市公园管理办法', '第一条 为了加强公园管理，制定本办法。']);
    expect(doubts.find(({ rule }) => rule === 'root')!.reason).toContain(`取自${by}，`);
  });

  test('what was left out is listed, and the sum is right', async () => {
    const { furniture, doubts } = await read(`${nav}<div id="zoom">${text}</div>`);
    expect(furniture.map(({ text: words }) => words)).toEqual(['网站首页', '政府公报栏目']);
    expect(doubts.map(({ rule }) => rule)).toEqual(['root']);
  });

  test('a heading of the page is the title where the text has none', async () => {
    const title = '样洲市公园管理办法';
    const { text: lines } = await read(
      `<h1>${title}</h1><div id="zoom"><p>第一条 甲。</p></div>`,
      `<meta name="ArticleTitle" content="${title}">`,
    );
    expect(lines).toEqual([title, '第一条 甲。']);
  });

  test('meta tags are evidence and never text', async () => {
    const { evidence, text: lines } = await read(
      text,
      '<title>办法_样洲网</title><meta name="PubDate" content="2021-01-05 16:20">',
    );
    expect(evidence).toEqual({ title: '办法_样洲网', PubDate: '2021-01-05 16:20' });
    expect(lines.join()).not.toContain('16:20');
  });
});

describe('text as a browser shows it', () => {
  test.each([
    ['line breaks of the source vanish between Chinese characters', '<p>公园\n管理</p>', ['公园管理']],
    ['and are spaces between words', '<p>one\ntwo</p>', ['one two']],
    ['a break ends a line', '<p>甲<br>乙</p>', ['甲', '乙']],
    [
      'but not that of a title in the middle',
      '<p align="center">关于公园<br>管理的通知</p>',
      ['关于公园 管理的通知'],
    ],
    ['spans are one word', '<p><span>2021</span>年<b>1</b>月</p>', ['2021年1月']],
    ['spaces at the edges go', '<p>&emsp;&emsp;甲&nbsp;乙　</p>', ['甲\u00a0乙']],
    [
      'script, style and comments are no text',
      '<p>甲</p><script>乙</script><style>丙</style><!-- 丁 -->',
      ['甲'],
    ],
    [
      'a number stands before the paragraph of its item',
      '<ol><li><p>甲</p><p>乙</p></li></ol>',
      ['1. 甲', '乙'],
    ],
    [
      'numbers in the style of the list',
      '<ol type="A"><li>甲</li></ol><ol style="list-style-type: cjk-ideographic"><li>乙</li></ol>',
      ['A. 甲', '一、乙'],
    ],
    ['and none where it has none', '<ol style="list-style: none"><li>甲</li></ol>', ['甲']],
    [
      'a table with a small one in a cell stays a table',
      '<table><tr><td>甲办法全文</td><td><table><tr><td>一</td><td>二</td></tr></table></td></tr></table>',
      ['甲办法全文\t一二'],
    ],
    ['a list has the numbers that are seen', '<ol start="3"><li>甲</li><li>乙</li></ol>', ['3. 甲', '4. 乙']],
    [
      'cells',
      '<table><tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>',
      ['甲\t乙', '\t丙'],
    ],
    ['a table for the layout', '<table><tr><td><p>甲</p><p>乙</p></td></tr></table>', ['甲', '乙']],
  ])('%s', async (_, body, lines) => {
    expect((await read(body)).text).toEqual(lines);
  });

  test.each([
    'display: none',
    'visibility:hidden',
    'font-size: 0',
    'color: red; opacity:0',
    'text-indent: -9999px',
  ])('what is not shown is listed: %s', async (style) => {
    const { text: lines, furniture } = await read(
      `<p>甲</p><p style="${style}">乙</p><p style="opacity: 0.5; text-indent: -2em; font-size: 0.9em">丙</p>`,
    );
    expect(lines).toEqual(['甲', '丙']);
    expect(furniture).toMatchObject([{ rule: 'hidden', text: '乙' }]);
  });

  test('lines of a text that is set as it is stay lines', async () => {
    expect((await read('<pre>第一条　甲。\n\n第二条　乙。\r\n完</pre><p>丙\n丁</p>')).text).toEqual([
      '第一条　甲。',
      '第二条　乙。',
      '完',
      '丙丁',
    ]);
  });

  test.each([
    ['words that are struck out', '<p>期限<del>十</del>二十日</p>', 'strike'],
    [
      'words that are struck out by their style',
      '<p><span style="text-decoration:line-through">十</span>日</p>',
      'strike',
    ],
    ['further pages', '<p>甲</p><script>createPageHTML(3, 0, "t1", "html");</script>', 'more-pages'],
    ['a link to the next page', '<p>甲</p><a href="t2.html">下一页</a>', 'more-pages'],
    ['a file that is shown inside', '<p>甲</p><iframe src="/a.pdf"></iframe>', 'embedded'],
  ])('%s are told', async (_, body, rule) => {
    expect((await read(body)).doubts.map((doubt) => doubt.rule)).toContain(rule);
  });

  test('lists, tables inside tables and raised digits are told', async () => {
    const { doubts } = await read(
      '<ol><li>甲</li></ol><p>计30<sup>1</sup>日</p><table><tr><td>甲办法全文</td><td><table><tr><td>一</td></tr></table></td></tr></table>',
    );
    expect(doubts.map(({ rule }) => rule)).toEqual(['list', 'raised', 'nested-table', 'root']);
  });

  test('pictures and attachments are named', async () => {
    const { doubts } = await read('<p>附件：<a href="/f/a.pdf">目录</a><img src="a.png" alt="示意图"></p>');
    expect(doubts.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['附件“目录”在 /f/a.pdf，没有读取', '第1段有图片“示意图”，图中的文字没有读']),
    );
  });
});

test('footnotes of a document saved as a page stand last, with or without their own mark', async () => {
  const note = (n: number, words: string): string => `<div id="sdfootnote${n}"><p>${words}</p></div>`;
  const { text: lines, doubts } = await read(
    `<p>甲<a class="sdfootnoteanc">1</a>乙。</p>${note(1, '1注一')}${note(2, '注二')}`,
  );
  expect(lines).toEqual(['甲乙。', '[脚注1] 注一', '[脚注2] 注二']);
  expect(doubts.map(({ rule }) => rule)).toEqual(['root']);
});

test('a page that says gb2312 is GB18030', async () => {
  const words = Buffer.from('b9abd4b0b9dcc0edb0ecb7a8', 'hex');
  const bytes = Buffer.concat([
    Buffer.from('<html><head><meta charset="gb2312"></head><body><p>'),
    words,
    Buffer.from('</p></body></html>'),
  ]);
  expect((await importFile(new Uint8Array(bytes))).lines[0]!.cells).toEqual(['公园管理办法']);
});
