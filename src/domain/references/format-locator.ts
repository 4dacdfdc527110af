/** Locators in words. */
import type { Locator, LocatorStep, ProvisionType } from '../model.ts';
import { formatNumeral } from '../text/numerals.ts';
import { unitNames } from './steps.ts';

export type LocatorForm = 'print' | 'citation';

/**
 * A locator in words.
 *
 * article 6, paragraph 1, item 3, point 2 → `第六条第一款第三项第2目` (citation: a cited 项 drops its brackets)
 * or `第六条第一款第（三）项第2目` (print: as the body of a law writes it)
 */
export function formatLocator(locator: Locator, form: LocatorForm = 'citation'): string {
  const { steps, through } = locator;
  const prefix = locator.former ? '原' : locator.preamble ? '序言' : (locator.within ?? '');
  if (locator.preamble) return `${prefix}${formatSteps(steps, form).replace(/款$/, '自然段')}`;
  if (!through) return prefix + formatSteps(steps, form);
  const shared = through.findIndex(
    (step, i) => step.number !== steps[i]?.number || step.type !== steps[i]?.type,
  );
  return `${prefix}${formatSteps(steps, form)}至${formatSteps(through.slice(Math.max(shared, 0)), form)}`;
}

function formatSteps(steps: readonly LocatorStep[], form: LocatorForm): string {
  let depth = 0;
  return steps.map((step) => formatStep(step, form, step.type === 'level' ? depth++ : 0)).join('');
}

function formatStep(step: LocatorStep, form: LocatorForm, depth: number): string {
  if (step.type === 'level') return levelForms[Math.min(depth, 3)]!(step.number ?? '');
  const unit = step.sub ? '分编' : (unitNames[step.type] ?? '段');
  if (step.anaphor) return `该${unit}`;
  if (step.relative === 0) return `本${unit}`;
  if (step.relative === 1) return `下一${unit}`;
  if (step.relative !== undefined) return `前${step.count ? countName(step.count) : ''}${unit}`;
  return `第${numberName(step.number ?? '', step.type, form, unit)}`;
}

function countName(count: number): string {
  return count === 2 ? '两' : formatNumeral(count);
}

function numberName(number: string, type: ProvisionType, form: LocatorForm, unit: string): string {
  if (type === 'point') return `${number}${unit}`;
  const [main, ...subs] = number.split('-');
  const name = formatNumber(main!);
  if (type === 'item' && form === 'print') return `（${name}）${unit}`;
  return `${name}${unit}${subs.map((sub) => `之${formatNumber(sub)}`).join('')}`;
}

function formatNumber(digits: string): string {
  return /^\d{1,4}$/.test(digits) ? formatNumeral(Number(digits)) : digits;
}

/** 一、 （二） 3. （4）: how notices and plans print their levels. */
const levelForms: readonly ((number: string) => string)[] = [
  (number) => `${formatNumber(number)}、`,
  (number) => `（${formatNumber(number)}）`,
  (number) => `${number}.`,
  (number) => `（${number}）`,
];
