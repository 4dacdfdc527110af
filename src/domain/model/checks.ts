/** What editors have looked at: provisions against print, doubts that they let stand. */
import type { Day } from './places.ts';

/** A provision, or a whole text, that an editor has read against print. */
export interface Signature {
  work: string;
  version: Day;
  /** Absent: the whole text. */
  eId?: string;
  /** Page of the print, as its reader calls it. */
  page: string;
  by: string;
  on: Day;
  /** Of the words that were read: `fingerprint`. */
  words: string;
}

/** A doubt that an editor has looked at and lets stand. */
export interface Acceptance {
  rule: string;
  line: number;
  /** The doubt as it was told. */
  says: string;
  reason: string;
  by: string;
  on: Day;
}

/** Records of all editors of an issue. */
export interface Checks {
  signatures: readonly Signature[];
  acceptances: readonly Acceptance[];
}
