/** What an act is worth, up to what sum, who gets nothing, and the way to the money: from the measures' own text. */
import type { Version } from '../../domain/model.ts';
import type { Rewards, Tier } from '../../domain/views/index.ts';
import { placesOf } from '../references/places.ts';
import type { Link } from './common.ts';
import { linker, reading } from './readings.ts';

export interface TierView {
  amount: Link;
  condition: Link;
  acts: Link[];
  /** The least that a share comes to. */
  floor?: Link;
}

export interface StepView {
  actor?: string;
  /** From the event to the limit, as printed: 接到举报之日起; empty where the text names no event. */
  trigger: string;
  limit: string;
  action?: string;
  consequence?: string;
  place: Link;
}

export interface BoundaryView {
  at: string;
  lower: Link;
  upper: Link;
  reason: string;
  rule?: Link;
  /** True where the text decides it. */
  settled: boolean;
}

export interface RewardsView {
  tiers: TierView[];
  /** With the provision that sets it: a cap may be that of one tier. */
  caps: (Link & { place: string })[];
  adjustments: Link[];
  sharing: Link[];
  exclusions: Link[];
  steps: StepView[];
  /** Spans of time that are no step. */
  terms: Link[];
  boundaries: BoundaryView[];
  /** Clauses whose sums none of the lists holds. */
  unread: Link[];
}

type Linker = ReturnType<typeof linker>;

function tierView(link: Linker, { amount, condition, acts, floor }: Tier): TierView {
  return {
    amount: link(amount.cell),
    condition: link(condition),
    acts: acts.map(link),
    ...(floor ? { floor: link(floor) } : {}),
  };
}

/**
 * The panel of a text that gives rewards, or undefined.
 * @param page address of the text; empty on its own page
 */
export function rewardsView(version: Version, page = ''): RewardsView | undefined {
  const link = linker(page);
  const view = reading(version, 'rewards');
  if (!view) return undefined;
  const places = placesOf(version.instrument);
  return {
    tiers: view.tiers.map((tier) => tierView(link, tier)),
    caps: view.caps.map(({ cell }) => ({ ...link(cell), place: places.words(cell.eId) })),
    adjustments: view.adjustments.map(link),
    sharing: view.sharing.map(link),
    exclusions: view.exclusions.map(link),
    steps: stepsOf(version, view, page),
    terms: view.terms.map(link),
    unread: view.unread.map(link),
    boundaries: boundariesOf(version, view, link),
  };
}

function stepsOf(version: Version, { steps }: Rewards, page: string): StepView[] {
  const places = placesOf(version.instrument);
  return steps.map(({ actor, trigger, limit, action, consequence, eId }) => ({
    ...(actor ? { actor: actor.text } : {}),
    trigger: trigger ? (places.get(eId)?.text.slice(trigger.start, limit.cell.start) ?? '') : '',
    limit: limit.cell.text,
    ...(action ? { action: action.text } : {}),
    ...(consequence ? { consequence: consequence.text } : {}),
    place: { text: places.words(eId), href: `${page}#${eId}` },
  }));
}

function boundariesOf(version: Version, { boundaries }: Rewards, link: Linker): BoundaryView[] {
  const places = placesOf(version.instrument);
  return boundaries.map(({ at, lower, upper, state, reason, rule }) => ({
    at,
    lower: link(lower),
    upper: link(upper),
    reason,
    settled: state === 'settled',
    ...(rule ? { rule: link({ text: `${places.words(rule.eId)}：${rule.text}`, eId: rule.eId }) } : {}),
  }));
}
