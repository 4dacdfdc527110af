/** Texts without articles: 一、 （一） 1. of 意见, 批复 and notices, which decisions call 第一条, 第二条第（二）项. */
import type { Locator, Provision } from '../../model.ts';
import { noted, type Outcome, refused } from '../outcome.ts';
import type { Task } from '../task.ts';
import { growLevels, itemHead } from './content.ts';
import { attach, type Draft, newDraft, walk } from './draft.ts';
import type { Ground } from './ground.ts';

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
  const running = [...walk(ground.root)].filter(({ type, label }) => type === 'level' && /^\d/.test(label));
  const through = running.every(({ number }, i) => number === String(i + 1));
  if (!through || new Set(running.map(({ parent }) => parent)).size < 2) return undefined;
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

/** Words that close a reply and belong to none of its points. */
const closing = /^(?:此复|特此|以上)/;

/** Lays down the new wording of a level. */
export function giveLevel(draft: Draft, lines: readonly string[], operation: Task): Outcome {
  const made = levelOf(lines, operation);
  if (!made) return refused('新条文没有内容');
  const kept = draft.children.filter(({ type, text }) => type === 'paragraph' && closing.test(text));
  if (draft.children.length > kept.length && made.children.length === 0)
    return refused('所改之处之下另有各项，引文没有载明');
  draft.text = made.text;
  if (made.heading === undefined) {
    delete draft.heading;
    delete draft.headingForm;
  } else draft.heading = made.heading;
  if (made.headingForm !== undefined) draft.headingForm = made.headingForm;
  draft.children = [...made.children.map((child) => newDraft(child, draft, operation.id)), ...kept];
  draft.replaced = operation.clause;
  return noted([]);
}

/** New wording as one level; a mark at its head is its own. */
function levelOf(lines: readonly string[], { position }: Task): Provision | undefined {
  const marked = itemHead(lines[0] ?? '') ? lines : [`一、${lines[0] ?? ''}`, ...lines.slice(1)];
  const [only, ...more] = growLevels(marked, position);
  return only && more.length === 0 && only.type === 'level' ? only : undefined;
}

/** 增加一条，作为第三条：“三、…” */
export function insertLevel(ground: Ground, operation: Task): Outcome {
  const number = operation.destination?.locator?.steps.at(-1)?.number;
  const list = [...walk(ground.root)].find(({ type, old }) => type === 'level' && old !== undefined);
  const made = levelOf(operation.content ?? [], operation);
  if (!list?.parent || !made || number === undefined || operation.destination?.also)
    return refused('文本不以条编号，不能确定新增内容的位置');
  const draft = newDraft({ ...made, label: '' }, list.parent, operation.id);
  draft.fixed = number;
  const { children } = list.parent;
  attach(list.parent, children.findLastIndex(({ type }) => type === 'level') + 1, [draft]);
  return noted([]);
}
