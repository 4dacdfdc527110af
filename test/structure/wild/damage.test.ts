/** Whatever happens to a text, reading it loses nothing and never fails. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedText, restoreSource } from '../../../src/domain/text/index.ts';
import { read } from '../read.ts';
import { positionFaults } from '../slices.ts';
import { doubleIds, lost } from './faults.ts';

const folder = new URL('./samples/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => !name.endsWith('.outline'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'));

/** Lines that stand where they should not. */
const strays = [
  ...[
    '目录',
    '附件',
    '附件1：甲表',
    '附：',
    '附',
    '— 3 —',
    '第三条规定的',
    '第十条 甲乙丙。',
    '（一）甲；',
    '一、甲',
  ],
  ...[
    '1.甲',
    '①甲',
    'a)甲；',
    '1.1 甲',
    '第二章 职责',
    '第一节',
    '附则',
    '“第四条 甲。',
    '样本市人民政府',
    '2020年1月1日',
  ],
  ...[
    '市长 张三',
    '市长',
    '公开方式：主动公开',
    '（此件公开发布）',
    '抄送：甲。',
    '甲\t乙\t丙',
    '| 甲 | 乙 |',
    '图1 甲图',
  ],
  ...[
    '《样本办法》',
    '样本管理办法',
    '样本局关于甲的通知',
    '样府〔2020〕3号',
    '（2020年1月1日样本会通过）',
    '备注',
  ],
  ...[
    '发布日期：2020-01-01',
    '首页 > 政策 > 规章',
    '各县（市、区）人民政府：',
    '第一条 为了甲，制定本办法。',
    '# 样本条例',
  ],
  ...[
    '丙：',
    '，丁',
    '”',
    '样本令第1号',
    '样部规2020—50',
    '目 录 第一章 总则 第二章 附则',
    '第一章 总则 第一条 甲。第二条 乙。',
  ],
  ...[
    '（一）甲；（二）乙；（三）丙。',
    '\ufeff',
    '&nbsp;&nbsp;第七条 甲',
    '<p>第八条 甲</p>',
    '---',
    '> 引用',
    '第 八 条 甲',
    '"甲"',
  ],
];

type Damage = (lines: string[]) => string[];
const place = fc.nat({ max: 10_000 });
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...strays)).map(
    ([at, stray]): Damage =>
      (lines) =>
        lines.toSpliced(at % lines.length, 0, stray),
  ),
  place.map(
    (at): Damage =>
      (lines) =>
        lines.toSpliced(at % lines.length, 1),
  ),
  place.map(
    (at): Damage =>
      (lines) =>
        lines.toSpliced(at % lines.length, 0, lines[at % lines.length]!),
  ),
  place.map(
    (at): Damage =>
      (lines) =>
        lines.slice(at % lines.length),
  ),
  place.map(
    (at): Damage =>
      (lines) =>
        lines.slice(0, (at % lines.length) + 1),
  ),
  fc.tuple(place, place).map(
    ([a, b]): Damage =>
      (lines) => {
        const line = lines[a % lines.length]!;
        return lines.with(a % lines.length, lines[b % lines.length]!).with(b % lines.length, line);
      },
  ),
  place.map(
    (at): Damage =>
      (lines) => {
        const i = at % lines.length;
        return lines.toSpliced(i, 2, lines.slice(i, i + 2).join(''));
      },
  ),
  fc.integer({ min: 8, max: 40 }).map(
    (width): Damage =>
      (lines) =>
        lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? ['']),
  ),
  fc.constant<Damage>((lines) => lines.filter((line) => line.trim() !== '')),
  fc.constant<Damage>((lines) => lines.map((line) => line.replace(/^(\s*第\S{1,6}[条章节])\s+/, '$1'))),
);

test('damaged texts are read whole', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.array(damage, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('\n', '\r\n'),
      (lines, damages, lineBreak) => {
        const source = damages
          .reduce((left, apply) => (left.length > 0 ? apply(left) : left), lines)
          .join(lineBreak);
        const { text, instruments } = read(source);
        expect(restoreSource(publishedText(text), text.repairs)).toBe(source);
        expect(lost(text, instruments)).toBe('');
        for (const instrument of instruments) {
          expect(doubleIds(instrument)).toEqual([]);
          expect(positionFaults(instrument, source, text.repairs)).toEqual([]);
        }
      },
    ),
    { numRuns: 600 },
  );
});
