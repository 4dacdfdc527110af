/** Old words where the decision tells them; 原文未载 where it took them away. */
import type { Operation, ProvisionType, WordChange } from '../model.ts';
import { type Left, leaves } from './act-words.ts';
import { type Draft, walk } from './text/draft.ts';
import { findWords } from './text/find-words.ts';
import { byOldNumber, forget, oldTargets, type Work } from './turn.ts';
import { listHolder } from './turn-parts.ts';

export function turnWords(work: Work): void {
  for (const { operation, id } of work.tasks) {
    const { op, clause } = operation;
    if (op === 'substitute') turnSubstitute(work, operation, id);
    if (op !== 'replaceWords' || operation.part === 'title' || operation.part === 'annex') continue;
    const places =
      operation.targets.length === 0
        ? [work.ground.root]
        : oldTargets(operation).flatMap((target) => nodeOf(work, target.numbers) ?? []);
    if (places.length === 0 || !operation.words) {
      work.open.push(operation);
      continue;
    }
    for (const change of operation.words) turnChange(work, places, change, operation, id, clause);
  }
}

function turnSubstitute(work: Work, operation: Operation, id: number): void {
  for (const target of oldTargets(operation)) {
    const node = nodeOf(work, target.numbers);
    if (!node) {
      work.open.push(operation);
      continue;
    }
    const kept = leadOnly(operation, node);
    const below = node.children;
    forget(node, id);
    if (kept) node.children = below;
    const reason = kept
      ? '引导语原文未载，其下各项未变'
      : node.type === 'article'
        ? '原条文字以及款数、项数原文未载'
        : '原有文字原文未载';
    work.notes.push({ draft: node, clause: operation.clause, reason });
  }
  if (operation.targets.length === 0) work.open.push(operation);
}

/** The decision gave only the lead of a list: its items are those of today. */
function leadOnly(operation: Operation, node: Draft): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.length > 0 &&
    operation.content?.length === 1 &&
    /[：:]$/.test(operation.content[0]!)
  );
}

/** The node under old numbers. */
function nodeOf(work: Work, numbers: Partial<Record<ProvisionType, string>>): Draft | undefined {
  if (numbers.article === undefined) {
    const [type] = (['section', 'chapter', 'part'] as const).filter((kind) => numbers[kind] !== undefined);
    return type && byOldNumber(walk(work.ground.root), type, numbers[type]);
  }
  const article = work.articles.get(numbers.article);
  if (!article) return undefined;
  if (numbers.paragraph === undefined && numbers.item === undefined) return article;
  const steps = (Object.entries(numbers) as [ProvisionType, string][]).map(([type, number]) => ({
    type,
    number,
  }));
  const paragraph =
    numbers.paragraph === undefined
      ? listHolder(work, steps, 'item')
      : byOldNumber(article.children, 'paragraph', numbers.paragraph);
  if (!paragraph || numbers.item === undefined) return paragraph;
  const item = byOldNumber(paragraph.children, 'item', numbers.item);
  return item && numbers.point !== undefined ? byOldNumber(item.children, 'point', numbers.point) : item;
}

/** Puts the old words back where the new ones stand; where that is not certain, says what is not known. */
function turnChange(
  work: Work,
  places: readonly Draft[],
  change: WordChange,
  operation: Operation,
  id: number,
  clause: string,
): void {
  const note = (draft: Draft | undefined, reason: string) =>
    work.notes.push({ ...(draft ? { draft } : {}), clause, reason });
  const left = (operation.except ?? []).flatMap(({ place, words }): Left[] => {
    const outside = place ? oldTargets({ ...operation, targets: [place] }) : [];
    const nodes = place ? outside.flatMap(({ numbers }) => nodeOf(work, numbers) ?? []) : [work.ground.root];
    return nodes.map((draft) => ({ draft, words }));
  });
  const nodes = places
    .flatMap((place) => [...walk(place)])
    .filter((node) => !node.missing && node.old && node.replaced === undefined);
  const adds = change.after !== undefined || change.before !== undefined;
  if (operation.destination !== undefined && !adds) {
    turnEnd(nodes, change, id, clause, (reason) => note(places[0], reason));
    return;
  }
  if (change.to === '') {
    note(places[0], `原文另有“${change.from}”，位置不详`);
    return;
  }
  const restored = change.before ?? change.after ?? change.from;
  const found = writtenForms(change)
    .map((words) =>
      nodes
        .flatMap((draft) => findWords(draft.text, words).map(([start, end]) => ({ draft, start, end })))
        .filter((at) => !left.some((outside) => leaves(outside, at.draft, at))),
    )
    .find((places) => places.length > 0);
  if (!found) {
    note(places[0], `决定写入的“${change.to}”在现行文本中没有找到，原文作“${restored}”之处不详`);
    return;
  }
  const sure = found.length === 1 || (!adds && change.to.length >= 8);
  if (found.length > 1) {
    const doubt = sure ? '均按由本决定改写推定' : `其中哪几处原作“${restored}”不能确定`;
    note(places[0], `“${change.to}”现有${found.length}处，${doubt}`);
  }
  for (const { draft, start, end } of found) {
    // Words that stay are still the decision's: their references are counted in the new numbers.
    draft.edits.push({ start, end, to: sure ? restored : draft.text.slice(start, end), clause });
    draft.by.add(id);
  }
}

/** How the words may stand in the text after: added words often have a mark between them and what was there. */
function writtenForms({ after, before, to }: WordChange): string[] {
  if (after !== undefined) return ['', '，', '、'].map((mark) => after + mark + to);
  if (before !== undefined) return ['', '，', '、'].map((mark) => to + mark + before);
  return [to];
}

function turnEnd(
  nodes: readonly Draft[],
  { to }: WordChange,
  id: number,
  clause: string,
  note: (reason: string) => void,
): void {
  const end = nodes.findLast(({ text }) => text.endsWith(to));
  if (!end) {
    note('决定增加的文字在现行文本中没有找到');
    return;
  }
  end.edits.push({ start: end.text.length - to.length, end: end.text.length, to: '', clause });
  end.by.add(id);
}
