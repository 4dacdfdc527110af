/** Short names that are given, and used, in 《》. */
import { expect, it } from 'vitest';
import { readTexts, versionOf } from './archive.ts';

it('《绿化办法》 after （以下简称《绿化办法》） is the document that was given the name', () => {
  const { works, references } = readTexts(
    ['lvhua', '2010-01-01', '甲市绿化办法\n\n第一条　甲。\n\n第二条　乙。'],
    [
      'xize',
      '2011-01-01',
      '甲市绿化细则\n\n第一条　根据《甲市绿化办法》（以下简称《绿化办法》），制定本细则。\n\n第二条　执行《绿化办法》第二条。',
    ],
  );
  expect(works.map(({ title }) => title)).toEqual(['甲市绿化办法', '甲市绿化细则']);
  const version = versionOf(works, '甲市绿化办法').date;
  const second = references.filter(({ from }) => from.eId === 'art_2__para_1' && from.work === 'xize');
  expect(second.map(({ text, target }) => [text, target])).toEqual([
    ['《绿化办法》', { work: 'lvhua', version }],
    ['第二条', { work: 'lvhua', version, eId: 'art_2' }],
  ]);
});
