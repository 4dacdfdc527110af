/** New paragraphs, items and points. */
import type { Provision } from '../../../model.ts';
import { formatLocator } from '../../../references/locator.ts';
import { claim } from '../../text/claims.ts';
import { sameClause } from '../../text/clauses.ts';
import { articleHead, growParagraphs, itemHead, itemLines } from '../../text/content.ts';
import { attach, beside, childrenOf, type Draft, newDraft, removedBy, replacedBy } from '../../text/draft.ts';
import type { Ground } from '../../text/ground.ts';
import { locatorsOf } from '../../text/locators.ts';
import { nodeAt } from '../../text/places.ts';
import { alreadyGone, refuse, rewritten, type Told } from '../../text/refusal.ts';
import { pointsIn } from '../substitute/give.ts';
import { endOf, type Insert, laidDown } from './task.ts';

export function insertParts(ground: Ground, task: Insert, told: Told): void {
  const { unit, id, to } = task;
  const { parent, at } = holderOf(ground, task);
  if (removedBy(parent) !== undefined) refuse(alreadyGone);
  const by = replacedBy(parent);
  // 修改为：“…”，增加一款，作为第二款：“…”: counted in the wording that the same clause has just laid down.
  if (by !== undefined && !(sameClause(by, task) && to.at === 'number')) refuse(rewritten(by));
  claim(ground, parent, 'add', task);
  const numbers = laidDown(task);
  const made =
    unit === 'paragraph' ? newParagraphs(task, numbers.length, told) : newItems(task, numbers.length);
  const drafts = made.map((provision, i) => {
    const draft = newDraft(provision, parent, id);
    // Without 作为第六项 the label in the quotation, （六）, says which number is laid down.
    const label = at === undefined && provision.label !== '' ? provision.number : '';
    const number = numbers[i] ?? (numbers.length === 1 ? String(Number(numbers[0]) + i) : label);
    if (number !== '') draft.fixed = number;
    return draft;
  });
  const taken = drafts.find(
    ({ fixed }) => fixed !== undefined && childrenOf(parent, unit).some((child) => child.fixed === fixed),
  );
  if (taken)
    refuse(`${formatLocator({ steps: [{ type: unit, number: taken.fixed! }] })}已由本决定的另一处修改占用`);
  attach(parent, at ?? endOf(parent, unit), drafts);
  parent.by.add(id);
  if (at === undefined && drafts.every(({ fixed }) => fixed === undefined))
    told.notes.push('未写明位置，加在该处末尾');
}

const uneven = '增加的内容与所列款项数不一致';

function newParagraphs({ wording, position }: Insert, count: number, { notes }: Told): Provision[] {
  const parts = count > 1 && wording.length === count ? wording : [wording.flat()];
  const grown = parts.flatMap((lines) => growParagraphs(lines, position));
  const paragraphs = grown.filter(({ type }) => type === 'paragraph').length;
  if (paragraphs === 0 || (count > 1 && paragraphs !== count)) return refuse(uneven);
  if (count <= 1 && paragraphs > 1) notes.push(`引文有${paragraphs}款`);
  return grown;
}

function newItems(task: Insert, count: number): Provision[] {
  const all = task.wording.flat();
  const lines = count > 1 ? itemLines(all, count) : all;
  const style = styleOf(lines[0] ?? '');
  const groups: string[][] = [];
  if (lines.some((line) => itemHead(line))) {
    // Marks of the first line's style begin items; marks of another style are points inside them.
    for (const line of lines) {
      if (styleOf(line) === style || groups.length === 0) groups.push([line]);
      else groups.at(-1)!.push(line);
    }
  } else if (task.wording.length === 1 && count > 1) groups.push(...lines.map((line) => [line]));
  else groups.push(...task.wording.map((own) => [...own]));
  if (groups.length === 0 || (count > 1 && groups.length !== count)) return refuse(uneven);
  return groups.map(([first = '', ...rest]): Provision => {
    const head = itemHead(first);
    return {
      type: task.unit,
      number: head?.number ?? '',
      label: head?.label ?? '',
      eId: '',
      text: head ? head.rest : first,
      children: pointsIn(rest, task),
      position: task.position,
    };
  });
}

function styleOf(line: string): string {
  if (articleHead(line)) return 'article';
  if (/^[（(]\s*[一二三四五六七八九十百]/.test(line)) return 'han';
  if (/^[（(]\s*\d/.test(line)) return 'digit-bracket';
  if (/^\d{1,3}[.．、]/.test(line)) return 'digit';
  return itemHead(line) ? 'other' : '';
}

/** The node that receives new paragraphs, items or points, and the index where an anchor says so. */
function holderOf(ground: Ground, task: Insert): { parent: Draft; at?: number } {
  const { targets, to, unit } = task;
  if (to.at === 'after' || to.at === 'before') {
    const anchor = nodeAt(ground, to.anchor);
    claim(ground, anchor, 'mark', task);
    return beside(anchor, to.at);
  }
  const over = to.at === 'number' ? (to.locators[0]?.steps.slice(0, -1) ?? []) : [];
  const target =
    locatorsOf(targets).at(-1) ?? (over.length > 0 ? { steps: over } : refuse('未写明在哪一条增加'));
  const holder = nodeAt(ground, target);
  // 在第二款后增加一款，作为第三款: the anchor's own parent receives it.
  if (holder.type === unit) return { parent: holder.parent! };
  if (unit === 'paragraph')
    return holder.type === 'article' ? { parent: holder } : refuse(`${formatLocator(target)}之下不能增加款`);
  if (holder.type === 'paragraph' || holder.type === 'item') return { parent: holder };
  // The paragraph whose list is meant by 第十条增加一项.
  const paragraphs = childrenOf(holder, 'paragraph');
  const listed = paragraphs.filter((paragraph) => childrenOf(paragraph, unit).length > 0);
  const [parent] = listed.length > 0 ? listed : paragraphs;
  if (parent && (listed.length === 1 || (listed.length === 0 && paragraphs.length === 1))) return { parent };
  return refuse(`${formatLocator(target)}有${listed.length}款列有项，未写明在哪一款增加`);
}
