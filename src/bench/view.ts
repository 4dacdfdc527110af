/** A source – an issue, or a text of its own – as its editor sees it: the source, what was understood of it, and what is doubtful, the weightiest first. */

import type { Instrument, LegalEvent, Provision, Repair, Severity, Version } from '../domain/model.ts';
import { textName } from '../domain/names/index.ts';
import { signedProvisions } from '../domain/versions/index.ts';
import { recordPlaces } from '../site/content-files.ts';
import { addressOf, type Holdings, type Source } from '../site/holdings.ts';
import { originalUrl } from '../site/urls.ts';
import { issueName } from '../site/views/issue.ts';
import { type SignedShare, signedShare } from '../site/views/signatures.ts';
import { kindName, repairWords } from '../site/words.ts';
import { sourceOf } from './desk.ts';

/** Something that an editor has to look at. */
export interface Doubt {
  rule: string;
  severity: Severity;
  /** As it is told; with rule and line it says which doubt an acceptance means. */
  says: string;
  /** Absent where it is about the editors' records and not about the text. */
  line?: number;
  /** How soon it is to be looked at; 0 for what an editor has let stand. */
  weight: number;
  /** Who let it stand, and why. */
  accepted?: string;
}

export interface Field {
  name: string;
  value: string;
  line: number;
}

export interface TreeNode {
  /** `work@date#eId`, as a signature names it. */
  place: string;
  eId: string;
  label: string;
  words: string;
  line: number;
  depth: number;
  signed: boolean;
}

export interface DocumentView {
  place: string;
  title: string;
  kind: string;
  href: string;
  line: number;
  fields: Field[];
  tree: TreeNode[];
  references: { words: string; says: string; found: boolean; line: number }[];
  events: { kind: string; date: string; about: string; evidence: string; line: number }[];
  signed: number;
}

export interface SourceLine {
  number: number;
  text: string;
  /** What an editor has changed or remarked here, in words. */
  edits: string[];
  /** Pages of the originals that begin on this line. */
  pages: { file: number; page: number; printed?: string }[];
}

export interface BenchView {
  id: string;
  name: string;
  path: string;
  lines: SourceLine[];
  originals: { name: string; href: string }[];
  documents: DocumentView[];
  doubts: Doubt[];
  share: SignedShare;
}

const weights: Readonly<Record<Severity, number>> = { error: 100, warning: 50, info: 10 };

/** Doubts about what is text and what is not come before those about what it means. */
const heavier: readonly (readonly [RegExp, number])[] = [
  [/^import:(?:conservation|text-layer|no-text|machine-read)$/, 60],
  [/correction|contents|page/, 20],
  [/^import:/, 10],
];

/** A source in the list of all. */
export interface BenchEntry {
  id: string;
  name: string;
  path: string;
  issue: boolean;
  /** Doubts that nobody has let stand. */
  open: number;
  share: SignedShare;
}

/** All sources: issues, the newest first, then texts of their own in the order of their paths. */
export function benchEntries(holdings: Holdings): BenchEntry[] {
  const messages = Map.groupBy(holdings.archive.messages, ({ file }) => file);
  const entries = Array.from(holdings.sources.values(), (source): BenchEntry => {
    const { id, issue, file, versions } = source;
    const open = (messages.get(file.path) ?? []).filter(({ accepted }) => accepted === undefined).length;
    const share = signedShare(versions);
    return { id, name: nameOf(holdings, source), path: file.path, issue: issue !== undefined, open, share };
  });
  const [issues, texts] = [true, false].map((which) =>
    entries.filter(({ issue }) => issue === which).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  );
  return [...issues!.toReversed(), ...texts!];
}

function nameOf({ issues }: Holdings, { issue: id, versions, file }: Source): string {
  const issue = id === undefined ? undefined : issues.get(id);
  if (issue) return issueName(issue);
  const [first] = versions;
  return first ? [first.instrument.title, first.date].filter((words) => words).join(' ') : file.path;
}

/** @returns undefined where the archive has no such source */
export function benchView(holdings: Holdings, id: string): BenchView | undefined {
  const source = sourceOf(holdings, id);
  if (!source) return undefined;
  const documents = source.versions.map((version) => documentView(holdings, version));
  const share = signedShare(source.versions);
  return {
    id,
    name: nameOf(holdings, source),
    path: source.file.path,
    lines: linesOf(source),
    originals: source.originals.map(({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return { name, href: originalUrl(source.issue ?? '', name) };
    }),
    documents,
    doubts: doubtsOf(holdings, source),
    share,
  };
}

function linesOf({ file, originals, repairs }: Source): SourceLine[] {
  const edited = Map.groupBy(
    repairs.filter(({ rule }) => rule === 'correction'),
    ({ place }) => place.line,
  );
  const begin = Map.groupBy(
    originals.flatMap(({ pages }, index) => pages.map((page) => ({ ...page, file: index }))),
    ({ line }) => line ?? 0,
  );
  return file.text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((text, i) => ({
      number: i + 1,
      text,
      edits: (edited.get(i + 1) ?? []).map(editWords),
      pages: (begin.get(i + 1) ?? []).map(({ file: index, page, printed }) => ({
        file: index,
        page,
        ...(printed === undefined ? {} : { printed }),
      })),
    }));
}

/** 更正：管里→管理（印本作“管理”（张三，2021-03-01）） */
const editWords = ({ kind, from, to, reason }: Repair): string =>
  `${repairWords[kind]}：${from === to ? `“${from.trim()}”` : `${from}→${to}`}（${reason}）`;

function doubtsOf({ archive }: Holdings, { file: { path } }: Source): Doubt[] {
  const records = (['corrections', 'checks'] as const).flatMap((kind) => recordPlaces(path, kind));
  const isOwn = (file: string): boolean => file === path || records.includes(file.replace(/\.ya?ml$/, ''));
  return archive.messages
    .filter(({ file }) => isOwn(file))
    .map(({ file, rule, severity, reason: says, line: at, accepted }): Doubt => {
      const line = file === path ? { line: at } : {};
      const more = heavier.find(([which]) => which.test(rule))?.[1] ?? 0;
      const weight = accepted === undefined ? weights[severity] + more : 0;
      return { rule, severity, says, ...line, weight, ...(accepted === undefined ? {} : { accepted }) };
    })
    .toSorted((a, b) => b.weight - a.weight || (a.line ?? 0) - (b.line ?? 0));
}

const fieldNames: Readonly<Record<string, string>> = {
  title: '标题',
  caption: '题注',
  documentNumber: '文号',
  registryNumber: '统一编号',
  issuer: '发文机关',
  signatory: '签署人',
  addressees: '主送机关',
  disclosure: '公开方式',
  'dates.adopted': '通过日期',
  'dates.written': '成文日期',
  'dates.promulgated': '公布日期',
  'dates.commenced': '施行日期',
};

function fieldsOf(instrument: Instrument): Field[] {
  return Object.entries(instrument.stated).map(([key, { start }]) => ({
    name: fieldNames[key] ?? key,
    value: statedValue(instrument, key),
    line: start.line,
  }));
}

/** `dates.written` of an instrument, in words. */
function statedValue(instrument: Instrument, key: string): string {
  const value = key
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], instrument);
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return '';
  const words = 'text' in value ? [value.text] : Object.values(value);
  return words.filter((each) => typeof each === 'string' || typeof each === 'number').join(' ');
}

const eventNames: Readonly<Record<LegalEvent['kind'], string>> = {
  adopted: '通过',
  promulgated: '公布',
  issued: '印发',
  commenced: '施行',
  amended: '修改',
  republished: '重新公布',
  repealed: '废止',
  expires: '失效',
  'period-starts': '期间开始',
  'period-ends': '期间届满',
  executed: '执行完毕',
  'transition-ends': '过渡期满',
  confirmed: '继续有效',
  unclear: '效力有疑',
  suspended: '暂停',
  resumed: '恢复',
  cited: '引用',
};

const shown = 60;
const cut = (words: string): string => (words.length > shown ? `${words.slice(0, shown)}…` : words);

function documentView(holdings: Holdings, version: Version): DocumentView {
  const { instrument, work, date } = version;
  const place = textName(work, date);
  const signed = signedProvisions(version);
  const tree: TreeNode[] = [];
  const visit = (provision: Provision, depth: number): void => {
    const { eId, label, heading = '', text, rows, position, children } = provision;
    tree.push({
      place: textName(work, date, eId),
      eId,
      label: label || (rows ? '表' : ''),
      words: cut([heading, text, rows?.[0]?.join(' ')].filter((words) => words).join(' ')),
      line: position.start.line,
      depth,
      signed: signed.has(eId),
    });
    for (const child of children) visit(child, depth + 1);
  };
  for (const provision of instrument.provisions) visit(provision, 0);
  for (const annex of instrument.annexes) for (const provision of annex.provisions) visit(provision, 0);
  const lines = new Map(tree.map(({ eId, line }) => [eId, line]));
  const head = instrument.position.start.line;
  const references = holdings.archive.references.filter(
    ({ from }) => from.work === work && from.version === date,
  );
  const told = Array.from(holdings.events.values())
    .flat()
    .filter(({ evidence, kind }) => evidence.instrument === instrument.id && kind !== 'cited');
  return {
    place,
    title: instrument.title,
    kind: kindName(instrument.kind, instrument.title),
    href: addressOf(holdings, version),
    line: head,
    fields: fieldsOf(instrument),
    tree,
    references: references.map(({ from, text, target, reason, note }) => ({
      words: text,
      says: targetWords(holdings, target) ?? reason ?? note ?? '没有找到',
      found: target !== undefined,
      line: lines.get(from.eId) ?? head,
    })),
    events: told.map(({ kind, subject, date: day, approximate, evidence }) => ({
      kind: eventNames[kind],
      date: day ?? approximate ?? '日期未载',
      about: holdings.works.get(subject)?.title ?? subject,
      evidence: cut(evidence.text),
      line: lines.get(evidence.eId) ?? head,
    })),
    signed: signed.size,
  };
}

function targetWords(
  { works }: Holdings,
  target: { work: string; version?: string; eId?: string; annex?: string } | undefined,
): string | undefined {
  if (!target) return undefined;
  const title = works.get(target.work)?.title ?? target.work;
  return [`《${title}》`, target.eId ?? target.annex].filter((words) => words).join(' ');
}
