import { describe, expect, test } from 'vitest';
import { readRegisterSheet, writeRegister } from '../../src/imports/register/index.ts';
import { readSheets } from '../../src/imports/sheet/index.ts';
import { dayOfSerial } from '../../src/imports/sheet/xlsx.ts';
import { Refusal } from '../../src/imports/types.ts';
import { toXlsx } from './made/xlsx.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 名称,文号\n甲办法,乙府〔2020〕1号 in GBK, as office programs on Chinese systems write it. */
const gbk = Buffer.from(
  'c3fbb3c62cceC4bac50abcd7b0ecb7a82cd2d2b8aea1b232303230a1b331bac5'.replace(/\s/g, ''),
  'hex',
);

describe('CSV', () => {
  test.each<[string, string | Uint8Array, string[][]]>([
    [
      'commas',
      '名称,文号\n甲办法,1\n',
      [
        ['名称', '文号'],
        ['甲办法', '1'],
      ],
    ],
    [
      'tabs',
      '名称\t文号\r\n甲,乙办法\t1',
      [
        ['名称', '文号'],
        ['甲,乙办法', '1'],
      ],
    ],
    [
      'semicolons and a mark of order',
      '\ufeff名称;文号\n甲办法;1',
      [
        ['名称', '文号'],
        ['甲办法', '1'],
      ],
    ],
    [
      'quotations with separators, breaks and quotation marks',
      '名称,备注\n"甲办法\n（试行）","他说""好"",又"\n',
      [
        ['名称', '备注'],
        ['甲办法\n（试行）', '他说"好",又'],
      ],
    ],
    [
      'GBK',
      gbk,
      [
        ['名称', '文号'],
        ['甲办法', '乙府〔2020〕1号'],
      ],
    ],
    [
      'empty cells at the end',
      'a,b,\n1,,\n',
      [
        ['a', 'b', ''],
        ['1', '', ''],
      ],
    ],
  ])('%s', (_, source, cells) => {
    const [sheet] = readSheets(typeof source === 'string' ? bytes(source) : source);
    expect(sheet!.rows.map((row) => row.cells)).toEqual(cells);
  });

  test('rows keep the numbers that the program shows', () => {
    const [sheet] = readSheets(bytes('a,b\n\n"x\ny",1\n2,3\n'));
    expect(sheet!.rows.map(({ number }) => number)).toEqual([1, 3, 4]);
  });

  test.each([
    ['a quotation that never ends', bytes('a,"b\nc'), '引号没有成对'],
    ['no table', bytes('%PDF-1.4'), '不是表格'],
    ['nothing', new Uint8Array(), '没有内容'],
  ])('refuses %s', (_, source, reason) => {
    expect(() => readSheets(source)).toThrow(reason);
  });
});

describe('XLSX', () => {
  test('reads texts, days, values of formulas, and merged cells in each row', () => {
    const made = toXlsx([
      {
        name: '规章',
        rows: [
          ['名称', '施行日期', '制定机关', '文号'],
          ['甲办法', { day: 43891 }, '样洲市人民政府', { formula: 'A1&B1', value: '样府令第1号' }],
          [
            '乙办法',
            { xml: '<c r="B3"><v>20200301</v></c>' },
            null,
            { xml: '<c r="D3" t="inlineStr"><is><t>样府令</t></is></c>' },
          ],
        ],
        merged: ['C2:C3'],
      },
    ]);
    expect(readSheets(made)).toEqual([
      {
        name: '规章',
        doubts: [],
        rows: [
          { number: 1, cells: ['名称', '施行日期', '制定机关', '文号'] },
          { number: 2, cells: ['甲办法', '2020-03-01', '样洲市人民政府', '样府令第1号'] },
          { number: 3, cells: ['乙办法', '20200301', '样洲市人民政府', '样府令'] },
        ],
      },
    ]);
  });

  test('tells what is not shown as it stands', () => {
    const [sheet] = readSheets(
      toXlsx([
        {
          name: 'a',
          rows: [
            [{ formula: 'NOW()' }, 'x'],
            [{ xml: '<c r="A2" t="e"><v>#N/A</v></c>' }, 'y'],
          ],
          hiddenRows: [2],
        },
      ]),
    );
    expect(sheet!.doubts).toEqual([
      'A1 是公式，表里没有存它的值',
      'A2 是错误值 #N/A',
      '有1行是隐藏的（可能被筛选），也读了',
    ]);
  });

  test.each([
    [43831, false, '2020-01-01'],
    [43831.75, false, '2020-01-01'],
    [61, false, '1900-03-01'],
    [60, false, undefined],
    [42369, true, '2020-01-01'],
    [1e9, false, undefined],
  ])('day %d (from 1904: %s) is %s', (serial, from1904, day) => {
    expect(dayOfSerial(serial, from1904)).toBe(day);
  });

  test('a hostile sheet ends with a reason, soon', () => {
    const far = toXlsx([{ name: 'a', rows: [[{ xml: '<c r="XFD1" t="str"><v>x</v></c>' }]] }]);
    expect(() => readSheets(far)).toThrow(/列，不是登记表/);
    const merged = toXlsx([
      { name: 'a', rows: [['x'], ['y']], merged: ['A1:A1048576', 'A1:XFD1', 'B9:A1', '<'] },
    ]);
    const started = performance.now();
    expect(readSheets(merged)[0]!.rows).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('a file cut anywhere is refused, and nothing else is thrown', () => {
    const made = toXlsx([
      {
        name: 'a',
        rows: [
          ['名称', '文号'],
          ['甲', '乙'],
        ],
      },
    ]);
    for (let length = 0; length < made.length; length += 7) {
      try {
        readSheets(made.slice(0, length));
      } catch (error) {
        expect(error, `cut at ${length}`).toBeInstanceOf(Refusal);
      }
    }
  });
});

const sheetOf = (text: string) => readSheets(bytes(text))[0]!;

describe('a register from a sheet', () => {
  const read = readRegisterSheet(
    sheetOf(
      [
        '样洲市现行规章目录,,,,,,,',
        '序号,规章名称,令 号,公布日期,施行日期（年月日）,时效性,废止的文件,备注',
        '一、市政府规章,,,,,,,',
        '1,《样洲市公园管理办法》,样洲市人民政府令第12号,2020年1月5日,2020/3/1,现行有效,《样洲市公园管理暂行办法》《样洲市绿地办法》,略',
        '2,样洲市供水办法,样洲市人民政府令第3号,2010-13-01,20100301,大概有效,无,',
        '3,样洲市公园管理办法,,,,,,',
        '4,,样洲市人民政府令第4号,2011-01-01,,,,',
      ].join('\n'),
    ),
    '规章目录.csv',
  )!;

  test('finds its heading, reads the columns it knows and names the others', () => {
    expect([read.read, read.unread]).toEqual([
      ['规章名称', '令 号', '公布日期', '施行日期（年月日）', '时效性', '废止的文件'],
      ['序号', '备注'],
    ]);
  });

  test('reads a row', () => {
    expect(read.entries[0]).toEqual({
      id: expect.stringMatching(/^[a-z0-9-]+$/),
      title: '样洲市公园管理办法',
      documentNumber: '样洲市人民政府令第12号',
      stated: {
        source: '规章目录.csv 第4行',
        promulgated: '2020-01-05',
        commenced: '2020-03-01',
        state: 'in-force',
        repeals: ['样洲市公园管理暂行办法', '样洲市绿地办法'],
      },
    });
    expect(read.entries).toHaveLength(2);
  });

  test('writes nothing that it does not understand, and says so with the cell', () => {
    expect(read.entries[1]!.stated).toEqual({ source: '规章目录.csv 第5行', commenced: '2010-03-01' });
    expect(read.doubts).toEqual([
      'D5 “2010-13-01”不是一个完整的日期，没有写入',
      'F5 “大概有效”不是认得的状态，没有写入',
      '第6行与第4行同名，只写入了第4行：“样洲市公园管理办法”',
      'B7 没有名称，这一行没有写入',
    ]);
  });

  test.each([
    ['2020年3月1日'],
    ['2020-3-1'],
    ['2020/03/01'],
    ['2020.3.1'],
    ['20200301'],
    ['２０２０年３月１日'],
    ['2020-03-01 00:00:00'],
    ['二〇二〇年三月一日'],
  ])('%s is 2020-03-01', (cell) => {
    const { entries } = readRegisterSheet(sheetOf(`名称,施行日期\n甲办法,${cell}`), 'a')!;
    expect(entries[0]!.stated.commenced).toBe('2020-03-01');
  });

  test.each([['2020年3月'], ['43891'], ['2020-02-30'], ['2020-3/1']])('%s is no day, and is told', (cell) => {
    const { entries, doubts } = readRegisterSheet(sheetOf(`名称,施行日期\n甲办法,${cell}`), 'a')!;
    expect([entries[0]!.stated.commenced, doubts]).toEqual([
      undefined,
      [expect.stringContaining(`B2 “${cell}”不是一个完整的日期`)],
    ]);
  });

  test('a row that counts the others is no document', () => {
    const { entries, doubts, unread } = readRegisterSheet(
      sheetOf('序号,规章名称,发布文号\n1,甲办法,样府〔2020〕1号\n合 计,1件,'),
      'a',
    )!;
    expect(entries.map(({ title, documentNumber }) => [title, documentNumber])).toEqual([
      ['甲办法', '样府〔2020〕1号'],
    ]);
    expect([doubts, unread]).toEqual([['第3行是合计，没有写入'], ['序号']]);
  });

  test('a sheet without a column of titles is no register', () => {
    expect(readRegisterSheet(sheetOf('姓名,电话\n张三,1'), 'a')).toBeUndefined();
  });
});

describe('writing the register', () => {
  const before = [
    '# 登记簿',
    'site:',
    '  title: 某文库 # 站名',
    'works:',
    '  # 本刊刊载',
    '  - id: park',
    '    title: 样洲市公园管理办法',
    '    documentNumber: 样洲市人民政府令第11号 # 首个文本',
    '  - id: water',
    '    title: 样洲市供水办法',
    '',
  ].join('\n');
  const entry = (title: string, more = {}) => ({
    id: 'x',
    title,
    stated: { source: 'a.csv 第2行', commenced: '2020-03-01' },
    ...more,
  });

  test('keeps comments, order, ids and what stands there; adds what is new', () => {
    const { text, added, changed, kept } = writeRegister(before, [
      entry('样洲市公园管理办法', { documentNumber: '样洲市人民政府令第12号' }),
      entry('样洲市供水办法', { documentNumber: '样洲市人民政府令第3号' }),
      entry('样洲市供热办法'),
      entry('样洲市供气办法'),
    ]);
    expect([added, changed]).toEqual([
      ['样洲市供热办法', '样洲市供气办法'],
      ['样洲市公园管理办法', '样洲市供水办法'],
    ]);
    expect(kept).toEqual([
      '“样洲市公园管理办法”的文号：登记簿是“样洲市人民政府令第11号”，表里是“样洲市人民政府令第12号”（a.csv 第2行）',
    ]);
    expect(text).toBe(
      `${before}    documentNumber: 样洲市人民政府令第3号\n    stated:\n      source: a.csv 第2行\n      commenced: 2020-03-01\n`
        .replace(
          '# 首个文本\n',
          '# 首个文本\n    stated:\n      source: a.csv 第2行\n      commenced: 2020-03-01\n',
        )
        .concat(
          ...['供热', '供气'].map(
            (word, i) =>
              `  - id: x${i === 0 ? '' : '-2'}\n    title: 样洲市${word}办法\n    stated:\n      source: a.csv 第2行\n      commenced: 2020-03-01\n`,
          ),
        ),
    );
  });

  test('the same sheet twice writes nothing more', () => {
    const entries = [entry('样洲市公园管理办法'), entry('样洲市供热办法')];
    const once = writeRegister(before, entries).text;
    expect(writeRegister(once, entries)).toMatchObject({ text: once, added: [], changed: [] });
  });

  test.each([
    ['', '写在空文件里'],
    ['works:\n', 'works 为空'],
    ['works: []\n', '空列表'],
  ])('%j', (text) => {
    expect(writeRegister(text, [entry('甲办法')]).text).toBe(
      'works:\n  - id: x\n    title: 甲办法\n    stated:\n      source: a.csv 第2行\n      commenced: 2020-03-01\n',
    );
  });

  test.each(['- a\n', 'works: 1\n', 'works: [\n'])('a register that is none is not touched: %j', (text) => {
    expect(() => writeRegister(text, [entry('甲办法')])).toThrow(/没有改动/);
  });
});
