/** What a reader writes while it goes through a file: lines, and everything that is to be told about them. */
import type { Change, Doubt, Furniture, FurnitureRule, ImportedLine } from './types.ts';

export class Recorder {
  readonly lines: ImportedLine[] = [];
  readonly furniture: Furniture[] = [];
  readonly changes: Change[] = [];
  readonly doubts: Doubt[] = [];
  /** What was told of a place is not told of it again. */
  readonly #told = new Set<string>();

  /** Lists text that is left out; white space alone is nothing. */
  leave(rule: FurnitureRule, text: string, place: string, page?: number): void {
    const words = text.trim();
    if (words !== '') this.furniture.push({ rule, text: words, place, ...(page ? { page } : {}) });
  }

  change(rule: Change['rule'], from: string, to: string, place: string): void {
    this.changes.push({ rule, from, to, place });
  }

  doubt(
    rule: string,
    reason: string,
    severity: Doubt['severity'] = 'warning',
    at: Pick<Doubt, 'page' | 'line' | 'place'> = {},
  ): void {
    const told = JSON.stringify([rule, reason, at.page, at.line, at.place]);
    if (this.#told.has(told)) return;
    this.#told.add(told);
    this.doubts.push({ rule, reason, severity, ...at });
  }

  /** A raised digit behind a digit reads as one number with it. */
  raised(words: string, place: string, at: Pick<Doubt, 'page' | 'place'> = { place }): void {
    this.doubt(
      'raised',
      `${place}“${words}”的末位是上标（脚注号或幂），写入后与前面的数字相连，请核对`,
      'warning',
      at,
    );
  }
}

/** Pieces of one text that stood on lines of their own: no space between Chinese characters, one between words. */
export function joined(pieces: readonly string[]): string {
  let out = '';
  for (const piece of pieces.map((each) => each.trim()).filter((each) => each !== '')) {
    const between = out !== '' && /[A-Za-z0-9,.;:)]$/.test(out) && /^[A-Za-z0-9(]/.test(piece) ? ' ' : '';
    out += between + piece;
  }
  return out;
}
