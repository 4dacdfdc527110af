/** Instruments and their provisions, frame, contents and captions. */
import type { instrumentKinds } from './instrument-kinds.ts';
import type { factsBesideHead } from './page-facts.ts';
import type { Day, Position } from './places.ts';
import type { provisionTypes } from './provision-types.ts';

export type ProvisionType = (typeof provisionTypes)[number];

/**
 * A node of the provision tree. `label` and `heading` and `text` and `children`, read in that order,
 * are all that the source prints of it.
 */
export interface Provision {
  type: ProvisionType;
  /** Arabic digits: "6", "10-1" for 第十条之一; 款 and unnumbered paragraphs are counted. */
  number: string;
  /** As printed: "第六条", "（三）", "2."; empty for 款, which print no number. */
  label: string;
  /** Akoma Ntoso naming convention: `art_6__para_1__item_3`, `lvl_1__lvl_2`. Unique in the instrument. */
  eId: string;
  /** Heading without its brackets, as printed otherwise (a final 。 of a run-in heading is kept). */
  heading?: string;
  /** The heading as printed where it stands in brackets (`【立法目的】`). */
  headingForm?: string;
  /** Own text, without label, heading, children. */
  text: string;
  children: Provision[];
  position: Position;
  /** A paragraph of quoted text: the new wording that a decision lays down. */
  quoted?: boolean;
  /** Cells of a table; the first row is the header row. */
  rows?: string[][];
  /** Text that is known to have existed and is not held (原文未载). */
  missing?: boolean;
}

export type InstrumentKind = (typeof instrumentKinds)[number];

/** How the provision tree of an instrument is grown. */
export type Grammar = 'articles' | 'levels';

/** What a line of the source is for. Every content line has exactly one role. */
export type LineRole =
  | 'masthead' // 刊名, 期号, 出版日期, 主办: the issue's own
  | 'contents-heading'
  | 'contents-section' // in the contents, and over the documents
  | 'contents-entry'
  | 'title'
  | 'document-number'
  | 'registry-number'
  | 'order-heading'
  | 'order-text'
  | 'caption' // 题注
  | 'addressees' // 主送机关
  | 'heading'
  | 'body'
  | 'note' // 备注
  | 'signatory'
  | 'signature' // 署名
  | 'date' // 成文日期
  | 'disclosure' // 公开方式
  | 'remark' // 附注: （此件公开发布）
  | 'toc' // an instrument's own table of contents
  | 'figure-slot'
  | 'figure-caption'
  | 'annex-note' // 附件说明
  | 'annex-label'
  | 'annex-title'
  | 'table-header'
  | 'table-row'
  | 'preamble'
  | 'issuer' // the issuer's name above the text
  | 'metadata' // a field or a navigation line that a copy adds: 发布日期：…
  | 'imprint' // 版记: 抄送 …, 印发
  | 'unknown';

/** A line of an instrument that is not a provision. */
export interface FrameLine {
  role: LineRole;
  text: string;
  /** True for lines after the body: signature, date, disclosure. */
  after: boolean;
  position: Position;
}

export interface RoledLine {
  /** Source line from 1. */
  line: number;
  role: LineRole;
  /** Id of the instrument the line belongs to; absent for the issue's own contents. */
  instrument?: string;
}

/** An event that a 题注 records. */
export interface CaptionEvent {
  date?: Day;
  /** The body, document or meeting as printed. */
  by: string;
  event: 'adopted' | 'promulgated' | 'amended' | 'approved' | 'commenced';
  /** `第一次修正` → 1. */
  ordinal?: number;
  /** Title of the amending decision, without brackets, where one is named. */
  decision?: string;
  documentNumber?: string;
}

/** 题注: the note under a title with the history of the text. */
export interface Caption {
  text: string;
  events: CaptionEvent[];
  position: Position;
}

/** A line of a table of contents, and the heading of the body it names. */
export interface ContentsEntry {
  depth: number;
  text: string;
  label: string;
  heading: string;
  position: Position;
  /** eId of the heading, where one answers to it. */
  target?: string;
  /** Heading of the body where it reads otherwise than the entry. */
  mismatch?: string;
}

export interface Annex {
  /** "附件1", "附件". */
  label: string;
  /** The label with its punctuation as printed ("附件1："), where that is more. */
  mark?: string;
  title: string;
  /** True where the source says that the text is omitted (此略) or simply does not hold it. */
  missing: boolean;
  provisions: Provision[];
  position: Position;
}

export interface InstrumentDates {
  /** 通过 */
  adopted?: Day;
  /** 成文 or 签署 */
  written?: Day;
  /** 公布 */
  promulgated?: Day;
  /** 施行, where a day is printed. Anything that must be computed is an Event, not a date. */
  commenced?: Day;
}

/** What a field of a page says of the text; `other` is none of the known facts, `page` is of the page alone. */
export type PageFact =
  | 'title'
  | 'documentNumber'
  | 'registryNumber'
  | 'issuer'
  | 'written'
  | 'promulgated'
  | 'commenced'
  | (typeof factsBesideHead)[number]
  | 'page';

/** A field of a page that prints a text. */
export interface PageField {
  /** `索引号`, without its spaces. */
  name: string;
  says: PageFact;
  value: string;
  position: Position;
}

/** Who signs: 省长 丁一. */
export interface Signatory {
  post: string;
  name: string;
}

/** One legal text: a notice, an order, a decision, a rule. */
export interface Instrument {
  /** Stable, ASCII. */
  id: string;
  kind: InstrumentKind;
  grammar: Grammar;
  title: string;
  documentNumber?: string;
  /** 统一编号, normalised: `湛部规2020-50`. */
  registryNumber?: string;
  issuer?: string;
  signatory?: Signatory;
  /** Who signs a joint order beside the first, in order of print. */
  cosignatories?: Signatory[];
  dates: InstrumentDates;
  addressees?: string;
  /** 主动公开 … */
  disclosure?: string;
  /** What a government page prints beside the text: 索引号, 主题分类, 有效性 … in order, as printed. */
  pageFields?: PageField[];
  /** Pages as printed in the contents; `end` is absent where the issue does not tell. */
  pages?: { start: number; end?: number };
  caption?: Caption;
  /** The instrument's own table of contents. */
  contents?: ContentsEntry[];
  provisions: Provision[];
  /** 附件说明 as printed. */
  annexNote?: string;
  annexes: Annex[];
  /** 附注 as printed: （此件公开发布）. */
  remarks?: string[];
  /** The instrument that prints this one inside it (令 → 决定 → 规定, 通知 → 办法). */
  carriedBy?: string;
  /** Instruments printed inside this one, in order. */
  carries: string[];
  /** Lines that are not provisions, in order: title, number, addressees … before the body and after it. */
  frame: FrameLine[];
  /** Where each metadata field stands: title, documentNumber, issuer, dates.written … */
  stated: Record<string, Position>;
  position: Position;
}

/** A line of the issue's own contents. */
export interface IssueEntry {
  section?: string;
  title: string;
  documentNumber?: string;
  page?: number;
  instrument?: string;
  position: Position;
}

/** What an issue prints of itself, as printed: 刊名, 期号, 总期号, 出版日期, 主办. */
export interface Masthead {
  title?: string;
  /** `2023年第1期` */
  number?: string;
  /** `总第86期` */
  total?: string;
  published?: Day;
  /** 主管 */
  supervisor?: string;
  /** 主办 */
  sponsor?: string;
  issn?: string;
  /** 国内统一连续出版物号, without `CN`. */
  cn?: string;
}

/** One issue of a gazette. */
export interface Issue {
  id: string;
  masthead?: Masthead;
  entries: IssueEntry[];
  instruments: Instrument[];
  roles: RoledLine[];
}
