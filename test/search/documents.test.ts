import { describe, expect, test } from 'vitest';
import type { Provision } from '../../src/domain/model.ts';
import { normalise } from '../../src/domain/search/analysis.ts';
import { searchDocuments } from '../../src/domain/search/documents.ts';
import { memorySource } from '../../src/domain/search/memory.ts';
import { indexTerms } from '../../src/domain/search/terms.ts';
import type { SearchDocument } from '../../src/domain/search/types.ts';
import { corpusOf, seedWorks, townWorks, workOf } from './sample.ts';

const of = (documents: readonly SearchDocument[], eId: string): SearchDocument =>
  documents.find((document) => document.eId === eId && document.version.standing === 0)!;

describe('search documents', () => {
  const documents = searchDocuments(townWorks());

  test('an article is one document, its 款 and 项 are lines of it', () => {
    const article = of(documents, 'art_3');
    expect(article).toMatchObject({ type: 'article', label: '第三条', crumbs: ['第二章 停车场的使用'] });
    expect(article.text.split('\n')).toEqual([
      '第三条 停车场经营者应当办理停车场备案，并遵守下列规定：',
      '（一）公示收费标准和监督电话；',
      '（二）建立安全管理制度。',
    ]);
    expect(article.units.map(({ eId, start }) => [eId, article.text.slice(start, start + 3)])).toEqual([
      ['art_3__para_1', '第三条'],
      ['art_3__para_1__item_1', '（一）'],
      ['art_3__para_1__item_2', '（二）'],
    ]);
  });

  test('headings and levels are documents of their own', () => {
    expect(of(documents, 'chp_2')).toMatchObject({ type: 'chapter', heading: '停车场的使用' });
    expect(documents.filter(({ eId }) => eId === 'lvl_1')).toHaveLength(2);
  });

  test('the document as a whole has its names and what its head and foot print', () => {
    const whole = documents.find(
      ({ type, version }) => type === 'title' && version.work === 'moufuban-2021-6',
    )!;
    for (const part of [
      '关于加强停车场收费管理的通知',
      '某府办〔2021〕6号',
      '各区人民政府',
      '2021年6月1日',
    ]) {
      expect(whole.text).toContain(part);
    }
  });

  test('every character of every provision of the gazette is in some document', () => {
    const works = seedWorks();
    const texts = searchDocuments(works).map(({ text }) => normalise(text));
    const check = (provision: Provision): void => {
      for (const part of [provision.text, provision.heading ?? '', ...(provision.rows ?? []).flat()]) {
        const wanted = normalise(part);
        expect(texts.some((text) => text.includes(wanted))).toBe(true);
      }
      provision.children.forEach(check);
    };
    for (const { versions } of works) {
      for (const { instrument } of versions) {
        instrument.provisions.forEach(check);
        for (const annex of instrument.annexes) annex.provisions.forEach(check);
      }
    }
  });

  test('a long passage is cut between lines; an article never', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `第${i}行文字，${'内容'.repeat(20)}。`);
    const level = workOf('plan', { '2020-01-01': `某市规划\n\n一、总则\n\n${lines.join('\n\n')}\n` });
    const parts = searchDocuments([level]).filter(({ eId }) => eId.startsWith('lvl_1'));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ text }) => text).join('')).toContain(lines.at(-1));
    const article = workOf('law', { '2020-01-01': `某市办法\n\n第一条 总则\n\n${lines.join('\n\n')}\n` });
    expect(searchDocuments([article]).filter(({ eId }) => eId === 'art_1')).toHaveLength(1);
  });
});

describe('index of terms', () => {
  test('what is defined, what headings name, where it stands', async () => {
    const corpus = corpusOf([...seedWorks(), ...townWorks()]);
    const terms = await indexTerms(memorySource(corpus), corpus.documents);
    const parking = terms.find(({ term }) => term === '停车场')!;
    expect(parking).toMatchObject({ letter: 'T', defined: true });
    expect(parking.places.map((id) => corpus.documents[id]!.eId)).toContain('art_2');
    expect(terms.find(({ term }) => term === '网约车')).toMatchObject({ letter: 'W', defined: true });
    const letters = terms.map(({ letter }) => letter);
    expect(letters).toEqual([...letters].sort());
    for (const { term, places } of terms) {
      expect(places.length).toBeGreaterThan(0);
      for (const id of places) expect(corpus.documents[id]!.body).toContain(normalise(term));
    }
  });
});
