/** The records of what was changed in a source, in words for readers. */
import { describe, expect, test } from 'vitest';
import { sourceRepairs } from '../../src/site/views/repairs.ts';
import { sourceParts } from '../../src/site/views/source-lines.ts';
import { versionView } from '../../src/site/views/version.ts';
import { heldContent, textOf, workOf } from './held.ts';

const held = heldContent();

describe('the records of a source', () => {
  const [path, source] = Array.from(held.sources).find(([, { repairs }]) => repairs.some(({ id }) => id))!;
  const view = sourceRepairs(held, path);

  test('are called by the issue, not by the file', () => {
    expect(view.name).toContain('公报');
    expect(JSON.stringify({ ...view, href: '' })).not.toContain(path);
  });

  test('give the reason of the editors; their number is an anchor and nothing else', () => {
    const remark = source.repairs.find(({ id }) => id)!;
    const row = view.edited.find(({ anchor }) => anchor === remark.id)!;
    expect(row.reason).toBe(remark.reason);
    const words = view.edited.map(({ anchor: _anchor, place: _place, ...printed }) => printed);
    expect(JSON.stringify(words)).not.toContain(remark.id);
  });

  test('name what a general rule changed by its reason', () => {
    expect(view.rules.length).toBeGreaterThan(0);
    for (const { reason } of view.rules) expect(reason).toMatch(/\p{Script=Han}/u);
  });
});

test('a text leads to its first line in the source by words, without the name of the file', () => {
  const version = textOf(held, '湛江市生态环境局关于湛江市公众举报环境违法行为奖励办法（试行）');
  const { source } = versionView(held, workOf(held, version.instrument.title), version);
  const { start, end } = version.instrument.position;
  expect(source.lines.text).toBe(`源文件第${start.line}–${end.line}行`);
  const [part, line] = /\/(\d+)\/#L(\d+)$/.exec(source.lines.href!)!.slice(1).map(Number);
  expect(line).toBe(start.line);
  const lines = sourceParts(held.sources.get(version.source.path)!).find((each) => each.part === part)!;
  expect(lines.first).toBeLessThanOrEqual(line!);
  expect(line).toBeLessThan(lines.first + lines.lines.length);
});
