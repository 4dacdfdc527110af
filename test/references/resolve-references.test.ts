import { describe, expect, it } from 'vitest';
import type { Day, Reference } from '../../src/domain/model.ts';
import { referencesAmong } from '../../src/domain/references/index.ts';
import { readIssue, readTexts, versionOf, workOf } from './archive.ts';

/** `从何处：所写 → 所指`, one line a reference. */
function trace(references: readonly Reference[], from?: string): string[] {
  return references
    .filter((reference) => from === undefined || reference.from.work === from)
    .map(({ from: { eId }, part, text, target, through, reason }) => {
      const to =
        target && 'eId' in target && target.eId ? `#${target.eId}${through ? `..${through}` : ''}` : '';
      const version = target && 'version' in target ? `@${target.version}` : '';
      return `${part ?? eId}：${text} → ${target ? `${target.work}${version}${to}` : ''}${reason ? `（${reason}）` : ''}`;
    });
}

const law = (...articles: string[]): string =>
  ['中华人民共和国测试法', ...articles.map((text, i) => `第${'一二三四五六七八九十'[i]}条　${text}`)].join(
    '\n\n',
  );

function one(name: string, text: string, date: Day = '2020-01-01'): string[] {
  return trace(readTexts([name, date, text]).references);
}

describe('a text citing itself', () => {
  it('counts 前款, 本条 and 前条 from where they stand', () => {
    const text = law('甲。\n\n前款规定适用于乙。', '依照前条第一款和本条第二款处理。\n\n丙。');
    expect(one('ceshi', text)).toEqual([
      'art_1__para_2：前款 → ceshi@2020-01-01#art_1__para_1',
      'art_2__para_1：前条第一款 → ceshi@2020-01-01#art_1__para_1',
      'art_2__para_1：本条第二款 → ceshi@2020-01-01#art_2__para_2',
    ]);
  });

  it('takes each member of a list and both ends of a range', () => {
    const text = law('甲。', '乙。', '丙。', '违反本法第一条、第二条，或者第一条至第三条规定的，处以罚款。');
    expect(one('ceshi', text)).toEqual([
      'art_4__para_1：本法 → ceshi@2020-01-01',
      'art_4__para_1：第一条 → ceshi@2020-01-01#art_1',
      'art_4__para_1：第二条 → ceshi@2020-01-01#art_2',
      'art_4__para_1：第一条至第三条 → ceshi@2020-01-01#art_1..art_3',
    ]);
  });

  it('says that a provision is not there, and does not link another', () => {
    expect(one('ceshi', law('依照第九条和第〇条处理。'))).toEqual([
      'art_1__para_1：第九条 → （全文没有第九条）',
      'art_1__para_1：第〇条 → （全文没有第零条）',
    ]);
  });

  it('follows a circle of references without end', () => {
    expect(one('ceshi', law('依照第二条。', '依照第一条。', '依照第三条。'))).toEqual([
      'art_1__para_1：第二条 → ceshi@2020-01-01#art_2',
      'art_2__para_1：第一条 → ceshi@2020-01-01#art_1',
      'art_3__para_1：第三条 → ceshi@2020-01-01#art_3',
    ]);
  });

  it('各该条 means the articles just cited', () => {
    const text = law('甲。', '乙。', '丙。', '犯第一条至第三条规定之罪的，依照各该条的规定处罚。');
    expect(one('ceshi', text).at(-1)).toBe('art_4__para_1：各该条 → ceshi@2020-01-01#art_1..art_3');
  });

  it('completes an address that leaves its 条 to the one beside it', () => {
    const text = law(
      '下列财产：\n\n（一）甲；\n\n（二）乙；\n\n（三）丙。',
      '以第一条第一项规定的财产或者第三项规定的财产抵押的，应当登记。',
    );
    expect(one('ceshi', text).slice(-2)).toEqual([
      'art_2__para_1：第一条第一项 → ceshi@2020-01-01#art_1__para_1__item_1',
      'art_2__para_1：第三项 → ceshi@2020-01-01#art_1__para_1__item_3',
    ]);
  });

  it('reads thousands of references', () => {
    const many = '依照第一条、第二条的规定。'.repeat(3000);
    expect(one('ceshi', law(many, '乙。'))).toHaveLength(6000);
  });
});

describe('a text citing others', () => {
  const cited = law('甲。', '乙：\n\n（一）丙；\n\n（二）丁。');

  function citing(body: string, ...more: [string, Day, string][]): string[] {
    const text = `某省实施测试法办法\n\n第一条　${body}`;
    return trace(
      readTexts(['ceshi', '2010-01-01', cited], ...more, ['banfa', '2015-01-01', text]).references,
      'banfa',
    );
  }

  it.each([
    [
      '依照《中华人民共和国测试法》第二条第二项执行。',
      [
        '《中华人民共和国测试法》 → ceshi@2010-01-01',
        '第二条第二项 → ceshi@2010-01-01#art_2__para_1__item_2',
      ],
    ],
    [
      '依照《测试法》第一条、第二条执行。',
      ['《测试法》 → ceshi@2010-01-01', '第一条 → ceshi@2010-01-01#art_1', '第二条 → ceshi@2010-01-01#art_2'],
    ],
    [
      '违反测试法第一条，第二条第一项规定的，',
      [
        '测试法 → ceshi@2010-01-01',
        '第一条 → ceshi@2010-01-01#art_1',
        '第二条第一项 → ceshi@2010-01-01#art_2__para_1__item_1',
      ],
    ],
    [
      '根据《中华人民共和国测试法》（以下简称测试法）制定。测试法第一条所称甲，是指乙。',
      [
        '《中华人民共和国测试法》 → ceshi@2010-01-01',
        '测试法 → ceshi@2010-01-01',
        '第一条 → ceshi@2010-01-01#art_1',
      ],
    ],
    [
      '根据《中华人民共和国测试法》（以下简称“本上位法”）制定，依照本上位法第二条。',
      [
        '《中华人民共和国测试法》 → ceshi@2010-01-01',
        '本上位法 → ceshi@2010-01-01',
        '第二条 → ceshi@2010-01-01#art_2',
      ],
    ],
    [
      '根据《中华人民共和国测试法》，依照该法第二条执行。',
      [
        '《中华人民共和国测试法》 → ceshi@2010-01-01',
        '该法 → ceshi@2010-01-01',
        '第二条 → ceshi@2010-01-01#art_2',
      ],
    ],
    [
      '依照该法第二条执行。',
      ['该法 → （“该法”之前同一条内未见所指文件）', '第二条 → （“该法”之前同一条内未见所指文件）'],
    ],
    // The reason speaks of the words that the text has.
    [
      '依照同法第二条执行。',
      ['同法 → （“同法”之前同一条内未见所指文件）', '第二条 → （“同法”之前同一条内未见所指文件）'],
    ],
    // That a text is repealed does not say that it was amended.
    [
      '依照《测试法》（2015年3月1日废止）第二条执行。',
      [
        '《测试法》 → ceshi（指《中华人民共和国测试法》从前的文本，未写明是哪一天的）',
        '第二条 → ceshi（指《中华人民共和国测试法》从前的文本，未写明是哪一天的）',
      ],
    ],
    [
      '根据《测试法》《另一法》，依照该法第二条执行。',
      [
        '《测试法》 → ceshi@2010-01-01',
        '《另一法》 → lyf-',
        '该法 → （“该法”之前同一条内引有2件文件，所指不能确定）',
        '第二条 → （“该法”之前同一条内引有2件文件，所指不能确定）',
      ],
    ],
  ])('%s', (body, expected) => {
    const found = citing(body).map((line) => line.replace('art_1__para_1：', ''));
    expect(found).toHaveLength(expected.length);
    for (const [i, line] of found.entries())
      expect(line.startsWith(expected[i]!), `${line} / ${expected[i]}`).toBe(true);
  });

  it('takes the text in force on its own day', () => {
    const later: [string, Day, string] = ['ceshi', '2018-01-01', law('新。')];
    expect(citing('依照《测试法》第二条执行。', later).at(-1)).toContain('ceshi@2010-01-01#art_2');
  });

  it('does not link a text that came after it', () => {
    const text = '某省测试办法\n\n第一条　依照《测试法》第二条执行。';
    const { references } = readTexts(['ceshi', '2010-01-01', cited], ['zao', '2001-01-01', text]);
    expect(trace(references, 'zao')).toEqual([
      'art_1__para_1：《测试法》 → ceshi（2001-01-01时的文本本档案未收录）',
      'art_1__para_1：第二条 → ceshi（2001-01-01时的文本本档案未收录）',
    ]);
  });

  it('names the work where the provision is missing from it', () => {
    expect(citing('依照《测试法》第八条执行。').at(-1)).toBe(
      'art_1__para_1：第八条 → ceshi@2010-01-01（全文没有第八条）',
    );
  });

  it('never guesses between two documents of one title', () => {
    const notice = (number: string): string =>
      `某局关于做好工作的通知\n\n某府〔2010〕${number}号\n\n各单位：\n\n甲。\n\n某局\n\n2010年1月1日`;
    const { works, references } = readTexts(
      ['yi', '2010-01-01', notice('1').replace('某局', '甲局')],
      ['er', '2010-01-01', notice('2').replace('某局', '乙局')],
      [
        'banfa',
        '2015-01-01',
        '某省办法\n\n第一条　《关于做好工作的通知》有效，《关于做好工作的通知》（某府〔2010〕2号）有效。',
      ],
    );
    expect(works.length).toBeGreaterThanOrEqual(3);
    const titles = references.filter(({ from, kind }) => from.work === 'banfa' && kind === 'external');
    expect(titles[0]).toMatchObject({ reason: '有2件文件的标题为“关于做好工作的通知”，无法确定是哪一件' });
    expect(titles[0]?.target).toBeUndefined();
    expect(titles[1]?.target?.work).toBe('er');
  });

  it('does not take a document of another number for the one cited', () => {
    const notice = '某局关于做好工作的通知\n\n某府〔2010〕1号\n\n各单位：\n\n甲。\n\n某局\n\n2010年1月1日';
    const { references, works } = readTexts(
      ['yi', '2010-01-01', notice],
      ['banfa', '2015-01-01', '某省办法\n\n第一条　《某局关于做好工作的通知》（某府〔2012〕9号）有效。'],
    );
    const [title] = references.filter(({ from }) => from.work === 'banfa');
    expect(title?.target?.work).not.toBe('yi');
    expect(works.find(({ id }) => id === title?.target?.work)).toMatchObject({
      documentNumber: '某府〔2012〕9号',
      versions: [],
    });
  });

  it('does not take itself for the older document of its own title that it repeals', () => {
    const text = '某省测试办法\n\n第一条　甲。\n\n第二条　2006年8月24日发布的《某省测试办法》同时废止。';
    const { references } = readTexts(['banfa', '2015-01-01', text]);
    const [title] = references.filter(({ kind }) => kind === 'external');
    expect(title?.target?.work).not.toBe('banfa');
  });

  it('means the later of two documents of one title, where that one ended the earlier', () => {
    const text =
      '某省测试办法\n\n第一条　甲。\n\n第二条　2006年8月24日发布的《某省测试办法》（某府〔2006〕1号）同时废止。';
    const { references } = readTexts(
      ['banfa', '2015-01-01', text],
      ['guiding', '2016-01-01', '某省规定\n\n第一条　依照《某省测试办法》第一条执行。'],
    );
    const [title, article] = references.filter(({ from }) => from.work === 'guiding');
    expect(title).toMatchObject({ target: { work: 'banfa' } });
    expect(article).toMatchObject({ target: { work: 'banfa', eId: 'art_1' } });
    const [old] = references.filter(({ from, kind }) => from.work === 'banfa' && kind === 'external');
    expect(old?.target?.work).toMatch(/2006-1$/);
  });

  it('leaves certificates and forms unlinked and unlisted', () => {
    const { works, references } = readTexts([
      'banfa',
      '2015-01-01',
      '某省办法\n\n第一条　发给《登记证书》，填写《申请表》。',
    ]);
    expect(references.map(({ target, reason }) => [target, reason])).toEqual([
      [undefined, '本档案未收录《登记证书》'],
      [undefined, '本档案未收录《申请表》'],
    ]);
    expect(works).toHaveLength(1);
  });

  it('本法 in a 规定 is noted, 本通知 in a 规定 is refused', () => {
    const { references } = readTexts([
      'guiding',
      '2015-01-01',
      '某市测试规定\n\n第一条　本法自发布之日起施行，按照本通知执行。',
    ]);
    expect(references[0]).toMatchObject({
      text: '本法',
      target: { work: 'guiding' },
      note: expect.stringContaining('按所在文件解'),
    });
    expect(references[1]).toMatchObject({ text: '本通知', reason: '“本通知”与本文文种不合，所指不能确定' });
    expect(references[1]?.target).toBeUndefined();
  });
});

describe('本法 in the words of another law', () => {
  it('is that law, and says so', () => {
    const rules =
      '测试法实施条例\n\n第一条　测试法第一条所称本法公布前设立的企业，是指旧企业。\n\n第二条　测试法第二条所称所得，依照本法规定计算。';
    const { references } = readTexts(
      ['ceshi', '2010-01-01', law('甲。', '乙。')],
      ['tiaoli', '2015-01-01', rules],
    );
    const own = references.filter(({ from, text }) => from.work === 'tiaoli' && text === '本法');
    expect(own.map(({ target }) => target)).toEqual([
      { work: 'ceshi', version: '2010-01-01' },
      { work: 'ceshi', version: '2010-01-01' },
    ]);
    expect(own[0]?.note).toContain('自称');
  });
});

describe('a decision', () => {
  const before = law('甲。', '乙：\n\n（一）丙；\n\n（二）丁。\n\n第二款。', '丁。');
  const after = law('甲。', '新。', '乙：\n\n（一）丙。\n\n第二款。');
  const decision = [
    '关于修改《中华人民共和国测试法》的决定',
    '会议决定对《中华人民共和国测试法》作如下修改：',
    '一、增加一条，作为第二条：“新。”',
    '二、将第二条改为第三条，删去第二项，第二款修改为：“依照第一条处理。”',
    '三、将第三条中的“本法第二条”修改为“本法第三条”。',
    '四、删去第四条。',
    '本决定自公布之日起施行。',
    '《中华人民共和国测试法》根据本决定作相应修改，重新公布。',
  ].join('\n\n');
  const { references, works } = readTexts(
    ['ceshi', '2010-01-01', before],
    ['jueding', '2020-01-01', decision],
    ['ceshi', '2020-01-01', after],
  );
  const found = trace(references, workOf(works, '关于修改').id).map((line) => line.replace(/^[^：]*：/, ''));

  it.each([
    ['第二条 → ceshi@2020-01-01#art_2', '作为 names the new text'],
    ['第二条 → ceshi@2010-01-01#art_2', 'an address alone names the old text'],
    ['第三条 → ceshi@2020-01-01#art_3', '改为 names the new text'],
    ['第二项 → ceshi@2010-01-01#art_2__para_1__item_2', 'what leaves out its 条 goes on in the old article'],
    ['第二款 → ceshi@2010-01-01#art_2__para_2', 'also after 改为'],
    ['第一条 → ceshi@2020-01-01#art_1', 'quoted new wording speaks of the new text'],
    ['本法 → ceshi@2010-01-01', '本法 in quoted old wording is the old law'],
    ['本法 → ceshi@2020-01-01', '本法 in quoted new wording is the new one'],
    ['第四条 → ceshi@2010-01-01（全文没有第四条）', 'what the old text lacks is not linked'],
    ['本决定 → jueding@2020-01-01', 'itself'],
    ['《中华人民共和国测试法》 → ceshi@2020-01-01', 'republished'],
  ])('%s: %s', (line) => {
    expect(found).toContain(line);
  });

  it('names neither text where it amends several and does not say which', () => {
    const several = '关于修改《甲法》和《乙法》的决定\n\n删去第三条。\n\n本决定自公布之日起施行。';
    const { references: found } = readTexts(['duo', '2020-01-01', several]);
    expect(found.find(({ text }) => text === '第三条')).toMatchObject({
      reason: '本决定未写明此处修改哪一件文件，或者写有多件',
    });
  });
});

describe('an annex', () => {
  const annexed = [
    '某市测试规定',
    '第一条　甲。',
    '第二条　依照第一条和附件处理。',
    '附件',
    '测试清单',
    '第一条　子。',
    '第二条　依照第一条处理，本规定第二条不适用。',
  ].join('\n\n');
  const found = trace(readTexts(['guiding', '2020-01-01', annexed]).references);

  it('numbers its articles apart from the body', () => {
    expect(found).toContain('art_2__para_1：第一条 → guiding@2020-01-01#art_1');
    const inAnnex = found.filter((line) => line.startsWith('att_1'));
    expect(
      inAnnex.some((line) => /：第一条 → guiding@2020-01-01#att_1__art_1$/.test(line)),
      inAnnex.join('\n'),
    ).toBe(true);
  });

  it('names the body by 本规定', () => {
    expect(
      found.some((line) => /^att_1\S*：第二条 → guiding@2020-01-01#art_2$/.test(line)),
      found.join('\n'),
    ).toBe(true);
  });
});

describe('the texts of one file without an archive', () => {
  const { works } = readIssue();
  const instruments = works.flatMap(({ versions }) => versions.slice(-1).map(({ instrument }) => instrument));
  const found = referencesAmong(instruments);

  it('are resolved among themselves, without days', () => {
    const rule = versionOf(works, '湛江市网络预约出租汽车经营服务管理暂行规定').instrument.id;
    const [reference] = found.filter(
      ({ from, kind }) => from.work === rule && from.eId === 'art_14__para_1' && kind === 'internal',
    );
    expect(reference?.target).toEqual({ work: rule, eId: 'art_13' });
  });

  it('leave what a decision says of the text before it without a provision', () => {
    const removed = found.find(({ text }) => text === '第六条第一款第三项');
    expect(removed).toMatchObject({ reason: expect.stringContaining('修改前的文本，本档案未收录') });
    expect(removed?.target && 'eId' in removed.target).toBe(false);
  });
});
