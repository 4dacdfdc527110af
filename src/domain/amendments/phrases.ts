/**
 * The table of phrasings: one row each, tried from the top at every place of a clause where a phrase can begin.
 *
 * A row reads its own words and answers the operations they mean; what no row reads is reported by the caller.
 */
import type { Destination, Locator, Operation, ProvisionType, WordChange } from '../model.ts';
import { rankOf } from '../references/steps.ts';
import { parseNumeral } from '../text/numerals.ts';
import { above, type Context, destinationsOf, keyOf, type Target, targetsOf } from './context.ts';
import { adjustmentsOf } from './frame.ts';
import { phrase } from './pattern.ts';
import type { Quotation } from './quotes.ts';
import { addressesIn, quotesIn, titlesOf } from './tokens.ts';
import { wordChanges } from './words.ts';

/** What a row makes: an operation without its place. */
export type Draft = Omit<Operation, 'clause' | 'instruction' | 'position'>;
export type Groups = Record<string, string | undefined>;

export interface Phrase {
  name: string;
  pattern: RegExp;
  /** True where a quotation may go into another one: “甲”中的“乙”修改为“丙”. */
  absorbs?: boolean;
  /** The operations meant, or undefined where the words fit but make no sense. An empty list: understood, changes nothing. */
  read(parts: Groups, context: Context): Draft[] | undefined;
}

const units: Readonly<Record<string, ProvisionType>> = {
  条: 'article',
  款: 'paragraph',
  自然段: 'paragraph',
  项: 'item',
  目: 'point',
  章: 'chapter',
  节: 'section',
  编: 'part',
  分编: 'part',
};

export const phrases: readonly Phrase[] = [
  {
    name: 'group', // 将下列行政法规中的“征用”修改为“征收、征用”
    pattern: phrase(
      '{BA}(?:下列|以下)[^，。：；]*?(?:中|内)(?:引用|涉及|规定)?(?:的)?(?<words>{QL}){WORD}{ALL}{TO}<to:QL>(?!{WORD}{ALL}{TO})',
    ),
    read: (parts, context) => {
      context.group = wordChanges(quotesIn(context.tokens, parts.words), quotesIn(context.tokens, parts.to));
      return context.group ? [] : undefined;
    },
  },
  {
    name: 'whole-text words', // 将本法中的“A”统一修改为“B”; 相关条文中的“A”修改为“B”
    pattern: phrase(
      '{BA}(?:[，]?(?:本|该|原)?(?:法|条例|规定|办法|细则|规则|解释|章程|规程|决定|通知|意见)|全文|通篇|正文|条文|各条|各章|(?:相关|有关|其他|其余|各|上述)(?:相关)?(?:条文|条款|规定|条|款)|文中|<of:B>)(?:条文|条款|全文|正文)?{IN}(?<words>{QL}){WORD}{ALL}{TO}{TILL}<to:QL>(?!{WORD}{ALL}{TO})',
    ),
    read: (parts, context) => {
      context.of = titlesOf(context.tokens, parts.of)[0] ?? context.of;
      const changes = wordChanges(quotesIn(context.tokens, parts.words), quotesIn(context.tokens, parts.to));
      return changes ? [{ op: 'replaceWords', targets: [], words: changes }] : undefined;
    },
  },
  {
    name: 'whole-text deletion', // 删去本法中的“A”
    pattern: phrase(
      '{DEL}(?:(?:本|该|原)?(?:法|条例|规定|办法|细则|规则)|全文|条文|(?:相关|有关|各)(?:条文|条款|条)|文中){IN}(?<words>{QL}){WORD}',
    ),
    read: (parts, context) => [
      {
        op: 'replaceWords',
        targets: [],
        words: quotesIn(context.tokens, parts.words).map((q) => removal(q)),
      },
    ],
  },
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
  {
    name: 'insert', // 增加一款，作为第二款：“…”; 第十三条后增加一条作为第十四条，即：“…”
    pattern: phrase(
      `{BA}(?:<target:T>(?<quote>{q})?(?:的)?(?<side>之后|之前|之间|后面|前面|后|前|中|内|里|最后|末尾|结尾)?(?:的)?[，,]?(?:再|另|各|分别|并|相应)*)?
       {ADD}(?<count>{COUNT})个?(?<unit>{UNIT})(?<inline>{QS})?
       (?:[，,、。]?(?:分别|依次|即|并|顺次|将其|列)*(?:作为|列为|为|编为|排为|成为|改为)(?<dest>{T}))?
       (?:[，,](?:章名|节名|标题|名称)为(?<heading>{q}))?
       (?:[，,]?(?:分为|共|含)(?:{COUNT})条)?(?:[，,]?(?:分别为|包括|包含|含|即|下设|设|为)(?<covers>{T}))?
       (?:[，,]?(?<whole>(?:并)?(?:将)?(?:该|本|原|全)(?:条|款)(?:全文)?(?:相应)?修改为|(?:将)?{L}修改为))?
       (?:[，,。]?(?:规定|内容为|内容|具体|表述|即|为|如下|修改为))*{TILL}(?<content>{QS})?`,
    ),
    read: (parts, context) => insertion(parts, context),
  },
  {
    name: 'insert quoted', // 在第十三条增加“（六）甲”作为第六项
    pattern: phrase('{BA}(?:<target:T>中?)?{ADD}(?<content>{QS})[，,]?(?:作为|列为)(?<dest>{T})'),
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
  {
    name: 'add as a sentence', // 第五条第一款增加“乙”，作为最后一句
    pattern: phrase(
      '{BA}(?:<target:T>中?)?{ADD}(?:一句)?{TILL}(?<content>{q})[，,]?作为(?:最后一句|末句|(?<first>第一句|首句))',
    ),
    read: (parts, context) => {
      const targets = placeOrLast(parts.target, context);
      const [added] = quotesIn(context.tokens, parts.content);
      if (targets.length === 0 || !added) return undefined;
      const position = parts.first === undefined ? 'end' : 'start';
      return targets.map((target) => ({
        op: 'replaceWords',
        ...placed(target),
        words: [{ from: '', to: textOf(added), all: false }],
        destination: { position },
      }));
    },
  },
  {
    name: 'add at the end', // 在第一款最后增加“…”; 第三款末尾增加一句：“…”
    pattern: phrase(
      '{BA}(?:<target:T>)?(?:的)?(?<side>最后面|最后|末尾|结尾|句末|文末|句尾|段末|末|开头|开始|句首|最前面|前|中|后|之后|后面)?(?:[，,])?{ADD}(?:规定|内容|表述|如下内容|以下内容)?(?<sentence>一句话?|一段话?|第{COUNT}句|一段文字)?(?:[，,]?作为(?:最后一句|末句|第{COUNT}句|但书))?(?:[，,]?(?:规定|内容)?(?:为|即))?{TILL}(?<content>{QS})',
    ),
    read: (parts, context) => {
      const targets = placeOrLast(parts.target, context);
      const start = /^(?:开头|开始|句首|最前面|前)$/.test(parts.side ?? '');
      const text = quotesIn(context.tokens, parts.content)
        .flatMap(({ lines }) => lines)
        .join('');
      const placedWell = parts.sentence !== undefined || (parts.side !== undefined && parts.side !== '中');
      const paragraphs = flat(targets).every(({ steps }) =>
        ['paragraph', 'item'].includes(steps.at(-1)?.type ?? ''),
      );
      const assumed = placedWell ? {} : { assumed: ['未写明位置，加在该处末尾'] };
      if (targets.length === 0 || (!placedWell && !(paragraphs && /。$/.test(text)))) return undefined;
      const words: WordChange[] = [{ from: '', to: text, all: false }];
      return targets.map((target) => ({
        op: 'replaceWords',
        ...placed(target),
        words,
        destination: { position: start ? 'start' : 'end' },
        ...assumed,
      }));
    },
  },
  {
    name: 'add words', // 在“a”后增加“b”
    pattern: phrase(
      '{BA}(?:(?<target>{T}){IN}|其中的?)?(?<anchor>{q}){WORD}(?<side>之后|之前|后面|前面|后|前)[，,]?{ALL}{ADD}(?:一句话?|规定|表述|内容)*(?:[，,]?内容为)?{TILL}(?<content>{q})',
    ),
    read: (parts, context) => {
      const targets = placeOrLast(parts.target, context);
      const [anchor] = quotesIn(context.tokens, parts.anchor);
      const [added] = quotesIn(context.tokens, parts.content);
      if (!anchor || !added) return undefined;
      const side = parts.side!.includes('后') ? 'after' : 'before';
      const change: WordChange = { from: '', to: textOf(added), all: false, [side]: textOf(anchor) };
      return words(targets, [change]);
    },
  },
  {
    name: 'replace words inside quoted words', // 第一项“甲”中的“乙”修改为“丙”
    absorbs: true,
    pattern: phrase(
      '{BA}(?:(?<target>{T}){IN}|其中的?)?(?<whole>{q})(?:中|里|内)的(?<part>{q}){WORD}{ALL}{TO}{TILL}(?<to>{q})',
    ),
    read: (parts, context) => {
      const [whole] = quotesIn(context.tokens, parts.whole).map(textOf);
      const [part] = quotesIn(context.tokens, parts.part).map(textOf);
      const [to] = quotesIn(context.tokens, parts.to).map(textOf);
      if (whole === undefined || part === undefined || to === undefined || whole.split(part).length !== 2)
        return undefined;
      return words(placeOrLast(parts.target, context), [
        { from: whole, to: whole.replace(part, to), all: true },
      ]);
    },
  },
  {
    name: 'replace a figure', // 将第七十二条的罚款数额由“五百元”修改为“一千元”
    pattern: phrase(
      '{BA}<target:T>(?:中)?(?:的)?[\\u4e00-\\u9fff]{0,12}由(?<from>{q}){ALL}{TO}{TILL}(?<to>{q})',
    ),
    read: (parts, context) => {
      const changes = wordChanges(quotesIn(context.tokens, parts.from), quotesIn(context.tokens, parts.to));
      return changes && words(placeOrLast(parts.target, context), changes);
    },
  },
  {
    name: 'replace words', // 将第二十三条第二款中的“a”修改为“b”; 将第八条中的“a”和第九条中的“b”修改为“c”
    pattern: phrase(
      '{BA}(?<pairs>(?:(?:{T}{IN}|其中的?|其)?{q}{WORD}(?:、|，|和|及|以及)?)+){ALL}{TO}{TILL}(?<to>{QL})(?!{WORD}{ALL}{TO})',
    ),
    read: (parts, context) => replacement(parts, context),
  },
  {
    name: 'delete words', // 删去其中的“a”; 删去第二款中的“a”和第三款中的“b”
    pattern: phrase(`{DEL}(?<pairs>(?:(?:{T}{IN}|其中的?|其)?{q}{WORD}(?:、|，|和|及|以及)?)+)`),
    read: (parts, context) => deletion(parts, context),
  },
  {
    name: 'delete words, verb last', // 将第三条中的“a”删去
    pattern: phrase(
      `{BA}(?<pairs>(?:(?:{T}{IN}|其中的?|其)?{q}{WORD}(?:、|，|和|及|以及)?)+)(?:予以|均|全部|一并|都)*{DEL}`,
    ),
    read: (parts, context) => deletion(parts, context),
  },
  {
    name: 'delete words, verb above', // 删去第二款中的“a”，第三款中的“b”
    pattern: phrase('<target:T>{IN}(?<words>{QL})(?=[，；。、\\s]|$)'),
    read: (parts, context) =>
      context.verb === 'repeal'
        ? deletion({ ...parts, pairs: `${parts.target}中的${parts.words}` }, context)
        : undefined,
  },
  {
    name: 'retitle', // 将名称修改为《…》
    pattern: phrase('{BA}(?<target>{T})(?:由(?:{B}|{q}))?{TO}{TILL}<title:B>'),
    read: (parts, context) => {
      const [address] = addressesIn(context.tokens, parts.target);
      const [title] = titlesOf(context.tokens, parts.title);
      if (address?.part !== 'title' || title === undefined) return undefined;
      return [{ op: 'retitle', part: 'title', targets: [], content: [title] }];
    },
  },
  {
    name: 'substitute', // 将第四条修改为：“…”
    pattern: phrase(
      '{BA}<target:T>(?:的)?(?:规定|内容|条文|全文|表述|原文)?{ALL}(?:{TO}|修改如下){TILL}<content:QS>',
    ),
    read: (parts, context) =>
      substitution(targetsOf(addressesIn(context.tokens, parts.target), context), parts.content, context),
  },
  {
    name: 'substitute what was named', // 修改为：“…” after 将第十四条改为第十八条，
    pattern: phrase(
      '(?:并|将其|其|该条|该款|内容|全文|作|相应|同时|，)*(?:{TO}|修改如下|修改|内容为|内容如下){TILL}<content:QS>',
    ),
    read: (parts, context) => {
      const before = context.last;
      return before.length === 0 ? undefined : substitution(before, parts.content, context);
    },
  },
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
  {
    name: 'listed under a group', // 1.《…》第四条、第五条, under 将下列…中的“A”修改为“B”
    pattern: phrase('(?<of>{B})(?:的)?(?<target>{T})?(?=[。；，\\s]|$)'),
    read: (parts, context) => {
      context.of = titlesOf(context.tokens, parts.of)[0] ?? context.of;
      if (!context.group) return undefined;
      return words(
        targetsOf(addressesIn(context.tokens, parts.target), context),
        context.group.map((change) => ({ ...change, all: true })),
      );
    },
  },
  {
    name: 'general', // 条文顺序作相应调整; 其后各项依次顺延
    pattern: phrase(
      '(?:[^。；\\n\ue000-\uf5ff]|{L}(?=以下|以后|之后|及以|起|至|的)){0,80}(?:顺延|序号|顺序|次序|条序|款序|项序|编号|文字|用语)[^。；\\n\ue000-\uf5ff]{0,80}',
    ),
    read: (parts) => {
      const text = parts.all ?? '';
      const adjusts = adjustmentsOf(text);
      if (adjusts.length === 0 && /顺延|依次(?:后|前)移/.test(text)) adjusts.push('numbering');
      return adjusts.length === 0 ? undefined : [{ op: 'general', targets: [], adjusts }];
    },
  },
  {
    name: 'context', // 第十三条作如下修改： / 在第五条中，
    pattern: phrase(
      '{BA}<target:T>(?:{q}(?=中))?(?:[前后]{COUNT}句)?(?:中|内|的)?(?:作|做)?(?:出|了|如下|以下|下列|部分)*(?:修改|修正|修订|调整)?(?=[，：:。\\s]|(?<=中){L})',
    ),
    read: (parts, context) => {
      // 第五条，第七条修改为…: a place beside another one is no head of what follows.
      const beside = /^[，,]\s*(?:将|把|在|对)*([\uec00-\uf5ff])/.exec(parts.rest ?? '');
      const next = beside && addressesIn(context.tokens, beside[1])[0]?.locators[0]?.steps[0];
      if (next && rankOf(next.type) <= rankOf('article') && next.relative === undefined) return undefined;
      const targets = targetsOf(addressesIn(context.tokens, parts.target), context);
      return targets.some(({ part }) => part === 'annex') ? undefined : [];
    },
  },
  {
    name: 'no change', // 对部分条文作以下修改： / 本决定自…起施行
    pattern:
      /(?:(?:对)?(?:部分|下列|以下|有关|其他)?(?:条文|条款|内容|规定|法规|规章|行政法规|地方性法规|司法解释)*(?:中的有关条款)?(?:作|做)?(?:出)?(?:如下|以下|下列)?(?:修改|修正|调整)|本(?:决定|修正案)自[^。\n]*(?:施行|生效)|此外|附件)(?=[：:。，\n]|$)/y,
    read: () => [],
  },
];

function textOf(quotation: Quotation): string {
  return quotation.lines.join('');
}

function removal(quotation: Quotation): WordChange {
  return { from: textOf(quotation), to: '', all: true };
}

function flat(targets: readonly Target[]): Locator[] {
  return targets.flatMap(({ locators }) => locators);
}

function placed(target: Target): Pick<Draft, 'targets' | 'part' | 'partNumber'> {
  return {
    targets: target.locators,
    ...(target.part ? { part: target.part } : {}),
    ...(target.partNumber ? { partNumber: target.partNumber } : {}),
  };
}

function placeOrLast(piece: string | undefined, context: Context): Target[] {
  return piece === undefined ? context.last : targetsOf(addressesIn(context.tokens, piece), context);
}

function contentOf(
  piece: string | undefined,
  context: Context,
): Pick<Draft, 'content' | 'groups' | 'assumed'> {
  const quotations = quotesIn(context.tokens, piece).filter(({ lines }) => lines.length > 0);
  if (quotations.length === 0) return {};
  const assumed = quotations.some(({ marked }) => !marked)
    ? ['新条文未加引号，按所在行取用']
    : quotations.some(({ closed }) => !closed)
      ? ['引号未闭合，引文取至下一条款之前']
      : [];
  return {
    content: quotations.flatMap(({ lines }) => lines),
    groups: quotations.map(({ lines }) => lines.length),
    ...(assumed.length > 0 ? { assumed } : {}),
  };
}

function destinationAs(locators: readonly Locator[]): Pick<Draft, 'destination'> {
  const [locator, ...also] = locators;
  return locator ? { destination: { locator, position: 'as', ...(also.length > 0 ? { also } : {}) } } : {};
}

/** One operation for each place that is not a provision, and one for all provisions together. */
function words(targets: readonly Target[], changes: WordChange[]): Draft[] {
  const plain = targets.filter(({ part }) => !part);
  const drafts: Draft[] = targets
    .filter(({ part }) => part)
    .map((target) => ({ op: 'replaceWords', ...placed(target), words: changes }));
  if (plain.length > 0 || targets.length === 0)
    drafts.push({ op: 'replaceWords', targets: flat(plain), words: changes });
  return drafts;
}

const pairPattern = phrase('(?:<target:T>{IN}|其中的?|其)?(?<words>{QL}){WORD}[、，和及以]*');

function pairsOf(
  piece: string,
  context: Context,
): { targets: Target[]; quotations: Quotation[]; bare: boolean }[] {
  const pairs: { targets: Target[]; quotations: Quotation[]; bare: boolean }[] = [];
  pairPattern.lastIndex = 0;
  for (let match = pairPattern.exec(piece); match; match = pairPattern.exec(piece)) {
    const { target, words } = match.groups as Groups;
    const bare = target !== undefined && !/[中内里的]$/.test(match[0].slice(0, match[0].indexOf(words!)));
    pairs.push({ targets: placeOrLast(target, context), quotations: quotesIn(context.tokens, words), bare });
    if (pairPattern.lastIndex >= piece.length) break;
  }
  return pairs;
}

function replacement(parts: Groups, context: Context): Draft[] | undefined {
  const to = quotesIn(context.tokens, parts.to);
  const pairs = pairsOf(parts.pairs!, context);
  const drafts: Draft[] = [];
  const each =
    to.length > 1 && to.length === pairs.length && pairs.every(({ quotations }) => quotations.length === 1);
  for (const [i, { targets, quotations, bare }] of pairs.entries()) {
    const chapter =
      bare &&
      targets.every(
        ({ locators, part }) =>
          part === undefined && locators.every(({ steps }) => isContainer(steps.at(-1)?.type)),
      );
    const places =
      chapter && targets.length > 0
        ? targets.map((target) => ({ ...target, part: 'heading' as const }))
        : targets;
    // The whole old wording is quoted over several paragraphs: the clause lays down the provision anew.
    const whole =
      quotations.some(({ lines }) => lines.length > 1) ||
      (quotations.length > 1 && !/[、和及，]/.test(parts.pairs!));
    if (whole && places.length > 0) {
      drafts.push(...(substitution(places, parts.to, context) ?? []));
      continue;
    }
    const changes = wordChanges(quotations, each ? [to[i]!] : to);
    if (!changes) return undefined;
    drafts.push(...words(places, changes));
  }
  return drafts;
}

function deletion(parts: Groups, context: Context): Draft[] {
  return pairsOf(parts.pairs!, context).flatMap(({ targets, quotations }) => {
    // 删去第二章“监督”: a chapter's name after its number is no word to be struck from it.
    return words(targets, quotations.map(removal));
  });
}

function isContainer(type: ProvisionType | undefined): boolean {
  return type === 'chapter' || type === 'section' || type === 'part';
}

function substitution(
  targets: readonly Target[],
  content: string | undefined,
  context: Context,
): Draft[] | undefined {
  const made = contentOf(content, context);
  if (!made.content) return undefined;
  const drafts: Draft[] = [];
  const plain = targets.filter(({ part }) => !part);
  for (const target of targets) {
    if (!target.part) continue;
    const retitles = target.part === 'title' || target.part === 'heading' || target.part === 'introduction';
    drafts.push({ op: retitles ? 'retitle' : 'substitute', ...placed(target), ...made });
  }
  if (plain.length > 0) drafts.push({ op: 'substitute', targets: flat(plain), ...made });
  return drafts;
}

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

function insertion(parts: Groups, context: Context): Draft[] | undefined {
  const { tokens } = context;
  const before = context.steps;
  const lastBefore = context.last;
  const addresses = addressesIn(tokens, parts.target);
  const targets = addresses.length > 0 ? targetsOf(addresses, context) : [];
  if (targets.some(({ part }) => part)) return undefined;
  const destinations = destinationsOf(addressesIn(tokens, parts.dest), context);
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
  const side = parts.side?.replace(/[之面]/g, '');
  const anchored =
    targets.length > 0 &&
    (side === '后' || side === '前') &&
    flat(targets).at(-1)?.steps.at(-1)?.type === unit;
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
  if (destinations.length > 0)
    draft.destination = { ...destinationAs(destinations).destination!, ...(anchored ? {} : {}) };
  else if (anchored)
    draft.destination = { locator: containers.at(-1)!, position: side === '前' ? 'before' : 'after' };
  else draft.destination = { position: 'end' };
  const heading = quotesIn(tokens, parts.heading ?? (isContainer(unit) ? parts.inline : undefined)).map(
    textOf,
  )[0];
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
  // What follows speaks of the provision that received the text, not of the text.
  if (targets.length === 0) context.steps = before;
  return [draft];
}
