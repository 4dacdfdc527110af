/** Phrasings that join, part, move, renumber and repeal provisions. */
import type { Destination } from '../model.ts';
import { above, type Context, destinationsOf, keyOf, targetsOf } from './context.ts';
import { phrase } from './pattern.ts';
import {
  contentOf,
  type Draft,
  destinationAs,
  flat,
  type Groups,
  type Phrase,
  placed,
  substitution,
  units,
} from './phrase-parts.ts';
import { addressesIn } from './tokens.ts';

/** 合并, 拆分, 单列, 移至. */
export const movePhrases: readonly Phrase[] = [
  {
    name: 'merge', // 将第三十七条第二款和第六条第三款合并，作为第四十二条，修改为：“…”
    pattern: phrase(
      '{BA}(?<target>{T}(?:(?:，|并|同)与?{T})*)(?:的内容|的规定|的)?{ALL}合并(?:调整|修改)?(?:(?:为|成)(?:{COUNT}个?{UNIT}|(?<inline>{L}))?)?[，,]?(?:并)?(?:(?:作为|改为|列为|为)(?<dest>{L}))?(?:[，,]?(?:并)?(?:作)?(?:相应)?(?:修改|调整)(?:为)?)?{TILL}(?<content>{QS})?',
    ),
    read: (parts, context) => {
      const targets = targetsOf(addressesIn(context.tokens, parts.target), context);
      const [locator] = destinationsOf(addressesIn(context.tokens, parts.dest ?? parts.inline), context);
      const destination: Destination | undefined = locator ? { locator, position: 'as' } : undefined;
      return [
        {
          op: 'merge',
          targets: flat(targets),
          ...(destination ? { destination } : {}),
          ...contentOf(parts.content, context),
        },
      ];
    },
  },
  {
    name: 'split', // 将第八条拆分为两条，作为第八条、第九条：“…”
    pattern: phrase(
      '{BA}<target:T>(?:的内容|的规定)?(?:拆分|分拆|拆解|分解|分立|分列|分|拆|修改|调整)(?:为|成)(?:{COUNT}个?(?<unit>{UNIT})[，,]?(?:分别|依次|即)?(?:作为|为|列为)?(?<dest>{T})?|(?<inline>{T}))[，,]?(?:并)?(?:分别)?(?:修改为|修改)?{TILL}(?<content>{QS})?',
    ),
    read: (parts, context) => {
      const targets = targetsOf(addressesIn(context.tokens, parts.target), context);
      const locators = destinationsOf(addressesIn(context.tokens, parts.dest ?? parts.inline), context);
      if (parts.inline !== undefined && locators.length < 2) return undefined;
      // 第三条修改为三款：“…”: new wording of the whole, with its number of parts.
      const unit = parts.unit === undefined ? undefined : units[parts.unit];
      if (locators.length === 0 && unit !== 'article') return substitution(targets, parts.content, context);
      return [
        {
          op: 'split',
          targets: flat(targets),
          ...destinationAs(locators),
          ...contentOf(parts.content, context),
        },
      ];
    },
  },
  {
    name: 'single out', // 第二款单列一条，作为第十六条
    pattern: phrase(
      '{BA}<target:T>(?:的内容|的规定)?单(?:独)?列(?:为|出)?(?:一条|一款)?[，,]?(?:作为|为)(?<dest>{L})',
    ),
    read: (parts, context) => renumber(parts, context),
  },
  {
    name: 'move', // 将第三章移至第五章后
    pattern: phrase(
      '{BA}<target:T>(?:整体|的内容)?(?:移至|移到|移动到|移动至|调整至|调整到|移入|移于|置于|放在|前移至|后移至|并入)(?<anchor>{L})(?<side>之后|之前|后面|前面|后|前|中|内)?(?:[，,]?(?:并)?(?:作为|改为|列为)(?<dest>{L}))?',
    ),
    read: (parts, context) => {
      const targets = targetsOf(addressesIn(context.tokens, parts.target), context);
      const [anchor] = destinationsOf(addressesIn(context.tokens, parts.anchor), context);
      const [named] = destinationsOf(addressesIn(context.tokens, parts.dest), context);
      const within = anchor && named ? above(anchor.steps, named.steps.at(-1)!.type) : [];
      const dest = named && within.length > 0 ? { steps: [...within, named.steps.at(-1)!] } : named;
      const side = parts.side?.replace(/[之面]/g, '');
      const position = side === '前' ? 'before' : side === '后' ? 'after' : side ? 'end' : 'as';
      const destination: Destination = dest
        ? { locator: dest, position: 'as' }
        : { position, ...(anchor ? { locator: anchor } : {}) };
      return [{ op: 'move', targets: flat(targets), destination }];
    },
  },
];

/** 改为, 作为, 删去. */
export const placePhrases: readonly Phrase[] = [
  {
    name: 'renumber', // 将第十条改为第十三条; 原第二款作为第三款; 第七项至第十五项相应改为第八项至第十六项
    pattern: phrase(
      '{BA}<target:T>(?:的)?(?:条文|序号|内容)?{ALL}(?:改为|改作|作为|移作|列为|调整为|变更为|变为|修改为|顺延为|顺延至|改成|依次为|为)<dest:T>(?!{IN}{q})(?:[：:]\\n?(?<content>{QS}))?',
    ),
    read: (parts, context) => renumber(parts, context),
  },
  {
    name: 'the former text as a part', // 原条文作为第二款
    pattern: phrase('原(?:条文|条款|内容|规定)(?:内容)?{ALL}(?:作为|改为)<dest:T>'),
    read: (parts, context) => {
      const article = above(context.steps, 'paragraph');
      const locators = destinationsOf(addressesIn(context.tokens, parts.dest), context);
      if (article.length === 0 || locators.length !== 1 || locators[0]!.steps.at(-1)?.type !== 'paragraph')
        return undefined;
      return [
        {
          op: 'renumber',
          targets: [{ steps: [...article, { type: 'paragraph', number: '1' }] }],
          ...destinationAs(locators),
        },
      ];
    },
  },
  {
    name: 'renumber what was named', // …修改为“…”，并作为第二十七条
    pattern: phrase('(?:并|同时|，)*(?:作为|列为|改列为|改为)<dest:T>(?!{IN}{q})'),
    read: (parts, context) => {
      const [only, ...more] = flat(context.last);
      const locators = destinationsOf(addressesIn(context.tokens, parts.dest), context);
      if (!only || more.length > 0 || only.through || locators.length !== 1) return undefined;
      if (only.steps.at(-1)?.type !== locators[0]!.steps.at(-1)?.type) return undefined;
      context.renumbered.set(keyOf(locators[0]!.steps), only.steps);
      return [{ op: 'renumber', targets: [only], ...destinationAs(locators) }];
    },
  },
  {
    name: 'repeal', // 删去第六条第一款第三项和第五项、第二款
    pattern: phrase(
      '{DEL}(?<target>{T}(?:[，,]{T}(?=[，,。；\\s]|$))*)(?:的)?(?:规定|内容|全文|全部内容)?(?!{IN}{q})',
    ),
    read: (parts, context) => repeal(parts, context),
  },
  {
    name: 'repeal, verb last', // 将第七条予以删除
    pattern: phrase('{BA}<target:T>(?:的)?(?:规定|内容|全文)?(?:予以|均|一并|整条|全部|予)*(?:{DEL}|废止)'),
    read: (parts, context) => repeal(parts, context),
  },
];

function repeal(parts: Groups, context: Context): Draft[] {
  const targets = targetsOf(addressesIn(context.tokens, parts.target), context);
  const plain = targets.filter(({ part }) => !part);
  const drafts: Draft[] = targets
    .filter(({ part }) => part)
    .map((target) => ({ op: 'repeal', ...placed(target) }));
  if (plain.length > 0) drafts.push({ op: 'repeal', targets: flat(plain) });
  return drafts;
}

function renumber(parts: Groups, context: Context): Draft[] | undefined {
  const addresses = addressesIn(context.tokens, parts.target);
  const targets = targetsOf(addresses, context);
  const locators = destinationsOf(addressesIn(context.tokens, parts.dest), context);
  if (targets.some(({ part }) => part) || locators.length === 0) return undefined;
  const [only] = flat(targets);
  if (only && !only.through && locators.length === 1)
    context.renumbered.set(keyOf(locators[0]!.steps), only.steps);
  const moved: Draft = { op: 'renumber', targets: flat(targets), ...destinationAs(locators) };
  // 第十条改为第九条：“…”: the new wording stands right behind the new number.
  return [
    moved,
    ...(parts.content === undefined ? [] : (substitution(targets, parts.content, context) ?? [])),
  ];
}
