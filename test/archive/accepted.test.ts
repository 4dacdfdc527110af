import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/domain/archive.ts';
import type { Correction } from '../../src/domain/text/index.ts';
import { holdingsOf } from '../../src/site/holdings.ts';
import { noticesOf } from '../../src/site/views/days.ts';

const rule = '灯会办法\n\n第一条　灯会应当登记。\n\n第二条　灯会应当备案。\n\n第三条　灯会免费。\n';
const decision = [
  '关于修改《灯会办法》的决定',
  '决定对《灯会办法》作如下修改：',
  '一、将第一条中的“登记”修改为“申报”。',
  '二、删去第九条。',
  '三、第二条第一款后增加“备案不收费。”',
  '本决定自公布之日起施行。',
].join('\n\n');

const accept = (line: number, from: string): Correction => ({
  line,
  from,
  kind: 'accept',
  reason: '已与档案馆所藏原件核对',
});

function read(corrections: Correction[]) {
  const archive = buildArchive({
    issues: [],
    works: [
      { name: 'rule', path: 'works/rule.md', text: rule, corrections: [], date: '2019-01-01' },
      { name: 'decision', path: 'works/decision.md', text: decision, corrections, date: '2020-05-01' },
    ],
    register: { works: [], organs: [] },
  });
  const work = archive.works.find(({ title }) => title === '灯会办法')!;
  const version = work.versions.find(({ origin }) => origin === 'applied')!;
  const about = archive.messages
    .filter(({ rule: name }) => /^(?:operation-|accept-|correction)/.test(name))
    .map(({ rule: name, line, severity }) => `${name} ${line} ${severity}`);
  return { archive, work, version, about };
}

describe('a doubt of a decision', () => {
  test('is told as an error, and the text that it makes is not whole', () => {
    const { version, about } = read([]);
    expect(version.doubts?.map(({ kind, clause }) => [kind, clause])).toEqual([
      ['instruction', '二'],
      ['assumption', '三'],
    ]);
    expect(version.accepted).toBeUndefined();
    expect(about).toEqual(['operation-not-applied 7 error', 'operation-doubtful 9 error']);
  });

  test('that an editor accepts with a reason is no doubt of the text any more, and readers see the reason', () => {
    const { archive, work, version, about } = read([accept(7, '删去第九条'), accept(9, '第二条第一款后')]);
    expect(version.doubts).toBeUndefined();
    expect(version.accepted?.map(({ clause, because }) => [clause, because])).toEqual([
      ['二', '已与档案馆所藏原件核对'],
      ['三', '已与档案馆所藏原件核对'],
    ]);
    expect(about).toEqual(['operation-not-applied 7 info', 'operation-doubtful 9 info']);
    const notice = noticesOf(holdingsOf(archive), work, version).find(({ runs }) =>
      runs.some(({ text }) => text.includes('已由编辑核对确认')),
    );
    expect(notice?.details).toHaveLength(2);
    expect(notice?.details[0]).toContain('编辑确认：已与档案馆所藏原件核对');
  });

  test('that a record names and nobody knows is an error at the place of the record', () => {
    const { version, about } = read([accept(5, '第一条中的')]);
    expect(version.doubts).toHaveLength(2);
    expect(about).toContain('accept-unknown 5 error');
    expect(
      read([accept(5, '第四条中的')]).archive.messages.map(({ line, severity }) => `${line} ${severity}`),
    ).toContain('5 error');
  });
});
