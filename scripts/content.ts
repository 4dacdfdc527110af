/**
 * A content folder as commands open it: what was made of the same bytes by the same software is not made again.
 * Everything kept lies in the work folder, and may be deleted at any time.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Instrument, LegalEvent, Message } from '../src/domain/model.ts';
import type { NamedBook } from '../src/domain/status/desk/book.ts';
import type { StatusWork } from '../src/domain/status/status-work.ts';
import type { Loaded } from '../src/site/load.ts';
import { fingerprintOf, type Look } from './kept/fingerprint.ts';
import { Store } from './kept/store.ts';
import { writeWhole } from './kept/write-whole.ts';
import { softwareFolder, within, workFolder } from './package.ts';

/** Entries of one stage that are kept beside those in use: of another branch, of the content before an edit. */
const spare = { archive: 2, book: 8, texts: 8, read: 400 };

/** Pages that are kept beside those of the site that was built last. */
export const sparePages = 4000;

/** Characters of texts up to which the whole archive is kept; a longer one takes as long to read back as to make. */
const mostKept = 3_000_000;

interface Cache {
  store: Store;
  /** Of all bytes of the content folder. */
  print: string;
  /** True where the folder still holds what it held when it was opened. */
  unchanged(): boolean;
}

/**
 * Where results of a content folder are kept; undefined for one that does not lie in the folder of the command: nothing
 * is left where a folder is only looked at.
 */
function keptFolder(content: string): string | undefined {
  const [here, there] = [process.cwd(), resolve(content)];
  if (here === there || !within(there, here)) return undefined;
  return join(workFolder(softwareFolder(), process.cwd()), 'kept');
}

/**
 * The store for pages of a content folder; undefined where nothing is kept of it. Its make is all of the software, the
 * city's own parts, and where the site is to stand. A city's part may ask the archive for anything: with one, a page is
 * only good for the same content.
 */
export function pageStore(content: string, city: string): Store | undefined {
  const folder = keptFolder(content);
  if (folder === undefined) return undefined;
  const software = softwareFolder();
  const own = existsSync(city) ? looked(folder, resolve(city), ['']) : '';
  const maker = [
    looked(folder, software, ['src', 'public', 'package.json', 'astro.config.mjs', 'astro.city.mjs']),
    ...[own, own === '' ? '' : looked(folder, resolve(content), [''])],
    ...[process.version, process.cwd(), process.env['GONGBAO_SITE'] ?? '', process.env['GONGBAO_BASE'] ?? ''],
  ];
  return new Store(folder, maker.join('\n'));
}

function cacheOf(content: string, folder: string | undefined): Cache | undefined {
  if (folder === undefined) return undefined;
  const software = softwareFolder();
  const code = looked(folder, codeFolder(software), [
    'domain',
    'site/load.ts',
    'site/records.ts',
    'site/content-files.ts',
  ]);
  const maker = [code, readFileSync(join(software, 'package.json'), 'utf8'), process.version].join('\n');
  const print = looked(folder, resolve(content), ['']);
  return {
    store: new Store(folder, maker),
    print,
    unchanged: () => looked(folder, resolve(content), ['']) === print,
  };
}

/** The sources that run: those of the checkout, or the compiled ones of the package. */
const codeFolder = (software: string): string =>
  join(software, import.meta.url.endsWith('.ts') ? 'src' : join('lib', 'src'));

/** Fingerprint of a folder by the look that was kept of it; the new look is kept. */
function looked(folder: string, dir: string, parts: readonly string[]): string {
  const file = join(folder, `look-${nameOf(dir)}.json`);
  const before = readLook(file);
  const { fingerprint, look, fresh } = fingerprintOf(dir, parts, before);
  if (fresh) writeWhole(file, JSON.stringify(look));
  return fingerprint;
}

const nameOf = (dir: string): string => createHash('sha256').update(dir).digest('hex').slice(0, 16);

function readLook(file: string): Look | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Look;
  } catch {
    return undefined;
  }
}

/**
 * The archive of a content folder, and the files that could not be read.
 * @param folder where results are kept
 */
export async function openArchive(content: string, folder = keptFolder(content)): Promise<Loaded> {
  const cache = cacheOf(content, folder);
  const kept = cache?.store.get<Omit<Loaded, 'dir'>>('archive', cache.print);
  if (kept) {
    const { Register } = await import('../src/domain/names/index.ts');
    const { archive, unreadable } = kept;
    return { dir: content, archive: { ...archive, register: new Register(archive.works) }, unreadable };
  }
  const { loadContent } = await import('../src/site/load.ts');
  if (!cache) return loadContent(content);
  const { store, print } = cache;
  const loaded = loadContent(content, (step, input, make) => store.remember(step, input, make));
  for (const step of ['read', 'references', 'events']) store.sweep(step, spare.read);
  const { archive, unreadable } = loaded;
  const size = archive.sources.reduce((sum, { source }) => sum + source.length, 0);
  if (size <= mostKept && cache.unchanged()) {
    // The register is made of the works again: it has nothing of its own.
    store.put('archive', print, { archive: { ...archive, register: undefined }, unreadable });
    store.sweep('archive', spare.archive);
  }
  return loaded;
}

/** What questions of status need of a content folder. */
export interface OpenedBook {
  book: NamedBook<StatusWork>;
  unreadable: Message[];
}

/** Provisions of texts, by work and day: they are needed only where a line asks for a place. */
type Texts = Map<string, Instrument['provisions']>;

interface KeptBook {
  works: StatusWork[];
  events: Map<string, readonly LegalEvent[]>;
  horizon: string;
  unreadable: Message[];
}

/** The book of status of a content folder; nothing else of the archive is read where it was kept. */
export async function openBook(content: string, folder = keptFolder(content)): Promise<OpenedBook> {
  const cache = cacheOf(content, folder);
  const kept = cache?.store.get<KeptBook>('book', cache.print);
  const { Register } = await import('../src/domain/names/index.ts');
  if (cache && kept) {
    const { works, events, horizon, unreadable } = kept;
    let texts: Texts | undefined;
    const provisionsOf = (key: string): Instrument['provisions'] | undefined => {
      texts ??= cache.store.get<Texts>('texts', cache.print);
      return texts?.get(key);
    };
    for (const { id, versions } of works)
      for (const { date, instrument } of versions)
        if (instrument)
          Object.defineProperty(instrument, 'provisions', { get: () => provisionsOf(`${id} ${date}`) });
    return { book: { works, events, horizon, register: new Register(works) }, unreadable };
  }
  const { archive, unreadable } = await openArchive(content, folder);
  const { works, events, register, horizon = '' } = archive;
  if (cache?.unchanged()) {
    const texts: Texts = new Map(
      works.flatMap(({ id, versions }) =>
        versions.map(({ date, instrument }) => [`${id} ${date}`, instrument.provisions] as const),
      ),
    );
    cache.store.put('texts', cache.print, texts);
    cache.store.put('book', cache.print, { works: works.map(bare), events, horizon, unreadable } as KeptBook);
    for (const stage of ['book', 'texts'] as const) cache.store.sweep(stage, spare[stage]);
  }
  return { book: { works, register, events, horizon }, unreadable };
}

/** A work without its texts. */
function bare({ versions, ...work }: StatusWork): StatusWork {
  return {
    ...work,
    versions: versions.map(({ date, origin, doubts, instrument }) => ({
      date,
      ...(origin ? { origin } : {}),
      ...(doubts ? { doubts } : {}),
      ...(instrument ? { instrument: namesOf(instrument) } : {}),
    })),
  };
}

function namesOf({
  documentNumber,
  registryNumber,
  caption,
}: NonNullable<StatusWork['versions'][number]['instrument']>) {
  return {
    ...(documentNumber ? { documentNumber } : {}),
    ...(registryNumber ? { registryNumber } : {}),
    ...(caption ? { caption } : {}),
  };
}
