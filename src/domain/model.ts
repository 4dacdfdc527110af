/**
 * Every type that two stages share. Imports nothing of ours.
 *
 * Vocabulary: 编 part · 章 chapter · 节 section · 条 article · 款 paragraph · 项 item · 目 point ·
 * 文号 documentNumber · 令 order · 公布 promulgate · 印发 issue · 施行 commence · 废止 repeal · 失效 lapse.
 */

/** A point of a source file: line and column from 1, offset from 0, counted in UTF-16 units (as unist does). */
export interface Place {
  line: number;
  column: number;
  offset: number;
}

/** A half-open range of a source file. */
export interface Position {
  start: Place;
  end: Place;
}

/** A calendar day of China as `YYYY-MM-DD`; such strings compare as days do. */
export type Day = string;

// ---------------------------------------------------------------- text

/** What a repair does to the text. `note` and `placeholder` change nothing: they speak about the place. */
export type RepairKind = 'normalise' | 'join' | 'replace' | 'note' | 'placeholder';

/**
 * One recorded change (or remark) of the source text, in source coordinates.
 * Undoing every repair of a file gives back the source, character for character.
 */
export interface Repair {
  kind: RepairKind;
  /** The general rule (`width`, `space`, `bullet` …) or `correction` for one written by an editor. */
  rule: string;
  start: number;
  end: number;
  /** Source characters of `[start, end)`. */
  from: string;
  /** What is published instead; equal to `from` for notes and placeholders. */
  to: string;
  /** Why, in Chinese, for the reader of the repairs page. */
  reason: string;
  /** The place of `start`. */
  place: Place;
  /** The editors' number of the anomaly: `A-30`. */
  id?: string;
}

/** One line of published text with its way back to the source. */
export interface TextLine {
  /** Published text of the line: no line break, no layout space at the ends. */
  text: string;
  /** Source range `[start, end)` that the line covers (a joined line covers several source lines). */
  start: number;
  end: number;
  /** First source line, from 1. */
  line: number;
  /** True where the source line was indented by a paragraph's two ideographic spaces. */
  indented: boolean;
  /** Markdown depth where the line is a heading (`## …` → 2), otherwise absent. */
  depth?: number;
  /** Number of empty source lines before this line. */
  blankBefore: number;
  /** Character ranges of `text` that the source sets in bold. */
  strong?: [number, number][];
}

/** A source file after the text stage. */
export interface SourceText {
  path: string;
  source: string;
  lines: TextLine[];
  repairs: Repair[];
  /** Plain fields of a YAML block above the text; the block itself is left out, which is recorded. */
  frontMatter?: Record<string, string>;
  /** Maps an offset in `lines[i].text` to a place in the source. */
  placeOf(line: TextLine, offset: number): Place;
}

// ----------------------------------------------------------- structure

export type ProvisionType =
  | 'part' // 编, 分编
  | 'chapter' // 章
  | 'section' // 节
  | 'article' // 条
  | 'paragraph' // 款, or an unnumbered paragraph of a notice or plan
  | 'item' // 项
  | 'point' // 目
  | 'level' // 一、（一） 1. （1） of notices, plans and decisions
  | 'figure' // a caption whose picture the source does not hold
  | 'table'; // rows of cells

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

export type InstrumentKind =
  | 'law' // 法, 法典, 宪法
  | 'regulation' // 条例
  | 'rules' // 规定, 规则
  | 'measures' // 办法, 细则
  | 'interpretation' // 司法解释
  | 'decision' // 决定, which amends or repeals
  | 'amendment' // 修正案
  | 'order' // 令
  | 'notice' // 通知, 通报, 函, 批复
  | 'announcement' // 公告, 通告
  | 'plan' // 规划, 方案, 纲要, 意见
  | 'other';

/** How the provision tree of an instrument is grown. */
export type Grammar = 'articles' | 'levels';

/** What a line of the source is for. Every content line has exactly one role. */
export type LineRole =
  | 'contents-heading'
  | 'contents-section'
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

/** A field with the source text that states it. */
export interface Stated {
  text: string;
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
  signatory?: { post: string; name: string };
  dates: InstrumentDates;
  addressees?: string;
  /** 主动公开 … */
  disclosure?: string;
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

/** One issue of a gazette. */
export interface Issue {
  id: string;
  entries: IssueEntry[];
  instruments: Instrument[];
  roles: RoledLine[];
}

// ---------------------------------------------------------- references

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

// ---------------------------------------------------------- amendments

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
export type OperationPart = 'title' | 'heading' | 'introduction' | 'sentence' | 'annex' | 'contents' | 'text';

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
  /** Number of lines of `content` in each pair of quotation marks. */
  groups?: number[];
  /** Type of what is inserted, where the clause names it: 增加一款. */
  unit?: ProvisionType;
  part?: OperationPart;
  /** Which sentence (第二句 → 2, 最后一句 → -1) or which annex (附件1 → "1"). */
  partNumber?: string;
  /** Provisions that a new chapter takes in: 包括第四十二条至第四十五条. */
  covers?: Locator[];
  /** For replaceWords. */
  words?: WordChange[];
  /** For general: what it allows beyond the listed operations. */
  adjusts?: ('numbering' | 'wording')[];
  /** What had to be assumed in reading it, in Chinese. */
  assumed?: string[];
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

// ------------------------------------------------------ works, versions

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
  notes?: { eId?: string; clause: string; reason: string }[];
  /** Outcome of the comparison with the printed text. */
  verification?: { state: 'verified' | 'computed' | 'contradicted'; rows: Verification[] };
}

export interface Verification {
  old: string | null;
  new: string | null;
  class: 'same' | 'typography' | 'renumbering' | 'allowed' | 'contradiction';
  oldText: string;
  newText: string;
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
}

// -------------------------------------------------------------- status

export type EventKind =
  | 'adopted'
  | 'promulgated'
  | 'issued'
  | 'commenced'
  | 'amended'
  | 'republished'
  | 'repealed'
  | 'expires'
  | 'period-starts'
  | 'period-ends'
  | 'executed'
  | 'transition-ends'
  | 'cited';

/** The provision that says so. */
export interface Evidence {
  /** Instrument id (= work id of its version). */
  instrument: string;
  eId: string;
  text: string;
}

export interface LegalEvent {
  kind: EventKind;
  /** Work id. */
  subject: string;
  /** First day; with `latest` where counting methods differ. Absent where the text gives none. */
  date?: Day;
  latest?: Day;
  /** Only this is known of the date: "2015". */
  approximate?: string;
  evidence: Evidence;
  /** Rule by which the day was computed, in Chinese. */
  rule?: string;
  /** The version (its day) that the event speaks of, where it does not speak of the work as a whole. */
  version?: Day;
  /** The part of the work that the event speaks of, as printed: 第三条. Absent: the whole. */
  scope?: string;
  /** The word of the text, where one kind of event has several: 废止, 失效, 停止执行. */
  verb?: string;
  /** True where the text does not state the day and a general rule gives it. */
  inferred?: boolean;
  /** Title of the instrument that did it, where that is not the subject itself. */
  by?: string;
}

export type State =
  | 'not-yet'
  | 'adopted'
  | 'published'
  | 'in-force'
  | 'superseded'
  | 'executed'
  | 'expiry-open'
  | 'lapsed'
  | 'period-over'
  | 'repealed'
  | 'unknown';

export type Basis = 'stated' | 'inferred' | 'own-terms' | 'none';

export interface Status {
  state: State;
  basis: Basis;
  /** Version in question, as a day. */
  version?: Day;
  since?: Day;
  until?: Day;
  /** One sentence, in Chinese. */
  reason: string;
  evidence: Evidence[];
  /** Day asked for, and day up to which the archive has looked. */
  at: Day;
  horizon: Day;
}

// ------------------------------------------------------------- archive

export type Severity = 'error' | 'warning' | 'info';

/** A diagnostic as printed: `file:line:column rule reason`. */
export interface Message {
  file: string;
  rule: string;
  line: number;
  column: number;
  reason: string;
  severity: Severity;
}

/** What a file of `content/` says, read by the bridge and handed in. */
export interface SourceFile {
  path: string;
  text: string;
}
