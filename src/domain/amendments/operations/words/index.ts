/** 中的“A”修改为“B”: words replaced, struck or added. */
import { findWords } from '../../../compare/index.ts';
import type { Instrument, Target, WordChange } from '../../../model.ts';
import { walk } from '../../text/draft.ts';
import type { Ground } from '../../text/ground.ts';
import { nodesAt } from '../../text/places.ts';
import { refuse, type Told } from '../../text/refusal.ts';
import { setTitle } from '../../text/titles.ts';
import { inAnnexes, wordsOfAnnex } from '../annex.ts';
import { nodeBack, singles } from '../back.ts';
import type { Back, Kind, Task } from '../kind.ts';
import { additions } from './add.ts';
import { replacements } from './replace.ts';
import {
  coveredBy,
  editsOf,
  extend,
  findLoosely,
  type Left,
  leaves,
  namedBy,
  overlaps,
  type Words,
} from './spots.ts';
import { deletions } from './strike.ts';
import { throughoutRows } from './throughout.ts';

function inTitle(instrument: Instrument, change: WordChange): void {
  if (change.kind === 'extend' || change.kind === 'add') refuse('名称不能这样修改');
  const to = change.kind === 'strike' ? '' : change.to;
  const ranges = findWords(instrument.title, change.from);
  if (ranges.length === 0) refuse(`名称中没有“${change.from}”`);
  setTitle(
    instrument,
    ranges.reduceRight(
      (title, [start, end]) => title.slice(0, start) + to + title.slice(end),
      instrument.title,
    ),
  );
}

function act(ground: Ground, task: Task<'replaceWords'>, told: Told): void {
  const [target] = task.targets as [Target];
  if (target.kind === 'title') inTitle(ground.instrument, task.change);
  else if (target.kind === 'annex') wordsOfAnnex(ground.instrument, target.name, task.change, told);
  else if (target.kind !== 'contents') inProvisions(ground, task, target, told);
}

function inProvisions(ground: Ground, task: Task<'replaceWords'>, target: Target, told: Told): void {
  const { targets, change, except, id } = task;
  const drafts = nodesAt(ground, targets, told);
  const left = except.flatMap((one): Left[] => {
    const outside: Target = one.place ? { kind: 'provision', locator: one.place } : { kind: 'text' };
    return nodesAt(ground, [outside], told).map((draft) => ({ draft, words: one.words }));
  });
  const found =
    change.kind === 'extend' ? extend(drafts, change, task) : findLoosely(ground, drafts, change, task);
  const spots = found.filter(
    ({ draft, edit }) => !left.some((outside) => leaves(ground, outside, draft, edit)),
  );
  if (spots.length === 0) refuse('除外的条款以外没有所列文字');
  if (target.kind === 'text' && change.kind !== 'extend' && inAnnexes(ground.instrument, namedBy(change)))
    told.doubts.push(`附件中也有“${namedBy(change)}”，没有写明是否一并修改，附件未改，请核对`);
  if (spots.length > 1 && target.kind !== 'text' && change.kind !== 'extend' && change.which.is === 'all')
    told.notes.push(`“${namedBy(change)}”共${spots.length}处，均作修改`);
  // Words throughout the text leave alone what another clause says of the place; so do words inside longer ones.
  const clashes = spots.filter(overlaps);
  const yields = clashes.every((spot) => target.kind === 'text' || coveredBy(spot, task));
  const [clash] = clashes;
  if (clash && (!yields || clashes.length === spots.length))
    refuse(`与本决定的另一修改相冲突：“${clash.draft.text.slice(clash.edit.start, clash.edit.end)}”已被修改`);
  if (clash) told.notes.push(`另有${clashes.length}处已由本决定的其他修改改写`);
  for (const spot of spots.filter((one) => !clashes.includes(one))) {
    editsOf(spot).push(spot.edit);
    spot.draft.amended = true;
    spot.draft.by.add(id);
    if (spot.note !== undefined) told.notes.push(spot.note);
  }
}

/** Puts the old words back where the new ones stand; where that is not certain, says what is not known. */
function undo(back: Back, task: Task<'replaceWords'>): void {
  const { targets, change, except, clause, id } = task;
  const [target] = targets as [Target];
  if (target.kind === 'title' || target.kind === 'annex') return;
  const tops =
    target.kind === 'text'
      ? [back.ground.root]
      : singles(targets).flatMap(({ steps }) => nodeBack(back, steps) ?? []);
  if (tops.length === 0) {
    back.open.push(task);
    return;
  }
  const note = (reason: string) => back.notes.push({ draft: tops[0]!, clause, reason });
  const nodes = tops
    .flatMap((top) => walk(top))
    .filter((node) => !node.missing && node.old && node.fate.is !== 'replaced');
  if (change.kind === 'strike') return void note(`原文另有“${change.from}”，位置不详`);
  if (change.kind === 'extend') {
    const end = nodes.findLast(({ text }) => text.endsWith(change.to));
    if (!end) return void note('决定增加的文字在现行文本中没有找到');
    end.edits.push({ start: end.text.length - change.to.length, end: end.text.length, to: '', by: task });
    end.by.add(id);
    return;
  }
  const left = except.flatMap((one): Left[] => {
    const outside = one.place
      ? singles([{ kind: 'provision', locator: one.place }]).flatMap(
          ({ steps }) => nodeBack(back, steps) ?? [],
        )
      : [back.ground.root];
    return outside.map((draft) => ({ draft, words: one.words }));
  });
  const restored = namedBy(change);
  const found = writtenForms(change)
    .map((words) =>
      nodes
        .flatMap((draft) => findWords(draft.text, words).map(([start, end]) => ({ draft, start, end })))
        .filter((at) => !left.some((outside) => leaves(back.ground, outside, at.draft, at))),
    )
    .find((spots) => spots.length > 0);
  if (!found) return void note(`决定写入的“${change.to}”在现行文本中没有找到，原文作“${restored}”之处不详`);
  const sure =
    found.length === 1 || (change.kind === 'replace' && change.which.is === 'all' && change.to.length >= 8);
  if (found.length > 1) {
    const doubt = sure ? '均按由本决定改写推定' : `其中哪几处原作“${restored}”不能确定`;
    note(`“${change.to}”现有${found.length}处，${doubt}`);
  }
  for (const { draft, start, end } of found) {
    // Words that stay are still the decision's: their references are counted in the new numbers.
    draft.edits.push({ start, end, to: sure ? restored : draft.text.slice(start, end), by: task });
    draft.by.add(id);
  }
}

/** How the words may stand in the text after: added words often have a mark between them and what was there. */
function writtenForms(change: Exclude<Words, { kind: 'strike' }>): string[] {
  if (change.kind === 'replace') return [change.to];
  const { side, anchor, to } = change;
  return ['', '，', '、'].map((mark) => (side === 'after' ? anchor + mark + to : to + mark + anchor));
}

export const replaceWords: Kind<'replaceWords'> = {
  label: '改动字句',
  rows: [...throughoutRows, ...additions, ...replacements, ...deletions],
  act,
  undo: (back, task, level) => level === 'words' && undo(back, task),
};
