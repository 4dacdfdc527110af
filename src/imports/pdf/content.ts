/**
 * A page's operators → its characters, each where it stands, and its straight lines. `getTextContent()` of pdf.js leaves
 * out what stands beyond the page's edge and puts in spaces of its own; here every character is one that the page draws.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { limits } from '../limits.ts';
import { apply, type Matrix, multiply } from '../page/matrix.ts';
import { filledRules, strokedRules } from '../page/paths.ts';
import type { Rule, Run } from '../page/types.ts';

/** What is needed of a font. */
export interface Font {
  fontMatrix?: Matrix;
  vertical?: boolean;
}

interface Glyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
  vmetric?: number[] | null;
}

export interface Content {
  runs: Run[];
  rules: Rule[];
  pictures: number;
  outlines: number;
  /** Characters that are not shown (render mode 3): what OCR lays over a scan. */
  hidden: number;
  /** Characters that do not stand upright. */
  turned: number;
}

/** Text state of PDF (ISO 32000-1, 9.3). */
interface State {
  matrix: Matrix;
  font: Font;
  size: number;
  character: number;
  word: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const strokes = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
/** A scan in black and white is often a mask through which ink is painted. */
const pictures = new Set([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintSolidColorImageMask,
]);

/** Goes through a page's operators (as `getOperatorList()` gives them). @throws where the page holds too much */
export function readContent(
  list: { fnArray: number[]; argsArray: unknown[] },
  view: Matrix,
  fonts: ReadonlyMap<string, Font>,
): Content {
  const reader = new ContentReader(view, fonts);
  for (const [i, operator] of list.fnArray.entries())
    reader.operate(operator, (list.argsArray[i] ?? []) as unknown[]);
  return reader.content;
}

class ContentReader {
  readonly content: Content = {
    runs: [],
    rules: [],
    pictures: 0,
    outlines: 0,
    hidden: 0,
    turned: 0,
  };
  readonly #fonts: ReadonlyMap<string, Font>;
  readonly #saved: State[] = [];
  #state: State;
  #line: Matrix = identity;
  #text: Matrix = identity;

  constructor(view: Matrix, fonts: ReadonlyMap<string, Font>) {
    this.#fonts = fonts;
    this.#state = {
      matrix: view,
      font: {},
      size: 0,
      character: 0,
      word: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
  }

  operate(operator: number, values: unknown[]): void {
    const numbers = values as number[];
    const state = this.#state;
    switch (operator) {
      case OPS.save:
        this.#save();
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#saved.pop() ?? state;
        break;
      case OPS.paintFormXObjectBegin:
        this.#save();
        if (values[0])
          this.#state.matrix = multiply(state.matrix, Array.from(values[0] as number[]) as unknown as Matrix);
        break;
      case OPS.transform:
        state.matrix = multiply(state.matrix, numbers as unknown as Matrix);
        break;
      case OPS.beginText:
        this.#line = identity;
        this.#text = identity;
        break;
      case OPS.setTextMatrix:
        // Six numbers, or one list of them.
        this.#line = (numbers.length === 6
          ? numbers
          : Array.from(values[0] as number[])) as unknown as Matrix;
        this.#text = this.#line;
        break;
      case OPS.setLeadingMoveText:
        state.leading = -numbers[1]!;
        this.#move(numbers[0]!, numbers[1]!);
        break;
      case OPS.moveText:
        this.#move(numbers[0]!, numbers[1]!);
        break;
      case OPS.nextLine:
        this.#move(0, -state.leading);
        break;
      case OPS.setLeading:
        state.leading = -numbers[0]!;
        break;
      case OPS.setFont:
        state.font = this.#fonts.get(values[0] as string) ?? {};
        state.size = numbers[1]!;
        break;
      case OPS.setCharSpacing:
        state.character = numbers[0]!;
        break;
      case OPS.setWordSpacing:
        state.word = numbers[0]!;
        break;
      case OPS.setHScale:
        state.scale = numbers[0]! / 100;
        break;
      case OPS.setTextRise:
        state.rise = numbers[0]!;
        break;
      case OPS.setTextRenderingMode:
        state.mode = numbers[0]!;
        break;
      case OPS.showText:
        this.#show(values[0] as (Glyph | number | null)[]);
        break;
      case OPS.constructPath:
        this.#path(values);
        break;
      default:
        if (pictures.has(operator)) this.content.pictures++;
    }
  }

  #save(): void {
    this.#saved.push(this.#state);
    this.#state = { ...this.#state };
  }

  #move(x: number, y: number): void {
    this.#line = multiply(this.#line, [1, 0, 0, 1, x, y]);
    this.#text = this.#line;
  }

  #show(glyphs: (Glyph | number | null)[]): void {
    const { font, size, character, word, scale, rise, mode, matrix } = this.#state;
    const unit = Math.abs(font.fontMatrix?.[0] ?? 0.001) || 0.001;
    for (const glyph of glyphs ?? []) {
      if (typeof glyph === 'number') {
        const shift = (-glyph / 1000) * size;
        this.#advance(font.vertical ? 0 : shift * scale, font.vertical ? shift : 0);
        continue;
      }
      if (!glyph) continue;
      const width = (glyph.width ?? 0) * unit * size;
      const spacing = character + (glyph.isSpace ? word : 0);
      const [a, b, c, d] = multiply(matrix, this.#text);
      const [x, y] = apply(multiply(matrix, this.#text), 0, rise);
      const height = Math.hypot(c, d) * Math.abs(size);
      const turned = Math.abs(b) > Math.abs(a) * 0.2 || a * size < 0;
      // A glyph that stands for no character is not to vanish: U+FFFD says that something stands there.
      const words = glyph.unicode || (glyph.isSpace ? ' ' : '\ufffd');
      this.#write(words, {
        x,
        y,
        size: height,
        width: turned || font.vertical ? height : width * scale * Math.hypot(a, b),
      });
      if (words.trim() !== '') {
        if (turned) this.content.turned++;
        if (mode === 3) this.content.hidden++;
      }
      if (font.vertical) this.#advance(0, -size * Math.abs((glyph.vmetric?.[0] ?? -1000) / 1000) - spacing);
      else this.#advance((width + spacing) * scale, 0);
    }
  }

  #write(text: string, place: Omit<Run, 'text'>): void {
    if (text.trim() === '') return;
    if (this.content.runs.length >= limits.pageCharacters) throw new Error('too many characters');
    this.content.runs.push({ text, ...place });
  }

  #advance(x: number, y: number): void {
    this.#text = multiply(this.#text, [1, 0, 0, 1, x, y]);
  }

  #path([painting, data]: unknown[]): void {
    const stroked = strokes.has(painting as never);
    if (!stroked && painting !== OPS.fill && painting !== OPS.eoFill) return;
    const path = (data as (ArrayLike<number> | null)[] | undefined)?.[0] ?? [];
    let curved = false;
    let points: [number, number][] = [];
    const close = (): void => {
      if (this.content.rules.length < limits.pageRules)
        this.content.rules.push(...(stroked ? strokedRules(points) : filledRules(points)));
      if (curved && !stroked) this.content.outlines++;
      curved = false;
      points = [];
    };
    for (let i = 0; i < path.length; ) {
      const operator = path[i++]!;
      // DrawOPS of pdf.js: 0 moveTo, 1 lineTo, 2 curveTo, 3 quadraticCurveTo, 4 closePath.
      const count = [2, 2, 6, 4, 0][operator];
      if (count === undefined) break;
      if (operator === 0) close();
      if (operator === 2 || operator === 3) curved = true;
      if (operator !== 4) points.push(apply(this.#state.matrix, path[i + count - 2]!, path[i + count - 1]!));
      else if (points[0]) points.push(points[0]);
      i += count;
    }
    close();
  }
}
