import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LegalEvent, Work } from '../../src/domain/model.ts';
import { lifeOf, statusOn, textOn } from '../../src/domain/status/life/life.ts';
import { partsOn } from '../../src/domain/status/life/parts.ts';
import { addDays } from '../../src/domain/text/calendar.ts';
import { book } from './read.ts';

const work: Work = { id: 'w', title: '某办法', kind: 'measures', aliases: [], versions: [], carries: [] };
const event = (kind: LegalEvent['kind'], date: string, more: Partial<LegalEvent> = {}): LegalEvent => ({
  kind,
  subject: 'w',
  date,
  evidence: { instrument: 'w', eId: '', text: kind },
  ...more,
});
const states = (events: LegalEvent[], days: string[], horizon = '2020-12-31', version?: string) =>
  days.map((day) => {
    const { state, basis } = statusOn(work, events, day, horizon, version);
    return `${state} ${basis}`;
  });

describe('boundary days: before, first day, inside, last day, day after', () => {
  const simple = [event('issued', '2019-01-10'), event('commenced', '2019-03-01')];

  it('a text that is issued and commences later', () => {
    expect(
      states(simple, ['2019-01-09', '2019-01-10', '2019-02-28', '2019-03-01', '2020-12-31', '2021-01-01']),
    ).toEqual([
      'not-yet stated',
      'published stated',
      'published stated',
      'in-force stated',
      'in-force stated',
      'unknown none',
    ]);
  });

  it('a repeal that is laid down for a later day is told before it', () => {
    const events = [...simple, event('repealed', '2020-06-01', { by: '某决定', verb: '废止' })];
    expect(statusOn(work, events, '2020-05-31', '2020-12-31').reason).toBe(
      '自2019年3月1日起施行；自2020年6月1日起被《某决定》废止',
    );
  });

  it('a computed text is named by the day that the archive holds it under', () => {
    const amended = event('amended', '2020-03-01', { version: '2020-02-01', by: '某通知' });
    const versions = [
      { date: '2019-01-10', origin: 'published' },
      { date: '2020-03-01', origin: 'applied' },
    ] as Work['versions'];
    const { version } = statusOn({ ...work, versions }, [...simple, amended], '2020-04-01', '2020-12-31');
    expect(version).toBe('2020-03-01');
  });

  it('a repeal holds from its day on, also after the horizon', () => {
    const events = [...simple, event('repealed', '2020-06-01', { by: '某决定', verb: '废止' })];
    expect(states(events, ['2020-05-31', '2020-06-01', '2030-01-01'])).toEqual([
      'in-force stated',
      'repealed stated',
      'repealed stated',
    ]);
    expect(statusOn(work, events, '2020-06-01', '2020-12-31').reason).toBe(
      '自2020年6月1日起被《某决定》废止',
    );
  });

  it('a text declared void has lapsed, it is not repealed', () => {
    const events = [...simple, event('repealed', '2020-06-01', { by: '某通知', verb: '失效' })];
    expect(states(events, ['2020-06-01'])).toEqual(['lapsed stated']);
  });

  it('a validity that ends on a printed day leaves no open day', () => {
    const events = [...simple, event('expires', '2022-01-01')];
    expect(states(events, ['2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01'])).toEqual([
      'in-force stated',
      'in-force own-terms',
      'in-force own-terms',
      'lapsed own-terms',
    ]);
  });

  it('of several validities the last counts: one may extend another', () => {
    const events = [
      ...simple,
      event('expires', '2021-03-01'),
      event('expires', '2024-01-01', {
        evidence: { instrument: 'other', eId: '', text: '有效期延长至2023年12月31日' },
      }),
    ];
    expect(states(events, ['2021-03-01', '2023-12-31', '2024-01-01'])).toEqual([
      'in-force own-terms',
      'in-force own-terms',
      'lapsed own-terms',
    ]);
  });

  it('a repeal before the end of the validity decides', () => {
    const events = [...simple, event('expires', '2025-01-01'), event('repealed', '2020-06-01')];
    expect(states(events, ['2020-06-01', '2026-01-01'])).toEqual(['repealed stated', 'repealed stated']);
  });

  it('a commencement of which the methods of counting differ is open for that day', () => {
    const events = [
      event('promulgated', '2020-01-31'),
      event('commenced', '2020-03-01', { latest: '2020-03-02' }),
    ];
    expect(states(events, ['2020-02-29', '2020-03-01', '2020-03-02'])).toEqual([
      'published stated',
      'unknown none',
      'in-force stated',
    ]);
  });

  it('a text that commences after the horizon is told by its own terms on its first day, and no longer', () => {
    const events = [event('promulgated', '2020-05-28'), event('commenced', '2021-01-01')];
    expect(states(events, ['2020-12-31', '2021-01-01', '2021-01-02'])).toEqual([
      'published stated',
      'in-force own-terms',
      'unknown none',
    ]);
  });

  it('a repeal of which the day is not known leaves nothing certain after the beginning', () => {
    const { date: _date, ...undated } = event('repealed', '', { by: '某条例', rule: '公布日期本库未载' });
    expect(states([...simple, undated], ['2019-01-09', '2019-03-01', '2020-12-31'])).toEqual([
      'not-yet stated',
      'unknown none',
      'unknown none',
    ]);
  });

  it('a part that is repealed leaves the whole in force', () => {
    const events = [...simple, event('repealed', '2020-06-01', { scope: '第三条' })];
    expect(states(events, ['2020-06-01'])).toEqual(['in-force stated']);
  });

  it('an older text is superseded from the day of the newer one on, and was in force before', () => {
    const events = [...simple, event('amended', '2020-08-01', { version: '2020-07-10', by: '修改决定' })];
    const days = ['2019-02-28', '2020-07-31', '2020-08-01', '2030-01-01'];
    expect(states(events, days, '2020-12-31', '2019-01-10')).toEqual([
      'published stated',
      'in-force stated',
      'superseded stated',
      'superseded stated',
    ]);
    expect(
      states(events, ['2020-07-09', '2020-07-10', '2020-07-31', '2020-08-01'], '2020-12-31', '2020-07-10'),
    ).toEqual(['not-yet stated', 'published stated', 'published stated', 'in-force stated']);
  });

  it('a text that does not exist is said to be unknown, with the texts that do', () => {
    const { state, reason } = statusOn(work, simple, '2020-01-01', '2020-12-31', '2018-01-01');
    expect(state).toBe('unknown');
    expect(reason).toContain('2019-01-10');
  });

  it.each(['2021-02-30', '2021-13-01', 'heute', ''])('the day “%s” gives no state but a reason', (day) => {
    expect(statusOn(work, simple, day, '2020-12-31')).toMatchObject({ state: 'unknown', basis: 'none' });
  });
});

describe('the stretches of a life', () => {
  const kinds = fc.constantFrom<LegalEvent['kind']>(
    'issued',
    'commenced',
    'amended',
    'repealed',
    'expires',
    'period-ends',
    'cited',
  );
  const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2015-01-01', n));
  const events = fc
    .array(fc.tuple(kinds, day, fc.integer({ min: 0, max: 1 })), { maxLength: 7 })
    .map((list) =>
      list.map(([kind, date, open]) => event(kind, date, open ? { latest: addDays(date, 1) } : {})),
    );

  it('cover every day once, without gap or overlap, and say what statusOn says', () => {
    fc.assert(
      fc.property(events, day, (list, asked) => {
        const spans = lifeOf(work, list, '2020-12-31');
        expect(spans[0]!.from).toBeUndefined();
        expect(spans.at(-1)!.until).toBeUndefined();
        for (const [i, span] of spans.slice(1).entries()) expect(spans[i]!.until).toBe(span.from);
        const span = spans.find(({ from, until }) => (from ?? '') <= asked && asked < (until ?? '9999'))!;
        const status = statusOn(work, list, asked, '2020-12-31');
        expect([status.state, status.basis]).toEqual([span.state, span.basis]);
        expect([status.from, status.until]).toEqual([span.from, span.until]);
      }),
      { numRuns: 300 },
    );
  });

  it('never claim force after the horizon without an end of its own or a first day', () => {
    fc.assert(
      fc.property(events, (list) => {
        for (const { state, basis, until } of lifeOf(work, list, '2020-12-31')) {
          if (state !== 'in-force' || (until !== undefined && until <= '2021-01-01')) continue;
          expect(['own-terms', 'stated', 'inferred']).toContain(basis);
          if (basis !== 'own-terms') expect(list.some(({ date }) => date! > '2020-12-31')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('events of several works', () => {
  const law = (title: string, caption: string, last: string) =>
    `${title}\n\n（${caption}）\n\n第一条 为了某事，制定本办法。\n\n第二条 ${last}\n`;

  it('go to the held work that a repeal names, and to a work without text where none is held', () => {
    const { works, events } = book(
      {
        'jia/2010-05-01': law(
          '某市甲办法',
          '2010年5月1日某市人民政府令第5号公布',
          '本办法自2010年6月1日起施行。',
        ),
        'yi/2020-03-01': law(
          '某市乙办法',
          '2020年3月1日某市人民政府令第50号公布',
          '本办法自2020年4月1日起施行。2010年5月1日某市人民政府令第5号公布的《某市甲办法》、《某市丙规定》同时废止。',
        ),
      },
      '2020-12-31',
    );
    const jia = works.find(({ id }) => id === 'jia')!;
    expect(statusOn(jia, events.get('jia')!, '2020-03-31', '2020-12-31').state).toBe('in-force');
    expect(statusOn(jia, events.get('jia')!, '2020-04-01', '2020-12-31')).toMatchObject({
      state: 'repealed',
      evidence: [{ instrument: 'yi', eId: 'art_2__para_1' }],
    });
    const bing = works.find(({ title }) => title === '某市丙规定')!;
    expect(bing.versions).toEqual([]);
    expect(statusOn(bing, events.get(bing.id)!, '2020-04-01', '2020-12-31').state).toBe('repealed');
    expect(statusOn(bing, events.get(bing.id)!, '2020-03-31', '2020-12-31').state).toBe('unknown');
  });

  it('do not repeal a text by its own final clause that names an older text of the same title', () => {
    const { works, events } = book(
      {
        'chengxu/2012-12-19': law(
          '行政案件程序规定',
          '2012年12月19日公安部令第125号发布',
          '本规定自2013年1月1日起施行。2006年8月24日发布的《行政案件程序规定》同时废止。',
        ),
      },
      '2020-12-31',
    );
    expect(statusOn(works[0]!, events.get('chengxu')!, '2014-01-01', '2020-12-31').state).toBe('in-force');
    const old = works.find(({ versions }) => versions.length === 0)!;
    expect(old.title).toBe('行政案件程序规定');
    expect(statusOn(old, events.get(old.id)!, '2013-01-01', '2020-12-31').state).toBe('repealed');
    expect(statusOn(old, events.get(old.id)!, '2010-01-01', '2020-12-31')).toMatchObject({
      state: 'in-force',
      basis: 'inferred',
    });
  });

  it('take the day of an amendment from the decision where the archive holds it', () => {
    const { works, events } = book(
      {
        'fa/2022-06-24': `某垄断法\n\n（2007年8月30日第十届全国人民代表大会常务委员会第二十九次会议通过　根据2022年6月24日第十三届全国人民代表大会常务委员会第三十五次会议《关于修改〈某垄断法〉的决定》修正）\n\n第一条 为了某事，制定本法。\n\n第二条 本法自2008年8月1日起施行。\n`,
        'jueding/2022-06-24':
          '全国人民代表大会常务委员会关于修改《某垄断法》的决定\n\n（2022年6月24日第十三届全国人民代表大会常务委员会第三十五次会议通过）\n\n第十三届全国人民代表大会常务委员会第三十五次会议决定对《某垄断法》作如下修改：\n\n一、删去第二条。\n\n本决定自2022年8月1日起施行。\n\n《某垄断法》根据本决定作相应修改，重新公布。\n',
      },
      '2022-12-31',
    );
    const fa = works.find(({ id }) => id === 'fa')!;
    const on = (day: string) => statusOn(fa, events.get('fa')!, day, '2022-12-31');
    expect(on('2022-07-31')).toMatchObject({ state: 'in-force', version: '2007-08-30' });
    expect(on('2022-08-01')).toMatchObject({ state: 'in-force', version: '2022-06-24' });
    expect(statusOn(fa, events.get('fa')!, '2022-07-31', '2022-12-31', '2022-06-24').state).toBe('published');
  });
});

describe('texts printed in several versions', () => {
  const revised = (caption: string, last: string) =>
    `某公司法\n\n（${caption}）\n\n第一条 为了规范公司，制定本法。\n\n第二条 ${last}\n`;
  const first = '1993年12月29日第八届全国人民代表大会常务委员会第五次会议通过';
  const second = `${first}　2005年10月27日第十届全国人民代表大会常务委员会第十八次会议修订`;
  const third = `${second}　根据2018年10月26日第十三届全国人民代表大会常务委员会第六次会议《关于修改〈某公司法〉的决定》修正`;

  it('take the day of a revision from the text that prints its clause', () => {
    const { works, events } = book(
      {
        'gsf/2018-10-26': revised(third, '本法自2006年1月1日起施行。'),
        'gsf/2023-12-29': revised(
          `${third}　2023年12月29日第十四届全国人民代表大会常务委员会第七次会议修订`,
          '本法自2024年7月1日起施行。',
        ),
      },
      '2024-12-31',
    );
    const on = (day: string) => {
      const { state, basis, version } = statusOn(works[0]!, events.get('gsf')!, day, '2024-12-31');
      return [state, basis, version];
    };
    expect(on('2005-12-31')[2]).not.toBe('2005-10-27');
    expect(on('2006-01-01')).toEqual(['in-force', 'inferred', '2005-10-27']);
    expect(on('2018-10-26')).toEqual(['in-force', 'inferred', '2018-10-26']);
    expect(on('2024-06-30')[2]).toBe('2018-10-26');
    expect(on('2024-07-01')[2]).toBe('2023-12-29');
    expect(statusOn(works[0]!, events.get('gsf')!, '2024-06-30', '2024-12-31', '2023-12-29').state).toBe(
      'published',
    );
  });

  it('a later repeal tells that the text was in force until then, although the archive did not look in between', () => {
    const events = [
      event('issued', '2019-01-10'),
      event('commenced', '2019-03-01'),
      event('repealed', '2022-05-01'),
    ];
    expect(states(events, ['2020-12-31', '2021-01-01', '2022-04-30', '2022-05-01'])).toEqual([
      'in-force stated',
      'in-force inferred',
      'in-force inferred',
      'repealed stated',
    ]);
  });
});

describe('texts that an amendment or an announcement changes the life of', () => {
  const rule =
    '某市奖励办法\n\n第一条　为了奖励，制定本办法。\n\n第二条　本办法自2023年4月1日起施行，有效期至2026年3月31日。';
  const notice = (from: string, to: string) =>
    `某市财政局关于修改《某市奖励办法》的通知\n\n某财〔2023〕3号\n\n决定对《某市奖励办法》作如下修改：\n\n一、将第二条中的“${from}”修改为“${to}”。\n\n本通知自2023年7月1日起施行。\n\n某市财政局\n\n2023年6月25日`;

  it.each([
    [
      'a longer validity',
      '2026年',
      '2028年',
      ['in-force own-terms', 'in-force own-terms', 'lapsed own-terms'],
    ],
    ['a shorter one', '2026年', '2025年', ['in-force own-terms', 'lapsed own-terms', 'lapsed own-terms']],
    ['none any more', '，有效期至2026年3月31日', '', ['unknown none', 'unknown none', 'unknown none']],
  ])('%s counts, not the one that was printed first', (_what, from, to, expected) => {
    const { works, events } = book(
      { 'rule/2023-04-01': rule, 'notice/2023-06-25': notice(from, to) },
      '2023-12-31',
    );
    const amended = works.find(({ id }) => id === 'rule')!;
    const said = ['2024-06-01', '2026-06-01', '2029-01-01'].map((day) => {
      const { state, basis } = statusOn(amended, events.get('rule')!, day, '2023-12-31');
      return `${state} ${basis}`;
    });
    expect(said).toEqual(expected);
  });

  it('an announcement that promulgates is spent with that, as an order is', () => {
    const { works, events } = book(
      {
        announcement:
          '某市人民代表大会常务委员会公告\n\n第5号\n\n《某市古桥保护条例》已由某市人民代表大会常务委员会会议于2022年12月28日通过，现予公布，自2023年5月1日起施行。\n\n某市人民代表大会常务委员会\n\n2023年3月27日\n\n某市古桥保护条例\n\n第一条　为了保护古桥，制定本条例。\n\n第二条　本条例自2023年5月1日起施行。',
      },
      '2023-12-31',
    );
    const announcement = works.find(({ kind }) => kind === 'announcement')!;
    expect(statusOn(announcement, events.get(announcement.id)!, '2023-06-01', '2023-12-31').state).toBe(
      'executed',
    );
  });
});

describe('force by provision', () => {
  const text = (last: string) =>
    `某县养蜂规定\n\n（2021年3月1日某县人民政府令第2号公布）\n\n第一条 为了养蜂，制定本规定。\n\n第二条 蜂箱应当编号。\n\n第三条 ${last}\n`;
  const lifeIn = (last: string) => {
    const { works, events } = book({ 'feng/2021-03-01': text(last) }, '2023-12-31');
    return lifeOf(works[0]!, events.get('feng')!, '2023-12-31');
  };

  it('stands beside the force of the whole, with the provision and its days', () => {
    const life = lifeIn('本规定自2021年4月1日起施行，第二条自2022年1月1日起施行。');
    const { state, parts } = textOn(life, '2021-06-01');
    expect(state).toBe('in-force');
    expect(parts).toMatchObject([{ eId: 'art_2', scope: '第二条', until: '2022-01-01', state: 'published' }]);
    expect(partsOn(textOn(life, '2021-12-31'), '2021-12-31')).toHaveLength(1);
    expect(partsOn(textOn(life, '2022-01-01'), '2022-01-01')).toEqual([]);
  });

  it('is not told where the whole begins on one day', () => {
    expect(textOn(lifeIn('本规定自2021年4月1日起施行。'), '2021-06-01').parts).toBeUndefined();
  });
});
