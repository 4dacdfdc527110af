/** Works, their versions, and where each provision comes from. */
import type { AppliedOperation, ClauseName, Lineage } from './amendments.ts';
import type { Signature } from './checks.ts';
import type { Day } from './places.ts';
import type { Doubt, State } from './status.ts';
import type { Instrument, InstrumentKind } from './structure.ts';

export type VersionOrigin = 'published' | 'applied' | 'reconstructed';

/** The text of a work from a date on. */
export interface Version {
  work: string;
  /** Day from which this is the text. */
  date: Day;
  origin: VersionOrigin;
  instrument: Instrument;
  /** File of `content/`, and the issue where it was printed. */
  source: { path: string; issue?: string };
  /** The decision (work id) that made it from the previous version. */
  madeBy?: string;
  lineage?: Lineage[];
  operations?: AppliedOperation[];
  /** What is known, or cannot be known, of a reconstructed text; without eId it concerns the whole. */
  notes?: { eId?: string; clause?: ClauseName; reason: string }[];
  /** What of the decisions that made it was not applied, or is not in the print that follows. */
  doubts?: readonly Doubt[];
  /** Provisions that editors have read against print, and which still read so. */
  signatures?: readonly Signature[];
  /** Doubts that an editor has looked into and lets stand, each with the reason. */
  accepted?: readonly (Doubt & { because: string })[];
  /** Outcome of the comparison with the printed text. */
  verification?: { state: 'verified' | 'computed' | 'contradicted'; rows: Verification[] };
}

export interface Verification {
  old: string | null;
  new: string | null;
  class: 'same' | 'typography' | 'renumbering' | 'allowed' | 'contradiction';
  oldText: string;
  newText: string;
  /**
   * True for a contradiction in words that no operation touched: they stood in the text before as they stand in the
   * computed one, so the two prints differ there by themselves (another edition), or the decision was not read whole.
   */
  untouched?: boolean;
}

/** What the editors' register states of a work beside its names. Nothing of it was read in a text of the archive. */
export interface RegisterStatement {
  /** Where it was taken from: file and row. */
  source: string;
  promulgated?: Day;
  commenced?: Day;
  ended?: Day;
  state?: Extract<State, 'not-yet' | 'in-force' | 'superseded' | 'repealed' | 'lapsed'>;
  /** Documents by title or number. */
  amends?: string[];
  repeals?: string[];
}

/** An everyday word and the words that texts have for it, with the reason: 司机 → 驾驶员. */
export interface EverydayWord {
  said: string;
  /** Any of them may stand in the text. */
  meant: readonly string[];
  because: string;
}

/** A legal text as such, in all its versions; or one that the archive only knows by name. */
export interface Work {
  /** Stable, ASCII: the URL. */
  id: string;
  title: string;
  kind: InstrumentKind;
  documentNumber?: string;
  registryNumber?: string;
  issuer?: string;
  /** Other spellings and short names. */
  aliases: string[];
  /** Oldest first; empty for a work known only by name. */
  versions: Version[];
  /** The work whose print carries it (通知 of a 办法). */
  carriedBy?: string;
  carries: string[];
  /** Day up to which the archive informs about it beyond what its own texts tell; absent where nothing states one. */
  horizon?: Day;
  stated?: RegisterStatement;
  /** Files of the content that could not be read, any of which may amend or repeal it. */
  unread?: readonly string[];
}
