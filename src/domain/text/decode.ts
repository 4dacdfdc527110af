/**
 * Bytes → characters: which encoding a text file is in, told from its bytes alone.
 *
 * `D1 F9 B1 BE` → 样本 (GB18030); `EF BB BF …` → UTF-8 with its mark, which stays in the text.
 */

export type Encoding = 'UTF-8' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE';

/** A text with the encoding it was read in, or the reason why it cannot be read. */
export type Decoded =
  | { text: string; encoding: Encoding; odd?: string }
  | { text?: undefined; reason: string };

/**
 * Reads a text file: UTF-8, GB18030 (with GBK and GB2312), or UTF-16 with or without its mark. Bytes that read well
 * in none of them, or in two, are refused.
 *
 * @returns the characters, a leading mark among them, with `odd` for whatever a reader has to be told; or the reason
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const mark = bytes.subarray(0, 4).join(' ');
  if (mark.startsWith('255 254 0 0') || mark.startsWith('0 0 254 255'))
    return { reason: '是 UTF-32 编码，请另存为 UTF-8' };
  if (mark.startsWith('255 254')) return wide(bytes, 'UTF-16LE');
  if (mark.startsWith('254 255')) return wide(bytes, 'UTF-16BE');
  const whole = strict(bytes, 'utf-8');
  if (whole !== undefined && !bytes.includes(0)) return { text: whole, encoding: 'UTF-8' };
  const unmarked = unmarkedWide(bytes);
  if (unmarked) return unmarked;
  if (bytes.includes(0)) return { reason: '是二进制文件，不是文本' };
  return mostlyUtf8(bytes) ?? chinese(bytes);
}

function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const named = (encoding: Encoding): string => `文件是 ${encoding} 编码，按此读取`;

function wide(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding, odd: named(encoding) };
}

/** Characters of a Chinese text: Han of the basic block, their punctuation, ASCII without most controls. */
const usual = /[\t\n\r\f -~\u2010-\u2026\u3000-\u301f\u4e00-\u9fff\uff01-\uff5e〇]/g;
const share = (text: string): number => (text.match(usual)?.length ?? 0) / Math.max(text.length, 1);

/** UTF-16 without a mark: one order of the bytes gives a Chinese text and the other does not. */
function unmarkedWide(bytes: Uint8Array): Decoded | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const readings = (['UTF-16LE', 'UTF-16BE'] as const).filter((encoding) => {
    const text = strict(bytes, encoding);
    return text !== undefined && !text.includes('\0') && share(text) > 0.95;
  });
  const chineseToo = !bytes.includes(0) && commonShare(strict(bytes, 'gb18030')) > 0.8;
  if (readings.length !== 1 || chineseToo) return undefined;
  return wide(bytes, readings[0]!);
}

/** A UTF-8 file with a few broken bytes: each is U+FFFD in the text and is counted. */
function mostlyUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  if (good < broken * 20) return undefined;
  const line = text.slice(0, text.indexOf('\ufffd')).split(/\r\n|[\n\r]/).length;
  return {
    text,
    encoding: 'UTF-8',
    odd: `文件是 UTF-8 编码，但有${broken}处字节无法解码，首处在第${line}行`,
  };
}

function chinese(bytes: Uint8Array): Decoded {
  const text = strict(bytes, 'gb18030');
  if (text === undefined || commonShare(text) < 0.8)
    return { reason: '编码无法确定：不是 UTF-8、UTF-16，按 GB18030 也读不通，请另存为 UTF-8' };
  const rare = [...new Set(text.match(/[\ue000-\uf8ff\ufe10-\ufe19]/g))].map(
    (c) => `U+${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const odd = `${named('GB18030')}${rare.length > 0 ? `；有自造或竖排字符 ${rare.join('、')}` : ''}`;
  return { text, encoding: 'GB18030', odd };
}

/**
 * Share of the characters beyond ASCII that GB 2312 holds in its first rows of Han and of signs, which make up nearly
 * all of a text in simplified characters; another encoding read as GB18030 scatters over all rows.
 */
function commonShare(text: string | undefined): number {
  const beyond = text?.match(/[^\0-\x7f]/gu) ?? [];
  if (beyond.length === 0) return 0;
  return beyond.filter((c) => gb2312().has(c)).length / beyond.length;
}

let gb2312Characters: Set<string> | undefined;

/** The characters of GB 2312: rows A1–F7, columns A1–FE. */
function gb2312(): Set<string> {
  if (gb2312Characters) return gb2312Characters;
  const cells: number[] = [];
  for (let row = 0xa1; row <= 0xf7; row++) {
    if (row >= 0xaa && row <= 0xaf) continue;
    for (let column = 0xa1; column <= 0xfe; column++) cells.push(row, column);
  }
  const decoded = new TextDecoder('gb18030').decode(new Uint8Array(cells));
  gb2312Characters = new Set(decoded.match(/[^\0-\x7f\ue000-\uf8ff\ufffd]/gu));
  return gb2312Characters;
}
