/** What is not a provision: the title, headings, the introduction, the table of contents, annexes. */
import type { ContentsEntry, Instrument, Provision } from '../model.ts';
import { done, noted, type Outcome, refused } from './outcome.ts';
import type { Task } from './task.ts';
import { growParagraphs, headingWords } from './text/content.ts';
import { attach, type Draft, detach, newDraft, walk } from './text/draft.ts';
import { findWords } from './text/find-words.ts';
import type { Ground } from './text/ground.ts';
import { findTarget } from './text/targets.ts';
import { setTitle } from './text/titles.ts';

/** retitle: 将名称修改为…, 第二章章名修改为…, 将引言修改为… */
export function retitle(ground: Ground, operation: Task, instrument: Instrument): Outcome {
  const [words] = operation.content ?? [];
  if (operation.part === 'title') {
    if (words === undefined) return refused('没有载明新的名称');
    setTitle(instrument, words.replace(/^《|》$/g, ''));
    return done;
  }
  if (operation.part === 'introduction') return introduction(ground, operation);
  const [target] = operation.targets;
  if (!target || words === undefined) return refused('没有载明修改哪一标题');
  const found = findTarget(ground, target);
  if (!found.ok) return refused(found.reason);
  found.draft.heading = headingWords(words);
  found.draft.headingEdits.length = 0;
  found.draft.amended = true;
  found.draft.by.add(operation.id);
  return done;
}

/** The text between the title and the first article. */
function introduction(ground: Ground, operation: Task): Outcome {
  const old = introductionOf(ground.root);
  if (old.length === 0) return refused('没有引言');
  if (operation.op === 'repeal') {
    for (const draft of old) {
      draft.removed = operation.clause;
      draft.by.add(operation.id);
    }
    return done;
  }
  if (operation.op === 'replaceWords') return introductionWords(old, operation);
  const grown = growParagraphs(operation.content ?? [], operation.position);
  if (grown.length === 0) return refused('没有载明新的引言');
  const [first, ...others] = old as [Draft, ...Draft[]];
  const [lead, ...rest] = grown as [Provision, ...Provision[]];
  first.text = lead.text;
  first.children = lead.children.map((child) => newDraft(child, first, operation.id));
  first.replaced = operation.clause;
  first.amended = true;
  first.by.add(operation.id);
  for (const draft of others) detach(draft);
  attach(
    ground.root,
    ground.root.children.indexOf(first) + 1,
    rest.map((provision) => newDraft(provision, ground.root, operation.id)),
  );
  return done;
}

function introductionWords(drafts: readonly Draft[], operation: Task): Outcome {
  const edits = (operation.words ?? []).flatMap(({ from, to }) =>
    drafts.flatMap((draft) => findWords(draft.text, from).map(([start, end]) => ({ draft, start, end, to }))),
  );
  if (edits.length === 0) return refused(`引言中没有“${operation.words?.[0]?.from ?? ''}”`);
  for (const { draft, start, end, to } of edits) {
    draft.edits.push({ start, end, to, clause: operation.clause });
    draft.amended = true;
    draft.by.add(operation.id);
  }
  return done;
}

function introductionOf(root: Draft): Draft[] {
  const at = root.children.findIndex(({ type }) => type !== 'paragraph');
  return root.children.slice(0, at < 0 ? 0 : at).filter(({ removed }) => removed === undefined);
}

/** Annexes: named by number, or by their own title; given new wording, or words in them replaced. */
export function changeAnnex(ground: Ground, instrument: Instrument, operation: Task): Outcome {
  const name = operation.partNumber;
  const annexes = instrument.annexes.filter(
    ({ label, title }, i) =>
      name === undefined ||
      label.replace(/[^\d一二三四五六七八九十]/g, '') === name ||
      String(i + 1) === name ||
      bare(title) === bare(name),
  );
  if (operation.op === 'substitute' && operation.content) {
    const [annex, ...more] = annexes;
    if (!annex && name !== undefined) return replaceTable(ground, name, operation.content, operation);
    if (!annex || more.length > 0)
      return refused(annex ? '文本有几个附件，没有写明是哪一个' : '文本没有该附件，须由人工处理');
    const lines = operation.content.filter(
      (line) => ![annex.label, annex.title].map(bare).includes(bare(line)),
    );
    annex.provisions = growParagraphs(lines, operation.position);
    annex.missing = false;
    return done;
  }
  if (operation.op !== 'replaceWords' || !operation.words)
    return refused('对附件的修改不是文字替换，也没有载明新的附件，须由人工处理');
  if (annexes.length === 0) return refused('文本没有该附件');
  let count = 0;
  for (const { from, to } of operation.words)
    for (const annex of annexes) count += replaceInAll(annex.provisions, from, to);
  if (count > 0) return noted([`附件中共${count}处`]);
  return refused(
    annexes.every(({ missing }) => missing) ? '附件原文未载' : `附件中没有“${operation.words[0]!.from}”`,
  );
}

const bare = (words: string): string => words.replace(/[\s\u3000：:]/g, '');

/** A table printed under its own title behind the last article: everything from the title on is the table. */
function replaceTable(ground: Ground, name: string, lines: readonly string[], operation: Task): Outcome {
  const [title, ...more] = [...walk(ground.root)].filter(
    ({ text, type }) => type === 'paragraph' && bare(text) === bare(name),
  );
  const siblings = title?.parent?.children;
  if (!title?.parent || !siblings || more.length > 0) return refused(`文本没有题为“${name}”的附件或者表`);
  const old = siblings.slice(siblings.indexOf(title) + 1);
  for (const draft of old) {
    draft.removed = operation.clause;
    draft.by.add(operation.id);
  }
  const grown = growParagraphs(lines, operation.position);
  attach(
    title.parent,
    siblings.length,
    grown.map((provision) => newDraft(provision, title.parent, operation.id)),
  );
  return { ok: true, doubt: `“${name}”以下到文末共${old.length}行都按该表替换` };
}

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

/** The instrument's own table of contents follows its chapters. */
export function followContents(instrument: Instrument, before: readonly Provision[]): void {
  const { contents } = instrument;
  if (!contents || contents.length === 0) return;
  const old = containersOf(before);
  const now = containersOf(instrument.provisions);
  if (
    old.length === now.length &&
    old.every(
      ({ provision }, i) =>
        provision.label === now[i]!.provision.label && provision.heading === now[i]!.provision.heading,
    )
  )
    return;
  const depth = Math.max(...contents.map((entry) => entry.depth));
  const least = Math.min(...contents.map((entry) => entry.depth));
  const kept = now.filter((container) => container.depth + least <= depth);
  const { position } = contents[0]!;
  instrument.contents = kept.map(({ provision, depth: level }): ContentsEntry => {
    const heading = provision.heading ?? '';
    return {
      depth: level + least,
      text: textOf(provision),
      label: provision.label,
      heading,
      position,
      target: provision.eId,
    };
  });
  const titles = new Set(contents.map(({ text }) => text.replace(/\s/g, '')));
  let placed = false;
  instrument.frame = instrument.frame.flatMap((line) => {
    if (line.role !== 'toc' || !titles.has(line.text.replace(/\s/g, ''))) return [line];
    if (placed) return [];
    placed = true;
    return instrument.contents!.map(({ text }) => ({ ...line, text }));
  });
}

function textOf({ label, heading }: Provision): string {
  return [label, heading].filter(Boolean).join('　');
}

function containersOf(
  provisions: readonly Provision[],
  depth = 0,
): { provision: Provision; depth: number }[] {
  return provisions.flatMap((provision) =>
    provision.type === 'part' || provision.type === 'chapter' || provision.type === 'section'
      ? [{ provision, depth }, ...containersOf(provision.children, depth + 1)]
      : [],
  );
}
