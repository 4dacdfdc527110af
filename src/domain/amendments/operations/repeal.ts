/** 删去: a provision, a chapter's name, a sentence or a proviso goes. */
import type { Target } from '../../model.ts';
import { finalMark } from '../number/punctuation.ts';
import { phrase } from '../read/pattern.ts';
import { numbersIn, type Phrase, type Said, targetsIn } from '../read/phrase.ts';
import { claim } from '../text/claims.ts';
import { remove, removedBy, walk } from '../text/draft.ts';
import { closes, hasArticles } from '../text/levels.ts';
import { change, isStretch, nodesAt, stretchAt } from '../text/places.ts';
import { alreadyGone, refuse } from '../text/refusal.ts';
import { removeAnnex } from './annex.ts';
import { bringBack, levelOf, rowOf, singles } from './back.ts';
import { eachText } from './each-text.ts';
import type { Kind } from './kind.ts';

/** What may stand after a repeal: 删去第三款的后半句 strikes no 款. */
const boundary = '(?=[，,。；;：:、（(）)\\s]|$|并|且|同时|后[，,]|原|将)';

/** One operation for each place, so that each has its own fate. */
const repeals = (targets: readonly Target[]): Said[] =>
  targets.map((target) => ({ op: 'repeal', targets: [target] }));

const rows: readonly Phrase[] = [
  {
    name: 'repeals in several texts', // 删去《甲》第二条、《乙》第三条第二款
    pattern: phrase('{DEL}(?<list>{B}(?:的)?{LS}(?:(?:、|，|和|及|以及)?{B}(?:的)?{LS})+)(?=[，。；\\s]|$)'),
    read: (parts, context) => eachText(parts.list!, context, repeals),
  },
  {
    name: 'repeal all but some', // 删去第三条中除第一项以外的各项; 除第一项外，第三条其他各项删去; 第三条仅保留第一项
    pattern: phrase(
      `(?:{DEL}<target:T>(?:中|内)?(?:的)?除<kept:T>(?:以外|之外|外)(?:的)?{REST}
       |除<but:T>(?:以外|之外|外)[，,]?(?:{DEL}(?:<in:T>)?(?:中|内)?(?:的)?{REST}|{BA}(?:<within:T>)?(?:中|内)?(?:的)?{REST}(?:予以|均|一律|全部)*{DEL})
       |{BA}(?:<of:T>)?(?:中|内)?(?<just>仅|只)?保留<only:T>(?<rest>[，,](?:并)?{DEL}{REST})?)${boundary}`,
    ),
    read: (parts, context) => {
      // 保留第一项 alone strikes nothing.
      if (parts.only !== undefined && !parts.just && !parts.rest) return undefined;
      targetsIn(parts.target ?? parts.in ?? parts.within ?? parts.of, context);
      const kept = numbersIn(parts.kept ?? parts.but ?? parts.only, context);
      return kept.length === 0 ? undefined : repeals([{ kind: 'others', kept }]);
    },
  },
  {
    name: 'repeal', // 删去第六条第一款第三项和第五项、第二款
    pattern: phrase(
      `(?:{DEL}|废止)(?<target>{T}(?:[，,]{T}(?=[，,。；\\s]|$))*)(?:的)?(?:规定|内容|全文|全部内容)?(?!{IN}{q})${boundary}`,
    ),
    read: (parts, context) => repeals(targetsIn(parts.target, context)),
  },
  {
    name: 'repeal, verb above', // 删去第一款中的“a”，第三款。
    pattern: phrase('<target:T>(?=[。；;]|$)'),
    read: (parts, context) => (context.striking ? repeals(targetsIn(parts.target, context)) : undefined),
  },
  {
    name: 'repeal, target first', // 第七条删去第二款、第三款
    pattern: phrase(`{BA}<target:T>(?:中)?(?:均)?{DEL}<inner:T>(?!{IN}{q})${boundary}`),
    read: (parts, context) => {
      targetsIn(parts.target, context);
      return repeals(targetsIn(parts.inner, context));
    },
  },
  {
    name: 'repeal, verb last', // 将第七条予以删除
    pattern: phrase(
      `{BA}<target:T>(?:的)?(?:规定|内容|全文)?(?:予以|均|一并|整条|全部|予)*(?:{DEL}|废止)${boundary}`,
    ),
    read: (parts, context) => repeals(targetsIn(parts.target, context)),
  },
];

export const repeal: Kind<'repeal'> = {
  label: '删去',
  rows,
  act(ground, task, told) {
    const { targets, id } = task;
    const [target] = targets as [Target];
    if (target.kind === 'contents') return;
    if (target.kind === 'annex') return removeAnnex(ground.instrument, target.name, told);
    const chosen = nodesAt(ground, [target], told);
    if (chosen.some((draft) => removedBy(draft) !== undefined)) refuse(alreadyGone);
    for (const draft of chosen) {
      draft.by.add(id);
      if (target.kind === 'heading') {
        delete draft.heading;
        delete draft.headingForm;
        draft.amended = true;
        told.doubts.push('没有写明只删去名称，还是该章（节）不再分出，请核对');
      } else if (isStretch(target)) {
        const { holder, start, end } = stretchAt(target, draft);
        if (end - start === holder.text.length)
          refuse('该处只有这些文字，删去后没有内容；写明删去该条、款、项才能应用');
        // The half that stays takes the final mark of the sentence.
        const [from, to] =
          target.kind !== 'half'
            ? [start, end]
            : target.half === 'first'
              ? [start, end + 1]
              : [start - 1, end - finalMark(holder.text).length];
        change(holder, { start: from, end: to, to: '', by: task }, id);
      } else {
        claim(ground, draft, 'end', task);
        if (
          !hasArticles(ground) &&
          walk(draft).some(({ type, text }) => type === 'paragraph' && closes(text))
        )
          told.doubts.push('删去之处含有全文的结语，请核对');
        remove(draft, task);
      }
    }
  },
  undo(back, task, level) {
    const [target] = task.targets;
    if (target?.kind !== 'provision') {
      if (level === 'words' && target?.kind !== 'contents')
        back.notes.push({ clause: task.clause, reason: `“${task.instruction}”删去的文字原文未载` });
      return;
    }
    for (const { type, number, steps } of singles(task.targets)) {
      if (levelOf(type) !== level) continue;
      const row = rowOf(back, type, steps);
      if (row) bringBack(back, row, type, number, task);
      if (!row || level === 'container') back.open.push(task);
    }
  },
};
