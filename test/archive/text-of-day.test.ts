/**
 * One answer for a work and a day, wherever it is asked: life, register, desk, citation, search and the page, as it is
 * printed and as its script reads it, over texts of every kind of life.
 */
import { describe, expect, it } from 'vitest';
import { type Archive, buildArchive, type WorkSource } from '../../src/domain/archive.ts';
import { cite } from '../../src/domain/references/cite.ts';
import { memorySource } from '../../src/domain/search/memory.ts';
import { searchArchive } from '../../src/domain/search/search.ts';
import { statusBook } from '../../src/domain/status/desk/book.ts';
import { askStatus } from '../../src/domain/status/desk/desk.ts';
import { registerOn } from '../../src/domain/status/desk/register.ts';
import { cautionsOn } from '../../src/domain/status/life/cautions.ts';
import { libraryOf, textOn } from '../../src/domain/status/life/life.ts';
import { partsOn } from '../../src/domain/status/life/parts.ts';
import { formatDay } from '../../src/domain/text/calendar.ts';
import { holdingsOf, presentText } from '../../src/site/holdings.ts';
import { searchCorpus } from '../../src/site/search/archive.ts';
import { lifeView, stretchesOf } from '../../src/site/status/life.ts';
import { onDay } from '../../src/site/status/on-day.ts';
import { stateName } from '../../src/site/status/words.ts';
import { stateView } from '../../src/site/views/state.ts';
import { versionView } from '../../src/site/views/version.ts';

const horizon = '2030-12-31';
/** Month and day in the first, second, third and fourth year of a work's life. */
const asked = [
  '0-01-01',
  '0-06-01',
  '0-06-30',
  '0-07-01',
  '1-01-31',
  '1-02-01',
  '1-08-31',
  '1-09-01',
  '2-02-28',
  '2-03-01',
  '2-12-31',
  '3-12-31',
];

type Answer = [from: string, version: string | undefined, state: string];

interface Life {
  texts: Record<string, string>;
  /** First day → the text and its state from then on. */
  expected: Answer[];
}

/** A text of a work: promulgated on a day of the first year, with a last clause. */
const text = (title: string, day: string, last: string, fee = '一百元', caption = '') =>
  `${title}\n\n（${formatDay(day)}某县人民政府令第1号公布${caption}）\n\n第一条　登记费为${fee}。\n\n第二条　登记应当本人办理。\n\n第三条　${last}\n`;

const decision = (title: string, day: string, body: string, last: string) =>
  `某县人民政府关于修改《${title}》的决定\n\n（${formatDay(day)}某县人民政府令第7号公布）\n\n某县人民政府决定对《${title}》作如下修改：\n\n${body}\n\n${last}\n`;

const raise = '将第一条中的“一百元”修改为“二百元”。';
const other = (title: string, day: string, words: string) =>
  `${title}\n\n（${formatDay(day)}某县人民政府令第9号公布）\n\n第一条　为了管理，制定本规定。\n\n第二条　本规定自公布之日起施行。${words}\n`;

/** A text issued under a number of its own. */
const issued = (title: string, number: number, day: string, last: string) =>
  `${title}\n\n某县府〔${day.slice(0, 4)}〕${number}号\n\n第一条　登记费为一百元。\n\n第二条　登记应当本人办理。\n\n第三条　本办法${last}\n\n某县人民政府\n\n${formatDay(day)}\n`;

/** Every kind of life, its days counted from a year. */
function lives(year: number): Record<string, (title: string) => Life> {
  const d = (day: string) => `${year + Number(day[0])}${day.slice(1)}`;
  const from = (day: string) => `自${formatDay(d(day))}起施行。`;
  const begins = `本办法${from('0-07-01')}`;
  const base: Answer[] = [
    ['0001-01-01', undefined, 'not-yet'],
    [d('0-06-01'), d('0-06-01'), 'published'],
    [d('0-07-01'), d('0-06-01'), 'in-force'],
  ];
  const made = (day: string, version: string): Answer => [d(day), d(version), 'in-force'];
  const born = (title: string, last = begins) => ({ [`a/${d('0-06-01')}`]: text(title, d('0-06-01'), last) });
  const amended = (title: string, day: string, body: string, last: string) => ({
    [`b/${d(day)}`]: decision(title, d(day), body, last),
  });
  return {
    'a future start': (t) => ({ texts: born(t), expected: base }),
    'an amendment printed before it starts': (t) => ({
      texts: {
        ...born(t),
        ...amended(t, '1-02-01', raise, `本决定${from('2-03-01')}`),
        [`a/${d('1-02-01')}`]: text(
          t,
          d('0-06-01'),
          begins,
          '二百元',
          `　根据${formatDay(d('1-02-01'))}《某县人民政府关于修改〈${t}〉的决定》修正`,
        ),
      },
      expected: [...base, made('2-03-01', '1-02-01')],
    }),
    'an amendment that makes a text nobody printed': (t) => ({
      texts: { ...born(t), ...amended(t, '1-02-01', raise, `本决定${from('1-09-01')}`) },
      expected: [...base, made('1-09-01', '1-09-01')],
    }),
    'amendments that start in another order than they were made': (t) => ({
      texts: {
        ...born(t),
        ...amended(t, '1-02-01', raise, `本决定${from('2-03-01')}`),
        [`c/${d('1-05-01')}`]: decision(
          t,
          d('1-05-01'),
          '将第二条中的“本人”修改为“由本人或者代理人”。',
          `本决定${from('1-09-01')}`,
        ),
      },
      expected: [...base, made('1-09-01', '1-09-01'), made('2-03-01', '2-03-01')],
    }),
    'one clause that starts later than the rest': (t) => ({
      texts: {
        ...born(t),
        ...amended(
          t,
          '1-02-01',
          '一、将第一条中的“一百元”修改为“二百元”。\n\n二、将第二条中的“本人”修改为“当面”。',
          `本决定${from('1-02-01').replace('。', '')}，其中第二项${from('2-03-01')}`,
        ),
      },
      expected: [...base, made('1-02-01', '1-02-01'), made('2-03-01', '2-03-01')],
    }),
    'an instruction that fails': (t) => ({
      texts: {
        ...born(t),
        ...amended(
          t,
          '1-02-01',
          `一、${raise}\n\n二、将第二条中的“证人”修改为“鉴定人”。`,
          `本决定${from('1-09-01')}`,
        ),
      },
      expected: [...base, made('1-09-01', '1-09-01')],
    }),
    'a repeal by another text': (t) => ({
      texts: {
        ...born(t),
        [`z/${d('1-09-01')}`]: other(`${t.slice(0, 3)}新规定`, d('1-09-01'), `《${t}》同时废止。`),
      },
      expected: [...base, [d('1-09-01'), d('0-06-01'), 'repealed']],
    }),
    'the repeal of a part': (t) => ({
      texts: {
        ...born(t),
        [`z/${d('1-09-01')}`]: other(`${t.slice(0, 3)}新规定`, d('1-09-01'), `《${t}》第二条同时废止。`),
      },
      expected: base,
    }),
    'a suspension': (t) => ({
      texts: {
        ...born(t),
        [`z/${d('1-09-01')}`]: other(`${t.slice(0, 3)}新规定`, d('1-09-01'), `《${t}》同时暂停执行。`),
      },
      expected: [...base, [d('1-09-01'), d('0-06-01'), 'unknown']],
    }),
    'an end that waits for another text': (t) => ({
      texts: {
        ...born(t, `本办法${from('0-07-01').replace('。', '')}，至《${t.slice(0, 3)}新规定》施行之日废止。`),
        [`z/${d('1-09-01')}`]: other(`${t.slice(0, 3)}新规定`, d('1-09-01'), ''),
      },
      expected: [...base, [d('1-09-01'), d('0-06-01'), 'lapsed']],
    }),
    'a revocation': (t) => ({
      texts: {
        ...born(t),
        [`z/${d('1-09-01')}`]: other(`${t.slice(0, 3)}新规定`, d('1-09-01'), `撤销《${t}》。`),
      },
      expected: [...base, [d('1-09-01'), d('0-06-01'), 'repealed']],
    }),
    'words about its force that nobody understands': (t) => ({
      texts: {
        ...born(t),
        [`z/${d('1-09-01')}`]: other(`${t.slice(0, 3)}新规定`, d('1-09-01'), `《${t}》由本规定代替。`),
      },
      expected: [...base, [d('1-09-01'), d('0-06-01'), 'unknown']],
    }),
    'an end of its own that nobody understands': (t) => ({
      texts: born(t, `本办法${from('0-07-01').replace('。', '')}，试点结束时自动终止。`),
      expected: [...base, [d('0-07-02'), d('0-06-01'), 'unknown']],
    }),
    'an end before which it goes on': (t) => ({
      texts: {
        ...born(t),
        [`z/${d('1-02-01')}`]: other(
          `${t.slice(0, 3)}新规定`,
          d('1-02-01'),
          `${formatDay(d('1-09-01'))}前，《${t}》继续有效，期满废止。`,
        ),
      },
      expected: [
        ...base,
        [d('1-09-01'), d('0-06-01'), 'expiry-open'],
        [d('1-09-02'), d('0-06-01'), 'lapsed'],
      ],
    }),
    'a term of one article': (t) => ({
      texts: born(t, `本办法${from('0-07-01')}本办法第二条的有效期至${formatDay(d('1-08-31'))}。`),
      expected: base,
    }),
    'starts for two areas': (t) => ({
      texts: born(t, `本办法东区自${formatDay(d('0-07-01'))}起，西区自${formatDay(d('1-09-01'))}起施行。`),
      expected: base,
    }),
    'an article that starts later': (t) => ({
      texts: born(t, `除第二条自${formatDay(d('2-03-01'))}起施行外，${begins}`),
      expected: base,
    }),
    'a start set back': (t) => ({
      texts: born(t, `本办法${from('0-01-01')}`),
      expected: [base[0]!, [d('0-06-01'), d('0-06-01'), 'in-force']],
    }),
    'a suspension taken back': (t) => ({
      texts: {
        ...born(t),
        [`y/${d('1-02-01')}`]: other(`${t.slice(0, 3)}另一规定`, d('1-02-01'), `《${t}》同时暂停执行。`),
        [`z/${d('1-09-01')}`]: other(`${t.slice(0, 3)}新规定`, d('1-09-01'), `《${t}》同时恢复执行。`),
      },
      expected: [...base, [d('1-02-01'), d('0-06-01'), 'unknown'], [d('1-09-01'), d('0-06-01'), 'in-force']],
    }),
    'a text issued anew': (t) => ({
      texts: {
        [`a/${d('0-06-01')}`]: issued(t, 1, d('0-06-01'), from('0-07-01')),
        [`a/${d('1-02-01')}`]: issued(
          t,
          9,
          d('1-02-01'),
          `${from('1-09-01')}《${t}》（某县府〔${year}〕1号）同时废止。`,
        ),
      },
      expected: [...base, made('1-09-01', '1-02-01')],
    }),
    'a start that another text moves': (t) => ({
      texts: {
        ...born(t, `本办法${from('0-06-30')}`),
        [`y/${d('0-06-01')}`]: other(
          `${t.slice(0, 3)}新规定`,
          d('0-06-01'),
          `《${t}》推迟至${formatDay(d('0-07-01'))}起施行。`,
        ),
      },
      expected: base,
    }),
    'an amendment laid down in an annex': (t) => ({
      texts: {
        ...born(t),
        [`b/${d('1-02-01')}`]: `某县人民政府关于修改部分规章的决定\n\n（${formatDay(d('1-02-01'))}某县人民政府令第7号公布）\n\n对1部规章的部分条款予以修改。（附件1）\n\n本决定${from('1-09-01')}\n\n附件：1.某县人民政府决定修改的规章\n\n附件1\n\n某县人民政府决定修改的规章\n\n一、将《${t}》第一条中的“一百元”修改为“二百元”。\n`,
      },
      expected: [...base, made('1-09-01', '1-09-01')],
    }),
  };
}

function archiveOf(texts: Record<string, string>): Archive {
  const works: WorkSource[] = Object.entries(texts).map(([name, words]) => {
    const [folder, date] = name.split('/') as [string, string];
    return { name: folder, date, path: `works/${name}.md`, text: words, corrections: [] };
  });
  return buildArchive({ issues: [], works, register: { works: [], organs: [], horizon } });
}

const names = ['养蜂', '渡口', '灯塔'];
const rows = names.flatMap((name, i) => {
  const year = 2012 + 4 * i;
  return Object.entries(lives(year)).map(([kind, of]) => ({
    kind: `${kind} (${year})`,
    year,
    title: `某县${name}管理办法`,
    of,
  }));
});

describe('the text of the day', () => {
  it.each(rows)('is one on every surface: $kind', async ({ year, title, of }) => {
    const { texts, expected } = of(title);
    const archive = archiveOf(texts);
    const work = archive.works.find(({ id }) => id === 'a')!;
    const life = archive.lives.get('a')!;
    const book = statusBook(archive);
    const desk = book;
    const index = libraryOf(archive);
    const source = memorySource(searchCorpus(archive));
    const holdings = holdingsOf(archive);
    const shown = presentText(holdings, work)!;
    const lines = lifeView(holdings, work, shown).lines;
    const badge = stretchesOf(holdings, work);
    for (const each of asked) {
      const day = `${year + Number(each[0])}${each.slice(1)}`;
      const [, version, state] = expected.findLast(([from]) => from <= day)!;
      const told = textOn(life, day);
      expect([day, told.version, told.state], 'life').toEqual([day, version, state]);
      const line = onDay(lines, day)!;
      const page = line.text && (line.text.here ? shown.date : line.text.name);
      expect([day, page, line.state.word], 'page').toEqual([
        day,
        version,
        stateName(told.state, told.basis).word,
      ]);
      expect([day, onDay(badge, day)!.word], 'badge').toEqual([day, line.state.word]);
      const { entries } = registerOn(book, day, { words: title });
      expect([day, entries.find((one) => one.work.id === 'a')!.status.state], 'register').toEqual([
        day,
        state,
      ]);
      const [answer] = askStatus(['a'], day, desk);
      expect([day, answer!.version ?? undefined, answer!.state], 'desk').toEqual([day, version, state]);
      const cited = cite(`《${title}》第一条`, index, day).results;
      expect([day, ...cited.map((one) => one.version.date)], 'cite').toEqual([
        day,
        ...(version ? [version] : []),
      ]);
      const text = work.versions.find(({ date }) => date === version);
      const copied = text && `${versionView(holdings, work, text).citation}第一条`;
      expect([day, ...cited.map((one) => one.citation)], 'copied citation').toEqual([
        day,
        ...(copied ? [copied] : []),
      ]);
      const { hits } = await searchArchive(source, '登记费', {
        at: day,
        filters: { on: day, work: 'a' },
        limit: 0,
      });
      const found = hits.filter(({ eId }) => eId.startsWith('art_1'));
      expect([day, ...found.map((hit) => `${hit.version} ${hit.state}`)], 'search').toEqual([
        day,
        ...(version ? [`${version} ${state}`] : []),
      ]);
    }
    const now = textOn(life, horizon);
    expect([shown.date, stateView(holdings, work, shown)?.word], 'page without a script').toEqual([
      now.version,
      stateName(now.state, now.basis).word,
    ]);
    expect(work.versions.map(({ date }) => date)).toEqual(
      Array.from(new Set(expected.flatMap(([, version]) => version ?? []))).toSorted(),
    );
  });

  it('says of a text to which an instruction was not applied that it is not whole, and of no other', () => {
    const of = (kind: string) => archiveOf(lives(2012)[kind]!('某县养蜂管理办法').texts).lives.get('a')!;
    const broken = of('an instruction that fails');
    expect(cautionsOn(broken, '2014-01-01', 'art_2', '2013-09-01').join()).toContain('鉴定人');
    expect(cautionsOn(broken, '2013-08-31', 'art_2', '2012-06-01')).toEqual([]);
    const whole = of('an amendment that makes a text nobody printed');
    expect(cautionsOn(whole, '2014-01-01', 'art_2', '2013-09-01')).toEqual([]);
  });

  it('says of a part that begins later or has ended that it does not bind, and of its neighbours nothing', () => {
    const of = (kind: string) => archiveOf(lives(2012)[kind]!('某县养蜂管理办法').texts).lives.get('a')!;
    const later = textOn(of('an article that starts later'), '2013-01-01');
    expect(partsOn(later, '2013-01-01').map(({ eId, state }) => [eId, state])).toEqual([
      ['art_2', 'published'],
    ]);
    const ended = of('the repeal of a part');
    expect(partsOn(textOn(ended, '2013-09-01'), '2013-09-01').map(({ eId, state }) => [eId, state])).toEqual([
      ['art_2', 'repealed'],
    ]);
    expect(partsOn(textOn(ended, '2013-08-31'), '2013-08-31')).toEqual([]);
  });

  it('takes each change where both have begun, whatever the order in which they were made', () => {
    const archive = archiveOf(
      lives(2012)['amendments that start in another order than they were made']!('某县养蜂管理办法').texts,
    );
    const index = libraryOf(archive);
    const on = (day: string) =>
      cite('《某县养蜂管理办法》', index, day)
        .results[0]!.version.instrument.provisions.map(({ children }) =>
          children.map((one) => one.text).join(''),
        )
        .join('');
    expect(on('2013-10-01')).toMatch(/一百元.*代理人/);
    expect(on('2014-04-01')).toMatch(/二百元.*代理人/);
  });
});

describe('a modification of which the archive has no wording', () => {
  const archive = buildArchive({
    issues: [],
    works: Object.entries({
      'a/2012-06-01': text('某县登记办法', '2012-06-01', '本办法自2012年7月1日起施行。'),
      'z/2013-09-01':
        '某县人民政府关于修改部分规章的决定\n\n（2013年9月1日某县人民政府令第8号公布）\n\n决定修改1件规章：《某县登记办法》。\n\n本决定自公布之日起施行。\n',
    }).map(([name, words]) => {
      const [folder = '', date = ''] = name.split('/');
      return { name: folder, date, path: `works/${name}.md`, text: words, corrections: [] };
    }),
    register: { works: [], organs: [], horizon },
  });

  it.each([
    ['2013-08-31', 1, ''],
    ['2013-09-01', 0, '本库未收该文本'],
  ])('on %s gives %i texts to cite from', (day, texts, said) => {
    expect(cite('某县登记办法第一条', libraryOf(archive), day).results).toHaveLength(texts);
    expect(textOn(archive.lives.get('a')!, day).reason).toContain(said);
  });
});

describe('starts that two places print differently', () => {
  const texts = (caption: string, clause: string) => ({
    'a/2015-03-01': `某院办案规定\n\n2015年3月1日公布\n\n2015年${caption}施行\n\n第一条　办案适用本规定。\n\n第二条　本规定自${clause}起施行。\n`,
  });

  it('are kept with both sides, said by a message at its place, and open between the days', () => {
    const archive = archiveOf(texts('5月1日', '2015年4月1日'));
    expect(archive.disagreements).toMatchObject([
      { work: 'a', sides: [{ date: '2015-04-01' }, { date: '2015-05-01' }] },
    ]);
    expect(archive.messages.filter(({ rule }) => rule === 'sources-disagree')).toMatchObject([
      { file: 'works/a/2015-03-01.md', severity: 'warning' },
    ]);
    const life = archive.lives.get('a')!;
    expect(['2015-03-31', '2015-04-15', '2015-05-01'].map((day) => textOn(life, day).state)).toEqual([
      'published',
      'unknown',
      'in-force',
    ]);
  });

  it('are none where the places agree', () => {
    expect(archiveOf(texts('4月1日', '2015年4月1日')).disagreements).toEqual([]);
  });
});

describe('a provision that is asked for beside its text', () => {
  const archive = archiveOf({
    'a/2021-05-01':
      '某县围垦管理规定\n\n（2021年5月1日某县人民政府令第31号公布）\n\n第一条　围垦应当报批。\n\n第二条　围垦应当公示。\n\n第三条　围垦应当验收。\n\n第四条　除第二条自2022年1月1日起施行外，本规定自2021年6月1日起施行。第三条的施行日期由县人民政府另行公布。\n',
  });
  const book = statusBook(archive);
  const desk = book;

  it.each([
    ['第一条', '2021-07-01', 'in-force'],
    ['第二条', '2021-12-31', 'published'],
    ['第二条', '2022-01-01', 'in-force'],
    ['第三条', '2022-01-01', 'unknown'],
    ['第九条', '2022-01-01', 'unknown'],
    ['', '2021-07-01', 'in-force'],
  ])('%s on %s is %s', (place, day, state) => {
    const [answer] = askStatus([`某县围垦管理规定${place}`], day, desk);
    expect([answer!.work?.id, answer!.state]).toEqual(['a', state]);
    expect(answer!.reason).toContain(place);
  });
});
