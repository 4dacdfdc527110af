/** What became of an operation. */
export type Outcome = { ok: true; note?: string; doubt?: string } | { ok: false; reason: string };

export const done: Outcome = { ok: true };

export function refused(reason: string): Outcome {
  return { ok: false, reason };
}

/** How a clause of the decision is called: 决定“二（三）”. */
export function clauseName(clause: string): string {
  return clause === '' ? '本决定的另一处修改' : `决定“${clause}”`;
}

/** Why a place cannot be changed again. */
export function rewritten(clause: string): string {
  return `该处已由${clauseName(clause)}整体改写，两处修改相冲突`;
}

/** Applied, with what had to be assumed. */
export function noted(notes: readonly (string | undefined)[]): Outcome {
  const kept = [...new Set(notes.filter((note) => note !== undefined && note !== ''))];
  return kept.length > 0 ? { ok: true, note: kept.join('；') } : done;
}

/** An outcome with one more thing that was assumed. */
export function withNote(outcome: Outcome, note: string | undefined): Outcome {
  return outcome.ok ? { ...outcome, ...noted([note, outcome.note]) } : outcome;
}
