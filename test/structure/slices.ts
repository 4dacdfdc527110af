/** Whether what a tree says and where it says it agree with the source. */
import type { FrameLine, Instrument, Position, Provision, Repair } from '../../src/domain/model.ts';

const lineBreak = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
const bare = (text: string): string => text.replace(/[\s\u0085\u00ad\u200b-\u200f\u2060|]/g, '');

/** The published text of a range of the source: every recorded repair inside it made. */
export function publishedSlice(source: string, repairs: Repair[], start: number, end: number): string {
  let out = '';
  let cursor = start;
  for (const repair of repairs) {
    if (repair.start < cursor || repair.from === repair.to) continue;
    if (repair.start >= end) break;
    out += source.slice(cursor, repair.start) + repair.to;
    cursor = repair.end;
  }
  return out + source.slice(cursor, Math.max(cursor, end));
}

/**
 * Everything that is wrong with the positions of an instrument: own text that its slice does not print, siblings that
 * overlap, text between them that no node holds, lines and columns that do not fit their offset.
 */
export function positionFaults(instrument: Instrument, source: string, repairs: Repair[]): string[] {
  const faults: string[] = [];
  const slice = (start: number, end: number): string => publishedSlice(source, repairs, start, end);
  const gap = (where: string, start: number, end: number): void => {
    if (end < start) faults.push(`${where}: overlap of ${start - end}`);
    else if (bare(slice(start, end)) !== '') faults.push(`${where}: lost “${slice(start, end).trim()}”`);
  };
  const starts = [0, ...Array.from(source.matchAll(lineBreak), (match) => match.index + match[0].length)];
  const place = (where: string, { start, end }: Position): void => {
    for (const { line, column, offset } of [start, end]) {
      const within = offset < (starts[line] ?? Number.POSITIVE_INFINITY);
      if (starts[line - 1]! + column - 1 !== offset || !within)
        faults.push(`${where}: ${line}:${column} is not offset ${offset}`);
    }
  };
  const visit = (node: Provision): void => {
    const { position, children, eId } = node;
    place(eId, position);
    const own = slice(position.start.offset, children[0]?.position.start.offset ?? position.end.offset);
    const words = node.rows
      ? node.rows.flat().join('')
      : node.label + (node.headingForm ?? node.heading ?? '') + node.text;
    if (bare(own) !== bare(words)) faults.push(`${eId}: “${own.trim()}” is not “${words}”`);
    if (!node.rows && !own.replace(/[\s\u0085\u00ad\u200b-\u200f\u2060]+$/, '').endsWith(node.text))
      faults.push(`${eId}: text differs in its spaces`);
    siblings(children, eId);
    const last = children.at(-1);
    if (last) gap(`${eId} end`, last.position.end.offset, position.end.offset);
  };
  const siblings = (nodes: Provision[], parent: string): void => {
    for (const [i, node] of nodes.entries()) {
      const next = nodes[i + 1];
      // Between the first nodes a line of the frame may stand: `frameFaults` sees to those.
      if (next && parent !== '')
        gap(`${parent} ${node.eId}`, node.position.end.offset, next.position.start.offset);
      visit(node);
    }
  };
  const annexed = instrument.annexes.map((annex) => annex.provisions);
  for (const tree of [instrument.provisions, ...annexed]) siblings(tree, '');
  const ids = [instrument.provisions, ...annexed].flatMap((tree) => idsOf(tree));
  for (const [i, id] of ids.entries()) if (ids.indexOf(id) !== i) faults.push(`${id}: twice`);
  return [...faults, ...frameFaults(instrument, source, repairs)];
}

function idsOf(nodes: Provision[]): string[] {
  return nodes.flatMap(({ eId, children }) => [eId, ...idsOf(children)]);
}

/** Frame lines and provisions together are all that the instrument's range holds. */
function frameFaults(instrument: Instrument, source: string, repairs: Repair[]): string[] {
  const faults: string[] = [];
  const { start, end } = instrument.position;
  const inside = ({ position }: FrameLine | Provision): boolean =>
    position.start.offset >= start.offset && position.end.offset <= end.offset;
  const pieces = [
    ...instrument.frame,
    ...instrument.provisions,
    ...instrument.annexes.flatMap((annex) => annex.provisions),
  ]
    .filter(inside)
    .sort((a, b) => a.position.start.offset - b.position.start.offset);
  for (const line of instrument.frame) {
    const printed = publishedSlice(source, repairs, line.position.start.offset, line.position.end.offset);
    if (printed !== line.text) faults.push(`${line.role}: “${printed}” is not “${line.text}”`);
  }
  let cursor = start.offset;
  for (const { position } of pieces) {
    if (position.start.offset < cursor) faults.push(`overlap at line ${position.start.line}`);
    const lost = publishedSlice(source, repairs, cursor, position.start.offset);
    if (bare(lost) !== '') faults.push(`lost before line ${position.start.line}: “${lost.trim()}”`);
    cursor = Math.max(cursor, position.end.offset);
  }
  const rest = publishedSlice(source, repairs, cursor, end.offset);
  if (bare(rest) !== '') faults.push(`lost at the end: “${rest.trim()}”`);
  return faults;
}
