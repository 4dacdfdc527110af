import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, nextEndings, partAt } from '../../src/domain/status/calendar/calendar.ts';
import { escapeXml, timelineLines, timelineSvg } from '../../src/domain/status/calendar/timeline.ts';
import { statusBook } from '../../src/domain/status/desk/book.ts';
import { filterParams, readFilter, registerOn } from '../../src/domain/status/desk/register.ts';
import { lifeOf } from '../../src/domain/status/life/life.ts';
import { addDays } from '../../src/domain/text/calendar.ts';
import { loadContent } from '../../src/site/load.ts';
import { stateWords } from '../../src/site/words.ts';

const { archive } = loadContent('content');
const book = statusBook(archive);
const states = Object.keys(stateWords);

describe('the calendar', () => {
  const calendar = calendarOf(book);
  const short = calendar.map(({ day, latest, kind, work }) => [day, latest ?? '', kind, work.id].join(' '));

  it('holds what began, was amended, repealed, and what ends', () => {
    expect(short).toEqual(
      expect.arrayContaining([
        '2018-12-31  公布 wangyueche-guiding',
        '2019-03-01  施行 wangyueche-guiding',
        '2019-08-27 2019-08-28 过渡期满 wangyueche-guiding',
        '2020-12-19  修改 wangyueche-guiding',
        '2020-12-31  施行 jubao-jiangli-banfa',
        '2020-12-31  废止 zhanfagaijiage-2015-26',
        '2020-12-31  废止 zhanfagaijiagehan-2015-62',
        '2022-12-30 2022-12-31 届满 jubao-jiangli-banfa',
        '2022-12-31  规划期满 shuzi-zhengfu-guihua',
      ]),
    );
  });

  it('is in the order of days and says each thing once', () => {
    expect(short).toEqual(Array.from(new Set(short)));
    const days = calendar.map(({ day }) => day);
    expect(days).toEqual(days.toSorted());
  });

  it('tells what lapses next, and after that nothing more', () => {
    expect(nextEndings(calendar, '2021-01-01').map(({ work }) => work.id)).toEqual([
      'jubao-jiangli-banfa',
      'shuzi-zhengfu-guihua',
    ]);
    expect(nextEndings(calendar, '2022-12-31').map(({ work }) => work.id)).toContain('jubao-jiangli-banfa');
    expect(nextEndings(calendar, '2023-01-01')).toEqual([]);
  });

  it('parts at a day into past and coming, nothing lost', () => {
    const { past, coming } = partAt(calendar, '2020-12-31');
    expect(past.length + coming.length).toBe(calendar.length);
    expect(coming.every(({ day, latest }) => (latest ?? day) >= '2020-12-31')).toBe(true);
  });
});

describe('the register', () => {
  const ids = (filter: Parameters<typeof registerOn>[2], day = '2020-12-31') =>
    registerOn(book, day, filter).entries.map(({ work }) => work.id);

  it('knows every work, held or only mentioned', () => {
    const all = registerOn(book, '2020-12-31', { words: '' });
    expect(all.entries.length).toBe(book.works.length);
    expect(all.counts.held.get(true)! + all.counts.held.get(false)!).toBe(book.works.length);
  });

  it('narrows by state on a day', () => {
    expect(ids({ words: '', state: 'repealed' })).toEqual([
      'zhanfagaijiage-2015-26',
      'zhanfagaijiagehan-2015-62',
    ]);
    expect(ids({ words: '', state: 'repealed' }, '2020-12-30')).toEqual([]);
    expect(ids({ words: '', state: 'lapsed' }, '2023-01-01')).toEqual(['jubao-jiangli-banfa']);
  });

  it('narrows by words, issuer, kind and holding, all at once', () => {
    expect(ids({ words: '举报 奖励', held: true, kind: 'measures' })).toEqual(['jubao-jiangli-banfa']);
    expect(ids({ words: '湛府[2020]68' })).toEqual(['zhanfu-2020-68']);
    expect(ids({ words: '', issuer: '湛江市发展和改革局' })).toContain('zhanfagaifagui-2020-675');
    expect(ids({ words: '', held: false, state: 'in-force' })).toEqual([]);
  });

  it('counts what each choice would leave', () => {
    const { counts } = registerOn(book, '2020-12-31', { words: '', state: 'repealed' });
    expect(counts.state.get('executed')).toBeGreaterThan(0);
    expect(counts.held.get(false)).toBe(2);
  });

  it('lives in the address, and unknown values there filter nothing', () => {
    const filter = { words: '办法', state: 'in-force' as const, issuer: '湛江市人民政府', held: true };
    const params = new URLSearchParams(filterParams(filter));
    expect(readFilter((name) => params.get(name), states, ['measures'])).toEqual(filter);
    const strange = new URLSearchParams('state=__proto__&kind=x&held=maybe&q=a');
    expect(readFilter((name) => strange.get(name), states, ['measures'])).toEqual({ words: 'a' });
  });
});

describe('the timeline', () => {
  const words = Object.fromEntries(
    Object.entries(stateWords).map(([state, { word }]) => [state, word]),
  ) as Record<keyof typeof stateWords, string>;
  const work = book.works.find(({ id }) => id === 'jubao-jiangli-banfa')!;
  const spans = lifeOf(work, book.events.get(work.id)!, book.horizon);

  it('says in words what it draws', () => {
    expect(timelineLines(spans, words).map(({ days, word }) => `${days} ${word}`)).toEqual([
      '2020年12月30日及以前 尚未施行',
      '2020年12月31日 有效',
      '2021年1月1日—2022年12月30日 有效',
      '2022年12月31日 口径未定',
      '2023年1月1日起 届满',
    ]);
  });

  it('draws every stretch inside the picture, in order, each with a title', () => {
    const svg = timelineSvg(spans, words, '时效');
    const bars = Array.from(svg.matchAll(/<rect x="([\d.]+)" y="\d+" width="([\d.]+)"/g), ([, x, width]) => [
      Number(x),
      Number(width),
    ]);
    expect(bars).toHaveLength(spans.length);
    let end = 0;
    for (const [x, width] of bars) {
      expect(x).toBeCloseTo(end, 0);
      expect(width).toBeGreaterThan(3);
      end = x! + width!;
    }
    expect(end).toBeCloseTo(720, 0);
    expect(svg.match(/<title>/g)).toHaveLength(spans.length);
    expect(svg).toContain('role="img" aria-label="时效"');
  });

  it('puts no day over another, however near they are, and none outside the picture', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(days, (list) => {
        const starts = list.toSorted((a, b) => a - b).map((n) => addDays('2000-01-01', n));
        const stretches = [undefined, ...starts].map((since, i) => ({
          ...spans[0]!,
          since,
          until: starts[i],
        })) as unknown as typeof spans;
        const svg = timelineSvg(stretches, words, '');
        const labels = Array.from(
          svg.matchAll(/<text x="([\d.]+)" y="(\d+)" text-anchor="(start|end)">\d{4}/g),
          ([, x, y, anchor]) => ({ from: Number(x) - (anchor === 'end' ? 60 : 0), y }),
        );
        for (const [i, { from, y }] of labels.entries()) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from + 60).toBeLessThanOrEqual(720);
          const others = labels.slice(i + 1).filter((other) => other.y === y);
          for (const other of others) expect(Math.abs(other.from - from)).toBeGreaterThanOrEqual(60);
        }
      }),
    );
  });

  it('lets no mark-up of a title through', () => {
    expect(escapeXml('<script>"&\'')).toBe('&lt;script&gt;&quot;&amp;&#39;');
    expect(timelineSvg(spans, words, '"><script>')).not.toContain('<script>');
  });
});
