/** 增加: new articles, paragraphs, items, points, chapters. */

import type { Locator, Provision, ProvisionType, Target } from '../../model.ts';
import { formatLocator } from '../../references/locator.ts';
import { rankOf } from '../../references/steps.ts';
import { containerMark } from '../../structure/index.ts';
import { parseNumeral } from '../../text/numerals.ts';
import type { Context } from '../read/context.ts';
import { phrase } from '../read/pattern.ts';
import {
  areProvisions,
  assuming,
  type Groups,
  numbersIn,
  type Phrase,
  type Said,
  substitution,
  targetsIn,
  units,
  wordingIn,
  wordsIn,
} from '../read/phrase.ts';
import { quotesIn } from '../read/tokens.ts';
import {
  articleHead,
  growParagraphs,
  growProvisions,
  headingWords,
  itemHead,
  itemLines,
  levelIn,
  sharedAmong,
  splitArticles,
} from '../text/content.ts';
import {
  attach,
  childrenOf,
  type Draft,
  isLive,
  newDraft,
  removedBy,
  replacedBy,
  walk,
} from '../text/draft.ts';
import type { Ground } from '../text/ground.ts';
import { hasArticles } from '../text/levels.ts';
import { above, isContainer, locatorsOf, typeOf } from '../text/locators.ts';
import { nodeAt } from '../text/places.ts';
import { alreadyGone, refuse, rewritten, type Told } from '../text/refusal.ts';
import { levelOf, type Row, rowOf, steppedOf, takeAway } from './back.ts';
import type { Kind, Task } from './kind.ts';
import { articleNode, pointsIn } from './substitute.ts';

// ------------------------------------------------------------- phrasings

const rows: readonly Phrase[] = [
  {
    name: 'insert', // 增加一款，作为第二款：“…”; 第十三条后增加一条作为第十四条，即：“…”
    pattern: phrase(
      `{BA}(?:<target:T>(?<quote>{q})?(?:的)?(?<side>之后|之前|之间|后面|前面|后|前|中|内|里|最后|末尾|结尾)?(?:的)?[，,]?(?:再|另|各|分别|并|相应)*)?
       {ADD}(?<count>{COUNT})个?(?<unit>{UNIT})(?<inline>{QS})?
       (?:[，,、。]?(?:分别|依次|即|并|顺次|将其|列)*(?:作为|列为|为|编为|排为|成为|改为)(?:修改后的?)?(?<dest>{T}))?
       (?:[，,](?<from>{T}){ALL}(?:改为|调整为|变更为|作为|顺延为)(?<to>{T})(?=[：:]))?
       (?<named>{q}(?=[，,](?:分为|共|包括|包含|含|内容|下设|条文)))?
       (?:[，,](?:章名|节名|标题|名称)为(?<heading>{q}))?
       (?:[，,]?(?:分为|共|含)(?:{COUNT})条)?(?:[，,]?(?:分别为|包括|包含|含|即|下设|设|为)(?<covers>{T}))?
       (?:[，,]?(?<whole>(?:并)?(?:将)?(?:该|本|原|全)(?:条|款)(?:全文)?(?:相应)?修改为|(?:将)?{L}修改为))?
       (?:[，,。]?(?:规定|内容为|内容|具体|表述|即|为|如下|修改为))*{TILL}(?:(?<content>{QS})(?:[，,]?(?:分别|依次)?(?:作为|列为)(?<late>{T}))?)?
       (?:[，,](?:包括|包含|含|由)(?<holds>{T})(?:组成)?)?`,
    ),
    read: (parts, context) => insertion(parts, context),
  },
  {
    name: 'a part of a chapter', // 第二章分为三节：第一节“甲”，包括第七条至第十条；第二节…
    pattern: phrase('(?<dest>{L})(?<heading>{q})[，,]?(?:包括|包含|含|由)(?<covers>{T})(?:组成)?'),
    read: (parts, context) => {
      const [dest] = numbersIn(parts.dest, context);
      if (!dest || typeOf(dest) !== 'section') return undefined;
      const steps = above(context.steps, 'section');
      return [
        {
          op: 'insert',
          targets: steps.length > 0 ? [{ kind: 'provision', locator: { steps } }] : [],
          unit: 'section',
          to: { at: 'number', locators: [{ steps: dest.steps.slice(-1) }] },
          wording: [wordsIn(parts.heading, context)],
          covers: coveredIn(parts.covers, context),
        },
      ];
    },
  },
  {
    name: 'insert quoted', // 在第十三条增加“（六）甲”作为第六项
    pattern: phrase(
      '{BA}(?:<target:T>(?:之?[后前]|后面|前面|中)?)?{ADD}(?<content>{QS})[，,]?(?:作为|列为)(?<dest>{T})',
    ),
    read: (parts, context) => insertion(parts, context),
  },
  {
    name: 'insert by number', // 增加第六项：“…”
    pattern: phrase(
      '{BA}(?:(?<target>{T})(?<side>之后|后|中|内|前)?[，,]?)?{ADD}(?<dest>{T})(?:[，,]?(?:内容|规定)?(?:为|如下|即))*{TILL}(?<content>{QS})',
    ),
    read: (parts, context) => insertion(parts, context),
  },
  {
    name: 'add to an article', // 第十一条增加规定：“…”: a paragraph at its end
    pattern: phrase('{BA}<target:T>(?:中)?{ADD}(?:如下|以下|下列)?规定{TILL}<content:QS>'),
    read: (parts, context) => {
      const targets = targetsIn(parts.target, context);
      if (targets.length !== 1 || typeOf(locatorsOf(targets)[0]) !== 'article') return undefined;
      const said: Said = {
        op: 'insert',
        targets,
        unit: 'paragraph',
        to: { at: 'end' },
        covers: [],
        ...wordingIn(parts.content, context),
      };
      return assuming([said], '“增加规定”作为该条最后一款');
    },
  },
];

const provisionAt = (locator: Locator): Target => ({ kind: 'provision', locator });

function coveredIn(piece: string | undefined, context: Context): Locator[] {
  const { steps, last } = context;
  const covers = locatorsOf(targetsIn(piece, context));
  Object.assign(context, { steps, last });
  return covers;
}

/** 第九条增加一项：“（四）…”: where nothing else says the place, the quoted labels do. */
function labelled(parts: Groups, targets: readonly Target[], { tokens, steps }: Context): Locator[] {
  const type = parts.unit === undefined ? undefined : units[parts.unit];
  if ((type !== 'item' && type !== 'point') || parts.side !== undefined) return [];
  const holder =
    locatorsOf(targets).at(-1)?.steps ?? steps.filter((step) => rankOf(step.type) < rankOf(type));
  const lines = quotesIn(tokens, parts.content ?? parts.inline).flatMap((quotation) => quotation.lines);
  const heads = lines.flatMap((line) => itemHead(line) ?? []);
  if (holder.length === 0) return [];
  // Marks of another style are points of the new items.
  const style = ({ label }: { label: string }) => label.replace(/[〇零一二三四五六七八九十百\d]+/, '');
  return heads
    .filter((head) => style(head) === style(heads[0]!))
    .map(({ number }) => ({ steps: [...holder, { type, number }] }));
}

function insertion(parts: Groups, context: Context): Said[] | undefined {
  const { steps: before, last: lastBefore } = context;
  const targets = parts.target === undefined ? [] : targetsIn(parts.target, context);
  if (!areProvisions(targets)) return undefined;
  const named = numbersIn(parts.dest ?? parts.late, context);
  const numbers = named.length > 0 ? named : labelled(parts, targets, context);
  const unit = parts.unit ? units[parts.unit]! : typeOf(numbers[0]);
  if (!unit) return undefined;
  if (parts.whole) {
    // 增加一款作为第二款，将该条修改为：“…”: two verbs, one result; the whole wins.
    const whole = targetsIn(parts.whole, context);
    const meant = whole.length > 0 ? whole : targets.length > 0 ? targets : lastBefore;
    return assuming(substitution(meant, parts.content, context), '条款同时给出增加后的全文，以全文为准');
  }
  // 第一款与第二款之间: after the first of the two.
  const side = parts.side === '之间' ? '后' : parts.side?.replace(/[之面]/g, '');
  const anchor = locatorsOf(targets).at(parts.side === '之间' ? 0 : -1);
  const anchored = (side === '后' || side === '前') && typeOf(anchor) === unit;
  const under = above(before, unit);
  const holders =
    targets.length > 0 || unit === 'article' || under.length === 0
      ? targets
      : [provisionAt({ steps: under })];
  const quoted = wordingIn(
    quotesIn(context.tokens, parts.content).length > 0 ? parts.content : parts.inline,
    context,
  );
  const said: Said = {
    op: 'insert',
    targets: isContainer(unit) ? targets : holders,
    unit,
    to:
      numbers.length > 0
        ? { at: 'number', locators: numbers }
        : anchored && anchor
          ? { at: side === '前' ? 'before' : 'after', anchor }
          : { at: 'end' },
    covers: [],
    ...quoted,
  };
  if (parts.holds !== undefined && !isContainer(unit)) return undefined;
  if (isContainer(unit)) {
    const [heading] = wordsIn(parts.heading ?? parts.named ?? parts.inline, context);
    const { wording } = wordingIn(parts.content, context);
    said.wording = heading === undefined ? wording : [[heading], ...wording];
    said.covers = coveredIn(parts.covers ?? parts.holds, context);
  }
  if (said.wording.length === 0) return undefined;
  const count = parts.count ? parseNumeral(parts.count) : undefined;
  if (count !== undefined && count > 1 && numbers.length > 1 && count !== numbers.length)
    said.assumed = [...(said.assumed ?? []), `称增加${count}${parts.unit}，列出${numbers.length}个编号`];
  // 增加一款，作为第二款，原第二款改为第三款：“…”: the numbers that move stand before the new wording.
  const moved = targetsIn(parts.from, context);
  const to = numbersIn(parts.to, context);
  // What follows speaks of the provision that received the text, not of the text.
  if (targets.length === 0) context.steps = before;
  return moved.length > 0 ? [said, { op: 'renumber', targets: moved, to }] : [said];
}

// ------------------------------------------------------------------- act

type Insert = Task<'insert'>;

function numbersOf({ to }: Pick<Insert, 'to'>): string[] {
  return to.at === 'number' ? to.locators.map(({ steps }) => steps.at(-1)?.number ?? '') : [];
}

/** Makes new provisions of a kind; `task` may be a part of another operation, whose wording they are. */
export function insertAt(ground: Ground, task: Insert, told: Told): void {
  const counted = hasArticles(ground) || !ground.index.ofType.has('level');
  if (task.unit === 'article') (counted ? insertArticles : insertLevel)(ground, task);
  else if (isContainer(task.unit)) insertContainer(ground, task);
  else insertParts(ground, task, told);
}

function insertArticles(ground: Ground, task: Insert): void {
  const [first = '', ...more] = task.wording.flat();
  // `第七节 监察委员会` at the head of the new articles: the section that the same decision adds.
  const mark = containerMark(first);
  const made = newArticles(mark ? { ...task, wording: [more] } : task);
  const home = mark ? newContainer(ground, first.slice(mark.rest).trim()) : homeOf(ground, task);
  const drafts = made.map((provision) => {
    const draft = newDraft(provision, undefined, task.id);
    if (provision.number !== '') draft.fixed = provision.number;
    return draft;
  });
  if (drafts.every(({ fixed }) => fixed !== undefined)) {
    for (const draft of drafts) {
      if (ground.unplaced.some(({ fixed }) => fixed === draft.fixed))
        refuse(`第${draft.fixed}条已由本决定的另一条款增加`);
      draft.parent = home;
    }
    ground.unplaced.push(...drafts);
  } else if (task.to.at === 'after' || task.to.at === 'before') {
    const anchor = nodeAt(ground, task.to.anchor);
    const at = anchor.parent!.children.indexOf(anchor);
    attach(anchor.parent!, task.to.at === 'before' ? at : at + 1, drafts);
  } else if (home) {
    attach(home, home.children.length, drafts);
  } else refuse('未写明增加的条文作为第几条');
}

function newContainer(ground: Ground, heading: string): Draft {
  for (const draft of walk(ground.root))
    if (!draft.old && draft.heading === heading && isContainer(draft.type)) return draft;
  return refuse(`没有新增的“${heading}”`);
}

/** The chapter named as 在第二章增加一条; an article named before 后 is an anchor and no home. */
function homeOf(ground: Ground, { targets }: Insert): Draft | undefined {
  const [target] = locatorsOf(targets);
  return target && isContainer(typeOf(target)) ? nodeAt(ground, target) : undefined;
}

/** New articles with their numbers, from labels in the quotation or from 作为第N条. */
function newArticles(task: Insert): Provision[] {
  const numbers = numbersOf(task);
  const lines = task.wording.flat();
  const labelled = splitArticles(lines);
  if (!labelled && numbers.length <= 1) return [articleNode('', numbers[0] ?? '', lines, task)];
  const parts =
    labelled ??
    sharedAmong(task.wording, numbers.length)?.map((own) => ({ label: '', number: '', lines: own }));
  if (!parts || (numbers.length > 0 && parts.length !== numbers.length))
    return refuse('新条文的条数与所列条号不一致');
  return parts.map(({ label, number, lines: own }, i) => articleNode(label, numbers[i] ?? number, own, task));
}

/** 增加一条，作为第三条：“三、…” in a text that counts 一、 */
function insertLevel(ground: Ground, task: Insert): void {
  const [number, ...more] = numbersOf(task);
  const list = walk(ground.root).find(({ type, old }) => type === 'level' && old !== undefined)?.parent;
  const made = levelIn(task.wording.flat(), task.position);
  if (!list || !made || number === undefined || more.length > 0)
    refuse('文本不以条编号，不能确定新增内容的位置');
  const draft = newDraft({ ...made, label: '' }, list, task.id);
  draft.fixed = number;
  attach(list, endOf(list, 'level'), [draft]);
}

function insertContainer(ground: Ground, task: Insert): void {
  const { unit, position, id, covers } = task;
  const [head, ...rest] = task.wording.flat();
  if (head === undefined) refuse('没有新增章节的名称');
  const grown = growProvisions([head, ...rest], position);
  const only = grown.length === 1 && grown[0]!.type === unit ? grown[0]! : undefined;
  const provision: Provision = only ?? {
    type: unit,
    number: '',
    label: '',
    eId: '',
    heading: headingWords(head),
    text: '',
    children: growProvisions(rest, position),
    position,
  };
  const draft = newDraft({ ...provision, children: [] }, undefined, id);
  draft.fixed = numbersOf(task)[0] || only?.number || refuse('未写明增加的章节作为第几章（节）');
  const parent = containerParent(ground, task);
  const at = parent.children.findIndex(
    (child) => child.type === unit && isLive(child) && Number(child.number) >= Number(draft.fixed),
  );
  attach(parent, at < 0 ? endOf(parent, unit) : at, [draft]);
  for (const child of provision.children) {
    const made = newDraft(child, draft, id);
    for (const article of walk(made)) if (article.type === 'article') article.fixed = article.number;
    if (made.type === 'article') ground.unplaced.push(made);
    else attach(draft, draft.children.length, [made]);
  }
  draft.covers = covers.flatMap(({ steps, through }) => {
    const [first, last] = [steps.at(-1)?.number, (through ?? steps).at(-1)?.number];
    return first && last ? [{ from: Number(first), to: Number(last) }] : [];
  });
}

/** After the last child of a kind, before what follows it (a table, say). */
function endOf({ children }: Draft, unit: ProvisionType): number {
  const at = children.findLastIndex(({ type }) => type === unit);
  return at < 0 ? children.length : at + 1;
}

/** The node whose children the new chapter or section joins. */
function containerParent(ground: Ground, { targets, to, unit }: Insert): Draft {
  const named = locatorsOf(targets).find(({ steps }) => rankOf(steps.at(-1)!.type) < rankOf(unit));
  const steps = to.at === 'number' ? (to.locators[0]?.steps.slice(0, -1) ?? []) : [];
  const locator = named ?? (steps.length > 0 ? { steps } : undefined);
  if (locator) return nodeAt(ground, locator);
  const [holder = ground.root, ...more] = new Set(
    walk(ground.root).flatMap(({ type, old, parent }) => (type === unit && old && parent ? [parent] : [])),
  );
  return more.length > 0 ? refuse('全文有多处编列同类章节，未写明增加在何处') : holder;
}

// ---------------------------------------------- paragraphs, items, points

function insertParts(ground: Ground, task: Insert, told: Told): void {
  const { unit, clause, id, to } = task;
  const { parent, at } = holderOf(ground, task);
  if (removedBy(parent) !== undefined) refuse(alreadyGone);
  const by = replacedBy(parent);
  // 修改为：“…”，增加一款，作为第二款：“…”: counted in the wording that the same clause has just laid down.
  if (by !== undefined && !(by === clause && to.at === 'number')) refuse(rewritten(by));
  const numbers = numbersOf(task);
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
function holderOf(ground: Ground, { targets, to, unit }: Insert): { parent: Draft; at?: number } {
  if (to.at === 'after' || to.at === 'before') {
    const anchor = nodeAt(ground, to.anchor);
    const parent = anchor.parent!;
    return { parent, at: parent.children.indexOf(anchor) + (to.at === 'before' ? 0 : 1) };
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

// --------------------------------------------------------------- inverse

/** Numbers that paragraphs added at the end have now. */
function addedAtEnd({ wording }: Insert, row: Row): string[] {
  return row.last(Math.max(1, wording.flat().length)).flatMap(({ old }) => old?.number ?? []);
}

export const insert: Kind<'insert'> = {
  label: '增加',
  rows,
  act: insertAt,
  undo(back, task, level) {
    const { unit, to, targets } = task;
    if (levelOf(unit) !== level) return;
    const named = to.at === 'number' ? to.locators : [];
    const row = rowOf(back, unit, named[0]?.steps ?? locatorsOf(targets).at(-1)?.steps ?? []);
    const numbers =
      row && unit === 'paragraph' && to.at === 'end'
        ? addedAtEnd(task, row)
        : steppedOf(named).map(({ number }) => number);
    if (!row || numbers.length === 0) back.open.push(task);
    for (const number of numbers) {
      const now = row?.now(number);
      const own = task.wording.flat().flatMap((line) => articleHead(line)?.number ?? []);
      if (now) takeAway(back, now, task, own);
      else back.open.push(task);
    }
  },
};
