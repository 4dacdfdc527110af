/** substitute: a provision is given new wording as a whole. */
import type { Provision } from '../model.ts';
import { formatLocator } from '../references/locator.ts';
import { likeness } from './compare/mere-wording.ts';
import { finalMark, withFinalMark } from './number/punctuation.ts';
import { clauseName, noted, type Outcome, refused, rewritten } from './outcome.ts';
import type { Task } from './task.ts';
import {
  growParagraphs,
  growProvisions,
  headingWords,
  itemHead,
  itemLines,
  splitArticles,
  splitGroups,
} from './text/content.ts';
import { attach, type Draft, isRemoved, newDraft, replacedBy, walk } from './text/draft.ts';
import { fold } from './text/find-words.ts';
import type { Ground } from './text/ground.ts';
import { giveLevel } from './text/levels.ts';
import { sentenceRange } from './text/sentences.ts';
import { findTargets } from './text/targets.ts';

export function substitute(ground: Ground, operation: Task): Outcome {
  const drafts: Draft[] = [];
  const notes: (string | undefined)[] = [];
  for (const locator of operation.targets) {
    const found = findTargets(ground, locator);
    if (!found.ok) return refused(found.reason);
    drafts.push(...found.drafts);
    notes.push(found.note);
  }
  if (operation.former && operation.part === undefined)
    return replaceQuoted(drafts, operation.former, operation);
  const shares = share(drafts, operation);
  if (!shares) {
    return refused(
      `新条文与“${operation.targets.map((target) => formatLocator(target)).join('、')}”不能一一对应`,
    );
  }
  for (const draft of drafts) {
    if (isRemoved(draft)) return refused('该处已由本决定的另一条款删去');
    const by = replacedBy(draft);
    if (by !== undefined) return refused(rewritten(by));
    if (operation.part === undefined) {
      const other = otherWork(draft, operation);
      if (other !== undefined) return refused(`该处已由${clauseName(other)}作了部分修改，两处修改相冲突`);
    }
  }
  let doubt: string | undefined;
  for (const [i, draft] of drafts.entries()) {
    doubt ??= operation.part === undefined ? likerNeighbour(draft, shares[i]!) : undefined;
    const outcome = give(draft, shares[i]!, operation);
    if (!outcome.ok) return outcome;
    notes.push(outcome.note);
  }
  return { ...noted(notes), ...(doubt === undefined ? {} : { doubt }) };
}

/**
 * The old wording is quoted as a whole: it must stand so in the text, as the place itself or as some of its 款, and only
 * what is quoted is replaced.
 */
function replaceQuoted(
  [draft, ...others]: readonly Draft[],
  former: readonly string[],
  operation: Task,
): Outcome {
  if (!draft || others.length > 0) return refused('引出的旧文应当只在一处');
  const quoted = former.map((line) => fold(line).text).join('\n');
  const wording = (node: Draft): string =>
    linesIn(node)
      .map((line) => fold(line).text)
      .join('\n');
  const by = replacedBy(draft) ?? otherWork(draft, operation);
  if (isRemoved(draft) || by !== undefined) return refused(rewritten(by ?? draft.removed ?? ''));
  if (wording(draft) === quoted) return give(draft, operation.content ?? [], operation);
  const parts = draft.children.filter(({ type }) => type === 'paragraph');
  for (let from = 0; from < parts.length; from++) {
    const to = parts.findIndex(
      (_, i) =>
        i >= from &&
        parts
          .slice(from, i + 1)
          .map(wording)
          .join('\n') === quoted,
    );
    if (to < 0) continue;
    for (const part of parts.slice(from + 1, to + 1)) {
      part.removed = operation.clause;
      part.by.add(operation.id);
    }
    return give(parts[from]!, operation.content ?? [], operation);
  }
  return refused('引出的旧文与文本不一致，不能确定替换的是哪些文字');
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

/** The clause that has changed a part of what is now to be given new wording as a whole. */
function otherWork(draft: Draft, operation: Task): string | undefined {
  for (const below of walk(draft)) {
    const edit = [...below.edits, ...below.headingEdits].find(
      ({ clause }) => clause !== undefined && clause !== operation.clause,
    );
    if (edit) return edit.clause;
    if (below.replaced !== undefined && below.replaced !== operation.clause) return below.replaced;
  }
  return draft.children.find(({ removed }) => removed !== undefined && removed !== operation.clause)?.removed;
}

/** Which lines go to which target: by article labels, by quotations, or line by line. */
function share(drafts: readonly Draft[], operation: Task): string[][] | undefined {
  const content = operation.content ?? [];
  if (drafts.length === 1) return [content];
  const articles = drafts.every(({ type }) => type === 'article') ? splitArticles(content) : undefined;
  if (articles?.length === drafts.length) {
    const byNumber = drafts.map(({ number }) => articles.find((article) => article.number === number));
    return byNumber.every(Boolean)
      ? byNumber.map((article) => article!.lines)
      : articles.map(({ lines }) => lines);
  }
  const groups = splitGroups(content, operation.groups);
  if (groups.length === drafts.length) return groups;
  if (content.length === drafts.length) return content.map((line) => [line]);
  const items = drafts.every(({ type }) => type === 'item' || type === 'point')
    ? splitItems(itemLines(content, drafts.length))
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

/** Lays down the new wording of one node. */
function give(draft: Draft, lines: readonly string[], operation: Task): Outcome {
  if (operation.part === 'sentence') return giveSentence(draft, lines, operation);
  if (operation.part === 'lead') return giveLead(draft, lines, operation);
  draft.by.add(operation.id);
  draft.amended = true;
  delete draft.missing;
  // Word operations of the same provision are already part of the whole wording that follows them.
  for (const below of walk(draft)) {
    below.edits.length = 0;
    below.headingEdits.length = 0;
  }
  switch (draft.type) {
    case 'article':
      return giveArticle(draft, lines, operation);
    case 'item':
    case 'point':
      return giveItem(draft, lines, operation);
    case 'part':
    case 'chapter':
    case 'section':
      return giveContainer(draft, lines, operation);
    case 'level':
      return giveLevel(draft, lines, operation);
    default:
      return giveParagraph(draft, lines, operation);
  }
}

function giveArticle(draft: Draft, lines: readonly string[], operation: Task): Outcome {
  const articles = splitArticles(lines);
  const [own, ...more] = articles ?? [{ lines: [...lines], number: draft.number, label: '' }];
  const heading = bracketHeading(own!.lines);
  if (heading) {
    draft.heading = heading.heading;
    draft.headingForm = heading.form;
  }
  const grown = growParagraphs(heading ? heading.lines : own!.lines, operation.position);
  if (grown.length === 0) return refused('新条文没有内容');
  draft.children = grown.map((provision) => newDraft(provision, draft, operation.id));
  draft.replaced = operation.clause;
  draft.text = '';
  const notes: string[] = [];
  const inserted = more.map((article) => {
    const made = newDraft(
      articleNode(article.label, article.number, article.lines, operation),
      draft.parent,
      operation.id,
    );
    made.fixed = article.number;
    return made;
  });
  if (inserted.length > 0 && draft.parent) {
    attach(draft.parent, draft.parent.children.indexOf(draft) + 1, inserted);
    notes.push(`新条文有${inserted.length + 1}条`);
  }
  return noted(notes);
}

/** `【立法目的】为了…` or `（立法目的）为了…`, where the old article had a heading of that form. */
function bracketHeading(
  lines: readonly string[],
): { heading: string; form: string; lines: string[] } | undefined {
  const match = /^[【〔]([^】〕]{1,40})[】〕]\s*/.exec(lines[0] ?? '');
  if (!match) return undefined;
  const rest = lines[0]!.slice(match[0].length);
  return {
    heading: match[1]!,
    form: match[0].trim(),
    lines: [...(rest === '' ? [] : [rest]), ...lines.slice(1)],
  };
}

export function articleNode(
  label: string,
  number: string,
  lines: readonly string[],
  operation: Task,
): Provision {
  const { position } = operation;
  const heading = bracketHeading(lines);
  return {
    type: 'article',
    number,
    label,
    eId: '',
    text: '',
    ...(heading ? { heading: heading.heading, headingForm: heading.form } : {}),
    children: growParagraphs(heading ? heading.lines : lines, position),
    position,
  };
}

function giveParagraph(draft: Draft, lines: readonly string[], operation: Task): Outcome {
  const notes: (string | undefined)[] = [];
  const grown = growParagraphs(lines, operation.position);
  const [first, ...more] = grown;
  if (!first) return refused('新条文没有内容');
  const leadOnly =
    grown.length === 1 &&
    first.children.length === 0 &&
    /[：:]$/.test(first.text) &&
    draft.children.length > 0;
  if (leadOnly) {
    // The items under the lead stay open to the decision's other operations.
    draft.edits.push({ start: 0, end: draft.text.length, to: first.text, clause: operation.clause });
    return noted(['引文止于冒号，其下各项保留']);
  }
  const mark = finalMark(first.text);
  draft.text = mark === '' && first.children.length === 0 ? first.text + finalMark(draft.text) : first.text;
  if (mark === '' && draft.text !== first.text) notes.push('引文未带句末标点，按原标点补足');
  draft.children = first.children.map((child) => newDraft(child, draft, operation.id));
  draft.replaced = operation.clause;
  if (more.length > 0 && draft.parent) {
    attach(
      draft.parent,
      draft.parent.children.indexOf(draft) + 1,
      more.map((provision) => newDraft(provision, draft.parent, operation.id)),
    );
    if (draft.parent.children.some((other) => other !== draft && other.old))
      notes.push(`新条文有${more.length + 1}款`);
  }
  return noted(notes);
}

function giveItem(draft: Draft, lines: readonly string[], operation: Task): Outcome {
  const notes: (string | undefined)[] = [];
  const head = itemHead(lines[0] ?? '');
  const text = head ? head.rest : (lines[0] ?? '');
  if (text === '') return refused('新条文没有内容');
  const old = finalMark(draft.text);
  const mark = finalMark(text);
  const last = lines.length === 1;
  draft.text = !last || mark === old || old === '' ? text : withFinalMark(text, old);
  if (draft.text !== text) notes.push(`项末标点依原文作“${old}”`);
  const below = growParagraphs(lines.slice(1), operation.position);
  const points = below.flatMap((provision) =>
    provision.text === '' && provision.children.length > 0 ? provision.children : [provision],
  );
  draft.children = points.map((child) =>
    newDraft(child.type === 'item' ? { ...child, type: 'point' } : child, draft, operation.id),
  );
  draft.replaced = operation.clause;
  if (head && head.number !== draft.number && draft.fixed === undefined)
    notes.push(`引文标号为${head.label}`);
  return noted(notes);
}

function giveContainer(draft: Draft, lines: readonly string[], operation: Task): Outcome {
  const grown = growProvisions(lines, operation.position);
  const only = grown[0];
  if (grown.length === 1 && only && only.children.length > 0 && only.type === draft.type) {
    if (only.heading !== undefined) draft.heading = only.heading;
    draft.children = only.children.map((child) => fixed(newDraft(child, draft, operation.id)));
    draft.replaced = operation.clause;
    return noted([]);
  }
  if (lines.length === 1) {
    draft.heading = headingWords(lines[0]!);
    return noted([]);
  }
  return refused('新条文的章节与所修改的章节不能对应');
}

function fixed(draft: Draft): Draft {
  for (const below of walk(draft)) if (below.type === 'article') below.fixed = below.number;
  return draft;
}

/** 各项之前的部分修改为：“…：” */
function giveLead(draft: Draft, lines: readonly string[], operation: Task): Outcome {
  const listed = [draft, ...draft.children].filter(
    ({ type, children, removed }) => type !== 'article' && children.length > 0 && removed === undefined,
  );
  const [holder, ...others] = listed;
  if (!holder || others.length > 0 || lines.length !== 1) return refused('不能确定各项之前的是哪一部分');
  const to = finalMark(lines[0]!) === '' ? `${lines[0]}${finalMark(holder.text)}` : lines[0]!;
  holder.edits.push({ start: 0, end: holder.text.length, to, clause: operation.clause });
  holder.amended = true;
  holder.by.add(operation.id);
  return noted([]);
}

function giveSentence(draft: Draft, lines: readonly string[], operation: Task): Outcome {
  const holder = draft.type === 'article' && draft.children.length === 1 ? draft.children[0]! : draft;
  const range = sentenceRange(holder.text, operation.partNumber);
  if (!range) return refused(`没有第${operation.partNumber}句`);
  const old = holder.text.slice(range[0], range[1]);
  const text = lines.join('');
  const to = finalMark(text) === '' ? text + finalMark(old) : text;
  holder.edits.push({ start: range[0], end: range[1], to, clause: operation.clause });
  holder.amended = true;
  holder.by.add(operation.id);
  return noted(to === text ? [] : ['引文未带句末标点，按原标点补足']);
}
