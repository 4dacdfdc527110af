import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../scripts/parse.ts';
import { folder, runCommand } from './run.ts';

const law =
  '样本管理条例\n\n第一条　为了管理，制定本条例。\n\n第二条　有下列情形之一的：\n\n（一）甲；\n\n（二）乙。\n';
const gazette = 'content/issues/2020-12/gazette.md';
const dir = folder({
  'law.md': law,
  'gap.md': '样本条例\n\n第一条　甲。\n\n第三条　丙。\n',
  'empty.md': '',
  'binary.md': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 8, 0xff, 0xfe]),
  'gbk.md': new Uint8Array([0xd1, 0xf9, 0xb1, 0xbe, 0xcc, 0xf5, 0xc0, 0xfd]),
  'script.md': '样本条例\n\n第一条　<script>alert(1)</script><img src=x onerror=alert(1)>甲。\n',
});
afterAll(() => rmSync(dir, { recursive: true }));
const file = (name: string): string => join(dir, name);
const parse = (...args: string[]) => runCommand(run, args);

describe('--json', () => {
  test('has the shape that scripts rely on', async () => {
    const { code, out, err } = await parse('--json', file('law.md'));
    expect([code, err]).toEqual([0, '']);
    expect(out.endsWith('\n')).toBe(true);
    expect(out.trimEnd()).not.toContain('\n');
    const { instruments, messages } = JSON.parse(out);
    expect(messages).toEqual([]);
    expect(instruments).toHaveLength(1);
    expect(instruments[0]).toMatchObject({ kind: 'regulation', title: '样本管理条例' });
    expect(instruments[0].id).toMatch(/^[a-z0-9-]+$/);
    const [first, second] = instruments[0].provisions;
    expect(first).toEqual({
      type: 'article',
      number: '1',
      label: '第一条',
      eId: 'art_1',
      text: '',
      position: { start: { line: 3, column: 1, offset: 8 }, end: { line: 3, column: 16, offset: 23 } },
      children: [
        {
          type: 'paragraph',
          number: '1',
          label: '',
          eId: 'art_1__para_1',
          text: '为了管理，制定本条例。',
          position: { start: { line: 3, column: 5, offset: 12 }, end: { line: 3, column: 16, offset: 23 } },
          children: [],
        },
      ],
    });
    const items = second.children[0].children;
    expect(
      items.map((item: Record<string, unknown>) => [
        item['type'],
        item['number'],
        item['label'],
        item['eId'],
        item['text'],
      ]),
    ).toEqual([
      ['item', '1', '（一）', 'art_2__para_1__item_1', '甲；'],
      ['item', '2', '（二）', 'art_2__para_1__item_2', '乙。'],
    ]);
  });

  test('tells every irregularity with rule, line, column, reason and severity', async () => {
    const { code, out, err } = await parse('--json', file('gap.md'));
    expect(code).toBe(0);
    const [message] = JSON.parse(out).messages;
    expect(message).toMatchObject({ rule: 'article-gap', line: 5, column: 1, severity: 'warning' });
    expect(err).toBe(`${file('gap.md')}:5:1 article-gap ${message.reason}\n`);
  });

  test('several files are one object a line, each with its file, in the order asked', async () => {
    const names = ['gap.md', 'law.md', 'missing.md', 'law.md'].map(file);
    const { code, out, err } = await parse('--json', ...names);
    const objects = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(objects.map((object) => object.file)).toEqual(names);
    expect(objects.map((object) => object.instruments.length)).toEqual([1, 1, 0, 1]);
    expect(code).toBe(1);
    expect(err).toContain(`${names[2]}:1:1 file 没有这个文件\n`);
  });

  test('an issue has its contents and the role of each line beside its texts', async () => {
    const { code, out } = await parse('--json', gazette);
    expect(code).toBe(0);
    const { instruments, entries, roles } = JSON.parse(out);
    expect(instruments).toHaveLength(9);
    expect(entries).toHaveLength(5);
    expect(roles).toHaveLength(601);
  });

  test('--as overrules what the file looks like', async () => {
    const whole = JSON.parse((await parse('--json', '--as', 'instrument', gazette)).out);
    expect(whole.entries).toBeUndefined();
    const issue = JSON.parse((await parse('--json', '--as', 'issue', file('law.md'))).out);
    expect(issue.entries).toEqual([]);
    expect(issue.messages.map((message: { rule: string }) => message.rule)).toContain('contents-missing');
  });
});

describe('--format', () => {
  test('text prints one line for each provision’s own text with its label, and is a fixed point', async () => {
    const { out } = await parse('--format', 'text', file('law.md'));
    expect(out).toBe(
      '样本管理条例\n第一条 为了管理，制定本条例。\n第二条 有下列情形之一的：\n（一）甲；\n（二）乙。\n',
    );
    expect((await runCommand(run, ['--format', 'text', '-'], out)).out).toBe(out);
  });

  test('text of an issue holds every text and prints the same again', async () => {
    const { out } = await parse('--format', 'text', gazette);
    expect(out).toContain(
      '\n第六条 申请从事网约车经营的，应当向市交通运输主管部门提出申请，并提交下列材料：\n（一）网约车经营申请表；\n',
    );
    expect(out).not.toMatch(/\*\*|^- /m);
    expect((await runCommand(run, ['--format', 'text', '-'], out)).out).toBe(out);
  });

  test('outline, the default, is a table of contents for people', async () => {
    const { out } = await parse(file('law.md'));
    expect(out.split('\n').slice(0, 2)).toEqual(['样本管理条例  [regulation]', '  第一条 ']);
    expect((await parse('--format', 'outline', file('law.md'))).out).toBe(out);
  });
});

test('- is standard input', async () => {
  const { code, out } = await runCommand(run, ['--json', '-'], law);
  expect(code).toBe(0);
  expect(JSON.parse(out).instruments[0].provisions).toHaveLength(2);
  const empty = await runCommand(run, ['-'], '');
  expect(empty.code).toBe(1);
  expect(empty.err).toContain('<stdin>:1:1 empty 文件没有内容\n');
});

describe('bad input is named with its place, and the exit code says so', () => {
  test.each([
    ['missing.md', '没有这个文件'],
    ['.', '是文件夹，不是文件'],
    ['binary.md', '是二进制文件，不是文本'],
  ])('%s: %s', async (name, reason) => {
    const { code, out, err } = await parse('--json', file(name));
    expect(code).toBe(1);
    expect(err).toBe(`${file(name)}:1:1 file ${reason}\n`);
    expect(JSON.parse(out)).toMatchObject({
      instruments: [],
      messages: [{ rule: 'file', severity: 'error', reason }],
    });
  });

  test('a file in GB18030 is read, and the encoding is said', async () => {
    const { code, err, out } = await parse('--json', file('gbk.md'));
    expect([code, err]).toEqual([0, `${file('gbk.md')}:1:1 encoding 文件是 GB18030 编码，按此读取\n`]);
    expect(JSON.parse(out).instruments[0].title).toBe('样本条例');
  });

  test('an empty file', async () => {
    const { code, out } = await parse('--json', file('empty.md'));
    expect(code).toBe(1);
    expect(JSON.parse(out).messages).toMatchObject([{ rule: 'empty', severity: 'error', line: 1 }]);
  });

  test('markup and script are text', async () => {
    const { code, out } = await parse('--json', file('script.md'));
    expect(code).toBe(0);
    expect(JSON.parse(out).instruments[0].provisions[0].children[0].text).toBe(
      '<script>alert(1)</script><img src=x onerror=alert(1)>甲。',
    );
  });

  test('ten megabytes are read like ten lines', async () => {
    const words = '县级以上人民政府应当加强领导，依照本法第二条第一款的规定处罚，处5000元罚款。'.repeat(8);
    const article = (i: number): string => `第${i}条 ${words}\n\n`;
    const count = Math.ceil((10 * 1024 * 1024) / new TextEncoder().encode(article(10_000)).length);
    const source = `样本条例\n\n${Array.from({ length: count }, (_, i) => article(i + 1)).join('')}`;
    expect(new TextEncoder().encode(source).length).toBeGreaterThan(10_000_000);
    const { code, out } = await runCommand(run, ['--json', '-'], source);
    expect(code).toBe(0);
    const { instruments, messages } = JSON.parse(out);
    expect(instruments[0].provisions).toHaveLength(count);
    expect(instruments[0].provisions.at(-1).number).toBe(String(count));
    expect(messages).toEqual([]);
  }, 300_000);
});

describe('wrong use', () => {
  test.each([
    ['no file', []],
    ['an unknown format', ['--format', 'xml', 'a.md']],
    ['an unknown kind', ['--as', 'law', 'a.md']],
    ['an unknown option', ['--jsno', 'a.md']],
  ])('%s is answered with the usage and code 2', async (_, args) => {
    const { code, out, err } = await parse(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('用法：parse FILE…');
  });

  test('--help is an answer, not an error', async () => {
    const { code, out, err } = await parse('--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('用法：parse FILE…');
  });
});

describe('the program itself', () => {
  const gongbao = (args: string[], input = '') =>
    spawnSync(process.execPath, ['scripts/gongbao.ts', ...args], { input, encoding: 'utf8' });

  test('reads standard input, prints to standard output and exits with the code of the command', () => {
    const done = gongbao(['parse', '--format', 'text', '-'], law);
    expect(done.stdout).toContain('第二条 有下列情形之一的：\n');
    expect(done.status).toBe(0);
    expect(gongbao(['parse', file('missing.md')]).status).toBe(1);
    expect(gongbao(['parse']).status).toBe(2);
  });

  test('names its commands, and refuses one that it does not have', () => {
    const help = gongbao(['--help']);
    expect(help.status).toBe(0);
    for (const name of ['parse', 'check', 'build', 'serve']) expect(help.stdout).toContain(`  ${name} `);
    const wrong = gongbao(['prase']);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('没有这个命令：prase');
    expect(gongbao([]).status).toBe(2);
  });
});
