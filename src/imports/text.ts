/** Text in any of the encodings that gazettes come in → lines; nothing else is looked at. */
import { decodeText, lineBreak } from '../domain/text/index.ts';
import { Recorder } from './record.ts';
import { type Imported, paragraph, Refusal } from './types.ts';

/** @throws Refusal for bytes that are no text, or one whose encoding cannot be told */
export function readPlainText(bytes: Uint8Array): Imported {
  const decoded = decodeText(bytes);
  if (decoded.text === undefined) throw new Refusal(decoded.reason);
  const record = new Recorder();
  if (decoded.odd) record.doubt('encoding', decoded.odd, decoded.encoding === 'UTF-8' ? 'error' : 'info');
  const layer = decoded.text.replace(/^\ufeff/, '');
  if (layer.trim() === '') throw new Refusal('文件没有内容');
  const lines = layer
    .replace(/[\r\n]+$/, '')
    .split(lineBreak)
    .map((text, i) => paragraph(text, `第${i + 1}行`));
  return {
    format: 'text',
    reader: `TextDecoder ${decoded.encoding}`,
    pages: [],
    lines,
    furniture: [],
    changes: [],
    doubts: record.doubts,
    evidence: {},
    layer,
  };
}
