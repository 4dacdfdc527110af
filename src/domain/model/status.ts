/** Events with their evidence, and the state that follows from them. */
import type { Day } from './places.ts';

export type EventKind =
  | 'adopted'
  | 'promulgated'
  | 'issued'
  | 'commenced'
  | 'amended'
  | 'republished'
  | 'repealed'
  | 'expires'
  | 'period-starts'
  | 'period-ends'
  | 'executed'
  | 'transition-ends'
  | 'confirmed' // listed as 继续有效
  | 'cited';

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
  /** Rule by which the day was computed, in Chinese. */
  rule?: string;
  /** The version (its day) that the event speaks of, where it does not speak of the work as a whole. */
  version?: Day;
  /** The part of the work that the event speaks of, as printed: 第三条. Absent: the whole. */
  scope?: string;
  /** The word of the text, where one kind of event has several: 废止, 失效, 停止执行. */
  verb?: string;
  /** True where the text does not state the day and a general rule gives it. */
  inferred?: boolean;
  /** Title of the instrument that did it, where that is not the subject itself. */
  by?: string;
}

export type State =
  | 'not-yet'
  | 'adopted'
  | 'published'
  | 'in-force'
  | 'superseded'
  | 'executed'
  | 'expiry-open'
  | 'lapsed'
  | 'period-over'
  | 'repealed'
  | 'unknown';

export type Basis = 'stated' | 'inferred' | 'own-terms' | 'none';

export interface Status {
  state: State;
  basis: Basis;
  /** Version in question, as a day. */
  version?: Day;
  since?: Day;
  until?: Day;
  /** One sentence, in Chinese. */
  reason: string;
  evidence: Evidence[];
  /** Day asked for, and day up to which the archive has looked. */
  at: Day;
  horizon: Day;
}
