/** Different ways to write the same thing: article numbers in two kinds of digits, a 文号 with any brackets. */
import { keyOfNumber, parseDocumentNumber, printDocumentNumber } from '../names/index.ts';
import { parseCitationLocator } from '../references/locator.ts';
import { formatNumeral, numeralClass } from '../text/numerals.ts';
import { normalise, skeleton } from './analysis.ts';

const numeral = `[${numeralClass}]`;

/** A phrase and what means the same: 第二十条 and 第20条, a 文号 in its spellings. */
export function formsOf(phrase: string): string[] {
  return [...new Set([phrase, ...numberForms(phrase), ...articleForms(phrase)])];
}

/**
 * A number as texts and people write it, normalised: `湛府202068号`, `湛府2020-68` → `湛府(2020)68号`, `湛府202068号`,
 * `湛府2020-68`; nothing for what is no number.
 */
export function numberForms(phrase: string): string[] {
  const parts = phrase.endsWith('号') || /[ -]/.test(phrase) ? parseDocumentNumber(phrase) : undefined;
  if (!parts) return [];
  const forms = [printDocumentNumber(parts), keyOfNumber(parts)].flatMap((form) => [
    normalise(form),
    skeleton(form),
  ]);
  const dashed = parts.year === undefined ? [] : [normalise(`${parts.organ}${parts.year}-${parts.number}`)];
  return [...new Set([...forms, ...dashed])];
}

const articlePattern = new RegExp(`^第(${numeral}{1,7})条(之${numeral}{1,3})?$`, 'u');

/** 第20条 → 第二十条, and back. */
function articleForms(phrase: string): string[] {
  const [, main, suffix = ''] = articlePattern.exec(phrase) ?? [];
  const locator = main === undefined ? undefined : parseCitationLocator(`第${main}条`);
  const number = Number(locator?.steps[0]?.number ?? Number.NaN);
  if (!Number.isInteger(number) || number > 9999) return [];
  return [`第${formatNumeral(number)}条${suffix}`, `第${number}条${suffix}`];
}

/** A place with its article in either kind of digits: 第二百六十四条第一款 → itself, and 第264条第一款. */
export function placeForms(place: string): string[] {
  const [article = '', rest = ''] = place.split(/(?<=条(?:之[^第]{1,3})?)(?=第|$)/);
  return Array.from(new Set([place, ...articleForms(article).map((form) => form + rest)]));
}
