import { describe, expect, test } from 'vitest';
import {
  documentNumberKey,
  findDocumentNumbers,
  numberBelow,
  numberLine,
  parseDocumentNumber,
  printDocumentNumber,
} from '../../src/domain/names/index.ts';
import { numberForms } from '../../src/domain/search/spellings.ts';

/** A number, another spelling of it, and whether running text shows the spelling as a number. */
const spellings: [string, string, boolean][] = [
  ['甲府〔2021〕7号', '甲府[2021]7号', true],
  ['甲府〔2021〕7号', '甲府（2021）7号', true],
  ['甲府〔2021〕7号', '甲府【2021】7号', true],
  ['甲府〔2021〕7号', '甲府［２０２１］７号', true],
  ['甲府〔2021〕7号', '甲府〔二〇二一〕七号', true],
  ['甲府〔2021〕7号', '甲府〔2021〕 第 7 号', true],
  ['甲府〔2021〕7号', '(甲府〔2021〕7号)', true],
  ['甲府〔2021〕7号', '甲府2021年7号', false],
  ['甲府〔2021〕7号', '甲府2021-7', false],
  ['甲府〔2021〕7号', '甲府2021 7', false],
  ['甲府〔2021〕7号', '甲府〔2021〕007号', true],
  ['甲发改价格函〔2015〕26号', '甲发改价格函﹝2015﹞26号', false],
  ['法（研）发〔1985〕18号', '法(研)发〔1985〕18号', true],
  ['法（研）发〔1985〕18号', '法（研）发[85]18号', true],
  ['国函字〔1985〕123号', '国函字〔85〕第123号', true],
  ['法研字〔1984〕9号', '〔84〕法研字第9号', true],
  ['法研字〔1984〕9号', '(84)法研字第9号', true],
  ['法研字〔1984〕9号', '［1984］法研字第9号', true],
  ['〔2019〕第4号', '[2019]第4号', true],
  ['〔2019〕第4号', '〔2019〕4号', false],
  ['令第7号', '令 第 7 号', true],
  ['甲市人民政府令第7号', '甲市人民政府令第七号', true],
  ['甲市人民政府令第7号', '甲市人民政府令（第7号）', true],
  ['甲市人民政府令第7号', '甲市人民政府第7号令', true],
  ['甲市人民政府令第7号', '甲市人民政府7号令', true],
  ['国务院令第722号', '中华人民共和国国务院令第七百二十二号', true],
  ['主席令第23号', '中华人民共和国主席令（第二十三号）', true],
  ['商务部令2010年第15号', '商务部令〔2010〕第15号', true],
  ['商务部令2010年第15号', '商务部令2010年 第15号', true],
  ['商务部令2010年第15号', '商务部2010年第15号令', true],
  ['政府令2010年第15号', '政府令[2010]15号', true],
  ['国家税务总局公告2020年第5号', '国家税务总局公告 2020年第5号', true],
  ['国家税务总局公告2020年第5号', '国家税务总局公告〔2020〕第5号', true],
  ['国家税务总局公告2020年第5号', '国家税务总局公告二〇二〇年第五号', true],
  ['国家税务总局公告2020年第5号', '国家税务总局2020年第5号公告', true],
  ['财政部税务总局公告2020年第12号', '财政部 税务总局公告2020年第12号', false],
  ['海关总署公告2020年第8号', '中华人民共和国海关总署公告2020年第8号', true],
  ['甲省人民代表大会常务委员会公告第45号', '甲省人民代表大会常务委员会公告（第45号）', true],
  ['甲省人民代表大会常务委员会公告〔十四届〕第9号', '甲省人民代表大会常务委员会公告〔十四届〕第九号', true],
  ['甲省人民代表大会常务委员会公告〔十四届〕第9号', '甲省人民代表大会常务委员会公告（十四届）第9号', true],
  ['法（经）复〔1988〕17号', '法（经）复[1988]17号', true],
  ['公安部通告2020年第3号', '公安部通告〔2020〕3号', true],
  ['甲部规2020-50', '甲部规 2020—50', true],
  ['甲部规2020-50', '甲部规2020－50号', true],
  ['HNPR-2020-1012', 'HNPR—2020—01012', true],
];

describe('one grammar of numbers', () => {
  test.each(spellings)('%s is also %s', (key, spelling) => {
    expect(documentNumberKey(spelling)).toBe(key);
    expect(documentNumberKey(key)).toBe(key);
    expect(documentNumberKey(printDocumentNumber(parseDocumentNumber(spelling)!))).toBe(key);
  });

  test.each(spellings.filter(([, , inText]) => inText))(
    '%s is found in a sentence as %s',
    (key, spelling) => {
      expect(findDocumentNumbers(`现将${spelling}予以废止。`).map((one) => one.key)).toEqual([key]);
    },
  );

  test.each(spellings.filter(([key]) => key.endsWith('号')))(
    'search looks for %s when asked for %s',
    (key, spelling) => {
      const [asked, held] = [numberForms(`${spelling}`), numberForms(key)];
      if (/号$|[ -]/.test(spelling)) expect(held.some((form) => asked.includes(form))).toBe(true);
    },
  );

  test.each([
    '甲规划（2020-2022年）',
    '第十四届',
    '甲府〔0000〕7号',
    '甲府〔20201〕7号',
    '附件（12）3号',
    '第5号',
    '命令第3号机组',
    '（2013）甲赤法民一初字第123号',
    `甲府〔2021〕${'7'.repeat(5000)}号`,
    '《'.repeat(3000),
    '关于甲府〔2021〕7号',
  ])('%s is no number', (text) => {
    expect(parseDocumentNumber(text)).toBeUndefined();
  });

  test('a number is printed in its own form', () => {
    const prints = (text: string): string => printDocumentNumber(parseDocumentNumber(text)!);
    expect(prints('[84]法研字第9号')).toBe('〔84〕法研字第9号');
    expect(prints('政府令[2010]第15号')).toBe('政府令〔2010〕第15号');
    expect(prints('商务部令2010年第15号')).toBe('商务部令2010年第15号');
    expect(prints('[2019]第4号')).toBe('〔2019〕第4号');
  });
});

describe('lines of numbers', () => {
  test('a line is a number only as a whole', () => {
    expect(numberLine('（甲府[2021] 7 号）')).toBe('甲府〔2021〕7号');
    expect(numberLine('（国务院令第707号）', 'order')).toBe('国务院令第707号');
    expect(numberLine('甲建〔2024〕11号　　　签发人：乙某')).toBe('甲建〔2024〕11号');
    expect(numberLine('甲建〔2024〕11号　联系人：乙某')).toBeUndefined();
    expect(numberLine('国家税务总局公告2020年第5号', 'document')).toBeUndefined();
    for (const line of ['根据甲府〔2021〕7号', '甲府〔2021〕7号文件', '甲府〔2021〕7', '第七条'])
      expect(numberLine(line)).toBeUndefined();
  });

  test('an order or announcement may have its number on the next line', () => {
    expect(numberBelow('国家税务总局公告', '2020年第5号')).toMatchObject({
      organ: '国家税务总局',
      year: 2020,
      number: 5,
    });
    expect(numberBelow('甲省人民政府令', '〔2010〕第15号')).toMatchObject({
      organ: '甲省人民政府',
      year: 2010,
      number: 15,
    });
    expect(numberBelow('甲省人民代表大会常务委员会公告', '〔十四届〕第九号')).toMatchObject({
      term: '十四届',
      number: 9,
    });
    expect(numberBelow('甲省人民政府令', '（第7号）')).toMatchObject({ organ: '甲省人民政府', number: 7 });
    expect(numberBelow('甲省人民政府令', '第一条　为了')).toBeUndefined();
    expect(numberBelow('甲省人民政府决定', '第7号')).toBeUndefined();
    expect(numberBelow('甲省人民政府令', undefined)).toBeUndefined();
  });
});

test.each([
  ['甲政办发〔2013〕5、6号文件', '甲政办发〔2013〕5'],
  ['1995年7月6日法发〔1995〕14号', '法发〔1995〕14号'],
  ['今日法发〔1995〕14号', '今日法发〔1995〕14号'],
  ['收回甲政发〔2015〕12号文件', '甲政发〔2015〕12号'],
  ['撤销甲政发〔2015〕12号', '甲政发〔2015〕12号'],
  ['同意取消甲政发〔2015〕12号', '甲政发〔2015〕12号'],
  ['恢复执行甲政发〔2015〕12号', '甲政发〔2015〕12号'],
  ['决定撤销甲市人民政府令第3号', '甲市人民政府令第3号'],
  ['停办发〔2020〕3号', '停办发〔2020〕3号'],
])('the verb is no part of the number: %s', (text, number) => {
  expect(findDocumentNumbers(text).map((found) => found.text)).toEqual([number]);
});
