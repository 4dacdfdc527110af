/** Documents that a reader puts together: what went in comes out again through the other door. */
import { describe, expect, test } from 'vitest';
import { excerptDocx, tableDocx } from '../../src/domain/exports/documents/excerpt.ts';
import { importFile } from '../../src/imports/index.ts';

const linesOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await importFile(bytes)).lines.map(({ cells }) => cells.join('｜'));

describe('chosen places', () => {
  const excerpts = [
    {
      citation: '《样洲市公园管理办法》（2020年3月1日文本）第六条',
      words: '第六条 申请人应当提交下列材料：\n（一）申请表；\n（二）身份证明。',
      address: 'https://gazette.example/works/park/2020-03-01/#art_6',
    },
    {
      citation: '《样洲市公园管理办法》（2020年3月1日文本）表1（文本不完整：1项修改未能应用）',
      words: '表1\n类别\t标准\n一类\t10元\n注：按月计算。',
      address: 'https://gazette.example/works/park/2020-03-01/#tbl_1',
    },
  ];

  test('stand with their words, citation, doubts and address, in the order chosen', async () => {
    expect(await linesOf(await excerptDocx(excerpts, '样洲市公报文库', '2021-05-06'))).toEqual([
      '法规摘录',
      '第六条　申请人应当提交下列材料：',
      '（一）申请表；',
      '（二）身份证明。',
      `——${excerpts[0]!.citation}`,
      excerpts[0]!.address,
      '表1',
      '类别｜标准',
      '一类｜10元',
      '注：按月计算。',
      `——${excerpts[1]!.citation}`,
      excerpts[1]!.address,
      '非标准文本，以发布机关公布的文本为准。样洲市公报文库',
    ]);
  });

  test('give the same bytes on every run', async () => {
    expect(await excerptDocx(excerpts, 'a', '2021-05-06')).toEqual(
      await excerptDocx(excerpts, 'a', '2021-05-06'),
    );
  });

  test.each(['\u0000\ud800<w:p>&', '\t\t', '\n\n', ''])(
    'hostile words make a whole document: %j',
    async (words) => {
      const { doubts } = await importFile(
        await excerptDocx([{ citation: words, words, address: words }], words, ''),
      );
      expect(doubts.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );
});

test('answers of the desk are a table with its notes, none dropped', async () => {
  const rows = [
    ['行', '所问', '效力'],
    ['1', '样府〔2020〕1号', '有效'],
    ['2', '=1+1', '未知'],
  ];
  expect(await linesOf(await tableDocx('效力核对', rows, ['2021年5月6日核对'], '2021-05-06'))).toEqual([
    '效力核对',
    ...rows.map((row) => row.join('｜')),
    '2021年5月6日核对',
  ]);
});
