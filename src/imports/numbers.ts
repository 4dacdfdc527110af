/** How the number of an item of a list is written by the program that shows it. */
import { formatNumeral } from '../domain/text/index.ts';

const nth =
  (signs: string) =>
  (n: number): string | undefined =>
    Array.from(signs)[n - 1];
const from =
  (first: number, most: number) =>
  (n: number): string | undefined =>
    n >= 1 && n <= most ? String.fromCodePoint(first + n - 1) : undefined;
const chinese = (n: number): string | undefined => (n >= 0 && n <= 9999 ? formatNumeral(n) : undefined);
const digit =
  (signs: string) =>
  (n: number): string =>
    String(n).replace(/\d/g, (d) => Array.from(signs)[Number(d)]!);
const letters = (n: number): string | undefined =>
  n >= 1 && n <= 780 ? String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26)) : undefined;
const circled = (n: number): string | undefined =>
  n === 0 ? '⓪' : (from(0x2460, 20)(n) ?? from(0x3251, 15)(n - 20) ?? from(0x32b1, 15)(n - 35));

const formal = (n: number): string | undefined =>
  chinese(n)
    ?.replace(/^十/, '一十')
    .replace(
      /[零一二三四五六七八九十百千]/g,
      (c) => '零壹贰叁肆伍陆柒捌玖拾佰仟'['零一二三四五六七八九十百千'.indexOf(c)]!,
    );

function roman(n: number): string | undefined {
  if (n < 1 || n > 3999) return undefined;
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  const names = ['M', 'CM', 'D', 'CD', 'C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I'];
  let rest = n;
  return values.reduce((out, each, i) => {
    const times = Math.floor(rest / each);
    rest -= times * each;
    return out + names[i]!.repeat(times);
  }, '');
}

/** `w:numFmt` (ECMA-376 part 1, 17.18.59) → how a number is written; undefined beyond what the format can say. */
const formats: Record<string, (n: number) => string | undefined> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: digit('０１２３４５６７８９'),
  decimalFullWidth2: digit('０１２３４５６７８９'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: from(0x2488, 20),
  decimalEnclosedParen: from(0x2474, 20),
  upperRoman: roman,
  lowerRoman: (n) => roman(n)?.toLowerCase(),
  upperLetter: (n) => letters(n)?.toUpperCase(),
  lowerLetter: letters,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  koreanDigital2: chinese,
  ideographDigital: digit('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: digit('〇一二三四五六七八九'),
  taiwaneseDigital: digit('〇一二三四五六七八九'),
  chineseLegalSimplified: formal,
  ideographEnclosedCircle: from(0x3280, 10),
  ideographTraditional: nth('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: nth('子丑寅卯辰巳午未申酉戌亥'),
  none: () => '',
};

/** `formatNumber(21, 'chineseCounting')` → `二十一`; undefined where the format is not known or ends before. */
export function formatNumber(number: number, format: string): string | undefined {
  return formats[format]?.(number);
}
