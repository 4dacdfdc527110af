import { describe, expect, it } from 'vitest';
import { citationGraph } from '../../src/domain/references/index.ts';
import { drawGraph } from '../../src/domain/views/index.ts';
import { readIssue } from '../references/archive.ts';

const { works, references } = readIssue();
const graph = citationGraph(
  works.filter(({ versions }) => versions.length > 0),
  references,
  works,
);
const drawing = drawGraph(graph, { href: (work) => `/works/${work}/`, id: 'issue' });

describe('the picture of the citation graph', () => {
  it('has a box for each work, linked to its page, and a line for each edge', () => {
    expect(drawing.svg.match(/<rect /g)).toHaveLength(graph.nodes.length);
    expect(drawing.svg.match(/<path /g)).toHaveLength(graph.edges.length);
    for (const { work } of graph.nodes) expect(drawing.svg).toContain(`href="/works/${work}/"`);
  });

  it('is named and described for those who do not see it', () => {
    expect(drawing.svg).toContain('aria-labelledby="issue-title issue-desc"');
    expect(drawGraph(graph).svg).toContain('role="img"');
    // With links inside it is no single image.
    expect(drawing.svg).toContain('role="group"');
  });

  it('says every edge in words', () => {
    const said = drawing.sentences.map(({ text }) => text).join('');
    const titles = new Map(graph.nodes.map(({ work, title }) => [work, title]));
    for (const { to } of graph.edges) expect(said).toContain(`《${titles.get(to)}》`);
    expect(said).toContain('《湛江市人民政府令第7号》刊载');
  });

  it('tells amendments and repeals by a word, not by the line alone', () => {
    const nodes = [
      { work: 'a', title: '甲决定', held: true },
      { work: 'b', title: '乙办法', held: true },
      { work: 'c', title: '丙通知', held: false },
    ];
    const edges = [
      { from: 'a', to: 'b', kind: 'amends' as const, count: 1 },
      { from: 'a', to: 'c', kind: 'repeals' as const, count: 1 },
    ];
    const { svg, sentences } = drawGraph({ nodes, edges });
    expect(svg).toMatch(/<text class="graph-word"[^>]*>修改<\/text>/);
    expect(svg).toMatch(/<text class="graph-word"[^>]*>废止<\/text>/);
    expect(sentences).toEqual([{ work: 'a', text: '《甲决定》修改《乙办法》，废止《丙通知》。' }]);
  });

  it('is the same for the same graph', () => {
    expect(drawGraph(graph, { href: (work) => `/works/${work}/`, id: 'issue' })).toEqual(drawing);
  });

  it('escapes what titles may hold', () => {
    const nodes = [{ work: 'a', title: '<甲>&"乙"', held: true }];
    expect(drawGraph({ nodes, edges: [] }).svg).toContain('&lt;甲&gt;&amp;&quot;乙&quot;');
  });

  it('of nothing is an empty picture', () => {
    expect(drawGraph({ nodes: [], edges: [] })).toMatchObject({ sentences: [] });
  });
});
