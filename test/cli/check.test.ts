import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { run } from '../../scripts/check.ts';
import { folder, runCommand } from './run.ts';

const issue =
  '目 录\n\n样本市人民政府关于防汛的通知\n\n(样府〔2020〕1 号) 1\n\n样本市人民政府关于防汛的通知\n\n样府〔2020〕1号\n\n各区：\n\n请做好防汛工作。\n\n样本市人民政府\n\n2020年1月2日\n';
const law = '样本条例\n\n第一条　甲。\n\n第二条　乙。\n';
const horizon = 'horizon: 2020-12-31\n';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

async function check(files: Record<string, string | Uint8Array>) {
  const dir = folder(files);
  made.push(dir);
  const { code, out, err } = await runCommand(run, ['--content', dir, '--json']);
  const messages = JSON.parse(out).messages as Record<string, unknown>[];
  return { code, err, messages };
}

test('the content of this repository has one remark, and it is the one of the printed contents', async () => {
  const { code, out } = await runCommand(run, ['--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    messages: [
      {
        file: 'issues/2020-12/gazette.md',
        rule: 'contents-mismatch',
        line: 288,
        column: 3,
        reason: '目录作“社会信用公共平台”，正文作“公共信用信息平台”',
        severity: 'warning',
      },
    ],
  });
});

test('without --json the diagnostics are lines of file, place, rule and reason, and are counted', async () => {
  const { code, out, err } = await runCommand(run, []);
  expect(code).toBe(0);
  expect(out).toBe(
    'issues/2020-12/gazette.md:288:3 contents-mismatch 目录作“社会信用公共平台”，正文作“公共信用信息平台”\n',
  );
  expect(err).toBe('错误0，警告1，提示0\n');
});

describe('folders that are right', () => {
  test('an issue with its horizon', async () => {
    expect(await check({ 'issues/1/gazette.md': issue, 'issues/1/issue.yaml': horizon })).toMatchObject({
      code: 0,
      messages: [],
    });
  });

  test('bare texts with nothing beside them', async () => {
    expect(
      await check({ 'works/yangben/2020-01-01.md': law, 'works/bare.txt': law.replace('样本', '范本') }),
    ).toMatchObject({
      code: 0,
      messages: [],
    });
  });
});

describe('records that are wrong are told with file, line and what to write', () => {
  const broken = (name: string, yaml: string) =>
    check({ 'issues/1/gazette.md': issue, 'issues/1/issue.yaml': horizon, [name]: yaml });

  test.each([
    ['broken YAML', 'issues/1/corrections.yaml', '- line: 1\n from: 目\n', 2, /YAML 写法有误/],
    ['a tab for an indent', 'register.yaml', 'works:\n\t- id: a\n', 2, /YAML 写法有误/],
    [
      'a kind that does not exist',
      'issues/1/corrections.yaml',
      '- line: 1\n  from: 目\n  kind: fix\n  reason: 试\n',
      3,
      /^0\.kind：/,
    ],
    [
      'a correction without a reason',
      'issues/1/corrections.yaml',
      '- line: 1\n  from: 目\n  kind: note\n',
      1,
      /^0\.reason：/,
    ],
    ['an unknown field', 'issues/1/issue.yaml', 'horizon: 2020-12-31\nhorzion: 1\n', 2, /horzion/],
    ['a day that is none', 'issues/1/issue.yaml', '# 本期\nhorizon: 2020年12月\n', 2, /应写作 YYYY-MM-DD/],
    [
      'a day that the calendar does not have',
      'register.yaml',
      'works: []\nhorizon: 2021-02-30\n',
      2,
      /没有这一天/,
    ],
    ['a missing horizon', 'issues/1/issue.yaml', 'publisher: 样本市人民政府\n', 1, /^horizon：/],
    [
      'an id that is no address',
      'register.yaml',
      'works:\n  - id: 条例\n    title: 样本条例\n',
      2,
      /只用小写字母、数字和连字符/,
    ],
  ])('%s', async (_, name, yaml, line, reason) => {
    const { code, messages, err } = await broken(name, yaml);
    expect(code).toBe(1);
    expect(messages).toContainEqual(
      expect.objectContaining({
        file: name,
        rule: 'record',
        line,
        severity: 'error',
        reason: expect.stringMatching(reason),
      }),
    );
    expect(err).toContain(`${name}:${line}:`);
  });

  test('an issue without its record', async () => {
    const { code, messages } = await check({ 'issues/1/gazette.md': issue });
    expect(code).toBe(1);
    expect(messages).toMatchObject([
      { file: 'issues/1/issue.yaml', reason: expect.stringContaining('horizon: 2020-12-31') },
    ]);
  });

  test('a correction that does not fit its line', async () => {
    const yaml = '- line: 1\n  from: 题注\n  kind: note\n  reason: 试\n';
    const { code, messages } = await broken('issues/1/corrections.yaml', yaml);
    expect(code).toBe(1);
    expect(messages).toMatchObject([
      { file: 'issues/1/gazette.md', rule: 'correction', line: 1, severity: 'error' },
    ]);
  });
});

describe('files and folders that cannot be read', () => {
  test('a folder that is not there', async () => {
    const { code, out } = await runCommand(run, ['--content', join('content', 'nowhere'), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out).messages).toMatchObject([
      { rule: 'content', reason: '没有这个文件夹', severity: 'error' },
    ]);
  });

  test('a file instead of a folder', async () => {
    const { code } = await runCommand(run, ['--content', 'package.json']);
    expect(code).toBe(1);
  });

  test('an empty folder', async () => {
    const { code, messages } = await check({});
    expect(code).toBe(1);
    expect(messages).toMatchObject([{ rule: 'content', reason: expect.stringContaining('works/*/*.md') }]);
  });

  test('a binary gazette, an empty one, a folder without one', async () => {
    const { code, messages } = await check({
      'issues/1/gazette.md': new Uint8Array([0, 1, 2, 255]),
      'issues/1/issue.yaml': horizon,
      'issues/2/gazette.md': '',
      'issues/2/issue.yaml': horizon,
      'issues/3/issue.yaml': horizon,
    });
    expect(code).toBe(1);
    const errors = messages.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
      'issues/1/gazette.md 是二进制文件，不是文本',
      'issues/2/gazette.md 文件没有内容',
      'issues/3/gazette.md 没有公报正文',
    ]);
  });
});

test('a truncated issue is read as far as it goes, and the document that is missing is named', async () => {
  const { code, messages } = await check({
    'issues/1/gazette.md': issue.replace(
      '(样府〔2020〕1 号) 1\n',
      '(样府〔2020〕1 号) 1\n\n样本市人民政府关于防火的通知\n\n(样府〔2020〕2 号) 3\n',
    ),
    'issues/1/issue.yaml': horizon,
  });
  expect(code).toBe(1);
  expect(messages).toMatchObject([
    {
      rule: 'contents-entry-without-text',
      line: 7,
      reason: '目录有“样本市人民政府关于防火的通知”，正文没有找到',
      severity: 'error',
    },
  ]);
});

test('wrong use is answered with the usage and code 2', async () => {
  for (const args of [['--contnet', 'x'], ['content'], ['--content']]) {
    const { code, err } = await runCommand(run, args);
    expect(code).toBe(2);
    expect(err).toContain('用法：check');
  }
  expect((await runCommand(run, ['--help'])).code).toBe(0);
});
