/** Lines that are titles, and the title line of a text. */

import type { Instrument } from '../../model.ts';

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
