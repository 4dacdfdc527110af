/** What the desk answers. */
import type { Basis, Day, Evidence, State } from '../../model.ts';

export interface WorkName {
  id: string;
  title: string;
  documentNumber: string | null;
}

/** A document that may be meant, with its own state on the day asked. */
export interface Candidate extends WorkName {
  state: State;
  basis: Basis;
}

/** What is known of one document on the day asked. */
export interface Answer {
  work: WorkName | null;
  state: State;
  basis: Basis;
  version: Day | null;
  since: Day | null;
  until: Day | null;
  reason: string;
  evidence: readonly Evidence[];
  /** What of the text of the day is not whole, in Chinese: which instruction was not applied. */
  doubts: readonly string[];
  /** Day up to which the archive informs about the document; of a name it does not know, its latest day. */
  horizon: Day;
  /** The cover by whose number or title the document was found. */
  via?: WorkName;
  /** The words of the line that name the document, where the line names several. */
  named?: string;
}

/**
 * `found`: the line names a document of the archive. `near`: nothing is named so, but something like it. `absent`:
 * nothing here comes near. `empty`: nothing is asked.
 */
export type Outcome = 'found' | 'near' | 'absent' | 'empty';

export interface AskResult extends Answer {
  /** Number of the line among those asked, from 1. */
  line: number;
  query: string;
  at: Day;
  outcome: Outcome;
  /** What is wrong with the text that the line asks for: a day that does not exist. */
  problem?: string;
  /** Documents that may be meant, or that the line names; beside an answer, others of the same title. */
  candidates: Candidate[];
  /** Answers for each, where a line means several documents. */
  matches?: Answer[];
}
