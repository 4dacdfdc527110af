/** Labels under a new number, in the style of the text: 第五条 → 第六条, （四） → （五）, 3. → 4. */
import type { ProvisionType } from '../../model.ts';
import { formatNumeral, numeralClass } from '../../text/index.ts';

const numeral = new RegExp(`[${numeralClass}](?:[ \\u3000]*[${numeralClass}])*`);
const arabic = /^[0-9０-９]+$/;
const units: Readonly<Partial<Record<ProvisionType, string>>> = {
  part: '编',
  chapter: '章',
  section: '节',
  article: '条',
};

/**
 * A label with another number.
 * @param like a label of the same kind; without one the usual form of the type is used
 * @param number "6" or "6-1"
 */
export function relabel(type: ProvisionType, number: string, like: string | undefined): string {
  const [main, ...subs] = number.split('-');
  const suffix = subs.map((sub) => `之${formatNumeral(Number(sub))}`).join('');
  if (type === 'article') return `第${written(main!, like)}条${suffix}`;
  if (like !== undefined && numeral.test(like) && !/[①-⑳]/.test(like)) {
    return like
      .replace(/(条|）|\))?之[〇一二三四五六七八九十]+/, '$1')
      .replace(numeral, written(main!, like));
  }
  if (like !== undefined && /[①-⑳]/.test(like)) return String.fromCodePoint(0x245f + Number(main));
  const unit = units[type];
  if (unit) return `第${formatNumeral(Number(main))}${unit}`;
  return type === 'point' ? `${main}.` : `（${formatNumeral(Number(main))}）`;
}

function written(main: string, like: string | undefined): string {
  const old = like === undefined ? undefined : numeral.exec(like)?.[0];
  return old !== undefined && arabic.test(old) ? main : formatNumeral(Number(main));
}
