/** Lines that are titles, and the title line of a text. */

import type { Instrument } from '../../model.ts';
import { titleNoun } from '../../names/index.ts';

const line = /^[\u4e00-\u9fff〇（）()“”、·—-]{4,64}$/;

/** A line that is nothing but the title of a text, without 《》; of none that amends others. */
export function isBareTitle(text: string): boolean {
  const noun = line.test(text) ? titleNoun(text) : undefined;
  return noun !== undefined && noun !== '修正案' && !/^(?:本|该|此|第)|由|应当|按照|依照|的规定$/.test(text);
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
