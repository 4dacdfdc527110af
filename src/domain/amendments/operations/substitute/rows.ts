/** 修改为: how decisions say that a provision is given new wording. */
import { formatLocator } from '../../../references/locator.ts';
import { phrase } from '../../read/pattern.ts';
import { assuming, type Phrase, substitution, targetsIn } from '../../read/phrase.ts';
import { addressesIn } from '../../read/tokens.ts';
import { countsUp } from '../../text/locators.ts';

/** 第一款为：“…” */
const parted = '(?:{L}(?:修改)?为{TILL}{q}[，,；;。]*)';

const anew: Phrase['read'] = ({ target, content }, context) =>
  substitution(targetsIn(target, context), content, context);

export const rows: readonly Phrase[] = [
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
    read: anew,
  },
  {
    name: 'verb first', // 修改第六条为：“…”
    pattern: phrase('(?:修改|修订|修正)<target:T>(?:内容)?为{TILL}<content:QS>'),
    read: anew,
  },
  {
    name: 'in place of a provision', // 以“…”替换第二条
    pattern: phrase(
      '(?:以|用)<content:QS>(?:替换|代替|取代|替代)<target:T>(?:的)?(?:规定|内容|条文|全文|表述|原文)?(?!{IN}{q})',
    ),
    read: anew,
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
      return countsUp(named.map(({ steps: [step] }) => step?.number))
        ? substitution(targetsIn(parts.target, context), content, context)
        : undefined;
    },
  },
  {
    name: 'substitute what was named', // 修改为：“…” after 将第十四条改为第十八条，
    pattern: phrase(
      '(?:并|将其|其|该条|该款|内容|全文|作|相应|同时|，)*(?:{TO}|修改如下|修改|内容为|内容如下|修改后的?(?:内容|条文)?为){TILL}<content:QS>',
    ),
    read: (parts, context) =>
      context.last.length === 0 ? undefined : substitution(context.last, parts.content, context),
  },
];
