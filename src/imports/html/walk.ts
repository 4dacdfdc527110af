/** The text of a web page as a browser shows it: blocks, line breaks, tables, lists. */
import { isHan } from '../../domain/text/index.ts';
import { formatNumber } from '../numbers.ts';
import { joined, type Recorder } from '../record.ts';
import { type ImportedLine, paragraph } from '../types.ts';
import { innerTables, tableGrid } from './grid.ts';
import { childrenOf, type Element, isCode, isHidden, type Nodes, property, wordsOf } from './tree.ts';

const blocks = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Goes through a part of a page. */
export class Walker {
  readonly #record: Recorder;
  readonly lines: ImportedLine[] = [];
  readonly notes: ImportedLine[] = [];
  #text = '';
  /** The number of an item, before its first words. */
  #number = '';
  /** A line break inside a title set in the middle is no end of a line. */
  #centred = 0;
  /** Inside of `pre` the line breaks of the source are those that are seen. */
  #pre = 0;
  #told = false;
  #blocks = 0;

  constructor(record: Recorder) {
    this.#record = record;
  }

  walk(node: Nodes): void {
    if (isCode(node)) return;
    if (node.type === 'text' && this.#pre > 0) this.#lines(node.value);
    else if (node.type === 'text')
      this.#text += node.value.replace(/[ \t\r\n\f]+/g, (gap) => (/[\r\n]/.test(gap) ? '\n' : ' '));
    else if (isHidden(node)) this.#record.leave('hidden', wordsOf(node), this.#place());
    else if (node.type === 'element') this.#element(node);
    else for (const child of childrenOf(node)) this.walk(child);
  }

  end(): void {
    this.#break();
  }

  #lines(text: string): void {
    for (const [i, line] of text.split(/\r\n|[\r\n]/).entries()) {
      if (i > 0) this.#break();
      this.#text += line;
    }
  }

  #place(): string {
    return `第${this.#blocks + 1}段`;
  }

  #element(element: Element): void {
    const { tagName } = element;
    if (tagName === 'br') {
      if (this.#centred > 0) this.#text += ' ';
      else this.#break();
      return;
    }
    if (tagName === 'img')
      this.#record.doubt(
        'picture',
        `${this.#place()}有图片${property(element, 'alt') ? `“${property(element, 'alt')}”` : ''}，图中的文字没有读`,
        'warning',
        { place: this.#place() },
      );
    if (tagName === 'a') this.#link(element);
    if (isStruck(element) && wordsOf(element).trim() !== '')
      this.#record.doubt(
        'strike',
        `${this.#place()}有画线删去的文字（“${visible(wordsOf(element)).slice(0, 30)}”），按原样写入，请核对是否有效`,
        'warning',
        { place: this.#place() },
      );
    const [, digit] = tagName === 'sup' ? (/^\s*(\d)/.exec(wordsOf(element)) ?? []) : [];
    const before = digit === undefined ? undefined : /\d$/.exec(this.#text)?.[0];
    if (before !== undefined) this.#record.raised(`${before}${digit}`, this.#place());
    if (this.#isMargin(element) || this.#isNote(element)) return;
    if (!blocks.has(tagName)) {
      for (const child of childrenOf(element)) this.walk(child);
      return;
    }
    this.#break();
    const centred =
      /^h[1-6]$/.test(tagName) ||
      tagName === 'center' ||
      property(element, 'align') === 'center' ||
      /text-align\s*:\s*center/i.test(property(element, 'style'));
    if (centred) this.#centred++;
    if (tagName === 'pre') this.#pre++;
    if (tagName === 'table') this.#table(element);
    else if (tagName === 'ol') this.#list(element);
    else for (const child of childrenOf(element)) this.walk(child);
    this.#break();
    if (tagName === 'pre') this.#pre--;
    if (centred) this.#centred--;
  }

  #break(): void {
    const text = visible(this.#text);
    this.#text = '';
    if (text === '') return;
    this.#numbered();
    this.lines.push(paragraph(this.#number + text, this.#place()));
    this.#number = '';
    this.#blocks++;
  }

  #link(element: Element): void {
    const address = property(element, 'href');
    if (!/\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|jpe?g|png|tiff?)(?:[?#]|$)/i.test(address)) return;
    this.#record.doubt('attachment', `附件“${visible(wordsOf(element))}”在 ${address}，没有读取`, 'warning', {
      place: this.#place(),
    });
  }

  /** LibreOffice writes header and footer of a document into the page. */
  #isMargin(element: Element): boolean {
    const title = property(element, 'title');
    if (element.tagName !== 'div' || (title !== 'header' && title !== 'footer')) return false;
    this.#record.leave('running-head', wordsOf(element), title === 'header' ? '页眉' : '页脚');
    return true;
  }

  /** A footnote of a document saved by LibreOffice: its mark is taken for its number. */
  #isNote(element: Element): boolean {
    const number = /^sdfootnote(\d+)$/.exec(property(element, 'id'))?.[1];
    if (element.tagName === 'a' && /^sdfootnoteanc$/.test(property(element, 'className'))) {
      this.#record.leave('duplicate', wordsOf(element), `${this.#place()}的脚注号`);
      return true;
    }
    if (element.tagName !== 'div' || number === undefined) return false;
    this.#break();
    const inner = new Walker(this.#record);
    for (const child of childrenOf(element)) inner.walk(child);
    inner.end();
    const text = inner.lines.flatMap(({ cells }) => cells).join('');
    const mark = text.startsWith(number) ? number : '';
    this.#record.change('note-mark', mark, `[脚注${number}]`, this.#place());
    this.notes.push(paragraph(`[脚注${number}] ${text.slice(mark.length)}`, '脚注'));
    return true;
  }

  /** Records the number of an item that is about to be written. */
  #numbered(): void {
    if (this.#number === '') return;
    this.#record.change('numbered', '', this.#number.trim(), this.#place());
    if (!this.#told)
      this.#record.doubt(
        'list',
        `${this.#place()}起有列表，编号按网页的写法写入，请对照网页核对`,
        'warning',
        { place: this.#place() },
      );
    this.#told = true;
  }

  /** The numbers that a browser puts before the items of a list. */
  #list(list: Element): void {
    const style = listStyle(list);
    let number = Number(property(list, 'start') || 1) || 1;
    for (const child of childrenOf(list)) {
      if (child.type !== 'element' || child.tagName !== 'li') {
        this.walk(child);
        continue;
      }
      const value = Number(property(child, 'value'));
      if (Number.isInteger(value) && value > 0) number = value;
      this.#break();
      if (style) this.#number = (formatNumber(number, style.format) ?? String(number)) + style.after;
      number++;
      for (const inside of childrenOf(child)) this.walk(inside);
      this.#break();
      this.#number = '';
    }
  }

  #table(table: Element): void {
    const grid = tableGrid(table);
    // A table of one column, or with most of its words in another, is there for the layout.
    const inner = innerTables(table);
    const within = inner.map(wordsOf).join('').length;
    const layout = Math.max(0, ...grid.map((row) => row.length)) <= 1 || within > wordsOf(table).length * 0.5;
    if (inner.length > 0 && !layout)
      this.#record.doubt(
        'nested-table',
        `${this.#place()}表格的格里还有表格，其中各格连写，请核对`,
        'warning',
        { place: this.#place() },
      );
    for (const child of childrenOf(table))
      if (child.type === 'element' && child.tagName === 'caption') this.walk(child);
    this.#break();
    if (layout) {
      for (const cell of grid.flat()) {
        for (const child of cell ? childrenOf(cell) : []) this.walk(child);
        this.#break();
      }
      return;
    }
    for (const row of grid) {
      const cells = Array.from(row, (cell) => (cell ? this.#cellText(cell) : ''));
      if (cells.every((cell) => cell === '')) continue;
      this.lines.push({ cells, row: true, pages: [], place: this.#place() });
      this.#blocks++;
    }
  }

  #cellText(cell: Element): string {
    const inner = new Walker(this.#record);
    inner.#blocks = this.#blocks;
    for (const child of childrenOf(cell)) inner.walk(child);
    inner.end();
    this.notes.push(...inner.notes);
    return joined(inner.lines.flatMap(({ cells }) => cells));
  }
}

const isStruck = (element: Element): boolean =>
  ['del', 's', 'strike'].includes(element.tagName) ||
  /text-decoration[^;]*line-through/i.test(property(element, 'style'));

/** `type` of HTML and `list-style-type` of CSS (Counter Styles Level 3, 6 and 7) → the same in Word, and what follows. */
const listStyles: Readonly<Record<string, readonly [format: string, after: string]>> = {
  1: ['decimal', '. '],
  a: ['lowerLetter', '. '],
  A: ['upperLetter', '. '],
  i: ['lowerRoman', '. '],
  I: ['upperRoman', '. '],
  decimal: ['decimal', '. '],
  'decimal-leading-zero': ['decimalZero', '. '],
  'lower-alpha': ['lowerLetter', '. '],
  'lower-latin': ['lowerLetter', '. '],
  'upper-alpha': ['upperLetter', '. '],
  'upper-latin': ['upperLetter', '. '],
  'lower-roman': ['lowerRoman', '. '],
  'upper-roman': ['upperRoman', '. '],
  'cjk-decimal': ['ideographDigital', '、'],
  'cjk-ideographic': ['chineseCounting', '、'],
  'trad-chinese-informal': ['chineseCounting', '、'],
  'simp-chinese-informal': ['chineseCounting', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '、'],
  'cjk-earthly-branch': ['ideographZodiac', '、'],
};

/** How the items of a list are numbered; undefined where they are not. */
function listStyle(list: Element): { format: string; after: string } | undefined {
  const css = /list-style(?:-type)?\s*:\s*([a-z- ]+)/i.exec(property(list, 'style'))?.[1]?.toLowerCase();
  const names = css?.split(/\s+/) ?? [property(list, 'type') || 'decimal'];
  if (names.includes('none')) return undefined;
  const found = names.map((name) => listStyles[name]).find((each) => each !== undefined);
  const [format, after] = found ?? listStyles['decimal']!;
  return { format, after };
}

/** Line breaks of the source vanish beside Chinese characters and are spaces elsewhere. */
function visible(text: string): string {
  return text
    .replace(/ *\n[ \n]*/g, (found, at: number) => {
      const before = text[at - 1];
      const after = text[at + found.length];
      return isHan(before) || isHan(after) || /[，。；：、）》”]/.test(before ?? '') ? '' : ' ';
    })
    .replace(/ {2,}/g, ' ')
    .replace(/^[\s\u00a0\u2002\u2003\u3000]+|[\s\u00a0\u2002\u2003\u3000]+$/g, '');
}
