import { describe, expect, test } from 'vitest';
import { importFile, type Revisions } from '../../src/imports/index.ts';
import { formatNumber } from '../../src/imports/numbers.ts';
import { docxOf, p, table } from './made/docx.ts';

const linesOf = async (bytes: Uint8Array, revisions?: Revisions): Promise<string[]> =>
  (await importFile(bytes, revisions ? { revisions } : {})).lines.map(({ cells }) => cells.join('\t'));

const level = (ilvl: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbered = (text: string, list: number, ilvl = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${list}"/></w:numPr>`);
const numbering = [
  `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '第%1条')}${level(1, 'chineseCounting', '（%2）', '<w:suff w:val="nothing"/>')}${level(2, 'decimalEnclosedCircle', '%3')}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
].join('');

describe('numbers that the program prints are computed', () => {
  test('levels count on, and begin anew below a higher one', async () => {
    const body = [
      numbered('甲', 1),
      numbered('乙', 1, 1),
      numbered('丙', 1, 1),
      numbered('丁', 1, 2),
      numbered('戊', 1),
      numbered('己', 1, 1),
    ];
    expect(await linesOf(docxOf(body.join(''), { numbering }))).toEqual([
      '第一条 甲',
      '（一）乙',
      '（二）丙',
      '① 丁',
      '第二条 戊',
      '（一）己',
    ]);
  });

  test('a list of the same form goes on unless it says where it starts', async () => {
    const body = [numbered('甲', 1), numbered('乙', 1), numbered('丙', 2), numbered('丁', 2)];
    expect(await linesOf(docxOf(body.join(''), { numbering }))).toEqual([
      '第一条 甲',
      '第二条 乙',
      '第一条 丙',
      '第二条 丁',
    ]);
  });

  test('a style gives its paragraphs their list, also through the style that it is based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    const body = [
      p('甲', '<w:pStyle w:val="B"/>'),
      p('乙', '<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      p('丙', '<w:pStyle w:val="A"/>'),
    ];
    expect(await linesOf(docxOf(body.join(''), { numbering, styles }))).toEqual([
      '第一条 甲',
      '乙',
      '第二条 丙',
    ]);
  });

  test('each is recorded as written by the program', async () => {
    const { changes } = await importFile(docxOf(numbered('甲', 1), { numbering }));
    expect(changes).toEqual([{ rule: 'numbered', from: '', to: '第一条', place: '第1段' }]);
  });

  test.each([
    [21, 'chineseCounting', '二十一'],
    [103, 'chineseCountingThousand', '一百零三'],
    [3, 'decimalEnclosedCircle', '③'],
    [21, 'decimalEnclosedCircle', '㉑'],
    [12, 'decimalFullWidth', '１２'],
    [4, 'upperRoman', 'IV'],
    [28, 'lowerLetter', 'bb'],
    [15, 'chineseLegalSimplified', '壹拾伍'],
    [2, 'ideographTraditional', '乙'],
    [7, 'decimalZero', '07'],
    [1, 'russianLower', undefined],
  ])('%i as %s is %s', (number, format, printed) => {
    expect(formatNumber(number, format)).toBe(printed);
  });
});

const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
const run = (inside: string): string => `<w:p><w:r><w:t>正文。</w:t></w:r><w:r>${inside}</w:r></w:p>`;

describe('what stands beside the running text', () => {
  test('a text box follows its paragraph', async () => {
    expect(await linesOf(docxOf(run(`<w:pict><v:textbox>${box('抄送：甲')}</v:textbox></w:pict>`)))).toEqual([
      '正文。',
      '抄送：甲',
    ]);
  });

  test('a text box that is written twice for older programs is read once, and the other way is listed', async () => {
    const twice = `<mc:AlternateContent><mc:Choice><w:drawing>${box('抄送：甲')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('抄送：甲')}</w:pict></mc:Fallback></mc:AlternateContent>`;
    const { lines, furniture, doubts } = await importFile(docxOf(run(twice)));
    expect(lines.map(({ cells }) => cells[0])).toEqual(['正文。', '抄送：甲']);
    expect(furniture).toMatchObject([{ rule: 'duplicate', text: '抄送：甲' }]);
    expect(doubts.map(({ rule }) => rule)).toEqual(['pages']);
  });

  test('notes stand last, by their order and not by their id', async () => {
    const footnotes = `<w:footnote w:id="7">${p('注二')}</w:footnote><w:footnote w:id="2">${p('注一')}</w:footnote>`;
    const body = run('<w:footnoteReference w:id="2"/>') + run('<w:footnoteReference w:id="7"/>');
    expect(await linesOf(docxOf(body, { footnotes }))).toEqual([
      '正文。',
      '正文。',
      '[脚注1] 注一',
      '[脚注2] 注二',
    ]);
  });

  test('headers, comments and hidden words are listed and not read', async () => {
    const hidden =
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>显示</w:t></w:r></w:p>';
    const { lines, furniture } = await importFile(
      docxOf(hidden, { header1: p('样洲公报'), comments: `<w:comment>${p('再议')}</w:comment>` }),
    );
    expect(lines.map(({ cells }) => cells[0])).toEqual(['显示']);
    expect(furniture.map(({ rule, text }) => `${rule} ${text}`)).toEqual([
      'hidden 隐藏',
      'running-head 样洲公报',
      'comment 再议',
    ]);
  });

  test.each([
    ['a picture', '<w:drawing><a:blip/></w:drawing>', 'picture'],
    ['a line through words', '<w:rPr><w:strike/></w:rPr><w:t>删</w:t>', 'strike'],
    ['a sign of a symbol font', '<w:sym w:font="Wingdings" w:char="F052"/>', 'private-use'],
    [
      'a raised digit behind a digit',
      '<w:t>30</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t>',
      'raised',
    ],
  ])('%s is doubtful', async (_, inside, rule) => {
    const { doubts } = await importFile(docxOf(run(inside)));
    expect(doubts.map((doubt) => doubt.rule)).toContain(rule);
    expect(doubts.map((doubt) => doubt.rule)).not.toContain('conservation');
  });
});

describe('tables', () => {
  const cell = (text: string, about: string): string => `<w:tc><w:tcPr>${about}</w:tcPr>${p(text)}</w:tc>`;

  test('a table in a cell is told', async () => {
    const { lines, doubts } = await importFile(
      docxOf(
        `<w:tbl><w:tr><w:tc>${table([['一', '二']])}${p('丙')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`,
      ),
    );
    expect(lines.map(({ cells }) => cells)).toEqual([['一二丙', '乙']]);
    expect(doubts.map(({ rule }) => rule)).toContain('nested-table');
  });

  test('a hyphen that does not break is one', async () => {
    const { lines, doubts } = await importFile(docxOf(run('<w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t>')));
    expect([lines[0]!.cells[0], doubts.map(({ rule }) => rule)]).toEqual(['正文。A-1', ['pages']]);
  });

  test('a merged cell has its text once, and its row as many cells as the others', async () => {
    const rows = [
      `<w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}${cell('乙', '')}${cell('丙', '')}</w:tr>`,
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('丁', '<w:gridSpan w:val="2"/>')}</w:tr>`,
    ];
    const { lines } = await importFile(docxOf(`<w:tbl>${rows.join('')}</w:tbl>`));
    expect(lines.map(({ cells }) => cells)).toEqual([
      ['甲', '乙', '丙'],
      ['', '丁', ''],
    ]);
  });

  test('paragraphs of a cell are one text; a table of one column is a frame around paragraphs', async () => {
    const two = `<w:tbl><w:tr><w:tc>${p('第一')}${p('第二')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`;
    const { lines } = await importFile(docxOf(two + table([['单列甲'], ['单列乙']])));
    expect(lines.map(({ cells, row }) => [row, ...cells])).toEqual([
      [true, '第一第二', '乙'],
      [false, '单列甲'],
      [false, '单列乙'],
    ]);
  });
});

describe('tracked changes', () => {
  const ins = (text: string): string => `<w:ins w:id="1"><w:r><w:t>${text}</w:t></w:r></w:ins>`;
  const del = (text: string): string => `<w:del w:id="2"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const fixed = '<w:r><w:t>期限为</w:t></w:r>';
  const body = `<w:p>${fixed}${del('十日')}${ins('二十日')}</w:p>`;

  test('stop the import and show both readings', async () => {
    await expect(importFile(docxOf(body))).rejects.toMatchObject({
      message: expect.stringContaining('修订痕迹'),
      details: ['拒绝修订：期限为十日', '接受修订：期限为二十日'],
    });
  });

  test.each([
    ['accept', '期限为二十日', '十日'],
    ['reject', '期限为十日', '二十日'],
  ] as const)('%s: the other words are listed', async (revisions, text, left) => {
    const { lines, furniture, doubts } = await importFile(docxOf(body), { revisions });
    expect(lines[0]!.cells).toEqual([text]);
    expect(furniture).toMatchObject([{ rule: 'revision', text: left }]);
    expect(doubts).toContainEqual(expect.objectContaining({ rule: 'revisions', severity: 'warning' }));
  });

  test('a deleted end of a paragraph joins it with the next one', async () => {
    const joined = `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t>前段，</w:t></w:r></w:p>${p('后段。')}`;
    expect(await linesOf(docxOf(joined), 'accept')).toEqual(['前段，后段。']);
    expect(await linesOf(docxOf(joined), 'reject')).toEqual(['前段，', '后段。']);
  });

  test('an inserted row of a table', async () => {
    const row = (text: string, mark = ''): string =>
      `<w:tr>${mark}<w:tc>${p(text)}</w:tc><w:tc>${p('乙')}</w:tc></w:tr>`;
    const rows = docxOf(`<w:tbl>${row('甲')}${row('新', '<w:trPr><w:ins w:id="4"/></w:trPr>')}</w:tbl>`);
    expect(await linesOf(rows, 'accept')).toEqual(['甲\t乙', '新\t乙']);
    expect(await linesOf(rows, 'reject')).toEqual(['甲\t乙']);
  });
});
