/** Events with their evidence, and the state that follows from them. */
import type { eventKinds } from './event-kinds.ts';
import type { Day } from './places.ts';
import type { states } from './states.ts';

export type EventKind = (typeof eventKinds)[number];

/** The provision that says so. */
export interface Evidence {
  /** Instrument id (= work id of its version). */
  instrument: string;
  eId: string;
  text: string;
}

export interface LegalEvent {
  kind: EventKind;
  /** Work id. */
  subject: string;
  /** First day; with `latest` where counting methods differ. Absent where the text gives none. */
  date?: Day;
  latest?: Day;
  /** Only this is known of the date: "2015". */
  approximate?: string;
  evidence: Evidence;
  /** Where no day is known: the first on which it can have come to be. */
  earliest?: Day;
  /** Title of the text with whose commencement it comes, where the archive does not know that day. */
  awaits?: string;
  /** Rule by which the day was computed, in Chinese. */
  rule?: string;
  /** The version (its day) that the event speaks of, where it does not speak of the work as a whole. */
  version?: Day;
  /** The part of the work that the event speaks of, as printed: 第三条. Absent: the whole. */
  scope?: string;
  /** The provisions that `scope` names, where the text is held. */
  parts?: string[];
  /** The word of the text, where one kind of event has several: 废止, 失效, 停止执行. */
  verb?: string;
  /** True where the text does not state the day and a general rule gives it. */
  inferred?: boolean;
  /** How the clause was found to speak of the subject, where names alone did not say so. */
  matched?: string;
  /** Why it cannot be told whether the event is the subject's at all. */
  doubt?: string;
  /** Title of the instrument that did it, where that is not the subject itself. */
  by?: string;
}

export type State = (typeof states)[number];

export type Basis = 'stated' | 'inferred' | 'own-terms' | 'none';

/**
 * What keeps a text from being read as complete: an instruction not applied to it, a change that a print lacks, a page
 * that a program has read and no person.
 */
export interface Doubt {
  kind: 'instruction' | 'reprint' | 'machine' | 'assumption';
  /** In Chinese: which instruction, and why not; which page a program has read. */
  reason: string;
  /** Work id of the decision, and its clause. */
  decision?: string;
  clause?: string;
}

/** A fact that two places print differently; neither is asserted. */
export interface Disagreement {
  /** Work id, and the text that prints it; no text where it is of the work as a whole. */
  work: string;
  version?: Day;
  about: 'commencement' | 'amendment' | 'number' | 'force' | 'count';
  sides: readonly Side[];
}

/** What one place says, in Chinese, with its day where it gives one. */
export interface Side {
  says: string;
  date?: Day;
  evidence: Evidence;
}

/** A part of a text whose force differs from that of the whole, from one day until before another. */
export interface PartOfText {
  /** The provision; absent where the words name none that the text has. */
  eId?: string;
  /** As printed: 第三条. */
  scope: string;
  from?: Day;
  until?: Day;
  state: State;
  evidence: Evidence;
}

/** Days with one answer: from `from` (absent: from ever) until before `until` (absent: for ever). */
export interface Stretch {
  from?: Day;
  until?: Day;
  /** The text that is the text of the work on these days, by the day that names it; absent where none is known. */
  version?: Day;
  state: State;
  basis: Basis;
  /** One sentence, in Chinese. */
  reason: string;
  evidence: readonly Evidence[];
  /** Parts that are not in the state of the whole on all of these days. */
  parts?: readonly PartOfText[];
  /** What of the text of these days is not certain. */
  doubts?: readonly Doubt[];
}

/** A work from ever to ever: stretches in order, without gap or overlap; at least one. */
export type LifeOfText = readonly Stretch[];

/** The answer for a day. */
export interface Status extends Stretch {
  /** Day asked for, and day up to which the archive has looked. */
  at: Day;
  horizon: Day;
}
