/** Types of search. A search document is one provision of one version; ids are places in the base order. */
import type { Day, InstrumentKind, ProvisionType, State } from '../model.ts';

/** The state of a version from a day on. */
export interface StateSpan {
  from: Day;
  state: State;
}

/** A dated text of a work, as search knows it. */
export interface SearchVersion {
  work: string;
  date: Day;
  title: string;
  kind: InstrumentKind;
  issuer?: string;
  documentNumber?: string;
  registryNumber?: string;
  /** 主题分类, as the page of the text prints it. */
  subject?: string;
  /** Short names and other spellings of the title. */
  aliases: string[];
  /** True where a decision has changed the work before this version. */
  amended: boolean;
  /** Ascending; empty where nothing is known of its force. */
  states: StateSpan[];
  /** 0 the latest text of a work; 1 the latest, but its force has ended; 2 a text replaced by a later one. */
  standing: 0 | 1 | 2;
  /** What of the text is not whole, in Chinese, one sentence each; absent for a whole text. */
  doubts?: string[];
}

/** A printed line of a document: a 款, 项 or 目, or a paragraph. */
export interface SearchUnit {
  eId: string;
  /** Offset of the line in the document's text. */
  start: number;
}

/** One provision as it is searched: a 条, a level, a heading, a paragraph; or the document itself (eId ''). */
export interface SearchDocument {
  version: SearchVersion;
  type: ProvisionType | 'title';
  eId: string;
  /** As printed: 第六条, 一、; empty for unnumbered paragraphs. */
  label: string;
  heading: string;
  /** Headings above it, outermost first: 第二章 网约车平台公司. */
  crumbs: string[];
  /** All that is printed of it, in reading order, one line a 款, 项 or 目. */
  text: string;
  units: SearchUnit[];
}

/** Which part of a document is looked into. The text holds the heading too. */
export type Field = 'heading' | 'text';

/** A document as a source hands it out. */
export interface StoredDocument extends SearchDocument {
  id: number;
  /** Normalised heading; for the document itself its title, numbers and aliases, a line each. */
  head: string;
  /** Normalised text. */
  body: string;
  /** Ids of the provisions of its version: `[first, end)`. */
  first: number;
  end: number;
}

/** A 款, 项 or 目 that holds the words by itself. */
export interface HitPlace {
  eId: string;
  label: string;
  excerpt: string;
  marks: [number, number][];
  url: string;
}

/** One hit as the command line and the page print it. */
export interface SearchHit {
  work: string;
  version: Day;
  eId: string;
  /** 第六条第一款第三项. */
  label: string;
  title: string;
  kind: InstrumentKind;
  documentNumber?: string;
  issuer?: string;
  crumbs: string[];
  /** Own heading of the provision; empty where it has none. */
  heading: string;
  excerpt: string;
  /** Ranges of the excerpt that matched. */
  marks: [number, number][];
  /** Where in the provision the words stand, line by line; empty where no line holds all of them. */
  places: HitPlace[];
  state: State;
  /** True for the text of a version that a later one has replaced. */
  past: boolean;
  /** What of the text is not whole; absent for a whole text. */
  doubts?: string[];
  /** Number of hits in the same version; absent where hits were not counted. */
  inDocument?: number;
  /** True where the same version may have further hits that were not read. */
  moreInDocument?: boolean;
  url: string;
}

/** What a reader may narrow a search to. Absent: all. */
export interface Filters {
  work?: string;
  kind?: InstrumentKind;
  issuer?: string;
  /** 主题分类 */
  subject?: string;
  /** State on the day of `at`. */
  state?: State;
  year?: string;
  /** Only texts that a decision has changed. */
  amended?: boolean;
  /** Only the latest text of each work, or only replaced texts. */
  text?: 'latest' | 'past';
  /** Only what was the text of its work on a day. */
  on?: Day;
}

export type Sort = 'relevance' | 'newest' | 'oldest' | 'document';

/** How many hits each choice would leave; by number, then by name. */
export interface Facets {
  kind: [InstrumentKind, number][];
  issuer: [string, number][];
  subject: [string, number][];
  state: [State, number][];
  year: [string, number][];
  amended: number;
  past: number;
  /** Works with most hits; no more than can be shown. */
  work: [work: string, number, title: string][];
}
