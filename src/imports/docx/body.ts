/**
 * The running text of a Word document: paragraphs, tables, text boxes, tracked changes.
 *
 * Each story (body, a note, a header) is read by one reader; numbers count through the whole document.
 */
import { joined, type Recorder } from '../record.ts';
import { type ImportedLine, paragraph, type Revisions } from '../types.ts';
import { descendants, type Element, elements, first, textOf } from '../xml.ts';
import { type Numberer, numberProperties } from './numbering.ts';
import { isOn, type Styles } from './styles.ts';

export interface Setting {
  styles: Styles;
  numberer: Numberer;
  /** How tracked changes are read. */
  revisions: Revisions;
  record: Recorder;
  /** Notes in the order of their marks: kind and id. */
  notes: { kind: 'footnote' | 'endnote'; id: string; place: string }[];
}

/** A paragraph while it is read. */
interface Open {
  text: string;
  /** Text boxes that hang on the paragraph. */
  boxes: Element[];
  pictures: number;
  struck: boolean;
  place: string;
}

/** Elements that only wrap others. */
const wrappers = new Set([
  'sdt',
  'sdtContent',
  'hyperlink',
  'smartTag',
  'customXml',
  'fldSimple',
  'dir',
  'bdo',
  'body',
  'oMath',
  'oMathPara',
]);
const kept = { accept: new Set(['ins', 'moveTo']), reject: new Set(['del', 'moveFrom']) };
const dropped = { accept: kept.reject, reject: kept.accept };

/** Reads a story into lines. */
export class Story {
  readonly #setting: Setting;
  #paragraphs = 0;
  #tables = 0;
  /** Text of a paragraph whose end was deleted: it goes on in the next one. */
  #carried = '';

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  read(blocks: Element): ImportedLine[] {
    const lines = this.#blocks(blocks);
    if (this.#carried !== '') lines.push(paragraph(this.#carried, `第${this.#paragraphs}段`));
    this.#carried = '';
    return lines;
  }

  #blocks(parent: Element): ImportedLine[] {
    return elements(parent).flatMap((block) => {
      if (block.name === 'p') return this.#paragraph(block);
      if (block.name === 'tbl') return this.#table(block);
      if (block.name === 'AlternateContent') return this.#blocks(this.#alternative(block));
      if (this.#drops(block)) return [];
      return wrappers.has(block.name) || this.#keeps(block) ? this.#blocks(block) : [];
    });
  }

  #keeps({ name }: Element): boolean {
    return kept[this.#setting.revisions].has(name);
  }

  /** True for what the chosen reading leaves out; its words are listed. */
  #drops(element: Element): boolean {
    if (!dropped[this.#setting.revisions].has(element.name)) return false;
    this.#setting.record.leave('revision', wordsOf(element), `第${this.#paragraphs}段`);
    return true;
  }

  #paragraph(element: Element): ImportedLine[] {
    this.#paragraphs++;
    const { styles, numberer, record } = this.#setting;
    const properties = first(element, 'pPr');
    const style = first(properties, 'pStyle')?.attributes['val'];
    const place = `第${this.#paragraphs}段`;
    const open: Open = { text: '', boxes: [], pictures: 0, struck: false, place };
    for (const child of elements(element)) this.#inline(child, open);
    const mark = elements(first(properties, 'rPr')).find(({ name }) =>
      dropped[this.#setting.revisions].has(name),
    );
    const number = numberer.next(styles.numbers(numberProperties(properties), style), style);
    if (number === 'bullet') record.doubt('bullet', `${place}前有项目符号，没有写入`, 'info', { place });
    else if (number && (open.text.trim() !== '' || this.#carried === '')) {
      open.text = number.label + number.gap + open.text;
      record.change('numbered', '', number.label, place);
    }
    const text = this.#carried + open.text;
    this.#carried = mark ? text : '';
    const boxes = open.boxes.flatMap((box) => this.#blocks(box));
    if (mark) return boxes;
    const pieces = styles.centres(properties, style) ? [text.replace(/\s*\n\s*/g, ' ')] : text.split('\n');
    const lines = pieces.filter((piece) => piece.trim() !== '').map((piece) => paragraph(tabs(piece), place));
    if (open.pictures > 0) record.doubt('picture', `${place}有图片，图中的文字没有读`, 'warning', { place });
    if (open.struck)
      record.doubt('strike', `${place}有带删除线的文字，按原样写入，请核对是否有效`, 'warning', { place });
    return [...lines, ...boxes];
  }

  #inline(element: Element, open: Open): void {
    const { name } = element;
    if (name === 'r') this.#run(element, open);
    else if (name === 'AlternateContent')
      this.#inline({ ...this.#alternative(element), name: 'sdtContent' }, open);
    else if (name === 't') open.text += textOf(element);
    else if (this.#drops(element)) return;
    else if (wrappers.has(name) || this.#keeps(element) || isMath(element))
      for (const child of elements(element)) this.#inline(child, open);
  }

  #run(run: Element, open: Open): void {
    const { styles, record } = this.#setting;
    const properties = first(run, 'rPr');
    if (styles.hides(properties)) {
      record.leave('hidden', wordsOf(run), open.place);
      return;
    }
    const struck = first(properties, 'strike') ?? first(properties, 'dstrike');
    if (struck && isOn(struck.attributes['val'] ?? '1') && wordsOf(run).trim() !== '') open.struck = true;
    const before = /\d$/.exec(open.text)?.[0];
    const raised = first(properties, 'vertAlign')?.attributes['val'] === 'superscript';
    const [digit] = raised && before !== undefined ? (/^\d/.exec(wordsOf(run)) ?? []) : [];
    if (digit !== undefined) record.raised(`${before}${digit}`, open.place);
    for (const child of elements(run)) this.#piece(child, open);
  }

  #piece(piece: Element, open: Open): void {
    const { record, notes } = this.#setting;
    switch (piece.name) {
      case 't':
      case 'delText':
        open.text += textOf(piece).replace(/[\r\n]+/g, ' ');
        return;
      case 'tab':
      case 'ptab':
        open.text += '\t';
        return;
      case 'br':
      case 'cr':
        open.text += '\n';
        return;
      case 'noBreakHyphen':
        open.text += signOf(piece);
        return;
      case 'sym':
        open.text += signOf(piece);
        record.doubt(
          'symbol',
          `${open.place}有${piece.attributes['font'] ?? ''}字体的符号，字形无法确定`,
          'info',
          { place: open.place },
        );
        return;
      case 'ruby':
        record.leave('ruby', wordsOf(first(piece, 'rt')), open.place);
        for (const run of elements(first(piece, 'rubyBase'))) this.#inline(run, open);
        return;
      case 'footnoteReference':
      case 'endnoteReference': {
        const kind = piece.name === 'footnoteReference' ? 'footnote' : 'endnote';
        notes.push({ kind, id: piece.attributes['id'] ?? '', place: open.place });
        return;
      }
      case 'AlternateContent':
        for (const child of elements(this.#alternative(piece))) this.#piece(child, open);
        return;
      case 'drawing':
      case 'pict':
      case 'object': {
        open.boxes.push(...outermost(piece, 'txbxContent'));
        if (descendants(piece, 'blip', 'imagedata', 'OLEObject').length > 0) open.pictures++;
      }
    }
  }

  /** One of the two ways in which a newer and an older program find the same box; the other is listed. */
  #alternative(element: Element): Element {
    const ways = elements(element);
    const chosen = ways.find((way) => wordsOf(way).trim() !== '') ?? ways[0] ?? element;
    for (const way of ways)
      if (way !== chosen) this.#setting.record.leave('duplicate', wordsOf(way), `第${this.#paragraphs}段`);
    return chosen;
  }

  #table(table: Element): ImportedLine[] {
    this.#tables++;
    const number = this.#tables;
    const rows = through(table, 'tr').flatMap((row, index) => {
      const properties = first(row, 'trPr');
      if (elements(properties).some(({ name }) => dropped[this.#setting.revisions].has(name))) {
        this.#setting.record.leave('revision', wordsOf(row), `第${number}个表格第${index + 1}行`);
        return [];
      }
      return [{ cells: this.#cells(row, properties, number), place: `第${number}个表格第${index + 1}行` }];
    });
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    // A table of one column is a frame around paragraphs.
    if (width <= 1) return rows.flatMap(({ cells }) => cells.flat());
    const place = `第${number}个表格`;
    if (rows.some(({ cells }) => cells.flat().some((line) => line.row)))
      this.#setting.record.doubt('nested-table', `${place}的格里还有表格，其中各格连写，请核对`, 'warning', {
        place,
      });
    return rows
      .filter(({ cells }) => cells.flat().length > 0)
      .map(({ cells, place }) => ({
        cells: cells.map((lines) => joined(lines.flatMap((line) => line.cells))),
        row: true,
        pages: [],
        place,
      }));
  }

  #cells(row: Element, properties: Element | undefined, number: number): ImportedLine[][] {
    const empty = (count: string | undefined): ImportedLine[][] =>
      Array.from({ length: Math.min(Number(count) || 0, 63) }, () => []);
    const cells = through(row, 'tc').flatMap((cell) => {
      const about = first(cell, 'tcPr');
      const merged = first(about, 'vMerge');
      const lines = this.#blocks(cell);
      const span = (Number(first(about, 'gridSpan')?.attributes['val']) || 1) - 1;
      if (merged && merged.attributes['val'] !== 'restart' && lines.length > 0)
        this.#setting.record.doubt(
          'merged-cell',
          `第${number}个表格里被合并的格内有文字，按原样写入`,
          'warning',
          { place: `第${number}个表格` },
        );
      return [lines, ...empty(String(span))];
    });
    return [
      ...empty(first(properties, 'gridBefore')?.attributes['val']),
      ...cells,
      ...empty(first(properties, 'gridAfter')?.attributes['val']),
    ];
  }
}

/** A tab before the page number of a contents line stays; any other is a gap in a line of text. */
function tabs(text: string): string {
  return text
    .trim()
    .replace(/\t+/g, (gap, at: number, all: string) =>
      /^\s*[\divxlcⅠ-Ⅻ]+$/i.test(all.slice(at + gap.length)) ? '\t' : '　',
    );
}

const isMath = ({ name }: Element): boolean =>
  [
    'f',
    'num',
    'den',
    'sSup',
    'sSub',
    'sSubSup',
    'e',
    'sup',
    'sub',
    'd',
    'rad',
    'deg',
    'nary',
    'func',
    'fName',
    'limLow',
    'limUpp',
    'lim',
    'acc',
    'bar',
    'box',
    'groupChr',
    'm',
    'mr',
    'eqArr',
    'borderBox',
    'sPre',
    'phant',
  ].includes(name);

/** The character of an element that is no text: `w:noBreakHyphen`, `w:sym`. */
function signOf({ name, attributes }: Element): string {
  if (name === 'noBreakHyphen') return '-';
  const code = Number.parseInt(attributes['char'] ?? '', 16);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** All words of an element, whatever becomes of them. */
export function wordsOf(element: Element | undefined): string {
  const pieces = element ? descendants(element, 't', 'delText', 'noBreakHyphen', 'sym') : [];
  return pieces.map((piece) => (/t$/i.test(piece.name) ? textOf(piece) : signOf(piece))).join('');
}

/** Elements of a name, through what wraps them, but not inside one another. */
function through(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((child) =>
    child.name === name
      ? [child]
      : ['sdt', 'sdtContent', 'customXml', 'ins', 'del'].includes(child.name)
        ? through(child, name)
        : [],
  );
}

function outermost(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((child) => (child.name === name ? [child] : outermost(child, name)));
}
