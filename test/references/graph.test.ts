import { describe, expect, it } from 'vitest';
import { citationGraph, citations } from '../../src/domain/references/index.ts';
import { readIssue, workOf } from './archive.ts';

const { works, references } = readIssue();
const id = (title: string): string => workOf(works, title).id;
const rule = id('湛江市网络预约出租汽车经营服务管理暂行规定');

describe('who cites what', () => {
  const cited = citations(references, works);

  it('article 13 of the rule is cited three times by the rule itself', () => {
    expect(cited.ofProvision(rule, '2020-12-19', 'art_13').map(({ from }) => from.eId)).toEqual([
      'art_14__para_1',
      'art_14__para_2',
      'art_15__para_1__item_5',
    ]);
  });

  it('each item of a list is pointed at by 下列 before it', () => {
    expect(cited.ofProvision(rule, '2020-12-19', 'art_13__para_1__item_2').map(({ text }) => text)).toEqual([
      '下列',
    ]);
  });

  it('a work is cited by others, not by its own 本规定', () => {
    const from = new Set(cited.ofWork(rule).map((reference) => reference.from.work));
    expect([...from]).toEqual([
      id('湛江市人民政府关于修改《湛江市网络预约出租汽车经营服务管理暂行规定》的决定'),
    ]);
  });

  it('what nobody cites has no citations', () => {
    expect(cited.ofWork('nothing')).toEqual([]);
    expect(cited.ofProvision(rule, '2020-12-19', 'art_1')).toEqual([]);
  });
});

describe('the citation graph of the issue', () => {
  const held = works.filter(({ versions }) => versions.length > 0);
  const graph = citationGraph(held, references, works);

  it('holds the nine texts and the eleven works they name', () => {
    expect(graph.nodes.map(({ held: own }) => own).filter(Boolean)).toHaveLength(9);
    expect(graph.nodes.filter(({ held: own }) => !own)).toHaveLength(11);
  });

  it('says who prints whom', () => {
    const order = id('湛江市人民政府令第7号');
    const carried = graph.edges
      .filter(({ kind, from }) => kind === 'carries' && from === order)
      .map(({ to }) => to);
    expect(carried).toEqual([
      id('湛江市人民政府关于修改《湛江市网络预约出租汽车经营服务管理暂行规定》的决定'),
      rule,
    ]);
  });

  it('does not tell twice that a text cites what it prints or amends', () => {
    const order = id('湛江市人民政府令第7号');
    const decision = id('湛江市人民政府关于修改《湛江市网络预约出租汽车经营服务管理暂行规定》的决定');
    const acts = [{ from: decision, to: rule, kind: 'amends' as const }];
    const told = citationGraph(held, references, works, acts).edges.map(
      ({ from, to, kind }) => `${from} ${kind} ${to}`,
    );
    expect(told).toContain(`${decision} amends ${rule}`);
    expect(told).not.toContain(`${decision} cites ${rule}`);
    expect(told).not.toContain(`${order} cites ${decision}`);
  });

  it('counts the references behind an edge and has no loops', () => {
    expect(graph.edges.every(({ from, to }) => from !== to)).toBe(true);
    const edge = graph.edges.find(({ to }) => to === id('中华人民共和国环境保护法'));
    expect(edge).toMatchObject({ kind: 'cites', count: 1 });
  });
});
