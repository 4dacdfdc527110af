/** The citation graph of some works: who carries, amends, repeals and cites whom. Data only; drawing is a view. */
import type { Reference, Work } from '../model.ts';

export interface GraphNode {
  work: string;
  title: string;
  /** False for a work known by name only. */
  held: boolean;
}

export type GraphEdgeKind = 'carries' | 'amends' | 'repeals' | 'cites';

/** What one work does to another, known from elsewhere than its references. */
export interface GraphAct {
  from: string;
  to: string;
  kind: 'amends' | 'repeals';
}

export interface GraphEdge {
  from: string;
  to: string;
  kind: GraphEdgeKind;
  /** References behind it. */
  count: number;
}

export interface CitationGraph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/**
 * Graph of the given works and of those they name. That a text cites what it prints, amends or repeals is not told twice.
 * @param from works whose texts speak, in the order to be shown
 * @param acts amendments and repeals, where the archive knows of them
 * @returns nodes: first `from`, then the works named, in order of first mention; edges without loops
 */
export function citationGraph(
  from: readonly Work[],
  references: readonly Reference[],
  works: readonly Work[],
  acts: readonly GraphAct[] = [],
): CitationGraph {
  const byId = new Map(works.map((work) => [work.id, work]));
  const own = new Set(from.map(({ id }) => id));
  const edges = new Map<string, GraphEdge>();
  const add = (source: string, goal: string, kind: GraphEdge['kind']): void => {
    if (source === goal || !byId.has(goal)) return;
    const key = `${source} ${goal} ${kind}`;
    const edge = edges.get(key);
    if (edge) edge.count++;
    else edges.set(key, { from: source, to: goal, kind, count: 1 });
  };
  for (const work of from) for (const carried of work.carries) add(work.id, carried, 'carries');
  for (const { from: source, to, kind } of acts) if (own.has(source)) add(source, to, kind);
  const told = new Set(Array.from(edges.values(), ({ from: source, to }) => `${source} ${to}`));
  for (const { from: source, target } of references) {
    if (own.has(source.work) && target && !told.has(`${source.work} ${target.work}`))
      add(source.work, target.work, 'cites');
  }
  const named = new Set([...own, ...Array.from(edges.values(), ({ to }) => to)]);
  const nodes = Array.from(named, (id) => byId.get(id))
    .filter((work) => work !== undefined)
    .map(({ id, title, versions }) => ({ work: id, title, held: versions.length > 0 }));
  return { nodes, edges: [...edges.values()] };
}
