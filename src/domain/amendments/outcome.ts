/** What became of an operation. */
export type Outcome = { ok: true; note?: string } | { ok: false; reason: string };

export const done: Outcome = { ok: true };

export function refused(reason: string): Outcome {
  return { ok: false, reason };
}

/** Applied, with what had to be assumed. */
export function noted(notes: readonly (string | undefined)[]): Outcome {
  const kept = [...new Set(notes.filter((note) => note !== undefined && note !== ''))];
  return kept.length > 0 ? { ok: true, note: kept.join('；') } : done;
}
