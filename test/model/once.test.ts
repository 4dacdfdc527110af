import { expect, test } from 'vitest';
import { oncePer } from '../../src/domain/model/once.ts';

test('what is made of an object is made once, nothing at all included', () => {
  const made: string[] = [];
  const nameOf = oncePer(({ name }: { name?: string }) => {
    made.push(name ?? '无');
    return name;
  });
  const [one, other, none] = [{ name: '甲' }, { name: '甲' }, {}];
  expect([one, other, none, none, one].map(nameOf)).toEqual(['甲', '甲', undefined, undefined, '甲']);
  expect(made).toEqual(['甲', '甲', '无']);
});
