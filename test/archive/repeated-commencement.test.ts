/** A computed text repeats the clauses of the text before it; what they say of days is told once, by that text. */
import { expect, test } from 'vitest';
import { type Archive, buildArchive } from '../../src/domain/archive.ts';

const rules = `甲市灯会管理办法

第一条 灯会应当备案。

第二条 灯笼应当登记。

第三条 灯谜应当健康。

第四条 本办法自2020年1月1日起施行，第三条自2020年7月1日起施行。
`;

const decision = `甲市人民政府关于修改《甲市灯会管理办法》的决定

甲市人民政府决定对《甲市灯会管理办法》作如下修改：

删去第二条。

本决定自2021年1月1日起施行。
`;

function archiveOf(texts: [string, string, string][]): Archive {
  const works = texts.map(([name, date, text]) => ({
    name,
    date,
    path: `works/${name}/${date}.md`,
    text,
    corrections: [],
  }));
  return buildArchive({ issues: [], works, register: { works: [], organs: [], horizon: '2022-01-01' } });
}

test('a clause that a decision only renumbered tells no second commencement', () => {
  const archive = archiveOf([
    ['denghui', '2019-12-01', rules],
    ['xiugai', '2020-12-01', decision],
  ]);
  const work = archive.works.find(({ id }) => id === 'denghui')!;
  expect(work.versions).toHaveLength(2);
  const begun = archive.events.get('denghui')!.filter(({ kind, scope }) => kind === 'commenced' && scope);
  expect(begun.map(({ scope, date }) => [scope, date])).toEqual([['第三条', '2020-07-01']]);
});
