/** 修改为: a provision is given new wording as a whole. */
import { fold, likeness } from '../../../compare/index.ts';
import type { Provision, Target } from '../../../model.ts';
import { claim } from '../../text/claims.ts';
import { clauseName, type Doer, sameClause } from '../../text/clauses.ts';
import { itemHead, itemLines, splitArticles } from '../../text/content.ts';
import { type Draft, remove, removedBy, replacedBy, walk } from '../../text/draft.ts';
import { nodesAt, targetsName } from '../../text/places.ts';
import { alreadyGone, refuse, rewritten, type Told } from '../../text/refusal.ts';
import { forget, nodeBack, singles } from '../back.ts';
import type { Kind, Task } from '../kind.ts';
import { give } from './give.ts';
import { rows } from './rows.ts';

type Sub = Task<'substitute'>;

/** Lays down new wording; refuses where a place was changed before, or the wording cannot be shared among the targets. */
export function substituteAt(drafts: readonly Draft[], task: Sub, told: Told): void {
  const [target] = task.targets as [Target];
  if (task.former && target.kind === 'provision') {
    const [draft = refuse(mismatch), ...others] = partsQuoted(drafts, task.former, task);
    give(draft, task.wording.flat(), task, told);
    for (const other of others) {
      remove(other, task);
      other.by.add(task.id);
    }
    return;
  }
  const shares = share(drafts, task) ?? refuse(`新条文与“${targetsName(task.targets)}”不能一一对应`);
  for (const draft of drafts) {
    if (removedBy(draft) !== undefined) refuse(alreadyGone);
    const by = replacedBy(draft);
    if (by !== undefined) refuse(rewritten(by));
    const other = target.kind === 'provision' ? otherWork(draft, task) : undefined;
    if (other !== undefined) refuse(`该处已由${clauseName(other)}作了部分修改，两处修改相冲突`);
  }
  drafts.forEach((draft, i) => {
    const doubt = target.kind === 'provision' ? likerNeighbour(draft, shares[i]!) : undefined;
    if (doubt !== undefined && told.doubts.length === 0) told.doubts.push(doubt);
    give(draft, shares[i]!, task, told);
  });
}

const mismatch = '引出的旧文与文本不一致，不能确定替换的是哪些文字';

/**
 * The nodes whose words are quoted as a whole: they must stand so in the text, as the place itself or as some of its 款,
 * and only what is quoted is replaced.
 */
function partsQuoted([draft, ...others]: readonly Draft[], former: readonly string[], task: Sub): Draft[] {
  if (!draft || others.length > 0) return refuse('引出的旧文应当只在一处');
  const foldedLines = (lines: readonly string[]) => lines.map((line) => fold(line).text).join('\n');
  const wording = (nodes: readonly Draft[]) => foldedLines(nodes.flatMap(linesIn));
  const quoted = foldedLines(former);
  const by = replacedBy(draft) ?? otherWork(draft, task) ?? removedBy(draft);
  if (by !== undefined) refuse(rewritten(by));
  if (wording([draft]) === quoted) return [draft];
  const parts = draft.children.filter(({ type }) => type === 'paragraph');
  for (let from = 0; from < parts.length; from++) {
    const to = parts.findIndex((_, i) => i >= from && wording(parts.slice(from, i + 1)) === quoted);
    if (to >= 0) return parts.slice(from, to + 1);
  }
  return refuse(mismatch);
}

/** The lines that a node prints, an article's label left out. */
function linesIn({ type, label, text, children }: Draft): string[] {
  const own = (type === 'article' ? '' : label) + text;
  return [...(own === '' ? [] : [own]), ...children.flatMap(linesIn)];
}

/**
 * Where the new wording is much more like a neighbour than like its target, one of the two texts counts otherwise than
 * the decision (a paragraph broken in print, an article that the edition lacks): applied as it says, and said.
 */
function likerNeighbour(draft: Draft, lines: readonly string[]): string | undefined {
  const words = lines.join('');
  const own = likeness(wordsOf(draft.old ?? draft), words);
  if (own > 0.3 || !draft.parent || draft.missing) return undefined;
  const siblings = draft.parent.children.filter(({ type, old }) => type === draft.type && old);
  const at = siblings.indexOf(draft);
  const near = siblings
    .slice(Math.max(0, at - 3), at + 4)
    .find((other) => other !== draft && likeness(wordsOf(other.old!), words) > Math.max(0.6, own * 2));
  if (!near) return undefined;
  const name = near.label === '' ? `第${near.old!.number}款` : near.label;
  return `新条文与所改条款不相近，与${name}更相近，请核对`;
}

function wordsOf({ text, children }: Draft | Provision): string {
  return text + children.map(wordsOf).join('');
}

/** The other clause that has changed words of what is now to be given new wording as a whole. */
function otherWork(draft: Draft, own: Sub): Doer | undefined {
  return walk(draft)
    .flatMap(({ edits, headingEdits }) => [...edits, ...headingEdits])
    .find(({ by }) => by && !sameClause(by, own))?.by;
}

/** Which lines go to which target: by article labels, by quotations, or line by line. */
function share(drafts: readonly Draft[], { wording }: Sub): (readonly string[])[] | undefined {
  const lines = wording.flat();
  if (drafts.length === 1) return [lines];
  const articles = drafts.every(({ type }) => type === 'article') ? splitArticles(lines) : undefined;
  if (articles?.length === drafts.length) {
    const byNumber = drafts.flatMap(
      ({ number }) => articles.find((article) => article.number === number) ?? [],
    );
    return (byNumber.length === drafts.length ? byNumber : articles).map((article) => article.lines);
  }
  if (wording.length === drafts.length) return [...wording];
  if (lines.length === drafts.length) return lines.map((line) => [line]);
  const items = drafts.every(({ type }) => type === 'item' || type === 'point')
    ? splitItems(itemLines(lines, drafts.length))
    : undefined;
  return items?.length === drafts.length ? items : undefined;
}

function splitItems(lines: readonly string[]): string[][] | undefined {
  const items: string[][] = [];
  for (const line of lines) {
    if (itemHead(line)) items.push([line]);
    else if (items.length > 0) items.at(-1)!.push(line);
    else return undefined;
  }
  return items;
}

export const substitute: Kind<'substitute'> = {
  label: '修改',
  rows,
  act(ground, task, told) {
    const drafts = nodesAt(ground, task.targets, told);
    if (task.targets[0]?.kind === 'provision')
      for (const draft of drafts) claim(ground, draft, 'whole', task);
    substituteAt(drafts, task, told);
  },
  undo(back, task, level) {
    if (level !== 'words') return;
    for (const { steps } of singles(task.targets)) {
      const node = nodeBack(back, steps);
      if (!node) {
        back.open.push(task);
        continue;
      }
      const lines = task.wording.flat();
      // The decision gave only the lead of a list: its items are those of today.
      const lead =
        node.type === 'paragraph' &&
        node.children.length > 0 &&
        lines.length === 1 &&
        /[：:]$/.test(lines[0]!);
      const below = node.children;
      forget(node, task);
      if (lead) node.children = below;
      const reason = lead
        ? '引导语原文未载，其下各项未变'
        : node.type === 'article'
          ? '原条文字以及款数、项数原文未载'
          : '原有文字原文未载';
      back.notes.push({ draft: node, clause: task.clause, reason });
    }
  },
};
