/** Locators as people type them in a hurry. */
import type { Locator, LocatorStep, ProvisionType } from '../model.ts';
import { abbreviatedTypes } from '../structure/abbreviations.ts';
import { numeralClass } from '../text/numerals.ts';
import { findLocators } from './find-locators.ts';

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
