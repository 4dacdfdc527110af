import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffLines } from '../../src/domain/versions/diff-lines.ts';
import { compareVersions, diffText } from '../../src/domain/versions/index.ts';
import { instrumentOf } from './helpers.ts';

const law = (...articles: string[]) =>
  instrumentOf(
    `示例条例\n\n${articles.map((text, i) => `第${'一二三四五六七八九十'[i]}条　${text}`).join('\n\n')}\n`,
  );
const rows = (before: string[], after: string[]) =>
  compareVersions(law(...before), law(...after)).map(
    ({ old, new: now, change }) => `${change} ${old ?? '—'} ${now ?? '—'}`,
  );

const a = '各级人民政府应当加强对本行政区域内节约用水工作的领导。';
const b = '用水单位应当建立健全节约用水责任制度和奖惩办法。';
const c = '违反本条例规定的，由水行政主管部门责令限期改正。';
const d = '本条例自公布之日起施行。';

describe('two texts beside each other', () => {
  test('unchanged, amended, inserted, repealed, renumbered', () => {
    expect(rows([a, b, c, d], [a, '新设的一条，规定水价听证与公开。', c.replace('限期', '立即'), d])).toEqual(
      [
        'unchanged 第一条 第一条',
        'amended 第二条 第二条',
        'amended 第三条 第三条',
        'unchanged 第四条 第四条',
      ],
    );
    expect(rows([a, b, c, d], [a, '新设一章一条，水价应当听证并且公开。', b, c, d])).toEqual([
      'unchanged 第一条 第一条',
      'inserted — 第二条',
      'renumbered 第二条 第三条',
      'renumbered 第三条 第四条',
      'renumbered 第四条 第五条',
    ]);
    expect(rows([a, b, c, d], [a, c, d])).toEqual([
      'unchanged 第一条 第一条',
      'repealed 第二条 —',
      'renumbered 第三条 第二条',
      'renumbered 第四条 第三条',
    ]);
  });

  test('an article whose references alone followed the numbers is renumbered, not amended', () => {
    const e = '依照本条例第三条的规定给予处罚的，可以并处没收违法所得。';
    expect(rows([a, b, c, e], [c, a, b, e.replace('第三条', '第一条')].slice(1))).toContain(
      'amended 第四条 第三条'.replace('amended', 'renumbered'),
    );
  });

  test('typography is no change', () => {
    expect(rows([a, b], [a.replace('，', ','), b])).toEqual([
      'unchanged 第一条 第一条',
      'unchanged 第二条 第二条',
    ]);
  });

  test('an article that moved is found, and marked', () => {
    const moved = compareVersions(law(a, b, c, d), law(c, a, b, d));
    expect(moved.find(({ new: now }) => now === '第一条')).toMatchObject({
      old: '第三条',
      change: 'renumbered',
      moved: true,
    });
  });

  test('every article of both sides stands in one row', () => {
    const words = fc.array(fc.constantFrom(a, b, c, d, '甲乙丙丁戊己庚辛。', '子丑寅卯辰巳午未。'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const made = compareVersions(law(...before), law(...after));
        expect(made.flatMap(({ oldId }) => oldId ?? []).sort()).toEqual(
          before.map((_, i) => `art_${i + 1}`).sort(),
        );
        expect(made.flatMap(({ newId }) => newId ?? [])).toEqual(after.map((_, i) => `art_${i + 1}`));
      }),
      { numRuns: 60 },
    );
  });
});

describe('character marks', () => {
  const marks = (before: string, after: string) =>
    diffText(before, after)
      .map(({ op, text }) => (op === 'same' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
      .join('');

  test('what is struck and what is added', () => {
    expect(marks('处五百元罚款', '处五千元以下罚款')).toBe('处五[-百-]{+千+}元{+以下+}罚款');
    expect(marks('放假3天', '放假14天')).toBe('放假[-3-]{+14+}天');
    expect(marks('（五）甲；', '（四）甲；')).toBe('[-（五）-]{+（四）+}甲；');
  });

  test('an empty side', () => {
    expect(diffText('', '甲')).toEqual([{ op: 'insert', text: '甲' }]);
    expect(diffText('甲', '')).toEqual([{ op: 'delete', text: '甲' }]);
    expect(diffText('', '')).toEqual([]);
  });

  test('items are held against the items that kept their words, and a struck item is struck whole', () => {
    const lines = (before: string, after: string) =>
      diffLines(before, after)
        .map(({ op, text }) => (op === 'same' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
        .join('');
    expect(
      lines('下列材料：\n（二）甲；\n（三）乙；\n（四）丙。', '下列材料：\n（二）甲；\n（三）丙。'),
    ).toBe('下列材料：\n（二）甲；\n[-（三）乙；\n（四）-]{+（三）+}丙。');
    expect(lines('（一）［原文未载］\n（二）乙；\n（三）丙。', '（一）乙；\n（二）丙。')).toBe(
      '[-（一）［原文未载］\n（二）-]{+（一）+}乙；\n[-（三）-]{+（二）+}丙。',
    );
    expect(lines('（一）甲三；\n（二）乙。', '（一）甲四；\n（二）乙。')).toBe(
      '（一）甲[-三-]{+四+}；\n（二）乙。',
    );
    expect(lines('甲。', '甲。\n乙。')).toBe('甲。{+\n乙。+}');
  });

  test.each([
    ['texts', diffText],
    ['texts of several lines', diffLines],
  ])('both %s can be read back from the marks', (_, diff) => {
    const text = fc
      .array(fc.constantFrom('甲', '乙', '丙', '，', '。', '12', '\n', '（一）'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = diff(before, after);
        expect(
          segments
            .filter(({ op }) => op !== 'insert')
            .map((s) => s.text)
            .join(''),
        ).toBe(before);
        expect(
          segments
            .filter(({ op }) => op !== 'delete')
            .map((s) => s.text)
            .join(''),
        ).toBe(after);
        for (const [i, segment] of segments.entries()) expect(segment.op).not.toBe(segments[i + 1]?.op);
      }),
    );
  });

  test('two long texts with nothing in common are replaced whole, not searched for ever', () => {
    const [before, after] = ['甲'.repeat(30000), '乙'.repeat(30000)];
    expect(diffText(before, after)).toEqual([
      { op: 'delete', text: before },
      { op: 'insert', text: after },
    ]);
  });
});
