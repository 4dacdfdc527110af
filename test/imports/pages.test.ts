/** What PDF and OFD share: the order of a page, its furniture, its tables; and what each of them has of its own. */
import { describe, expect, test } from 'vitest';
import { importFile } from '../../src/imports/index.ts';
import { ofdPicture } from '../../src/imports/ofd/index.ts';
import { ofdOf, toOfd } from './made/ofd.ts';
import { type PdfOptions, pdfOf, toPdf } from './made/pdf.ts';
import { page, type SetPage, widthOf } from './made/typeset.ts';

/** Words at a place: `[x, y, words, size]`. */
type Words = [number, number, string, number?];

function pageWith(words: Words[], rules: SetPage['rules'] = []): SetPage {
  const glyphs = words.flatMap(([x, y, text, size = 12]) => {
    let at = x;
    return Array.from(text).flatMap((c) => {
      const glyph = { c, x: at, y, size };
      at += widthOf(c, size);
      return c.trim() === '' ? [] : [glyph];
    });
  });
  return { glyphs, rules };
}

const read = async (pages: SetPage[], options?: PdfOptions) => {
  const imported = await importFile(toPdf(pages, options));
  return { ...imported, text: imported.lines.map(({ cells }) => cells.join('\t')) };
};
const full = '第一条　为了加强公园的规划建设和保护管理改善人居环境制定本办法适用';

describe('what stands above a line, or runs down the page', () => {
  test('raised numbers stay where they stand, and are told where they would make another number', async () => {
    const { text, doubts } = await read([
      pageWith([
        [72, 100, '面积五十'],
        [120, 95, '2', 7],
        [124, 100, '，计30'],
        [160, 95, '1', 7],
        [165, 100, '日。'],
      ]),
    ]);
    expect(text).toEqual(['面积五十2，计301日。']);
    expect(doubts.map(({ reason }) => reason)).toEqual([
      '第1页“01”的末位是上标（脚注号或幂），写入后与前面的数字相连，请核对',
    ]);
  });

  test('how a character is said is listed and does not part the line', async () => {
    const { text, furniture } = await read([
      pageWith([
        [72, 100, `${full.slice(0, 33)}`],
        [72, 108, 'yǎn', 5],
        [72, 120, '䶮字的条文。'],
      ]),
    ]);
    expect(text).toEqual([`${full.slice(0, 33)}䶮字的条文。`]);
    expect(furniture).toMatchObject([{ rule: 'ruby', text: 'yǎn' }]);
  });

  const down = (x: number, y: number, words: string): Words[] =>
    Array.from(words, (c, i): Words => [x, y + i * 14, c]);

  test('lines from the top down are read from right to left, and told', async () => {
    const { text, doubts } = await read([
      pageWith([
        [96, 80, '横排的一段。'],
        ...down(300, 200, '竖排文字的第一行'),
        ...down(278, 200, '和第二行。'),
        [96, 500, '又一段。'],
      ]),
    ]);
    expect(text).toEqual(['横排的一段。', '竖排文字的第一行和第二行。', '又一段。']);
    expect(doubts.map(({ rule }) => rule)).toEqual(['vertical']);
  });

  test('the first figures of a list are no such line', async () => {
    const { text } = await read([
      pageWith(
        ['甲', '乙', '丙', '丁', '戊'].flatMap((c, i): Words[] => [
          [72, 100 + i * 15, c],
          [100, 100 + i * 15, '某某的条文写在这里。'],
        ]),
      ),
    ]);
    expect(text.join('')).toBe('甲乙丙丁戊'.replace(/./g, '$&　某某的条文写在这里。'));
  });
});

test('a running head is found on a page of one line, too', async () => {
  const head: Words = [200, 50, '样洲市人民政府公报', 9];
  const lines = (words: string[]): Words[] => words.map((text, i): Words => [96, 100 + i * 20, text]);
  const { text } = await read([
    pageWith([head, ...lines(['第一条　甲。', '第二条　乙。', '第三条　丙。']), [280, 800, '— 1 —', 9]]),
    pageWith([head, ...lines(['第四条　丁。']), [280, 800, '— 2 —', 9]]),
    pageWith([head, ...lines(['第五条　戊。', '第六条　己。', '第七条　庚。']), [280, 800, '— 3 —', 9]]),
  ]);
  expect(text.join('')).toBe(
    '第一条　甲。第二条　乙。第三条　丙。第四条　丁。第五条　戊。第六条　己。第七条　庚。',
  );
});

test('a row that the page cuts is one row, though not every cell was full', async () => {
  const edges = [72, 100, 220, 280, 330];
  const tableOf = (top: number, rows: string[][][]): SetPage => {
    const words = rows.flatMap((cells, r) =>
      cells.flatMap((lines, c) =>
        lines.map((line, k): Words => [edges[c]! + 3, top + 16 + r * 50 + k * 14, line]),
      ),
    );
    const bottom = top + rows.length * 50;
    return pageWith(words, [
      ...edges.map((x) => ({ x1: x, y1: top, x2: x, y2: bottom })),
      ...Array.from({ length: rows.length + 1 }, (_, i) => ({
        x1: 72,
        y1: top + i * 50,
        x2: 330,
        y2: top + i * 50,
      })),
    ]);
  };
  const head = [['序号'], ['名称'], ['文号'], ['备注']];
  const { lines } = await read([
    tableOf(600, [
      head,
      [['1'], ['关于公园的办法'], ['样府1号'], ['留']],
      [['2'], ['关于停车场经费保障'], ['样府', '〔'], ['修改后']],
    ]),
    tableOf(100, [
      head,
      [[], ['的通知'], ['2021〕号'], ['留']],
      [['3'], ['关于供水的办法'], ['样府2号'], []],
    ]),
  ]);
  expect(lines.map(({ cells }) => cells)).toEqual([
    ['序号', '名称', '文号', '备注'],
    ['1', '关于公园的办法', '样府1号', '留'],
    ['2', '关于停车场经费保障的通知', '样府〔2021〕号', '修改后留'],
    ['3', '关于供水的办法', '样府2号', ''],
  ]);
});

test('a part of a page in two columns is read column by column', async () => {
  const line = '市人民政府应当加强公园管理工作';
  const left = Array.from({ length: 6 }, (_, i): Words => [72, 300 + i * 20, `左${i}${line}`]);
  const right = Array.from({ length: 6 }, (_, i): Words => [304, 300 + i * 20, `右${i}${line}`]);
  const whole = Array.from({ length: 9 }, (_, i): Words => [72, 80 + i * 20, full]);
  const { text } = await read([pageWith([...whole, ...left, ...right])]);
  expect(text.join('').replaceAll(full, '')).toBe([...left, ...right].map(([, , words]) => words).join(''));
});

test('a character drawn twice to look bold is one, two narrow letters are two', async () => {
  const at = (x: number, c: string, size = 12): Words => [x, 100, c, size];
  const bold = await read([pageWith([at(96, '甲'), at(96.4, '甲'), at(108, '乙。')])]);
  expect([bold.text, bold.furniture.map(({ rule }) => rule)]).toEqual([['甲乙。'], ['duplicate']]);
  const narrow = (x: number, c: string) => `BT /F 12 Tf 1 0 0 1 ${x} 700 Tm (${c}) Tj ET `;
  const letters = Array.from('shall', (c, i) => narrow(90 + [0, 6, 12.7, 19.4, 22.1][i]!, c));
  const imported = await importFile(
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
      `<</Length ${letters.join('').length}>>stream\n${letters.join('')}\nendstream`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ]),
  );
  expect(imported.lines[0]!.cells).toEqual(['shall']);
});

test('long dashes and ligatures that a font has as one sign become what they stand for', async () => {
  const { text, changes } = await read([pageWith([[96, 100, '甲⸺乙，ofﬁce。']])]);
  expect(text).toEqual(['甲——乙，office。']);
  expect(changes.map(({ rule }) => rule)).toEqual(['dash', 'ligature']);
});

test('a sign that only the font of the file knows is told with its pages', async () => {
  const { doubts } = await read([pageWith([[96, 100, '选择的。']]), pageWith([[96, 100, '。']])]);
  expect(doubts.map(({ reason }) => reason)).toEqual([
    '字符 U+F0FE 的字形无法确定，照写2处（第1页、第2页），请对照原件改正',
  ]);
});

describe('paragraphs', () => {
  test('a full line goes on, a line that is set in begins a new one', async () => {
    const { text } = await read([
      pageWith([
        [96, 100, full],
        [72, 120, '于本市的公园。'],
        [96, 140, '第二条　甲。'],
      ]),
    ]);
    expect(text).toEqual([`${full}于本市的公园。`, '第二条　甲。']);
  });

  test('a paragraph goes on over the page, and the place of the page is known', async () => {
    const { lines } = await read([
      pageWith([[96, 100, full]]),
      pageWith([
        [72, 100, '于本市的公园。'],
        [96, 120, '第二条　甲。'],
      ]),
    ]);
    expect(lines.map(({ pages }) => pages)).toEqual([
      [
        { page: 1, cell: 0, offset: 0 },
        { page: 2, cell: 0, offset: full.length },
      ],
      [],
    ]);
  });

  test('a gap as wide as a character is a space, letter spacing is none', async () => {
    const { text } = await read([
      pageWith([
        [100, 100, '曹'],
        [118, 100, '兴'],
        [200, 100, '李四'],
      ]),
    ]);
    expect(text).toEqual(['曹 兴　李四']);
  });

  test('a title of two lines is one', async () => {
    const middle = (y: number, words: string): Words => [
      72 + (widthOf(full, 12) + 24 - widthOf(words, 22)) / 2,
      y,
      words,
      22,
    ];
    const title = [middle(100, '样洲市人民政府关于加强公园保护'), middle(140, '管理工作的通知')];
    const { text } = await read([pageWith([...title, [96, 200, full], [72, 220, full], [72, 240, full]])]);
    expect(text[0]).toBe('样洲市人民政府关于加强公园保护管理工作的通知');
  });

  test('a leader of dots is a tab before the page', async () => {
    const { text, furniture } = await read([pageWith([[72, 100, '关于公园管理的通知..........12']])]);
    expect(text).toEqual(['关于公园管理的通知\t12']);
    expect(furniture).toMatchObject([{ rule: 'leader', text: '..........' }]);
  });
});

describe('running heads and page numbers', () => {
  const body = (n: number): Words[] => [
    [96, 120, `第${n}段文字。`],
    [96, 140, `又是第${n}段。`],
    [96, 160, `还有第${n}段。`],
  ];

  test('a number between dashes is the printed page', async () => {
    const { pages, furniture, text } = await read([pageWith([...body(1), [280, 800, '— 17 —']])]);
    expect(pages).toEqual([{ number: 1, printed: '17' }]);
    expect(furniture).toMatchObject([{ rule: 'page-number', text: '— 17 —', page: 1 }]);
    expect(text).toHaveLength(3);
  });

  test('a bare number is one where it counts the pages', async () => {
    const { pages, text } = await read(
      [1, 2, 3].map((n) => pageWith([...body(n), [290, 800, String(n + 4)]])),
    );
    expect(pages.map(({ printed }) => printed)).toEqual(['5', '6', '7']);
    expect(text).toHaveLength(9);
    const years = await read([2019, 2021, 2020].map((n) => pageWith([...body(n), [290, 800, String(n)]])));
    for (const year of ['2019', '2021', '2020'])
      expect(years.text.join()).toMatch(new RegExp(`段。.*${year}`));
    expect(years.furniture).toEqual([]);
  });

  test('words at the same height of all pages are a running head, those of a footnote are not', async () => {
    const pages = [1, 2].map((n) =>
      pageWith([
        [200, 50, '样洲市人民政府公报'],
        ...body(n),
        [72, 770, `注：见${'甲乙'[n - 1]}号文件所附的表。`, 9],
      ]),
    );
    const { text, furniture } = await read(pages);
    expect(furniture.map((each) => each.text)).toEqual(['样洲市人民政府公报', '样洲市人民政府公报']);
    expect(text.filter((line) => line.startsWith('注'))).toHaveLength(2);
  });

  test('the first words of pages that happen to be alike are text', async () => {
    const page1 = (n: number) =>
      pageWith([
        [72, 100, '附件'],
        [200, 120, `第${n}表`],
        [96, 140, `第${n}段文字。`],
        [96, 160, '甲。'],
      ]);
    const { text } = await read([page1(1), pageWith([[72, 100, '别的。'], ...body(2)]), page1(3)]);
    expect(text.filter((line) => line === '附件')).toHaveLength(2);
  });
});

describe('tables by their lines', () => {
  const grid = (xs: number[], ys: number[]): SetPage['rules'] => [
    ...ys.map((y) => ({ x1: xs[0]!, y1: y, x2: xs.at(-1)!, y2: y })),
    ...xs.map((x) => ({ x1: x, y1: ys[0]!, x2: x, y2: ys.at(-1)! })),
  ];

  test('a cell of several lines is one cell', async () => {
    const { lines } = await read([
      pageWith(
        [
          [84, 115, '序号'],
          [124, 115, '名称'],
          [84, 135, '1'],
          [124, 135, '公园管'],
          [124, 150, '理办法'],
        ],
        grid([80, 120, 170], [100, 120, 160]),
      ),
    ]);
    expect(lines.map(({ cells }) => cells)).toEqual([
      ['序号', '名称'],
      ['1', '公园管理办法'],
    ]);
  });

  test('a merged cell has its text where it begins', async () => {
    const rules = [
      ...grid([80, 120, 170], [100, 120, 140]).filter(
        ({ y1, y2, x1 }) => !(y1 === 120 && y2 === 120) || x1 > 80,
      ),
      { x1: 120, y1: 120, x2: 170, y2: 120 },
    ];
    const { lines } = await read([
      pageWith(
        [
          [84, 122, '甲'],
          [124, 115, '乙'],
          [124, 135, '丙'],
        ],
        rules,
      ),
    ]);
    expect(lines.map(({ cells }) => cells)).toEqual([
      ['甲', '乙'],
      ['', '丙'],
    ]);
  });

  test('a frame around one text is no table', async () => {
    const { lines } = await read([pageWith([[84, 115, '抄送：甲。']], grid([80, 300], [100, 120]))]);
    expect(lines).toMatchObject([{ row: false, cells: ['抄送：甲。'] }]);
  });
});

describe('text layers that are no text', () => {
  const one = [
    pageWith([
      [96, 100, full],
      [72, 120, full],
    ]),
  ];

  test('radicals and the quotation dash become the characters that are meant, and are counted', async () => {
    const { text, changes } = await read([pageWith([[72, 100, '一门见文—']])], {
      write: (c) => ({ 一: '⼀', 门: '⻔', 见: '⻅', '—': '―' })[c] ?? c,
    });
    expect(text).toEqual(['一门见文—']);
    expect(changes.map(({ rule, from, to }) => `${rule} ${from}${to}`)).toEqual([
      'radical ⼀一',
      'radical ⻔门',
      'radical ⻅见',
      'dash ―—',
    ]);
  });

  test('codes without characters are refused', async () => {
    await expect(read(one, { write: () => '\ue123' })).rejects.toThrow(/文字层不能用/);
    await expect(read(one, { write: () => '\u0003' })).rejects.toThrow(/文字层不能用/);
  });

  test('a page of pictures only is named; a file of such pages is refused', async () => {
    await expect(read([pageWith([])], { picture: true })).rejects.toThrow('PDF 是扫描件，1页都没有文字层');
    const { doubts } = await read([...one, pageWith([])], { picture: true });
    expect(doubts).toContainEqual(expect.objectContaining({ rule: 'no-text', page: 2, severity: 'error' }));
    expect(doubts).toContainEqual(expect.objectContaining({ rule: 'picture', page: 1 }));
  });

  test('text that lies unseen over a scan is marked as read by a machine', async () => {
    const { doubts } = await read(one, { hidden: true, picture: true });
    expect(doubts).toMatchObject([{ rule: 'machine-read', page: 1, severity: 'error' }]);
  });

  test('a line through words is told', async () => {
    const { doubts } = await read([
      pageWith([[72, 100, '废止的文字']], [{ x1: 70, y1: 96, x2: 140, y2: 96 }]),
    ]);
    expect(doubts).toMatchObject([{ rule: 'strike', severity: 'error' }]);
  });

  test('text drawn twice to look bold is text once; text beyond the edge is kept and told', async () => {
    const { text, furniture, doubts } = await read([
      pageWith([
        [72, 100, '加粗'],
        [72.4, 100, '加粗'],
        [590, 140, '界外'],
      ]),
    ]);
    expect(text).toEqual(['加粗', '界外']);
    expect(furniture.map((each) => each.text)).toEqual(['加', '粗']);
    expect(doubts).toMatchObject([{ rule: 'outside' }]);
  });
});

test('a page of an OFD is drawn for an editor as it is set', () => {
  const bytes = toOfd([
    pageWith([[72, 100, '甲<乙', 12]], [{ x1: 72, y1: 120, x2: 300, y2: 120 }]),
    pageWith([[90, 100, '丙']]),
  ]);
  const drawn = ofdPicture(bytes, 1)!;
  expect(drawn).toContain('<text x="72.00" y="100.00" font-size="12.00">甲</text>');
  expect(drawn).toContain('>&lt;</text>');
  expect(drawn).toContain('<path d="M72.00 120.00L300.00 120.00"');
  expect(ofdPicture(bytes, 2)).toMatch(/<text x="90.00" y="100.00" font-size="12.00">丙<\/text>/);
  expect(ofdPicture(bytes, 3)).toBeUndefined();
});

describe('OFD', () => {
  const object = (code: string, attributes = 'Boundary="20 20 100 10" Size="4"'): string =>
    `<ofd:TextObject ${attributes}>${code}</ofd:TextObject>`;
  const textOf = async (...objects: string[]): Promise<string[]> =>
    (await importFile(ofdOf([objects.join('')]))).lines.map(({ cells }) => cells.join('\t'));

  test.each([
    ['a list', 'DeltaX="4 4 4"'],
    ['groups', 'DeltaX="g 3 4"'],
    ['a list that is too short', 'DeltaX="4"'],
    ['both', 'DeltaX="g 2 4 4"'],
    ['nothing', ''],
  ])('distances as %s', async (_, delta) => {
    expect(await textOf(object(`<ofd:TextCode X="0" Y="4" ${delta}>公园办法</ofd:TextCode>`))).toEqual([
      '公园办法',
    ]);
  });

  test('order is by place and not by the file', async () => {
    const lower = object('<ofd:TextCode X="0" Y="4">乙。</ofd:TextCode>', 'Boundary="20 40 9 9" Size="4"');
    expect(await textOf(lower, object('<ofd:TextCode X="0" Y="4">甲。</ofd:TextCode>'))).toEqual([
      '甲。',
      '乙。',
    ]);
  });

  test('scaled text stands where its matrix puts it', async () => {
    const scaled = object(
      '<ofd:TextCode X="0" Y="8" DeltaX="8">后文</ofd:TextCode>',
      'Boundary="28 20 9 9" Size="8" CTM="0.5 0 0 0.5 0 0"',
    );
    expect(await textOf(scaled, object('<ofd:TextCode X="0" Y="4">前文</ofd:TextCode>'))).toEqual([
      '前文后文',
    ]);
  });

  test('names of parts may be absolute, in the other slash, in the other case', async () => {
    for (const name of [
      '/Doc_0/Pages/Page_0/Content.xml',
      'Pages\\Page_0\\Content.xml',
      'pages/page_0/content.XML',
      '../Doc_0/Pages/Page_0/Content.xml',
    ]) {
      const document = `<ofd:Document xmlns:ofd="http://www.ofdspec.org"><ofd:Pages><ofd:Page BaseLoc="${name}"/></ofd:Pages></ofd:Document>`;
      const bytes = ofdOf([object('<ofd:TextCode X="0" Y="4">甲乙</ofd:TextCode>')], {
        'Doc_0/Document.xml': document,
      });
      expect((await importFile(bytes)).lines[0]!.cells).toEqual(['甲乙']);
    }
  });

  test('glyphs without characters are refused as a scan is', async () => {
    await expect(importFile(ofdOf([object('<ofd:TextCode X="0" Y="4"> </ofd:TextCode>')]))).rejects.toThrow(
      /扫描件/,
    );
  });

  test('gives the same as a PDF of the same page', async () => {
    const one = pageWith([
      [96, 100, full],
      [72, 120, '于本市的公园。'],
    ]);
    expect((await importFile(toOfd([one]))).lines).toEqual((await importFile(toPdf([one]))).lines);
    expect(page.width).toBe(595);
  });
});
