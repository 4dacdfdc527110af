/**
 * Where two tiers touch: 100公斤以下 in one and 100公斤以上 in the other both hold exactly 100 kg unless the text says that
 * one of them leaves the number out. What the text leaves open is said to be open, not decided.
 */
import type { Instrument, Provision } from '../model.ts';
import { type Bound, findBounds } from './amounts.ts';
import { type Cell, cellOf, walk } from './cell.ts';
import type { Tier } from './tiers.ts';

export interface Boundary {
  /** The number where the tiers touch, as printed: 100公斤. */
  at: string;
  lower: Cell;
  upper: Cell;
  /** What the text says of the number itself, and what it leaves open. */
  state: 'open' | 'overlap' | 'settled';
  reason: string;
  /** The provision that defines 以上 or 以下, where there is one. */
  rule?: { eId: string; text: string };
}

interface Placed {
  bound: Bound;
  cell: Cell;
  /** The words right before the quantity: what is measured. */
  subject: string;
}

/** Boundaries between the acts of the tiers. */
export function readBoundaries(instrument: Instrument, tiers: readonly Tier[]): Boundary[] {
  const holders = new Set(
    tiers.flatMap(({ acts, eId }) => (acts.length > 0 ? acts.map((act) => act.eId) : [eId])),
  );
  const placed = walk(instrument.provisions)
    .filter(({ eId }) => holders.has(eId))
    .flatMap(boundsOf);
  const rules = inclusion(instrument);
  const found: Boundary[] = [];
  for (const lower of placed) {
    if (lower.bound.side !== 'to') continue;
    for (const upper of placed) {
      const { bound } = upper;
      if (bound.side !== 'from' || bound.kind !== lower.bound.kind || bound.measure !== lower.bound.measure)
        continue;
      if (upper.subject !== lower.subject || upper.cell.eId === lower.cell.eId) continue;
      found.push({
        at: quantity(bound),
        lower: lower.cell,
        upper: upper.cell,
        ...judge(lower.bound, bound, rules),
      });
    }
  }
  return found;
}

/** 100公斤以上3吨以下 is measured by what stands before both. */
function boundsOf(provision: Provision): Placed[] {
  let previous: Placed | undefined;
  return findBounds(provision.text).map((bound) => {
    const touching = previous !== undefined && previous.bound.end === bound.start;
    const before = provision.text.slice(Math.max(0, bound.start - 40), bound.start);
    const subject: string = touching ? previous!.subject : (/[^、，。；\d]*$/.exec(before)?.[0] ?? '');
    const placed: Placed = { bound, subject, cell: cellOf(provision, bound.start, bound.end) };
    previous = placed;
    return placed;
  });
}

type Rules = Map<string, { includes: boolean; eId: string; text: string }>;

const boundWord = /及以上|及以下|以上|以下|以内|以外|内/g;

/**
 * What a text says of its bounds, clause by clause; a word not named stays unknown.
 *
 * 所称以上、内，包括本数 → 以上 includes, 内 includes · “以上”包含本数，“以下”不包含本数 → 以上 includes, 以下 does not
 */
function inclusion(instrument: Instrument): Rules {
  const rules: Rules = new Map();
  for (const { eId, text } of walk(instrument.provisions)) {
    if (!/本数|该数|数本身/.test(text)) continue;
    for (const sentence of text.split(/[。；]/)) {
      let named: string[] = [];
      for (const clause of sentence.split(/[，,]/)) {
        named.push(...Array.from(clause.matchAll(boundWord), ([word]) => word));
        if (!/本数|该数|数本身/.test(clause)) continue;
        const includes = !/不(?:再)?(?:包括|包含|含)/.test(clause);
        for (const word of named) rules.set(word, { includes, eId, text });
        named = [];
      }
    }
  }
  return rules;
}

/** Words that leave the number out by themselves. */
const excluding: ReadonlySet<string> = new Set(['不满', '不足', '未满', '低于', '超过', '高于']);

function judge(lower: Bound, upper: Bound, rules: Rules): Pick<Boundary, 'state' | 'reason' | 'rule'> {
  const inLower = includes(lower.word, rules);
  const inUpper = includes(upper.word, rules);
  const at = quantity(upper);
  const known = rules.get(upper.word) ?? rules.get(lower.word);
  const rule = known ? { rule: { eId: known.eId, text: known.text } } : {};
  if (inLower === undefined || inUpper === undefined) {
    const open = [inLower === undefined ? lower.word : '', inUpper === undefined ? upper.word : ''].filter(
      Boolean,
    );
    return {
      state: 'open',
      reason: `正好${at}属于哪一档，原文没有写明：未规定“${[...new Set(open)].join('”“')}”是否包括本数`,
      ...rule,
    };
  }
  if (inLower && inUpper)
    return { state: 'overlap', reason: `正好${at}，两档都包括本数，原文没有写明适用哪一档`, ...rule };
  if (!inLower && !inUpper) return { state: 'open', reason: `正好${at}，两档都不包括本数`, ...rule };
  return { state: 'settled', reason: `正好${at}，属于“${(inLower ? lower : upper).text}”一档`, ...rule };
}

/** The number as printed, without the word that makes it a bound: 不满1万元 → 1万元. */
function quantity({ text, word }: Bound): string {
  return text.replace(word, '');
}

function includes(word: string, rules: Rules): boolean | undefined {
  if (excluding.has(word)) return false;
  return rules.get(word)?.includes ?? rules.get(word.replace(/^及/, ''))?.includes;
}
