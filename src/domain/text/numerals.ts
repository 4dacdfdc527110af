/**
 * Chinese and Arabic numerals of provisions.
 *
 * `二十一` → 21 · `一百零三` → 103 · `一千二百六十` → 1260 · `二〇二〇`, `二0二0` → 2020 · `２１` → 21 · `两` → 2
 */

const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  Ｏ: 0,
  '０': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Characters of a numeral, for use inside a regular expression's `[]`. */
export const numeralClass = '〇零○一二两三四五六七八九十百千万0-9０-９';

/** `２０２０年` → `2020年`: as many characters, for patterns that look for digits. */
export function halfDigits(text: string): string {
  return /[０-９]/.test(text)
    ? text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    : text;
}

/**
 * Value of a numeral.
 * @param text Chinese (positional or with units) or Arabic digits, half or full width
 * @returns a whole number from 0, or undefined where the text is not one numeral
 */
export function parseNumeral(text: string): number | undefined {
  if (text === '') return undefined;
  if (/^[0-9０-９]+$/.test(text)) {
    return Number(halfDigits(text));
  }
  if (/^[〇零○一二三四五六七八九0-9０-９]{2,}$/.test(text)) {
    return Number([...text].map((c) => digits[c] ?? c.normalize('NFKC')).join(''));
  }
  let total = 0;
  let section = 0;
  let digit = -1;
  for (const c of text) {
    const unit = units[c];
    if (unit !== undefined) {
      section += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
    } else if (c === '万') {
      total += (section + Math.max(digit, 0)) * 10000;
      section = 0;
      digit = -1;
    } else {
      const value = digits[c];
      if (value === undefined) return undefined;
      digit = value;
    }
  }
  return total + section + Math.max(digit, 0);
}

/**
 * The numeral as articles print it: 21 → `二十一`, 10 → `十`, 110 → `一百一十`, 1005 → `一千零五`.
 * @param value whole number, 0 to 9999
 */
export function formatNumeral(value: number): string {
  const names = '零一二三四五六七八九';
  if (value < 10) return names[value]!;
  let out = '';
  let pendingZero = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      pendingZero = out !== '';
      continue;
    }
    if (pendingZero) out += '零';
    pendingZero = false;
    out += unit === 10 && digit === 1 && out === '' ? name : names[digit] + name;
  }
  return out;
}

/**
 * Provision number in Arabic digits from what stands between 第 and 条, and after 之.
 *
 * (`十`, undefined) → `10` · (`十`, `一`) → `10-1`
 */
export function provisionNumber(numeral: string, suffix?: string): string | undefined {
  const main = parseNumeral(numeral);
  if (main === undefined) return undefined;
  if (suffix === undefined) return String(main);
  const sub = parseNumeral(suffix);
  return sub === undefined ? undefined : `${main}-${sub}`;
}

/** Order of two provision numbers: `10` < `10-1` < `11`. */
export function compareNumbers(a: string, b: string): number {
  const left = a.split('-').map(Number);
  const right = b.split('-').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
