/** What every document says of the text it holds: which text, its state on the horizon, what is not whole, where it is. */
import { formatDay } from '../../text/calendar.ts';
import type { HeldText, Holding } from '../holding.ts';

export interface AboutLine {
  term: string;
  words: string;
}

/** Lines below a text: none of them is part of it. */
export function aboutText(holding: Holding, { version, status, gaps, address }: HeldText): AboutLine[] {
  const { state, basis, at, horizon, reason } = status;
  const day = version.date === '' ? '未载日期的文本' : `${formatDay(version.date)}的文本`;
  const known = horizon === '' ? '' : `；本库就该文件所知止于${formatDay(horizon)}`;
  const on = at === '' ? '' : `（截至${formatDay(at)}）`;
  return [
    { term: '文本', words: `${day}，${holding.words.origin(version)}` },
    { term: '效力', words: `${holding.words.state(state, basis)}${on}。${reason}${known}` },
    ...(gaps.length === 0
      ? []
      : [{ term: '不完整、不确定之处', words: gaps.map((gap) => gap.reason).join('；') }]),
    { term: '来源', words: `${holding.name} ${address}` },
    { term: '说明', words: '非标准文本，以发布机关公布的文本为准' },
  ];
}
