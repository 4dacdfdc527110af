/**
 * A file of many small pieces, each compressed by itself: a reader takes one of them by its place. Before the pieces
 * stand their lengths, three bytes each, lowest first.
 */

/** Bytes that stand before the pieces. */
export const headLength = (pieces: number): number => 3 * pieces;

/** Pieces as one file. */
export function encodePack(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = pieces.reduce((sum, { length }) => sum + length, headLength(pieces.length));
  const out = new Uint8Array(size);
  let at = headLength(pieces.length);
  for (const [i, piece] of pieces.entries()) {
    for (let k = 0; k < 3; k++) out[3 * i + k] = (piece.length >>> (8 * k)) & 0xff;
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** Where a piece stands, by the bytes before the pieces. Throws a RangeError where these are not whole. */
export function placeOf(head: Uint8Array, pieces: number, piece: number): { from: number; to: number } {
  if (head.length !== headLength(pieces) || piece >= pieces) throw new RangeError('数据不完整');
  const length = (i: number): number => head[3 * i]! + head[3 * i + 1]! * 0x100 + head[3 * i + 2]! * 0x10000;
  let from = headLength(pieces);
  for (let i = 0; i < piece; i++) from += length(i);
  return { from, to: from + length(piece) };
}
