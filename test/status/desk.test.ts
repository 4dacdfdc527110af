import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAskedDay } from '../../src/domain/status/asked-day.ts';
import { dayInChina } from '../../src/domain/status/day-in-china.ts';
import { statusBook } from '../../src/domain/status/desk/book.ts';
import { askStatus } from '../../src/domain/status/desk/desk.ts';
import { packBook, shardsFor, unpackBook } from '../../src/domain/status/desk/pack.ts';
import { csvCell, tableRows, toCsv, toText } from '../../src/domain/status/desk/table.ts';
import { loadContent } from '../../src/site/load.ts';
import { book as bookOf } from './read.ts';

const { archive } = loadContent('content');
const book = statusBook(archive);
const ask = (lines: string[], at = '2020-12-31') => askStatus(lines, at, book);

describe('one document in any spelling', () => {
  it.each([
    '湛府〔2020〕68号',
    '湛府[2020]68号',
    '湛府(2020)68 号',
    '湛府（２０２０）６８号',
    '  湛府【2020】68号  ',
    '1. 湛府〔2020〕68号',
    '3、湛府〔2020〕68号；',
    '- 湛府〔2020〕68号。',
    '湛江市人民政府关于调整市政府领导同志分工的通知',
    '《湛江市人民政府关于调整市政府领导同志分工的通知》',
    '湛江市人民政府关于调整 市政府领导同志分工的通知',
    '关于调整市政府领导同志分工的通知',
    '《湛江市人民政府关于调整市政府领导同志分工的通知》（湛府〔2020〕68号）',
    'zhanfu-2020-68',
  ])('%s', (line) => {
    expect(ask([line])[0]).toMatchObject({ query: line, work: { id: 'zhanfu-2020-68' }, state: 'in-force' });
  });

  it.each([
    ['湛部规2020-50', 'jubao-jiangli-banfa'],
    ['湛部规 2020—50', 'jubao-jiangli-banfa'],
    ['湛环〔2020〕565号', 'jubao-jiangli-banfa'],
    ['湛府〔2020〕71号', 'shuzi-zhengfu-guihua'],
    ['令第7号', 'wangyueche-xiugai-jueding'],
    ['湛江市人民政府令第7号', 'wangyueche-xiugai-jueding'],
    ['湛江市人民政府令第七号', 'wangyueche-xiugai-jueding'],
    ['湛江市政府令7号', 'wangyueche-xiugai-jueding'],
    ['市政府令第7号', 'wangyueche-xiugai-jueding'],
    ['湛江市人民政府第7号令', 'wangyueche-xiugai-jueding'],
    ['湛部规〔2020〕50号', 'jubao-jiangli-banfa'],
    ['令第3号', 'wangyueche-guiding'],
    ['湛江市人民政府令第3号', 'wangyueche-guiding'],
    ['网约车暂行规定', 'wangyueche-guiding'],
  ])('%s', (line, id) => {
    expect(ask([line])[0]!.work?.id).toBe(id);
  });

  it('a cover answers for what it encloses, and says so', () => {
    const [result] = ask(['湛府〔2020〕71号'], '2023-01-01');
    expect(result).toMatchObject({ state: 'period-over', via: { id: 'zhanfu-2020-71' } });
    expect(result!.work).toMatchObject({ id: 'shuzi-zhengfu-guihua', documentNumber: '湛府〔2020〕71号' });
    expect(result!.reason).toContain('湛府〔2020〕71号印发的是该文件，此处答该文件的效力');
  });

  it('an order of another issuer with the same number is not the one', () => {
    expect(ask(['深圳市人民政府令第7号'])[0]).toMatchObject({ work: null });
  });
});

describe('every line has its answer', () => {
  it('in order, none dropped', () => {
    const lines = ['湛府〔2020〕68号', '', '查无此文件名称', '令第7号', '湛府〔2020〕68号'];
    expect(ask(lines).map(({ query }) => query)).toEqual(lines);
  });

  it('an empty list has no answers, an empty line says that it is empty', () => {
    expect(ask([])).toEqual([]);
    expect(ask(['   '])[0]).toMatchObject({ work: null, state: 'unknown', basis: 'none' });
    expect(ask(['   '])[0]!.reason).toContain('空行');
  });

  it('a name that is not known gets the nearest, and no answer', () => {
    const [result] = ask(['网约车经营服务管理规定']);
    expect(result).toMatchObject({ work: null, state: 'unknown', basis: 'none' });
    expect(result!.candidates.map(({ id }) => id)).toContain('wangyueche-guiding');
  });

  it.each(['2021-02-30', '2021年2月30日', '明天', ''])(
    'the day “%s” is refused for each line, documents are still found',
    (at) => {
      const results = ask(['湛府〔2020〕68号', '令第7号'], at);
      expect(results.map(({ state, basis }) => [state, basis])).toEqual([
        ['unknown', 'none'],
        ['unknown', 'none'],
      ]);
      expect(results[0]!.work?.id).toBe('zhanfu-2020-68');
      expect(results[0]!.reason).toMatch(/日期/);
    },
  );

  it('a text asked for by a day that does not exist is refused', () => {
    expect(ask(['湛江市网络预约出租汽车经营服务管理暂行规定@2020-02-30'])[0]!.reason).toContain('不存在');
    expect(ask(['湛江市网络预约出租汽车经营服务管理暂行规定@2019-02-03'])[0]!.reason).toContain('2018-12-31');
  });

  it('a day before everything is answered: the document does not exist yet', () => {
    expect(ask(['湛府〔2020〕68号'], '1900-01-01')[0]).toMatchObject({ state: 'not-yet' });
  });

  it('a number that two works bear gives both', () => {
    const two = bookOf(
      {
        'a/2020-01-02':
          '甲市停车办法\n\n（2020年1月2日甲市人民政府令第8号公布）\n\n第一条 本办法自2020年2月1日起施行。\n',
        'b/2020-03-04':
          '乙市停车办法\n\n（2020年3月4日乙市人民政府令第8号公布）\n\n第一条 本办法自2020年5月1日起施行。\n',
      },
      '2020-12-31',
    );
    const index = two;
    const [result] = askStatus(['令第8号'], '2020-04-01', index);
    expect(result!.work).toBeNull();
    expect(result!.matches!.map(({ work, state }) => [work!.id, state])).toEqual([
      ['a', 'in-force'],
      ['b', 'published'],
    ]);
    expect(askStatus(['乙市人民政府令第8号'], '2020-04-01', index)[0]!.work?.id).toBe('b');
  });

  it('a paragraph gives all documents that it names, the unknown ones too', () => {
    const [result] = ask([
      '根据《优化营商环境条例》、湛府〔2020〕68号和《某某市停车管理办法》，以及湛江市网络预约出租汽车经营服务管理暂行规定，请核查。',
    ]);
    expect(result!.matches!.map(({ work, named }) => work?.id ?? named)).toEqual([
      'youhua-yingshang-huanjing-tiaoli',
      'zhanfu-2020-68',
      'wangyueche-guiding',
      '《某某市停车管理办法》',
    ]);
  });

  it('numbers that leave out what they share with the first are documents of their own', () => {
    const [result] = ask(['湛府〔2020〕68号、71号']);
    expect(result!.matches!.map(({ work }) => work?.documentNumber)).toEqual([
      '湛府〔2020〕68号',
      '湛府〔2020〕71号',
    ]);
  });

  it('a short form gets what it is short for', () => {
    expect(ask(['环保法'])[0]!.candidates.map(({ title }) => title)).toEqual(['中华人民共和国环境保护法']);
  });

  it('candidates that have little in common with what was typed are left out', () => {
    expect(ask(['湛府〔2021〕68号'])[0]!.candidates.map(({ documentNumber }) => documentNumber)).toEqual([
      '湛府〔2020〕68号',
    ]);
  });

  it('each answer has its own horizon', () => {
    const [result] = ask(['湛府〔2020〕68号']);
    expect(result!.horizon).toBe('2020-12-31');
  });

  it('any text is answered, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 5 }),
        fc.string(),
        (lines, at) => {
          const results = ask(lines, at);
          expect(results.map(({ query }) => query)).toEqual(lines);
          for (const { reason } of results) expect(reason).not.toBe('');
        },
      ),
    );
    for (const line of [
      '<img src=x onerror=alert(1)>',
      '=HYPERLINK("x")',
      '《'.repeat(500),
      '@@@',
      '@2020-01-01',
      '（（（',
      '\u0000',
    ]) {
      expect(ask([line])[0]!.query).toBe(line);
    }
  });
});

describe('days as typed', () => {
  it.each([
    ['2021-01-01', '2021-01-01'],
    ['2021/1/1', '2021-01-01'],
    ['2021.1.1', '2021-01-01'],
    ['20210101', '2021-01-01'],
    ['2021年1月1日', '2021-01-01'],
    ['二〇二一年一月一日', '2021-01-01'],
    ['２０２１－０１－０１', '2021-01-01'],
    [' 2021-01-01 ', '2021-01-01'],
  ])('%s', (text, day) => {
    expect(readAskedDay(text)).toEqual({ day });
  });

  it.each(['2021-02-29', '2021年2月30日', '2021-13-01', '20211301', '昨天', '2021'])('%s is none', (text) => {
    expect(readAskedDay(text)).toHaveProperty('reason');
  });

  it('today is the day of China’s calendar', () => {
    expect(dayInChina(new Date('2020-12-31T15:59:59Z'))).toBe('2020-12-31');
    expect(dayInChina(new Date('2020-12-31T16:00:00Z'))).toBe('2021-01-01');
  });
});

describe('the packed book', () => {
  const packed = JSON.parse(JSON.stringify(packBook(book, 5)));
  const back = unpackBook(packed);

  it('answers as the book itself does', () => {
    const lines = [
      ...book.works.map(({ id }) => id),
      ...book.works.map(({ title }) => title),
      '令第3号',
      '湛部规2020-52',
    ];
    const index = back;
    for (const at of ['2015-05-05', '2018-12-31', '2020-12-18', '2020-12-31', '2022-12-31', '2026-01-01']) {
      expect(askStatus(lines, at, index)).toEqual(askStatus(lines, at, book));
    }
  });

  it('tells which shards a question needs: the document’s, its cover’s, what it encloses', () => {
    const needed = shardsFor(packed.names, ['zhanfu-2020-71']);
    const places = ['zhanfu-2020-71', 'shuzi-zhengfu-guihua'].map((id) =>
      Math.floor(book.works.findIndex((work) => work.id === id) / 5),
    );
    expect(needed).toEqual(Array.from(new Set(places)).sort());
  });
});

describe('answers to take away', () => {
  const rows = tableRows(
    ask(['湛府〔2020〕68号', '=HYPERLINK("http://x","y")', '@SUM(1)', '根据湛府〔2020〕68号和令第7号']),
  );
  const name = ({ state }: { state: string }) => state;

  it('a line that means two documents gives two rows', () => {
    expect(rows.map(({ query }) => query.slice(0, 4))).toEqual([
      '湛府〔2',
      '=HYP',
      '@SUM',
      '根据湛府',
      '根据湛府',
    ]);
  });

  it('names the documents that may be meant where the line has no answer', () => {
    const [row] = tableRows(ask(['网约车经营服务管理规定']));
    expect(row!.answer.reason).toBe(
      '没有名称完全相同的，是否指《湛江市网络预约出租汽车经营服务管理暂行规定》，或者其他1份相近的文件？' +
        '《湛江市网络预约出租汽车经营服务管理暂行规定》（令第3号）、' +
        '《湛江市人民政府关于修改〈湛江市网络预约出租汽车经营服务管理暂行规定〉的决定》',
    );
  });

  it('CSV begins with the mark by which Excel and WPS know UTF-8, and ends its lines as they expect', () => {
    const csv = toCsv(rows, name);
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(6);
    expect(csv.split('\r\n')[1]).toContain(
      '"湛府〔2020〕68号","湛江市人民政府关于调整市政府领导同志分工的通知"',
    );
  });

  it.each([
    ['=1+1', '"\'=1+1"'],
    ['+1', '"\'+1"'],
    ['-1', '"\'-1"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['\t=1', '"\'\t=1"'],
    ['＝1', '"\'＝1"'],
    ['  =1', '"\'  =1"'],
    ['a"b', '"a""b"'],
    ['湛府〔2020〕68号', '"湛府〔2020〕68号"'],
  ])('the cell %j runs nothing', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('text names document, day, state, reason, evidence and horizon', () => {
    const text = toText(rows.slice(0, 1), name, '');
    expect(text).toContain(
      '1. 《湛江市人民政府关于调整市政府领导同志分工的通知》（湛府〔2020〕68号）：2020年12月31日in-force。',
    );
    expect(text).toContain('所知止于2020年12月31日');
  });
});

it('answers each name of a list without marks, where one of them is known', () => {
  const code = '样本法典\n\n第一条　甲。\n\n第二条　本法自2020年1月1日起施行。';
  const held = bookOf({ 'code/2019-06-01': code }, '2020-12-31');
  const one = (line: string) => askStatus([line], '2020-06-01', held)[0]!;
  expect(one('样本法典、养犬规定和公园条例').matches?.map(({ work, named }) => work?.id ?? named)).toEqual([
    'code',
    '养犬规定',
    '公园条例',
  ]);
  expect(one('养犬规定和公园条例').outcome).toBe('absent');
});

describe('found, near and absent are kept apart', () => {
  const held = bookOf(
    {
      'chuan/2018-03-01':
        '青禾市渡船管理办法（试行）\n\n第一条 渡船应当登记。\n\n第二条 登记由市港航局负责。\n\n第三条 本办法自2018年4月1日起施行。\n',
      'shui/2018-03-01':
        '青禾市水源保护办法\n\n第一条 水源应当保护。\n\n第二条 本办法自2018年4月1日起施行。\n',
      'lin/2018-03-01':
        '青禾市林源保护办法\n\n第一条 林源应当保护。\n\n第二条 本办法自2018年4月1日起施行。\n',
      'shi/2018-03-01':
        '青禾市湿地条例\n\n第一条 湿地应当保护。\n\n第二条 本条例自2018年4月1日起施行。2001年5月1日起施行的《青禾市湿地条例》同时废止。\n',
    },
    '2018-12-31',
  );
  const index = held;
  const one = (line: string) => askStatus([line], '2018-06-01', index)[0]!;

  it.each([
    ['《青禾市水源保护办法》', 'found', 'shui'],
    ['青禾市水源保護辦法', 'found', 'shui'],
    ['2. 青禾市水源保护办法现在还有效吗？', 'found', 'shui'],
    ['青禾市渡船管理办法', 'near', 'chuan'],
    ['根据《青禾市渡船办法》，请核对。', 'near', 'chuan'],
  ])('%s is %s', (line, outcome, id) => {
    const result = one(line);
    expect(result).toMatchObject({ line: 1, query: line, outcome });
    expect(result.work?.id ?? result.candidates[0]?.id).toBe(id);
    if (outcome === 'near') {
      expect(result).toMatchObject({ work: null, state: 'unknown' });
      expect(result.candidates[0]).toMatchObject({ state: 'in-force' });
      expect(result.reason).toMatch(/^没有名称完全相同的，是否指《青禾市渡船管理办法（试行）》？$/);
    }
  });

  it('two documents that differ in one character are both offered, none taken', () => {
    const result = one('青禾市木源保护办法');
    expect(result).toMatchObject({ work: null, outcome: 'near' });
    expect(result.candidates.map(({ id }) => id).sort()).toEqual(['lin', 'shui']);
  });

  it.each(['青禾市停车场管理办法', '青府〔2018〕5号', '《', '船'.repeat(5000), '《青禾市'.repeat(1200)])(
    'nothing comes near %s',
    (line) => {
      expect(one(line)).toMatchObject({ work: null, outcome: 'absent', candidates: [] });
      expect(one(line).reason).toContain('本库确无');
    },
  );

  it('of two of one title the one in force is meant; the one it repealed stands beside it', () => {
    const result = one('青禾市湿地条例');
    expect(result).toMatchObject({ work: { id: 'shi' }, state: 'in-force', outcome: 'found' });
    expect(result.candidates.map(({ title, state }) => [title, state])).toEqual([
      ['青禾市湿地条例', 'repealed'],
    ]);
  });

  it('a provision in the question is answered or refused, never passed over', () => {
    expect(one('青禾市水源保护办法第一条')).toMatchObject({
      work: { id: 'shui' },
      state: 'in-force',
    });
    expect(one('《青禾市水源保护办法》第9条')).toMatchObject({
      work: { id: 'shui' },
      state: 'unknown',
      basis: 'none',
    });
    expect(one('《青禾市水源保护办法》第9条').reason).toContain('没有第九条');
  });

  it('rows carry the number of the line', () => {
    const results = askStatus(['', '青禾市水源保护办法', '青禾市渡船管理办法'], '2018-06-01', index, 7);
    expect(results.map(({ line, outcome }) => [line, outcome])).toEqual([
      [7, 'empty'],
      [8, 'found'],
      [9, 'near'],
    ]);
    const [, , near] = tableRows(results);
    expect(near).toMatchObject({ line: 9, query: '青禾市渡船管理办法' });
    expect(near!.answer.reason).toContain('《青禾市渡船管理办法（试行）》');
  });
});

it('a provision that begins on a day of its own is answered by that day', () => {
  const held = bookOf(
    {
      'gang/2018-03-01':
        '青禾市港口条例\n\n（2018年3月1日青禾市第五届人民代表大会常务委员会第九次会议通过）\n\n第一条 为了管理港口，制定本条例。\n\n第二条 港口应当绿化。\n\n第三条 本条例自2018年4月1日起施行，第二条自2018年9月1日起施行。\n',
    },
    '2018-12-31',
  );
  const index = held;
  const state = (line: string, at: string) => askStatus([line], at, index)[0]!.state;
  expect(state('青禾市港口条例第二条', '2018-06-01')).toBe('published');
  expect(state('青禾市港口条例第二条', '2018-10-01')).toBe('in-force');
  expect(state('青禾市港口条例第一条', '2018-06-01')).toBe('in-force');
});

describe('the edition in a name', () => {
  const held = bookOf(
    {
      'park/2019-05-01':
        '某市停车条例（2019年修正）\n\n（2010年6月1日某市人民代表大会常务委员会通过　根据2019年5月1日《关于修改〈某市停车条例〉的决定》修正）\n\n第一条　登记费为一百元。\n\n第二条　本条例自2010年7月1日起施行。\n',
    },
    '2026-12-31',
  );

  it.each([
    '某市停车条例（2022年修正）',
    '《某市停车条例》（2022年修订）',
    '某市停车条例（2022年修正）第一条',
  ])('%s is not answered from the text of 2019', (name) => {
    const [result] = askStatus([name], '2023-01-01', held);
    expect(result).toMatchObject({ work: null, state: 'unknown', outcome: 'near' });
    expect(result!.candidates.map(({ id }) => id)).toEqual(['park']);
  });

  it.each(['某市停车条例（2019年修正）', '某市停车条例', '某市停车条例（2010年修订）'])(
    '%s is answered, for the archive knows of it',
    (name) => {
      expect(askStatus([name], '2023-01-01', held)[0]).toMatchObject({ work: { id: 'park' } });
    },
  );
});
