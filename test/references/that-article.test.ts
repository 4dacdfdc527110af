import { describe, expect, test } from 'vitest';
import { readTexts } from './archive.ts';

const river =
  '中华人民共和国河流法\n\n（2009年12月26日通过）\n\n第一条　为了保护河流，制定本法。\n\n第二条　填河应当经过批准。\n\n未经批准的，责令恢复。\n\n第三条　本法自2010年3月1日起施行。';

/** Targets of what an own text says, `words → work eId`. */
function said(first: string): string[] {
  const { references } = readTexts(
    ['he', '2010-03-01', river],
    [
      'gui',
      '2020-01-01',
      `甲市河流处罚规定\n\n第一条　${first}\n\n第二条　养殖应当登记。\n\n登记免费。\n\n第三条　本规定自2020年1月1日起施行。`,
    ],
  );
  return references
    .filter(({ from, locator }) => from.work === 'gui' && locator)
    .map(({ text, target }) => {
      const eId = target && 'work' in target && 'eId' in target ? ` ${target.eId}` : '';
      return `${text} → ${target?.work ?? '？'}${eId}`;
    });
}

describe('该条 after the article of another law', () => {
  test('is that law’s, with its paragraph', () => {
    expect(said('违反河流法第二条规定的，依照该条第二款处理。')).toEqual([
      '第二条 → he art_2',
      '该条第二款 → he art_2__para_2',
    ]);
    expect(said('违反《河流法》第二条规定的，依照该条规定处理。').at(-1)).toBe('该条 → he art_2');
  });

  test('leads nowhere in this text where that law is not held', () => {
    expect(said('依照湖沼法第二条的规定定罪，该条第一款规定的行为从重处罚。')).toEqual([
      '第二条 → ？',
      '该条第一款 → ？',
    ]);
  });

  test('is this text’s after an article of its own', () => {
    expect(said('违反本规定第二条的，依照该条第二款处理。').at(-1)).toBe('该条第二款 → gui art_2__para_2');
  });
});

describe('该规定', () => {
  test.each([
    ['填河适用《河流法》第二条第二款，该规定没有规定的，由市人民政府决定。', '该规定 → he art_2__para_2'],
    ['依照《河流法》第二条处理；该条规定不适用的，依照该规定以外的规定处理。', '该规定 → he art_2'],
    ['养殖适用本规定第二条，该规定没有规定的，由市人民政府决定。', '该规定 → gui art_2'],
  ])('after an address is what stands there: %s', (first, last) => {
    expect(said(first).at(-1)).toBe(last);
  });

  test.each([
    '依照《河流法》第二条和《甲市养殖规定》处理，该规定没有规定的，由市人民政府决定。',
    '依照《河流法》第二条处理。该规定没有规定的，由市人民政府决定。',
    '依照《河流法》第二条、第三条处理，该规定没有规定的，由市人民政府决定。',
  ])('may mean something else, and leads nowhere: %s', (first) => {
    expect(said(first).filter((one) => one.startsWith('该规定'))).toEqual([]);
  });
});

describe('an article of each of several laws', () => {
  test.each(['各第二条', '各自的第二条'])('《甲》《乙》%s is that of each', (words) => {
    const [river, lake, ...more] = said(`违反《河流法》、《湖泊法》${words}的，从重处罚。`);
    expect(river).toBe('第二条 → he art_2');
    expect(lake).toMatch(/^第二条 → (?!he|gui)/);
    expect(more).toEqual([]);
  });
});

describe('a short name with the place in front', () => {
  test('means the document that it was given to, each time', () => {
    const { works, references } = readTexts(
      [
        'sheng',
        '2018-01-01',
        '甲省处罚办法\n\n第一条　为规范处罚，制定本办法。\n\n第二条　处罚应当公开。\n\n第三条　处罚应当公正。',
      ],
      [
        'shi',
        '2021-01-01',
        '甲市船员规定\n\n第一条　根据《甲省处罚办法》（以下简称省《办法》），制定本规定。\n\n第二条　船员处罚适用省《办法》第二条、第三条。',
      ],
    );
    expect(works.map(({ title }) => title)).toEqual(['甲省处罚办法', '甲市船员规定']);
    const targets = references.filter(({ locator }) => locator).map(({ target }) => target);
    expect(targets).toMatchObject([
      { work: 'sheng', eId: 'art_2' },
      { work: 'sheng', eId: 'art_3' },
    ]);
  });
});

describe('an order that is cited by its number alone', () => {
  const order = (name: string, body: string, title: string): [string, string, string] => [
    name,
    '2019-01-01',
    `${title}\n\n（2019年1月1日${body}令第3号公布）\n\n第一条　甲。`,
  ];
  const citing = (body: string): [string, string, string] => [
    'citing',
    '2020-01-01',
    `甲市养殖规定\n\n（2020年1月1日${body}令第9号公布）\n\n第一条　根据令第3号，制定本规定。`,
  ];
  const target = (body: string): string | undefined => {
    const { references } = readTexts(order('rule', '甲市人民政府', '甲市渡口规定'), citing(body));
    return references.find(({ text }) => text === '令第3号')?.target?.work;
  };

  test('is the order of the body that cites it', () => {
    expect(target('甲市人民政府')).toBe('rule');
    expect(target('乙市人民政府')).toBeUndefined();
  });
});
