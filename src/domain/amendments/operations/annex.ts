/** Annexes, named by number or by their own title: new wording, or words in them replaced. */

import { findWords } from '../../compare/index.ts';
import type { Annex, Instrument, Provision, WordChange } from '../../model.ts';
import { growParagraphs } from '../text/content.ts';
import { attach, newDraft, remove, walk } from '../text/draft.ts';
import type { Ground } from '../text/ground.ts';
import { refuse, type Told } from '../text/refusal.ts';
import type { Kind, Task } from './kind.ts';

const bare = (words: string): string => words.replace(/[\s\u3000：:]/g, '');

function annexesOf({ annexes }: Instrument, name: string | undefined): Annex[] {
  return annexes.filter(
    ({ label, title }, i) =>
      name === undefined ||
      label.replace(/[^\d一二三四五六七八九十]/g, '') === name ||
      String(i + 1) === name ||
      bare(title) === bare(name),
  );
}

/** Replaces or strikes words in annexes. */
export function wordsOfAnnex(
  instrument: Instrument,
  name: string | undefined,
  change: WordChange,
  { notes }: Told,
): void {
  if (change.kind !== 'replace' && change.kind !== 'strike')
    refuse('对附件的修改不是文字替换，也没有载明新的附件，须由人工处理');
  const annexes = annexesOf(instrument, name);
  if (annexes.length === 0) refuse('文本没有该附件');
  const { which, from } = change;
  const replaced = (to: string) =>
    annexes.reduce((sum, { provisions }) => sum + replaceInAll(provisions, from, to), 0);
  const known = replaced(from);
  if (known > 1 && (which.is === 'counted' ? which.count !== known : which.is !== 'all'))
    refuse(`附件中有${known}处“${from}”，不能确定所改的是哪些`);
  const count = replaced(change.kind === 'strike' ? '' : change.to);
  if (count > 0) notes.push(`附件中共${count}处`);
  else refuse(annexes.every(({ missing }) => missing) ? '附件原文未载' : `附件中没有“${from}”`);
}

/** True where words stand in annexes, which words throughout the text may mean as well. */
export const inAnnexes = ({ annexes }: Instrument, words: string): boolean =>
  annexes.some(({ provisions }) => replaceInAll(provisions, words, words) > 0);

function replaceInAll(provisions: readonly Provision[], from: string, to: string): number {
  let count = 0;
  const replaced = (text: string): string => {
    const ranges = findWords(text, from);
    count += ranges.length;
    return ranges.reduceRight((out, [start, end]) => out.slice(0, start) + to + out.slice(end), text);
  };
  for (const provision of provisions) {
    provision.text = replaced(provision.text);
    if (provision.heading !== undefined) provision.heading = replaced(provision.heading);
    if (provision.rows) provision.rows = provision.rows.map((row) => row.map(replaced));
    count += replaceInAll(provision.children, from, to);
  }
  return count;
}

/** 删去附件2 */
export function removeAnnex(instrument: Instrument, name: string | undefined, { doubts }: Told): void {
  const [only, ...more] = annexesOf(instrument, name);
  if (!only || more.length > 0) refuse(only ? '文本有几个附件，没有写明是哪一个' : '文本没有该附件');
  if (only !== instrument.annexes.at(-1)) doubts.push('其后的附件编号未作调整，请核对');
  instrument.annexes = instrument.annexes.filter((annex) => annex !== only);
}

/** A table printed under its own title behind the last article: everything from the title on is the table. */
function replaceTable(
  { root }: Ground,
  name: string,
  lines: readonly string[],
  task: Task,
  { doubts }: Told,
): void {
  const [title, ...more] = walk(root).filter(
    ({ text, type }) => type === 'paragraph' && bare(text) === bare(name),
  );
  const parent = title?.parent;
  if (!parent || more.length > 0) refuse(`文本没有题为“${name}”的附件或者表`);
  const old = parent.children.slice(parent.children.indexOf(title) + 1);
  for (const draft of old) {
    remove(draft, task);
    draft.by.add(task.id);
  }
  const grown = growParagraphs(lines, task.position);
  attach(
    parent,
    parent.children.length,
    grown.map((provision) => newDraft(provision, parent, task.id)),
  );
  doubts.push(`“${name}”以下到文末共${old.length}行都按该表替换`);
}

export const annex: Kind<'annex'> = {
  label: '修改附件',
  rows: [],
  act(ground, task, told) {
    const [target] = task.targets;
    const name = target?.kind === 'annex' ? target.name : undefined;
    const lines = task.wording.flat();
    const [only, ...more] = annexesOf(ground.instrument, name);
    if (!only && name !== undefined) return replaceTable(ground, name, lines, task, told);
    if (!only || more.length > 0)
      return refuse(only ? '文本有几个附件，没有写明是哪一个' : '文本没有该附件，须由人工处理');
    const heads = [only.label, only.title].map(bare);
    only.provisions = growParagraphs(
      lines.filter((line) => !heads.includes(bare(line))),
      task.position,
    );
    only.missing = false;
  },
  undo(back, { clause }, level) {
    if (level === 'words') back.notes.push({ clause, reason: '附件原文未载' });
  },
};
