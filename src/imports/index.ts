/**
 * The door: bytes of a file → lines with their pages, and a record of all that was left out, changed or not understood.
 *
 * One reader a format, chosen by content; those that stand on large libraries are loaded when they are needed. No reader asks the network or the disk for anything.
 */
import { balance } from './balance.ts';
import { tellUnknown } from './characters.ts';
import { readDocx } from './docx/index.ts';
import { containerOf, isLocked, packageFormat } from './format.ts';
import { limits } from './limits.ts';
import { readOfd } from './ofd/index.ts';
import { readPlainText } from './text.ts';
import { type Imported, type ImportOptions, Refusal } from './types.ts';
import { locked, openPackage } from './zip.ts';

export { containerOf, isLocked } from './format.ts';
export { type ComposedIssue, composeIssue, issueFile, type Original } from './issue.ts';
export { missingParts } from './next-steps.ts';
export {
  type Format,
  type Imported,
  type ImportOptions,
  type ReadWord,
  type Recogniser,
  Refusal,
  type Revisions,
} from './types.ts';

/**
 * Reads a file of any format.
 * @param bytes a PDF takes them over: they are empty afterwards
 * @throws Refusal, and nothing else, with the reason in one sentence
 */
export async function importFile(bytes: Uint8Array, options: ImportOptions = {}): Promise<Imported> {
  if (bytes.length === 0) throw new Refusal('文件没有内容');
  if (bytes.length > limits.file)
    throw new Refusal(`文件有${Math.ceil(bytes.length / 1024 / 1024)} MB，过大，不读取`);
  try {
    const imported = await read(bytes, options);
    const difference = balance(imported);
    if (difference) imported.doubts.push({ rule: 'conservation', reason: difference, severity: 'error' });
    tellUnknown(imported);
    if (imported.lines.length === 0) throw new Refusal('没有读出正文：所有文字都像书眉、页码或隐藏的文字');
    return imported;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof RangeError) throw new Refusal('文件嵌套过深或过大，无法读取');
    throw new Refusal('文件已损坏，无法读取');
  }
}

async function read(bytes: Uint8Array, options: ImportOptions): Promise<Imported> {
  switch (containerOf(bytes)) {
    case 'pdf':
      return (await import('./pdf/index.ts')).readPdf(bytes, options);
    case 'html':
      return (await import('./html/index.ts')).readHtml(bytes);
    case 'text':
      return readPlainText(bytes);
    case 'office':
      if (isLocked(bytes)) throw new Refusal(locked);
      throw new Refusal('是 DOC、WPS 或 RTF 文件：装有 LibreOffice 时可以读取，否则请另存为 DOCX');
    case 'xml':
      throw new Refusal('是 XML 文件，不是网页：请用它的程序另存为 DOCX、HTML 或文本');
    case 'zip': {
      const format = packageFormat(openPackage(bytes));
      if (format === 'docx') return readDocx(bytes, options);
      if (format === 'ofd') return readOfd(bytes, options);
      throw new Refusal('是压缩包，但不是 DOCX 或 OFD：请解开后逐个导入');
    }
  }
}
