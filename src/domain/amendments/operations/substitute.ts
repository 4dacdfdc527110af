/** 修改为: a provision is given new wording as a whole. */

import { fold, likeness } from '../../compare/index.ts';
import type { Provision, ProvisionType, Target } from '../../model.ts';
import { formatLocator } from '../../references/locator.ts';
import { squared } from '../../text/index.ts';
import { finalMark, withFinalMark } from '../number/punctuation.ts';
import { phrase } from '../read/pattern.ts';
import { assuming, type Phrase, substitution, targetsIn } from '../read/phrase.ts';
import { addressesIn } from '../read/tokens.ts';
import {
  growParagraphs,
  growProvisions,
  headingWords,
  itemHead,
  itemLines,
  levelIn,
  splitArticles,
} from '../text/content.ts';
import {
  attach,
  type Draft,
  isLive,
  newDraft,
  remove,
  removedBy,
  replace,
  replacedBy,
  walk,
} from '../text/draft.ts';
import { change, nodesAt, stretchAt, targetsName } from '../text/places.ts';
import { alreadyGone, clauseName, refuse, rewritten, type Told } from '../text/refusal.ts';
import { forget, nodeBack, singles } from './back.ts';
import type { Kind, Task } from './kind.ts';

/** 第一款为：“…” */
const parted = '(?:{L}(?:修改)?为{TILL}{q}[，,；;。]*)';

const rows: readonly Phrase[] = [
  {
    name: 'words and then the whole', // 第二条第一款增加“及其他”，修改为：“…”
    pattern: phrase(
      '{BA}<target:T>(?:中)?(?:在?{q}{WORD}(?:之后|之前|后|前))?[，,]?(?:{ADD}|{DEL})(?<quote>{QL}{WORD})[，,；;]?(?:并)?(?:将)?(?:<again:L>|全文|其)?(?:相应)?{TO}{TILL}<content:QS>',
    ),
    read: (parts, context) => {
      const targets = targetsIn(parts.target, context);
      // 第三款修改为 is another place; 该款修改为 is the one just named.
      const [again] = addressesIn(context.tokens, parts.again);
      if (again && again.locators[0]?.steps[0]?.relative === undefined) return undefined;
      return assuming(substitution(targets, parts.content, context), '条款同时给出修改后的全文，以全文为准');
    },
  },
  {
    name: 'substitute', // 将第四条修改为：“…”
    pattern: phrase(
      '{BA}<target:T>(?:的)?(?:规定|内容|条文|全文|表述|原文)?(?:由{COUNT}[款项句](?:修改|合并|改)为{COUNT}[款项句][，,])?{ALL}(?:{TO}|修改如下){TILL}<content:QS>',
    ),
    read: (parts, context) => substitution(targetsIn(parts.target, context), parts.content, context),
  },
  {
    name: 'in place of a provision', // 以“…”替换第二条
    pattern: phrase(
      '(?:以|用)<content:QS>(?:替换|代替|取代|替代)<target:T>(?:的)?(?:规定|内容|条文|全文|表述|原文)?(?!{IN}{q})',
    ),
    read: (parts, context) => substitution(targetsIn(parts.target, context), parts.content, context),
  },
  {
    name: 'sentences made one', // 第一款第一句、第二句合并为一句，修改为：“…”
    pattern: phrase('{BA}<target:T>合并(?:为|成)一句[，,]?(?:并)?{TO}{TILL}<content:QS>'),
    read: (parts, context) => {
      const [one, other, ...more] = targetsIn(parts.target, context);
      if (one?.kind !== 'sentences' || other?.kind !== 'sentences' || more.length > 0) return undefined;
      if (other.first !== one.last + 1 || formatLocator(one.locator) !== formatLocator(other.locator))
        return undefined;
      return substitution([{ ...one, last: other.last }], parts.content, context);
    },
  },
  {
    name: 'substitute by parts', // 第六十条分为两款，第一款为：“…”第二款为：“…”
    pattern: phrase(
      `{BA}<target:T>(?:修改|拆)?分为(?:[两二2]款[，,：:](?<two>${parted}{2})|[三3]款[，,：:](?<three>${parted}{3})|[四4]款[，,：:](?<four>${parted}{4}))`,
    ),
    read: (parts, context) => {
      const content = parts.two ?? parts.three ?? parts.four;
      const named = addressesIn(context.tokens, content).flatMap(({ locators }) => locators);
      const inTurn = named.every(({ steps: [step] }, i) => step?.number === String(i + 1));
      return inTurn ? substitution(targetsIn(parts.target, context), content, context) : undefined;
    },
  },
  {
    name: 'substitute what was named', // 修改为：“…” after 将第十四条改为第十八条，
    pattern: phrase(
      '(?:并|将其|其|该条|该款|内容|全文|作|相应|同时|，)*(?:{TO}|修改如下|修改|内容为|内容如下){TILL}<content:QS>',
    ),
    read: (parts, context) =>
      context.last.length === 0 ? undefined : substitution(context.last, parts.content, context),
  },
];

type Sub = Task<'substitute'>;

/** Lays down new wording; refuses where a place was changed before, or the wording cannot be shared among the targets. */
export function substituteAt(drafts: readonly Draft[], task: Sub, told: Told): void {
  const [target] = task.targets as [Target];
  if (task.former && target.kind === 'provision') {
    const [draft = refuse(mismatch), ...others] = partsQuoted(drafts, task.former, task);
    give(draft, task.wording.flat(), task, told);
    for (const other of others) {
      remove(other, task.clause);
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

/** The clause that has changed a part of what is now to be given new wording as a whole. */
function otherWork(draft: Draft, { clause: own }: Sub): string | undefined {
  for (const { edits, headingEdits, fate } of walk(draft)) {
    const edit = [...edits, ...headingEdits].find(({ clause }) => clause !== undefined && clause !== own);
    if (edit) return edit.clause;
    if (fate.is === 'replaced' && fate.by !== own) return fate.by;
  }
  return draft.children.flatMap(({ fate }) => (fate.is === 'removed' && fate.by !== own ? [fate.by] : []))[0];
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

/** Lays down the new wording of one node. */
function give(draft: Draft, lines: readonly string[], task: Sub, told: Told): void {
  const [target] = task.targets as [Target];
  if (target.kind === 'lead') giveLead(draft, lines, task);
  else if (target.kind !== 'provision') givePart(target, draft, lines, task, told);
  else {
    draft.by.add(task.id);
    draft.amended = true;
    delete draft.missing;
    // Word operations of the same provision are already part of the whole wording that follows them.
    for (const below of walk(draft)) {
      below.edits.length = 0;
      below.headingEdits.length = 0;
    }
    (givers[draft.type] ?? giveParagraph)(draft, lines, task, told);
  }
}

type Giver = (draft: Draft, lines: readonly string[], task: Sub, told: Told) => void;

const giveArticle: Giver = (draft, lines, task, { notes }) => {
  const [own, ...more] = splitArticles(lines) ?? [{ lines: [...lines], number: draft.number, label: '' }];
  const { heading, headingForm, children } = articleNode('', '', own!.lines, task);
  if (children.length === 0) refuse('新条文没有内容');
  if (heading !== undefined && headingForm !== undefined) Object.assign(draft, { heading, headingForm });
  draft.children = children.map((provision) => newDraft(provision, draft, task.id));
  replace(draft, task.clause);
  draft.text = '';
  const inserted = more.map((article) => {
    const made = newDraft(
      articleNode(article.label, article.number, article.lines, task),
      draft.parent,
      task.id,
    );
    made.fixed = article.number;
    return made;
  });
  if (inserted.length > 0 && draft.parent) {
    attach(draft.parent, draft.parent.children.indexOf(draft) + 1, inserted);
    notes.push(`新条文有${inserted.length + 1}条`);
  }
};

/** An article of new wording; `【立法目的】为了…` gives it a heading. */
export function articleNode(
  label: string,
  number: string,
  lines: readonly string[],
  { position }: Task,
): Provision {
  const [first = '', ...more] = lines;
  const [form, inner] = /^\[([^\]]{1,40})\]\s*/.exec(squared(first.slice(0, 60))) ?? [];
  const heading = inner && first.slice(1, 1 + inner.length);
  const rest = first.slice(form?.length ?? 0);
  return {
    type: 'article',
    number,
    label,
    eId: '',
    text: '',
    ...(heading === undefined || form === undefined
      ? {}
      : { heading, headingForm: first.slice(0, form.trimEnd().length) }),
    children: growParagraphs(
      form === undefined ? lines : [...(rest === '' ? [] : [rest]), ...more],
      position,
    ),
    position,
  };
}

const giveParagraph: Giver = (draft, lines, task, { notes }) => {
  const [first, ...more] = growParagraphs(lines, task.position);
  if (!first) refuse('新条文没有内容');
  const leadOnly =
    more.length === 0 &&
    first.children.length === 0 &&
    /[：:]$/.test(first.text) &&
    draft.children.length > 0;
  if (leadOnly) {
    // The items under the lead stay open to the decision's other operations.
    draft.edits.push({ start: 0, end: draft.text.length, to: first.text, clause: task.clause });
    notes.push('引文止于冒号，其下各项保留');
    return;
  }
  const mark = finalMark(first.text) === '' && first.children.length === 0 ? finalMark(draft.text) : '';
  if (mark !== '') notes.push('引文未带句末标点，按原标点补足');
  draft.text = first.text + mark;
  draft.children = first.children.map((child) => newDraft(child, draft, task.id));
  replace(draft, task.clause);
  const { parent } = draft;
  if (more.length === 0 || !parent) return;
  attach(
    parent,
    parent.children.indexOf(draft) + 1,
    more.map((provision) => newDraft(provision, parent, task.id)),
  );
  if (parent.children.some((other) => other !== draft && other.old))
    notes.push(`新条文有${more.length + 1}款`);
};

const giveItem: Giver = (draft, lines, task, { notes, doubts }) => {
  const head = itemHead(lines[0] ?? '');
  const text = head ? head.rest : (lines[0] ?? '');
  if (text === '') refuse('新条文没有内容');
  const old = finalMark(draft.text);
  if (/[；;。][（(][二三四五六七八九十]{1,3}[）)]/.test(text))
    doubts.push('引文一行中列有几项，所改的只有一项，请核对');
  draft.text = lines.length > 1 || old === '' || finalMark(text) === old ? text : withFinalMark(text, old);
  if (draft.text !== text) notes.push(`项末标点依原文作“${old}”`);
  draft.children = pointsIn(lines.slice(1), task).map((child) => newDraft(child, draft, task.id));
  replace(draft, task.clause);
  if (head && head.number !== draft.number && draft.fixed === undefined)
    notes.push(`引文标号为${head.label}`);
};

/** What stands below an item: its points, whatever their marks. */
export function pointsIn(lines: readonly string[], { position }: Task): Provision[] {
  return growParagraphs(lines, position)
    .flatMap((grown) => (grown.text === '' && grown.children.length > 0 ? grown.children : [grown]))
    .map((child) => (child.type === 'item' ? { ...child, type: 'point' } : child));
}

const giveContainer: Giver = (draft, lines, task) => {
  const [only, ...more] = growProvisions(lines, task.position);
  if (only && more.length === 0 && only.children.length > 0 && only.type === draft.type) {
    if (only.heading !== undefined) draft.heading = only.heading;
    draft.children = only.children.map((child) => newDraft(child, draft, task.id));
    for (const below of walk(draft)) if (below.type === 'article') below.fixed = below.number;
    replace(draft, task.clause);
  } else if (lines.length === 1) draft.heading = headingWords(lines[0]!);
  else refuse('新条文的章节与所修改的章节不能对应');
};

/** Words that close a reply and belong to none of its points. */
const closing = /^(?:此复|特此|以上)/;

const giveLevel: Giver = (draft, lines, task) => {
  const made = levelIn(lines, task.position) ?? refuse('新条文没有内容');
  const kept = draft.children.filter(({ type, text }) => type === 'paragraph' && closing.test(text));
  if (draft.children.length > kept.length && made.children.length === 0)
    refuse('所改之处之下另有各项，引文没有载明');
  draft.text = made.text;
  delete draft.heading;
  delete draft.headingForm;
  if (made.heading !== undefined) draft.heading = made.heading;
  if (made.headingForm !== undefined) draft.headingForm = made.headingForm;
  draft.children = [...made.children.map((child) => newDraft(child, draft, task.id)), ...kept];
  replace(draft, task.clause);
};

const givers: Readonly<Partial<Record<ProvisionType, Giver>>> = {
  article: giveArticle,
  item: giveItem,
  point: giveItem,
  part: giveContainer,
  chapter: giveContainer,
  section: giveContainer,
  level: giveLevel,
};

/** 各项之前的部分修改为：“…：” */
function giveLead(draft: Draft, lines: readonly string[], { clause, id }: Sub): void {
  const [holder, ...others] = [draft, ...draft.children].filter(
    (node) => node.type !== 'article' && node.children.length > 0 && isLive(node),
  );
  if (!holder || others.length > 0 || lines.length !== 1) refuse('不能确定各项之前的是哪一部分');
  const to = finalMark(lines[0]!) === '' ? `${lines[0]}${finalMark(holder.text)}` : lines[0]!;
  change(holder, { start: 0, end: holder.text.length, to, clause }, id);
}

/** 第二句修改为：“…”; 但书修改为：“…” */
function givePart(
  target: Target,
  draft: Draft,
  lines: readonly string[],
  { clause, id }: Sub,
  { notes }: Told,
): void {
  const { holder, start, end } = stretchAt(target, draft);
  const old = holder.text.slice(start, end);
  const text = lines.join('');
  // A proviso is quoted with or without the comma before it and the mark behind it.
  const lead = target.kind === 'proviso' && /^[，；]/.test(old) && !/^[，；]/.test(text) ? old[0]! : '';
  const bare = finalMark(text) === '';
  const doubled = !bare && finalMark(old) === '' && holder.text[end] !== undefined;
  const to = lead + (bare ? text + finalMark(old) : doubled ? text.slice(0, -1) : text);
  change(holder, { start, end, to, clause }, id);
  if (bare && finalMark(old) !== '') notes.push('引文未带句末标点，按原标点补足');
}

export const substitute: Kind<'substitute'> = {
  label: '修改',
  rows,
  act: (ground, task, told) => substituteAt(nodesAt(ground, task.targets, told), task, told),
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
