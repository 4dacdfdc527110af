/** A reference as found: what the text says, before anything is looked up. */
import type { Locator, Reference } from '../model.ts';
import type { Mark } from './marks.ts';

/** Which text an address is counted in. */
export type Side =
  /** The text that says it. */
  | 'own'
  /** The amended text as the decision found it. */
  | 'before'
  /** The amended text as the decision leaves it: 作为第五条, and all that stands in quoted new wording. */
  | 'after';

export interface FoundReference {
  eId: string;
  /** Index of the annex that says it. */
  inAnnex?: number;
  part?: NonNullable<Reference['part']>;
  cell?: [number, number];
  start: number;
  end: number;
  text: string;
  kind: Reference['kind'];
  locator?: Locator;
  /** Title of the other document; for a bare name, the longest run of characters that may be it. */
  title?: string;
  /** True where `title` has no 《》 and may begin with words that are not its own. */
  bare?: boolean;
  documentNumber?: string;
  /** The body named right before the title: 生态环境部办公厅《关于…的意见》. */
  by?: string;
  /** 办法 of 本办法. */
  noun?: string;
  /** For 本法 in an 实施条例: the law named before it in the sentence, whose own words these may be. */
  quoting?: string;
  /** 附件 and its number as printed. */
  annex?: string;
  /** For a bare 款 or 项: what it is under the address before it, to be weighed against the article that says it. */
  carried?: {
    locator: Locator;
    /** That address, in words. */
    under: string;
    /** `more`: it goes on from 前款 or 本条; `equal`: both readings are as good; `none`: several addresses, so neither is sure. */
    weight: 'more' | 'equal' | 'none';
  };
  mark?: Mark;
  /** True where the text speaks of a document that it ends: 2006年发布的《…》同时废止. It is never the text itself. */
  older?: boolean;
  /** The text that the words ask for: 修订前的《…》, or the year of 《…》（2018年修正）. */
  edition?: 'former' | number;
  side: Side;
  /** Title of the text that a decision amends here. */
  of?: string;
  /** Known already while reading why it cannot be resolved. */
  reason?: string;
  /** What had to be assumed in reading it. */
  note?: string;
}
