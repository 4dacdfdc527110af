import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildArchive,
  type IssueSource,
  type RegisterSource,
  type WorkSource,
} from '../../src/domain/archive.ts';
import { noisyText } from '../text/noise.ts';

const nothing: RegisterSource = { works: [], organs: [] };
const work = (name: string, text: string, more: Partial<WorkSource> = {}): WorkSource => ({
  name,
  path: `works/${name}/${more.date ?? 'text'}.md`,
  text,
  corrections: [],
  ...more,
});
const issue = (text: string, more: Partial<IssueSource> = {}): IssueSource => ({
  id: '2021-01',
  path: 'issues/2021-01/gazette.md',
  text,
  horizon: '2021-01-31',
  corrections: [],
  ...more,
});
const law = (title: string, caption = ''): string =>
  `${title}\n\n${caption}\n\n第一条　为了管理，制定本条例。\n\n第二条　本条例自2020年1月1日起施行。\n`;
const printed = [
  '目 录',
  '样本市人民政府关于印发《样本市节水办法》的通知',
  '(样府〔2021〕2 号) 1',
  '样本市人民政府关于印发《样本市节水办法》的通知',
  '样府〔2021〕2号',
  '各区人民政府：',
  '现将《样本市节水办法》印发给你们，请遵照执行。',
  '样本市人民政府',
  '2021年1月3日',
  '样本市节水办法',
  '第一条 为了节约用水，制定本办法。',
  '第二条 本办法自2021年2月1日起施行。',
  '公开方式：主动公开',
].join('\n\n');

describe('works and versions', () => {
  test('a bare text is a work with one version: title, kind and day come from the text', () => {
    const { works, messages } = buildArchive({
      issues: [],
      works: [work('yangben', law('样本省消防条例', '（2019年3月1日样本省人民代表大会常务委员会通过）'))],
      register: nothing,
    });
    expect(messages).toEqual([]);
    expect(works).toHaveLength(1);
    expect(works[0]).toMatchObject({
      id: 'yangben',
      title: '样本省消防条例',
      kind: 'regulation',
      aliases: [],
    });
    expect(works[0]!.versions).toMatchObject([
      { work: 'yangben', date: '2019-03-01', origin: 'published', source: { path: 'works/yangben/text.md' } },
    ]);
  });

  test('texts of one title are versions of one work, oldest first', () => {
    const title = '样本省消防条例';
    const { works } = buildArchive({
      issues: [],
      works: [
        work('xiaofang', law(title), { date: '2020-05-01' }),
        work('xiaofang', law(title), { date: '2010-01-01' }),
        work('elsewhere', law(' 样本省　消防条例'), { date: '2015-01-01' }),
      ],
      register: nothing,
    });
    expect(works).toHaveLength(1);
    expect(works[0]!.versions.map(({ date }) => date)).toEqual(['2010-01-01', '2015-01-01', '2020-05-01']);
  });

  test('a plan that was drawn up anew is another document; a law is one in all its editions', () => {
    const plan = (year: number) => `样本市总体规划（${year}年修订）\n\n一、目标\n\n${year}年5月1日`;
    const { works, register } = buildArchive({
      issues: [],
      works: [
        work('plan19', plan(2019), { date: '2019-05-01' }),
        work('plan23', plan(2023), { date: '2023-05-01' }),
        work('law', law('样本条例（2019年修正）'), { date: '2019-01-01' }),
        work('law', law('样本条例（2023年修正）'), { date: '2023-01-01' }),
      ],
      register: nothing,
    });
    expect(works.map(({ id, versions }) => `${id} ${versions.length}`)).toEqual([
      'plan19 1',
      'plan23 1',
      'law 2',
    ]);
    const typed = (name: string) => register.typed(name).works.map(({ id }) => id);
    expect(typed('样本市总体规划（2019年修订）')).toEqual(['plan19']);
    expect(typed('《样本市总体规划》（2023年修订）')).toEqual(['plan23']);
    expect(typed('样本市总体规划')).toEqual(['plan19', 'plan23']);
  });

  test('a version begins with the last amendment of the 题注, else with promulgation, else with the file name', () => {
    const dated = (caption: string): string =>
      buildArchive({ issues: [], works: [work('a', law('样本条例', caption))], register: nothing }).works[0]!
        .versions[0]!.date;
    expect(
      dated('（2001年1月1日通过　根据2011年6月1日《关于修改〈样本条例〉的决定》修正　2015年3月1日修订）'),
    ).toBe('2015-03-01');
    expect(dated('（2018年12月31日样本市人民政府令第3号公布　自2019年2月1日起施行）')).toBe('2018-12-31');
    expect(dated('')).toBe('2020-01-01');
  });

  test('what a document carries has its day and issuer, and both know each other by the ids of their works', () => {
    const archive = buildArchive({ issues: [issue(printed)], works: [], register: nothing });
    const [notice, measures] = archive.works;
    expect(notice).toMatchObject({
      id: 'yangfu-2021-2',
      carries: [measures!.id],
      documentNumber: '样府〔2021〕2号',
    });
    expect(measures).toMatchObject({
      title: '样本市节水办法',
      carriedBy: 'yangfu-2021-2',
      issuer: '样本市人民政府',
    });
    expect(measures!.versions).toMatchObject([{ date: '2021-01-03', source: { issue: '2021-01' } }]);
    const ids = new Set(archive.works.map(({ id }) => id));
    for (const { instrument } of [...archive.issues[0]!.roles, ...archive.issues[0]!.entries]) {
      if (instrument) expect(ids).toContain(instrument);
    }
  });

  test('the same text twice is held once; another text of the same title and day is a work of its own', () => {
    const one = law('样本省消防条例');
    const { works, messages } = buildArchive({
      issues: [],
      works: [
        work('甲', one, { date: '2020-01-01' }),
        work('乙', `${one}\n`, { date: '2020-01-01' }),
        work('丙', one.replace('管理', '治理'), { date: '2020-01-01' }),
      ],
      register: nothing,
    });
    expect(works.map(({ versions }) => versions.map(({ source }) => source.path))).toEqual([
      ['works/甲/2020-01-01.md'],
      ['works/丙/2020-01-01.md'],
    ]);
    expect(new Set(works.map(({ id }) => id)).size).toBe(2);
    expect(messages.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'works/乙/2020-01-01.md duplicate-text',
      'works/丙/2020-01-01.md duplicate-version',
      'works/丙/2020-01-01.md duplicate-id',
    ]);
  });

  test('the same text filed by its promulgation and by its commencement is held once', () => {
    const { works, messages } = buildArchive({
      issues: [],
      works: [
        work('甲', law('样本省消防条例', '（2019年11月1日样本省人民代表大会常务委员会通过）')),
        work('甲', law('样本省消防条例', '（2019年11月1日样本省人民代表大会常务委员会通过）'), {
          date: '2020-01-01',
        }),
        work('甲', law('样本省消防条例', '（2019年11月1日样本省人民代表大会常务委员会通过）'), {
          date: '2021-01-01',
        }),
      ],
      register: nothing,
    });
    expect(works[0]!.versions.map(({ date }) => date)).toEqual(['2019-11-01', '2021-01-01']);
    expect(messages.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'works/甲/2020-01-01.md duplicate-text',
    ]);
  });

  test('a text of the folder and one of an issue are versions of the same work', () => {
    const { works } = buildArchive({
      issues: [issue(printed)],
      works: [work('jieshui', printed.split('\n\n').slice(9, 12).join('\n\n'), { date: '2015-01-01' })],
      register: nothing,
    });
    const measures = works.find(({ id }) => id === 'jieshui')!;
    expect(measures.versions.map(({ date, source }) => `${date} ${source.path}`)).toEqual([
      '2015-01-01 works/jieshui/2015-01-01.md',
      '2021-01-03 issues/2021-01/gazette.md',
    ]);
  });
});

describe('ids', () => {
  const idOf = (name: string, title: string, others: WorkSource[] = []): string =>
    buildArchive({ issues: [], works: [...others, work(name, law(title))], register: nothing }).works.find(
      (each) => each.title === title,
    )!.id;

  test('a folder’s name is the id where it is ASCII, otherwise the title gives one', () => {
    expect(idOf('xiaofang-tiaoli', '样本省消防条例')).toBe('xiaofang-tiaoli');
    expect(idOf('消防条例', '样本省消防条例')).toMatch(/^ybsxftl-[a-z0-9]{6}$/);
  });

  test('an id does not depend on what else the archive holds', () => {
    const alone = idOf('消防条例', '样本省消防条例');
    const others = ['样本省消防条例实施办法', '样本省邮政条例', '范本省消防条例'].map((title) =>
      work(title, law(title)),
    );
    expect(idOf('消防条例', '样本省消防条例', others)).toBe(alone);
    expect(idOf('消防条例', '样本省消防条例', others.toReversed())).toBe(alone);
  });

  test('of two texts with one number the second takes an id from its title, and that is told', () => {
    const notice = (title: string): string =>
      `${title}\n\n样府〔2021〕2号\n\n各区人民政府：\n\n请执行。\n\n样本市人民政府\n\n2021年1月3日\n`;
    const { works, messages } = buildArchive({
      issues: [],
      works: [
        work('甲', notice('样本市人民政府关于节水的通知')),
        work('乙', notice('样本市人民政府关于节电的通知')),
      ],
      register: nothing,
    });
    expect(works[0]!.id).toBe('yangfu-2021-2');
    expect(works[1]!.id).not.toBe('yangfu-2021-2');
    expect(messages).toMatchObject([{ rule: 'duplicate-id', file: 'works/乙/text.md', severity: 'warning' }]);
  });

  test('every id is lower-case ASCII, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (title) => {
        const { works } = buildArchive({ issues: [], works: [work(title, law(title))], register: nothing });
        for (const { id } of works) expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the register', () => {
  const register: RegisterSource = {
    site: { title: '样本文库' },
    works: [
      { id: 'jieshui', title: '样本市节水办法', aliases: ['节水办法'] },
      { id: 'huanbao-fa', title: '中华人民共和国样本法', issuer: '全国人民代表大会', aliases: ['样本法'] },
    ],
    organs: [{ name: '样本市人民政府', code: '样府' }],
  };

  test('gives readable ids and further names to texts that are held', () => {
    const { works, site, organs } = buildArchive({ issues: [issue(printed)], works: [], register });
    expect(works[1]).toMatchObject({ id: 'jieshui', aliases: ['节水办法'] });
    expect(works[1]!.versions).toHaveLength(1);
    expect(site.title).toBe('样本文库');
    expect(organs).toEqual(register.organs);
  });

  test('makes works of what is only mentioned: a name, no version', () => {
    const { works } = buildArchive({ issues: [issue(printed)], works: [], register });
    expect(works.find(({ id }) => id === 'huanbao-fa')).toMatchObject({
      title: '中华人民共和国样本法',
      kind: 'law',
      issuer: '全国人民代表大会',
      aliases: ['样本法'],
      versions: [],
      carries: [],
    });
  });

  test('the record beside a text says what the text cannot', () => {
    const about = {
      title: '样本港口章程',
      documentNumber: '样港〔1999〕1号',
      issuer: '样本港务局',
      aliases: ['港口章程'],
    };
    const { works } = buildArchive({
      issues: [],
      works: [work('gangkou', '第一条　甲。\n\n第二条　乙。\n', { ...about, date: '1999-01-01' })],
      register: nothing,
    });
    expect(works[0]).toMatchObject({ id: 'gangkou', kind: 'rules', ...about });
  });
});

describe('the whole', () => {
  test('the horizon is the last one of the issues; without issues the last day of a text', () => {
    const works = [
      work('a', law('样本条例'), { date: '2022-03-01' }),
      work('b', law('范本条例'), { date: '1999-01-01' }),
    ];
    expect(buildArchive({ issues: [], works, register: nothing }).horizon).toBe('2022-03-01');
    expect(buildArchive({ issues: [issue(printed)], works, register: nothing }).horizon).toBe('2021-01-31');
    expect(buildArchive({ issues: [], works: [], register: nothing }).horizon).toBeUndefined();
  });

  test('messages name their file', () => {
    const { messages } = buildArchive({
      issues: [issue(printed.replace('第二条', '第三条'))],
      works: [work('a', '样本条例\n\n第二条　甲。\n')],
      register: nothing,
    });
    expect(messages.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'issues/2021-01/gazette.md article-gap',
      'works/a/text.md article-gap',
    ]);
  });

  test('the same sources give the same archive, and are not changed', () => {
    const sources = { issues: [issue(printed)], works: [work('a', law('样本条例'))], register: nothing };
    const before = JSON.stringify(sources);
    const build = (): string => {
      const { events, ...archive } = buildArchive(sources);
      return JSON.stringify([archive, [...events]]);
    };
    expect(build()).toBe(build());
    expect(JSON.stringify(sources)).toBe(before);
  });

  test('no text stops it', () => {
    fc.assert(
      fc.property(noisyText, noisyText, (one, two) => {
        const archive = buildArchive({ issues: [issue(one)], works: [work('a', two)], register: nothing });
        expect(archive.sources.map(({ source }) => source)).toEqual([one, two]);
        const ids = archive.works.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 60 },
    );
  });
});
