/** What of a text is not whole, and the words for it: every surface says it in these. */
import type { Doubt, Provision, Version } from '../../model.ts';

/** A place where a text is not whole, or not sure; without eId the whole text. */
export interface Gap {
  eId?: string;
  reason: string;
}

/** The words of a doubt, behind which its reason stands. */
const kinds: Readonly<Record<Doubt['kind'], { mark: string; count(doubts: number): string }>> = {
  instruction: { mark: '不完整', count: (doubts) => `文本不完整：${doubts}项修改未能应用` },
  assumption: { mark: '存疑', count: (doubts) => `文本存疑：${doubts}项修改按推定应用` },
  reprint: { mark: '存疑', count: (doubts) => `文本存疑：${doubts}项修改与其后刊印的文本不相衔接` },
  machine: { mark: '未经校对', count: (doubts) => `文本未经校对：${doubts}页由机器识别` },
};

/**
 * The mark of a text that is not whole; empty for one without doubts.
 *
 * two instructions that failed → `文本不完整：2项修改未能应用`
 */
export function doubtWords(doubts: readonly Doubt[] = []): string {
  return Object.entries(kinds)
    .map(([kind, { count }]) => ({ count, of: doubts.filter((doubt) => doubt.kind === kind).length }))
    .filter(({ of }) => of > 0)
    .map(({ count, of }) => count(of))
    .join('；');
}

/** One sentence a doubt: which instruction it is, and why it was not applied. */
export function doubtReasons(doubts: readonly Doubt[] = []): string[] {
  return doubts.map(({ kind, reason }) => `${kinds[kind].mark}：${reason}`);
}

/** What of a text is not held, was computed, or could not be done; in the order of the text. */
export function gapsOf(version: Version): Gap[] {
  const { instrument, notes = [], doubts = [], origin, verification } = version;
  const gaps: Gap[] = [];
  if (origin === 'applied') gaps.push({ reason: '本文本由修改决定推算，未见原文' });
  if (origin === 'reconstructed') gaps.push({ reason: '本文本据后来文本与修改决定倒推，未见原文' });
  for (const reason of doubtReasons(doubts)) gaps.push({ reason });
  if (verification?.state === 'contradicted') gaps.push({ reason: '推算结果与刊印文本有出入' });
  for (const { eId, clause, reason } of notes) {
    gaps.push({
      ...(eId ? { eId } : {}),
      reason: clause?.is === 'numbered' ? `${reason}（修改决定${clause.label}）` : reason,
    });
  }
  const walk = (provisions: readonly Provision[]): void => {
    for (const { missing, eId, children } of provisions) {
      if (missing && !gaps.some((gap) => gap.eId === eId)) gaps.push({ eId, reason: '原文未载' });
      walk(children);
    }
  };
  walk(instrument.provisions);
  for (const { missing, label, title, provisions } of instrument.annexes) {
    if (missing) gaps.push({ reason: `${label || '附件'}${title ? `《${title}》` : ''}原文未载` });
    walk(provisions);
  }
  return gaps;
}
