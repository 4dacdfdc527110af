/**
 * Documents as text: the whole of a small archive, or a few of a large one. Columns, not objects; what can be guessed
 * from the text or the neighbour is not written, what repeats is written once.
 */
import { instrumentKinds } from '../../model/instrument-kinds.ts';
import { provisionTypes } from '../../model/provision-types.ts';
import type { ProvisionType } from '../../model.ts';
import type { SearchDocument, SearchUnit, SearchVersion, StateSpan } from '../types.ts';
import {
  depthTo,
  guessCrumbs,
  guessHeadings,
  guessLabel,
  guessTitleLines,
  guessType,
  guessUnits,
  nextEId,
} from './guesses.ts';

const types: readonly (ProvisionType | 'title')[] = ['title', ...provisionTypes];

type VersionRow = [
  ...[work: string, date: string, title: string, kind: number, issuer: string, documentNumber: string],
  ...[registryNumber: string, aliases: string[], amended: 0 | 1, standing: 0 | 1 | 2],
  states: [string, string][],
  doubts?: string[],
];

/** In every column 0 means: as guessed. Other numbers are lengths or places, plus one where 0 would be one of them. */
interface Columns {
  versions: VersionRow[];
  crumbs: string[][];
  /** Version of each document, as runs: version, length, version, length … */
  runs: number[];
  type: number[];
  eId: (number | string)[];
  label: (number | string)[];
  heading: (number | string)[];
  units: (0 | string)[];
  path: number[];
  text: string;
}

/** Between two texts; within one no line is empty. */
const gap = '\n\n';

/** Names of the columns, in the order in which they are written. */
const order = [
  ...(['versions', 'crumbs', 'runs', 'type', 'eId', 'label', 'heading', 'units', 'path', 'text'] as const),
] satisfies (keyof Columns)[];

/** Columns as JSON: no names, and one 0 for a column of zeros. */
function written(columns: Columns): string {
  const isZero = (column: Columns[keyof Columns]): boolean =>
    typeof column !== 'string' && column.every((value) => value === 0);
  return JSON.stringify(order.map((name) => (isZero(columns[name]) ? 0 : columns[name])));
}

function read(json: string): Columns {
  const list = JSON.parse(json) as unknown[];
  return Object.fromEntries(
    order.map((name, i) => [name, list[i] === 0 ? [] : list[i]]),
  ) as unknown as Columns;
}

/** Documents as JSON. */
export function encodeDocuments(documents: readonly SearchDocument[]): string {
  const versions = new Map<SearchVersion, number>();
  const crumbs = new Map<string, number>();
  const texts: string[] = [];
  const columns: Columns = {
    ...{ versions: [], crumbs: [], runs: [], type: [], eId: [], label: [], heading: [], units: [], path: [] },
    text: '',
  };
  let context = startContext();
  for (const document of documents) {
    const { version, type, eId, text, units } = document;
    if (context.version !== version) {
      context = startContext(version);
      if (!versions.has(version)) versions.set(version, columns.versions.push(versionRow(version)) - 1);
      columns.runs.push(versions.get(version)!, 0);
    }
    columns.runs[columns.runs.length - 1]!++;
    columns.type.push(type === guessType(eId) ? 0 : types.indexOf(type) + 1);
    const depth = depthTo(context.eId, eId);
    columns.eId.push(depth < 0 || eId === '' ? eId : depth);
    const { label, heading } = labelled(document);
    columns.label.push(label);
    columns.heading.push(heading);
    columns.units.push(sameUnits(units, guessUnits(eId, text), type) ? 0 : unitNames(eId, units));
    columns.path.push(pathNumber(document, context, crumbs, columns.crumbs));
    const known = guessTitleLines(version);
    const named = type === 'title' && `${text}\n`.startsWith(`${known}\n`);
    texts.push(named ? text.slice(known.length) : text);
    context.eId = eId;
    context.above.set(eId, document);
  }
  return written({ ...columns, text: texts.join(gap) });
}

/** Documents from JSON. Throws where it is not what `encodeDocuments` wrote. */
export function decodeDocuments(json: string): SearchDocument[] {
  const columns = read(json);
  const versions = columns.versions.map(versionOf);
  const texts = columns.text.split(gap);
  const documents: SearchDocument[] = [];
  for (let r = 0; r < columns.runs.length; r += 2) {
    const version = versions[columns.runs[r]!]!;
    const context = startContext(version);
    for (let end = documents.length + columns.runs[r + 1]!; documents.length < end; ) {
      const i = documents.length;
      const code = columns.eId[i] ?? 0;
      const eId = typeof code === 'number' ? nextEId(context.eId, code) : code;
      const kind = columns.type[i] ?? 0;
      const type = kind === 0 ? guessType(eId) : types[kind - 1]!;
      const short = texts[i]!;
      const text =
        type === 'title' && (short === '' || short.startsWith('\n'))
          ? guessTitleLines(version) + short
          : short;
      const names = columns.units[i] ?? 0;
      const path = columns.path[i] ?? 0;
      const document: SearchDocument = {
        ...{
          version,
          type,
          eId,
          ...unlabelled(columns.label[i] ?? 0, columns.heading[i] ?? 0, type, version, text),
        },
        crumbs: path === 0 ? guessCrumbs(eId, context.above) : columns.crumbs[path - 1]!,
        text,
        units: type === 'title' ? [] : names === 0 ? guessUnits(eId, text) : unitsOf(eId, names, text),
      };
      documents.push(document);
      context.eId = eId;
      context.above.set(eId, document);
    }
  }
  return documents;
}

interface Context {
  version?: SearchVersion;
  eId: string;
  above: Map<string, SearchDocument>;
}

function startContext(version?: SearchVersion): Context {
  return { version, eId: '', above: new Map() };
}

function labelled({ type, label, heading, text, version }: SearchDocument): {
  label: number | string;
  heading: number | string;
} {
  const length = label.length === guessLabel(type, text) ? 0 : label.length + 1;
  const place = text.startsWith(label) ? length : label;
  if (type === 'title') return { label: place, heading: heading === version.title ? 0 : heading };
  const rest = text.slice(label.length).trimStart();
  const guess = rest.startsWith(heading) ? guessHeadings(rest).indexOf(heading.length) : -1;
  return { label: place, heading: guess >= 0 ? guess : heading };
}

function unlabelled(
  place: number | string,
  name: number | string,
  type: SearchDocument['type'],
  version: SearchVersion,
  text: string,
): { label: string; heading: string } {
  const length = place === 0 ? guessLabel(type, text) : Number(place) - 1;
  const label = typeof place === 'number' ? text.slice(0, length) : place;
  if (typeof name === 'string') return { label, heading: name };
  if (type === 'title') return { label, heading: version.title };
  const rest = text.slice(label.length).trimStart();
  return { label, heading: rest.slice(0, guessHeadings(rest)[name]!) };
}

function pathNumber(
  document: SearchDocument,
  { above }: Context,
  known: Map<string, number>,
  crumbs: string[][],
): number {
  const path = JSON.stringify(document.crumbs);
  if (path === JSON.stringify(guessCrumbs(document.eId, above))) return 0;
  if (!known.has(path)) known.set(path, crumbs.push(document.crumbs));
  return known.get(path)!;
}

function versionRow(version: SearchVersion): VersionRow {
  const row: VersionRow = [
    ...([version.work, version.date, version.title, instrumentKinds.indexOf(version.kind)] as const),
    ...([version.issuer ?? '', version.documentNumber ?? '', version.registryNumber ?? ''] as const),
    ...([version.aliases, version.amended ? 1 : 0, version.standing] as const),
    version.states.map(({ from, state }): [string, string] => [from, state]),
  ];
  if (version.doubts) row.push([...version.doubts]);
  return row;
}

function versionOf(row: VersionRow): SearchVersion {
  const [work, date, title, kind, issuer, documentNumber, registryNumber, ...rest] = row;
  const [aliases, amended, standing, states, doubts] = rest;
  return {
    ...{ work, date, title, kind: instrumentKinds[kind]!, aliases, amended: amended === 1, standing },
    ...(issuer ? { issuer } : {}),
    ...(documentNumber ? { documentNumber } : {}),
    ...(registryNumber ? { registryNumber } : {}),
    states: states.map(([from, state]) => ({ from, state: state as StateSpan['state'] })),
    ...(doubts ? { doubts } : {}),
  };
}

function sameUnits(
  units: readonly SearchUnit[],
  guess: readonly SearchUnit[],
  type: SearchDocument['type'],
): boolean {
  if (type === 'title') return true;
  return units.length === guess.length && units.every(({ eId }, i) => eId === guess[i]!.eId);
}

/** eIds of the lines, each after the eId they all begin with: `art_6__para_1 art_6__para_2` → `__para_1 __para_2`. */
function unitNames(eId: string, units: readonly SearchUnit[]): string {
  return units
    .map((unit) => (unit.eId.startsWith(eId) ? unit.eId.slice(eId.length) : `/${unit.eId}`))
    .join(' ');
}

/** Every unit is a line of the text. */
function unitsOf(eId: string, names: string, text: string): SearchUnit[] {
  let start = 0;
  return names.split(' ').map((name) => {
    const unit = { eId: name.startsWith('/') ? name.slice(1) : eId + name, start };
    start = text.indexOf('\n', start) + 1;
    return unit;
  });
}
