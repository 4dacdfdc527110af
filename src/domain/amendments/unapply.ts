/**
 * From the text after a decision back to what can be known of the text before it.
 *
 * Numbers and existence follow with certainty from the operations; words that the decision took away are 原文未载.
 * `删去第六条第一款第三项和第五项、第二款` and four items today → six items once, the third and fifth not held, and a
 * second paragraph, not held.
 */
import type { Instrument, Operation, Provision, ProvisionType, WordChange } from '../model.ts';
import { formatLocator } from '../references/locator.ts';
import type { Unplaced } from './act-insert.ts';
import { build } from './build.ts';
import { attach, type Draft, detach, emptyDraft, walk } from './draft.ts';
import { findWords } from './find-words.ts';
import { numberArticles } from './number-articles.ts';
import { numberContainers } from './number-containers.ts';
import { numberList, numberParagraphs, type Overflow } from './number-parts.ts';
import { separate } from './separate.ts';
import { type Ground, groundOf } from './targets.ts';
import { updateReferences } from './updates.ts';

/** What is known, or not known, of a place of the reconstructed text. */
export interface ReconstructionNote {
  /** eId in the reconstructed text; absent where the note concerns the whole. */
  eId?: string;
  clause: string;
  reason: string;
}

export interface Reconstruction {
  instrument: Instrument;
  notes: ReconstructionNote[];
  /** Operations that could not be turned back. */
  open: Operation[];
}

interface Work {
  ground: Ground;
  unplaced: Unplaced;
  tasks: { operation: Operation; id: number }[];
  notes: { draft?: Draft; clause: string; reason: string }[];
  open: Operation[];
  /** Articles by their number before the decision. */
  articles: Map<string, Draft>;
  /** Paragraphs on their way back into an article of the text before. */
  returning: { article: string; paragraph: Draft }[];
}

/**
 * Reconstructs the text before.
 * @param instrument the text as published after the decision; it is not changed
 * @param operations the decision's, as parsed
 * @returns a tree whose provisions that are not held have `missing: true` and no text; it says nothing that does not
 *   follow from the two texts
 */
export function unapply(instrument: Instrument, operations: readonly Operation[]): Reconstruction {
  const work: Work = {
    ground: groundOf(instrument.provisions),
    unplaced: { drafts: [] },
    tasks: operations.flatMap(separate).map((operation, id) => ({ operation, id })),
    notes: [],
    open: [],
    articles: new Map(),
    returning: [],
  };
  turnContainers(work);
  turnArticles(work);
  turnParagraphs(work);
  turnLists(work, 'item');
  turnLists(work, 'point');
  turnWords(work);
  turnRest(work, instrument);
  updateReferences(work.ground, instrument);
  const clauses = new Map(work.tasks.map(({ id, operation }) => [id, operation.clause]));
  const { provisions, made } = build(work.ground, (id) => clauses.get(id) ?? '');
  const notes = work.notes.map(({ draft, clause, reason }): ReconstructionNote => {
    const provision = draft && made.get(draft);
    return { ...(provision ? { eId: provision.eId } : {}), clause, reason };
  });
  return { instrument: { ...instrument, provisions }, notes, open: work.open };
}

// ------------------------------------------------------------- helpers

function missing(type: ProvisionType, number: string, id: number): Draft {
  const draft = emptyDraft(type);
  draft.missing = true;
  draft.fixed = number;
  draft.by.add(id);
  return draft;
}

/** Takes away what is not held any more: the words that the decision laid down in their place. */
function forget(draft: Draft, id: number): void {
  draft.text = '';
  draft.children = [];
  draft.missing = true;
  draft.edits.length = 0;
  draft.by.add(id);
  draft.replaced = '';
}

const lastOf = (operation: Operation): { type: ProvisionType; number?: string } | undefined =>
  operation.targets[0]?.steps.at(-1);

/** Last steps of the destinations, which are new numbers. */
function destinations(
  operation: Operation,
): { type: ProvisionType; number: string; above: string | undefined }[] {
  const { destination } = operation;
  if (!destination?.locator) return [];
  return [destination.locator, ...(destination.also ?? [])].flatMap(({ steps }) => {
    const last = steps.at(-1);
    const article = steps.find(({ type }) => type === 'article')?.number;
    return last?.number === undefined ? [] : [{ type: last.type, number: last.number, above: article }];
  });
}

/** Old steps of every single target; a range gives each number between its ends. */
function oldTargets(
  operation: Operation,
): { type: ProvisionType; numbers: Partial<Record<ProvisionType, string>> }[] {
  return operation.targets.flatMap(({ steps, through }) => {
    const last = steps.at(-1);
    if (!last?.number) return [];
    const numbers = Object.fromEntries(steps.map(({ type, number }) => [type, number])) as Partial<
      Record<ProvisionType, string>
    >;
    const end = through?.at(-1);
    if (!end?.number || end.type !== last.type) return [{ type: last.type, numbers }];
    const [from, to] = [Number(last.number), Number(end.number)];
    if (!(from <= to) || to - from > 500) return [{ type: last.type, numbers }];
    return Array.from({ length: to - from + 1 }, (_, i) => ({
      type: last.type,
      numbers: { ...numbers, [last.type]: String(from + i) },
    }));
  });
}

const live = (draft: Draft): boolean => draft.removed === undefined;

/** A node by its number in the text after. */
function byNewNumber(nodes: Iterable<Draft>, type: ProvisionType, number: string): Draft | undefined {
  for (const node of nodes) if (node.type === type && node.old?.number === number) return node;
  return undefined;
}

/** A node by its number in the text before, once its kind has been numbered back. */
function byOldNumber(
  nodes: Iterable<Draft>,
  type: ProvisionType,
  number: string | undefined,
): Draft | undefined {
  for (const node of nodes) if (node.type === type && node.number === number && live(node)) return node;
  return undefined;
}

// ---------------------------------------------------------- containers

const containers: ReadonlySet<ProvisionType> = new Set(['part', 'chapter', 'section']);

function turnContainers({ ground, tasks, notes, open, unplaced }: Work): void {
  const overflow: Overflow = (draft, reason) => {
    delete draft.fixed;
    notes.push({ draft, clause: '', reason });
  };
  for (const { operation, id } of tasks) {
    const type = lastOf(operation)?.type;
    if (operation.op === 'insert' && operation.unit && containers.has(operation.unit)) {
      const [to] = destinations(operation);
      const made = to && byNewNumber(walk(ground.root), to.type, to.number);
      if (!made) {
        open.push(operation);
        continue;
      }
      // The articles that the new chapter took in go back to where their neighbours are.
      for (const article of [...walk(made)].filter((draft) => draft.type === 'article')) {
        detach(article);
        article.fixed = undefined as never;
        delete article.fixed;
        homeless(article, unplaced);
      }
      made.removed = operation.clause;
    } else if (operation.op === 'repeal' && operation.part === undefined && type && containers.has(type)) {
      for (const { numbers } of oldTargets(operation)) {
        const gone = missing(type, numbers[type]!, id);
        const like = [...walk(ground.root)].find((draft) => draft.type === type)?.parent ?? ground.root;
        attach(like, like.children.length, [gone]);
        notes.push({ draft: gone, clause: operation.clause, reason: '原有此章节，其名称和条文原文未载' });
      }
      open.push(operation);
    } else if (operation.op === 'renumber' && type && containers.has(type)) {
      const [to] = destinations(operation);
      const now = to && byNewNumber(walk(ground.root), to.type, to.number);
      const before = lastOf(operation)?.number;
      if (now && before !== undefined) now.fixed = before;
    } else if (operation.op === 'move' && type && rankless(type)) open.push(operation);
  }
  numberContainers(ground.root, overflow);
}

function rankless(type: ProvisionType): boolean {
  return containers.has(type) || type === 'article';
}

/** An article without a chapter: it is placed by its number, between its neighbours. */
function homeless(article: Draft, unplaced: Unplaced): void {
  unplaced.drafts.push(article);
}

// ------------------------------------------------------------ articles

function turnArticles(work: Work): void {
  const { ground, tasks, notes, open, unplaced } = work;
  const all = new Set([...walk(ground.root), ...unplaced.drafts].filter(({ type }) => type === 'article'));
  for (const { operation, id } of tasks) {
    const { op, clause } = operation;
    const type = lastOf(operation)?.type;
    const to = destinations(operation).filter((step) => step.type === 'article');
    if (op === 'insert' && (operation.unit ?? 'article') === 'article') {
      for (const step of to) take(all, step.number, clause, work, operation);
    } else if (op === 'repeal' && type === 'article' && operation.part === undefined) {
      for (const { numbers } of oldTargets(operation)) lost(numbers.article!, id, operation, work);
    } else if (op === 'renumber' && type === 'article' && to.length > 0) {
      const from = oldTargets(operation);
      to.forEach((step, i) => {
        const now = byNewNumber(all, 'article', step.number);
        const before = from[i]?.numbers.article;
        if (now && before !== undefined) now.fixed = before;
        else open.push(operation);
      });
    } else if (op === 'split' && type === 'article') {
      const [first, ...more] = to;
      const now = first && byNewNumber(all, 'article', first.number);
      const before = lastOf(operation)?.number;
      if (!now || before === undefined) {
        open.push(operation);
        continue;
      }
      now.fixed = before;
      forget(now, id);
      notes.push({ draft: now, clause, reason: '原条拆分前的文字原文未载' });
      for (const step of more) take(all, step.number, clause, work, operation);
    } else if (op === 'merge' || (op === 'renumber' && type === 'paragraph' && to.length > 0)) {
      turnJoined(operation, id, all, work);
    }
  }
  for (const [number, id] of vanished(work)) {
    const article = emptyDraft('article');
    article.fixed = number;
    article.by.add(id);
    unplaced.drafts.push(article);
  }
  const overflow: Overflow = (draft, reason) => {
    delete draft.fixed;
    notes.push({ draft, clause: '', reason });
  };
  const renumbers =
    unplaced.drafts.length > 0 || [...all].some((draft) => draft.fixed !== undefined || !live(draft));
  for (const draft of unplaced.drafts) draft.parent = undefined;
  if (renumbers) numberArticles(ground.root, unplaced, true, overflow);
  for (const draft of walk(ground.root))
    if (draft.type === 'article' && live(draft)) work.articles.set(draft.number, draft);
}

/** An article that the decision made: it was not there. */
function take(
  all: ReadonlySet<Draft>,
  number: string,
  clause: string,
  { unplaced, open }: Work,
  operation: Operation,
): void {
  const now = byNewNumber(all, 'article', number);
  if (!now) {
    open.push(operation);
    return;
  }
  now.removed = clause;
  unplaced.drafts = unplaced.drafts.filter((draft) => draft !== now);
}

/** An article that the decision removed: it was there. */
function lost(number: string, id: number, operation: Operation, { unplaced, notes, ground }: Work): Draft {
  const held = [...walk(ground.root)].find(
    ({ type, old, text, children }) =>
      type === 'article' &&
      old?.number === number &&
      /^（(?:已)?(?:删去|删除)）$/.test(text || (children[0]?.text ?? '')),
  );
  const gone = held ?? missing('article', number, id);
  if (held) forget(held, id);
  else unplaced.drafts.push(gone);
  notes.push({ draft: gone, clause: operation.clause, reason: '原有此条，条文原文未载' });
  return gone;
}

/** Paragraphs that became an article, or were merged into one: they stood in their old articles. */
function turnJoined(operation: Operation, id: number, all: ReadonlySet<Draft>, work: Work): void {
  const { notes, open, unplaced } = work;
  const [to] = destinations(operation);
  const articles = operation.targets.every(({ steps }) => steps.at(-1)?.type === 'article');
  if (articles) {
    const from = oldTargets(operation);
    const now = byNewNumber(all, 'article', to?.number ?? from[0]?.numbers.article ?? '');
    if (!now) {
      open.push(operation);
      return;
    }
    now.fixed = from[0]!.numbers.article!;
    forget(now, id);
    notes.push({ draft: now, clause: operation.clause, reason: '合并前的条文原文未载' });
    for (const { numbers } of from.slice(1)) lost(numbers.article!, id, operation, work);
    return;
  }
  const now = to && byNewNumber(all, 'article', to.number);
  if (!now || to.type !== 'article') {
    if (operation.op === 'merge') open.push(operation);
    return;
  }
  now.removed = operation.clause;
  unplaced.drafts = unplaced.drafts.filter((draft) => draft !== now);
  const whole =
    operation.op === 'renumber' &&
    work.tasks.every(
      (task) =>
        task.operation.op !== 'substitute' ||
        formatLocator(task.operation.targets[0] ?? { steps: [] }) !== formatLocator(operation.targets[0]!),
    );
  for (const { numbers } of oldTargets(operation)) {
    const kept = whole ? now.children.find(({ type }) => type === 'paragraph') : undefined;
    const paragraph = kept ?? missing('paragraph', numbers.paragraph ?? '1', id);
    if (kept) detach(kept);
    else notes.push({ draft: paragraph, clause: operation.clause, reason: '原有此款，文字原文未载' });
    paragraph.fixed = numbers.paragraph ?? '1';
    work.returning.push({ article: numbers.article!, paragraph });
  }
}

/**
 * Articles that went with their last paragraph: all of 第一款, 第二款 … became articles or parts of others. One of
 * which the decision took a later paragraph only is still there.
 */
function vanished({ tasks }: Work): Map<string, number> {
  const taken = new Map<string, { paragraphs: Set<number>; id: number }>();
  for (const { operation, id } of tasks) {
    const [to] = destinations(operation);
    if ((operation.op !== 'renumber' && operation.op !== 'merge') || to?.type !== 'article') continue;
    for (const { type, numbers } of oldTargets(operation)) {
      if (type !== 'paragraph' || numbers.article === undefined) continue;
      const known = taken.get(numbers.article) ?? { paragraphs: new Set(), id };
      known.paragraphs.add(Number(numbers.paragraph));
      taken.set(numbers.article, known);
    }
  }
  const gone = new Map<string, number>();
  for (const [article, { paragraphs, id }] of taken) {
    const all =
      paragraphs.size >= 2 &&
      Array.from({ length: paragraphs.size }, (_, i) => i + 1).every((n) => paragraphs.has(n));
    if (all) gone.set(article, id);
  }
  return gone;
}

// ---------------------------------------------------------- paragraphs

function turnParagraphs(work: Work): void {
  const { tasks, notes, open, articles } = work;
  for (const { article, paragraph } of work.returning) {
    const home = articles.get(article);
    if (home) attach(home, home.children.length, [paragraph]);
    else notes.push({ clause: '', reason: `没有第${article}条可以放回其第${paragraph.fixed}款` });
  }
  const ignore: Overflow = (draft, reason) => {
    delete draft.fixed;
    notes.push({ draft, clause: '', reason });
  };
  const touched = new Set<Draft>();
  for (const { operation, id } of tasks) {
    const { op, clause } = operation;
    const inserts = op === 'insert' && operation.unit === 'paragraph';
    const steps = inserts
      ? (operation.destination?.locator?.steps ?? operation.targets.at(-1)?.steps ?? [])
      : (operation.targets[0]?.steps ?? []);
    const concerns =
      inserts ||
      (['repeal', 'renumber'].includes(op) &&
        lastOf(operation)?.type === 'paragraph' &&
        operation.part === undefined);
    if (!concerns) continue;
    const to = destinations(operation);
    if (op === 'renumber' && to.some(({ type }) => type !== 'paragraph')) continue;
    const article = articles.get(steps.find(({ type }) => type === 'article')?.number ?? '');
    if (!article) {
      open.push(operation);
      continue;
    }
    touched.add(article);
    const paragraphs = article.children.filter(({ type }) => type === 'paragraph');
    if (inserts) {
      const numbers = to.length > 0 ? to.map(({ number }) => number) : insertedAtEnd(operation, paragraphs);
      for (const number of numbers) {
        const now = byNewNumber(paragraphs, 'paragraph', number);
        if (now) now.removed = clause;
        else open.push(operation);
      }
    } else if (op === 'repeal') {
      for (const { numbers } of oldTargets(operation)) {
        const gone = missing('paragraph', numbers.paragraph!, id);
        attach(article, article.children.length, [gone]);
        notes.push({ draft: gone, clause, reason: '原有此款，文字原文未载' });
      }
    } else {
      const from = oldTargets(operation);
      to.forEach(({ number }, i) => {
        const now = byNewNumber(paragraphs, 'paragraph', number);
        const before = from[i]?.numbers.paragraph;
        if (now && before !== undefined) now.fixed = before;
        else open.push(operation);
      });
    }
  }
  for (const article of [...touched, ...articles.values()]) numberParagraphs(article, ignore);
}

/** Numbers that paragraphs added at the end have now. */
function insertedAtEnd(operation: Operation, paragraphs: readonly Draft[]): string[] {
  const lines = operation.content?.length ?? 1;
  if (operation.destination?.position !== 'end') return [];
  return paragraphs.slice(-lines).flatMap(({ old }) => old?.number ?? []);
}

// --------------------------------------------------------- items, points

function turnLists(work: Work, type: 'item' | 'point'): void {
  const { tasks, notes, open } = work;
  const ignore: Overflow = (draft, reason) => {
    delete draft.fixed;
    notes.push({ draft, clause: '', reason });
  };
  const touched = new Set<Draft>();
  for (const { operation, id } of tasks) {
    const { op, clause } = operation;
    const inserts = op === 'insert' && operation.unit === type;
    if (
      !inserts &&
      !(
        ['repeal', 'renumber'].includes(op) &&
        lastOf(operation)?.type === type &&
        operation.part === undefined
      )
    )
      continue;
    const steps = inserts
      ? (operation.destination?.locator?.steps ?? operation.targets.at(-1)?.steps ?? [])
      : operation.targets[0]!.steps;
    const holder = listHolder(work, steps, type);
    if (!holder) {
      open.push(operation);
      continue;
    }
    touched.add(holder);
    const items = holder.children.filter((child) => child.type === type);
    const to = destinations(operation);
    if (inserts) {
      for (const { number } of to) {
        const now = byNewNumber(items, type, number);
        if (now) now.removed = clause;
        else open.push(operation);
      }
      if (to.length === 0) open.push(operation);
    } else if (op === 'repeal') {
      for (const { numbers } of oldTargets(operation)) {
        const gone = missing(type, numbers[type]!, id);
        attach(holder, holder.children.length, [gone]);
        notes.push({ draft: gone, clause, reason: '原有此项，文字原文未载' });
      }
    } else {
      const from = oldTargets(operation);
      to.forEach(({ number }, i) => {
        const now = byNewNumber(items, type, number);
        const before = from[i]?.numbers[type];
        if (now && before !== undefined) now.fixed = before;
      });
    }
  }
  for (const holder of touched) numberList(holder, type, ignore, false);
}

/** The node that holds the list named by old steps. */
function listHolder(
  { articles }: Work,
  steps: readonly { type: ProvisionType; number?: string }[],
  type: 'item' | 'point',
): Draft | undefined {
  const numberOf = (kind: ProvisionType) => steps.find((step) => step.type === kind)?.number;
  const article = articles.get(numberOf('article') ?? '');
  if (!article || article.missing) return undefined;
  const paragraph = numberOf('paragraph');
  const paragraphs = article.children.filter((child) => child.type === 'paragraph' && live(child));
  const holds = paragraphs.filter(({ children }) => children.some((child) => child.type === 'item'));
  const chosen =
    paragraph !== undefined
      ? byOldNumber(paragraphs, 'paragraph', paragraph)
      : holds.length === 1
        ? holds[0]
        : paragraphs.length === 1
          ? paragraphs[0]
          : undefined;
  if (!chosen || type === 'item') return chosen;
  return byOldNumber(chosen.children, 'item', numberOf('item'));
}

// --------------------------------------------------------------- words

function turnWords(work: Work): void {
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
  const nodes = places
    .flatMap((place) => [...walk(place)])
    .filter(({ missing: gone, old, replaced }) => !gone && old && replaced === undefined);
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
      nodes.flatMap((draft) => findWords(draft.text, words).map(([start, end]) => ({ draft, start, end }))),
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

// ---------------------------------------------------------------- rest

/** Names, headings, introductions and general clauses. */
function turnRest({ tasks, notes, ground, open }: Work, instrument: Instrument): void {
  for (const { operation, id } of tasks) {
    const { op, clause, part } = operation;
    if (op === 'retitle' && part === 'title')
      notes.push({ clause, reason: `原名称未载，现名称《${instrument.title}》由本决定确定` });
    if (op === 'retitle' && part === 'introduction') {
      const [lead] = ground.root.children;
      if (lead?.type === 'paragraph') forget(lead, id);
      notes.push({ ...(lead ? { draft: lead } : {}), clause, reason: '原引言原文未载' });
    }
    if (op === 'retitle' && part === 'heading') notes.push({ clause, reason: '章节原名称未载' });
    if (op === 'general' && operation.adjusts?.includes('wording')) {
      notes.push({
        clause,
        reason: `“${operation.instruction}”授权调整个别文字，未列明修改的条文据此推定未变，其文字不能确定`,
      });
    }
    if (op === 'unknown') open.push(operation);
  }
}

/** Provisions of a reconstruction that are not held. */
export function missingIn(provisions: readonly Provision[]): Provision[] {
  return provisions.flatMap((provision) => [
    ...(provision.missing ? [provision] : []),
    ...missingIn(provision.children),
  ]);
}
