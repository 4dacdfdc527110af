/** Archives of invented cities: amended and repealed rules, the same names in both, national laws known by name. */
import { buildArchive, type WorkSource } from '../../src/domain/archive.ts';
import type { Holding } from '../../src/domain/exports/index.ts';
import type { Day } from '../../src/domain/model.ts';
import { exportHolding } from '../../src/site/exports/holding.ts';
import type { Archive } from '../../src/site/load.ts';

type Text = [name: string, date: Day, text: string];

const numerals = '一二三四五六七八九十';

/** A rule whose articles are given. */
export const rule = (title: string, number: string, ...articles: string[]): string =>
  [title, `（${number}）`, ...articles.map((text, i) => `第${numerals[i]}条　${text}`)].join('\n\n');

/** The texts of a city that bears some name. */
export const textsOf = (city: string): Text[] => [
  [
    'parking',
    '2020-03-01',
    rule(
      `${city}停车场管理办法`,
      '2020年2月10日文溪市人民政府令第3号公布，自2020年3月1日起施行'.replace('文溪市', city),
      '为了规范停车场管理，根据《中华人民共和国道路交通安全法》，制定本办法。',
      '经营停车场的，应当向市交通运输局提交下列材料：\n\n（一）申请书；\n\n（二）场地证明；\n\n（三）收费标准。',
      '停车场不得停放装载危险货物的车辆。违反规定的，处警告，并处200元以上1000元以下罚款。',
      '𠮷庆路的停车场由𠮷庆街道办事处管理。',
      '本办法自2020年3月1日起施行，有效期5年。',
    ),
  ],
  [
    'parking-decision',
    '2022-05-01',
    [
      `关于修改《${city}停车场管理办法》的决定`,
      `（2022年4月20日${city}人民政府令第8号公布）`,
      `现决定对《${city}停车场管理办法》作如下修改：`,
      '一、删去第二条第二项。',
      '二、将第三条中的“警告”修改为“通报批评”。',
      '本决定自2022年5月1日起施行。',
    ].join('\n\n'),
  ],
  [
    'greening',
    '2015-06-01',
    rule(
      `${city}绿化管理规定`,
      `${city}人民政府令第1号`,
      '为了保护和改善生态环境，制定本规定。',
      '单位和个人都有爱护绿地的义务，不得擅自占用绿地停放车辆。',
      '本规定自2015年6月1日起施行。',
    ),
  ],
  [
    'greening-repeal',
    '2021-09-01',
    [
      `${city}人民政府关于废止《${city}绿化管理规定》的决定`,
      `（2021年9月1日${city}人民政府令第6号公布）`,
      `现决定废止《${city}绿化管理规定》（${city}人民政府令第1号）。`,
      '本决定自公布之日起施行。',
    ].join('\n\n'),
  ],
  [
    'fees',
    '2023-01-05',
    [
      `${city}财政局关于收费管理的通知`,
      `${city === '文溪市' ? '文' : '乙'}财〔2023〕5号`,
      '各单位：',
      '现将收费管理有关事项通知如下：',
      '一、停车费、绿化费按照收费标准执行。',
      '二、网约车登记费不再收取，IPv6 改造费由5G 基站建设单位承担。',
      `${city}财政局`,
      '2023年1月5日',
    ].join('\n\n'),
  ],
];

/** A text with chapters and an annex, which another text calls by a short name. */
export const chaptered = (city: string): Text[] => [
  [
    'port',
    '2018-01-01',
    [
      `${city}港口管理条例`,
      '（2017年11月1日公布，自2018年1月1日起施行）',
      '第一章　总则',
      '第一条　为了加强港口管理，制定本条例。',
      '第二条　本条例适用于本市港口的规划、建设、经营。\n\n前款所称港口，名录见附件。',
      '第二章　经营',
      '第三条　从事港口经营的，应当取得许可。\n\n（一）有固定的经营场所；\n\n（二）有与经营相适应的设施。',
      '第四条　本条例自2018年1月1日起施行。',
      '附件：港口名录',
      '一、东港区。',
      '二、西港区。',
    ].join('\n\n'),
  ],
  [
    'port',
    '2023-07-01',
    [
      `${city}港口经营管理条例`,
      '（2023年6月1日公布，自2023年7月1日起施行）',
      '第一条　为了加强港口管理，制定本条例。',
      '第二条　从事港口经营的，应当取得许可，并每年报送年度报告。',
      '第三条　本条例自2023年7月1日起施行。',
    ].join('\n\n'),
  ],
  [
    'port-notice',
    '2019-02-01',
    [
      `${city}人民政府关于贯彻实施港口管理条例的通知`,
      `《${city}港口管理条例》（以下简称《港口条例》）自2018年1月1日起施行，现就有关事项通知如下：`,
      '一、严格执行《港口条例》。',
      '二、按时报送情况。',
      `${city}人民政府`,
      '2019年2月1日',
    ].join('\n\n'),
  ],
];

/** Numbers that are the same in every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const things = [
  '噪声',
  '渣土',
  '养老服务',
  '古树名木',
  '电动自行车',
  '餐厨垃圾',
  '海域使用',
  '户外广告',
  '地下管线',
  '网约房',
];
const acts = [
  '登记',
  '备案',
  '巡查',
  '公示',
  '听证',
  '限期改正',
  '联合惩戒',
  '现场核查',
  '信用修复',
  '安全评估',
];
const kinds = ['管理办法', '管理条例', '管理规定', '实施细则', '的通知', '的意见'];
const tails = [
  '应当在10日内办结',
  '不得收取费用',
  '由主管部门负责',
  '按照前款规定执行',
  '依法给予处分',
  '可以委托第三方进行',
];

/** Rules that nobody wrote: of few words in ever other order, some of them in several texts. */
export function generated(city: string, count: number, seed: number): Text[] {
  const roll = dice(seed);
  const one = (list: readonly string[]): string => list[roll(list.length)]!;
  const clause = (): string =>
    `${one(things)}${one(acts)}${roll(2) ? `和${one(acts)}` : ''}，${one(tails)}。`;
  return Array.from({ length: count }, (_, i): Text[] => {
    const title = `${city}${one(things)}${one(acts)}${one(kinds)}`;
    const number = `${city.slice(0, 1)}府〔${2001 + roll(23)}〕${1 + roll(90)}号`;
    const articles = () =>
      Array.from({ length: 2 + roll(7) }, () => `${clause()}${roll(3) ? '' : `\n\n${clause()}`}`);
    const years = roll(4) === 0 ? [2005 + roll(8), 2014 + roll(8)] : [2005 + roll(17)];
    return years.map((year) => [
      `made-${i}`,
      `${year}-0${1 + roll(9)}-15`,
      rule(title, number, ...articles(), `本规定自${year}年10月1日起施行。`),
    ]);
  }).flat();
}

/** The archive of a city. */
export function archiveOf(horizon: Day | undefined, texts: readonly Text[]): Archive {
  const works = texts.map(([name, date, text]): WorkSource => {
    return { name, date, path: `works/${name}/${date}.md`, text, corrections: [] };
  });
  const register = { ...(horizon ? { horizon } : {}), works: [], organs: [] };
  return buildArchive({ issues: [], works, register }) as Archive;
}

/** What a city exports from a site of its own. */
export const holdingAt = (archive: Archive, site: string, title?: string): Holding => ({
  ...exportHolding(archive, { site }),
  ...(title === undefined ? {} : { name: title }),
});
