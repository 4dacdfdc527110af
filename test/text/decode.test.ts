import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/domain/text/index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'LE' | 'BE'): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(order === 'LE' ? bytes : bytes.swap16());
};
const read = (bytes: Uint8Array) => {
  const { text, encoding } = decodeText(bytes) as { text?: string; encoding?: string };
  return [text, encoding];
};

/** 第一条 为加强公园管理，制定本办法。 */
const gbk = new Uint8Array(
  'b5dad2bbccf520ceaabcd3c7bfb9abd4b0b9dcc0eda3acd6c6b6a8b1beb0ecb7a8a1a3'
    .match(/../g)!
    .map((h) => parseInt(h, 16)),
);
const law = '第一条　为加强公园管理，制定本办法。\n第二条 2021年1月1日起施行。\n';

describe('the encoding of a text is told from its bytes', () => {
  test.each([
    ['UTF-8', utf8(law), law],
    ['UTF-8', utf8(`\ufeff${law}`), `\ufeff${law}`],
    ['UTF-8', utf8('Article 1\n'), 'Article 1\n'],
    ['UTF-8', new Uint8Array(), ''],
    ['GB18030', gbk, '第一条 为加强公园管理，制定本办法。'],
    ['UTF-16LE', utf16(`\ufeff${law}`, 'LE'), `\ufeff${law}`],
    ['UTF-16BE', utf16(`\ufeff${law}`, 'BE'), `\ufeff${law}`],
    ['UTF-16LE', utf16(law, 'LE'), law],
    ['UTF-16BE', utf16(law, 'BE'), law],
    ['UTF-16LE', utf16('公园管理办法全文如下', 'LE'), '公园管理办法全文如下'],
  ])('%s', (encoding, bytes, text) => {
    expect(read(bytes)).toEqual([text, encoding]);
  });

  test('what is not UTF-8 is said', () => {
    expect(decodeText(gbk)).toMatchObject({ odd: '文件是 GB18030 编码，按此读取' });
    expect(decodeText(utf8(law))).not.toHaveProperty('odd');
  });

  test('characters that GB18030 has and the fonts have not are named', () => {
    const bytes = new Uint8Array([...gbk, 0xa6, 0xd9, 0xaa, 0xa1]);
    expect(decodeText(bytes)).toMatchObject({
      odd: '文件是 GB18030 编码，按此读取；有自造或竖排字符 U+FE10、U+E000',
    });
  });

  test('a few broken bytes in a UTF-8 file do not make it another encoding', () => {
    const bytes = utf8(law.repeat(3));
    bytes[40] = 0xff;
    expect(decodeText(bytes)).toMatchObject({
      encoding: 'UTF-8',
      odd: expect.stringMatching(/^文件是 UTF-8 编码，但有\d处字节无法解码，首处在第1行$/),
    });
  });
});

describe('bytes that are no text, or one that cannot be told, are refused', () => {
  test.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), '是二进制文件，不是文本'],
    ['UTF-32', new Uint8Array([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), '是 UTF-32 编码，请另存为 UTF-8'],
    // 台灣中文 and more in Big5, which GB18030 would read as 籵芖い…
    [
      'Big5',
      new Uint8Array(Buffer.from('a578c657a4a4a4e5aabaa5d8bffdbb50b3b9b860a457a455', 'hex')),
      '编码无法确定：不是 UTF-8、UTF-16，按 GB18030 也读不通，请另存为 UTF-8',
    ],
    [
      'Latin text in an old encoding',
      new Uint8Array(Buffer.from('caf\xe9 na\xefve', 'latin1')),
      '编码无法确定：不是 UTF-8、UTF-16，按 GB18030 也读不通，请另存为 UTF-8',
    ],
  ])('%s', (_name, bytes, reason) => {
    expect(decodeText(bytes)).toEqual({ reason });
  });

  test('whatever the bytes, there is a text or a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeText(bytes);
        expect(typeof (decoded.text ?? ('reason' in decoded && decoded.reason))).toBe('string');
      }),
    );
  });

  test('whatever the text, UTF-8 and marked UTF-16 give it back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => !/[\0\ufeff]/.test(text) && text.isWellFormed()),
        (text) => {
          expect(decodeText(utf8(text)).text).toBe(text);
          expect(decodeText(utf16(`\ufeff${text}`, 'BE')).text).toBe(`\ufeff${text}`);
        },
      ),
    );
  });
});
