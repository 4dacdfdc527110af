/** Texts without articles: 一、 （一） 1. of 意见, 批复 and notices, which decisions call 第一条, 第二条第（二）项. */
import type { Locator } from '../../model.ts';
import { type Draft, walk } from './draft.ts';
import type { Ground } from './ground.ts';
import { countsUp } from './locators.ts';

/** Words that close a notice or reply and belong to none of its points: 此复, 本通知自…起施行. */
export const closes = (text: string): boolean =>
  /^(?:此复|特此|以上|本[\u4e00-\u9fff]{2,6}自[^，。]{1,30}(?:施行|执行|实施|生效))/.test(text);

export function hasArticles({ index }: Ground): boolean {
  return (index.ofType.get('article') ?? []).length > 0;
}

/**
 * The level that 第N条 names where Arabic numbers run through a text whose parts are 一、二、: the N-th of them.
 * @returns undefined where no such numbers run through the text
 */
export function runningLevel(ground: Ground, locator: Locator): Draft | undefined {
  const [step, ...more] = locator.steps;
  if (step?.type !== 'article' || more.length > 0 || hasArticles(ground)) return undefined;
  const running = walk(ground.root).filter(({ type, label }) => type === 'level' && /^\d/.test(label));
  if (!countsUp(running.map(({ number }) => number)) || new Set(running.map(({ parent }) => parent)).size < 2)
    return undefined;
  return running.find(({ number }) => number === step.number);
}

/** The paragraph that 第一段, 第二自然段 names in a text without articles: counted from its beginning. */
export function leadingParagraph(ground: Ground, locator: Locator): Draft | undefined {
  const [step, ...more] = locator.steps;
  if (step?.type !== 'paragraph' || more.length > 0 || hasArticles(ground)) return undefined;
  const { root } = ground;
  const end = root.children.findIndex(({ type }) => type !== 'paragraph');
  const leading = root.children.slice(0, end < 0 ? undefined : end);
  return leading[Number(step.number) - 1];
}
