import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { State } from '../../src/domain/model.ts';
import { isTextOf, stateOn } from '../../src/domain/search/facets.ts';
import type { SearchVersion } from '../../src/domain/search/types.ts';
import { splitId, stretchesOf, workId } from '../../src/portal/entries.ts';
import { address } from '../../src/portal/pages/addresses.ts';
import { linesAsked, linesOf, searchAsked } from '../../src/portal/questions.ts';
import { escaped, html, makeHtml } from '../../src/site/html.ts';
import { marked } from '../../src/site/make.ts';
import { stateWords } from '../../src/site/words.ts';

describe('pages', () => {
  test('whatever is put into a page is text in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(html`<p title="${text}">${text}</p>`.text).not.toMatch(
          /<p title="[^"]*["<>][^"]*">|<(?!\/?p)/,
        );
        expect(escaped(text)).not.toMatch(/[<>"']/);
      }),
    );
  });

  test('marks stand where they matched', () => {
    const ranges = [
      [1, 2],
      [4, 5],
    ] as const;
    expect(makeHtml('p', {}, ...marked(makeHtml, '甲<乙>丙', ranges)).text).toBe(
      '<p>甲<mark>&lt;</mark>乙&gt;<mark>丙</mark></p>',
    );
  });

  test('an address leaves out what is empty', () => {
    expect(address('/search', { q: '网约车 a&b', city: undefined, at: '', offset: 20 })).toBe(
      '/search?q=%E7%BD%91%E7%BA%A6%E8%BD%A6+a%26b&offset=20',
    );
  });
});

describe('questions', () => {
  test('what a form leaves empty is not asked', () => {
    expect(searchAsked.parse({ q: '停车', city: '', kind: '', at: '', limit: '', offset: '5' })).toEqual({
      ...{ q: '停车', sort: 'relevance', limit: 20, offset: 5, perDocument: 0 },
      ...Object.fromEntries(['city', 'kind', 'at'].map((name) => [name, undefined])),
    });
  });

  test('one line too many is refused', () => {
    expect(linesAsked.safeParse({ q: '甲\n'.repeat(1000) }).success).toBe(true);
    expect(linesAsked.safeParse({ q: '甲\n'.repeat(1001) }).success).toBe(false);
    expect(linesOf('甲\r\n\n乙\n')).toEqual(['甲', '', '乙']);
  });
});

test('the id of a work tells its city, and itself', () => {
  expect(splitId(workId('host.example:gazette', 'zhanfu-2020-68'))).toEqual({
    ...{ city: 'host.example:gazette', work: 'zhanfu-2020-68' },
  });
});

test('stretches of days say of every day what the spans say', () => {
  const day = fc.constantFrom(
    '0001-01-01',
    '2019-12-31',
    '2020-01-01',
    '2020-06-30',
    '2021-01-01',
    '2030-01-01',
  );
  const spans = fc
    .uniqueArray(fc.record({ from: day, state: fc.constantFrom(...(Object.keys(stateWords) as State[])) }), {
      selector: ({ from }) => from,
    })
    .map((list) => list.sort((a, b) => (a.from < b.from ? -1 : 1)));
  fc.assert(
    fc.property(spans, fc.boolean(), day, (states, amended, at) => {
      const version = { amended, states } as unknown as SearchVersion;
      const { states: stretches, textOn } = stretchesOf(version);
      const holds = (list: readonly { gte?: string; lt?: string }[] = []) =>
        list.some(({ gte = '', lt = '9999-12-31' }) => gte <= at && at < lt);
      const told = (Object.keys(stretches) as State[]).filter((state) => holds(stretches[state]));
      expect(told).toEqual([stateOn(version, at)]);
      expect(holds(textOn)).toBe(isTextOf(version, at));
    }),
  );
});
