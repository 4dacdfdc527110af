/** repeal: a provision, a chapter's name or a sentence goes. */

import { noted, type Outcome, refused, rewritten } from './outcome.ts';
import type { Task } from './task.ts';
import { isRemoved, replacedBy } from './text/draft.ts';
import type { Ground } from './text/ground.ts';
import { sentenceRange } from './text/sentences.ts';
import { findTargets } from './text/targets.ts';

export function repeal(ground: Ground, operation: Task): Outcome {
  const notes: (string | undefined)[] = [];
  const chosen = [];
  for (const locator of operation.targets) {
    const found = findTargets(ground, locator);
    if (!found.ok) return refused(found.reason);
    notes.push(found.note);
    chosen.push(...found.drafts);
  }
  for (const draft of chosen) {
    if (isRemoved(draft)) return refused('该处已由本决定的另一条款删去');
    const by = replacedBy(draft.parent ?? draft);
    if (by !== undefined && by !== operation.clause) return refused(rewritten(by));
  }
  for (const draft of chosen) {
    draft.by.add(operation.id);
    if (operation.part === 'heading') {
      delete draft.heading;
      delete draft.headingForm;
      draft.amended = true;
    } else if (operation.part === 'sentence') {
      const holder = draft.type === 'article' && draft.children.length === 1 ? draft.children[0]! : draft;
      const own = sentenceRange(holder.text, operation.partNumber);
      if (!own) return refused('没有该句');
      holder.edits.push({ start: own[0], end: own[1], to: '', clause: operation.clause });
      holder.amended = true;
      holder.by.add(operation.id);
    } else {
      draft.removed = operation.clause;
    }
  }
  return noted(notes);
}
