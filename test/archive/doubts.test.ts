/** Texts that are not whole, or that a later print contradicts, say so on every surface with the instruction that is at fault. */
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/domain/search/memory.ts';
import { searchArchive } from '../../src/domain/search/search.ts';
import { statusBook } from '../../src/domain/status/desk/book.ts';
import { askStatus } from '../../src/domain/status/desk/desk.ts';
import { packBook, unpackBook } from '../../src/domain/status/desk/pack.ts';
import { tableRows, toCsv, toText } from '../../src/domain/status/desk/table.ts';
import { cautionsOn } from '../../src/domain/status/life/cautions.ts';
import { doubtWords, gapsOf } from '../../src/domain/status/life/gaps.ts';
import { searchCorpus } from '../../src/site/search/archive.ts';
import { book } from '../status/named.ts';

const title = '某市砖瓦办法';
const text = (fee: string, checks: string, caption = '') =>
  `${title}\n\n（2015年3月1日某市人民政府令第5号公布${caption}）\n\n第一条　砖瓦费为${fee}。\n\n第二条　年检${checks}。\n\n第三条　本办法自2015年5月1日起施行。\n`;
const decision = (number: number, day: string, body: string, last: string) =>
  `某市人民政府关于修改《${title}》的决定\n\n（${day}某市人民政府令第${number}号公布）\n\n对《${title}》作如下修改：\n\n${body}\n\n${last}\n`;

const raise = decision(
  20,
  '2018年10月1日',
  '将第一条中的“一元”修改为“二元”。',
  '本决定自2019年1月1日起施行。',
);
const more = decision(
  30,
  '2020年10月1日',
  '将第二条中的“一次”修改为“两次”。',
  '本决定自2021年1月1日起施行。',
);

describe('a print that follows a decision and lacks its change', () => {
  const named = '　根据2020年10月1日某市人民政府令第30号《某市人民政府关于修改〈某市砖瓦办法〉的决定》修正';
  const archive = (fee: string, ...others: [string, string, string][]) =>
    book(
      ['a', '2015-03-01', text('一元', '一次')],
      ['b', '2018-10-01', raise],
      ['c', '2020-10-01', more],
      ['a', '2020-10-01', text(fee, '两次', named)],
      ...others,
    );
  const doubts = (fee: string) =>
    archive(fee)
      .works.find(({ id }) => id === 'a')!
      .versions.map(({ date, doubts: told = [] }) => [date, told.map(({ kind }) => kind).join()]);

  it('puts both texts in doubt', () => {
    expect(doubts('一元')).toEqual([
      ['2015-03-01', ''],
      ['2019-01-01', 'reprint'],
      ['2020-10-01', 'reprint'],
    ]);
    const life = archive('一元').lives.get('a')!;
    expect(cautionsOn(life, '2020-01-01', '', '2019-01-01')).toEqual([
      '该文本存疑：其后2020年10月1日刊印的文本中，第一条仍是修改前的文字',
    ]);
    expect(cautionsOn(life, '2021-01-01', '', '2020-10-01').join()).toContain(
      '第一条是2019年1月1日的修改之前的文字',
    );
  });

  it('puts none in doubt where the print has the change', () => {
    expect(doubts('二元').map(([, kinds]) => kinds)).toEqual(['', '', '']);
  });

  it('puts none in doubt where the later decision itself took the change back', () => {
    const back = decision(
      30,
      '2020年10月1日',
      '将第一条中的“二元”修改为“一元”。',
      '本决定自2021年1月1日起施行。',
    );
    const { works } = book(
      ['a', '2015-03-01', text('一元', '一次')],
      ['b', '2018-10-01', raise],
      ['c', '2020-10-01', back],
      ['a', '2020-10-01', text('一元', '一次', named)],
    );
    expect(works.find(({ id }) => id === 'a')!.versions.flatMap(({ doubts: told = [] }) => told)).toEqual([]);
  });
});

describe('an instruction that was not applied', () => {
  const archive = book(
    ['a', '2015-03-01', text('一元', '一次')],
    [
      'b',
      '2018-10-01',
      decision(
        20,
        '2018年10月1日',
        '一、将第一条中的“一元”修改为“二元”。\n\n二、将第二条中的“三次”修改为“四次”。',
        '本决定自2019年1月1日起施行。',
      ),
    ],
  );
  const status = statusBook(archive);
  const asked = (from: typeof status, day: string) => {
    const [answer] = askStatus([title], day, from);
    return answer!;
  };

  it('is told at the desk, in its table and its text, on the days of that text alone', () => {
    const answer = asked(status, '2019-01-01');
    expect(answer.doubts).toEqual([expect.stringMatching(/^不完整：.*三次.*未能应用/)]);
    expect(toCsv(tableRows([answer]), () => '')).toContain('三次');
    expect(toText(tableRows([answer]), () => '', '')).toContain('三次');
    expect(asked(status, '2018-12-31').doubts).toEqual([]);
  });

  it('is told by what the browser unpacks as by the archive', () => {
    const unpacked = unpackBook(packBook(status, 1)) as typeof status;
    expect(asked(unpacked, '2019-01-01').doubts).toEqual(asked(status, '2019-01-01').doubts);
  });

  it('is told of hits in that text, and of no others', async () => {
    const source = memorySource(searchCorpus(archive));
    const doubtsAt = async (day: string) => {
      const { hits } = await searchArchive(source, '砖瓦费', {
        at: day,
        filters: { on: day, work: 'a' },
        limit: 5,
      });
      expect(hits.length).toBeGreaterThan(0);
      return hits.map(({ doubts = [] }) => doubts.length);
    };
    expect(new Set(await doubtsAt('2020-01-01'))).toEqual(new Set([1]));
    expect(new Set(await doubtsAt('2016-01-01'))).toEqual(new Set([0]));
  });

  it('stands in the data with the words that a citation has', () => {
    const version = archive.works.find(({ id }) => id === 'a')!.versions.at(-1)!;
    expect(doubtWords(version.doubts)).toBe('文本不完整：1项修改未能应用');
    expect(
      gapsOf(version)
        .map(({ reason }) => reason)
        .join(),
    ).toContain('不完整：');
    expect(cautionsOn(archive.lives.get('a')!, '2020-01-01', '', version.date)[0]).toMatch(/^该文本不完整：/);
  });
});
