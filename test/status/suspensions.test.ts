/** Texts that rest for a time and go on again, parts with a day of their own, and ends that wait for what no text tells. */
import { describe, expect, it } from 'vitest';
import { textOn } from '../../src/domain/status/life/life.ts';
import { partsOn } from '../../src/domain/status/life/parts.ts';
import { readRepeals } from '../../src/domain/status/sentences/repeals.ts';
import { book, stateOf } from './named.ts';

const market =
  '某市夜市管理办法\n\n（2015年3月1日某市人民政府令第5号公布）\n\n第一条　夜市应当登记。\n\n第二条　夜市应当备案。\n\n第三条　本办法自2015年5月1日起施行。\n';
const notice = (title: string, day: string, body: string) =>
  `某市人民政府关于${title}的通知\n\n某市发〔2019〕3号\n\n各县（区）人民政府：\n\n${body}\n\n某市人民政府\n\n${day}\n`;

/** States of the first work on some days. */
const states = (texts: [string, string, string][], days: string[]) => {
  const archive = book(['a', '2015-03-01', market], ...texts);
  return days.map((day) => stateOf(archive, 'a', day).state);
};

describe('a suspension', () => {
  const stop: [string, string, string] = [
    's',
    '2019-02-01',
    notice(
      '暂停执行《某市夜市管理办法》',
      '2019年2月1日',
      '经研究，自2019年3月1日起暂停执行《某市夜市管理办法》。恢复执行的时间另行通知。',
    ),
  ];

  it('is read before what it names, and leaves the force unknown from its day on', () => {
    expect(states([stop], ['2019-02-28', '2019-03-01', '2025-01-01'])).toEqual([
      'in-force',
      'unknown',
      'unknown',
    ]);
  });

  it('ends with the text that takes it back', () => {
    const again: [string, string, string] = [
      'r',
      '2021-06-10',
      notice(
        '恢复执行《某市夜市管理办法》',
        '2021年6月10日',
        '自2021年7月1日起恢复执行《某市夜市管理办法》。',
      ),
    ];
    expect(states([stop, again], ['2019-02-28', '2019-03-01', '2021-06-30', '2021-07-01'])).toEqual([
      'in-force',
      'unknown',
      'unknown',
      'in-force',
    ]);
    const archive = book(['a', '2015-03-01', market], stop, again);
    expect(stateOf(archive, 'a', '2022-01-01').reason).toMatch(
      /自2019年3月1日起被《.*》暂停执行；自2021年7月1日起恢复执行/,
    );
  });

  it.each([
    ['自2019年3月1日至2019年12月31日，暂停执行《某市夜市管理办法》。', '2020-01-01'],
    ['《某市夜市管理办法》自2019年3月1日起至2019年12月31日止暂停执行。', '2020-01-01'],
    ['自2019年3月1日起暂停执行《某市夜市管理办法》，期限一年。', '2020-03-02'],
  ])('that sets its own end rests no longer: %s', (words, day) => {
    const own: [string, string, string] = ['s', '2019-02-01', notice('夜市有关事项', '2019年2月1日', words)];
    expect(states([own], ['2019-02-28', '2019-03-01', '2019-12-31', day])).toEqual([
      'in-force',
      'unknown',
      'unknown',
      'in-force',
    ]);
  });

  it('that holds in one place and for one article says both, and leaves the rest in force', () => {
    const archive = book(
      ['a', '2015-03-01', market],
      [
        's',
        '2019-02-01',
        notice(
          '在试验区暂时停止适用《某市夜市管理办法》有关规定',
          '2019年2月1日',
          '自2019年3月1日起，在试验区内暂时停止适用《某市夜市管理办法》第二条，期限三年。',
        ),
      ],
    );
    const told = textOn(archive.lives.get('a')!, '2020-01-01');
    expect(told.state).toBe('in-force');
    expect(partsOn(told, '2020-01-01')).toMatchObject([
      {
        eId: 'art_2',
        scope: '第二条（在试验区内）',
        state: 'unknown',
        from: '2019-03-01',
        until: '2022-03-02',
      },
    ]);
    expect(partsOn(told, '2022-03-02')).toEqual([]);
  });
});

describe('an end that waits', () => {
  it.each([
    ['自新规程施行后，《某市夜市管理办法》废止。'],
    ['细则施行后，《某市夜市管理办法》废止。'],
    ['自新系统上线之日起，《某市夜市管理办法》停止执行。'],
    ['待新的收费标准出台后，废止《某市夜市管理办法》。'],
  ])('for what no text dates is open from the text on that says so, and not before: %s', (words) => {
    const other: [string, string, string] = [
      'b',
      '2020-10-01',
      `某市商业条例\n\n（2020年10月1日某市人民政府令第20号公布）\n\n第一条　为了管理商业，制定本条例。\n\n第二条　本条例自2020年12月1日起施行。${words}\n`,
    ];
    expect(states([other], ['2020-09-30', '2020-10-01', '2021-06-01'])).toEqual([
      'in-force',
      'unknown',
      'unknown',
    ]);
  });

  it.each([
    ['自本条例施行之日起，《某市夜市管理办法》废止。', '2020-12-01'],
    ['本条例施行后，《某市夜市管理办法》同时废止。', '2020-12-01'],
    ['自2021年2月1日起，《某市夜市管理办法》废止。', '2021-02-01'],
  ])('for the text itself or for a day ends then: %s', (words, day) => {
    const other: [string, string, string] = [
      'b',
      '2020-10-01',
      `某市商业条例\n\n（2020年10月1日某市人民政府令第20号公布）\n\n第一条　为了管理商业，制定本条例。\n\n第二条　本条例自2020年12月1日起施行。${words}\n`,
    ];
    const archive = book(['a', '2015-03-01', market], other);
    expect(stateOf(archive, 'a', day)).toMatchObject({ state: 'repealed', from: day });
  });

  it('for another text that is held ends with the start of that text', () => {
    const archive = book(
      ['a', '2015-03-01', market],
      [
        'b',
        '2020-10-01',
        '某市商业条例\n\n（2020年10月1日某市人民政府令第20号公布）\n\n第一条　为了管理商业，制定本条例。\n\n第二条　本条例自2020年12月1日起施行。自《某市集市条例》施行之日起，《某市夜市管理办法》废止。\n',
      ],
      [
        'c',
        '2021-03-01',
        '某市集市条例\n\n（2021年3月1日某市人民政府令第22号公布）\n\n第一条　为了管理集市，制定本条例。\n\n第二条　本条例自2021年5月1日起施行。\n',
      ],
    );
    expect(stateOf(archive, 'a', '2021-04-30').state).toBe('in-force');
    expect(stateOf(archive, 'a', '2021-05-01').state).toBe('repealed');
  });
});

describe('clauses of suspension', () => {
  it.each([
    ['暂停实施《甲办法》。', '甲办法', '暂停执行'],
    ['《甲办法》第三条暂缓执行。', '甲办法', '暂停执行'],
    ['《甲办法》停止执行两年，期满后恢复执行。', '甲办法', '暂停执行'],
    ['《甲办法》停止执行，已领的证件两年内换发。', '甲办法', '停止执行'],
    ['《甲办法》停止执行两年后，另行规定。', '甲办法', '停止执行'],
    ['恢复施行《甲办法》。', '甲办法', '恢复执行'],
    ['《甲办法》自2020年5月1日起恢复执行。', '甲办法', '恢复执行'],
  ])('%s', (words, title, verb) => {
    expect(readRepeals(words, 'art_1')).toMatchObject([{ mention: { title }, verb }]);
  });

  it.each([
    '《甲办法》恢复执行的时间另行通知。',
    '需要暂停执行《甲办法》的，报市政府批准。',
    '按照《甲办法》恢复原状。',
  ])('that does nothing of itself: %s', (words) => {
    expect(readRepeals(words, 'art_1')).toEqual([]);
  });
});

it('an exception of several parts gives each its own day, or none', () => {
  const archive = book([
    'bike',
    '2022-03-01',
    '某市单车条例\n\n（2022年3月1日某市人民政府令第9号公布）\n\n第一条　单车应当编号。\n\n第二条　单车应当投保。\n\n第三条　停放点由市人民政府划定。\n\n第四条　除第二条自2023年1月1日起、第三条的施行日期由市人民政府另行公布外，本条例自2022年5月1日起施行。\n',
  ]);
  const told = (day: string) => {
    const stretch = textOn(archive.lives.get('bike')!, day);
    return [stretch.state, ...partsOn(stretch, day).map(({ eId, state }) => `${eId} ${state}`)];
  };
  expect(told('2022-04-30')).toEqual(['published', 'art_3 unknown']);
  expect(told('2022-05-01')).toEqual(['in-force', 'art_2 published', 'art_3 unknown']);
  expect(told('2023-01-01')).toEqual(['in-force', 'art_3 unknown']);
});

describe('parts told by what they are not, or one by one', () => {
  const on = (day: string, words: string, text = market) => {
    const archive = book(
      ['a', '2015-03-01', text],
      ['s', '2019-02-01', notice('调整执行夜市规定', '2019年2月1日', words)],
    );
    const stretch = textOn(archive.lives.get('a')!, day);
    return [stretch.state, ...partsOn(stretch, day).map(({ eId, state }) => `${eId} ${state}`)];
  };

  it.each([
    '《某市夜市管理办法》除第二条外自2019年3月1日起废止。',
    '除第二条外，《某市夜市管理办法》自2019年3月1日起废止。',
  ])('all but the part named ends: %s', (words) => {
    expect(on('2019-02-28', words)).toEqual(['in-force']);
    expect(on('2019-03-01', words)).toEqual(['in-force', 'art_1 repealed', 'art_3 repealed']);
  });

  it('of an article of which a paragraph stays, the others end', () => {
    const two = market.replace('夜市应当备案。', '夜市应当备案。\n\n备案不收费。');
    const words = '除第二条第二款外，《某市夜市管理办法》自2019年3月1日起废止。';
    expect(on('2019-03-01', words, two)).toEqual([
      'in-force',
      'art_1 repealed',
      'art_2__para_1 repealed',
      'art_3 repealed',
    ]);
  });

  it('one of two suspended articles goes on alone', () => {
    const words =
      '自2019年3月1日起暂停执行《某市夜市管理办法》第一条、第二条。自2020年6月1日起恢复执行《某市夜市管理办法》第二条。';
    expect(on('2019-03-01', words)).toEqual(['in-force', 'art_1 unknown', 'art_2 unknown']);
    expect(on('2020-06-01', words)).toEqual(['in-force', 'art_1 unknown']);
  });

  it('what an article lays down begins with a day of its own', () => {
    const words = '第二条规定的备案制度自2017年1月1日起实施。';
    const archive = book(['a', '2015-03-01', market.replace('5月1日起施行。', `5月1日起施行。${words}`)]);
    const stretch = textOn(archive.lives.get('a')!, '2016-06-01');
    const parts = partsOn(stretch, '2016-06-01').map(({ eId, state }) => `${eId} ${state}`);
    expect([stretch.state, ...parts]).toEqual(['in-force', 'art_2 published']);
  });

  it('the rules of a chapter of this text are that chapter, and not the text', () => {
    const archive = book([
      'p',
      '2019-10-10',
      '某市停车条例\n\n（2019年10月10日某市人民政府令第9号公布）\n\n第一章　总则\n\n第一条　为了规范停车，制定本条例。\n\n第二章　联网\n\n第二条　停车场应当联网。\n\n第三章　附则\n\n第三条　本条例第二章的规定自2021年1月1日起施行，其余规定自2020年1月1日起施行。\n',
    ]);
    const stretch = textOn(archive.lives.get('p')!, '2020-06-01');
    const parts = partsOn(stretch, '2020-06-01').map(({ scope, eId, state }) => `${scope} ${eId} ${state}`);
    expect([stretch.state, ...parts]).toEqual([
      'in-force',
      '第二章 chp_2 published',
      '第二章 art_2 published',
    ]);
  });
});

it.each([
  ['关于提请废止《某市夜市管理办法》的议案', 'in-force'],
  ['关于废止《某市夜市管理办法》公开征求意见的公告', 'in-force'],
  ['关于废止《某市夜市管理办法》的决定', 'repealed'],
])('a title that only proposes an end ends nothing: %s', (title, state) => {
  const text = `某市人民政府${title}\n\n某市发〔2020〕7号\n\n市人大常委会：\n\n该办法已不适应需要。\n\n某市人民政府\n\n2020年6月1日\n`;
  const archive = book(['a', '2015-03-01', market], ['m', '2020-06-01', text]);
  expect(stateOf(archive, 'a', '2020-07-01').state).toBe(state);
});
