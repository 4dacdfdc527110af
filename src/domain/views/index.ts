/** What particular documents hold, read from their text: each view is recognised by content, or is not there. */
import type { Day, Instrument } from '../model.ts';
import { type Plan, readPlan } from './plan.ts';
import { type Portfolios, readPortfolios } from './portfolios.ts';
import { type Promulgation, readPromulgation } from './promulgation.ts';
import { type RepealList, readRepealList } from './repeal-list.ts';
import { type Rewards, readRewards } from './rewards.ts';

export type { Amount, Bound } from './amounts.ts';
export type { Cell } from './cell.ts';
export type { Figure, Sum } from './figures.ts';
export { drawGraph, type GraphDrawing } from './graph-drawing.ts';
export type { Duty, DutyKind, Person } from './persons.ts';
export type { Phase, PhaseTable, PhaseTask } from './phases.ts';
export type { Plan, PlanChapter } from './plan.ts';
export type { Portfolios } from './portfolios.ts';
export type { Promulgation } from './promulgation.ts';
export type { RepealedRow, RepealList } from './repeal-list.ts';
export { type FieldRow, fieldIndex, type IssuerLink, leaderOf, whoFor } from './responsible.ts';
export type { Rewards } from './rewards.ts';
export type { Step } from './steps.ts';
export type { TaskLink } from './task-links.ts';
export type { Boundary } from './thresholds.ts';
export type { Tier } from './tiers.ts';
export { readPlan, readPortfolios, readPromulgation, readRepealList, readRewards };

export type View = Portfolios | Rewards | Plan | RepealList | Promulgation;

/**
 * The views that an instrument gives; none for most texts.
 * @param issued day on which it was issued, where its own fields do not say (a plan that a notice prints)
 */
export function viewsOf(instrument: Instrument, issued?: Day): View[] {
  const day = instrument.dates.written ?? issued;
  const views: (View | undefined)[] = [
    readPromulgation(instrument),
    readPortfolios(instrument),
    readRewards(instrument),
    readPlan(instrument, day),
    readRepealList(instrument, day ? { issued: day } : {}),
  ];
  return views.filter((view) => view !== undefined);
}
