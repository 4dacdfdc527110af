/**
 * The citation graph as a picture with a text equivalent.
 *
 * Two columns: on the left the texts that speak, on the right what they name. Lines run from each text to what it
 * prints or cites; everything that the picture shows is also said in `sentences`.
 */
import type { CitationGraph, GraphEdge, GraphNode } from '../references/index.ts';

export interface GraphDrawing {
  /** An `<svg>` element; colours come from the page (`currentColor`, classes), never from here. */
  svg: string;
  /** The same in words, one sentence a text: for readers who do not see the picture. */
  sentences: { work: string; text: string }[];
}

export interface DrawingOptions {
  /** Address of a work's page; without it names are not linked. */
  href?: (work: string) => string;
  /** Name of the picture for assistive technology. */
  title?: string;
  /** Prefix of ids inside the picture, so that two of them can stand on one page. */
  id?: string;
}

const row = 44;
const box = { width: 340, height: 32 };
const gap = 220;
const margin = 8;
/** Characters of a title that fit into a box at 14 px. */
const fits = 22;

/** Draws a graph. Same graph, same characters. */
export function drawGraph(graph: CitationGraph, options: DrawingOptions = {}): GraphDrawing {
  const { title = '引用关系图', id = 'graph' } = options;
  const speaking = new Set(graph.edges.map(({ from }) => from));
  const left = graph.nodes.filter(({ work, held }) => held || speaking.has(work));
  const right = graph.nodes.filter((node) => !left.includes(node));
  const place = new Map<string, { x: number; y: number; side: 'left' | 'right' }>();
  for (const [i, { work }] of left.entries())
    place.set(work, { x: margin, y: margin + i * row, side: 'left' });
  for (const [i, { work }] of right.entries()) {
    place.set(work, { x: margin + box.width + gap, y: margin + i * row, side: 'right' });
  }
  const width = margin * 2 + box.width * 2 + gap;
  const height = margin * 2 + Math.max(left.length, right.length, 1) * row;
  const lines = graph.edges.map((edge) => line(edge, place)).join('');
  const boxes = graph.nodes.map((node) => boxOf(node, place, options.href)).join('');
  const sentences = graph.nodes.flatMap((node) => sentence(node, graph));
  const described = quoted(sentences.map(({ text }) => text).join(' '));
  const svg =
    `<svg class="graph" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${quoted(title)}</title>` +
    `<desc id="${id}-desc">${described}</desc><g class="graph-lines" fill="none" stroke="currentColor">${lines}</g>${boxes}</svg>`;
  return { svg, sentences };
}

function line(
  { from, to, kind }: GraphEdge,
  place: ReadonlyMap<string, { x: number; y: number; side: string }>,
): string {
  const [start, end] = [place.get(from), place.get(to)];
  if (!start || !end) return '';
  const [y1, y2] = [start.y + box.height / 2, end.y + box.height / 2];
  const x1 = start.x + box.width;
  const dashed = kind === 'carries' ? '' : ' stroke-dasharray="4 3"';
  if (end.side === 'left') {
    const bend = x1 + 20 + Math.min(gap / 2, Math.abs(y2 - y1) / 4);
    return `<path class="graph-${kind}" d="M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x1} ${y2}"${dashed}/>`;
  }
  const middle = (x1 + end.x) / 2;
  return `<path class="graph-${kind}" d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${end.x} ${y2}"${dashed}/>`;
}

function boxOf(
  { work, title, held }: GraphNode,
  place: ReadonlyMap<string, { x: number; y: number }>,
  href: DrawingOptions['href'],
): string {
  const { x, y } = place.get(work)!;
  const shown = title.length > fits ? `${title.slice(0, fits - 1)}…` : title;
  const outline = `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="3" fill="none" stroke="currentColor"${held ? '' : ' stroke-dasharray="4 3"'}/>`;
  const name = `<text x="${x + 10}" y="${y + 21}" font-size="14" fill="currentColor">${quoted(shown)}</text>`;
  const content = `<title>${quoted(title)}</title>${outline}${name}`;
  const kind = held ? 'graph-held' : 'graph-named';
  return href
    ? `<a class="${kind}" href="${quoted(href(work))}">${content}</a>`
    : `<g class="${kind}">${content}</g>`;
}

function sentence(
  { work, title }: GraphNode,
  { nodes, edges }: CitationGraph,
): { work: string; text: string }[] {
  const titles = new Map(nodes.map((node) => [node.work, node.title]));
  const say = (kind: GraphEdge['kind'], verb: string): string => {
    const named = edges
      .filter((edge) => edge.from === work && edge.kind === kind)
      .map(({ to }) => `《${titles.get(to) ?? to}》`);
    return named.length === 0 ? '' : `${verb}${named.join('')}`;
  };
  const said = [say('carries', '刊载'), say('cites', '引用')].filter(Boolean);
  return said.length === 0 ? [] : [{ work, text: `《${title}》${said.join('，')}。` }];
}

function quoted(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
