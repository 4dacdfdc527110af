/** 条文顺序作相应调整: what a decision adjusts without listing it; and what was not understood. */
import { rankOf } from '../../references/steps.ts';
import { adjusting, adjustmentsOf } from '../read/frame.ts';
import { phrase } from '../read/pattern.ts';
import { type Phrase, targetsIn } from '../read/phrase.ts';
import { addressesIn, spelled } from '../read/tokens.ts';
import { citing } from '../text/citations.ts';
import { refuse } from '../text/refusal.ts';
import type { Kind } from './kind.ts';

/** Names a place, and changes nothing. */
const noted: Phrase['read'] = ({ target }, context) => {
  targetsIn(target, context);
  return [];
};

const rows: readonly Phrase[] = [
  {
    name: 'general', // 条文顺序作相应调整; 其后各项依次顺延
    pattern: phrase(
      '(?:[^。；\\n\ue000-\uf5ff]|{L}(?=以下|以后|之后|及以|起|至|的|(?:依次|相应|顺次|逐[条款项])(?:顺延|递延|[前后][移推]))){0,80}(?:顺延|递延|类推|依次[前后][移推]|序号|顺序|次序|条序|款序|项序|编号|文字|用语)[^。；\\n\ue000-\uf5ff]{0,80}',
    ),
    read: (parts, context) => {
      const text = spelled(parts.all ?? '', context.tokens);
      const adjusts = adjustmentsOf(text);
      if (adjusts.length === 0 && /顺延|递延|类推|依次[前后][移推]/.test(text)) adjusts.push('numbering');
      return adjusts.length === 0 ? undefined : [adjusting(text, adjusts)];
    },
  },
  {
    name: 'context', // 第十三条作如下修改： / 在第五条中，
    heads: true,
    pattern: phrase(
      '{BA}(?:修改)?<target:T>(?:{q}(?=中))?(?:中|内|的)?(?:作|做|进行)?(?:出|了|如下|以下|下列|部分)*(?:修改|修正|修订|调整)?(?=[，：:。\\s]|(?<=中){L})',
    ),
    read: (parts, context) => {
      // 第五条，第七条修改为…: a place beside another one is no head of what follows.
      const beside = /^[，,]\s*(?:将|把|在|对)*([\uec00-\uf5ff])/.exec(parts.rest ?? '');
      const next = beside && addressesIn(context.tokens, beside[1])[0]?.locators[0]?.steps[0];
      if (next && rankOf(next.type) <= rankOf('article') && next.relative === undefined) return undefined;
      return targetsIn(parts.target, context).some(({ kind }) => kind === 'annex') ? undefined : [];
    },
  },
  {
    name: 'contents follow', // 目录作相应修改
    pattern: phrase('{BA}<target:T>(?:作|做|也)*相应(?:的)?(?:修改|调整)'),
    read: (parts, context) =>
      targetsIn(parts.target, context).every(({ kind }) => kind === 'contents') ? [] : undefined,
  },
  {
    name: 'parts to come', // 第二章分为三节：
    pattern: phrase('{BA}<target:T>(?:分为|分成|分设|下设|设){COUNT}节(?:[：:]|[，,](?={L}{q}))'),
    read: noted,
  },
  {
    name: 'said to stay', // 第六条不作修改; 第三款不变
    pattern: phrase(
      '<target:T>(?:的)?(?:内容|规定)?(?:不作(?:任何)?(?:修改|变动)|不再修改|未作修改|(?:保持|维持)?不变)',
    ),
    read: noted,
  },
  {
    name: 'no change', // 对部分条文作以下修改： / 本决定自…起施行
    pattern:
      /(?:(?:对)?(?:部分|下列|以下|有关|其他)?(?:条文|条款|内容|规定|法规|规章|行政法规|地方性法规|司法解释)*(?:中的有关条款)?(?:作|做)?(?:出)?(?:如下|以下|下列)?(?:修改|修正|调整)|本(?:决定|修正案)自[^。\n]*(?:施行|生效)|此外|附件)(?=[：:。，\n]|$)/y,
    read: () => [],
  },
];

export const general: Kind<'general'> = {
  label: '概括授权',
  rows,
  act: () => {},
  undo(back, task, level) {
    if (level !== 'words') return;
    const { clause, instruction, adjusts, cites } = task;
    if (adjusts.includes('wording')) {
      const reason = `“${instruction}”授权调整个别文字，未列明修改的条文据此推定未变，其文字不能确定`;
      back.notes.push({ clause, reason });
    }
    if (!adjusts.includes('citations')) return;
    back.open.push(task);
    const reason = `“${instruction}”没有列明原条号，所引条文序号修改前如何不能确定`;
    for (const draft of citing(back.ground.root, cites)) back.notes.push({ draft, clause, reason });
  },
};

/** What words that were not understood lack, as far as they tell; tried from the top. */
const hints: readonly [RegExp, string][] = [
  [/^(?!.*第.{1,12}[条款项章节目编]|.*(?:全文|名称|附件|附表|目录))/s, '写明是哪一条、款、项'],
  [/(?<!修[改订正])[以之]?[前后]的?(?:内容|部分|文字|规定)/, '引出所改的全部原文，不写“以前”“以后”'],
  [/“[^”]*”一句/, '引出所改的全部原文'],
  [/增加(?![一二两三四五六七八九十\d]+[条款项目章节])[^“]*“/, '写明加在哪些文字之前、之后，或者该处末尾'],
  [/增加[^“]*$/, '引出增加的文字'],
  [/“[^”]*”[^“]*分别[^“]*“/, '使原文字与新文字一一对应，或者逐处写明'],
  [/(?:修改|改|调整|变更|提高|降低|缩短|延长)[^“]*$/, '引出新的文字'],
  [/移/, '写明移至哪一条、款、项的前后，以及移动的是哪一条、款、项'],
];
const usual = '写明哪一条、款、项，以及“修改为”“增加”“删去”或者“改为”的内容';

function hintFor(words: string): string {
  return hints.find(([pattern]) => pattern.test(words))?.[1] ?? usual;
}

export const unknown: Kind<'unknown'> = {
  label: '未读懂',
  rows: [],
  act: (_ground, { instruction }) =>
    refuse(`没有读懂“${instruction.slice(0, 40)}”；${hintFor(instruction)}，才能应用`),
  undo(back, task, level) {
    if (level === 'words') back.open.push(task);
  },
};
