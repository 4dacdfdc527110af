/** Lays down the new wording of one node, by its kind. */
import type { Provision, ProvisionType, Target } from '../../../model.ts';
import { squared } from '../../../text/index.ts';
import { finalMark, withFinalMark } from '../../number/punctuation.ts';
import {
  growParagraphs,
  growProvisions,
  headingWords,
  itemHead,
  levelIn,
  splitArticles,
} from '../../text/content.ts';
import { attach, type Draft, isLive, newDraft, replace, walk } from '../../text/draft.ts';
import { closes } from '../../text/levels.ts';
import { change, stretchAt } from '../../text/places.ts';
import { refuse, type Told } from '../../text/refusal.ts';
import type { Task } from '../kind.ts';

type Sub = Task<'substitute'>;

/** Lays down the new wording of one node. */
export function give(draft: Draft, lines: readonly string[], task: Sub, told: Told): void {
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
  replace(draft, task);
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
    draft.edits.push({ start: 0, end: draft.text.length, to: first.text, by: task });
    notes.push('引文止于冒号，其下各项保留');
    return;
  }
  const mark = finalMark(first.text) === '' && first.children.length === 0 ? finalMark(draft.text) : '';
  if (mark !== '') notes.push('引文未带句末标点，按原标点补足');
  draft.text = first.text + mark;
  draft.children = first.children.map((child) => newDraft(child, draft, task.id));
  replace(draft, task);
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
  // What headed points is an item like the others now.
  const old = finalMark(draft.text).replace('：', '；');
  if (/[；;。][（(][二三四五六七八九十]{1,3}[）)]/.test(text))
    doubts.push('引文一行中列有几项，所改的只有一项，请核对');
  draft.text = lines.length > 1 || old === '' || finalMark(text) === old ? text : withFinalMark(text, old);
  if (draft.text !== text) notes.push(`项末标点依原文作“${old}”`);
  draft.children = pointsIn(lines.slice(1), task).map((child) => newDraft(child, draft, task.id));
  replace(draft, task);
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
    replace(draft, task);
  } else if (lines.length === 1) draft.heading = headingWords(lines[0]!);
  else refuse('新条文的章节与所修改的章节不能对应');
};

const giveLevel: Giver = (draft, lines, task) => {
  const made = levelIn(lines, task.position) ?? refuse('新条文没有内容');
  const kept = draft.children.filter(({ type, text }) => type === 'paragraph' && closes(text));
  if (draft.children.length > kept.length && made.children.length === 0)
    refuse('所改之处之下另有各项，引文没有载明');
  draft.text = made.text;
  delete draft.heading;
  delete draft.headingForm;
  if (made.heading !== undefined) draft.heading = made.heading;
  if (made.headingForm !== undefined) draft.headingForm = made.headingForm;
  draft.children = [...made.children.map((child) => newDraft(child, draft, task.id)), ...kept];
  replace(draft, task);
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
function giveLead(draft: Draft, lines: readonly string[], task: Sub): void {
  const [holder, ...others] = [draft, ...draft.children].filter(
    (node) => node.type !== 'article' && node.children.length > 0 && isLive(node),
  );
  if (!holder || others.length > 0 || lines.length !== 1) refuse('不能确定各项之前的是哪一部分');
  const to = finalMark(lines[0]!) === '' ? `${lines[0]}${finalMark(holder.text)}` : lines[0]!;
  change(holder, { start: 0, end: holder.text.length, to, by: task }, task.id);
}

/** 第二句修改为：“…”; 但书修改为：“…” */
function givePart(target: Target, draft: Draft, lines: readonly string[], task: Sub, { notes }: Told): void {
  const { holder, start, end } = stretchAt(target, draft);
  const old = holder.text.slice(start, end);
  const text = lines.join('');
  // A proviso is quoted with or without the comma before it and the mark behind it.
  const lead = target.kind === 'proviso' && /^[，；]/.test(old) && !/^[，；]/.test(text) ? old[0]! : '';
  const bare = finalMark(text) === '';
  const doubled = !bare && finalMark(old) === '' && holder.text[end] !== undefined;
  const to = lead + (bare ? text + finalMark(old) : doubled ? text.slice(0, -1) : text);
  change(holder, { start, end, to, by: task }, task.id);
  if (bare && finalMark(old) !== '') notes.push('引文未带句末标点，按原标点补足');
}
