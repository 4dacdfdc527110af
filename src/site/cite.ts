/**
 * Citations of places. Used when the site is built and in the reader's browser: small, and without imports
 * of the archive.
 */
const digits = '零一二三四五六七八九';

/** Arabic → Chinese, to 9999: 10 → 十 · 21 → 二十一 · 103 → 一百零三 · 1260 → 一千二百六十 */
export function chineseNumber(value: number): string {
  if (value < 10) return digits[value] ?? '';
  if (value < 20) return `十${value % 10 ? digits[value % 10] : ''}`;
  let [text, gap] = ['', false];
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit > 0) {
      text += `${gap && text ? '零' : ''}${digits[digit]}${name}`;
      gap = false;
    } else gap = true;
  }
  return text;
}

const words: Record<string, string> = {
  part: '编',
  chp: '章',
  sec: '节',
  art: '条',
  para: '款',
  item: '项',
  point: '目',
};

/**
 * The place that an eId names, in words; undefined where a step has no word of its own (levels of a plan).
 *
 * `art_6__para_1__item_3` → 第六条第一款第三项 · `art_10-1` → 第十条之一
 */
export function placeWords(eId: string): string | undefined {
  const steps = eId.split('__').map((step) => {
    const match = /^([a-z]+)_(\d+)((?:-\d+)*)$/.exec(step);
    const word = match && words[match[1]!];
    if (!match || !word) return undefined;
    const inserted = match[3]!
      .split('-')
      .filter(Boolean)
      .map((part) => `之${chineseNumber(Number(part))}`);
    return `第${chineseNumber(Number(match[2]))}${word}${inserted.join('')}`;
  });
  return steps.every((step) => step !== undefined) ? steps.join('') : undefined;
}
