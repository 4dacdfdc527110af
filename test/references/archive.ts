import { readFileSync } from 'node:fs';
import { buildArchive } from '../../src/domain/archive.ts';
import type { Day, Reference, Version, Work } from '../../src/domain/model.ts';
import { Register } from '../../src/domain/names/index.ts';
import {
  citedDocuments,
  findReferences,
  type Library,
  lastNamed,
  resolveReferences,
} from '../../src/domain/references/index.ts';
import { nameWorks } from '../../src/domain/status/events/tellings.ts';

const path = 'content/issues/2020-12/gazette.md';

export interface Holdings {
  works: Work[];
  references: Reference[];
  lines: string[];
}

/** The printed texts alone: what is only named, and what is reconstructed, comes from the references themselves. */
function printed(works: readonly Work[]): Work[] {
  return works
    .map((work) => ({ ...work, versions: work.versions.filter(({ origin }) => origin === 'published') }))
    .filter(({ versions }) => versions.length > 0);
}

function withReferences(works: Work[]): Work[] {
  const found = works.flatMap((work) =>
    work.versions.flatMap((version) => findReferences(version.instrument)),
  );
  return nameWorks(works, citedDocuments(found)).works;
}

/** The works of the first issue, those it only names, and every reference. */
export function readIssue(change: (works: Work[]) => void = () => {}): Holdings {
  const text = readFileSync(path, 'utf8');
  const archive = buildArchive({
    issues: [{ id: '2020-12', path, text, horizon: '2020-12-31', corrections: [] }],
    works: [],
    register: { works: [], organs: [] },
  });
  const works = printed(archive.works);
  change(works);
  return { ...resolveAll(withReferences(works)), lines: text.split('\n') };
}

/** Works written for a test: each `[name, date, text]` a text of a work. */
export function readTexts(...texts: [name: string, date: Day, text: string][]): Omit<Holdings, 'lines'> {
  const { works } = buildArchive({
    issues: [],
    works: texts.map(([name, date, text]) => ({
      name,
      date,
      path: `works/${name}/${date}.md`,
      text,
      corrections: [],
    })),
    register: { works: [], organs: [] },
  });
  return resolveAll(withReferences(printed(works)));
}

/** The works by their names; each text counts from the day that names it. */
export function libraryAmong(works: readonly Work[]): Library {
  return { register: new Register(works), textOn: lastNamed };
}

function resolveAll(works: Work[]): Omit<Holdings, 'lines'> {
  const library = libraryAmong(works);
  const references = works.flatMap((work) =>
    work.versions.flatMap((version) => resolveReferences(version, library)),
  );
  return { works, references };
}

export function workOf(works: readonly Work[], title: string): Work {
  const work = works.find((one) => one.title === title) ?? works.find((one) => one.title.includes(title));
  if (!work) throw new Error(`没有《${title}》`);
  return work;
}

export function versionOf(works: readonly Work[], title: string): Version {
  return workOf(works, title).versions[0]!;
}
