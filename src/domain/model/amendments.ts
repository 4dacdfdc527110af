/** Operations of a decision and what became of each. */
import type { Day, Position } from './places.ts';
import type { Locator } from './references.ts';
import type { ProvisionType } from './structure.ts';

export type OperationKind =
  | 'repeal' // 删去
  | 'substitute' // 修改为
  | 'insert' // 增加
  | 'renumber' // 改为
  | 'move'
  | 'split'
  | 'merge'
  | 'replaceWords' // 中的“A”修改为“B”; with empty words: delete or add words
  | 'retitle' // title, heading, introduction
  | 'general' // 条文顺序作相应调整
  | 'unknown'; // an instruction that was not understood

/** Where a new or moved provision comes to stand. */
export interface Destination {
  locator?: Locator;
  position: 'as' | 'after' | 'before' | 'end' | 'start';
  /** The further ones of 分别作为第四十四条、第四十五条. */
  also?: Locator[];
}

/** What of a target is meant, where it is not the whole provision. */
export type OperationPart =
  | 'title'
  | 'heading'
  | 'introduction'
  | 'lead' // 各项之前的部分
  | 'sentence'
  | 'annex'
  | 'contents';

/** One replacement of words. Empty `from`: addition; empty `to`: deletion. */
export interface WordChange {
  from: string;
  to: string;
  /** Every place in the targets is meant, not one. */
  all: boolean;
  /** Words after, or before, which `to` is added. */
  after?: string;
  before?: string;
}

/** Words that bind an instruction: 自2030年1月1日起, 在甲区范围内, 经批准后, 不再, 建议. */
export interface Limit {
  words: string;
  /** The day from which it holds, where that is all the words say. */
  starts?: Day;
}

/** One instruction of a decision. Targets address the text before the decision. */
export interface Operation {
  op: OperationKind;
  /** Label of the clause that says it: "一", "二（三）". */
  clause: string;
  /** eId of the clause in the decision. */
  clauseId?: string;
  /** The clause's words, as printed. */
  instruction: string;
  targets: Locator[];
  destination?: Destination;
  /** New provisions or text, as quoted. */
  content?: string[];
  /** For substitute: the old wording, where it is quoted as a whole before the new one. */
  former?: string[];
  /** Number of lines of `content` in each pair of quotation marks. */
  groups?: number[];
  /** Type of what is inserted, where the clause names it: 增加一款. */
  unit?: ProvisionType;
  part?: OperationPart;
  /** Which sentence (第二句 → 2, 最后一句 → -1, 后两句 → -2:-1) or which annex (附件1 → "1", 收费标准表 by its own title). */
  partNumber?: string;
  /** Provisions that a new chapter takes in: 包括第四十二条至第四十五条. */
  covers?: Locator[];
  /** For replaceWords. */
  words?: WordChange[];
  /** Places, or longer words in them, in which the words are left alone: 但第三条除外; 但第一条中的“《甲条例》”除外. */
  except?: { place?: Locator; words?: string }[];
  /** For general: what it allows beyond the listed operations. */
  adjusts?: ('numbering' | 'wording' | 'citations')[];
  /** For `citations`: title of the law whose numbers are to be brought up to date, where one is named. */
  cites?: string;
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

export interface AppliedOperation extends Operation {
  fate: 'applied' | 'not-applied';
  /** Why not, or what was assumed. */
  reason?: string;
  /** eIds in the new text that it made or changed. */
  touched?: string[];
}

/** Where a provision of a new version comes from. */
export interface Lineage {
  eId: string;
  /** eId in the previous version; absent for inserted text. */
  previous?: string;
  change: 'unchanged' | 'amended' | 'inserted' | 'repealed' | 'renumbered' | 'unknown';
  /** Clauses of the decision that did it. */
  clauses: string[];
}
