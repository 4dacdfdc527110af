import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../scripts/import.ts';
import type { Provision } from '../../src/domain/model.ts';
import { holdingsOf } from '../../src/site/holdings.ts';
import { loadContent } from '../../src/site/load.ts';
import { originalLink, originalPages } from '../../src/site/views/original.ts';
import { docxOf, p } from '../imports/made/docx.ts';
import { makeIssue } from '../imports/made/issue.ts';
import { toPdf } from '../imports/made/pdf.ts';
import { layouts, typeset } from '../imports/made/typeset.ts';
import { toXlsx } from '../imports/made/xlsx.ts';
import { folder, runCommand } from './run.ts';

const issue = makeIssue(6);
const set = typeset(issue, layouts['one column']!);
const pdf = toPdf(set.pages);
const revised = docxOf(
  '<w:p><w:r><w:t>期限为</w:t></w:r><w:ins><w:r><w:t>二十日</w:t></w:r></w:ins><w:del><w:r><w:delText>十日</w:delText></w:r></w:del></w:p>',
);
let dir = '';
beforeAll(() => {
  dir = folder({
    '一期.pdf': pdf,
    'revised.docx': revised,
    'annex.docx': docxOf(p('附件') + p('另一份材料')),
    'masthead.txt':
      '样洲市人民政府公报\n2021年第1期（总第86期）\n2021年1月31日出版\n主办：样洲市人民政府\n\n目录\n\n样洲市人民政府关于公园管理的通知（样府〔2021〕1号） 1\n\n样洲市人民政府关于供水的通知（样府〔2021〕2号） 3\n\n样洲市人民政府关于公园管理的通知\n\n样府〔2021〕1号\n\n各县（市、区）人民政府：\n\n　　现通知如下。\n\n样洲市人民政府\n\n2021年1月5日\n',
  });
});
afterAll(() => rmSync(dir, { recursive: true }));

const into = (id: string, ...args: string[]) =>
  runCommand(run, [...args, '--issue', id, '--content', join(dir, 'content')]);
const path = (name: string): string => join(dir, name);
const written = (id: string, name: string): string =>
  readFileSync(join(dir, 'content/issues', id, name), 'utf8');

describe('an issue from a PDF', () => {
  beforeAll(async () => {
    const { code, out, err } = await into('2021-01', path('一期.pdf'));
    expect(err).toContain(`一期.pdf：第${set.pages.length}页，共${set.pages.length}页`);
    expect([code, out]).toEqual([0, expect.stringContaining(`读出${issue.titles.length}份文件`)]);
    for (const title of issue.titles) expect(out).toContain(title);
  }, 60_000);

  test('keeps the original as it came, with its sum', () => {
    expect(readdirSync(join(dir, 'content/issues/2021-01')).sort()).toEqual([
      'gazette.md',
      'import.yaml',
      'issue.yaml',
      'originals',
      'pages.yaml',
    ]);
    expect(readFileSync(join(dir, 'content/issues/2021-01/originals/一期.pdf')).equals(pdf)).toBe(true);
    const [map] = parse(written('2021-01', 'pages.yaml'));
    expect(map).toMatchObject({
      file: 'originals/一期.pdf',
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    expect(map.pages.map(({ printed }: { printed: string }) => printed)).toEqual(
      set.pages.map((_, i) => String(i + 1)),
    );
  });

  test('lists every line that is not in the text', () => {
    const [record] = parse(written('2021-01', 'import.yaml'));
    expect(record.left.filter(({ rule }: { rule: string }) => rule === 'page-number')).toHaveLength(
      set.pages.length,
    );
  });

  test('leaves the days of the issue to a person, and says so', async () => {
    expect(parse(written('2021-01', 'issue.yaml'))).toBeNull();
    const { unreadable } = loadContent(join(dir, 'content'));
    expect(new Set(unreadable.map(({ file }) => file))).toEqual(new Set(['issues/2021-01/issue.yaml']));
  });

  test('is not overwritten, unless a person says so; what an editor wrote stays', async () => {
    writeFileSync(join(dir, 'content/issues/2021-01/issue.yaml'), 'horizon: 2021-01-31\n');
    const before = written('2021-01', 'gazette.md');
    const again = await into('2021-01', path('annex.docx'));
    expect([again.code, again.err]).toEqual([
      2,
      expect.stringContaining('已存在，没有改动：要替换请加 --replace'),
    ]);
    expect(written('2021-01', 'gazette.md')).toBe(before);
    expect((await into('2021-01', path('一期.pdf'), '--replace')).code).toBe(0);
    expect([written('2021-01', 'gazette.md'), written('2021-01', 'issue.yaml')]).toEqual([
      before,
      'horizon: 2021-01-31\n',
    ]);
  });
});

const provisionsOf = (provisions: readonly Provision[]): Provision[] =>
  provisions.flatMap((one) => [one, ...provisionsOf(one.children)]);

test('a text and each provision lead to the page of the original on which they begin, while that is the same file', async () => {
  const content = join(dir, 'linked');
  const folderOf = join(content, 'issues/2021-05');
  await runCommand(run, [path('一期.pdf'), '--issue', '2021-05', '--content', content]);
  writeFileSync(join(folderOf, 'issue.yaml'), 'horizon: 2021-05-31\n');
  const links = (): (string | undefined)[] => {
    const source = holdingsOf(loadContent(content).archive).sources.get('issues/2021-05/gazette.md')!;
    return source.versions.map(({ instrument }) => originalLink(source, instrument.position.start)?.href);
  };
  const address = `/originals/2021-05/${encodeURIComponent('一期.pdf')}`;
  expect(links()).toEqual(set.documents.map((page) => `${address}#page=${page}`));
  const source = holdingsOf(loadContent(content).archive).sources.get('issues/2021-05/gazette.md')!;
  const printed = set.pages.map(({ glyphs }) => glyphs.map(({ c }) => c).join(''));
  for (const version of source.versions) {
    const [file, ...others] = originalPages(source, version);
    expect([file!.href, others]).toEqual([address, []]);
    const page = new Map(file!.pages);
    const first = set.documents.find((number) => number === file!.all[0]);
    const next = set.documents.find((number) => number > first!) ?? set.pages.length + 1;
    expect(file!.all).toEqual(Array.from({ length: next - first! }, (_, i) => first! + i));
    let current = 0;
    for (const { eId, label, heading = '', text } of provisionsOf(version.instrument.provisions)) {
      current = page.get(eId) ?? current;
      const start = `${label}${heading}${text}`.replace(/\s/g, '').slice(0, 8);
      expect(printed[current - 1], `${eId} on page ${current}`).toContain(start);
    }
  }
  writeFileSync(join(folderOf, 'originals/一期.pdf'), 'changed');
  expect(links()).toEqual(set.documents.map(() => undefined));
  expect(loadContent(content).archive.messages).toContainEqual(
    expect.objectContaining({
      file: 'issues/2021-05/pages.yaml',
      reason: expect.stringContaining('不是同一个文件'),
    }),
  );
});

test('a doubt leads to the line of its page, paragraph or table', async () => {
  const struck = '<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>删去的话</w:t></w:r></w:p>';
  const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`;
  const inner = `<w:tbl><w:tr>${cell(p('一'))}${cell(p('二'))}</w:tr></w:tbl>`;
  const nested = `<w:tbl><w:tr>${cell(inner)}${cell(p('三'))}</w:tr></w:tbl>`;
  writeFileSync(path('doubts.docx'), docxOf(p('甲') + p('乙') + struck + nested));
  const page = (words: string) => ({
    glyphs: Array.from(words, (c, i) => ({ c, x: 80 + i * 12, y: 200, size: 12 })),
    rules: [],
  });
  const scanned = toPdf([page('公园管理的办法。'), page('供水管理的规定。')], { picture: true });
  writeFileSync(path('picture.pdf'), scanned);
  const { out } = await into('2021-06', path('doubts.docx'), path('picture.pdf'));
  const lines = written('2021-06', 'gazette.md').split('\n');
  const led = (words: string): string | undefined => {
    const [, line] = new RegExp(`gazette\\.md:(\\d+) .*${words}`).exec(out) ?? [];
    return lines[Number(line) - 1];
  };
  expect(led('带删除线的文字')).toBe('删去的话');
  expect(led('格里还有表格')).toBe('一二\t三');
  expect(led('第2页有1幅图片')).toBe(lines.at(-2));
});

test('several files follow each other, each with its own map', async () => {
  await into('2021-02', path('一期.pdf'), path('annex.docx'));
  expect(written('2021-02', 'gazette.md')).toMatch(/\n\n附件\n\n另一份材料\n$/);
  expect(parse(written('2021-02', 'pages.yaml')).map(({ file }: { file: string }) => file)).toEqual([
    'originals/一期.pdf',
    'originals/annex.docx',
  ]);
});

test('what the masthead says is written down; what the contents name and the text has not is told', async () => {
  const { code, out } = await into('2021-03', path('masthead.txt'));
  expect(code).toBe(1);
  expect(parse(written('2021-03', 'issue.yaml'))).toEqual({
    title: '样洲市人民政府公报',
    publisher: '样洲市人民政府',
    note: '报头所印：2021年第1期，总第86期，2021-01-31出版',
  });
  expect(out).toContain('目录所列“样洲市人民政府关于供水的通知”（第3页）在正文中没有找到');
  expect(out).toMatch(/下一步\n.*写明 horizon/);
});

test('tracked changes are read only as a person says', async () => {
  const { code, err } = await into('2021-04', path('revised.docx'));
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(/修订痕迹.*\n {2}拒绝修订：期限为十日\n {2}接受修订：期限为二十日\n$/),
  ]);
  expect(existsSync(join(dir, 'content/issues/2021-04'))).toBe(false);
  expect((await into('2021-04', path('revised.docx'), '--revisions', 'accept')).code).toBe(1);
  expect(written('2021-04', 'gazette.md')).toBe('期限为二十日\n');
});

test.each([
  [['missing.pdf', '--issue', '2021-09'], 'missing.pdf：没有这个文件'],
  [['.', '--issue', '2021-09'], '.：不是文件'],
  [['a.pdf'], '--issue 写明期号'],
  [['a.pdf', '--issue', '../x'], '--issue 写明期号'],
  [['a.pdf', '--issue', '2021-09', '--revisions', 'maybe'], '--revisions 只能是 accept 或 reject'],
  [[], '用法：import'],
])('wrong use: %j', async (args, said) => {
  const { code, err } = await runCommand(run, args);
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});

describe('a register from a spreadsheet', () => {
  const decree =
    '# 样洲市停车办法\n\n（2020年1月5日样洲市人民政府令第12号公布　自2020年3月1日起施行）\n\n第一条　为了规范停车，制定本办法。\n\n第二条　本办法自2020年3月1日起施行。《样洲市停车暂行办法》（样府〔2010〕3号）同时废止。\n';
  const table = toXlsx([
    {
      name: '规章',
      rows: [
        ['规章名称', '文号', '公布日期', '施行日期', '时效性', '废止的文件', '备注'],
        [
          '样洲市停车办法',
          '样洲市人民政府令第12号',
          { day: 43835 },
          { day: 43922 },
          '已废止',
          '《样洲市绿地办法》',
          '',
        ],
        ['样洲市供水办法', '样洲市人民政府令第3号', '2010年1月', '', '现行有效', '', '略'],
      ],
    },
  ]);
  let content = '';
  beforeAll(() => {
    content = folder({
      'content/register.yaml': '# 登记簿\nhorizon: 2021-12-31\n',
      'content/works/tingche/2020-03-01.md': decree,
      '目录.xlsx': table,
      '姓名.csv': '姓名,电话\n张三,1\n',
    });
  });
  afterAll(() => rmSync(content, { recursive: true }));
  const register = (file: string, ...args: string[]) =>
    runCommand(run, ['--register', join(content, file), '--content', join(content, 'content'), ...args]);

  test('adds the works, and says what is odd in the sheet and what the texts say otherwise', async () => {
    const { code, out } = await register('目录.xlsx');
    expect(code).toBe(1);
    expect(out).toContain('register.yaml：新增2件，补充0件');
    expect(out).toContain('规章：规章名称、文号、公布日期、施行日期、时效性、废止的文件；没有读：备注');
    expect(out).toContain('C3 “2010年1月”不是一个完整的日期，没有写入');
    const said = (words: string) =>
      expect(out).toMatch(
        new RegExp(
          `works/tingche/2020-03-01\\.md:\\d+:\\d+ 《样洲市停车办法》：${words}.*登记簿据 目录.xlsx 规章 第2行`,
        ),
      );
    said('登记簿的施行日期是2020年4月1日，文本是2020年3月1日');
    said('登记簿的状态是已废止，据文本2021年12月31日有效');
    said('登记簿写它废止“样洲市绿地办法”，文本里没有读到');
    said('文本废止了《样洲市停车暂行办法》，登记簿没有写');
    expect(out).not.toContain('公布日期是');
    const written = readFileSync(join(content, 'content/register.yaml'), 'utf8');
    expect(written).toMatch(/^# 登记簿\nhorizon: 2021-12-31\nworks:\n/);
    expect(parse(written).works[1]).toEqual({
      id: 'yzsgsbf-boebnw',
      title: '样洲市供水办法',
      documentNumber: '样洲市人民政府令第3号',
      stated: { source: '目录.xlsx 规章 第3行', state: 'in-force' },
    });
  });

  test('again: nothing changes, and the differences are told again', async () => {
    const { code, out } = await register('目录.xlsx', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ rows: 2, added: [], changed: [] });
    expect(JSON.parse(out).against).toHaveLength(4);
  });

  test.each([
    ['姓名.csv', [], '没有找到文件目录'],
    ['无.csv', [], '没有这个文件'],
    ['目录.xlsx', ['--issue', '2021-01'], '单独使用'],
  ])('%s %j: nothing is written', async (file, args, reason) => {
    const before = readFileSync(join(content, 'content/register.yaml'), 'utf8');
    const { code, err } = await register(file, ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(reason)]);
    expect(readFileSync(join(content, 'content/register.yaml'), 'utf8')).toBe(before);
  });
});

test('a program that reads pictures is asked for only where the person says so, and its absence is told', async () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '';
  try {
    const { code, err } = await into('2021-08', join(dir, '一期.pdf'), '--ocr');
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/要装有 Tesseract。.*apt-get install tesseract-ocr/),
    ]);
  } finally {
    process.env['PATH'] = path;
  }
});
