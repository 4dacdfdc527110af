import { describe, expect, it } from 'vitest';
import { listPages } from '../../src/site/views/lists.ts';
import { personPages } from '../../src/site/views/terms-of-office.ts';
import { heldTexts } from './held.ts';

const notice = (number: string, day: string, ...lines: string[]): string =>
  [
    '样洲市人民政府关于市政府领导工作分工的通知',
    `样府〔${day.slice(0, 4)}〕${number}号`,
    '各县人民政府：',
    '现将市政府领导工作分工通知如下：',
    ...lines,
    '样洲市人民政府',
    day.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日'),
  ].join('\n\n');

const holdings = heldTexts(
  [
    'jiu-fengong',
    '2019-03-01',
    notice(
      '8',
      '2019-03-01',
      '王强：市长，领导市政府全面工作；主管审计工作。',
      '李敏：副市长，负责教育、卫生健康工作。',
    ),
  ],
  [
    'xin-fengong',
    '2021-06-10',
    notice(
      '20',
      '2021-06-10',
      '王强：市长，领导市政府全面工作；主管审计工作。',
      '赵宁：副市长，负责教育工作；联系总工会。',
    ),
  ],
);

describe('分工 over time', () => {
  it('gives each person the days, the posts and the duties, the newest first', () => {
    const pages = personPages(holdings);
    expect(pages.map(({ name, href }) => [name, href])).toEqual(
      [
        ['李敏', '/persons/李敏/'],
        ['王强', '/persons/王强/'],
        ['赵宁', '/persons/赵宁/'],
      ].map(([name, href]) => [name, encodeURI(href!)]),
    );
    const [li, wang] = pages;
    expect(li!.terms).toMatchObject([
      {
        since: '2019-03-01',
        until: '2021-06-10',
        posts: '副市长',
        duties: [{ verb: '负责', text: '教育、卫生健康' }],
      },
    ]);
    expect(wang!.terms.map(({ since, until }) => [since, until])).toEqual([
      ['2021-06-10', ''],
      ['2019-03-01', '2021-06-10'],
    ]);
  });

  it('stands on the page of the body, with the persons of each', () => {
    const page = listPages(holdings).find(({ list }) => list.way === 'issuer');
    expect(page!.divisions.map(({ since, persons }) => [since, persons.map(({ text }) => text)])).toEqual([
      ['2021-06-10', ['王强', '赵宁']],
      ['2019-03-01', ['王强', '李敏']],
    ]);
  });
});
