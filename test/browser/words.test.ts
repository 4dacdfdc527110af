/** What readers see on any page are words of law and of everyday: no ids, no files, no words of those who write software. */
import { describe, expect, inject, test } from 'vitest';
import { pagesOf, unescaped } from './setup/pages.ts';

/** Foreign to a reader; each with what it is. */
const foreign: [RegExp, string][] = [
  [/[\w-]+\/[\w./-]*\.(?:md|yaml|ya?ml|ts|json|astro)\b/, 'a file'],
  [/\b\w+\.(?:md|yaml|yml|ts|astro)\b/, 'a file'],
  [/\b(?:art|lvl|chp|sec|para|item|point|att|quote)_\d/, 'an id of a provision'],
  [/\b[A-Z]-\d{1,3}\b/, 'a number of a working paper'],
  [/\b(?:undefined|null|NaN|true|false)\b|\[object /, 'a value that was not put in words'],
  [
    /\b(?:parser?|regex|token|slug|fallback|render|schema|stub|eId|commit|issue \d|TODO|FIXME)\b/i,
    'a word of software',
  ],
  [/\b[a-z]+(?:-[a-z]+)+\b/, 'a name of a rule or a work'],
];

/** The words of a page, with what is told of elements by name; its own addresses aside, which are there to be copied. */
function wordsOf(html: string): string {
  const body = html
    .slice(html.indexOf('<title>'))
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/<span class="address">[^<]*<\/span>/g, ' ')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>\1<\/a>/g, ' ');
  const told = Array.from(
    body.matchAll(/\s(?:title|aria-label|placeholder|alt)="([^"]*)"/g),
    ([, words]) => words,
  );
  return unescaped(`${body.replace(/<[^>]+>/g, ' ')} ${told.join(' ')}`).replace(/\s+/g, ' ');
}

describe.each(['site', 'cases'] as const)('the %s site', (name) => {
  // The page of the data is for those who write programs; the source is shown as it is.
  const pages = pagesOf(inject(name).dir).filter(({ path }) => !/^\/(?:data|sources)\//.test(path));

  test.each(pages)('$path speaks plainly', ({ html }) => {
    const words = wordsOf(html);
    const found = foreign.flatMap(([pattern, what]) => {
      const match = pattern.exec(words);
      return match ? [`${what}: ${words.slice(Math.max(0, match.index - 30), match.index + 50)}`] : [];
    });
    expect(found).toEqual([]);
  });
});

test('a page that spoke otherwise would be found', () => {
  const page = (words: string): string => `<title>样</title><main>${words}</main>`;
  for (const words of ['见issues/2020-12/gazette.md', '见 art_6', 'A-11', 'undefined', '规则 unread-file'])
    expect(
      foreign.some(([pattern]) => pattern.test(wordsOf(page(words)))),
      words,
    ).toBe(true);
  expect(
    foreign.some(([pattern]) => pattern.test(wordsOf(page('第六条，“1+N+M”，IPv6，Word（DOCX）')))),
  ).toBe(false);
});
