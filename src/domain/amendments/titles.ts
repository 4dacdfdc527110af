/** Which text a title means: 刑法, 《中华人民共和国刑法》 and 中华人民共和国刑法（2020年修正） are one. */

import type { Instrument } from '../model.ts';
import { titleKey, titleTailKey } from '../references/names.ts';

const edition = /[（([［【][^（）()]*(?:年|修订|修正|修改|版|令|\d{4})[^（）()]*[）)\]］】]$/;
const trial = /\((?:试行|暂行)\)$/;

/**
 * True where a name in a decision means a text with this title.
 *
 * Names may leave out 中华人民共和国 and a final （试行）; a short name (刑法) must be the whole title.
 */
export function sameTitle(name: string, title: string): boolean {
  const [a, b] = [titleKey(name.replace(edition, '')), titleKey(title.replace(edition, ''))];
  if (a === '' || b === '') return false;
  if (a === b || a.replace(trial, '') === b.replace(trial, '')) return true;
  // 《关于甲案件的解释》 leaves out who gave it.
  const short = a.startsWith('关于') ? [a, b] : b.startsWith('关于') ? [b, a] : undefined;
  return short !== undefined && short[0]!.length > 6 && titleTailKey(short[1]!) === short[0];
}

const kinds =
  '(?:法|法典|宪法|条例|规定|办法|细则|规则|解释|章程|规程|意见|通知|批复|决定|规范|标准|制度|方案|公约|守则)';
const bare = new RegExp(
  `^[\\u4e00-\\u9fff〇（）()“”、·—-]{2,60}${kinds}(?:[（(](?:试行|暂行|[一二三四五六七八九十]+)[）)])?$`,
);

/** A line that is nothing but the title of a text, without 《》. */
export function isBareTitle(text: string): boolean {
  return text.length >= 4 && bare.test(text) && !/^(?:本|该|此|第)|由|应当|按照|依照|的规定$/.test(text);
}

/** Gives a text another name, in its title line too. */
export function setTitle(instrument: Instrument, title: string): void {
  instrument.title = title;
  let first = true;
  instrument.frame = instrument.frame.flatMap((line) => {
    if (line.role !== 'title') return [line];
    const kept = first ? [{ ...line, text: title }] : [];
    first = false;
    return kept;
  });
}
