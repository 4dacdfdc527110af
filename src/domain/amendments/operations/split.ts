/** 拆分: one provision goes on as several. */

import type { Locator, Target } from '../../model.ts';
import type { Context } from '../read/context.ts';
import { phrase } from '../read/pattern.ts';
import {
  numbersIn,
  type Phrase,
  type Said,
  substitution,
  targetsIn,
  units,
  wordingIn,
} from '../read/phrase.ts';
import { L } from '../read/tokens.ts';
import { claim } from '../text/claims.ts';
import { sharedAmong, splitArticles } from '../text/content.ts';
import { isLive } from '../text/draft.ts';
import { countsUp, expand, locatorsOf, typeOf } from '../text/locators.ts';
import { refuse } from '../text/refusal.ts';
import { forget, singles, steppedOf, takeAway } from './back.ts';
import { insertAt } from './insert/index.ts';
import type { Kind } from './kind.ts';
import { lastStep, promote, sources } from './renumber.ts';
import { substituteAt } from './substitute/index.ts';

const rows: readonly Phrase[] = [
  {
    name: 'split', // 将第八条拆分为两条，作为第八条、第九条：“…”
    pattern: phrase(
      '{BA}<target:T>(?:的内容|的规定)?(?:拆分|分拆|拆解|分解|分立|分列|分|拆|修改|调整)(?:为|成)(?:{COUNT}个?(?<unit>{UNIT})(?:[，,](?<parts>{T}(?:作为|改为|为){L}(?:[，,、；]{T}(?:作为|改为|为){L})+)|[，,]?(?:分别|依次|即)?(?:作为|为|列为)?(?<dest>{T}))?|(?<inline>{T}))[，,]?(?:并)?(?:分别)?(?:修改为|修改|为)?{TILL}(?<content>{QS})?',
    ),
    read: (parts, context) => {
      const targets = targetsIn(parts.target, context);
      if (parts.parts !== undefined) return eachPart(parts.parts, targets, context);
      const to = numbersIn(parts.dest ?? parts.inline, context);
      if (to.length === 1 || (parts.inline !== undefined && to.length < 2)) return undefined;
      // 第三条修改为三款：“…”: new wording of the whole, with its number of parts.
      const unit = parts.unit === undefined ? undefined : units[parts.unit];
      const inside =
        unit === 'paragraph' && locatorsOf(targets).some((locator) => typeOf(locator) === 'article');
      if ((to.length === 0 && unit !== 'article') || inside)
        return substitution(targets, parts.content, context);
      return [{ op: 'split', targets, to, ...wordingIn(parts.content, context) }];
    },
  },
];

const eachOf = new RegExp(`([${L}][${L}、和及与]*)(?:作为|改为|为)([${L}])`, 'g');

/**
 * 第一款作为第一条，第二款、第三款作为第二条: the first part goes on as the article, the others become articles, of
 * several 款 where several are named.
 */
function eachPart(piece: string, targets: Said['targets'], context: Context): Said[] | undefined {
  const [article, ...others] = locatorsOf(targets);
  const parts = [...piece.matchAll(eachOf)].map(([, old, now]) => ({
    old: locatorsOf(targetsIn(old, context)).flatMap(expand),
    to: numbersIn(now, context),
  }));
  const paragraphs = parts.flatMap(({ old }) => old.map(({ steps }) => steps.at(-1)));
  const inTurn =
    paragraphs.every((step) => step?.type === 'paragraph') &&
    countsUp(paragraphs.map((step) => step?.number));
  if (!article || others.length > 0 || typeOf(article) !== 'article' || !inTurn) return undefined;
  if (parts.every(({ old }) => old.length === 1))
    return [{ op: 'split', targets, to: parts.flatMap(({ to }) => to), wording: [] }];
  return parts.map(({ old, to }, i): Said => {
    const from = old.map((locator): Target => ({ kind: 'provision', locator }));
    if (i === 0) return { op: 'renumber', targets, to };
    return from.length === 1
      ? { op: 'renumber', targets: from, to }
      : { op: 'merge', targets: from, to, wording: [] };
  });
}

export const split: Kind<'split'> = {
  label: '拆分',
  rows,
  act(ground, task, told) {
    const { targets, wording, to } = task;
    const [draft, second] = sources(ground, task, told);
    if (!draft || second) return refuse('拆分的应当只有一处');
    const labels = draft.type === 'article' ? (splitArticles(wording.flat()) ?? []) : [];
    claim(ground, draft, wording.length > 0 ? 'anew' : 'join', task);
    // Where the clause gives no numbers the labels in the quotation do.
    const parts =
      to.length > 0 ? to : labels.map(({ number }): Locator => ({ steps: [{ type: 'article', number }] }));
    if (parts.length < 2) refuse('拆分后的条款没有列明');
    const [first, ...more] = parts.map(lastStep);
    const type = first!.type;
    if (more.some((step) => step.type !== type)) refuse('拆分后的各部分不是同一层次');
    if (wording.length > 0) {
      const [own, ...others] =
        sharedAmong(wording, parts.length) ?? refuse(`新条文不能分为${parts.length}部分`);
      if (type !== draft.type) refuse('拆分后的层次与原条款不同');
      substituteAt([draft], { ...task, op: 'substitute', targets, wording: [own!], former: undefined }, told);
      draft.fixed = first!.number ?? draft.number;
      others.forEach((lines, i) => {
        const at = { at: 'number' as const, locators: [parts[i + 1]!] };
        insertAt(
          ground,
          { ...task, op: 'insert', targets: [], unit: type, wording: [lines], to: at, covers: [] },
          told,
        );
      });
      return;
    }
    const paragraphs = draft.children.filter(isLive);
    if (type !== 'article' || draft.type !== 'article' || paragraphs.length !== parts.length)
      refuse(`原条款有${paragraphs.length}款，不能确定如何拆分为${parts.length}部分`);
    draft.fixed = first!.number ?? draft.number;
    draft.by.add(task.id);
    paragraphs.slice(1).forEach((paragraph, i) => {
      promote(ground, paragraph, more[i]!.number ?? '', task);
    });
  },
  undo(back, task, level) {
    const [old] = singles(task.targets);
    if (level !== 'article' || old?.type !== 'article') return;
    const [first, ...more] = steppedOf(task.to).filter(({ type }) => type === 'article');
    const now = first && back.all.get(first.number);
    if (!now) return void back.open.push(task);
    now.fixed = old.number;
    forget(now, task);
    back.notes.push({ draft: now, clause: task.clause, reason: '原条拆分前的文字原文未载' });
    for (const { number } of more) {
      const made = back.all.get(number);
      if (made) takeAway(back, made, task);
      else back.open.push(task);
    }
  },
};
