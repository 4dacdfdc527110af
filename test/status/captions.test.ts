/** Amendments of which only a 题注 tells: when they were made is printed, and from when they apply seldom is. */
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/domain/archive.ts';
import { lifeOf, statusOn, textOn } from '../../src/domain/status/life/life.ts';
import { book, stateOf } from './named.ts';

const on = ({ lives }: Archive, id: string, day: string) => {
  const { state, basis, version } = textOn(lives.get(id)!, day);
  return [state, basis, version];
};

describe('decisions that bear one title', () => {
  const title = '某省节庆假期办法';
  const amending = `某省人民政府关于修改〈${title}〉的决定`;
  const archive = book(
    [
      'feast',
      '2007-12-14',
      `${title}\n\n1950年12月23日 某省人民政府令第1号公布\n\n1999年9月18日 《${amending}》第一次修订\n\n2007年12月14日 《${amending}》第二次修订\n\n第一条　春节放假三天。\n\n第二条　本办法自公布之日起施行。\n`,
    ],
    [
      'decision',
      '2024-11-10',
      `某省人民政府关于修改《${title}》的决定\n\n（2024年11月10日某省人民政府令第95号公布）\n\n某省人民政府决定对《${title}》作如下修改：\n\n将第一条中的“三天”修改为“四天”。\n\n本决定自2025年1月1日起施行。\n`,
    ],
  );

  it.each([
    ['1999-09-17', '1950-12-23'],
    ['1999-09-18', '1999-09-18'],
    ['2007-12-13', '1999-09-18'],
    ['2007-12-14', '2007-12-14'],
    ['2024-12-31', '2007-12-14'],
    ['2025-01-01', '2025-01-01'],
  ])('are told apart by their days: on %s the text of %s', (day, version) => {
    expect(on(archive, 'feast', day)).toEqual(['in-force', 'stated', version]);
  });
});

describe('an amendment without a start', () => {
  const archive = book([
    'rule',
    '2020-12-29',
    '某院办案规定\n\n（2016年1月25日某院审判委员会第1次会议通过，自2016年4月1日起施行，根据2020年12月23日某院审判委员会第9次会议通过的《某院关于修改〈某院办案规定〉的决定》修正）\n\n第一条　办案适用本规定。\n\n第二条　本规定自2016年4月1日起施行。\n',
  ]);

  it('makes the text filed some days later, from the day on which it was made, which is said to be inferred', () => {
    expect(on(archive, 'rule', '2020-12-22')).toEqual(['in-force', 'stated', '2016-01-25']);
    expect(on(archive, 'rule', '2020-12-23')).toEqual(['in-force', 'stated', '2020-12-29']);
    expect(textOn(archive.lives.get('rule')!, '2020-12-30').reason).toContain(
      '修改自何日起施行本库未载，以修改之日推定',
    );
  });

  it('leaves the force of the text itself, and the end of the one before it, inferred', () => {
    const work = archive.works.find(({ id }) => id === 'rule')!;
    const told = (version: string) => {
      const { state, basis } = statusOn(
        work,
        archive.events.get('rule')!,
        '2020-12-30',
        '2026-12-31',
        version,
      );
      return [state, basis];
    };
    expect(told('2020-12-29')).toEqual(['in-force', 'inferred']);
    expect(told('2016-01-25')).toEqual(['superseded', 'inferred']);
    expect(lifeOf(work, archive.events.get('rule')!, '2026-12-31', '2016-01-25').at(-1)!.reason).toMatch(
      /^该文本推定自2020年12月23日起/,
    );
  });

  it('is one on every day for the document and for its text', () => {
    const work = archive.works.find(({ id }) => id === 'rule')!;
    for (const day of ['2020-12-22', '2020-12-23', '2020-12-28', '2020-12-29']) {
      const named = on(archive, 'rule', day)[2]!;
      expect([day, statusOn(work, archive.events.get('rule')!, day, '2026-12-31', named).state]).toEqual([
        day,
        'in-force',
      ]);
    }
  });

  it('that a decision sets back changes the text from the decision on', () => {
    const setBack = book(
      [
        'a',
        '2015-03-01',
        '某市气价办法\n\n（2015年3月1日某市人民政府令第5号公布）\n\n第一条　气价为一元。\n\n第二条　本办法自2015年5月1日起施行。\n',
      ],
      [
        'b',
        '2020-03-10',
        '某市人民政府关于修改《某市气价办法》的决定\n\n（2020年3月10日某市人民政府令第9号公布）\n\n对《某市气价办法》作如下修改：\n\n将第一条中的“一元”修改为“二元”。\n\n本决定自2020年1月1日起施行。\n',
      ],
    );
    expect(on(setBack, 'a', '2020-02-01')[2]).toBe('2015-03-01');
    const after = on(setBack, 'a', '2020-03-10')[2];
    expect(setBack.works.find(({ id }) => id === 'a')!.versions.at(-1)!.date).toBe(after);
  });

  it('counts from the approval where the decision needed one', () => {
    const local = book([
      'sport',
      '2010-12-31',
      '某市健身条例\n\n2004年6月30日 某市人民代表大会常务委员会第十八次会议通过\n\n2010年8月25日 某市人民代表大会常务委员会第二十六次会议通过\n\n2010年11月25日 某省人民代表大会常务委员会第二十一次会议批准的《某市人民代表大会常务委员会关于修改〈某市健身条例〉的决定》修改\n\n第一条　公民有健身的权利。\n\n第二条　本条例自2004年9月1日起施行。\n',
    ]);
    expect(on(local, 'sport', '2010-11-24')[2]).toBe('2004-06-30');
    expect(on(local, 'sport', '2010-11-25')[2]).toBe('2010-12-31');
  });
});

describe('a text filed under a day after its start', () => {
  const text = (filed: string): Archive =>
    book([
      'rain',
      filed,
      '某省防雹条例\n\n2002年3月19日 某省人民政府令第48号公布\n\n第一条　防雹应当报批。\n\n第二条　本条例自2002年5月1日起施行。\n',
    ]);

  it('is not taken for the text of the days before, though the document was in force', () => {
    expect(on(text('2020-03-27'), 'rain', '2010-01-01')).toEqual(['in-force', 'stated', '2002-03-19']);
    expect(on(text('2020-03-27'), 'rain', '2020-03-27')).toEqual(['in-force', 'stated', '2020-03-27']);
  });

  it('is the first text where it is filed under the day of its start', () => {
    expect(on(text('2002-05-01'), 'rain', '2002-05-01')).toEqual(['in-force', 'stated', '2002-05-01']);
    expect(on(text('2002-05-01'), 'rain', '2010-01-01')).toEqual(['in-force', 'stated', '2002-05-01']);
  });
});

it('a list of a revised text confirms from the revision on, not from the first adoption', () => {
  const archive = book([
    'code',
    '1997-03-14',
    '某国惩戒法\n\n1979年7月1日 某国人民代表大会第二次会议通过\n\n1997年3月14日 某国人民代表大会第五次会议修订\n\n第一条　为了惩戒，制定本法。\n\n第二条　本法自1997年10月1日起施行。\n\n列于本法附件一的条例、补充规定和决定，已不适用，自本法施行之日起，予以废止。\n\n列于本法附件二的补充规定和决定予以保留。\n\n附件一\n\n下列条例、补充规定和决定，已不适用，自本法施行之日起，予以废止：\n\n1．惩治私盐暂行条例\n\n2．关于惩治走私的决定\n\n附件二\n\n下列补充规定和决定予以保留，其中有关行政措施的规定继续有效：\n\n1．关于禁止赌船的决定\n\n2．关于严禁私渡的决定\n',
  ]);
  const kept = archive.works.find(({ title }) => title.includes('赌船'))!;
  expect(stateOf(archive, kept.id, '1990-01-01').state).toBe('unknown');
  expect(stateOf(archive, kept.id, '1997-03-14').state).toBe('in-force');
});

it('a last line that ends with a stop still tells of its amendment', () => {
  const archive = book([
    'green',
    '',
    '某市绿化条例\n\n２０１０年６月１日某市第十届人民代表大会常务委员会第二次会议通过　根据２０１４年５月１日某市第十一届人民代表大会常务委员会第三次会议《关于修改〈某市绿化条例〉的决定》第一次修正\n２０１８年７月１日某市第十二届人民代表大会常务委员会第四次会议第二次修正。\n\n第一条　为了绿化，制定本条例。\n\n第二条　本条例自2010年8月1日起施行。\n',
  ]);
  expect(['2018-06-30', '2018-07-01'].map((day) => on(archive, 'green', day)[2])).toEqual([
    '2014-05-01',
    '2018-07-01',
  ]);
});

describe('two decisions of one title, years apart', () => {
  const rule = '某市停车办法';
  const deciding = (year: number, order: number, from: string, to: string): string =>
    `某市人民政府关于修改《${rule}》的决定\n\n（${year}年6月1日某市人民政府令第${order}号公布）\n\n某市人民政府决定对《${rule}》作如下修改：\n\n将第一条中的“${from}”修改为“${to}”。\n\n本决定自公布之日起施行。\n`;
  const archive = book(
    [
      'rule',
      '2010-06-01',
      `${rule}\n\n（2010年6月1日某市人民政府令第1号公布）\n\n第一条　登记费为一百元。\n\n第二条　本办法自2010年7月1日起施行。\n`,
    ],
    ['first', '2014-06-01', deciding(2014, 7, '一百元', '二百元')],
    ['second', '2018-06-01', deciding(2018, 9, '二百元', '三百元')],
  );

  it('are two works, each spent on its own day', () => {
    expect(['first', 'second'].map((id) => on(archive, id, '2016-01-01')[0])).toEqual([
      'executed',
      'not-yet',
    ]);
  });

  it('each make a text of what they amend', () => {
    expect(['2013-01-01', '2015-01-01', '2019-01-01'].map((day) => on(archive, 'rule', day)[2])).toEqual([
      '2010-06-01',
      '2014-06-01',
      '2018-06-01',
    ]);
  });
});
