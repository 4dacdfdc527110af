import { describe, expect, it } from 'vitest';
import { readMentions } from '../../src/domain/names/index.ts';
import { readRepeals } from '../../src/domain/status/sentences/repeals.ts';
import { events } from './read.ts';

/** Names that a text repeals, with the word and the part meant. */
function repealed(text: string): string[] {
  return readRepeals(text, 'art_1').map(
    ({ mention, verb }) =>
      `${mention.title ?? mention.number}${mention.scope ? `／${mention.scope}` : ''} ${verb}`,
  );
}

describe('clauses that repeal', () => {
  it.each([
    [
      '本办法自2022年2月8日起施行。《企业信息公开办法》（环境保护部令第31号）同时废止。',
      ['企业信息公开办法 废止'],
    ],
    [
      '本条例自发布之日起施行，1982年7月7日国务院发布的《物价管理暂行条例》同时废止。',
      ['物价管理暂行条例 废止'],
    ],
    [
      '本法自2021年1月1日起施行。《中华人民共和国婚姻法》、《中华人民共和国继承法》、《中华人民共和国民法总则》同时废止。',
      ['中华人民共和国婚姻法 废止', '中华人民共和国继承法 废止', '中华人民共和国民法总则 废止'],
    ],
    ['《甲办法》《乙办法》和《丙规定》即行废止。', ['甲办法 废止', '乙办法 废止', '丙规定 废止']],
    [
      '1991年6月30日国务院发布的《甲实施细则》和1994年2月4日财政部发布的《乙实施细则》同时废止。',
      ['甲实施细则 废止', '乙实施细则 废止'],
    ],
    [
      '1988年3月13日河南省第七届人民代表大会常务委员会第二次会议通过，2000年5月27日河南省第九届人民代表大会常务委员会第十六次会议修订的《某办法》同时废止。',
      ['某办法 废止'],
    ],
    [
      '2014年7月30日原国家食品药品监督管理总局令第7号公布的《医疗器械生产监督管理办法》同时废止。',
      ['医疗器械生产监督管理办法 废止'],
    ],
    [
      '2017年原省依法行政领导小组印发的《广东省行政执法公示办法（试行）》同时废止。',
      ['广东省行政执法公示办法（试行） 废止'],
    ],
    ['原《某市停车管理办法》（某府〔2010〕5号）同时废止。', ['某市停车管理办法 废止']],
    [
      '《关于印发〈某市停车管理办法〉的通知》（某府〔2010〕5号）同时停止执行。',
      ['关于印发〈某市停车管理办法〉的通知 停止执行'],
    ],
    ['自本法施行之日起，《甲条例》废止。', ['甲条例 废止']],
    ['自2021年1月1日起，《甲办法》（某府〔2010〕5号）不再执行。', ['甲办法 停止执行']],
    ['《甲办法》自2021年1月1日起废止。', ['甲办法 废止']],
    ['《甲办法》自本通知印发之日起停止执行。', ['甲办法 停止执行']],
    ['某府规〔2018〕22号及延期文件同时废止。', ['某府规〔2018〕22号 废止']],
    ['湛府〔2010〕5号、湛府〔2011〕6号文件同时废止。', ['湛府〔2010〕5号 废止', '湛府〔2011〕6号 废止']],
    ['经研究，决定废止《甲办法》（某府〔2010〕5号）。', ['甲办法 废止']],
    [
      '经2020年12月8日局党组会议研究同意，现决定废止《甲通知》（湛发改价格〔2015〕26号）等2份部门规范性文件（详见附件）。',
      ['甲通知 废止'],
    ],
    ['决定对《甲办法》予以废止。', ['甲办法 废止']],
    ['现将《甲办法》《乙办法》予以废止。', ['甲办法 废止', '乙办法 废止']],
    [
      '一、废止《甲办法》（1994年5月1日市政府令第3号发布）、《乙办法》（2001年6月1日市政府令第30号发布）。',
      ['甲办法 废止', '乙办法 废止'],
    ],
    ['宣布《甲办法》失效。', ['甲办法 失效']],
    ['《甲办法》同时失效。', ['甲办法 失效']],
    ['《甲办法》第三条、第五条同时废止。', ['甲办法／第三条、第五条 废止']],
    ['《甲办法》中关于罚款的规定同时废止。', ['甲办法／中关于罚款的规定 废止']],
    ['《甲办法》；《乙办法》同时废止。', ['甲办法 废止', '乙办法 废止']],
    ['《甲办法》除第二条继续执行外，其余条款停止执行。', ['甲办法／除第二条继续执行外 停止执行']],
    ['《甲办法》不再适用于已登记的摊贩。', ['甲办法／（于已登记的摊贩） 停止执行']],
    [
      '某市人民政府令第10号、第12号公布的规章同时废止。',
      ['某市人民政府令第10号 废止', '某市人民政府令第12号 废止'],
    ],
    [
      '决定废止某市人民政府令第12号、第15号公布的2件规章。',
      ['某市人民政府令第12号 废止', '某市人民政府令第15号 废止'],
    ],
    ['《甲办法》在东城区停止适用。', ['甲办法／（在东城区） 停止执行']],
    ['《甲办法》自2022年7月1日起在东城区范围内同时停止适用。', ['甲办法／（在东城区范围内） 停止执行']],
    ['自2022年7月1日起不再执行《甲办法》。', ['甲办法 停止执行']],
    ['经提请市政府同意，废止《甲办法》。', ['甲办法 废止']],
  ])('%s', (text, expected) => {
    expect(repealed(text)).toEqual(expected);
  });

  it.each([
    '根据《国务院关于废止和修改部分行政法规的决定》第一次修订',
    '《关于废止〈甲办法〉的决定》已经市政府常务会议通过。',
    '修订前的《甲条例》（自1998年11月29日起施行，2017年10月1日废止，以下简称旧条例）第二十八条规定如下。',
    '法律被废止的，除由其他法律规定废止该法律的以外，由国家主席签署主席令予以公布。',
    '请对依据本通知废止的文件制定的相关政策性文件进行清理，及时修改、废止或宣布失效。',
    '依照《甲办法》应当废止的文件，由制定机关废止。',
    '《甲办法》废止前已经受理的申请，继续办理。',
    '拟将《甲办法》、《乙办法》予以废止。',
    '已经登记的，不再执行《甲办法》。',
    '现提请市人大常委会废止《甲办法》。',
    '《甲办法》已废止的，按照新规定执行。',
    '对不适当的，应当及时修改或者废止。',
    '取得许可证后超过6个月未办理登记的，许可证失效。',
    '根据《甲办法》的规定，该项目停止执行。',
    '国务院部门规章的制定、修改和废止，依照《立法法》的有关规定执行。',
  ])('nothing is repealed: %s', (text) => {
    expect(repealed(text)).toEqual([]);
  });

  it('keeps what the text says of the repealed document', () => {
    const [mention] = readMentions(
      '2014年7月30日原国家食品药品监督管理总局令第7号公布的《医疗器械生产监督管理办法》同时废止',
    );
    expect(mention).toMatchObject({
      title: '医疗器械生产监督管理办法',
      number: '国家食品药品监督管理总局令第7号',
      date: '2014-07-30',
    });
  });

  it('sets the day where the clause names it, and otherwise that of the text itself', () => {
    const text = (clause: string) =>
      `某办法\n\n第一条 为了某事，制定本办法。\n\n第二条 本办法自2021年3月1日起施行。${clause}\n`;
    const day = (clause: string) => events(text(clause)).find(({ kind }) => kind === 'repealed')?.date;
    expect(day('《甲办法》同时废止。')).toBe('2021-03-01');
    expect(day('《甲办法》自2021年6月1日起废止。')).toBe('2021-06-01');
    expect(day('自2021年7月1日起，《甲办法》、《乙办法》废止。')).toBe('2021-07-01');
    expect(day('自本办法施行之日起，《甲办法》废止。')).toBe('2021-03-01');
  });
});

describe('lists of repealed documents', () => {
  /** Titles or numbers that a text's lists repeal, as told by its events. */
  const listed = (text: string) =>
    events(text)
      .filter(({ kind, scope }) => kind === 'repealed' && scope === undefined)
      .map(({ about, verb }) => `${typeof about === 'string' ? '' : (about.number ?? about.title)} ${verb}`);

  const notice = (body: string, rest: string) =>
    `某市发展和改革局关于废止部分文件的通知\n\n某发改〔2020〕9号\n\n各有关单位：\n\n${body}\n\n某市发展和改革局\n\n2020年12月31日\n\n${rest}\n`;

  it('are read from an annexed table by its header', () => {
    const table =
      '附件\n\n废止的规范性文件目录\n\n序号\t文件名称\t文号\n1\t关于收费的通知\t某发改〔2015〕26号\n2\t关于收费的补充通知\t某发改函〔2015〕62号\n';
    expect(
      listed(notice('现决定废止《关于收费的通知》（某发改〔2015〕26号）等2份文件（详见附件）。', table)),
    ).toEqual(['某发改〔2015〕26号 废止', '某发改〔2015〕26号 废止', '某发改函〔2015〕62号 废止']);
  });

  it('leave out rows whose own verdict keeps or only amends the document', () => {
    const table =
      '附件\n\n规范性文件清理结果目录\n\n序号\t文件名称\t文号\t清理意见\n1\t甲办法\t某府〔2011〕1号\t废止\n2\t乙办法\t某府〔2012〕2号\t继续有效\n3\t丙办法\t某府〔2013〕3号\t失效\n4\t丁办法\t某府〔2014〕4号\t修改\n';
    expect(listed(notice('现将清理结果公布如下，附件所列文件按清理意见予以废止或宣布失效。', table))).toEqual(
      ['某府〔2011〕1号 废止', '某府〔2013〕3号 失效'],
    );
  });

  it('take the day that their row gives', () => {
    const table =
      '附件\n\n废止的规范性文件目录\n\n序号\t文件名称\t文号\t备注\n1\t甲办法\t某府〔2011〕1号\t自2021年7月1日起废止\n2\t乙办法\t某府〔2012〕2号\t\n';
    const found = events(notice('附件所列文件予以废止。', table)).filter(({ kind }) => kind === 'repealed');
    expect(found.map(({ date }) => date)).toEqual(['2021-07-01', '2020-12-31']);
  });

  it('are read from numbered lines under a lead', () => {
    const body =
      '经研究，决定废止下列文件：\n\n1.《甲办法》（某府〔2011〕1号）\n\n2.关于乙事项的通知（某府〔2012〕2号）\n\n3.《丙规定》';
    expect(listed(notice(body, ''))).toEqual(['某府〔2011〕1号 废止', '某府〔2012〕2号 废止', '丙规定 废止']);
  });

  it('leave out what their lead excepts', () => {
    const rows = '附件\n\n废止的文件清单\n\n1．甲办法（某府〔2010〕1号）\n\n2．乙办法（某府〔2011〕2号）\n';
    const of = (words: string) => listed(notice(`${words}附件所列文件自本通知印发之日起一并废止。`, rows));
    expect(new Set(of('除《甲办法》外，'))).toEqual(new Set(['某府〔2011〕2号 废止']));
    expect(new Set(of('按《甲办法》要求，'))).toEqual(
      new Set(['某府〔2010〕1号 废止', '某府〔2011〕2号 废止']),
    );
  });

  it('are read below a lead that says they no longer apply, and not below cases', () => {
    const rows = '1．《甲意见》（某高法发〔2008〕13号）\n\n2．《乙纪要》（某高法〔2012〕240号）';
    const [first, ...others] = listed(notice(`下列文件自本通知下发之日起不再适用：\n\n${rows}`, ''));
    expect(first).toBe('某高法发〔2008〕13号 停止执行');
    expect(others.at(-1)).toBe('某高法〔2012〕240号 停止执行');
    expect(listed(notice(`有下列情形的，不再适用本办法：\n\n${rows}`, ''))).toEqual([]);
  });

  it('are read from lines that name them without marks, with what bore them in brackets', () => {
    const body =
      '决定废止下列规章：\n\n1.某市酒类流通管理办法（2006年5月11日某市人民政府令第130号公布）\n\n2.某市户外广告登记实施细则（2001年2月2日发布）';
    expect(
      events(notice(body, '')).flatMap(({ kind, about }) =>
        kind === 'repealed' && typeof about === 'object'
          ? [`${about.title} ${about.number ?? about.date}`]
          : [],
      ),
    ).toEqual(['某市酒类流通管理办法 某市人民政府令第130号', '某市户外广告登记实施细则 2001-02-02']);
  });

  it('are read from a table whose cells only spaces part, and end with a sentence', () => {
    const head = '决定废止下列文件：\n\n序号　标题　发文日期及文号　废止理由';
    const rows =
      '1　关于渔船抵押若干问题的批复　1988年4月2日法（经）复〔1988〕17号　已被代替\n\n2　关于水面承包合同案件的通知　1995年7月6日法发〔1995〕14号　情况已变化，不再适用';
    expect(listed(notice(`${head}\n\n${rows}`, ''))).toEqual([
      '法（经）复〔1988〕17号 废止',
      '法发〔1995〕14号 废止',
    ]);
    expect(listed(notice(`${head}\n\n其他文件另行清理。\n\n${rows}`, ''))).toEqual([]);
  });

  it('let a document go on to the day behind its name', () => {
    const body =
      '一、继续有效的文件\n\n（一）某市烟花爆竹管理规定（某府〔2017〕3号），有效期延长至2024年12月31日。\n\n（二）某市古树管理规定（某府〔2017〕5号）。';
    const found = events(notice(body, '')).flatMap(({ kind, about, date }) =>
      typeof about === 'object' && about.title ? [`${about.title} ${kind} ${date}`] : [],
    );
    expect(found).toEqual([
      '某市烟花爆竹管理规定 confirmed 2020-12-31',
      '某市古树管理规定 confirmed 2020-12-31',
      '某市烟花爆竹管理规定 expires 2025-01-01',
    ]);
  });

  it('follow the fate that the body gives each annex', () => {
    const law = `某法

（1997年3月14日通过）

第一条 本法自1997年10月1日起施行。

列于本法附件一的条例，自本法施行之日起，予以废止。

列于本法附件二的决定予以保留。

附件一

制定的下列条例和决定，已纳入本法或者已不适用，予以废止：

1.甲条例

2.关于乙的决定

附件二

制定的下列决定予以保留，继续有效：

1.关于丙的决定
`;
    expect(listed(law)).toEqual(['甲条例 废止', '关于乙的决定 废止']);
  });

  it('take the day of the sentence that speaks of all of them, and quote it', () => {
    const text = notice(
      '现决定废止《甲通知》（某发改〔2015〕26号）。\n\n凡被废止的文件，自本通知印发之日起一律停止执行。',
      '',
    );
    const found = events(text).filter(({ kind }) => kind === 'repealed');
    expect(found.map(({ date }) => date)).toEqual(['2020-12-31', '2020-12-31']);
    expect(found.map(({ evidence }) => evidence.text)).toContain(
      '凡被废止的文件，自本通知印发之日起一律停止执行。',
    );
  });
});
