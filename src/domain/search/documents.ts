/** Works → search documents: one for each 条, level, heading or paragraph, and one for each version as a whole. */
import type { Annex, Day, Instrument, LineRole, Provision, Version, Work } from '../model.ts';
import { doubtReasons } from '../status/life/gaps.ts';
import { pageFact } from '../structure/index.ts';
import { baseOrder } from './order.ts';
import type { SearchDocument, SearchUnit, SearchVersion, StateSpan } from './types.ts';

export interface SearchDocumentsOptions {
  /** When a version has which state; nothing is known where it is not given. */
  statesOf?: (work: Work, version: Version | undefined) => StateSpan[];
  /** The text that the address of a work gives; the last one where it is not given. */
  presentOf?: (work: Work) => Version | undefined;
  /** The day up to which the archive has looked: texts whose force had ended by then rank after the others. */
  horizon?: Day;
}

/** Longer passages are cut between lines: a hit in them should still be a place. An article stays whole. */
const longest = 1500;
/** These begin a document of their own; the rest are lines of the document they stand in. */
const own: ReadonlySet<Provision['type']> = new Set(['part', 'chapter', 'section', 'article', 'level']);
/** Lines of the frame that another document holds, or that repeat headings of the body. */
const saidElsewhere: ReadonlySet<LineRole> = new Set([
  ...([
    'title',
    'order-heading',
    'document-number',
    'registry-number',
    'heading',
    'body',
    'preamble',
  ] as const),
  ...(['toc', 'annex-label', 'annex-title', 'table-header', 'table-row', 'figure-caption'] as const),
]);
const ended: ReadonlySet<StateSpan['state']> = new Set(['repealed', 'lapsed', 'period-over', 'superseded']);

/**
 * All documents of an archive, in the base order of search (see `baseOrder`).
 * A work known only by name gives one document, without a date.
 */
export function searchDocuments(
  works: readonly Work[],
  options: SearchDocumentsOptions = {},
): SearchDocument[] {
  const documents: SearchDocument[] = [];
  for (const work of works) {
    const present = options.presentOf ? options.presentOf(work) : work.versions.at(-1);
    for (const version of work.versions) {
      const described = describe(work, version, version === present, options);
      documents.push(...versionDocuments(described, version.instrument));
    }
    if (work.versions.length === 0) documents.push(titleDocument(describe(work, undefined, true, options)));
  }
  return baseOrder(documents);
}

function describe(
  work: Work,
  version: Version | undefined,
  present: boolean,
  options: SearchDocumentsOptions,
): SearchVersion {
  const instrument = version?.instrument;
  const title = instrument?.title || work.title;
  const states = options.statesOf?.(work, version) ?? [];
  const { horizon } = options;
  const state = states.findLast(({ from }) => horizon === undefined || from <= horizon)?.state;
  const doubts = doubtReasons(version?.doubts);
  return {
    work: work.id,
    date: version?.date ?? '',
    title,
    kind: instrument?.kind ?? work.kind,
    issuer: instrument?.issuer ?? work.issuer,
    documentNumber: instrument?.documentNumber ?? work.documentNumber,
    registryNumber: instrument?.registryNumber ?? work.registryNumber,
    subject: instrument && pageFact(instrument, 'subject'),
    aliases: [...new Set([work.title, ...work.aliases])].filter((alias) => alias !== '' && alias !== title),
    amended:
      version !== undefined &&
      (version.madeBy !== undefined ||
        work.versions[0] !== version ||
        (instrument?.caption?.events.some(({ event }) => event === 'amended') ?? false)),
    states,
    standing: !present ? 2 : state !== undefined && ended.has(state) ? 1 : 0,
    ...(doubts.length > 0 ? { doubts } : {}),
  };
}

/** Documents of one version: the whole first, then its provisions in reading order. */
function versionDocuments(version: SearchVersion, instrument: Instrument): SearchDocument[] {
  const documents = [titleDocument(version, instrument)];
  collect(version, instrument.provisions, [], documents);
  for (const annex of instrument.annexes) collectAnnex(version, annex, documents);
  return documents;
}

/** The document as a whole: its names, and what its head and foot print. */
function titleDocument(version: SearchVersion, instrument?: Instrument): SearchDocument {
  const names = [version.title, version.documentNumber, version.registryNumber];
  const frame = (instrument?.frame ?? []).filter(({ role }) => !saidElsewhere.has(role));
  const lines = [...names, ...frame.map(({ text }) => text)].filter(
    (line) => line !== undefined && line !== '',
  );
  return {
    version,
    type: 'title',
    eId: '',
    label: '',
    heading: version.title,
    crumbs: [],
    text: lines.join('\n'),
    units: [],
  };
}

function collectAnnex(version: SearchVersion, annex: Annex, documents: SearchDocument[]): void {
  const name = joined(annex.label, annex.title);
  if (name !== '') {
    const eId = annex.provisions[0]?.eId ?? '';
    documents.push({
      ...{ version, type: 'part', eId, label: annex.label, heading: annex.title },
      ...{ crumbs: [], text: name, units: [{ eId, start: 0 }] },
    });
  }
  collect(version, annex.provisions, name === '' ? [] : [name], documents);
}

function collect(
  version: SearchVersion,
  provisions: readonly Provision[],
  crumbs: readonly string[],
  documents: SearchDocument[],
): void {
  for (const provision of provisions) {
    const lines: Line[] = [];
    const nested: Provision[] = [];
    linesOf(provision, lines, nested);
    const made = cut(version, provision, lines, crumbs);
    documents.push(...made);
    if (nested.length > 0) collect(version, nested, made[0] ? pathBelow(made[0]) : crumbs, documents);
  }
}

interface Line {
  eId: string;
  text: string;
}

/** Lines of a provision down to its 目; what begins a document of its own is put aside. */
function linesOf(provision: Provision, lines: Line[], nested: Provision[]): void {
  const { eId, label, heading, headingForm, text, rows, children } = provision;
  const line = joined(label, headingForm ?? heading ?? '', text).replaceAll('\n', ' ');
  if (line !== '') lines.push({ eId, text: line });
  for (const row of rows ?? []) lines.push({ eId, text: row.join(' ').replaceAll('\n', ' ') });
  children.forEach((child, i) => {
    if (own.has(child.type)) {
      nested.push(child);
      return;
    }
    const before = lines.length;
    linesOf(child, lines, nested);
    // The first 款 goes on in the line of its 条: 第六条 申请网约车……
    const runsOn = i === 0 && text === '' && child.label === '' && provision.type === 'article';
    if (runsOn && before > 0 && lines.length > before) {
      const [first] = lines.splice(before, 1) as [Line];
      lines[before - 1] = { eId: first.eId, text: joined(lines[before - 1]!.text, first.text) };
    }
  });
}

/** One document, or several where the provision is long. */
function cut(
  version: SearchVersion,
  provision: Provision,
  lines: readonly Line[],
  crumbs: readonly string[],
): SearchDocument[] {
  const documents: SearchDocument[] = [];
  const cuttable = provision.type !== 'article';
  let [text, units]: [string, SearchUnit[]] = ['', []];
  const close = (): void => {
    if (text === '') return;
    const head = documents.length === 0;
    documents.push({
      ...{ version, type: provision.type, eId: head ? provision.eId : units[0]!.eId },
      label: head ? provision.label : '',
      heading: head ? (provision.heading ?? '') : '',
      crumbs: head ? [...crumbs] : pathBelow(documents[0]!),
      ...{ text, units },
    });
    [text, units] = ['', []];
  };
  for (const line of lines) {
    if (cuttable && text.length > 0 && text.length + line.text.length > longest) close();
    if (text !== '') text += '\n';
    units.push({ eId: line.eId, start: text.length });
    text += line.text;
  }
  close();
  return documents;
}

/** Breadcrumbs of what stands below a document: its own and its name, or its first words where it has only a label. */
export function pathBelow({ crumbs, label, heading, text }: SearchDocument): string[] {
  if (heading !== '') return [...crumbs, joined(label, heading)];
  if (label === '') return crumbs;
  const [line] = text.split('\n', 1) as [string];
  return [...crumbs, line.length > longestCrumb ? `${line.slice(0, longestCrumb)}…` : line];
}

const longestCrumb = 28;

/** Parts as they are read on: a space between them, but none after a sign that parts them itself. */
function joined(...parts: (string | undefined)[]): string {
  let out = '';
  for (const part of parts) {
    if (part === undefined || part === '') continue;
    out += out === '' || /[\p{P}\s]$/u.test(out) ? part : ` ${part}`;
  }
  return out;
}
