/** 增加一条, 增加一款: how decisions say that something is added. */
import type { Locator, Target } from '../../../model.ts';
import { rankOf } from '../../../references/steps.ts';
import { parseNumeral } from '../../../text/numerals.ts';
import type { Context } from '../../read/context.ts';
import { phrase } from '../../read/pattern.ts';
import {
  areProvisions,
  assuming,
  type Groups,
  numbersIn,
  type Phrase,
  type Said,
  sideOf,
  substitution,
  targetsIn,
  units,
  wordingIn,
  wordsIn,
} from '../../read/phrase.ts';
import { quotesIn } from '../../read/tokens.ts';
import { itemHead } from '../../text/content.ts';
import { above, isContainer, locatorsOf, typeOf } from '../../text/locators.ts';

export const rows: readonly Phrase[] = [
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
  const side = parts.side === '之间' ? 'after' : sideOf(parts.side);
  const anchor = locatorsOf(targets).at(parts.side === '之间' ? 0 : -1);
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
        : side && anchor && typeOf(anchor) === unit
          ? { at: side, anchor }
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
    said.doubt = `称增加${count}${parts.unit}，列出${numbers.length}个编号，请核对`;
  // 增加一款，作为第二款，原第二款改为第三款：“…”: the numbers that move stand before the new wording.
  const moved = targetsIn(parts.from, context);
  const to = numbersIn(parts.to, context);
  // What follows speaks of the provision that received the text, not of the text.
  if (targets.length === 0) context.steps = before;
  return moved.length > 0 ? [said, { op: 'renumber', targets: moved, to }] : [said];
}
