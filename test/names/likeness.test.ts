import { describe, expect, it } from 'vitest';
import { indexNames, nearest } from '../../src/domain/names/likeness.ts';

const names: Record<string, string> = {
  plan: '青禾市“智慧港口”建设总体规划（2019-2021年）',
  cover: '青禾市人民政府关于印发青禾市内河船员奖励办法（试行）的通知',
  ferry: '青禾市渡船经营服务管理暂行规定',
  wetland: '中华人民共和国湿地环境保护法',
  shui: '青禾市水源保护办法',
  lin: '青禾市林源保护办法',
  number: '青府〔2019〕31号',
  office: '青府办〔2019〕31号',
};
const index = indexNames(Object.entries(names).map(([id, name]) => ({ id, name })));
const near = (typed: string) => nearest(index, typed).map(({ id }) => id);

describe('what people do to a name is forgiven', () => {
  it.each([
    ['the years left out', '青禾市“智慧港口”建设总体规划', 'plan'],
    ['the years behind, the rest shortened', '智慧港口规划2019-2021', 'plan'],
    ['（试行） and the words of the cover left out', '青禾市内河船员奖励办法', 'cover'],
    ['the city left out', '渡船经营服务管理暂行规定', 'ferry'],
    ['the issuer put in front', '青禾市人民政府渡船经营服务管理暂行规定', 'ferry'],
    ['one wrong character', '青禾市渡船经菅服务管理暂行规定', 'ferry'],
    ['one missing character', '青禾市渡船营服务管理暂行规定', 'ferry'],
    ['words left out', '渡船服务规定', 'ferry'],
    ['a short form', '湿地环保法', 'wetland'],
    ['the words of a cover around it', '关于印发《青禾市渡船经营服务管理暂行规定》的通知', 'ferry'],
    ['traditional characters', '青禾市渡船經營服務管理規定', 'ferry'],
    ['the year of a number left out', '青府31号', 'number'],
  ])('%s', (_what, typed, id) => {
    expect(near(typed)[0]).toBe(id);
  });
});

describe('what could be another document is offered, and what is another is not', () => {
  it('names that differ in one character come both', () => {
    expect(near('青禾市木源保护办法').sort()).toEqual(['lin', 'shui']);
  });

  it('a number comes near to numbers alone, never to those of another count', () => {
    expect(near('青府〔2019〕31号')).toEqual(['number', 'office']);
    expect(near('青府〔2019〕13号')).toEqual([]);
    expect(near('白府〔2019〕31号')).not.toContain('plan');
  });

  it.each(['某某市停车管理办法', '食品安全法', '办法', '《》', '', '港'])(
    '%s has nothing near it',
    (typed) => {
      expect(near(typed)).toEqual([]);
    },
  );

  it('five thousand characters of any kind are only a name', () => {
    for (const typed of ['青'.repeat(5000), '《'.repeat(5000), '关于印发'.repeat(1250), '2019'.repeat(1250)])
      expect(near(typed)).toEqual([]);
  });
});
