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

interface DrawingOptions {
  /** Address of a work's page; without it names are not linked. */
  href?: (work: string) => string;
  /** Name of the picture for assistive technology. */
  title?: string;
  /** Prefix of ids inside the picture, so that two of them can stand on one page. */
  id?: string;
}

const row = 56;
const box = { width: 340, height: 46 };
const gap = 220;
const margin = 8;
/** Characters of a title that fit into a line of a box at 14 px; a box has two. */
const fits = 22;

const verbs: Readonly<Record<GraphEdge['kind'], string>> = {
  carries: '刊载',
  amends: '修改',
  repeals: '废止',
  cites: '引用',
};
/** What is drawn with its word beside it; the other kinds differ by their dashes. */
const worded: ReadonlySet<GraphEdge['kind']> = new Set(['amends', 'repeals']);

/** Draws a graph. Same graph, same characters. */
export function drawGraph(graph: CitationGraph, options: DrawingOptions = {}): GraphDrawing {
  const { title = '引用关系图', id = 'graph' } = options;
  const speaking = new Set(graph.edges.map(({ from }) => from));
  const left = graph.nodes.filter(({ work, held }) => held || speaking.has(work));
  const right = besideSources(graph, left);
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
    // A picture with links inside is a group: what is an image has no parts for those who hear it.
    `<svg class="graph" role="${options.href ? 'group' : 'img'}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${quoted(title)}</title>` +
    `<desc id="${id}-desc">${described}</desc><g class="graph-lines" fill="none" stroke="currentColor">${lines}</g>${boxes}</svg>`;
  return { svg, sentences };
}

/** What is only named, each beside those who name it, so that few lines cross. */
function besideSources({ nodes, edges }: CitationGraph, left: readonly GraphNode[]): GraphNode[] {
  const rows = new Map(left.map(({ work }, i) => [work, i]));
  const sources = Map.groupBy(edges, ({ to }) => to);
  const middle = ({ work }: GraphNode): number => {
    const from = sources.get(work) ?? [];
    return from.reduce((sum, edge) => sum + (rows.get(edge.from) ?? 0), 0) / Math.max(1, from.length);
  };
  return nodes.filter(({ work }) => !rows.has(work)).toSorted((a, b) => middle(a) - middle(b));
}

function line(
  { from, to, kind }: GraphEdge,
  place: ReadonlyMap<string, { x: number; y: number; side: string }>,
): string {
  const [start, end] = [place.get(from), place.get(to)];
  if (!start || !end) return '';
  const [y1, y2] = [start.y + box.height / 2, end.y + box.height / 2];
  const x1 = start.x + box.width;
  const dashed = kind === 'cites' ? ' stroke-dasharray="4 3"' : '';
  const word = (x: number, y: number, anchor: string): string =>
    worded.has(kind)
      ? `<text class="graph-word" x="${x}" y="${y}" font-size="12" text-anchor="${anchor}" fill="currentColor" stroke="none">${verbs[kind]}</text>`
      : '';
  if (end.side === 'left') {
    const bend = x1 + 24 + Math.min(gap / 2, Math.abs(y2 - y1) / 3);
    const path = `<path class="graph-${kind}" d="M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x1} ${y2}"${dashed}/>`;
    return path + word(x1 + (bend - x1) * 0.75 + 6, (y1 + y2) / 2 + 4, 'start');
  }
  const middle = (x1 + end.x) / 2;
  const path = `<path class="graph-${kind}" d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${end.x} ${y2}"${dashed}/>`;
  return path + word(end.x - 6, y2 - 5, 'end');
}

/** A title in two lines at most. */
function linesOf(title: string): string[] {
  if (title.length <= fits) return [title];
  // A number is not cut in two.
  const number = /[0-9A-Za-z]*$/.exec(title.slice(0, fits))![0].length;
  const cut = number < fits && /^[0-9A-Za-z]/.test(title.slice(fits)) ? fits - number : fits;
  const rest = title.slice(cut);
  return [title.slice(0, cut), rest.length > fits ? `${rest.slice(0, fits - 1)}…` : rest];
}

function boxOf(
  { work, title, held }: GraphNode,
  place: ReadonlyMap<string, { x: number; y: number }>,
  href: DrawingOptions['href'],
): string {
  const { x, y } = place.get(work)!;
  const shown = linesOf(title);
  const outline = `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="3" fill="none" stroke="currentColor"${held ? '' : ' stroke-dasharray="4 3"'}/>`;
  const top = shown.length === 1 ? 28 : 19;
  const name = shown
    .map(
      (words, i) =>
        `<text x="${x + 10}" y="${y + top + i * 18}" font-size="14" fill="currentColor">${quoted(words)}</text>`,
    )
    .join('');
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
  const kinds = Object.keys(verbs) as GraphEdge['kind'][];
  const said = kinds.map((kind) => say(kind, verbs[kind])).filter(Boolean);
  return said.length === 0 ? [] : [{ work, text: `《${title}》${said.join('，')}。` }];
}

function quoted(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
