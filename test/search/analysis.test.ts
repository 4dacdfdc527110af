import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traditionalModule } from '../../scripts/derive-traditional.ts';
import { normalise, normaliseMapped, skeleton } from '../../src/domain/search/analysis.ts';
import { simplified, traditional } from '../../src/domain/text/traditional.ts';

describe('normalise', () => {
  test.each([
    ['湛府〔2020〕68 号', '湛府(2020)68号'],
    ['湛府［2020］68号', '湛府(2020)68号'],
    ['湛府【2020】 68号', '湛府(2020)68号'],
    ['（一） 提前 30 日', '(一)提前30日'],
    ['ＩＰｖ６　５Ｇ', 'ipv6 5g'],
    ['IPv6  5G', 'ipv6 5g'],
    ['網約車經營許可證', '网约车经营许可证'],
    ['“数字政府”', '"数字政府"'],
    ['「數字政府」', '"数字政府"'],
    ['湛部规 2020—50', '湛部规2020-50'],
    ['〈规定〉', '《规定》'],
    ['二○二○年', '二〇二〇年'],
    ['①⼈㈠', '1人(一)'],
    ['湛\u200b江\ufeff市\u00ad', '湛江市'],
    ['第\n十\t条', '第十条'],
    ['', ''],
    [' \u3000\n', ''],
  ])('%s → %s', (printed, expected) => {
    expect(normalise(printed)).toBe(expected);
  });

  test('is settled after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
    );
  });

  test('with places it gives the same text, and every unit comes from its own place', () => {
    const mixed = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '湛',
          '府',
          '〔',
          '２',
          '０',
          ' ',
          '\u3000',
          'é',
          'e\u0301',
          '😀',
          '\ud800',
          'ﬁ',
          '…',
          '\u200b',
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 40,
    });
    fc.assert(
      fc.property(mixed, (text) => {
        const mapped = normaliseMapped(text);
        expect(mapped.text).toBe(normalise(text));
        expect(mapped.starts.length).toBe(mapped.text.length);
        for (let i = 0; i < mapped.text.length; i++) {
          expect(mapped.starts[i]!).toBeLessThan(mapped.ends[i]!);
          expect(mapped.ends[i]!).toBeLessThanOrEqual(text.length);
          if (i > 0) expect(mapped.starts[i]!).toBeGreaterThanOrEqual(mapped.starts[i - 1]!);
        }
      }),
    );
  });

  test('a match leads back to what is printed', () => {
    const printed = '依照《湛府〔2020〕68 号》执行';
    const { text, starts, ends } = normaliseMapped(printed);
    const at = text.indexOf(normalise('湛府[2020]68号'));
    expect(printed.slice(starts[at], ends[at + 11 - 1])).toBe('湛府〔2020〕68 号');
  });

  test('half a surrogate pair stays and disturbs nothing', () => {
    expect(normalise('网\ud800约车')).toBe('网\ud800约车');
  });
});

test('skeleton: letters and digits alone', () => {
  expect(skeleton('湛府〔2020〕68 号')).toBe('湛府202068号');
  expect(skeleton('湛江市“数字政府”建设总体规划（2020-2022年）')).toBe(
    '湛江市数字政府建设总体规划20202022年',
  );
});

describe('the table of traditional characters', () => {
  test('is what the converter gives', () => {
    const file = new URL('../../src/domain/text/traditional.ts', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(traditionalModule());
  });
  test('pairs one with one, and nothing simplified is converted again', () => {
    expect(traditional.length).toBe(simplified.length);
    expect([...simplified].filter((c) => traditional.includes(c))).toEqual([]);
  });
});
