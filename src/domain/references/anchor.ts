/** A name of a document in a text, in which the locator after it is counted. */
import type { Span } from './find-locators.ts';

export interface Anchor extends Span {
  kind: 'title' | 'number' | 'self' | 'short' | 'said' | 'bare';
  title?: string;
  documentNumber?: string;
  noun?: string;
  /** 修订前的《…》, or the year of 《…》（2018年修正）. */
  edition?: 'former' | number;
  /** Where what follows it begins: after a bracket with its number or short name. */
  after: number;
}
