/** Operations of a decision and what became of each. */
import type { Day, Position } from './places.ts';
import type { Locator } from './references.ts';
import type { ProvisionType } from './structure.ts';

/** What of a text an operation is on; numbers are those of the text before the decision. */
export type Target =
  | { kind: 'provision'; locator: Locator }
  /** 第二章章名; 第三条各项之前的部分 */
  | { kind: 'heading' | 'lead'; locator: Locator }
  /** 第二句 is 2 to 2, 后两句 is -2 to -1; without a locator, of the provision named before. */
  | { kind: 'sentences'; locator: Locator; first: number; last: number }
  /** 第三条但书: what follows 但 or 但是 in its last sentence that has them. */
  | { kind: 'proviso'; locator: Locator }
  /** 第一款后半句: what stands before or behind the only ； of its only sentence. */
  | { kind: 'half'; locator: Locator; half: 'first' | 'last' }
  /** 除第一项以外的各项: those that stand beside the ones kept. */
  | { kind: 'others'; kept: Locator[] }
  | { kind: 'text' | 'title' | 'introduction' | 'contents' }
  /** By its number (附件1 → "1"), by its own title (收费标准表), or the only one. */
  | { kind: 'annex'; name: string | undefined };

/** Where a new or moved provision comes to stand. */
export type Destination =
  /** 作为第四十四条、第四十五条 */
  | { at: 'number'; locators: Locator[] }
  | { at: 'after' | 'before' | 'inside'; anchor: Locator }
  /** No place is named: behind the last one. */
  | { at: 'end' };

/** New wording: the lines of each quotation. */
export type Wording = readonly (readonly string[])[];

/** Which of the places where words stand: 第二处“甲”, from the end below 0; 两处“甲”, all, and so many; “甲…”一句. */
export type Occurrence =
  | { is: 'all' }
  | { is: 'nth'; nth: number }
  | { is: 'counted'; count: number }
  | { is: 'sentence' };

/** One change of words. */
export type WordChange =
  | { kind: 'replace'; from: string; to: string; which: Occurrence }
  | { kind: 'strike'; from: string; which: Occurrence }
  /** “甲”后增加“乙” */
  | { kind: 'add'; side: 'after' | 'before'; anchor: string; to: string; which: Occurrence }
  /** 末尾增加一句 */
  | { kind: 'extend'; side: 'end' | 'start'; to: string };

/** A place, or longer words, in which words are left alone: 但第三条除外; 但第一条中的“《甲条例》”除外. */
export interface Exception {
  place: Locator | undefined;
  words: string | undefined;
}

/** What a clause says to do. */
export type Change =
  | { op: 'repeal'; targets: Target[] } // 删去
  /** 修改为; `former` is the old wording, where it is quoted as a whole before the new one. */
  | { op: 'substitute'; targets: Target[]; wording: Wording; former: readonly string[] | undefined }
  /** 增加; `covers`: provisions that a new chapter takes in, 包括第四十二条至第四十五条. */
  | {
      op: 'insert';
      targets: Target[];
      unit: ProvisionType;
      to: Destination;
      wording: Wording;
      covers: Locator[];
    }
  | { op: 'renumber'; targets: Target[]; to: Locator[] } // 改为
  | { op: 'move'; targets: Target[]; to: Destination }
  | { op: 'split'; targets: Target[]; to: Locator[]; wording: Wording }
  | { op: 'merge'; targets: Target[]; to: Locator[]; wording: Wording }
  | { op: 'replaceWords'; targets: Target[]; change: WordChange; except: Exception[] } // 中的“A”修改为“B”
  | { op: 'retitle'; targets: Target[]; wording: Wording } // title, heading, introduction
  | { op: 'annex'; targets: Target[]; wording: Wording }
  /** 条文顺序作相应调整; `cites`: the law whose numbers are to be brought up to date, where one is named. */
  | { op: 'general'; targets: Target[]; adjusts: Adjustment[]; cites: string | undefined }
  | { op: 'unknown'; targets: Target[] }; // an instruction that was not understood

/** What a general clause allows beyond the listed operations. */
export type Adjustment = 'numbering' | 'wording' | 'citations';

export type OperationKind = Change['op'];

/** Words that bind an instruction: 自2030年1月1日起, 在甲区范围内, 经批准后, 不再, 建议. */
export interface Limit {
  words: string;
  /** The day from which it holds, where that is all the words say. */
  starts?: Day;
}

/** Which clause of a decision says an operation. */
export type ClauseName =
  /** By its number: "一", "二（三）". */
  | { is: 'numbered'; label: string }
  /** It bears none: by the line on which the instruction begins. */
  | { is: 'unnumbered'; line: number };

/** How a decision says one of its operations. */
export interface Instruction {
  /** The clause that says it. */
  clause: ClauseName;
  /** eId of the clause in the decision. */
  clauseId?: string;
  /** The clause's words, as printed. */
  instruction: string;
  /** What binds it. It makes no part of the text after the decision; with `starts`, of the text from that day. */
  limit?: Limit;
  /** What had to be assumed in reading it, in Chinese. */
  assumed?: string[];
  /** Why it may not be what the decision means, though it is carried out: at error level until somebody confirms it. */
  doubt?: string;
  /** Title of the text it amends, where the decision names one. */
  of?: string;
  position: Position;
}

/** One instruction of a decision. */
export type Operation = Instruction & Change;

/** An operation of one kind. */
export type OperationOf<K extends OperationKind> = Instruction & Extract<Change, { op: K }>;

export type AppliedOperation = Operation & {
  fate: 'applied' | 'not-applied';
  /** Why not, or what was assumed. */
  reason?: string;
  /** eIds in the new text that it made or changed. */
  touched?: string[];
};

/** Where a provision of a new version comes from. */
export interface Lineage {
  eId: string;
  /** eId in the previous version; absent for inserted text. */
  previous?: string;
  change: 'unchanged' | 'amended' | 'inserted' | 'repealed' | 'renumbered' | 'unknown';
  /** Clauses of the decision that did it. */
  clauses: ClauseName[];
}
