import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialize, serializeProvisions } from '../../src/domain/structure/index.ts';
import { noisyText } from '../text/noise.ts';
import { decisionTree, lawTree, planTree } from './generated.ts';
import { read, readIssue } from './read.ts';
import { positionFaults } from './slices.ts';
import { instrumentShape, shape } from './trees.ts';
import { lost } from './wild/faults.ts';

const kinds = [
  ['样本管理条例', lawTree],
  ['样本市人民政府关于促进发展的意见', planTree],
  ['样本省人民代表大会常务委员会关于修改《样本条例》的决定', decisionTree],
] as const;

test.each(kinds)('%s: a tree written out and read again is the same tree', (title, trees) => {
  fc.assert(
    fc.property(trees, (tree) => {
      const { first, messages } = read([title, ...serializeProvisions(tree), ''].join('\n'));
      expect(shape(first.provisions)).toEqual(shape(tree));
      expect(messages).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

/** How editions lay the same text out. */
const layouts: ((lines: string[]) => string)[] = [
  (lines) => lines.join('\n'),
  (lines) => lines.join('\n\n'),
  (lines) => lines.map((line) => `　　${line}`).join('\r\n'),
  (lines) => `\ufeff${lines.join('\r\n\r\n')}\r\n`,
  (lines) => lines.map((line) => line.replace(/^(第[^ ]+条(?:之.)?) /, '**$1** ')).join('\n\n'),
  (lines) => lines.map((line) => line.replace(/^(第[^ ]+[章节]) /, '## $1　')).join('\n\n'),
  (lines) => lines.map((line) => (/^（[一二三四]）/.test(line) ? `- ${line}` : line)).join('\n'),
  (lines) => lines.map((line) => line.replace(/，/g, ',').replace(/；$/, ';')).join('\n'),
];

test('the layout of an edition does not change the tree of a law', () => {
  fc.assert(
    fc.property(lawTree, fc.constantFrom(...layouts), (tree, layout) => {
      const { first } = read(layout(['样本管理条例', ...serializeProvisions(tree)]));
      expect(shape(first.provisions)).toEqual(shape(tree));
    }),
    { numRuns: 80 },
  );
});

test('canonical text is a fixed point: read, written and read again it stays what it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(lawTree, planTree),
      fc.constantFrom(...layouts),
      fc.boolean(),
      (tree, layout, framed) => {
        const lines = framed
          ? [
              '样本市人民政府关于印发样本的通知',
              '样府〔2020〕3号',
              '各区人民政府：',
              ...serializeProvisions(tree),
              '样本市人民政府',
              '2020年3月1日',
              '公开方式：主动公开',
            ]
          : ['样本办法', ...serializeProvisions(tree)];
        const { instruments } = read(layout(lines));
        for (const instrument of instruments) {
          const canonical = serialize(instrument);
          const again = read(canonical).first;
          expect(serialize(again)).toBe(canonical);
          expect(instrumentShape(again)).toEqual(instrumentShape(instrument));
        }
      },
    ),
    { numRuns: 80 },
  );
});

test('every article is found with its number in its parent, and every gap is reported with its place', () => {
  fc.assert(
    fc.property(lawTree, fc.nat(), (tree, pick) => {
      const lines = serializeProvisions(tree);
      const heads = lines.flatMap((line, i) => (/^第[^之章节]+条 /.test(line) ? [i] : []));
      if (heads.length < 3) return;
      const gone = heads[1 + (pick % (heads.length - 2))]!;
      const number = /^第(.+?)条/.exec(lines[gone]!)![0];
      const left = ['样本管理条例', ...lines.filter((line) => !line.startsWith(number))];
      const { messages } = read(left.join('\n'));
      expect(messages.map(({ rule }) => rule)).toContain('article-gap');
    }),
    { numRuns: 100 },
  );
});

test('whatever the text, reading gives a tree whose places are right and loses nothing', () => {
  fc.assert(
    fc.property(noisyText, (source) => {
      const { instruments, text } = read(source, '无题');
      expect(instruments.length).toBeGreaterThan(0);
      for (const instrument of instruments)
        expect(positionFaults(instrument, source, text.repairs)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('whatever the text, reading it as an issue gives every content line one role', () => {
  fc.assert(
    fc.property(noisyText, (source) => {
      const { issue, text } = readIssue(source);
      const lines = new Set(text.lines.map(({ line }) => line));
      const roles = issue.roles.map(({ line }) => line);
      expect(new Set(roles).size).toBe(roles.length);
      for (const line of lines) expect(roles).toContain(line);
    }),
    { numRuns: 100 },
  );
});

test('annexes of a notice and of what it encloses are printed in the order in which they stand', () => {
  const { text, instruments } = read(
    [
      '样例市政府办公室关于印发样例规划的通知',
      '各区政府：',
      '《样例规划》已经市政府同意，现印发给你们。',
      '附件：1.主要指标',
      '样例市政府办公室',
      '2021年12月1日',
      '样例规划',
      '为了做好工作，制定本规划。',
      '一、现状',
      '附件1',
      '主要指标',
      '附件1：甲表',
      '甲为十。',
    ].join('\n\n'),
  );
  expect(instruments.map(({ annexes }) => annexes.map(({ title }) => title))).toEqual([
    ['主要指标'],
    ['甲表'],
  ]);
  expect(lost(text, instruments)).toBe('');
});
