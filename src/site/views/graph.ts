/** Who prints, amends, repeals and cites whom in an issue: a picture, and the same in words with links. */
import { textName } from '../../domain/names/index.ts';
import { citationGraph, type GraphAct, type GraphEdge } from '../../domain/references/index.ts';
import { drawGraph } from '../../domain/views/index.ts';
import type { Holdings } from '../holdings.ts';
import { titleWords } from '../title-words.ts';
import { workUrl } from '../urls.ts';
import type { Link } from './common.ts';

const verbs: Record<GraphEdge['kind'], string> = {
  carries: '刊载',
  amends: '修改',
  repeals: '废止',
  cites: '引用',
};

export interface GraphView {
  svg: string;
  /** One for each text that names another. */
  texts: { title: Link; does: { verb: string; works: Link[] }[] }[];
}

/** The graph of the texts that an issue prints; undefined where none of them names another. */
export function graphView(holdings: Holdings, issue: string): GraphView | undefined {
  const works = Array.from(holdings.works.values());
  const printed = works.filter(({ versions }) =>
    versions.some(({ source, origin }) => source.issue === issue && origin === 'published'),
  );
  const texts = new Set(
    printed.flatMap(({ id, versions }) =>
      versions.filter(({ source }) => source.issue === issue).map(({ date }) => textName(id, date)),
    ),
  );
  // What a later text of the same work cites is not told by this issue.
  const references = holdings.archive.references.filter(({ from }) =>
    texts.has(textName(from.work, from.version)),
  );
  const graph = citationGraph(printed, references, works, actsOf(holdings));
  if (graph.edges.length === 0) return undefined;
  const link = (id: string): Link => {
    const work = holdings.works.get(id);
    return { text: work ? titleWords(work.title, work.kind) : id, href: workUrl(id) };
  };
  const { svg } = drawGraph(graph, { href: workUrl, title: '本期文件的引用关系' });
  const speaking = Map.groupBy(graph.edges, ({ from }) => from);
  const told = graph.nodes.flatMap(({ work }) => {
    const kinds = Map.groupBy(speaking.get(work) ?? [], ({ kind }) => kind);
    const does = Array.from(kinds, ([kind, edges]) => ({
      verb: verbs[kind],
      works: edges.map(({ to }) => link(to)),
    }));
    return does.length > 0 ? [{ title: link(work), does }] : [];
  });
  return { svg, texts: told };
}

/** Amendments and repeals that the archive knows of. */
function actsOf(holdings: Holdings): GraphAct[] {
  const kinds = { amended: 'amends', repealed: 'repeals' } as const;
  return Array.from(holdings.events).flatMap(([to, events]) =>
    events.flatMap(({ kind, evidence }): GraphAct[] => {
      const act = kind === 'amended' || kind === 'repealed' ? kinds[kind] : undefined;
      const from = holdings.versions.get(evidence.instrument)?.work;
      return act && from && from !== to ? [{ from, to, kind: act }] : [];
    }),
  );
}
