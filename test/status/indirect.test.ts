/** Documents meant without standing beside the word that ends or changes them: in brackets, above it, by a new name. */
import { describe, expect, it } from 'vitest';
import { buildArchive } from '../../src/domain/archive.ts';
import { statusBook } from '../../src/domain/status/desk/book.ts';
import { askStatus } from '../../src/domain/status/desk/desk.ts';
import { readAmends } from '../../src/domain/status/sentences/amends.ts';
import { closingSentences } from '../../src/domain/status/sentences/closing.ts';
import { proposes } from '../../src/domain/status/sentences/repeals.ts';
import { splitSentences } from '../../src/domain/status/sentences/sentences.ts';
import { book, instruments } from './read.ts';

const notice = (body: string) =>
  `戊市人民政府关于规范管理工作的通知\n\n戊府〔2022〕9号\n\n各县人民政府：\n\n${body}\n\n戊市人民政府\n\n2022年6月1日\n`;

describe('a bracket that says which documents are meant', () => {
  it.each([
    ['有关规定（包括《甲办法》《乙办法》）同时废止。', '有关规定《甲办法》《乙办法》同时废止。'],
    ['《甲办法》等规定（含《乙办法》）同时废止。', '《甲办法》、《乙办法》等规定同时废止。'],
    [
      '有关文件（如《甲办法》（戊府〔2015〕3号）等）停止执行。',
      '有关文件《甲办法》（戊府〔2015〕3号）等停止执行。',
    ],
    ['有关规定（《甲办法》第二条除外）同时废止。', '有关规定，《甲办法》第二条除外，同时废止。'],
    ['根据有关规定（如《甲办法》）处理。', '根据有关规定（如《甲办法》）处理。'],
    ['“有关规定（如《甲办法》）”修改为“本办法”。', '“有关规定（如《甲办法》）”修改为“本办法”。'],
    ['有关规定（以下简称《甲办法》）同时废止。', '有关规定（以下简称《甲办法》）同时废止。'],
  ])('%s', (text, bare) => {
    expect(splitSentences(text, 'art_1').map((one) => [one.text, one.bare])).toEqual([[text, bare]]);
  });
});

describe('a sentence below a list', () => {
  it.each([
    ['1.《甲办法》\n\n2.《乙办法》；\n\n上述文件同时废止。', ['《甲办法》、《乙办法》同时废止。']],
    ['《甲办法》\n\n自2022年8月1日起停止执行。', ['《甲办法》自2022年8月1日起停止执行。']],
    ['《甲办法》\n\n《乙办法》\n\n同时废止《丙办法》。', []],
    ['《甲办法》\n\n请认真贯彻执行。\n\n同时废止。', []],
    ['现将《甲办法》印发给你们。\n\n同时废止。', []],
  ])('%s', (body, expected) => {
    const [first] = instruments(notice(body));
    expect(closingSentences(first!).map(({ bare }) => bare)).toEqual(expected);
  });
});

describe('a new name', () => {
  const text =
    '戊市渡口管理办法\n\n（2015年3月5日戊市人民政府令第3号公布）\n\n第一条　渡口应当登记。\n\n第二条　本办法自2015年4月1日起施行。\n';

  it('is told where the former one is asked for', () => {
    const now = '戊市渡口渡船管理办法';
    const told = notice(`《戊市渡口管理办法》更名为《${now}》。`);
    const index = book({ 'a/2015-03-05': text, 'z/2022-06-01': told }, '2026-12-31');
    const [answer] = askStatus(['戊市渡口管理办法'], '2024-01-01', index);
    expect(answer).toMatchObject({ state: 'in-force', basis: 'stated' });
    expect(answer!.reason).toContain(`2022年6月1日更名为《${now}》后的文本，本库未收该文本`);
    expect(answer!.evidence.map((one) => one.text)).toContain(`《戊市渡口管理办法》更名为《${now}》。`);
    const [other] = askStatus([now], '2024-01-01', index);
    expect(other!.state).toBe('unknown');
  });

  it.each([
    ['将《甲办法》的名称修改为“乙办法”。', ['甲办法 更名为《乙办法》后']],
    [
      '《甲办法》更名为《乙办法》，《丙办法》改称《丁办法》。',
      ['甲办法 更名为《乙办法》后', '丙办法 更名为《丁办法》后'],
    ],
    ['《甲办法》拟于明年更名为《乙办法》。', []],
    ['《甲办法》规定的机构名称。', []],
  ])('%s', (body, expected) => {
    const [first] = instruments(notice(body));
    expect(readAmends(first!).map(({ mention, verb }) => `${mention.title} ${verb}`)).toEqual(expected);
  });
});

describe('a plan', () => {
  it.each([
    '拟于2023年废止《甲办法》',
    '计划在2023年底前废止',
    '请抓紧做好废止工作',
    '建议予以废止',
    '提请废止《甲办法》',
    '已列入废止计划',
  ])('%s decides nothing', (words) => expect(proposes(words)).toBe(true));

  it.each([
    '依法废止的文件',
    '经研究废止《甲办法》',
    '2020年度工作计划停止执行',
    '市司法局拟定的《甲办法》同时废止',
    '《乙建议废止办法》失效',
  ])('%s is none', (words) => expect(proposes(words)).toBe(false));
});

describe('of what a repeal leaves, each article tells its own state', () => {
  const rules = (name: string) =>
    `戊市${name}办法\n\n（2015年3月5日戊市人民政府令第3号公布）\n\n第一条　为了加强管理，制定本办法。\n\n第二条　经营者应当登记。\n\n第三条　本办法自2015年4月1日起施行。\n`;
  const asked = ['采石办法第二条', '采石办法第三条', '驳船办法第二条', '驳船办法第三条'];
  const both = 'in-force repealed in-force in-force';
  it.each([
    ['《戊市采石办法》（第二条除外）同时废止。', both],
    ['《戊市采石办法》同时废止（第二条除外）。', both],
    ['《戊市采石办法》同时废止，但第二条继续有效。', both],
    ['《戊市采石办法》除第二条外其余条款同时废止。', both],
    ['《戊市采石办法》第二条继续有效，其他条款不再执行。', both],
    ['《戊市驳船办法》、《戊市采石办法》（第二条除外）同时废止。', 'in-force repealed repealed repealed'],
    ['废止《戊市驳船办法》、《戊市采石办法》（第二条除外）。', 'in-force repealed repealed repealed'],
    ['废止《戊市采石办法》，《戊市驳船办法》第三条继续有效。', 'repealed repealed in-force unknown'],
    ['《戊市采石办法》第二条同时废止。', 'repealed in-force in-force in-force'],
    ['取消《戊市采石办法》设定的行政许可。', 'unknown unknown in-force in-force'],
  ])('%s', (words, expected) => {
    const texts = {
      'a/2015-03-05': rules('采石'),
      'b/2015-03-05': rules('驳船'),
      'z/2022-06-01': notice(words),
    };
    const lines = asked.map((name) => `戊市${name}`);
    const states = askStatus(lines, '2024-01-01', book(texts, '2026-12-31')).map(({ state }) => state);
    expect(states.join(' ')).toBe(expected);
  });
});

it.each([
  ['《戊市采石标准》（戊府〔2016〕3号）有效期延长至2023年12月31日。', 'in-force', 'lapsed'],
  ['《戊市采石标准》（戊府〔2016〕3号）有效期延长至2021年12月31日。', 'lapsed', 'lapsed'],
  ['《戊市采石标准》（戊府〔2016〕3号）另有规定。', 'unknown', 'unknown'],
])('of a text that is not held, what prolongs it tells: %s', (words, before, after) => {
  const index = book({ 'z/2022-06-01': notice(words) }, '2026-12-31');
  const state = (day: string) => askStatus(['戊市采石标准'], day, index)[0]!.state;
  expect([state('2022-08-01'), state('2024-08-01')]).toEqual([before, after]);
});

describe('a repeal before a day', () => {
  const rules =
    '戊市渡口管理办法\n\n（2015年3月5日戊市人民政府令第3号公布）\n\n第一条　渡口应当登记。\n\n第二条　本办法自2015年4月1日起施行。\n';
  const days = ['2022-05-31', '2022-07-01', '2022-12-31', '2023-01-01'];
  it.each([
    ['《戊市渡口管理办法》于2022年12月31日前废止。', 'in-force unknown unknown repealed'],
    ['《戊市渡口管理办法》于2022年底前废止。', 'in-force unknown unknown repealed'],
    ['《戊市渡口管理办法》于2022年12月31日废止。', 'in-force in-force repealed repealed'],
    ['《戊市渡口管理办法》拟于2022年12月31日前废止。', 'in-force in-force in-force in-force'],
  ])('%s leaves its force open up to it', (words, expected) => {
    const index = book({ 'a/2015-03-05': rules, 'z/2022-06-01': notice(words) }, '2026-12-31');
    expect(days.map((day) => askStatus(['戊市渡口管理办法'], day, index)[0]!.state).join(' ')).toBe(expected);
  });
});

describe('what comes after a term', () => {
  const rules = (last: string) =>
    `戊市渡口管理办法\n\n（2015年3月5日戊市人民政府令第3号公布）\n\n第一条　渡口应当登记。\n\n第二条　${last}\n`;
  it.each([
    ['本办法自2015年4月1日起施行，有效期三年，期满后如无修改自动延续。', 'in-force unknown'],
    ['本办法自2015年4月1日起施行，有效期三年，有效期届满后继续执行。', 'in-force unknown'],
    ['本办法自2015年4月1日起施行，有效期三年，有效期届满自行失效。', 'in-force lapsed'],
    ['本办法自2015年4月1日起施行，有效期三年，期满需继续执行的，应当重新公布。', 'in-force lapsed'],
  ])('%s', (last, expected) => {
    const index = book({ 'a/2015-03-05': rules(last) }, '2026-12-31');
    const days = ['2017-01-01', '2019-01-01'];
    expect(days.map((day) => askStatus(['戊市渡口管理办法'], day, index)[0]!.state).join(' ')).toBe(expected);
  });

  it.each([
    ['《戊市渡船办法》自本办法施行满一年后废止。', 'repealed'],
    ['《戊市渡船办法》有效期至2016年1月1日。', 'lapsed'],
  ])('%s', (last, expected) => {
    const index = book({ 'a/2015-03-05': rules(`本办法自2015年4月1日起施行。${last}`) }, '2026-12-31');
    expect(askStatus(['戊市渡船办法'], '2017-01-01', index)[0]!.state).toBe(expected);
  });
});

it('numbers that leave out the 代字 of the one before are ended with it', () => {
  const words =
    '戊府〔2012〕8号、〔2014〕21号文件和戊府办〔2013〕5、6号文件同时废止，戊府〔2012〕9号、本市〔2015〕3号继续有效。';
  const index = book({ 'z/2022-06-01': notice(words) }, '2026-12-31');
  const asked = ['戊府〔2014〕21号', '戊府办〔2013〕5号', '戊府办〔2013〕6号', '戊府〔2015〕3号'];
  expect(askStatus(asked, '2022-07-01', index).map(({ state }) => state)).toEqual([
    'repealed',
    'repealed',
    'repealed',
    'unknown',
  ]);
});

it('an announcement that promulgates after an approval gives the day of promulgation', () => {
  const gazette = (date: string) =>
    `戊市人民代表大会常务委员会公告\n\n第17号\n\n《戊市人民代表大会常务委员会关于废止〈戊市供热条例〉的决定》已由戊市人民代表大会常务委员会于2024年2月27日通过，经己省人民代表大会常务委员会于2024年3月28日批准，现予公布。\n\n戊市人民代表大会常务委员会\n\n${date}\n\n戊市人民代表大会常务委员会关于废止《戊市供热条例》的决定\n\n（2024年2月27日戊市人民代表大会常务委员会通过　2024年3月28日己省人民代表大会常务委员会批准）\n\n决定：废止《戊市供热条例》。\n\n本决定自公布之日起施行。\n`;
  const states = (date: string) => {
    const archive = buildArchive({
      issues: [
        { id: '1', path: 'issues/1/gazette.md', text: gazette(date), corrections: [], horizon: '2024-12-31' },
      ],
      works: [],
      register: { works: [], organs: [], horizon: '2024-12-31' },
    });
    const days = ['2024-04-01', '2024-04-11', '2024-05-11'];
    return days.map((day) => askStatus(['戊市供热条例'], day, statusBook(archive))[0]!.state);
  };
  expect(states('2024年4月10日')).toEqual(['unknown', 'repealed', 'repealed']);
  expect(states('2024年5月10日')).toEqual(['unknown', 'unknown', 'repealed']);
});

it.each([
  ['调整后的票价自2022年8月1日起执行，暂定执行两年。', 'unknown'],
  ['调整后的票价自2022年8月1日起执行，有关证件使用两年。', 'in-force'],
])('the term of what a text decides leaves its own force open: %s', (words, state) => {
  const index = book({ 'z/2022-06-01': notice(words) }, '2026-12-31');
  expect(askStatus(['戊府〔2022〕9号'], '2024-09-01', index)[0]!.state).toBe(state);
});

describe('a reply', () => {
  const asked = '你局《关于〈戊市渡口管理办法〉是否失效的请示》收悉。经研究，答复如下：\n\n';
  const rules =
    '戊市渡口管理办法\n\n（2015年3月5日戊市人民政府令第3号公布）\n\n第一条　渡口应当登记。\n\n第二条　本办法自2015年4月1日起施行。\n';
  it.each([
    [`${asked}《戊市渡口管理办法》未被废止，仍应执行。`, 'unknown'],
    ['经研究，下列文件失效：\n\n《戊市渡口管理办法》', 'lapsed'],
  ])('ends nothing by the title of what it answers: %s', (words, state) => {
    const index = book({ 'a/2015-03-05': rules, 'z/2022-06-01': notice(words) }, '2026-12-31');
    expect(askStatus(['戊市渡口管理办法'], '2023-01-01', index)[0]!.state).toBe(state);
  });

  it.each([
    ['戊市人民政府', 'unknown'],
    ['己市人民政府', 'in-force'],
  ])('a list of %s leaves out what an order of that body promulgated', (body, state) => {
    const list = `${body}关于公布现行有效规章目录的公告\n\n戊府〔2022〕9号\n\n现将目录予以公布。未列入本目录的规章不再作为行政管理的依据。\n\n${body}\n\n2022年6月1日\n\n附件\n\n现行有效规章目录\n\n1．戊市采石办法（2015年3月5日公布）\n`;
    const index = book({ 'a/2015-03-05': rules, 'z/2022-06-01': list }, '2026-12-31');
    expect(askStatus(['戊市渡口管理办法'], '2023-01-01', index)[0]!.state).toBe(state);
  });
});
