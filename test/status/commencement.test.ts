import { describe, expect, it } from 'vitest';
import { readCommencements, resolveWhen } from '../../src/domain/status/sentences/commencement.ts';
import { events, sentence } from './read.ts';

const days = { promulgated: '2020-01-31', issued: '2020-02-10', adopted: '2020-01-15' };

/** Days on which a clause makes the text begin: one, or two where methods differ. */
function begins(text: string): string[] {
  return readCommencements(sentence(text))
    .filter(({ speaker }) => 'self' in speaker)
    .flatMap(({ when }) => {
      const { date, latest } = resolveWhen(when, days);
      return [date ?? '?', ...(latest ? [latest] : [])];
    });
}

describe('commencement clauses', () => {
  it.each([
    ['本规定自2019年3月1日起施行。', ['2019-03-01']],
    ['本规定自 2019 年 3 月 1 日起施行。', ['2019-03-01']],
    ['本条例自二〇一九年三月一日起施行。', ['2019-03-01']],
    [
      '本规定自２０１３年１月１日起施行，依照《中华人民共和国出境入境管理法》新设定的制度自２０１３年７月１日起施行。',
      ['2013-01-01', '2013-07-01'],
    ],
    ['本办法从2019年3月1日起执行。', ['2019-03-01']],
    ['本办法自2019年3月1日起在全市范围内施行。', ['2019-03-01']],
    ['本办法自2019年3月1日起，在中心城区实施。', ['2019-03-01']],
    ['本意见于2019年3月1日起实施，有效期5年。', ['2019-03-01']],
    ['本通知2019年3月1日起施行。', ['2019-03-01']],
    ['本规定自2005年6月6日起实施。', ['2005-06-06']],
    ['请自2019年3月1日起执行。', ['2019-03-01']],
    ['自2019年3月1日抄见水量起执行。', ['2019-03-01']],
    ['2019年3月1日起全县施行。', ['2019-03-01']],
    ['2019年3月1日起全县动员。', []],
    ['本措施暂定执行三年，自2019年3月1日起至2022年2月28日止。', ['2019-03-01']],
    ['本措施申报期三年，自2019年3月1日起至2022年2月28日止。', []],
    ['本办法有效期5年，自2019年3月1日起计算。', ['2019-03-01']],
    ['证书有效期5年，自2019年3月1日起计算。', []],
    ['本办法自一九八六年元月一日起施行。', ['1986-01-01']],
    ['现予公布，自2021年1月1日起施行。', ['2021-01-01']],
    ['第1815次会议通过，自2021年1月1日起施行）', ['2021-01-01']],
    ['本办法自公布之日起施行。', ['2020-01-31']],
    ['本决定自公布之日起施行。', ['2020-01-31']],
    ['本条例自发布之日起施行，1982年7月7日国务院发布的《物价管理暂行条例》同时废止。', ['2020-01-31']],
    ['本办法自颁布之日起正式施行。', ['2020-01-31']],
    ['现予公布，自公布之日起施行。', ['2020-01-31']],
    ['本规定自本决定公布之日起施行。', ['2020-01-31']],
    ['本办法自印发之日起施行，有效期2年。', ['2020-02-10']],
    ['本方案自文件印发之日起执行。', ['2020-02-10']],
    ['本通知自发文之日起执行。', ['2020-02-10']],
    ['本通知自下发之日起执行。', ['2020-02-10']],
    ['本通知自签发之日起生效。', ['2020-02-10']],
    ['本预案自印发之日起实施。', ['2020-02-10']],
    ['本决议自通过之日起生效。', ['2020-01-15']],
    ['本办法自发布之日起30日后施行。', ['2020-03-01', '2020-03-02']],
    ['本办法自公布之日起三十日后施行。', ['2020-03-01', '2020-03-02']],
    ['本办法自公布之日起满30日施行。', ['2020-02-29', '2020-03-01']],
    ['本方案自印发之日起满30日后施行，有效期5年。', ['2020-03-11', '2020-03-12']],
    ['本办法公布后30日施行。', ['2020-02-29', '2020-03-01']],
    ['本规定自公布之日起第30日施行。', ['2020-02-29', '2020-03-01']],
    ['本条例自公布之日起三个月后施行。', ['2020-05-01']],
    ['本规定自公布之日起6个月后施行。', ['2020-07-31', '2020-08-01']],
    ['本办法自公布次日起施行。', ['2020-02-01']],
    ['本办法自发布之次日起施行。', ['2020-02-01']],
    ['本通知自下月1日起执行。', ['2020-03-01']],
    ['本办法自印发之次月1日起施行。', ['2020-03-01']],
    ['本标准自2019年3月起执行。', ['2019-03-01']],
    ['本办法自国务院批准之日起施行。', ['?']],
    ['本法的施行日期由国务院另行规定。', ['?']],
  ])('%s', (text, expected) => {
    expect(begins(text)).toEqual(expected);
  });

  it.each([
    '承包合同自成立之日起生效，承包方自承包合同生效时取得土地承包经营权。',
    '调解书自双方当事人签收之日起生效。',
    '在本规定施行之日起180日内申请网约车运输证的，车龄条件可以延长为4年。',
    '本条例施行前已经设立的基金会，应当自本条例施行之日起6个月内申请换发登记证书。',
    '收费标准由价格部门制定并公布执行。',
    '经批准后，由市政府公布施行的规划',
    '《城市供热条例》自2015年9月1日起施行，本市应当贯彻实施。',
    '2019年3月1日起施行的《甲办法》继续有效。',
    '行政强制措施自解除之日起不再执行。',
    '许可证自颁发之日起生效。',
    '第三条的罚款标准按照本办法施行前的规定执行。',
  ])('no clause of this text: %s', (text) => {
    expect(begins(text)).toEqual([]);
  });

  it('reads a clause of a part apart from the whole', () => {
    const [whole, part] = readCommencements(
      sentence('本办法自2022年1月1日起施行，其中第三条、第五条自2022年7月1日起施行。'),
    );
    expect(whole).toMatchObject({ speaker: { self: true }, when: { day: '2022-01-01' } });
    expect(part).toMatchObject({ speaker: { scope: '第三条、第五条' }, when: { day: '2022-07-01' } });
  });

  it('leaves open what depends on another text, and says on which', () => {
    const [clause] = readCommencements(sentence('本办法自《中华人民共和国资源税法》施行之日起施行。'));
    expect(resolveWhen(clause!.when, days)).toEqual({
      rule: '随《中华人民共和国资源税法》施行而施行，其施行日期须另查',
      awaits: '中华人民共和国资源税法',
    });
  });
});

describe('the commencement of a text', () => {
  const start = (text: string) => events(text).find(({ kind }) => kind === 'commenced');

  it('is that of the order which promulgates it', () => {
    const text = `某市人民政府令

第 12 号

《某市停车管理办法》已经2021年3月2日市人民政府第10次常务会议通过，现予公布，自2021年5月1日起施行。

市长 张三

2021年3月20日

某市停车管理办法

第一条 为了规范停车管理，制定本办法。

第二条 本办法适用于本市行政区域内的停车管理。
`;
    const found = events(text).filter(({ kind, about }) => kind === 'commenced' && about === 'self');
    expect(found.map(({ date }) => date)).toEqual(['2021-05-01', '2021-05-01']);
    expect(found[1]!.evidence.text).toContain('自2021年5月1日起施行');
  });

  it('without a clause is an inference from its promulgation, and never the day of its adoption', () => {
    const law = (caption: string) =>
      `某法\n\n（${caption}）\n\n第一条 为了某事，制定本法。\n\n第二条 本法适用于全国。\n`;
    expect(start(law('2003年6月5日某府令第3号公布'))).toMatchObject({ date: '2003-06-05', inferred: true });
    expect(start(law('2003年6月5日第一次会议通过'))?.date).toBeUndefined();
  });

  it('of a revised law that prints a new clause is the revision’s, not the first text’s', () => {
    const law = `某企业法

（1997年2月23日第八届全国人民代表大会常务委员会第二十四次会议通过　2006年8月27日第十届全国人民代表大会常务委员会第二十三次会议修订）

第一条 为了规范企业，制定本法。

第二条 本法自2007年6月1日起施行。
`;
    const found = events(law).filter(({ kind }) => ['commenced', 'amended'].includes(kind));
    expect(found).toMatchObject([{ kind: 'amended', version: '2006-08-27', date: '2007-06-01' }]);
  });

  it('of an amended law that keeps the old clause stays the first text’s', () => {
    const law = `某促进法

（2002年6月29日第九届全国人民代表大会常务委员会第二十八次会议通过　根据2012年2月29日第十一届全国人民代表大会常务委员会第二十五次会议《关于修改〈某促进法〉的决定》修正）

第一条 为了促进某事，制定本法。

第二条 本法自2003年1月1日起施行。
`;
    const found = events(law).filter(({ kind }) => ['commenced', 'amended'].includes(kind));
    expect(found).toMatchObject([
      { kind: 'amended', version: '2012-02-29', date: '2012-02-29' },
      { kind: 'commenced', date: '2003-01-01' },
    ]);
  });
});
