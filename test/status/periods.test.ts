import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPeriod, parsePeriod, periodEnd } from '../../src/domain/status/sentences/periods.ts';
import { addDays, isDay } from '../../src/domain/text/calendar.ts';

describe('periods in words', () => {
  it.each([
    ['2年', 2, 'year'],
    ['二年', 2, 'year'],
    ['两年', 2, 'year'],
    ['２年', 2, 'year'],
    ['一年半', 18, 'month'],
    ['半年', 6, 'month'],
    ['6个月', 6, 'month'],
    ['180日', 180, 'day'],
    ['三十天', 30, 'day'],
    ['10个工作日', 10, 'workday'],
    ['5工作日', 5, 'workday'],
    ['两周', 2, 'week'],
    ['24小时', 24, 'hour'],
    ['1 年', 1, 'year'],
  ])('%s', (text, count, unit) => {
    expect(parsePeriod(text)).toMatchObject({ count, unit });
  });

  it.each(['', '年', '2', '2020年12月', '第2年', '若干年'])('%s is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});

describe('the last day of a period', () => {
  it.each([
    ['2020-12-31', '2年', '2022-12-30', '2022-12-31'],
    ['2019-03-01', '180日', '2019-08-27', '2019-08-28'],
    ['2020-01-31', '1个月', '2020-02-29', '2020-02-29'],
    ['2020-02-29', '一年', '2021-02-28', '2021-02-28'],
    ['2021-01-01', '5年', '2025-12-31', '2026-01-01'],
    ['2024-01-15', '半年', '2024-07-14', '2024-07-15'],
    ['2024-02-28', '1日', '2024-02-28', '2024-02-29'],
    ['2024-03-01', '两周', '2024-03-14', '2024-03-15'],
  ])('%s + %s ends on %s (first day counted) or %s', (start, text, counted, excluded) => {
    const end = periodEnd(start, parsePeriod(text)!)!;
    expect([end.lastCounted, end.lastExcluded]).toEqual([counted, excluded]);
  });

  it('names both methods and the provision they rest on', () => {
    expect(periodEnd('2020-12-31', parsePeriod('2年')!)!.rule).toBe(
      '自2020年12月31日起算2年：始日计入的，末日为2022年12月30日；始日不计入的（民法总则第二百零一条、第二百零二条），末日为2022年12月31日',
    );
  });

  it.each([
    ['2021-01-01', '2年', '（民法典第二百零一条、第二百零二条）'],
    ['2021-01-01', '30日', '（民法典第二百零一条）'],
    ['2021-01-31', '1个月', '（民法典第二百零二条）'],
    ['2020-12-31', '30日', '（民法总则第二百零一条）'],
    ['2017-10-01', '半年', '（民法总则第二百零一条、第二百零二条）'],
    ['2017-09-30', '5年', '（民法通则第一百五十四条）'],
    ['2010-01-31', '1个月', undefined],
    ['1986-12-31', '5年', undefined],
  ])(
    '%s + %s rests on the law in force on the first day, and on what that says: %s',
    (start, text, ground) => {
      const { rule } = periodEnd(start, parsePeriod(text)!)!;
      expect(/（民法[^）]*）/.exec(rule)?.[0]).toBe(ground);
    },
  );

  it('is not computed for working days: the archive holds no calendar of holidays', () => {
    expect(periodEnd('2020-12-31', parsePeriod('10个工作日')!)).toBeUndefined();
  });

  it('differs between the methods by one day at most, and never lies before the start', () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const unit = fc.constantFrom('日', '个月', '年');
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), unit, (start, count, word) => {
        const { lastCounted, lastExcluded } = periodEnd(start, parsePeriod(`${count}${word}`)!)!;
        expect(isDay(lastCounted) && isDay(lastExcluded)).toBe(true);
        expect(lastCounted >= start).toBe(true);
        expect([lastCounted, addDays(lastCounted, 1)]).toContain(lastExcluded);
      }),
    );
  });

  it('is printed again in digits', () => {
    expect(formatPeriod(parsePeriod('三十个工作日')!)).toBe('30个工作日');
  });
});
