/** Each reader of a line is given lines that no text has: its time grows with their length and not faster. */
import { expect, test } from 'vitest';
import {
  findDocumentNumbers,
  findShortNames,
  findTitles,
  kindOf,
  numberLine,
} from '../../src/domain/names/index.ts';
import { findCuts } from '../../src/domain/structure/body/cuts.ts';
import { orderHead } from '../../src/domain/structure/lines/candidates.ts';
import { linesOf, questions } from '../../src/domain/structure/lines/line.ts';
import * as meta from '../../src/domain/structure/lines/metadata.ts';
import { findDays } from '../../src/domain/text/index.ts';
import { unreadHead } from '../../src/domain/views/person-head.ts';
import { line } from './line.ts';

const readers: Record<string, (text: string) => unknown> = {
  findDocumentNumbers,
  findShortNames,
  findTitles,
  kindOf,
  findDays,
  ...Object.fromEntries(Object.entries(questions).map(([name, ask]) => [name, (text) => ask(line(text))])),
  signatoryAboveDay: meta.signatoryAboveDay,
  endsTitle: meta.endsTitle,
  issuerOf: meta.issuerOf,
  numberLine: (text) => numberLine(text, 'document', 'order', 'announcement', 'circular', 'registry'),
  orderHead: (text) => orderHead(linesOf([line(text), line(text)]), 0),
  findCuts: (text) => findCuts(text, '1', true),
  unreadHead: (text) => unreadHead(text, true),
};

const fillings = [
  ...[
    '（',
    '）',
    '《甲',
    '〔2020',
    '“',
    '甲：',
    '甲，',
    '一',
    '7',
    '甲 ',
    '　',
    '\t',
    '—',
    '…',
    '、',
    '首页>',
    '第',
    '附件1 ',
  ],
  ...[
    '第一条',
    '（一）',
    '1.',
    '甲〔2020〕1号',
    '甲市人民政府令第1号',
    '2020年1月',
    '主办：',
    '市长 ',
    '关于印发',
    '负责',
    '索引号：',
  ],
];
const longest = 100_000;

/** CPU time of a reader over all lines of a length, in ms; the least of two. */
function cost(read: (text: string) => unknown, lines: readonly string[]): number {
  const times = [0, 1].map(() => {
    const before = process.cpuUsage();
    for (const text of lines) read(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const hostile = (length: number): string[] =>
  fillings.map((filling) => filling.repeat(Math.ceil(length / filling.length)).slice(0, length));
const [short, long] = [hostile(longest / 4), hostile(longest)];
/** Below this the ratio says nothing. */
const unmeasured = 80;

test.each(Object.entries(readers))('%s takes time in line with the length', (_, read) => {
  const once = cost(read, short);
  const fourfold = cost(read, long);
  // Linear is 4, quadratic 16.
  expect(fourfold < unmeasured || fourfold / Math.max(once, 1) < 9, `${once} ms, then ${fourfold} ms`).toBe(
    true,
  );
});
