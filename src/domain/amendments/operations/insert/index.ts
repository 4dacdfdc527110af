/** 增加: new articles, paragraphs, items, points, chapters. */
import { articleHead } from '../../text/content.ts';
import type { Ground } from '../../text/ground.ts';
import { hasArticles } from '../../text/levels.ts';
import { isContainer, locatorsOf } from '../../text/locators.ts';
import type { Told } from '../../text/refusal.ts';
import { levelOf, type Row, rowOf, steppedOf, takeAway } from '../back.ts';
import type { Kind } from '../kind.ts';
import { insertArticles, insertContainer, insertLevel } from './articles.ts';
import { insertParts } from './parts.ts';
import { rows } from './rows.ts';
import type { Insert } from './task.ts';

/** Makes new provisions of a kind; `task` may be a part of another operation, whose wording they are. */
export function insertAt(ground: Ground, task: Insert, told: Told): void {
  const counted = hasArticles(ground) || !ground.index.ofType.has('level');
  if (task.unit === 'article') (counted ? insertArticles : insertLevel)(ground, task);
  else if (isContainer(task.unit)) insertContainer(ground, task);
  else insertParts(ground, task, told);
}

/** Numbers that paragraphs added at the end have now. */
function addedAtEnd({ wording }: Insert, row: Row): string[] {
  return row.last(Math.max(1, wording.flat().length)).flatMap(({ old }) => old?.number ?? []);
}

export const insert: Kind<'insert'> = {
  label: '增加',
  rows,
  act: insertAt,
  undo(back, task, level) {
    const { unit, to, targets } = task;
    if (levelOf(unit) !== level) return;
    const named = to.at === 'number' ? to.locators : [];
    const row = rowOf(back, unit, named[0]?.steps ?? locatorsOf(targets).at(-1)?.steps ?? []);
    const numbers =
      row && unit === 'paragraph' && to.at === 'end'
        ? addedAtEnd(task, row)
        : steppedOf(named).map(({ number }) => number);
    if (!row || numbers.length === 0) back.open.push(task);
    for (const number of numbers) {
      const now = row?.now(number);
      const own = task.wording.flat().flatMap((line) => articleHead(line)?.number ?? []);
      if (now) takeAway(back, now, task, own);
      else back.open.push(task);
    }
  },
};
