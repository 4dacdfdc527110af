/**
 * Steps with time limits, in the order of the text: who, from when, within how long, does what, and what if not.
 *
 * `符合条件的举报人应在接到通知之日起20日内提交申请表；逾期不提交的，视为自动放弃奖励。` →
 * actor 符合条件的举报人 · trigger 接到通知 · 20日 · action 提交申请表 · consequence 逾期不提交的，视为自动放弃奖励
 */
import type { Instrument, Provision } from '../model.ts';
import { numeralClass } from '../text/numerals.ts';
import { numberOf } from './amounts.ts';
import { type Cell, cellOf, type Piece, pieces, walk } from './cell.ts';

export interface Step {
  /** Who acts; absent where the sentence does not say. */
  actor?: Cell;
  /** From when the time counts. */
  trigger?: Cell;
  limit: { count: number; unit: string; cell: Cell };
  action?: Cell;
  /** What follows when the time is missed. */
  consequence?: Cell;
  eId: string;
}

const limit = new RegExp(
  `(?<![${numeralClass}])([0-9０-９]{1,6}|[${numeralClass}]{1,5})[ \\u00a0]?(个)?(工作日|自然日|日|天|个月|月|年|小时|周)(?:以)?内`,
  'g',
);
const lapse = /^(?:逾期|超过期限|期满|到期)|视为(?:自动)?放弃/;
const modal = /(?:应当|应|可以|可|须|必须|要)(?=在|自|于|从|将|向|及时|依法|$)/;
const actorEnd =
  /^(?:或|并|但|对|经|，)?(?:由)?(.{1,30}?(?:局|部门|机关|机构|政府|委员会|办公室|单位|企业|公司|组织|人员|员|人|者|当事人))/;

/**
 * Every step of an instrument that has a time limit counted in 日, 工作日, 月 … from an event, and every other span of time
 * (三年内不得再次申报), so that none is lost.
 */
export function readSteps(instrument: Instrument): { steps: Step[]; terms: Cell[] } {
  const found: { steps: Step[]; terms: Cell[] } = { steps: [], terms: [] };
  for (const provision of walk(instrument.provisions))
    for (const sentence of pieces(provision.text, '。')) readSentence(provision, sentence, found);
  return found;
}

function readSentence(
  provision: Provision,
  sentence: Piece,
  { steps, terms }: { steps: Step[]; terms: Cell[] },
): void {
  const { text } = provision;
  const parts = pieces(text, '，,；;', sentence.start, sentence.end);
  for (const match of text.slice(sentence.start, sentence.end).matchAll(limit)) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const at = parts.findIndex((part) => part.start <= start && part.end >= end);
    const count = numberOf(match[1]!);
    const part = parts[at];
    // A span of time that is not a limit for an act: 三年内不得…, 最近连续3年内.
    if (
      !part ||
      count === undefined ||
      !/之?日起$|之?后$|起$|于$|在$|应当$|应$|须$/.test(text.slice(part.start, start))
    ) {
      terms.push(part ? cellOf(provision, part.start, part.end) : cellOf(provision, start, end));
      continue;
    }
    const step: Step = {
      limit: { count, unit: `${match[2] ?? ''}${match[3]}`, cell: cellOf(provision, start, end) },
      eId: provision.eId,
    };
    fill(step, provision, parts, at, start, end);
    steps.push(step);
  }
}

function fill(
  step: Step,
  provision: Provision,
  parts: Piece[],
  at: number,
  start: number,
  end: number,
): void {
  const { text } = provision;
  const part = parts[at]!;
  const before = text.slice(part.start, start);
  const first = parts[0]!.start;
  // 市局作出决定，并告知举报人后，应于20日内…: actor and event stand in the members before.
  const led = /^(?:应当|应|可以|须|必须)?(?:在|于)?$/.test(before) && at > 0;
  const head = led ? text.slice(first, part.start) : before;
  const from = led ? first : part.start;
  const actor = actorOf(head);
  if (actor) step.actor = cellOf(provision, from + actor.start, from + actor.end);
  const trigger = triggerOf(head.slice(actor?.end ?? 0));
  if (trigger) {
    const offset = from + (actor?.end ?? 0);
    step.trigger = cellOf(provision, offset + trigger.start, offset + trigger.end);
  }
  const rest = parts.slice(at + 1);
  const stop = rest.findIndex(
    (next) =>
      lapse.test(text.slice(next.start, next.end)) ||
      limit.test(text.slice(next.start, next.end)) ||
      next.stop === '；',
  );
  limit.lastIndex = 0;
  const own = text.slice(end, part.end).trim();
  const closed = part.stop === '；' || part.stop === ';';
  if (own !== '') step.action = cellOf(provision, end, closed ? part.end : actionEnd(parts, at, stop, text));
  else if (rest[0] && !closed)
    step.action = cellOf(provision, rest[0].start, actionEnd(parts, at + 1, stop - 1, text));
  const missed = rest.find((next) => lapse.test(text.slice(next.start, next.end)));
  if (missed) step.consequence = cellOf(provision, missed.start, parts.at(-1)!.end);
}

/** An action goes on over commas until the sentence turns: to a lapse, to another step. */
function actionEnd(parts: Piece[], at: number, stop: number, text: string): number {
  const last = stop < 0 ? parts.length - 1 : at + stop;
  let end = parts[at]!.end;
  for (let i = at + 1; i <= last; i++) {
    const { start, end: next } = parts[i]!;
    if (/^(?:或|并由|但|逾期)/.test(text.slice(start, next)) || lapse.test(text.slice(start, next))) break;
    if (parts[i - 1]!.stop === '；') break;
    end = next;
  }
  return end;
}

function actorOf(words: string): { start: number; end: number } | undefined {
  const by = /^(?:，|或|并|但|可以|也可以)*由?/.exec(words)![0].length;
  const bare = words.slice(by);
  const cut = modal.exec(bare)?.index ?? /(?:在|自|从)(?=[^，]*(?:之日起|后|起)$)/.exec(bare)?.index;
  const candidate = cut === undefined || cut === 0 ? undefined : bare.slice(0, cut);
  if (candidate !== undefined && candidate.length <= 30 && !/[，。；]/.test(candidate))
    return { start: by, end: by + candidate.length };
  const match = actorEnd.exec(words);
  if (!match || /^(?:自|在|从)/.test(bare)) return undefined;
  const start = match[0].length - match[1]!.length;
  return { start, end: match[0].length };
}

function triggerOf(words: string): { start: number; end: number } | undefined {
  const match =
    /(?:应当|应|可以|须|必须)?(?:在|自|于|从)?(.{2,60}?)(?:之日起|之后|后，?(?:应当|应|须|可以)?(?:在|于)?|当日起|次日起|起)$/.exec(
      words.replace(/，$/, ''),
    );
  if (!match) return undefined;
  const start = match.index + match[0].indexOf(match[1]!);
  return { start, end: start + match[1]!.length };
}
