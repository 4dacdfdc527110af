/** Whose 第三条 it is: what another document's name governs is never linked into the text that says it. */
import { describe, expect, it } from 'vitest';
import { readTexts } from './archive.ts';

const own = [
  '青岚省河湖管理条例',
  '第一章　总则',
  '第一条　取水应当符合下列条件：',
  '（一）有水源；',
  '（二）有设施。',
  '不符合条件的，不予批准。',
  '第二条　排水应当备案。',
  '排水口应当设置标志。',
  '第三条　禁止下列行为：',
  '（一）倾倒垃圾；',
  '（二）围垦；',
  '（三）采砂。',
  '因防洪需要的除外。',
  '第二章　管理',
  '第四条　河长负责巡河。',
  '第五条　湖长负责巡湖。',
];
const law = [
  '中华人民共和国河流法',
  ...['甲', '乙', '丙', '丁', '戊', '己', '庚'].map(
    (text, i) => `第${'一二三四五六七'[i]}条　${text}。\n\n${text}${text}。`,
  ),
];

/** Last article of the 条例 says the sentence: `所写 → 所指`, 本 = the 条例, 法 = the law, ？ = neither. */
function said(...sentences: string[]): string[] {
  const { references, works } = readTexts(
    ['tiaoli', '2020-01-01', [...own, `第六条　${sentences.join('\n\n')}`].join('\n\n')],
    ['hefa', '2010-01-01', law.join('\n\n')],
  );
  expect(works.map(({ id }) => id)).toEqual(expect.arrayContaining(['tiaoli', 'hefa']));
  return references
    .filter(({ from, locator }) => from.work === 'tiaoli' && from.eId.startsWith('art_6') && locator)
    .map(({ text, target, through }) => {
      if (!target || !('eId' in target) || !target.eId) return `${text} → ？`;
      return `${text} → ${target.work === 'hefa' ? '法' : '本'} ${target.eId}${through ? `..${through}` : ''}`;
    });
}

describe('an address in a sentence that names another document', () => {
  it.each<[string, string[]]>([
    // The list goes on.
    ['适用《河流法》第一条和第三条的规定。', ['第一条 → 法 art_1', '第三条 → 法 art_3']],
    ['《河流法》第一条所称水域和第三条所称岸线，由省公布。', ['第一条 → 法 art_1', '第三条 → 法 art_3']],
    ['依照《河流法》第一条、第三条第二款处理。', ['第一条 → 法 art_1', '第三条第二款 → 法 art_3__para_2']],
    [
      '适用本条例第三条和河流法第五条、第六条的规定。',
      ['第三条 → 本 art_3', '第五条 → 法 art_5', '第六条 → 法 art_6'],
    ],
    [
      '适用河流法第五条、第六条和本条例第三条、第四条的规定。',
      ['第五条 → 法 art_5', '第六条 → 法 art_6', '第三条 → 本 art_3', '第四条 → 本 art_4'],
    ],
    // 本条 is said of the speaker, whatever stands before it.
    [
      '《河流法》第一条第一款、第二款和本条第一款的规定。',
      ['第一条第一款 → 法 art_1__para_1', '第二款 → 法 art_1__para_2', '本条第一款 → 本 art_6__para_1'],
    ],
    // The sentence turns, and does not say back to whom.
    ['依照《河流法》第一条处罚；违反第三条的，从重处罚。', ['第一条 → 法 art_1', '第三条 → ？']],
    ['有河流法第一条规定的情形，或者有第三条规定的情形的。', ['第一条 → 法 art_1', '第三条 → ？']],
    // Said before the other document is named, it is the speaker's.
    ['违反第三条规定的，依照《河流法》第一条处罚。', ['第三条 → 本 art_3', '第一条 → 法 art_1']],
    ['《河流法》第一条另有规定。违反第三条的，处罚款。', ['第一条 → 法 art_1', '第三条 → 本 art_3']],
    ['《河流法》对第三条规定的行为另有规定的，从其规定。', ['第三条 → 本 art_3']],
    // Names that stop at the address before them.
    ['依照测绘法第一条和河流法第三条处理。', ['第一条 → ？', '第三条 → 法 art_3']],
    ['依照中华人民共和国河流法第三条处理。', ['第三条 → 法 art_3']],
    ['构成河流法分则第一章、第二章规定的行为的。', ['第一章 → ？', '第二章 → ？']],
  ])('%s', (sentence, expected) => {
    expect(said(sentence)).toEqual(expected);
  });
});

describe('a document that is meant and not named', () => {
  it.each([
    '新条例第三条规定的事项，不再备案。',
    '旧条例第三条停止执行。',
    '依照有关法律第三条的规定处理。',
    '按照劳动合同第三条的约定履行。',
    '根据第7号公告第三条处理。',
    '依照附件一第三条处理。',
    '参照省人民政府关于甲的决定第三条。',
    '适用其第三条的规定。',
    '《河流公约》附件一第三条所列物种适用本条例。',
    '修订前的《河流法》第三条规定的，从其规定。',
    '《河流法》（2016年修正）第三条规定的，从其规定。',
    '《河流法》（1998年公布，2010年1月1日废止，以下简称旧法）的旧法第三条。',
    '《河流法》及其实施条例第三条另有规定。',
  ])('%s', (sentence) => {
    expect(said(sentence)).toEqual(['第三条 → ？']);
  });

  it('is the text itself where its own title ends so', () => {
    expect(said('依照本管理条例第三条处理。')).toEqual(['第三条 → 本 art_3']);
  });
});

describe('words of another document in quotation marks', () => {
  it.each([
    '《河流法》第一条规定：“违反第三条的，处罚款。”',
    '《河流法》第一条规定：“违反本法第三条的，处罚款。”',
    '河流法第一条明确，“依照前款和第三条处理”。',
  ])('are not of the text that quotes them: %s', (sentence) => {
    expect(said(sentence)).not.toContain('第三条 → 本 art_3');
    expect(said(sentence).at(-1)).toBe('第三条 → ？');
  });
});

describe('a 款 or 项 without its 条', () => {
  it.each<[string, string[]]>([
    // The only reading that is there.
    [
      '违反本条例第三条规定，有第一款第三项行为的。',
      ['第三条 → 本 art_3', '第一款第三项 → 本 art_3__para_1__item_3'],
    ],
    // Both are there.
    ['违反本条例第三条第一款的；违反第二款的。\n\n丙。', ['第三条第一款 → 本 art_3__para_1', '第二款 → ？']],
    // The one before is another document's.
    ['依照《河流法》第三条处理；属于第二款情形的除外。\n\n丙。', ['第三条 → 法 art_3', '第二款 → ？']],
    // Nothing before it.
    ['违反第一款的，处罚款。', ['第一款 → 本 art_6__para_1']],
    [
      '违反第一条第一项至第二项规定或者第二项规定的。',
      [
        '第一条第一项至第二项 → 本 art_1__para_1__item_1..art_1__para_1__item_2',
        '第二项 → 本 art_1__para_1__item_2',
      ],
    ],
  ])('%s', (sentence, expected) => {
    expect(said(sentence)).toEqual(expected);
  });

  it('belongs to the 款 just named', () => {
    expect(
      said('有下列行为：\n\n（一）甲；\n\n（二）乙。', '有前款行为，属于第二项情形的，从重。').at(-1),
    ).toBe('第二项 → 本 art_6__para_1__item_2');
  });

  it('is counted in what the lead-in names, where only that has it', () => {
    const lines = said(
      '违反本条例第三条规定，有下列行为之一的：\n\n（一）有第一款第三项行为的；\n\n（二）违反第一款的。',
    );
    expect(lines).toEqual(['第三条 → 本 art_3', '第一款第三项 → 本 art_3__para_1__item_3', '第一款 → ？']);
  });

  it('is not the speaker’s where the lead-in names another document', () => {
    const lines = said(
      '违反《河流法》规定，有下列行为之一的：\n\n（一）违反第三条的；\n\n（二）违反第一款的。',
    );
    expect(lines).toEqual(['第三条 → ？', '第一款 → ？']);
  });

  it('is the speaker’s where the lead-in only says what follows', () => {
    const lines = said('有下列情形之一的，依照《河流法》第一条处罚：\n\n（一）违反第三条的。');
    expect(lines).toEqual(['第一条 → 法 art_1', '第三条 → 本 art_3']);
  });
});

describe('a list of 章 and 条', () => {
  it('counts articles through the whole text', () => {
    expect(said('第一章和第四条、第二章的规定除外。')).toEqual([
      '第一章 → 本 chp_1',
      '第四条 → 本 art_4',
      '第二章 → 本 chp_2',
    ]);
  });
});
