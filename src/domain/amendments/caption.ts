/** 题注: the note under a title with the history of the text, brought up to date with the decision that amends it. */
import type { Day, Instrument } from '../model.ts';
import { findTitles, inMarks } from '../names/index.ts';
import { captionEvents } from '../structure/index.ts';
import { formatNumeral } from '../text/index.ts';

/** A decision as a 题注 names it. */
export interface Amending {
  title: string;
  /** Its day of promulgation, or of adoption where it states no other. */
  date: Day | undefined;
  /** 市人民政府令第8号, where it has one. */
  number: string | undefined;
}

/**
 * A text whose 题注 names one more decision.
 * @returns undefined where the text has no 题注 in brackets, or the decision states no day
 *
 * `（2010年5月1日市政府令第3号公布）` → `（2010年5月1日市政府令第3号公布　根据2020年6月9日《…的决定》修改）`
 */
export function withAmendment(
  instrument: Instrument,
  { title, date, number }: Amending,
): Instrument | undefined {
  const { caption, frame } = instrument;
  const line = frame.find(({ role, text }) => role === 'caption' && /[）)]$/.test(text));
  if (!caption || !line || date === undefined || title === '') return undefined;
  const amended = caption.events.filter(({ event }) => event === 'amended');
  const verb =
    /(修正|修订|修改).*[）)]$/.exec(line.text.slice(findTitles(line.text).at(-1)?.end ?? 0))?.[1] ??
    (/人民代表大会/.test(line.text) ? '修正' : '修改');
  const counted = amended.some(({ ordinal }) => ordinal !== undefined);
  const turn = counted ? `第${formatNumeral(amended.length + 1)}次` : '';
  const [year, month, day] = date.split('-').map(Number);
  const words = `根据${year}年${month}月${day}日${number ?? ''}${inMarks(title)}${turn}${verb}`;
  const text = line.text.replace(/[）)]$/, (close) => `　${words}${close}`);
  return {
    ...instrument,
    frame: frame.map((other) => (other === line ? { ...line, text } : other)),
    caption: { ...caption, text: caption.text.replace(line.text, text), events: captionEvents(text) },
  };
}
