/** Phrasings that join, part, move, renumber and repeal provisions. */
import type { Destination, Locator } from '../model.ts';
import { above, type Context, destinationsOf, expand, keyOf, targetsOf } from './read/context.ts';
import { phrase } from './read/pattern.ts';
import {
  contentOf,
  type Draft,
  destinationAs,
  flat,
  type Groups,
  isContainer,
  type Phrase,
  placed,
  substitution,
  textOf,
  units,
} from './read/phrase.ts';
import { addressesIn, quotesIn } from './read/tokens.ts';

/** What may stand after a repeal: 删去第三款的后半句 strikes no 款. */
const boundary = '(?=[，,。；;：:、（(）)\\s]|$|并|且|同时|后[，,]|原|将)';

/** 合并, 拆分, 单列, 移至. */
export const movePhrases: readonly Phrase[] = [
  {
    name: 'merge', // 将第三十七条第二款和第六条第三款合并，作为第四十二条，修改为：“…”
    pattern: phrase(
      '{BA}(?<target>{T}(?:(?:，|并|同)与?{T})*)(?:的内容|的规定|的)?{ALL}合并(?:调整|修改)?(?:(?:为|成)(?:{COUNT}个?{UNIT}|(?<inline>{L}))?)?[，,]?(?:并)?(?:(?:作为|改为|列为|为)(?<dest>{L}))?(?:[，,]?(?:并)?(?:作)?(?:相应)?(?:修改|调整)(?:为)?)?{TILL}(?<content>{QS})?(?:[，,]?(?:并)?(?:作为|改为)(?<late>{L}))?(?:[，,]?(?:依次|分别)作为(?<within>{T}))?',
    ),
    read: (parts, context) => {
      if (!inOrder(parts.within, context)) return undefined;
      const targets = targetsOf(addressesIn(context.tokens, parts.target), context);
      const [locator] = destinationsOf(
        addressesIn(context.tokens, parts.dest ?? parts.inline ?? parts.late),
        context,
      );
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
      '{BA}<target:T>(?:的内容|的规定)?(?:拆分|分拆|拆解|分解|分立|分列|分|拆|修改|调整)(?:为|成)(?:{COUNT}个?(?<unit>{UNIT})(?:[，,](?<parts>{L}(?:作为|改为|为){L}(?:[，,、]{L}(?:作为|改为|为){L})+)|[，,]?(?:分别|依次|即)?(?:作为|为|列为)?(?<dest>{T}))?|(?<inline>{T}))[，,]?(?:并)?(?:分别)?(?:修改为|修改)?{TILL}(?<content>{QS})?',
    ),
    read: (parts, context) => {
      const targets = targetsOf(addressesIn(context.tokens, parts.target), context);
      if (parts.parts !== undefined) return eachPart(parts.parts, flat(targets), context);
      const locators = destinationsOf(addressesIn(context.tokens, parts.dest ?? parts.inline), context);
      if (parts.inline !== undefined && locators.length < 2) return undefined;
      if (locators.length === 1) return undefined;
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
  {
    name: 'move what was named', // …修改为：“…”并移至第五十八条之后
    pattern: phrase(
      '(?:并|同时|将其|，)*(?:移至|移到|调整至|调整到|置于)(?<anchor>{L})(?<side>之后|之前|后面|前面|后|前)(?:[，,]?(?:并)?(?:作为|改为|列为)(?<dest>{L}))?',
    ),
    read: (parts, context) => {
      const targets = flat(context.last);
      const [anchor] = destinationsOf(addressesIn(context.tokens, parts.anchor), context);
      const [dest] = destinationsOf(addressesIn(context.tokens, parts.dest), context);
      if (targets.length === 0 || !anchor) return undefined;
      const position = /前/.test(parts.side!) ? 'before' : 'after';
      const destination: Destination = dest
        ? { locator: dest, position: 'as' }
        : { locator: anchor, position };
      return [{ op: 'move', targets, destination }];
    },
  },
];

/** 第一款作为第一条，第二款作为第二条: the first part goes on as the article, the others become articles. */
function eachPart(
  piece: string,
  [whole, ...more]: readonly Locator[],
  context: Context,
): Draft[] | undefined {
  const steps = addressesIn(context.tokens, piece).flatMap(({ locators }) =>
    locators.map(({ steps }) => steps),
  );
  const [old, now] = [0, 1].map((odd) => steps.filter((_, i) => i % 2 === odd));
  const inTurn = old!.every(([step, ...below], i) => below.length === 0 && step?.number === String(i + 1));
  if (!whole || more.length > 0 || !inTurn || old!.some(([step]) => step?.type !== 'paragraph'))
    return undefined;
  return [{ op: 'split', targets: [whole], ...destinationAs(now!.map((steps) => ({ steps }))) }];
}

/** 改为, 作为, 删去. */
export const placePhrases: readonly Phrase[] = [
  {
    name: 'renumber', // 将第十条改为第十三条; 原第二款作为第三款; 第七项至第十五项相应改为第八项至第十六项
    pattern: phrase(
      '{BA}<target:T>(?<quote>{q})?(?:的)?(?:条文|序号|内容)?(?:修改后)?{ALL}(?:改为|改作|作为|移作|列为|调整为|变更为|变为|修改为|相应变为|顺延为|顺延至|改成|依次为|为)(?:修改后的?)?<dest:T>(?!{IN}{q}{WORD}(?:{ALL}{TO}|[之]?[前后]))(?:(?<name>{q})(?=[，。；\\s]|$)|(?:[，,]?(?:内容|规定)(?:为|如下))?[：:]\\n?(?<content>{QS}))?(?:[，,](?:依次|分别)?作为(?<within>{T}))?',
    ),
    read: (parts, context) => (inOrder(parts.within, context) ? renumber(parts, context) : undefined),
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
    pattern: phrase('(?:后|并|同时|，)*(?:作为|列为|改列为|改为)<dest:T>(?!{IN}{q})'),
    read: (parts, context) => {
      const [only, ...more] = flat(context.last);
      const locators = destinationsOf(addressesIn(context.tokens, parts.dest), context);
      if (!only || more.length > 0 || only.through || locators.length !== 1) return undefined;
      if (only.steps.at(-1)?.type !== locators[0]!.steps.at(-1)?.type) return undefined;
      renumbers([only], locators, context);
      return [{ op: 'renumber', targets: [only], ...destinationAs(locators) }];
    },
  },
  {
    name: 'repeal', // 删去第六条第一款第三项和第五项、第二款
    pattern: phrase(
      `{DEL}(?<target>{T}(?:[，,]{T}(?=[，,。；\\s]|$))*)(?:的)?(?:规定|内容|全文|全部内容)?(?!{IN}{q})${boundary}`,
    ),
    read: (parts, context) => repeal(parts, context),
  },
  {
    name: 'repeal, verb above', // 删去第一款中的“a”，第三款。
    pattern: phrase('<target:T>(?=[。；;]|$)'),
    read: (parts, context) => (context.verb === 'repeal' ? repeal(parts, context) : undefined),
  },
  {
    name: 'repeal, place first', // 第七条删去第二款、第三款
    pattern: phrase(`{BA}<target:T>(?:中)?(?:均)?{DEL}<inner:T>(?!{IN}{q})${boundary}`),
    read: (parts, context) => {
      targetsOf(addressesIn(context.tokens, parts.target), context);
      return repeal({ target: parts.inner }, context);
    },
  },
  {
    name: 'repeal, verb last', // 将第七条予以删除
    pattern: phrase(
      `{BA}<target:T>(?:的)?(?:规定|内容|全文)?(?:予以|均|一并|整条|全部|予)*(?:{DEL}|废止)${boundary}`,
    ),
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

/** …改为第十七条，作为第一款、第二款: true where the parts are to stand as they come. */
function inOrder(piece: string | undefined, { tokens }: Context): boolean {
  const steps = addressesIn(tokens, piece).flatMap(({ locators }) => locators.map(({ steps }) => steps));
  return steps.every(
    ([step, ...more], i) => more.length === 0 && step?.type === 'paragraph' && step.number === String(i + 1),
  );
}

function isArticle(locator: Locator | undefined): boolean {
  return locator?.steps.at(-1)?.type === 'article';
}

/** 第三十九条改为第四十五条第一款: the article goes on as article 45; other paragraphs join it. */
function withoutFirstParagraph(locator: Locator): Locator {
  const [last, above] = [locator.steps.at(-1), locator.steps.at(-2)];
  return last?.type === 'paragraph' && last.number === '1' && above?.type === 'article'
    ? { steps: locator.steps.slice(0, -1) }
    : locator;
}

/** What is given a new number is named by its old one: nothing is renumbered twice. */
function renumbers(targets: readonly Locator[], locators: readonly Locator[], { renumbered }: Context): void {
  const old = targets.flatMap(expand);
  for (const target of targets) delete target.otherwise;
  old.forEach(({ steps }, i) => {
    const now = locators[i];
    if (now && old.length === locators.length) renumbered.set(keyOf(now.steps), steps);
  });
}

function renumber(parts: Groups, context: Context): Draft[] | undefined {
  const addresses = addressesIn(context.tokens, parts.target);
  const targets = targetsOf(addresses, context);
  const locators = destinationsOf(addressesIn(context.tokens, parts.dest), context).map((locator) =>
    isArticle(flat(targets)[0]) ? withoutFirstParagraph(locator) : locator,
  );
  if (targets.some(({ part }) => part) || locators.length === 0) return undefined;
  renumbers(flat(targets), locators, context);
  const moved: Draft = { op: 'renumber', targets: flat(targets), ...destinationAs(locators) };
  const [name] = quotesIn(context.tokens, parts.name);
  if (name) {
    // 第一章“甲”改为第二章“乙”: the chapter gets another name with its number.
    if (!targets.every(({ locators }) => isContainer(locators.at(-1)?.steps.at(-1)?.type))) return undefined;
    return [moved, { op: 'retitle', part: 'heading', targets: flat(targets), content: [textOf(name)] }];
  }
  // 第十条改为第九条：“…”: the new wording stands right behind the new number.
  return [
    moved,
    ...(parts.content === undefined ? [] : (substitution(targets, parts.content, context) ?? [])),
  ];
}
