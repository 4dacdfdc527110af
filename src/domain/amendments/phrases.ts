/**
 * The table of phrasings: one row each, tried from the top at every place of a clause where a phrase can begin.
 *
 * A row reads its own words and answers the operations they mean; what no row reads is reported by the caller.
 */
import { rankOf } from '../references/steps.ts';
import { containerMark } from '../structure/index.ts';
import { insertPhrases } from './phrases-insert.ts';
import { movePhrases, placePhrases } from './phrases-move.ts';
import { throughoutPhrases } from './phrases-throughout.ts';
import { wordPhrases } from './phrases-words.ts';
import { targetsOf } from './read/context.ts';
import { adjusting, adjustmentsOf } from './read/frame.ts';
import { phrase } from './read/pattern.ts';
import { contentOf, type Phrase, substitution, textOf, words } from './read/phrase.ts';
import { addressesIn, quotesIn, titlesOf } from './read/tokens.ts';

/** 修改为 with new wording. */
const wordingPhrases: readonly Phrase[] = [
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
    name: 'retitle by the words of the heading', // 将章名“第三章　管理”修改为“第三章　治理”
    pattern: phrase(
      '{BA}(?:(?:各)?(?:章|节|编|分编)(?:的)?(?:名称?|标题))?(?<quote>{q})(?:的)?(?:章名|节名|标题)?{TO}{TILL}(?<content>{q})',
    ),
    read: (parts, context) => {
      const [old] = quotesIn(context.tokens, parts.quote).map(textOf);
      const mark = old === undefined ? undefined : containerMark(old);
      if (!mark) return undefined;
      const targets = [{ steps: [{ type: mark.style, number: mark.number }] }];
      return [{ op: 'retitle', part: 'heading', targets, ...contentOf(parts.content, context) }];
    },
  },
  {
    name: 'words and then the whole', // 第二条第一款增加“及其他”，修改为：“…”
    pattern: phrase(
      '{BA}<target:T>(?:中)?(?:在?{q}{WORD}(?:之后|之前|后|前))?[，,]?(?:{ADD}|{DEL})(?<quote>{QL}{WORD})[，,；;]?(?:并)?(?:将)?(?:该条|该款|该项|全文|其)?(?:相应)?{TO}{TILL}<content:QS>',
    ),
    read: (parts, context) => {
      const drafts = substitution(
        targetsOf(addressesIn(context.tokens, parts.target), context),
        parts.content,
        context,
      );
      drafts?.forEach((draft) => {
        draft.assumed = [...(draft.assumed ?? []), '条款同时给出修改后的全文，以全文为准'];
      });
      return drafts;
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
    name: 'substitute by parts', // 第六十条分为两款，第一款为：“…”第二款为：“…”
    pattern: phrase(
      '{BA}<target:T>(?:修改|拆)?分为{COUNT}款[，,：:](?<content>(?:{L}(?:修改)?为{TILL}{q}[，,；;。]*){2,})',
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
];

/** What changes nothing by itself: lists under a head, general clauses, places named for what follows. */
const framePhrases: readonly Phrase[] = [
  {
    name: 'listed under a group', // 1.《…》第四条、第五条, under 将下列…中的“A”修改为“B”
    pattern: phrase('(?<of>{B})(?:的)?(?<target>{T})?(?=[。；，\\s]|$)'),
    read: (parts, context) => {
      if (!context.group) return undefined;
      context.of = titlesOf(context.tokens, parts.of)[0] ?? context.of;
      return words(
        targetsOf(addressesIn(context.tokens, parts.target), context),
        context.group.map((change) => ({ ...change, all: true })),
      );
    },
  },
  {
    name: 'general', // 条文顺序作相应调整; 其后各项依次顺延
    pattern: phrase(
      '(?:[^。；\\n\ue000-\uf5ff]|{L}(?=以下|以后|之后|及以|起|至|的|(?:依次|相应|顺次|逐[条款项])(?:顺延|递延|[前后][移推]))){0,80}(?:顺延|递延|类推|依次[前后][移推]|序号|顺序|次序|条序|款序|项序|编号|文字|用语)[^。；\\n\ue000-\uf5ff]{0,80}',
    ),
    read: (parts) => {
      const text = parts.all ?? '';
      const adjusts = adjustmentsOf(text);
      if (adjusts.length === 0 && /顺延|递延|类推|依次[前后][移推]/.test(text)) adjusts.push('numbering');
      return adjusts.length === 0 ? undefined : [{ op: 'general', targets: [], ...adjusting(text, adjusts) }];
    },
  },
  {
    name: 'context', // 第十三条作如下修改： / 在第五条中，
    pattern: phrase(
      '{BA}<target:T>(?:{q}(?=中))?(?:中|内|的)?(?:作|做)?(?:出|了|如下|以下|下列|部分)*(?:修改|修正|修订|调整)?(?=[，：:。\\s]|(?<=中){L})',
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
    name: 'parts to come', // 第二章分为三节：
    pattern: phrase('{BA}<target:T>(?:分为|分成|分设|下设|设){COUNT}节(?:[：:]|[，,](?={L}{q}))'),
    read: (parts, context) => {
      targetsOf(addressesIn(context.tokens, parts.target), context);
      return [];
    },
  },
  {
    name: 'no change', // 对部分条文作以下修改： / 本决定自…起施行
    pattern:
      /(?:(?:对)?(?:部分|下列|以下|有关|其他)?(?:条文|条款|内容|规定|法规|规章|行政法规|地方性法规|司法解释)*(?:中的有关条款)?(?:作|做)?(?:出)?(?:如下|以下|下列)?(?:修改|修正|调整)|本(?:决定|修正案)自[^。\n]*(?:施行|生效)|此外|附件)(?=[：:。，\n]|$)/y,
    read: () => [],
  },
];

export const phrases: readonly Phrase[] = [
  ...throughoutPhrases,
  ...movePhrases,
  ...insertPhrases,
  ...wordPhrases,
  ...wordingPhrases,
  ...placePhrases,
  ...framePhrases,
];
