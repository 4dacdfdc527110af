/** The ways into an archive of many issues: lists, their pages, the first page, the calendar. */
import { describe, expect, it } from 'vitest';
import { generatedIssue } from '../../scripts/bench-build/archive.ts';
import { buildArchive } from '../../src/domain/archive.ts';
import { addressNames, type Holdings, holdingsOf } from '../../src/site/holdings.ts';
import { pagerNumbers, pageSize, pagesOf } from '../../src/site/paging.ts';
import { glossaryPages } from '../../src/site/references/glossary.ts';
import { calendarView, calendarYears } from '../../src/site/status/calendar-view.ts';
import { homeView } from '../../src/site/views/home.ts';
import { issuesView } from '../../src/site/views/issue.ts';
import { listPages, listsOf, wayLinks, waysView } from '../../src/site/views/lists.ts';
import { numbersView } from '../../src/site/views/numbers.ts';
import { registerView } from '../../src/site/views/register.ts';
import { repairPages } from '../../src/site/views/repairs.ts';
import { reviewPages } from '../../src/site/views/review.ts';
import { heldTexts, heldUntil } from './held.ts';

/** Fourteen issues over two years, twenty texts in each. */
const many: Holdings = holdingsOf(
  buildArchive({
    issues: Array.from({ length: 14 }, (_, i) => generatedIssue(i, 20)),
    works: [],
    register: { works: [], organs: [] },
  }),
);

describe('a list in pages', () => {
  it('parts rows, keeps an item whole, and has one page for nothing', () => {
    const pages = pagesOf(
      Array.from({ length: 2 * pageSize + 1 }, (_, i) => i),
      '/a/',
    );
    expect(pages.map(({ href, items }) => [href, items.length])).toEqual([
      ['/a/', pageSize],
      ['/a/page/2/', pageSize],
      ['/a/page/3/', 1],
    ]);
    const heavy = pagesOf([pageSize - 1, 2, pageSize + 5, 1], '/a/', (rows) => rows);
    expect(heavy.map(({ items }) => items)).toEqual([[pageSize - 1], [2], [pageSize + 5], [1]]);
    expect(pagesOf([], '/a/')).toMatchObject([{ href: '/a/', number: 1, of: 1, items: [] }]);
    expect(pagerNumbers({ number: 7, of: 20 })).toEqual([1, 5, 6, 7, 8, 9, 20]);
  });

  it('names words in addresses so that no two are alike', () => {
    const names = addressNames(['甲局', '城乡建设、环境保护', '城乡建设 环境保护', '…']);
    expect(names.get('甲局')).toBe('甲局');
    expect(new Set(names.values()).size).toBe(4);
    expect(names.get('…')).toMatch(/^--[0-9a-f]{8}$/);
  });
});

describe('the lists of an archive', () => {
  it('hold every text by year, body and kind, on pages of bounded length', () => {
    const held = many.archive.works.filter(({ versions }) => versions.length > 0);
    for (const way of ['year', 'issuer', 'kind'] as const) {
      const rows = listPages(many).filter(({ list }) => list.way === way && list.id !== 'named');
      const ids = new Set(rows.flatMap(({ rows: { items } }) => items.map(({ id }) => id)));
      expect(ids.size).toBe(held.length);
      expect(Math.max(...rows.map(({ rows: { items } }) => items.length))).toBeLessThanOrEqual(pageSize);
    }
    const [first, second] = listPages(many).filter(({ list }) => list.id === '2001');
    expect(second!.rows.href).toBe('/lists/year/2001/page/2/');
    expect(first!.issues).toHaveLength(12);
    expect(second!.issues).toEqual([]);
  });

  it('stand by 主题分类 where the pages of the texts print it, each theme once', () => {
    const text = (theme: string): string =>
      `索 引 号：0123-45\n\n主题分类：${theme}\n\n样洲市鱼塘办法\n\n第一条　为了规范鱼塘，制定本办法。\n\n第二条　本办法自2020年1月1日起施行。`;
    const holdings = heldTexts(
      ['one', '2020-01-01', text('农业、林业；水利')],
      ['two', '2020-01-01', text('水利').replaceAll('鱼塘', '水渠')],
    );
    const themes = listsOf(holdings).filter(({ way }) => way === 'theme');
    expect(themes.map(({ name, works }) => [name, works.length])).toEqual([
      ['水利', 2],
      ['农业、林业', 1],
    ]);
    expect(wayLinks(holdings).map(({ text }) => text)).toContain('按主题分类');
    expect(waysView(many).map(({ id }) => id)).toEqual(['year', 'issuer', 'kind']);
  });

  it('put a text of several bodies into the list of each', () => {
    const holdings = heldTexts([
      'three',
      '2020-01-01',
      '样洲市教育局 样洲市公安局关于校车的通知\n\n各学校：\n\n请做好校车工作。\n\n样洲市教育局　样洲市公安局\n\n2020年1月1日',
    ]);
    const bodies = listsOf(holdings).filter(({ way }) => way === 'issuer');
    expect(bodies.map(({ name }) => name).toSorted()).toEqual(['样洲市公安局', '样洲市教育局']);
  });
});

describe('pages of an archive of many issues', () => {
  it('begin with the latest issue, what changed lately and what ends soon', () => {
    const view = homeView(many);
    expect(view.latest!.name).toBe('样洲市人民政府公报 2002年第2期');
    expect(view.earlier).toHaveLength(5);
    expect(view.changes.map(({ issue }) => issue.href)).toEqual([
      '/issues/2002-02/',
      '/issues/2002-01/',
      '/issues/2001-12/',
    ]);
    expect(view.changes.every(({ rows }) => rows.length <= 20)).toBe(true);
  });

  it('name the issues by year, with the contents of the last twelve', () => {
    const { latest, years, total } = issuesView(many);
    expect([latest.length, total]).toEqual([12, 14]);
    expect(years.map(({ text, href, count }) => [text, href, count])).toEqual([
      ['2002年', '/lists/year/2002/', 2],
      ['2001年', '/lists/year/2001/', 12],
    ]);
  });

  it('do not grow with it: register, calendar, glossary, records of repairs, report of 清理', () => {
    for (const { rows, total, href } of registerView(many).groups) {
      expect(rows.length).toBeLessThanOrEqual(100);
      expect(total > rows.length ? href : '/lists/').toMatch(/^\/lists\//);
    }
    const { coming, past, years } = calendarView(many);
    expect(coming.length).toBeLessThanOrEqual(100);
    expect(past.flatMap(({ rows }) => rows).length).toBeLessThanOrEqual(200);
    const yearRows = calendarYears(many).flatMap(({ page }) => page.items);
    expect(yearRows).toHaveLength(years.reduce((sum, { count }) => sum + count, 0));
    for (const { page } of calendarYears(many)) expect(page.items.length).toBeLessThanOrEqual(pageSize);
    for (const page of [...glossaryPages(many), ...repairPages(many)])
      expect(page.items.length).toBeLessThanOrEqual(pageSize);
    for (const { items } of reviewPages(many)) expect(items.items.length).toBeLessThanOrEqual(pageSize);
  });

  it('have no calendar by year where one page has room for all', () => {
    const few = heldTexts(['one', '2020-01-01', '样洲市鱼塘办法\n\n第一条　本办法自2020年1月1日起施行。']);
    expect(calendarYears(few)).toEqual([]);
    expect(calendarView(few).years).toEqual([]);
  });

  it('tell in the ledger the same texts that the archive holds', () => {
    const organs = numbersView(many);
    const held = many.archive.works.filter(({ documentNumber }) => documentNumber);
    expect(organs.reduce((sum, organ) => sum + organ.held, 0)).toBe(held.length);
    expect(organs[0]!.years.map(({ year }) => year)).toEqual(['2002年', '2001年']);
    expect(organs.every(({ twice }) => twice === 0)).toBe(true);
  });
});

describe('the report of 清理', () => {
  it('names what ended and is still relied on, with the places', () => {
    const holdings = heldUntil(
      '2022-01-15',
      [
        'jiu',
        '2010-01-01',
        '样洲市集市管理办法\n\n第一条　为了规范集市，制定本办法。\n\n第二条　本办法自2010年1月1日起施行。',
      ],
      [
        'xin',
        '2021-01-01',
        '样洲市市场管理办法\n\n第一条　为了规范市场，制定本办法。\n\n第二条　本办法自2021年1月1日起施行。《样洲市集市管理办法》同时废止。',
      ],
      [
        'xize',
        '2015-01-01',
        '样洲市摊位实施细则\n\n第一条　根据《样洲市集市管理办法》，制定本细则。\n\n第二条　本细则自2015年1月1日起施行。',
      ],
    );
    const [view] = reviewPages(holdings);
    expect(view!.counts).toEqual({ ends: 0, cited: 1, open: 0 });
    expect(view!.items.items).toMatchObject([
      {
        part: 'cited',
        row: {
          title: { text: '《样洲市集市管理办法》', href: '/works/jiu/' },
          places: 1,
          by: [{ title: { href: '/works/xize/' }, places: [{ href: '/works/xize/#art_1__para_1' }] }],
        },
      },
    ]);
  });
});
