import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAskedDay } from '../../src/domain/status/asked-day.ts';
import { statusBook } from '../../src/domain/status/book.ts';
import { dayInChina } from '../../src/domain/status/day-in-china.ts';
import { askStatus, deskIndex } from '../../src/domain/status/desk.ts';
import { packBook, shardsFor, unpackBook } from '../../src/domain/status/pack.ts';
import { csvCell, tableRows, toCsv, toText } from '../../src/domain/status/table.ts';
import { loadContent } from '../../src/site/load.ts';
import { book as bookOf } from './read.ts';

const { archive } = loadContent('content');
const book = statusBook(archive);
const desk = deskIndex(book.works, book.events, book.horizon);
const ask = (lines: string[], at = '2020-12-31') => askStatus(lines, at, desk);

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
    const index = deskIndex(two.works, two.events, two.horizon);
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
      '湛府〔2020〕71号',
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
    const index = deskIndex(back.works, back.events, back.horizon);
    for (const at of ['2015-05-05', '2018-12-31', '2020-12-18', '2020-12-31', '2022-12-31', '2026-01-01']) {
      expect(askStatus(lines, at, index)).toEqual(askStatus(lines, at, desk));
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
      '本库没有该文件，以下是名称相近的文件：《湛江市网络预约出租汽车经营服务管理暂行规定》（令第3号）、' +
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
