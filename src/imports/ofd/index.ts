/**
 * OFD (GB/T 33190) → lines. Every character has its place on the page, so what follows is the same as for PDF.
 * Files write their paths, namespaces and spacing in several ways; all that were seen are read.
 */
import { isWide } from '../../domain/text/index.ts';
import { plainCharacters } from '../characters.ts';
import { limits } from '../limits.ts';
import { noText, type Run, readSheets, type Sheet, tellUnread, usableSheet } from '../page/index.ts';
import { apply, type Matrix, multiply } from '../page/matrix.ts';
import { filledRules, strokedRules } from '../page/paths.ts';
import { Recorder } from '../record.ts';
import { type Imported, type ImportOptions, Refusal } from '../types.ts';
import { descendants, type Element, elements, first, readXml, textOf } from '../xml.ts';
import { openPackage, type Package } from '../zip.ts';
import { pagePicture } from './picture.ts';

/** Points in a millimetre. */
const unit = 72 / 25.4;

/** @throws Refusal for a file that is broken, has a password, or has no text */
export function readOfd(bytes: Uint8Array, { progress }: ImportOptions): Imported {
  const pack = openPackage(bytes);
  const root = readPart(pack, 'OFD.xml');
  const record = new Recorder();
  const bodies = elements(root, 'DocBody');
  const evidence: Record<string, string> = {};
  for (const field of elements(first(bodies[0], 'DocInfo')))
    if (textOf(field).trim() !== '') evidence[field.name] = textOf(field).trim();
  const wanted = wantedPages(pack, bodies);
  if (wanted.length > limits.pages)
    throw new Refusal(`OFD 有${wanted.length}页，超过${limits.pages}页，请分开导入`);
  const sheets: Sheet[] = [];
  let layer = '';
  for (const [index, page] of wanted.entries()) {
    const sheet = readPage(pack, page, index + 1, record);
    layer += sheet.layer;
    sheets.push(sheet.sheet);
    progress?.(index + 1, wanted.length);
  }
  if (bodies.some((body) => first(body, 'Signatures')))
    record.doubt('signed', '文件有电子签章，没有验证', 'info');
  if (pack.names.some((name) => /annot/i.test(name)))
    record.doubt('annotations', '文件有批注或印章，其中的文字没有读', 'info');
  if (sheets.every(({ runs }) => runs.length === 0))
    throw new Refusal(noText(sheets, record, 'OFD', '：请另存为 PDF 再导入'));
  const { lines, pages } = readSheets(sheets, record);
  return {
    format: 'ofd',
    reader: 'gongbao ofd (fflate 0.8.3, saxes 6.0.0)',
    pages,
    lines,
    furniture: record.furniture,
    changes: record.changes,
    doubts: record.doubts,
    evidence,
    layer,
  };
}

const wantedPages = (pack: Package, bodies: readonly Element[]): WantedPage[] =>
  bodies.flatMap((body) => pagesOf(pack, textOf(first(body, 'DocRoot')).trim()));

/**
 * One page as it is set, for an editor to look at: every character where it stands, in a font of the machine.
 * @returns SVG; undefined where there is no such page
 * @throws Refusal for a file that is broken
 */
export function ofdPicture(bytes: Uint8Array, number: number): string | undefined {
  const pack = openPackage(bytes);
  const wanted = wantedPages(pack, elements(readPart(pack, 'OFD.xml'), 'DocBody'))[number - 1];
  if (!wanted) return undefined;
  const { sheet, page, templates } = pageOf(pack, wanted, number);
  const drawn = [...templates, page].map((part) => draw(part, sheet, new Recorder()));
  return pagePicture({
    ...sheet,
    runs: drawn.flatMap(({ runs }) => runs),
    rules: drawn.flatMap(({ rules }) => rules),
    pictures: drawn.reduce((sum, { pictures }) => sum + pictures, 0),
  });
}

interface WantedPage {
  path: string;
  box: number[];
  /** Paths of template pages by id. */
  templates: Map<string, string>;
  document: string;
}

function readPart(pack: Package, path: string): Element {
  const bytes = pack.read(path);
  if (!bytes) throw new Refusal(`OFD 已损坏：缺少 ${path}`);
  return readXml(bytes, path);
}

/** A path as a file names it, seen from its own folder, its document's folder, or the root. */
function locate(pack: Package, name: string, ...folders: string[]): string | undefined {
  const candidates = name.startsWith('/') ? [name] : [...folders.map((folder) => `${folder}/${name}`), name];
  return candidates.find((each) => pack.has(each));
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function pagesOf(pack: Package, root: string): WantedPage[] {
  const path = locate(pack, root, '') ?? 'Doc_0/Document.xml';
  const document = readPart(pack, path);
  const folder = folderOf(path);
  const common = first(document, 'CommonData');
  const box = numbers(textOf(first(common, 'PageArea', 'PhysicalBox')));
  const templates = new Map(
    elements(common, 'TemplatePage').flatMap(({ attributes }) => {
      const found = locate(pack, attributes['BaseLoc'] ?? '', folder);
      return found ? [[attributes['ID'] ?? '', found] as const] : [];
    }),
  );
  return elements(first(document, 'Pages'), 'Page').map(({ attributes }) => {
    const found = locate(pack, attributes['BaseLoc'] ?? '', folder);
    if (!found) throw new Refusal(`OFD 已损坏：缺少 ${attributes['BaseLoc'] ?? '一页'}`);
    return { path: found, box, templates, document: folder };
  });
}

const numbers = (text: string | undefined): number[] =>
  (text ?? '').trim().split(/\s+/).map(Number).filter(Number.isFinite);

/** A page with its size and its templates, before anything is drawn. */
function pageOf(
  pack: Package,
  wanted: WantedPage,
  number: number,
): { sheet: Sheet; page: Element; templates: Element[] } {
  const page = readPart(pack, wanted.path);
  const box = numbers(textOf(first(page, 'Area', 'PhysicalBox')));
  const [, , width = 210, height = 297] = box.length === 4 ? box : wanted.box;
  const templates = elements(page, 'Template').flatMap(({ attributes }) => {
    const path = wanted.templates.get(attributes['TemplateID'] ?? '');
    return path ? [readPart(pack, path)] : [];
  });
  const sheet = {
    number,
    width: width * unit,
    height: height * unit,
    runs: [],
    rules: [],
    pictures: 0,
    outlines: 0,
  };
  return { sheet, page, templates };
}

function readPage(
  pack: Package,
  wanted: WantedPage,
  number: number,
  record: Recorder,
): { sheet: Sheet; layer: string } {
  const { sheet, page, templates } = pageOf(pack, wanted, number);
  const place = `第${number}页`;
  let layer = '';
  for (const template of templates) {
    const drawn = draw(template, sheet, record);
    layer += drawn.layer;
    const [head, foot] = [sheet.height * 0.15, sheet.height * 0.85];
    const margin = drawn.runs.filter(({ y }) => y < head || y > foot);
    record.leave('running-head', margin.map(({ text }) => text).join(''), `${place}模板`, number);
    sheet.runs.push(...drawn.runs.filter((run) => !margin.includes(run)));
    sheet.rules.push(...drawn.rules.filter(({ y1 }) => y1 > head && y1 < foot));
  }
  const drawn = draw(page, sheet, record);
  sheet.runs.push(...drawn.runs);
  sheet.rules.push(...drawn.rules);
  sheet.pictures = drawn.pictures;
  sheet.outlines = drawn.outlines;
  layer += drawn.layer;
  const own = usableSheet(sheet, record);
  if (own === sheet) tellUnread(own, record);
  const runs = own.runs.map((run) => ({ ...run, text: plainCharacters(run.text, place, record) }));
  return { sheet: { ...own, runs }, layer: own === sheet ? layer : '' };
}

interface Drawn extends Pick<Sheet, 'runs' | 'rules' | 'pictures' | 'outlines'> {
  /** All characters, shown or not. */
  layer: string;
}

/** Everything that a page draws, in points. */
function draw(page: Element, { number }: Sheet, record: Recorder): Drawn {
  const layer = descendants(page, 'TextCode').map(textOf).join('');
  const pictures = descendants(page, 'ImageObject').length;
  const out: Drawn = { runs: [], rules: [], pictures, outlines: 0, layer };
  for (const object of descendants(page, 'TextObject')) {
    if (object.attributes['Visible'] === 'false') {
      record.leave('hidden', descendants(object, 'TextCode').map(textOf).join(''), `第${number}页`, number);
      continue;
    }
    const drawn = characters(object);
    // Glyphs without their characters (CGTransform) are outlines to a reader.
    if (drawn.length === 0) out.outlines++;
    out.runs.push(...drawn);
    if (out.runs.length > limits.pageCharacters) throw new Refusal(`OFD 第${number}页文字过多，不读取`);
  }
  for (const object of descendants(page, 'PathObject')) {
    if (out.rules.length > limits.pageRules) break;
    const matrix = placing(object);
    const data = textOf(first(object, 'AbbreviatedData'));
    if (object.attributes['Fill'] === 'true' && /[QBA]/.test(data)) out.outlines++;
    for (const points of outline(data)) {
      const placed = points.map(([x, y]) => apply(matrix, x, y));
      if (object.attributes['Stroke'] !== 'false') out.rules.push(...strokedRules(placed));
      if (object.attributes['Fill'] === 'true') out.rules.push(...filledRules(placed));
    }
  }
  if (descendants(page, 'CompositeObject').length > 0)
    record.doubt('composite', `第${number}页有复合图元，其中的文字没有读`, 'warning', { page: number });
  return out;
}

/** From an object's own millimetres to points of the page. */
function placing({ attributes }: Element): Matrix {
  const [x = 0, y = 0] = numbers(attributes['Boundary']);
  const own = numbers(attributes['CTM']);
  const boundary: Matrix = [unit, 0, 0, unit, x * unit, y * unit];
  return own.length === 6 ? multiply(boundary, own as unknown as Matrix) : boundary;
}

function characters(object: Element): Run[] {
  const matrix = placing(object);
  const size = Number(object.attributes['Size']) || 3;
  const stretch = Number(object.attributes['HScale']) || 1;
  const height = size * Math.hypot(matrix[2], matrix[3]);
  const across = Math.hypot(matrix[0], matrix[1]);
  const runs: Run[] = [];
  let [startX, startY] = [0, 0];
  for (const code of elements(object, 'TextCode')) {
    startX = attribute(code, 'X') ?? startX;
    startY = attribute(code, 'Y') ?? startY;
    const signs = Array.from(textOf(code));
    const [right, down] = [
      deltas(code.attributes['DeltaX'], signs.length),
      deltas(code.attributes['DeltaY'], signs.length),
    ];
    let [x, y] = [startX, startY];
    for (const [i, sign] of signs.entries()) {
      const usual = size * stretch * (isWide(sign) || sign.length > 1 ? 1 : 0.5);
      const step = right?.[i] ?? (down ? 0 : usual);
      const width = i + 1 < signs.length && step > 0 && step <= size * stretch * 1.1 ? step : usual;
      if (sign.trim() !== '') {
        const [px, py] = apply(matrix, x, y);
        runs.push({ text: sign, x: px, y: py, width: width * across, size: height });
      }
      x += step;
      y += down?.[i] ?? 0;
    }
  }
  return runs;
}

function attribute(element: Element, name: string): number | undefined {
  const value = Number(element.attributes[name]);
  return element.attributes[name] !== undefined && Number.isFinite(value) ? value : undefined;
}

/** `g 3 5 4` → 5 5 5 4; a list that is too short goes on with its last value. */
function deltas(text: string | undefined, count: number): number[] | undefined {
  const words = text?.trim().split(/\s+/) ?? [];
  const out: number[] = [];
  for (let i = 0; i < words.length && out.length < count; i++) {
    if (words[i] === 'g') {
      const times = Math.min(Number(words[i + 1]) || 0, count);
      for (let k = 0; k < times; k++) out.push(Number(words[i + 2]) || 0);
      i += 2;
    } else out.push(Number(words[i]) || 0);
  }
  if (out.length === 0) return undefined;
  while (out.length < count) out.push(out.at(-1)!);
  return out;
}

/** `M 0 0 L 156 0 C` → the points of each piece; of a curve only its end. */
function outline(data: string): [number, number][][] {
  const counts: Record<string, number> = { M: 2, S: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };
  const pieces: [number, number][][] = [];
  const words = data.trim().split(/\s+/);
  for (let i = 0; i < words.length; ) {
    const operator = words[i++]!;
    const count = counts[operator];
    if (count === undefined) continue;
    const [x, y] = [Number(words[i + count - 2]), Number(words[i + count - 1])];
    if (operator === 'M' || operator === 'S') pieces.push([]);
    if (operator === 'C') pieces.at(-1)?.push(pieces.at(-1)![0]!);
    else if (Number.isFinite(x) && Number.isFinite(y)) pieces.at(-1)?.push([x, y]);
    i += count;
  }
  return pieces.map((points) => points.filter((point) => point !== undefined));
}
