/** Addresses inside a text and mentions of others. */
import type { Day } from './places.ts';
import type { ProvisionType } from './structure.ts';

/** A step of a locator: type and Arabic number; a relative step has `relative` instead of a number. */
export interface LocatorStep {
  type: ProvisionType;
  number?: string;
  /** 前 / 本 / 上一 / 下一: -1, 0, -1, +1; `count` for 前两款. */
  relative?: number;
  count?: number;
  /** 该条, 各该款, 同条: the provision just cited; needs what stands before it in the text. */
  anaphor?: boolean;
  /** 分编, a part of a part. */
  sub?: boolean;
}

/** An address inside one text: 第六条第一款第三项 → article 6, paragraph 1, item 3. */
export interface Locator {
  steps: LocatorStep[];
  /** For 第四条至第六条: the last of the range, same shape; both ends are meant. */
  through?: LocatorStep[];
  /** 原第三款: the number before the changes under way. */
  former?: boolean;
  /** 修改后的第三条: the number after the changes under way. */
  latter?: boolean;
  /** The place in the text before that the sentence itself has given this number: a second reading of the words. */
  otherwise?: LocatorStep[];
  /** 序言第七自然段: counted in the paragraphs before the first numbered provision. */
  preamble?: boolean;
  /** 总则第四章, 分则第三章: heading of the part or chapter it is counted in. */
  within?: string;
}

export type ReferenceTarget =
  | { work: string; version?: Day; eId?: string }
  | { annex: string; work: string; version?: Day };

/** A mention of a provision or a document in a text. */
export interface Reference {
  /** Work, version and eId of the provision that holds it. */
  from: { work: string; version: Day; eId: string };
  /** Where in the provision, if not in its own `text`; `title`, `caption` and `annexNote` are the instrument's (eId ''). */
  part?: 'heading' | 'cell' | 'title' | 'caption' | 'annexNote';
  /** For `cell`: row and column from 0. */
  cell?: [number, number];
  /** Offsets in that provision's own `text` (or in `part`). */
  start: number;
  end: number;
  text: string;
  kind: 'internal' | 'self' | 'external' | 'number' | 'annex' | 'relative';
  locator?: Locator;
  /** Title as printed, without 《》, for references to other instruments. */
  title?: string;
  documentNumber?: string;
  /** One or several (a compound locator is one Reference per target). */
  target?: ReferenceTarget;
  /** For a range: eId of its last provision; `target` is its first. */
  through?: string;
  /** Why there is no target, or no provision of the target. */
  reason?: string;
  /** What had to be assumed to find the target, in Chinese. */
  note?: string;
}
