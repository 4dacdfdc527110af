/** The archive as the pages ask for it: by id, by file, in the order of print. */
import type { Instrument, LegalEvent, Repair, SourceFile, Version, Work } from '../domain/model.ts';
import type { Archive } from './load.ts';
import { versionUrl, workUrl } from './urls.ts';

export interface Source {
  file: SourceFile;
  repairs: Repair[];
  /** Texts printed in the file, in its order. */
  versions: Version[];
}

export interface Holdings {
  archive: Archive;
  issues: Map<string, Archive['issues'][number]>;
  /** Works held, registered, and only mentioned. */
  works: Map<string, Work>;
  /** By work id, by day. */
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  /** Instrument id → its version. */
  versions: Map<string, Version>;
  /** Path of a source file → what it holds. */
  sources: Map<string, Source>;
}

/** Indexes of an archive, built once. */
export function holdingsOf(archive: Archive): Holdings {
  const sources = new Map<string, Source>();
  for (const { path, source, repairs } of archive.sources) {
    sources.set(path, { file: { path, text: source }, repairs, versions: [] });
  }
  const versions = new Map<string, Version>();
  for (const work of archive.works) {
    for (const version of work.versions) {
      versions.set(version.instrument.id, version);
      if (version.origin === 'published') sources.get(version.source.path)?.versions.push(version);
    }
  }
  for (const { versions: held } of sources.values()) {
    held.sort((a, b) => startOf(a.instrument) - startOf(b.instrument));
  }
  return {
    archive,
    events: archive.events,
    issues: new Map(archive.issues.map((issue) => [issue.id, issue])),
    works: new Map(archive.works.map((work) => [work.id, work])),
    versions,
    sources,
  };
}

const startOf = (instrument: Instrument): number => instrument.position.start.offset;

/** The newest version of a work, or undefined where the archive knows it only by name. */
export const newest = (work: Work): Version | undefined => work.versions.at(-1);

/** Where the text of a version stands: the work's own address for the newest, the dated one for the others. */
export function addressOf(work: Work, version: Version): string {
  return version === newest(work) ? workUrl(work.id) : versionUrl(work.id, version.date);
}

/** `issues/2020-12/gazette.md` → `issues-2020-12-gazette`: a source file's name in an address. */
export function sourceId(path: string): string {
  return path
    .replace(/\.\w+$/, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.-]+/gu, '-');
}
