/**
 * Clauses by which a text sets or moves the start of another: 《甲条例》自2021年9月1日起施行, where that leaves its start to
 * others; 《甲条例》推迟至2021年1月1日起施行.
 */
import type { Day, Instrument } from '../../model.ts';
import { type Mention, readMentions } from '../../names/index.ts';
import { findDays } from '../../text/dates.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

export interface SetStart {
  /** With the part of it that is meant. */
  mention: Mention;
  day: Day;
  /** True where the start was another, and is no longer. */
  moves: boolean;
  eId: string;
  text: string;
}

const starting = '(?:施行|实施|执行)';
const moving = /推迟|延期|延迟|延后|提前|改为|改自|调整为/;
/** What stands between the name and the day; nothing else may. */
const between = new RegExp(
  `^(?:（□*）)?(?:的)?(?:${starting}(?:的)?(?:日期|时间)?)?(?:，)?(?:推迟|延期|延迟|延后|提前|改|调整|确定|定)?(?:${starting})?(?:为|至|到|自|从|于)*$`,
);
/** What stands behind it: 起施行, or nothing where 施行 stands before. */
const behind = new RegExp(`^(?:零时)?(?:起|开始)?(?:正式)?(?:${starting})?(?:。|；|，|$)`);

/** 由2023年6月1日推迟至: the day that no longer holds. */
const formerDay =
  /^((?:（□*）)?的?(?:施行|实施|执行)(?:的)?(?:日期|时间)?)(?:由|从)原?定?的?[^，。；⟦]{6,14}日起?(?=推迟|延期|延迟|延后|提前|改|调整|变更)/;

/**
 * The starts that a text sets for others.
 *
 * `《岸线条例》第二章自2021年9月1日起施行。` → { 岸线条例, scope 第二章, 2021-09-01 }
 */
export function readSetStarts(instrument: Instrument): SetStart[] {
  return sentencesOf(instrument).flatMap((sentence) =>
    /施行|实施|执行/.test(sentence.masked) ? startsIn(sentence) : [],
  );
}

function startsIn({ bare, masked, eId, text }: Sentence): SetStart[] {
  return readMentions(bare).flatMap((mention): SetStart[] => {
    if (!mention.title) return [];
    const from = mention.end + (mention.scope?.length ?? 0);
    const rest = masked.slice(from).replace(formerDay, '$1');
    const [day] = findDays(rest);
    if (!day || day.start > 40) return [];
    const [lead, after] = [rest.slice(0, day.start), rest.slice(day.end)];
    const said = new RegExp(starting).test(lead + /^[^，。；]*/.exec(after)![0]);
    if (!said || !between.test(lead) || !behind.test(after)) return [];
    const before = masked.slice(Math.max(0, mention.from - 4), mention.from);
    return [{ mention, day: day.day, moves: moving.test(before + lead), eId, text }];
  });
}
