import { describe, expect, it } from 'vitest';
import { askStatus } from '../../src/domain/status/desk/desk.ts';
import { planYears } from '../../src/domain/status/sentences/planning.ts';
import { readTransitions } from '../../src/domain/status/sentences/transitions.ts';
import { readValidity } from '../../src/domain/status/sentences/validity.ts';
import { book, events, instruments, sentence } from './read.ts';

/** The end that a sentence sets its own text: a last day, or a period (with its own start, if it names one). */
function ends(text: string, previous?: string): string[] {
  return readValidity(sentence(text), previous === undefined ? undefined : sentence(previous))
    .filter(({ of }) => of === undefined)
    .map(({ lastDay, period, from }) => {
      const start =
        from && 'day' in from ? `${from.day}+` : from && 'anchor' in from ? `${from.anchor}+` : '';
      return lastDay ?? `${start}${period!.count}${period!.unit}`;
    });
}

describe('validity clauses', () => {
  it.each([
    ['本办法自印发之日起施行，有效期2年。', ['2year']],
    ['除第一项所列政策外，上述政策凡未注明期限的，执行期限为2019年1月1日至2023年12月31日。', []],
    ['本办法自印发之日起施行，有效期 2 年。', ['2year']],
    ['本规定自2020年1月1日起施行，有效期五年。', ['5year']],
    ['本规定自2020年1月1日起施行，有效期为5年。', ['5year']],
    ['本通知自发布之日起施行，有效期限三年。', ['3year']],
    ['本办法自2021年1月1日起施行，有效期至2025年12月31日。', ['2025-12-31']],
    ['本办法自2021年1月1日起施行，有效期至2025年12月31日止。', ['2025-12-31']],
    ['本意见自2021年1月1日起施行，有效期截至2025年12月31日。', ['2025-12-31']],
    ['本意见有效期自2021年1月1日至2023年12月31日。', ['2023-12-31']],
    ['本通知自2021年1月1日起施行，有效期到2022年12月。', ['2022-12-31']],
    ['本政策自印发之日起执行，执行期限至2022年底。', ['2022-12-31']],
    ['本通知自印发之日起执行，执行期至2023年6月30日。', ['2023-06-30']],
    ['本办法自印发之日起试行，试行期一年。', ['1year']],
    ['本办法自印发之日起施行，试行期限为二年。', ['2year']],
    ['本规定自2020年3月1日起试行，暂定试行2年。', ['2year']],
    ['本办法自印发之日起试行两年。', ['2year']],
    ['本办法试行期为一年半。', ['18month']],
    ['本办法有效期三年，自2020年1月1日起施行。', ['3year']],
    ['本办法有效期三年，自2020年1月1日起计算。', ['2020-01-01+3year']],
    ['本办法有效期三年，自印发之日起计算。', ['issued+3year']],
    ['本办法自2020年5月1日起施行，有效期6个月。', ['6month']],
    ['本通知自2020年1月1日起施行，2022年12月31日废止。', ['2022-12-31']],
    ['本办法自2020年1月1日起施行，至2022年12月31日止。', ['2022-12-31']],
    ['本办法自2020年1月1日起施行，自2023年1月1日起失效。', ['2022-12-31']],
  ])('%s', (text, expected) => {
    expect(ends(text)).toEqual(expected);
  });

  it('may follow its commencement in a sentence of its own', () => {
    expect(ends('有效期5年。', '本办法自印发之日起施行。')).toEqual(['5year']);
    expect(ends('有效期5年。', '许可证由交通运输部门核发。')).toEqual([]);
    expect(ends('有效期5年。')).toEqual([]);
  });

  it.each([
    '医疗器械生产许可证分为正本和副本，有效期为5年。',
    '网络预约出租汽车经营许可证有效期为4年。',
    '取得的保安服务许可证有效期届满30日前申请换发。',
    '三包有效期和包修期自销售者开具购车发票之日起计算。',
    '临时通行期限为五年，自本规定施行之日起计算，期满后不得上道路行驶。',
    '预告登记后，自能够进行登记之日起九十日内未申请登记的，预告登记失效。',
    '有期徒刑的缓刑考验期限为原判刑期以上五年以下。',
    '监督抽查结果应当公示至2025年12月31日。',
    '《甲办法》有效期至2025年12月31日。',
    '本市居民持有的健康证有效期一年。',
  ])('no end of this text: %s', (text) => {
    expect(ends(text)).toEqual([]);
  });

  it('may set or extend the end of another text', () => {
    const [clause] = readValidity(
      sentence('《某市人才引进办法》（某府〔2018〕5号）有效期延长至2026年12月31日。'),
    );
    expect(clause).toMatchObject({ of: '某市人才引进办法', lastDay: '2026-12-31' });
  });

  it('of the cover holds for the enclosed text that sets none', () => {
    const text = `某市财政局关于印发《某市资金管理办法》的通知

某财〔2020〕12号

各县（市、区）财政局：

现将《某市资金管理办法》印发给你们。本通知自2020年5月1日起施行，有效期3年。

某市财政局

2020年4月20日

某市资金管理办法

第一条 为了规范资金管理，制定本办法。

第二条 本办法由市财政局负责解释。
`;
    const found = events(text).filter(({ kind, about }) => kind === 'expires' && about === 'self');
    expect(found.map(({ date, latest }) => [date, latest])).toEqual([
      ['2023-05-01', '2023-05-02'],
      ['2023-05-01', '2023-05-02'],
    ]);
  });
});

describe('the years of a plan', () => {
  const years = (title: string, body = '为了发展，制定本规划。') => {
    const [plan] = instruments(`${title}\n\n${body}\n`);
    const found = planYears(plan!);
    return found && [found.first, found.last];
  };

  it.each([
    ['某市数字政府总体规划（2020-2022年）', '规划期限为2020至2022年。', [2020, 2022]],
    ['某市国土空间总体规划', '规划期限：2021—2035年，近期至2025年。', [2021, 2035]],
    ['某市乡村振兴三年行动计划（2018—2020年）', '一、总体要求', [2018, 2020]],
    ['某市教育发展“十四五”规划', '为了发展教育，制定本规划。', [2021, 2025]],
    ['某市教育发展第十四个五年规划', '为了发展教育，制定本规划。', undefined],
    ['某市停车管理办法', '本办法所称停车期限为2020至2022年。', undefined],
    ['某市应急预案', '演练时间为2020年。', undefined],
  ])('%s', (title, body, expected) => {
    expect(years(title, body)).toEqual(expected);
  });

  it('end the period on the day after the last year, and are told by the provision', () => {
    const found = events('某市规划（2020-2022年）\n\n一、总则\n\n规划期限为2020至2022年。采用三步走。\n');
    const end = found.find(({ kind }) => kind === 'period-ends');
    expect(end).toMatchObject({ date: '2023-01-01' });
    expect(end!.evidence.text).toBe('规划期限为2020至2022年。');
  });
});

describe('transitional windows', () => {
  it.each([
    ['在本规定施行之日起180日内申请网约车运输证的，车龄条件可以延长为4年。', ['180日']],
    ['应当自本条例施行之日起6个月内，按照本条例的规定申请换发登记证书。', ['6个月']],
    ['并自本条例实施之日起一年内向社会公布。', ['一年']],
    ['本办法施行后30日内应当补办手续。', ['30日']],
    ['自判决生效之日起10日内', []],
    ['临时通行期限为五年，自本规定施行之日起计算', []],
  ])('%s', (text, expected) => {
    expect(readTransitions(sentence(text)).map(({ period }) => period.text)).toEqual(expected);
  });

  it('close on a day that both methods of counting give', () => {
    const text =
      '某规定\n\n第一条 为了某事，制定本规定。\n\n第二条 本规定自2019年3月1日起施行。在本规定施行之日起180日内申请的，可以延长。\n';
    expect(events(text).find(({ kind }) => kind === 'transition-ends')).toMatchObject({
      date: '2019-08-28',
      latest: '2019-08-29',
    });
  });
});

describe('what a page prints beside a text', () => {
  const page = (field: string): string =>
    `索引号：1234\n\n发文机关：某市人民政府\n\n${field}\n\n某市停车管理办法\n\n某府〔2015〕3号\n\n第一条　为了加强管理，制定本办法。\n\n第二条　本办法自2015年4月1日起施行。\n\n某市人民政府\n\n2015年3月5日\n`;

  it.each([
    ['有效性：有效', 'in-force'],
    ['有效性：无效', 'unknown'],
    ['时效性：部分有效', 'unknown'],
    ['时效性：部分失效', 'unknown'],
    ['有效性：有效期五年', 'unknown'],
    ['有效性：—', 'in-force'],
    ['有效性：已被废止', 'unknown'],
    ['时效性：尚未生效', 'unknown'],
    ['时效性：已被修改', 'unknown'],
    ['失效日期：2020-12-31', 'lapsed'],
    ['废止日期：2020年12月31日', 'repealed'],
  ])('%s: %s', (field, state) => {
    const held = book({ 'x/2015-03-05': page(field) }, '2026-12-31');
    expect(askStatus(['某市停车管理办法'], '2024-01-01', held)[0]!.state).toBe(state);
  });
});
