/** Locators as people write them, and the loose forms they type. */
import type { Locator, LocatorStep, ProvisionType } from '../model.ts';
import { abbreviatedTypes } from '../structure/abbreviations.ts';
import { formatNumeral, numeralClass } from '../text/numerals.ts';
import { findLocators } from './find-locators.ts';
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

const positions: readonly ProvisionType[] = ['article', 'paragraph', 'item', 'point'];
const dotted = /^\d{1,4}(?:[-./·]\d{1,4}){0,3}$/;
const eIdForm = /^[a-z]+_\d+(?:-\d+)*(?:__[a-z]+_\d+(?:-\d+)*)*$/;
const loose = new RegExp(
  `第?(?:([${numeralClass}]+)|[（(]([${numeralClass}]+)[）)])(分?编|章|节|条|款|项|目)?|([至、和])`,
  'g',
);

/**
 * A locator typed by a person, or undefined where the text is none.
 *
 * `六条一款三项`, `第6条第1款第(三)项`, `6-1-3`, `6.1.3`, `art_6__para_1__item_3` → article 6, paragraph 1, item 3 ·
 * `10条之一` → article 10-1 · `6` → article 6
 */
export function parseCitationLocator(text: string): Locator | undefined {
  const trimmed = text
    .replace(/[\s\u3000]/g, '')
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  if (trimmed.length > 100) return undefined;
  if (dotted.test(trimmed)) {
    return {
      steps: trimmed
        .split(/[-./·]/)
        .map((number, i) => ({ type: positions[i]!, number: String(Number(number)) })),
    };
  }
  if (eIdForm.test(trimmed)) return fromEId(trimmed);
  return whole(trimmed) ?? whole(complete(trimmed));
}

function whole(text: string): Locator | undefined {
  const [match] = findLocators(text);
  return match?.start === 0 && match.end === text.length && match.locators.length === 1
    ? match.locators[0]
    : undefined;
}

/** 六条一款（三） → 第六条第一款第（三）项: puts back what a hurried hand leaves out. */
function complete(text: string): string {
  const suffix = /^(.*?条?)之([^第条款项目]+)(.*)$/.exec(text);
  if (suffix) return `${complete(suffix[1]!)}之${suffix[2]}${complete(suffix[3]!)}`;
  return text.replace(
    loose,
    (
      _all,
      plain: string | undefined,
      inBrackets: string | undefined,
      unit: string | undefined,
      join: string | undefined,
    ) => {
      if (join !== undefined) return join;
      return inBrackets === undefined ? `第${plain}${unit ?? '条'}` : `第（${inBrackets}）${unit ?? '项'}`;
    },
  );
}

function fromEId(eId: string): Locator | undefined {
  const steps: LocatorStep[] = [];
  for (const part of eId.split('__')) {
    const [name, number] = part.split('_') as [string, string];
    const type = abbreviatedTypes[name];
    if (!type) return undefined;
    steps.push({ type, number });
  }
  return { steps };
}
