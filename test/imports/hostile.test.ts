/** Files that mean harm, or were damaged: a sentence, never a crash, and no more memory and time than is given. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFile, Refusal } from '../../src/imports/index.ts';
import { readRegisterSheet } from '../../src/imports/register/index.ts';
import { readSheets } from '../../src/imports/sheet/index.ts';
import { docxOf, p, table } from './made/docx.ts';
import { toHtml } from './made/html.ts';
import { dice, makeIssue } from './made/issue.ts';
import { ofdOf, toOfd } from './made/ofd.ts';
import { toPdf } from './made/pdf.ts';
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
        const said = await reason(damaged, /XLSX|CSV/.test(kind) ? asRegister : importFile);
        expect(said).not.toMatch(/^no refusal/);
      }
    },
    3_600_000,
  );
});
