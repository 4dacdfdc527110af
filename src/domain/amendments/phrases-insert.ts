/** Phrasings that add articles, paragraphs, items and chapters. */
import type { Locator } from '../model.ts';
import { rankOf } from '../references/steps.ts';
import { parseNumeral } from '../text/numerals.ts';
import { above, type Context, destinationsOf, type Target, targetsOf } from './read/context.ts';
import { phrase } from './read/pattern.ts';
import {
  contentOf,
  type Draft,
  destinationAs,
  flat,
  type Groups,
  isContainer,
  type Phrase,
  substitution,
  textOf,
  units,
} from './read/phrase.ts';
import { addressesIn, quotesIn } from './read/tokens.ts';
import { itemHead } from './text/content.ts';

export const insertPhrases: readonly Phrase[] = [
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
       (?:[，,。]?(?:规定|内容为|内容|具体|表述|即|为|如下|修改为))*{TILL}(?<content>{QS})?`,
    ),
    read: (parts, context) => insertion(parts, context),
  },
  {
    name: 'a part of a chapter', // 第二章分为三节：第一节“甲”，包括第七条至第十条；第二节…
    pattern: phrase('(?<dest>{L})(?<heading>{q})[，,]?(?:包括|包含|含|由)(?<covers>{T})(?:组成)?'),
    read: (parts, context) => {
      const [dest] = destinationsOf(addressesIn(context.tokens, parts.dest), context);
      const unit = dest?.steps.at(-1)?.type;
      const [heading] = quotesIn(context.tokens, parts.heading).map(textOf);
      const covers = addressesIn(context.tokens, parts.covers).flatMap(({ locators }) => locators);
      if (!dest || unit !== 'section' || heading === undefined) return undefined;
      const chapter = above(context.steps, 'section');
      return [
        {
          op: 'insert',
          targets: chapter.length > 0 ? [{ steps: chapter }] : [],
          unit,
          destination: { locator: { steps: dest.steps.slice(-1) }, position: 'as' },
          content: [heading],
          groups: [1],
          covers,
        },
      ];
    },
  },
  {
    name: 'insert quoted', // 在第十三条增加“（六）甲”作为第六项
    pattern: phrase(
      '{BA}(?:<target:T>(?:之?[后前]|后面|前面|中)?)?{ADD}(?<content>{QS})[，,]?(?:作为|列为)(?<dest>{T})',
    ),
    read: (parts, context) => insertion({ ...parts, unitOf: 'dest' }, context),
  },
  {
    name: 'insert by number', // 增加第六项：“…”
    pattern: phrase(
      '{BA}(?:(?<target>{T})(?<side>之后|后|中|内|前)?[，,]?)?{ADD}(?<dest>{T})(?:[，,]?(?:内容|规定)?(?:为|如下|即))*{TILL}(?<content>{QS})',
    ),
    read: (parts, context) => insertion({ ...parts, unitOf: 'dest' }, context),
  },
  {
    name: 'add to an article', // 第十一条增加规定：“…”: a paragraph at its end
    pattern: phrase('{BA}<target:T>(?:中)?{ADD}(?:如下|以下|下列)?规定{TILL}<content:QS>'),
    read: (parts, context) => {
      const targets = targetsOf(addressesIn(context.tokens, parts.target), context);
      const article = flat(targets).every(({ steps }) => steps.at(-1)?.type === 'article');
      if (!article || targets.length !== 1) return undefined;
      const assumed = ['“增加规定”作为该条最后一款'];
      return [
        {
          op: 'insert',
          targets: flat(targets),
          unit: 'paragraph',
          destination: { position: 'end' },
          ...contentOf(parts.content, context),
          assumed,
        },
      ];
    },
  },
];

/** 第九条增加一项：“（四）…”: where nothing else says the place, the quoted labels do. */
function labelled(parts: Groups, targets: readonly Target[], { tokens, steps }: Context): Locator[] {
  const type = parts.unit === undefined ? undefined : units[parts.unit];
  if ((type !== 'item' && type !== 'point') || parts.side !== undefined) return [];
  const above = flat(targets).at(-1)?.steps ?? steps.filter((step) => rankOf(step.type) < rankOf(type));
  const lines = quotesIn(tokens, parts.content ?? parts.inline).flatMap((quotation) => quotation.lines);
  const heads = lines.flatMap((line) => itemHead(line) ?? []);
  if (above.length === 0) return [];
  // Marks of another style are points of the new items.
  const style = ({ label }: { label: string }) => label.replace(/[〇零一二三四五六七八九十百\d]+/, '');
  return heads
    .filter((head) => style(head) === style(heads[0]!))
    .map(({ number }) => ({ steps: [...above, { type, number }] }));
}

function insertion(parts: Groups, context: Context): Draft[] | undefined {
  const { tokens } = context;
  const before = context.steps;
  const lastBefore = context.last;
  const addresses = addressesIn(tokens, parts.target);
  const targets = addresses.length > 0 ? targetsOf(addresses, context) : [];
  if (targets.some(({ part }) => part)) return undefined;
  const named = destinationsOf(addressesIn(tokens, parts.dest), context);
  const destinations = named.length > 0 ? named : labelled(parts, targets, context);
  const unit = parts.unit ? units[parts.unit]! : destinations[0]?.steps.at(-1)?.type;
  if (!unit) return undefined;
  const content =
    quotesIn(tokens, parts.content).length > 0
      ? contentOf(parts.content, context)
      : contentOf(parts.inline, context);
  if (parts.whole) {
    // 增加一款作为第二款，将该条修改为：“…”: two verbs, one result; the whole wins.
    const whole = addressesIn(tokens, parts.whole);
    const named = whole.length > 0 ? targetsOf(whole, context) : targets.length > 0 ? targets : lastBefore;
    const drafts = substitution(named, parts.content, context);
    drafts?.forEach((draft) => {
      draft.assumed = [...(draft.assumed ?? []), '条款同时给出增加后的全文，以全文为准'];
    });
    return drafts;
  }
  // 第一款与第二款之间: after the first of the two.
  const side = parts.side === '之间' ? '后' : parts.side?.replace(/[之面]/g, '');
  const anchor = flat(targets).at(parts.side === '之间' ? 0 : -1);
  const anchored =
    targets.length > 0 && (side === '后' || side === '前') && anchor?.steps.at(-1)?.type === unit;
  const containers =
    targets.length > 0
      ? flat(targets)
      : unit === 'article'
        ? []
        : above(before, unit).length > 0
          ? [{ steps: above(before, unit) }]
          : [];
  const count = parts.count ? parseNumeral(parts.count) : undefined;
  const draft: Draft = {
    op: 'insert',
    targets: isContainer(unit) && !anchored ? [] : containers,
    unit,
    ...content,
  };
  if (destinations.length > 0) draft.destination = destinationAs(destinations).destination!;
  else if (anchored) draft.destination = { locator: anchor, position: side === '前' ? 'before' : 'after' };
  else draft.destination = { position: 'end' };
  const heading = quotesIn(
    tokens,
    parts.heading ?? (isContainer(unit) ? (parts.named ?? parts.inline) : undefined),
  ).map(textOf)[0];
  if (isContainer(unit)) {
    const wording = contentOf(parts.content, context);
    draft.content = [...(heading === undefined ? [] : [heading]), ...(wording.content ?? [])];
    draft.groups = heading === undefined ? (wording.groups ?? []) : [1, ...(wording.groups ?? [])];
    if (draft.content.length === 0) return undefined;
    const covers = addressesIn(tokens, parts.covers).flatMap(({ locators }) => locators);
    if (covers.length > 0) draft.covers = covers;
    if (targets.length > 0) draft.targets = flat(targets);
  } else if (!draft.content) {
    return undefined;
  }
  if (count !== undefined && count > 1 && destinations.length > 1 && count !== destinations.length) {
    draft.assumed = [
      ...(draft.assumed ?? []),
      `称增加${count}${parts.unit}，列出${destinations.length}个编号`,
    ];
  }
  // 增加一款，作为第二款，原第二款改为第三款：“…”: the numbers that move stand before the new wording.
  const moved = flat(targetsOf(addressesIn(tokens, parts.from), context));
  const to = destinationsOf(addressesIn(tokens, parts.to), context);
  // What follows speaks of the provision that received the text, not of the text.
  if (targets.length === 0) context.steps = before;
  return moved.length > 0 ? [draft, { op: 'renumber', targets: moved, ...destinationAs(to) }] : [draft];
}
