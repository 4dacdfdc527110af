/** How an element is made: of the document in a browser, of text on a server. A hit or a row is written once for both. */

export type Child<N> = N | string | undefined | false;

/** An element with attributes and children; `undefined` and `false` are left out. */
export type Make<N> = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child<N>[]
) => N;

/** A text with ranges of it in `mark`. */
export function marked<N>(
  make: Make<N>,
  text: string,
  ranges: readonly (readonly [number, number])[],
): Child<N>[] {
  const parts: Child<N>[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(make('mark', {}, text.slice(start, end)));
    at = end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
