/** How far an archive informs about a work: stated by the register, by an issue, or by the work's own texts alone. */
import { describe, expect, it } from 'vitest';
import { buildArchive, type Sources } from '../../src/domain/archive.ts';
import { statusBook } from '../../src/domain/status/desk/book.ts';
import { askStatus } from '../../src/domain/status/desk/desk.ts';
import { packBook, unpackBook } from '../../src/domain/status/desk/pack.ts';
import { knownTo } from '../../src/domain/status/life/horizon.ts';

const rule = (title: string, day: string, last = '') =>
  `${title}\n\n（${day}某市人民政府令第9号公布）\n\n第一条 为了某事，制定本办法。\n\n第二条 本办法自公布之日起施行。${last}\n`;
const work = (name: string, date: string, text: string) => ({
  name,
  date,
  path: `works/${name}/${date}.md`,
  text,
  corrections: [],
});
const old = work('old', '2001-05-01', rule('某市渡口管理办法', '2001年5月1日'));
const young = work('young', '2019-03-01', rule('某市码头管理办法', '2019年3月1日'));
const issue = (text: string) => ({
  id: '2020-12',
  path: 'issues/2020-12/gazette.md',
  text,
  horizon: '2020-12-31',
  corrections: [],
});
const notice = (body: string) =>
  `某市人民政府关于港口工作的通知\n\n某府〔2020〕7号\n\n各区人民政府：\n\n${body}\n\n某市人民政府\n\n2020年12月8日\n`;

function asked(sources: Partial<Sources>, query: string, at: string) {
  const archive = buildArchive({
    issues: [],
    works: [old, young],
    register: { works: [], organs: [] },
    ...sources,
  });
  const book = statusBook(archive);
  const [result] = askStatus([query], at, book);
  return result!;
}

describe('an archive of bare texts', () => {
  it('knows each text to its own last day, not to the day of the newest text', () => {
    expect(asked({}, '某市渡口管理办法', '2001-05-01')).toMatchObject({ state: 'in-force', basis: 'stated' });
    const later = asked({}, '某市渡口管理办法', '2019-03-01');
    expect(later).toMatchObject({ state: 'unknown', basis: 'none', horizon: '2001-05-01' });
    expect(later.reason).toBe('本库所载该文件止于2001年5月1日，此后有无修改、废止无从得知；截至该日有效');
  });

  it('knows more where a later text amends or repeals it, and nothing more where one only cites it', () => {
    const repealing = rule('某市水运管理办法', '2019年3月1日', '《某市渡口管理办法》同时废止。');
    const citing = rule('某市水运管理办法', '2019年3月1日', '渡口依照《某市渡口管理办法》执行。');
    const on = (text: string, at: string) =>
      asked({ works: [old, work('new', '2019-03-01', text)] }, '某市渡口管理办法', at);
    expect(on(repealing, '2010-01-01')).toMatchObject({ state: 'in-force', basis: 'inferred' });
    expect(on(repealing, '2019-03-01')).toMatchObject({ state: 'repealed', basis: 'stated' });
    expect(on(citing, '2010-01-01')).toMatchObject({ state: 'unknown', horizon: '2001-05-01' });
  });

  it('knows all of them to the day that the register states', () => {
    const register = { works: [], organs: [], horizon: '2022-06-30' };
    const on = (at: string) => asked({ register }, '某市渡口管理办法', at);
    expect(on('2022-06-30')).toMatchObject({ state: 'in-force', basis: 'stated', horizon: '2022-06-30' });
    expect(on('2022-07-01')).toMatchObject({ state: 'unknown', basis: 'none' });
    expect(on('2022-07-01').reason).toContain('本库只载至2022年6月30日');
  });
});

describe('bare texts beside an issue', () => {
  it('an issue informs about what it prints, amends or repeals, not about what lies beside it', () => {
    const silent = { issues: [issue(notice('请做好港口工作。'))] };
    expect(asked(silent, '某府〔2020〕7号', '2020-12-31')).toMatchObject({ state: 'in-force' });
    expect(asked(silent, '某市渡口管理办法', '2020-12-31')).toMatchObject({
      state: 'unknown',
      horizon: '2001-05-01',
    });
    const telling = { issues: [issue(notice('《某市渡口管理办法》第五条同时废止。'))] };
    expect(asked(telling, '某市渡口管理办法', '2020-12-31')).toMatchObject({
      state: 'in-force',
      horizon: '2020-12-31',
    });
  });

  it('the browser knows no more and no less', () => {
    const archive = buildArchive({
      issues: [issue(notice('请做好港口工作。'))],
      works: [old, young],
      register: { works: [], organs: [] },
    });
    const book = statusBook(archive);
    const back = unpackBook(JSON.parse(JSON.stringify(packBook(book, 2))));
    expect(back.works.map(({ id, horizon }) => [id, horizon])).toEqual(
      book.works.map(({ id, horizon }) => [id, horizon]),
    );
    const known = book.works.map((one) => knownTo(one, book.events.get(one.id)!));
    expect(known).toEqual(['2020-12-31', '2001-05-01', '2019-03-01']);
  });
});

describe('several issues', () => {
  const month = (id: string, text: string, more: object = {}) => ({
    ...issue(text),
    id,
    path: `issues/${id}/gazette.md`,
    ...more,
  });
  const december = month('2020-12', notice('请做好港口工作。'));
  const other = (number: number, day: string) =>
    `某市人民政府关于航道工作的通知\n\n某府〔2021〕${number}号\n\n各区人民政府：\n\n请做好航道工作。\n\n某市人民政府\n\n${day}\n`;
  const january = month('2021-01', other(1, '2021年1月20日'), { from: '2021-01-01', horizon: '2021-01-31' });
  const june = month('2021-06', other(2, '2021年6月20日'), { from: '2021-06-01', horizon: '2021-06-30' });
  const known = (issues: Sources['issues']) => asked({ issues }, '某府〔2020〕7号', '2021-06-15').horizon;

  it('that follow each other without a gap inform together', () => {
    expect(known([december, january])).toBe('2021-01-31');
    expect(asked({ issues: [december, january] }, '某府〔2020〕7号', '2021-01-31').state).toBe('in-force');
  });

  it('that leave a gap inform each for itself: what the missing ones held is not known', () => {
    expect(known([december, june])).toBe('2020-12-31');
    expect(known([december, january, june])).toBe('2021-01-31');
    expect(asked({ issues: [december, june] }, '某府〔2021〕2号', '2021-06-30').state).toBe('in-force');
  });

  it('that do not say when they begin, or come from another publisher, carry none before them on', () => {
    const open = month('2021-01', other(1, '2021年1月20日'), { horizon: '2021-01-31' });
    expect(known([december, open])).toBe('2020-12-31');
    expect(known([december, { ...january, publisher: '另一市人民政府' }])).toBe('2020-12-31');
  });

  it('that overlap inform together', () => {
    expect(known([december, { ...january, from: '2020-11-01' }])).toBe('2021-01-31');
  });
});
