import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../scripts/amend.ts';
import { run as runCompare } from '../../scripts/compare.ts';
import { folder, runCommand } from './run.ts';

const old =
  '示例条例\n\n第一条　为了管理，制定本条例。\n\n第二条　有下列情形之一的：\n\n（一）甲；\n\n（二）乙。\n\n第三条　依照第二条办理。\n';
const decision =
  '关于修改《示例条例》的决定\n\n决定对《示例条例》作如下修改：\n\n一、增加一条，作为第二条：“新二。”\n\n二、将第二条第二项修改为：“（二）新乙。”\n\n条文顺序作相应调整。\n';
const now =
  '示例条例\n\n第一条　为了管理，制定本条例。\n\n第二条　新二。\n\n第三条　有下列情形之一的：\n\n（一）甲；\n\n（二）新乙。\n\n第四条　依照第三条办理。\n';
const dir = folder({
  'old.md': old,
  'decision.md': decision,
  'new.md': now,
  'wrong.md': `${decision}\n三、删去第九条。\n`,
  'odd.md': now.replace('新二', '别的'),
  'lost.md': decision.replace('修改为：“（二）新乙。”', '的“丁”修改为“丙”。'),
});
afterAll(() => rmSync(dir, { recursive: true }));
const file = (name: string): string => join(dir, name);
const amend = (...args: string[]) => runCommand(run, args);

describe('amend', () => {
  test('prints the consolidated text', async () => {
    const { code, out } = await amend(file('old.md'), file('decision.md'));
    expect(code).toBe(0);
    expect(out).toBe(
      '示例条例\n第一条 为了管理，制定本条例。\n第二条 新二。\n第三条 有下列情形之一的：\n（一）甲；\n（二）新乙。\n第四条 依照第三条办理。\n',
    );
  });

  test('--json gives every operation with its fate and place, the text and the messages', async () => {
    const { code, out } = await amend(file('old.md'), file('decision.md'), '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual(expect.arrayContaining(['operations', 'text', 'messages']));
    expect(report.operations).toMatchObject([
      {
        op: 'insert',
        clause: '一',
        target: '全文',
        fate: 'applied',
        reason: null,
        place: { line: 5, column: 3 },
      },
      {
        op: 'substitute',
        clause: '二',
        target: '第二条第二项',
        fate: 'applied',
        place: { line: 7, column: 3 },
      },
      { op: 'general', clause: '', fate: 'applied' },
    ]);
    expect(report.messages.map(({ rule }: { rule: string }) => rule)).toEqual(['reference-updated']);
    expect(report.text).toContain('第四条 依照第三条办理。');
  });

  test('of a difference that a clause was to make and could not, the report does not say that nothing amends it', async () => {
    const { err } = await amend(file('old.md'), file('lost.md'), '--expect', file('new.md'));
    expect(err).toContain('没有“丁”');
    expect(err).toContain('已应用的修改没有改动这里的文字');
    expect(err).toContain('没有全部应用');
  });

  test('--expect compares with the printed text, and a difference is status 1', async () => {
    const good = await amend(file('old.md'), file('decision.md'), '--expect', file('new.md'), '--json');
    expect(good.code).toBe(0);
    expect(JSON.parse(good.out).comparison.map((row: { class: string }) => row.class)).toEqual([
      'same',
      'same',
      'same',
      'same',
    ]);
    const bad = await amend(file('old.md'), file('decision.md'), '--expect', file('odd.md'), '--json');
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out).comparison[1]).toEqual({
      old: '第二条',
      new: '第二条',
      class: 'contradiction',
      oldText: '新二。',
      newText: '别的。',
    });
  });

  test('an operation that cannot be applied: the rest is done, the reason goes to standard error, status 1', async () => {
    const { code, out, err } = await amend(file('old.md'), file('wrong.md'));
    expect(code).toBe(1);
    expect(out).toContain('第二条 新二。');
    expect(err).toMatch(/wrong\.md:\d+:\d+ operation-not-applied .*没有第九条/);
    expect(err).toContain('1项修改未能应用');
  });

  test('reads standard input', async () => {
    const { code, out } = await runCommand(run, ['-', file('decision.md')], old);
    expect(code).toBe(0);
    expect(out).toContain('第二条 新二。');
  });

  test('wrong use is status 2, a missing file status 1', async () => {
    expect((await amend(file('old.md'))).code).toBe(2);
    expect((await amend(file('old.md'), file('decision.md'), '--nonsense')).code).toBe(2);
    const { code, err } = await amend(file('old.md'), file('absent.md'));
    expect(code).toBe(1);
    expect(err).toContain('没有这个文件');
  });

  test('nothing is computed from, or held against, a file that cannot be read', async () => {
    const missing = await amend(file('old.md'), file('decision.md'), '--expect', file('absent.md'));
    expect([missing.code, missing.out]).toEqual([1, '']);
    expect(missing.err).not.toContain('expect-');
    const { code, out, err } = await runCommand(runCompare, [file('absent.md'), file('new.md')]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('没有这个文件');
  });
});

describe('compare', () => {
  test('--json gives a row for each article', async () => {
    const { code, out } = await runCommand(runCompare, [file('old.md'), file('new.md'), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).rows).toMatchObject([
      { old: '第一条', new: '第一条', change: 'unchanged' },
      { old: null, new: '第二条', change: 'inserted', oldText: '' },
      { old: '第二条', new: '第三条', change: 'amended' },
      {
        old: '第三条',
        new: '第四条',
        change: 'renumbered',
        oldText: '依照第二条办理。',
        newText: '依照第三条办理。',
      },
    ]);
  });

  test('for people: the changes marked, the unchanged counted', async () => {
    const { out } = await runCommand(runCompare, [file('old.md'), file('new.md')]);
    expect(out).toContain('修改  第二条 → 第三条');
    expect(out).toContain('（二）〔＋新＋〕乙。');
    expect(out.trimEnd().split('\n').at(-1)).toBe('未变1，新增1，修改1，改号1');
  });

  test('wrong use is status 2', async () => {
    expect((await runCommand(runCompare, [file('old.md')])).code).toBe(2);
  });
});
