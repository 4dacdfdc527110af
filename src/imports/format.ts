/** Which format a file is in, by its content: a name may say anything. */

import type { Format } from './types.ts';
import type { Package } from './zip.ts';

/** `office`: a format that only an office program reads (DOC, WPS, RTF). */
export type Container = 'pdf' | 'zip' | 'office' | 'html' | 'xml' | 'text';

const begins = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

export function containerOf(bytes: Uint8Array): Container {
  // PDF may stand behind a few other bytes (ISO 32000-1, annex H.3.4.1).
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (/^.{0,1000}%PDF-\d/s.test(head)) return 'pdf';
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0) || head.startsWith('{\\rtf')) return 'office';
  const start = head
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  if (/^<(?:!doctype\s+html|html|head|body|meta|div|p|table|title|!--)[\s>-]/i.test(start)) return 'html';
  if (/^<\?xml[^>]*\?>\s*<(?:!doctype\s+html|html)[\s>]/i.test(start)) return 'html';
  if (start.startsWith('<?xml')) return 'xml';
  return 'text';
}

/** True for a DOCX with a password: it lies in a container of the old formats ([MS-OFFCRYPTO] 2.3.4). */
export function isLocked(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes;
  return Buffer.from(buffer, byteOffset, length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

export function packageFormat(pack: Package): Format | undefined {
  const names = pack.names.map((name) => name.replaceAll('\\', '/').toLowerCase());
  if (names.includes('ofd.xml')) return 'ofd';
  if (names.includes('word/document.xml') || names.some((name) => /^word\/document\d*\.xml$/.test(name)))
    return 'docx';
  return undefined;
}
