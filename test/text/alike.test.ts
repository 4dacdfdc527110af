import { describe, expect, test } from 'vitest';
import { alike, distance } from '../../src/domain/text/alike.ts';

/** The definition itself, slowly. */
function plain(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const choices = [
    plain(a.slice(1), b) + 1,
    plain(a, b.slice(1)) + 1,
    plain(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0])
    choices.push(plain(a.slice(2), b.slice(2)) + 1);
  return Math.min(...choices);
}

describe('the distance of two words', () => {
  test.each([
    ['calender', 'calendar', 1],
    ['wangyuehce', 'wangyueche', 1],
    ['2020-13', '2020-12', 1],
    ['网约车规定', '网约车管理规定', 2],
    ['', 'abc', 3],
  ])('%s, %s: %i', (one, other, far) => {
    expect(distance(one, other, 9)).toBe(far);
    expect(distance(other, one, 9)).toBe(far);
    expect(distance(one, other, far - 1)).toBe(Number.POSITIVE_INFINITY);
  });

  test('is that of its definition for all short words', () => {
    const words = ['', 'a', 'b', 'ab', 'ba', 'aab', 'bba', 'abab', 'baba', 'abba', 'bcab'];
    for (const one of words)
      for (const other of words) expect(distance(one, other, 9), `${one} ${other}`).toBe(plain(one, other));
  });
});

describe('the names most like a word', () => {
  const names = ['wangyueche-guiding', 'zhanfu-2020-68', 'zhanfu-2020-71', 'jubao-jiangli-banfa'];
  const like = (word: string): string[] => alike(word, names, (name) => name);

  test.each([
    ['wangyueche-guidng', ['wangyueche-guiding']],
    ['Wangyueche-Guiding', ['wangyueche-guiding']],
    ['wangyueche', ['wangyueche-guiding']],
    ['jubao-jiangli-banfa-2', ['jubao-jiangli-banfa']],
    ['zhanfu-2020-70', ['zhanfu-2020-71', 'zhanfu-2020-68']],
    ['nothing-of-the-kind', []],
    ['', []],
  ])('%s → %j', (word, found) => {
    expect(like(word)).toEqual(found);
  });

  test('are found at once however long the word is', () => {
    const begun = performance.now();
    expect(alike('条'.repeat(100_000), names, (name) => name)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(100);
  });
});
