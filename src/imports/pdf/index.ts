/**
 * PDF with a text layer → lines. pdf.js finds the characters; reading order, columns, tables, running heads and
 * paragraphs are found in `page/`. A page without a usable text layer is named and never guessed at.
 */
import { fileURLToPath } from 'node:url';
import {
  AnnotationMode,
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { plainCharacters } from '../characters.ts';
import { limits } from '../limits.ts';
import {
  noText,
  type Rule,
  type Run,
  readSheets,
  type Sheet,
  tellUnread,
  usableSheet,
} from '../page/index.ts';
import type { Matrix } from '../page/matrix.ts';
import { Recorder } from '../record.ts';
import { type Doubt, type Imported, type ImportOptions, type Recogniser, Refusal } from '../types.ts';
import { type Font, readContent } from './content.ts';
import { drawPage } from './picture.ts';
import { type LeftOut, quietly } from './quiet.ts';

const library = (folder: string): string =>
  fileURLToPath(new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json')));

/**
 * Reads a PDF. Its bytes are taken over, since a copy of a large file would take as much memory again: they are empty
 * afterwards.
 * @throws Refusal for a file that is broken, has a password, or has no usable text at all
 */
export function readPdf(bytes: Uint8Array, options: ImportOptions): Promise<Imported> {
  const most = options.recogniser ? pictureSize : iconSize;
  return quietly((left) => opened(bytes, most, (document) => readPages(document, left, options)));
}

/** Pixels of the largest picture that is decoded while text is read: what is larger is counted only. */
const iconSize = 200 * 200;
/** Pixels of the largest picture that is drawn. */
const pictureSize = 64 * 1024 * 1024;

const ocr = '：装有 Tesseract 时可以加 --ocr 识别，并逐页核对';

/** Opens a file for as long as it is used. */
async function opened<T>(
  bytes: Uint8Array,
  maxImageSize: number,
  use: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const document = await open(bytes, maxImageSize);
  try {
    return await use(document);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array, maxImageSize: number): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    cMapUrl: library('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: library('standard_fonts'),
    wasmUrl: library('wasm'),
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize,
    verbosity: VerbosityLevel.WARNINGS,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    if ((error as Error).name === 'PasswordException')
      throw new Refusal('PDF 有密码，不能读取：请先取消密码');
    throw new Refusal('PDF 已损坏，无法读取');
  }
}

/**
 * One page as a picture.
 * @returns PNG; undefined where there is no such page, or nothing to draw with
 */
export function pagePicture(
  bytes: Uint8Array,
  number: number,
  dots: number,
): Promise<Uint8Array | undefined> {
  return quietly(() =>
    opened(bytes, pictureSize, async (document) => {
      if (!Number.isInteger(number) || number < 1 || number > document.numPages) return undefined;
      return drawPage(await document.getPage(number), dots);
    }),
  );
}

async function readPages(
  document: PDFDocumentProxy,
  left: LeftOut,
  { progress, recogniser }: ImportOptions,
): Promise<Imported> {
  const count = document.numPages;
  if (count > limits.pages) throw new Refusal(`PDF 有${count}页，超过${limits.pages}页，请分开导入`);
  const record = new Recorder();
  const labels = await document.getPageLabels().catch(() => null);
  const sheets: Sheet[] = [];
  const machine = new Map<number, { confidence?: number }>();
  let layer = '';
  for (let number = 1; number <= count; number++) {
    const label = labels?.[number - 1];
    const empty: Sheet = {
      number,
      width: 595,
      height: 842,
      runs: [],
      rules: [],
      pictures: 0,
      outlines: 0,
      ...(label ? { label } : {}),
    };
    try {
      const page = await document.getPage(number);
      const sheet = { ...empty, ...(await readPage(page, number, left, record)) };
      const own = usableSheet(sheet, record);
      const seen =
        own.runs.length === 0 && recogniser ? await recognised(page, own, recogniser, record) : undefined;
      if (seen) machine.set(number, { confidence: seen.confidence });
      else if (sheet.hidden) machine.set(number, {});
      else if (own === sheet) tellUnread(own, record);
      const { runs } = seen ?? own;
      layer += runs.map(({ text }) => text).join('');
      sheets.push(plainSheet({ ...own, runs }, record));
      page.cleanup();
    } catch {
      record.doubt('page', `第${number}页已损坏，没有读`, 'error', { page: number });
      sheets.push(empty);
    }
    progress?.(number, count);
  }
  if (sheets.every(({ runs }) => runs.length === 0)) throw new Refusal(noText(sheets, record, 'PDF', ocr));
  const { lines, pages } = readSheets(sheets, record);
  return {
    format: 'pdf',
    reader: `pdfjs-dist ${version}${machine.size > 0 && recogniser ? `，${recogniser.name}` : ''}`,
    pages: pages.map((page) => ({
      ...page,
      ...(machine.has(page.number) ? { machine: machine.get(page.number)! } : {}),
    })),
    lines,
    furniture: record.furniture,
    changes: record.changes,
    doubts: record.doubts,
    evidence: await evidenceOf(document),
    layer,
  };
}

async function readPage(
  page: PDFPageProxy,
  number: number,
  left: LeftOut,
  record: Recorder,
): Promise<Omit<Sheet, 'number'> & { hidden: boolean; outlines: number }> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  left.pictures = 0;
  const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const content = readContent(list, transform as unknown as Matrix, await fontsOf(page, list));
  const { runs, rules, outlines, hidden, turned } = content;
  const pictures = content.pictures + left.pictures;
  const tell = (rule: string, reason: string, severity: Doubt['severity'] = 'warning'): void =>
    record.doubt(rule, `第${number}页${reason}`, severity, { page: number });
  if (turned > 0) tell('turned', `有${turned}个转了方向的字，次序请核对`);
  const outside = runs.filter(({ x, y }) => x < 0 || x > width || y < 0 || y > height).length;
  if (outside > 0) tell('outside', `有${outside}个字在页面之外，按原样写入`);
  if (hidden > runs.length / 2) tell('machine-read', '的文字是机器识别的，未经校对', 'error');
  else if (hidden > 0) tell('hidden', `有${hidden}个不显示的字，按原样写入，请核对`);
  const struck = struckWords(runs, rules);
  if (struck !== '')
    tell(
      'strike',
      `有画线删去的文字（“${struck.slice(0, 30)}”等），按原样写入：可能是修订痕迹，请核对`,
      'error',
    );
  const machine = runs.length > 0 && hidden > runs.length / 2;
  return { width, height, runs, rules, pictures, outlines, hidden: machine };
}

/** Dots for a point of the page, in pictures that a program reads: 300 to the inch. */
const dots = 300 / 72;
/** Below this a word is listed by itself. */
const unsure = 60;

/** A page whose words a program reads from its picture; nothing of them passes for printed text until a person signs it. */
async function recognised(
  page: PDFPageProxy,
  sheet: Sheet,
  { name, read }: Recogniser,
  record: Recorder,
): Promise<{ runs: Run[]; confidence: number } | undefined> {
  const png = await drawPage(page, dots);
  const words = png ? await read(png, dots) : [];
  if (words.length === 0) return undefined;
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
  const low = words.filter(({ confidence }) => confidence < unsure).map(({ text }) => `“${text}”`);
  const told = low.length > 0 ? `；没有把握的${low.length}处：${low.slice(0, 20).join('')}` : '';
  record.doubt(
    'machine-read',
    `第${sheet.number}页由机器识别（${name}，平均置信度${Math.round(mean)}），未经校对${told}`,
    'error',
    { page: sheet.number },
  );
  return { runs: words.map(({ confidence: _, ...run }) => run), confidence: Math.round(mean) };
}

/** The fonts that a page uses; they arrive beside its operators. */
async function fontsOf(
  page: PDFPageProxy,
  list: { fnArray: number[]; argsArray: unknown[] },
): Promise<Map<string, Font>> {
  const names = new Set(
    list.fnArray.flatMap((operator, i) =>
      operator === OPS.setFont ? [(list.argsArray[i] as [string])[0]] : [],
    ),
  );
  const fonts = Array.from(names, async (name): Promise<[string, Font]> => {
    const font = await new Promise<Font>((resolve) => page.commonObjs.get(name, resolve));
    return [name, font];
  });
  return new Map(await Promise.all(fonts));
}

/** A line through the middle of characters may mean that they were deleted. */
function struckWords(runs: Run[], rules: Rule[]): string {
  const level = rules.filter((rule) => Math.abs(rule.y1 - rule.y2) < 1);
  if (level.length === 0) return '';
  const struck = runs.filter((run) =>
    level.some((rule) => {
      const [left, right] = [Math.min(rule.x1, rule.x2), Math.max(rule.x1, rule.x2)];
      const raised = run.y - rule.y1;
      return (
        left < run.x + run.width * 0.3 &&
        right > run.x + run.width * 0.7 &&
        raised > run.size * 0.2 &&
        raised < run.size * 0.5
      );
    }),
  );
  return struck.map(({ text }) => text).join('');
}

function plainSheet(sheet: Sheet, record: Recorder): Sheet {
  return {
    ...sheet,
    runs: sheet.runs.map((run) => ({
      ...run,
      text: plainCharacters(run.text, `第${sheet.number}页`, record),
    })),
  };
}

async function evidenceOf(document: PDFDocumentProxy): Promise<Record<string, string>> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  return Object.fromEntries(
    ['Title', 'Subject', 'Author', 'Creator', 'Producer', 'CreationDate'].flatMap((name) => {
      const value = (info as Record<string, unknown>)[name];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    }),
  );
}
