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
    expect(drawing.svg).toContain('role="img"');
    expect(drawing.svg).toContain('aria-labelledby="issue-title issue-desc"');
  });

  it('says every edge in words', () => {
    const said = drawing.sentences.map(({ text }) => text).join('');
    const titles = new Map(graph.nodes.map(({ work, title }) => [work, title]));
    for (const { to } of graph.edges) expect(said).toContain(`《${titles.get(to)}》`);
    expect(said).toContain('《湛江市人民政府令第7号》刊载');
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
