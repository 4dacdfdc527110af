/** Days that do not exist, or that no text means, in every field of a text: told with their place, and never counted from. */
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/domain/archive.ts';
import { statusBook } from '../../src/domain/status/desk/book.ts';
import { askStatus } from '../../src/domain/status/desk/desk.ts';
import { textOn } from '../../src/domain/status/life/life.ts';
import { isDay } from '../../src/domain/text/calendar.ts';
import { book } from './named.ts';

interface Days {
  promulgated?: string;
  adopted?: string;
  amended?: string;
  start?: string;
  end?: string;
  repeal?: string;
}

/** A rule and a decision on it, with a day put in the place of a right one. */
function archiveOf({
  promulgated = '2020年3月1日',
  adopted = '2020年2月1日',
  amended = '2021年3月1日',
  start = '2020年5月1日',
  end = '2029年12月31日',
  repeal = '2025年5月1日',
}: Days): Archive {
  return book(
    [
      'a',
      '2020-03-01',
      `某市渔港办法\n\n（${adopted}某市人民政府常务会议通过　${promulgated}某市人民政府令第5号公布　根据${amended}《某市人民政府关于修改〈某市渔港办法〉的决定》修正）\n\n第一条　渔港应当登记。\n\n第二条　本办法自${start}起施行，有效期至${end}。\n`,
    ],
    [
      'z',
      '2025-03-01',
      `某市港口办法\n\n（2025年3月1日某市人民政府令第9号公布）\n\n第一条　港口应当登记。\n\n第二条　本办法自2025年4月1日起施行。《某市渔港办法》自${repeal}起废止。\n`,
    ],
  );
}

const fields = ['promulgated', 'adopted', 'amended', 'start', 'end', 'repeal'] as const;
const bad = ['0000年0月0日', '2020年2月30日', '9999年12月31日', '2021年13月1日'];
const cells = fields.flatMap((field) => bad.map((day) => ({ field, day })));

describe('a day that cannot be', () => {
  it.each(cells)('$day as $field leaves a life in order, of days that exist', ({ field, day }) => {
    const archive = archiveOf({ [field]: day });
    const life = archive.lives.get('a')!;
    const bounds = life.flatMap(({ from, until }) => [from, until]).filter((one) => one !== undefined);
    expect(bounds.filter((one) => !isDay(one))).toEqual([]);
    expect(bounds).toEqual(bounds.toSorted());
    for (const [i, { from }] of life.entries()) expect(from).toBe(life[i - 1]?.until);
    for (const { reason } of life) expect(reason).not.toMatch(/NaN|undefined|10000年/);
  });

  it.each(['2020年2月30日', '2021年13月1日'])('%s is told at its place', (day) => {
    for (const field of fields) {
      const messages = archiveOf({ [field]: day }).messages.filter(({ rule }) => rule === 'impossible-day');
      expect([field, messages.length > 0, messages[0]?.line ?? 0]).toEqual([field, true, expect.any(Number)]);
      expect(messages[0]!.line).toBeGreaterThan(1);
    }
  });

  it.each(['2020年2月30日', '0000年0月0日'])(
    '%s as a start leaves the start open, as a repeal the repeal',
    (day) => {
      const open = archiveOf({ start: day });
      expect(textOn(open.lives.get('a')!, '2020-06-01').state).toBe('unknown');
      const repealed = archiveOf({ repeal: day });
      expect(textOn(repealed.lives.get('a')!, '2025-02-28').state).toBe('in-force');
      expect(textOn(repealed.lives.get('a')!, '2025-06-01').state).toBe('unknown');
    },
  );
});

it.each(['0000-00-00', '2020-02-30', '2021年13月1日'])(
  'a day asked for that does not exist is answered so: %s',
  (day) => {
    const [answer] = askStatus(['某市渔港办法'], day, statusBook(archiveOf({})));
    expect(answer).toMatchObject({
      state: 'unknown',
      basis: 'none',
      reason: expect.stringMatching(/不存在|不是日期/),
    });
  },
);

it.each([
  ['0001-01-01', 'not-yet'],
  ['9999-12-31', 'repealed'],
])('the first and the last day of all are answered: %s', (day, state) => {
  expect(askStatus(['某市渔港办法'], day, statusBook(archiveOf({})))[0]!.state).toBe(state);
});

it('two clauses that contradict leave the days between open, with a message that has both', () => {
  const archive = book([
    'a',
    '2019-03-01',
    '某市养犬规定\n\n（2019年3月1日某市人民政府令第40号公布）\n\n第一条　本规定自2019年5月1日起施行。\n\n第二条　养犬应当登记。\n\n第三条　本规定自2019年7月1日起施行。\n',
  ]);
  const states = ['2019-04-30', '2019-05-01', '2019-06-30', '2019-07-01'];
  expect(states.map((day) => textOn(archive.lives.get('a')!, day).state)).toEqual([
    'published',
    'unknown',
    'unknown',
    'in-force',
  ]);
  expect(archive.messages.filter(({ rule }) => rule === 'sources-disagree')).toMatchObject([
    { line: 5, reason: expect.stringMatching(/2019年5月1日.*2019年7月1日/) },
  ]);
});
