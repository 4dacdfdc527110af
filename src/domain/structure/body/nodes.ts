/** Making and finishing nodes of the provision tree. */
import type { Position, Provision, ProvisionType, SourceText, TextLine } from '../../model.ts';
import { abbreviations } from '../abbreviations.ts';

/** A piece of a published line that becomes (part of) a provision. */
export interface Piece {
  line: TextLine;
  /** Range of `line.text`. */
  from: number;
  to: number;
}

export function pieceText(piece: Piece): string {
  return piece.line.text.slice(piece.from, piece.to);
}

export function wholeLine(line: TextLine): Piece {
  return { line, from: 0, to: line.text.length };
}

/** Source range of a piece. */
export function piecePosition(text: SourceText, piece: Piece): Position {
  return { start: text.placeOf(piece.line, piece.from), end: text.placeOf(piece.line, piece.to) };
}

/** `0` → `att_1`, the id of an annex, which the eIds of its provisions begin with. */
export const annexId = (index: number): string => `att_${index + 1}`;

/** A node without children; its eId comes with {@link finish}. */
export function node(
  type: ProvisionType,
  number: string,
  label: string,
  text: string,
  position: Position,
): Provision {
  return { type, number, label, eId: '', text, children: [], position };
}

/**
 * Counts paragraphs, figures and tables, gives every node its eId, and stretches each node's position
 * over its children. An article's eId stands alone (articles are numbered through); all others carry
 * their parent's. Equal ids get `_2`, `_3` in order of reading.
 * @param prefix eId of the annex that holds the tree, if any
 */
export function finish(provisions: Provision[], prefix = ''): Provision[] {
  const used = new Map<string, number>();
  const unique = (eId: string): string => {
    const count = (used.get(eId) ?? 0) + 1;
    used.set(eId, count);
    return count === 1 ? eId : unique(`${eId}_${count}`);
  };
  const visit = (nodes: Provision[], parent: string): void => {
    const counts = new Map<ProvisionType, number>();
    for (const current of nodes) {
      if (current.type === 'paragraph' || current.type === 'figure' || current.type === 'table') {
        const count = (counts.get(current.type) ?? 0) + 1;
        counts.set(current.type, count);
        current.number = current.type === 'figure' && current.number ? current.number : String(count);
      }
      const own = `${abbreviations[current.type]}_${current.number || 'nn'}`;
      const base = current.type === 'article' ? prefix : parent;
      current.eId = unique(base ? `${base}__${own}` : own);
      visit(current.children, current.eId);
      const last = current.children.at(-1);
      if (last && last.position.end.offset > current.position.end.offset) {
        current.position = { start: current.position.start, end: last.position.end };
      }
    }
  };
  visit(provisions, prefix);
  return provisions;
}
