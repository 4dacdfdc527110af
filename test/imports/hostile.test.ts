/** Files that mean harm, or were damaged: a sentence, never a crash, and no more memory and time than is given. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { Reader } from '../../scripts/import/run.ts';
import { importFile, Refusal } from '../../src/imports/index.ts';
import { readRegisterSheet } from '../../src/imports/register/index.ts';
import { readSheets } from '../../src/imports/sheet/index.ts';
import { docxOf, p, table } from './made/docx.ts';
import { toHtml } from './made/html.ts';
import { dice, makeIssue } from './made/issue.ts';
import { ofdOf, toOfd } from './made/ofd.ts';
import { pdfOf, toPdf } from './made/pdf.ts';
import { layouts, typeset } from './made/typeset.ts';
import { toXlsx } from './made/xlsx.ts';

async function reason(bytes: Uint8Array, read: (bytes: Uint8Array) => unknown = importFile): Promise<string> {
  try {
    await read(bytes);
    return 'was read';
  } catch (error) {
    return error instanceof Refusal ? error.message : `no refusal: ${error}`;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'gongbao-hostile-'));
const file = join(folder, 'a');
const reader = new Reader();
const poor = new Reader({ memory: 240, seconds: 3 });
afterAll(() => {
  reader.close();
  poor.close();
  rmSync(folder, { recursive: true });
});

/** Reads a file as the command does: in a process of its own, with the usual memory and time or with little of both. */
function apart(bytes: Uint8Array, by: Reader): Promise<string> {
  writeFileSync(file, bytes);
  return reason(bytes, () => by.read(file, bytes, { ocr: false }));
}

const document = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) });

/** Sets the sizes that the directory of a package declares. */
function declaring(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(bytes);
  const view = new DataView(out.buffer);
  for (let at = 0; at < out.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return out;
}

describe('packages', () => {
  const big = zipSync({ 'word/document.xml': new Uint8Array(64 * 1024 * 1024) }, { level: 9 });

  test('a part that unpacks beyond the limit is not unpacked', async () => {
    expect(big.length).toBeLessThan(100_000);
    expect(await reason(big)).toBe('压缩包里的 word/document.xml 展开后过大，不读取');
  });

  test('a part that declares less than it holds gets no more room', async () => {
    expect(await reason(declaring(big, 1000))).toBe('压缩包里的 word/document.xml 已损坏，校验不符');
  });

  test('too many parts', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 21_000 }, (_, i) => [`word/${i}.xml`, new Uint8Array()]),
    );
    expect(await reason(zipSync({ ...many, 'word/document.xml': strToU8('<w/>') }, { level: 0 }))).toBe(
      '压缩包里的文件太多，不读取',
    );
  });

  test('a part that was changed on the way does not pass for the text', async () => {
    const bytes = zipSync(
      { 'word/document.xml': strToU8(`<w:document>${p('期限十日')}</w:document>`) },
      { level: 0 },
    );
    const at = Buffer.from(bytes).indexOf('十');
    bytes.set(Buffer.from('千'), at);
    expect(await reason(bytes)).toBe('压缩包里的 word/document.xml 已损坏，校验不符');
  });

  test('a password', async () => {
    const bytes = new Uint8Array(docxOf(p('甲')));
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(await reason(bytes)).toBe('文件有密码，不能读取：请先取消密码');
  });

  test('names that climb reach nothing', async () => {
    const page =
      '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages><ofd:Page BaseLoc="../../../../etc/passwd"/></ofd:Pages></ofd:Document>';
    expect(await reason(ofdOf([''], { 'Doc_0/Document.xml': page }))).toBe(
      'OFD 已损坏：缺少 ../../../../etc/passwd',
    );
    const climbing = zipSync({ '../../word/document.xml': strToU8('<w/>'), '/etc/cron.d/a': strToU8('a') });
    expect(await reason(climbing)).toBe('是压缩包，但不是 DOCX 或 OFD：请解开后逐个导入');
  });

  test('a package of something else', async () => {
    expect(await reason(zipSync({ 'a.txt': strToU8('甲') }))).toBe(
      '是压缩包，但不是 DOCX 或 OFD：请解开后逐个导入',
    );
  });
});

describe('XML and HTML', () => {
  test('entities of the file are not expanded', async () => {
    const bomb =
      '<!DOCTYPE w [<!ENTITY a "甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>';
    expect(await reason(document(bomb))).toBe('word/document.xml 不是完好的 XML（第1行）');
  });

  test('elements inside each other without end', async () => {
    expect(await reason(document(`<w:document>${'<w:sdt>'.repeat(100_000)}`))).toBe(
      'word/document.xml 嵌套过深，不读取',
    );
    expect(await reason(strToU8(`<html><body>${'<div>'.repeat(100_000)}甲`))).toBe('网页嵌套过深，不读取');
    expect(await reason(strToU8(`<html><body>${'<font>'.repeat(100_000)}甲`))).toBe('网页嵌套过深，不读取');
  });

  test('styles that are based on each other in a circle', async () => {
    const styles =
      '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    expect((await importFile(docxOf(p('甲', '<w:pStyle w:val="A"/>'), { styles }))).lines).toHaveLength(1);
  });
});

describe('PDF', () => {
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
  const packed = (content: string, about = ''): string => {
    const bytes = deflateSync(Buffer.from(content, 'latin1'), { level: 9 }).toString('latin1');
    return `<</Filter/FlateDecode/Length ${bytes.length}${about}>>stream\n${bytes}\nendstream`;
  };
  /** Objects 1 to 3 are catalogue, tree and page; 4 is its content, 5 its font, 6 and so on what it may paint. */
  const pageOf = (
    content: string,
    { own = font, forms = [] as string[], tree = '/Count 1/Kids[3 0 R]' } = {},
  ) =>
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages${tree}>>`,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>/Contents 4 0 R>>`,
      packed(content),
      own,
      ...forms,
    ]);
  const form = (content: string, next: number): string =>
    packed(content, `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${next} 0 R>>>>`);
  const words = 'BT /F 9 Tf 90 700 Td (Kept) Tj ET';
  const edited = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
    new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1'));

  test.each<[string, Uint8Array]>([
    ['a cross-reference table that begins elsewhere', edited(pageOf(words), 'startxref\n', 'startxref\n7')],
    ['one that leads back to itself', edited(pageOf(words), 'trailer<<', 'trailer<</Prev 9')],
    ['a count of pages that is a lie', pageOf(words, { tree: '/Count 2000000000/Kids[3 0 R]' })],
    ['a form that paints itself', pageOf(`${words} /X Do`, { forms: [form('/X Do', 6)] })],
    ['operators inside operators', pageOf(`${words} ${'['.repeat(200_000)}`)],
  ])('%s: the text is read', async (_, bytes) => {
    expect((await importFile(bytes)).lines.map(({ cells }) => cells)).toEqual([['Kept']]);
  });

  test('a font whose characters stand for nothing is no text', async () => {
    const glyphs = `BT /F 9 Tf 90 700 Td <${'0102030405'.repeat(8)}> Tj ET`;
    const lying = (map: string) =>
      pageOf(glyphs, {
        own: `<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 1/LastChar 5/Widths[500 500 500 500 500]/ToUnicode 6 0 R/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4>>>>`,
        forms: [packed(`begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${map} endcmap`)],
      });
    const said = '第1页40个字符没有对应的文字（共40个），没有读';
    expect(await reason(lying('1 beginbfrange <01> <05> <e100> endbfrange'))).toContain(said);
    const one = '<01> <fffd> <02> <fffe> <03> <ffff> <04> <fffd> <05> <fffd>';
    expect(await reason(lying(`5 beginbfchar ${one} endbfchar`))).toContain(said);
  });

  test('pages that are pictures, however large, or outlines, are told from empty ones', async () => {
    const scan = (about: string) => pageOf('q 500 0 0 700 0 0 cm /X Do Q', { forms: [packed('', about)] });
    const image = '/Type/XObject/Subtype/Image/Width 9000/Height 12000/BitsPerComponent 1';
    expect(await reason(scan(`${image}/ColorSpace/DeviceGray`))).toContain('PDF 是扫描件，1页都没有文字层');
    expect(await reason(scan(`${image}/ImageMask true`))).toContain('PDF 是扫描件，1页都没有文字层');
    const shape = '100 100 m 120 130 140 130 160 100 c h f ';
    expect(await reason(pageOf(shape.repeat(30)))).toContain('文字可能已转成曲线');
    expect(await reason(pageOf(''))).toBe('PDF 里没有文字');
    const { doubts } = await importFile(pageOf(`${words} ${shape.repeat(30)}`));
    expect(doubts.map(({ reason: told }) => told)).toEqual([
      '第1页有30个图形，其中如有转成曲线的文字，没有读',
    ]);
  });

  const exponential = Array.from({ length: 40 }, (_, i) => form('/X Do /X Do', 7 + i));
  test.each<[string, Uint8Array]>([
    ['a stream that unpacks to 300 MB', pageOf(' '.repeat(300_000_000))],
    ['many operators', pageOf('q 1 0 0 1 0 0 cm Q '.repeat(3_000_000))],
    ['forms that paint each other without end', pageOf('/X Do', { forms: exponential })],
  ])('%s: ended with a sentence', async (_, bytes) => {
    expect(await apart(bytes, poor)).toMatch(
      /^读取要用的内存超过240 MB，不读取$|^读了3秒还没有读完，不再读取$/,
    );
  });

  test('a file that ended the process costs only itself', async () => {
    expect(await apart(pageOf(words), poor)).toBe('was read');
  });
});

test('a document with macros is read without them, and says so', async () => {
  const parts = { 'word/document.xml': strToU8(`<w:document><w:body>${p('甲')}</w:body></w:document>`) };
  const { lines, doubts } = await importFile(zipSync({ ...parts, 'word/vbaProject.bin': strToU8('Shell') }));
  expect(lines.map(({ cells }) => cells)).toEqual([['甲']]);
  expect(doubts.map(({ reason: told }) => told)).toContainEqual(expect.stringContaining('宏'));
});

test('a PDF with a password', async () => {
  const secret = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>/ID[<33><33>]`;
  const plain = Buffer.from(toPdf([{ glyphs: [], rules: [] }])).toString('latin1');
  const bytes = Buffer.from(plain.replace('/Root', `${secret}/Root`), 'latin1');
  expect(await reason(new Uint8Array(bytes))).toBe('PDF 有密码，不能读取：请先取消密码');
});

test.each([
  ['nothing', new Uint8Array(), '文件没有内容'],
  [
    'an old Word file',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
    '是 DOC、WPS 或 RTF 文件：装有 LibreOffice 时可以读取，否则请另存为 DOCX',
  ],
  [
    'a DOCX with a password',
    new Uint8Array([
      ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      ...Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    '文件有密码，不能读取：请先取消密码',
  ],
  ['RTF', strToU8('{\\rtf1 abc}'), '是 DOC、WPS 或 RTF 文件：装有 LibreOffice 时可以读取，否则请另存为 DOCX'],
  [
    'XML of another kind',
    strToU8('<?xml version="1.0"?><office/>'),
    '是 XML 文件，不是网页：请用它的程序另存为 DOCX、HTML 或文本',
  ],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), '是二进制文件，不是文本'],
  ['a PDF cut off', strToU8('%PDF-1.7\n1 0 obj\n<<'), 'PDF 已损坏，无法读取'],
  ['a package cut off', docxOf(p('甲')).slice(0, 300), '压缩包已损坏，无法展开'],
])('%s', async (_, bytes, sentence) => {
  expect(await reason(bytes)).toBe(sentence);
});

describe('damaged files', () => {
  const issue = makeIssue(8);
  const set = typeset(issue, layouts['two columns']!);
  const workbook = [
    {
      name: 'a',
      rows: [
        ['名称', '文号', '施行日期'],
        ['甲办法', '样府〔2020〕1号', { day: 43891 }],
      ],
      merged: ['A2:A9'],
    },
  ];
  const samples: [string, Uint8Array][] = [
    [
      'PDF',
      toPdf(set.pages.slice(0, 2).map(({ glyphs, rules }) => ({ glyphs: glyphs.slice(0, 150), rules }))),
    ],
    ['OFD', toOfd(set.pages.slice(0, 1))],
    ['OFD parts', new Uint8Array()],
    [
      'DOCX',
      docxOf(
        p('甲') +
          table([
            ['一', '二'],
            ['三', '四'],
          ]),
      ),
    ],
    ['DOCX parts', new Uint8Array()],
    ['HTML', toHtml(issue)],
    ['XLSX', toXlsx(workbook)],
    ['XLSX parts', new Uint8Array()],
    ['CSV', strToU8('名称,文号,施行日期\n"甲办法\n（试行）",样府〔2020〕1号,2020-03-01\n'.repeat(5))],
  ];
  const asRegister = (bytes: Uint8Array): unknown =>
    readSheets(bytes).map((sheet) => readRegisterSheet(sheet, 'a'));
  const count = Number(process.env['GONGBAO_MUTATIONS'] ?? 300);

  /** Some bytes changed, cut out or doubled. */
  function damage(bytes: Uint8Array, random: () => number): Uint8Array {
    let out = new Uint8Array(bytes);
    for (let i = 0; i < 1 + random() * 6; i++) {
      const at = Math.floor(random() * out.length);
      const length = Math.floor(random() * 40);
      const kind = Math.floor(random() * 4);
      if (kind === 0) out[at] = Math.floor(random() * 256);
      else if (kind === 1) out[at] = out[at]! ^ (1 << Math.floor(random() * 8));
      else if (kind === 2)
        out = new Uint8Array(Buffer.concat([out.subarray(0, at), out.subarray(at + length)]));
      else out = new Uint8Array(Buffer.concat([out.subarray(0, at + length), out.subarray(at)]));
    }
    return out;
  }

  /** The sum of a part would betray every change: here the text is damaged before it is packed. */
  function damagedPart(kind: string, random: () => number): Uint8Array {
    if (kind === 'XLSX parts') {
      const cell = new TextDecoder().decode(
        damage(
          strToU8('<c r="D2" s="1"><v>43891</v></c><c r="E2" t="s"><v>1</v></c></row><row r="7">'),
          random,
        ),
      );
      return toXlsx([{ ...workbook[0]!, rows: [...workbook[0]!.rows, [{ xml: cell }]] }]);
    }
    const hurt = (xml: string): string => new TextDecoder().decode(damage(strToU8(xml), random));
    return kind === 'DOCX parts'
      ? docxOf(
          hurt(
            p('甲', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
              table([
                ['一', '二'],
                ['三', '四'],
              ]),
          ),
          {
            numbering: hurt(
              '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
            ),
          },
        )
      : ofdOf([
          hurt(
            '<ofd:TextObject Boundary="20 20 100 10" Size="4" CTM="1 0 0 1 0 0"><ofd:TextCode X="0" Y="4" DeltaX="g 3 4">公园办法</ofd:TextCode></ofd:TextObject><ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 L 9 0 B 1 2 3 4 5 6 C</ofd:AbbreviatedData></ofd:PathObject>',
          ),
        ]);
  }

  test.each(samples)(
    `${Math.ceil(count / samples.length)} of %s are read or refused`,
    async (kind, bytes) => {
      const random = dice(kind.length);
      for (let i = 0; i < count / samples.length; i++) {
        const damaged = kind.endsWith('parts') ? damagedPart(kind, random) : damage(bytes, random);
        const said = await (/XLSX|CSV/.test(kind) ? reason(damaged, asRegister) : apart(damaged, reader));
        expect(said).not.toMatch(/^no refusal/);
      }
    },
    3_600_000,
  );
});
