/** Short names, annexes of other documents, and words that only look like a promise or a pointer. */
import { describe, expect, it } from 'vitest';
import { findReferences } from '../../src/domain/references/index.ts';
import { read } from '../views/read.ts';
import { readTexts } from './archive.ts';

/** `所写 → 标题` of every name in a text. */
function names(...articles: string[]): string[] {
  const text = ['青岚市河湖办法', ...articles.map((words, i) => `第${'一二三四'[i]}条　${words}`)].join(
    '\n\n',
  );
  return findReferences(read(text))
    .filter(({ kind, locator }) => kind === 'external' && !locator)
    .map((found) => `${found.text} → ${found.title}`);
}

describe('a short name', () => {
  it('may stand after a number in the bracket', () => {
    expect(names('根据《甲办法》（青水〔2020〕8号，以下简称《办法》）。', '依照《办法》执行。').at(-1)).toBe(
      '《办法》 → 甲办法',
    );
  });

  it('is each to its own where 分别 says so', () => {
    const given = '根据《甲水法》、《乙防洪法》（以下分别简称《水法》、《防洪法》）。';
    expect(names(given, '依照《水法》和《防洪法》。').slice(-2)).toEqual([
      '《水法》 → 甲水法',
      '《防洪法》 → 乙防洪法',
    ]);
  });

  it('that is a common noun is one only before an address', () => {
    const given = '根据《甲条例》（以下简称条例）。';
    expect(names(given, '法规、条例另有规定的，管理条例另有规定的，从其规定。')).toHaveLength(1);
    expect(names(given, '依照条例第三条处理。').at(-1)).toBe('条例 → 甲条例');
  });

  it('is not the end of a longer name', () => {
    const given = '根据《甲水法》（以下简称水法）。';
    expect(names(given, '依照节约水法第三条处理。').at(-1)).toBe('节约水法 → 节约水法');
    expect(names(given, '依照中华人民共和国水法第三条处理。').at(-1)).toBe(
      '中华人民共和国水法 → 中华人民共和国水法',
    );
  });

  it('旧条例 is not the text of today', () => {
    const { references } = readTexts(
      ['xin', '2018-01-01', '甲条例\n\n第一条　甲。\n\n第二条　乙。'],
      [
        'yijian',
        '2019-01-01',
        '关于适用甲条例的意见\n\n一、《甲条例》（2018年修订，以下简称新条例）第二条适用。\n\n二、《甲条例》（2018年1月1日废止，以下简称旧条例）第二条、旧条例第一条不再适用。',
      ],
    );
    const places = references.filter(({ from, locator }) => from.work === 'yijian' && locator);
    expect(places.map(({ target }) => (target && 'eId' in target ? target.eId : undefined))).toEqual([
      'art_2',
      undefined,
      undefined,
    ]);
  });
});

describe('an annex', () => {
  const annexes = (body: string): string[] => {
    const text = `青岚市保护动物办法\n\n第一条　${body}\n\n附表\n\n保护动物名录\n\n| 名称 | 级别 |\n|---|---|\n| 甲 | 一级 |`;
    const { references } = readTexts(['banfa', '2020-01-01', text]);
    return references
      .filter(({ kind }) => kind === 'annex')
      .map(({ text: words, target, reason }) => `${words} → ${target ? '附表' : reason}`);
  };
  it.each<[string, string[]]>([
    ['列入附表的动物。', ['附表 → 附表']],
    ['列入《甲公约》附录Ⅰ、附录Ⅱ的动物。', []],
    ['列入野生动植物公约附录的动物。', []],
    ['见本办法附录。', ['附录 → 本文未附附录']],
  ])('%s', (body, expected) => {
    expect(annexes(body)).toEqual(expected);
  });
});

it.each(['除本法另行规定外，适用本法。', '法律另行规定的除外。', '另行规定的，从其规定。'])(
  'promises no text: %s',
  (body) => {
    expect(findReferences(read(`甲法\n\n第一条　${body}`)).filter(({ mark }) => mark)).toEqual([]);
  },
);
