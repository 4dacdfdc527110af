/** 移至: provisions come to stand elsewhere. */

import type { Destination } from '../../model.ts';
import { formatLocator } from '../../references/locator.ts';
import { rankOf } from '../../references/steps.ts';
import { phrase } from '../read/pattern.ts';
import { numbersIn, type Phrase, sideOf, targetsOrLast } from '../read/phrase.ts';
import { claim } from '../text/claims.ts';
import { attach, beside, detach, move as moved } from '../text/draft.ts';
import { above, isContainer, locatorsOf, typeOf } from '../text/locators.ts';
import { nodeAt } from '../text/places.ts';
import { refuse } from '../text/refusal.ts';
import { levelOf, singles } from './back.ts';
import type { Kind } from './kind.ts';
import { renumberAt, sources } from './renumber.ts';

const rows: readonly Phrase[] = [
  {
    name: 'move', // 将第三章移至第五章后; …修改为：“…”并移至第五十八条之后
    pattern: phrase(
      '(?:{BA}<target:T>(?:整体|的内容)?|(?:并|同时|将其|，)*)(?:移至|移到|移动到|移动至|调整至|调整到|移入|移于|置于|放在|前移至|后移至|并入)(?<anchor>{L})(?<side>之后|之前|后面|前面|后|前|中|内)?(?:[，,]?(?:并)?(?:作为|改为|列为)(?<dest>{L}))?',
    ),
    read: (parts, context) => {
      const targets = targetsOrLast(parts.target, context).filter((place) => 'locator' in place);
      const [anchor] = numbersIn(parts.anchor, context);
      if (parts.target === undefined && (targets.length === 0 || parts.side === undefined)) return undefined;
      const [named] = numbersIn(parts.dest, context);
      const over = anchor && named ? above(anchor.steps, named.steps.at(-1)!.type) : [];
      const number = named && over.length > 0 ? { steps: [...over, named.steps.at(-1)!] } : named;
      const within =
        parts.side !== undefined ||
        isContainer(typeOf(anchor)) !== isContainer(typeOf(locatorsOf(targets)[0]));
      const to: Destination = number
        ? { at: 'number', locators: [number] }
        : !anchor
          ? { at: 'end' }
          : within
            ? { at: sideOf(parts.side) ?? 'inside', anchor }
            : { at: 'number', locators: [anchor] };
      return [{ op: 'move', targets, to }];
    },
  },
];

export const move: Kind<'move'> = {
  label: '移动',
  rows,
  act(ground, task, told) {
    const from = sources(ground, task, told);
    const { to } = task;
    if (to.at === 'end') return refuse('未写明移至何处');
    if (to.at === 'number') {
      const chapter = to.locators[0]?.steps.filter(({ type }) => isContainer(type)) ?? [];
      if (chapter.length > 0 && from.every(({ type }) => type === 'article')) {
        const home = nodeAt(ground, { steps: chapter });
        for (const draft of from) {
          detach(draft);
          attach(home, home.children.length, [draft]);
        }
      }
      for (const draft of from) moved(draft, task);
      return renumberAt(ground, from, to.locators, task);
    }
    const anchor = nodeAt(ground, to.anchor);
    if (rankOf(anchor.type) > rankOf('article')) claim(ground, anchor, 'mark', task);
    const [first] = from;
    if (from.includes(anchor)) refuse('不能移至自身前后');
    const inside = to.at === 'inside';
    if (inside && rankOf(anchor.type) >= rankOf(first!.type)) refuse(`不能移入${formatLocator(to.anchor)}`);
    if (!inside && anchor.type !== first!.type) refuse('移动的条款与所至之处不是同一层次');
    const parent = inside ? anchor : anchor.parent!;
    for (const draft of from) {
      const leaves = parent !== draft.parent && rankOf(draft.type) > rankOf('article');
      claim(ground, draft, leaves ? 'leave' : 'place', task);
      detach(draft);
      moved(draft, task);
      draft.by.add(task.id);
    }
    attach(parent, to.at === 'inside' ? parent.children.length : beside(anchor, to.at).at, from);
  },
  undo(back, task, level) {
    const type = singles(task.targets)[0]?.type ?? typeOf(locatorsOf(task.targets)[0]);
    if (level === (levelOf(type) === 'container' ? 'container' : 'article')) back.open.push(task);
  },
};
