/**
 * `build`: content → site. The content is read and checked first; the site is made beside the old one and
 * takes its place only when it is whole.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { countsPages, handedOver, keepsPages, searchManifest, writesFiles } from '../src/site/hand-over.ts';
import type { PageKeeper } from '../src/site/kept-pages.ts';
import type { Archive } from '../src/site/load.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { astroConfig } from './astro.ts';
import { type Beside, besideIn } from './beside.ts';
import { openArchive, pageStore, sparePages } from './content.ts';
import { type Io, printed } from './io.ts';
import type { Store } from './kept/store.ts';
import { isFolder, obstacleIn, softwareFolder, within, workFolder } from './package.ts';
import { progressOn } from './progress.ts';
import { signals } from './running.ts';
import { listSums, printSums, sumsFile, sumsOf } from './sums.ts';
import { writerInto } from './write-files.ts';

/** Marks a folder as one of ours: only such a folder, or an empty one, is ever replaced. */
const mark = '.gongbao';

const usage = `用法：build [--content DIR] [--out DIR]
  --content DIR  内容所在的文件夹，默认 content
  --out DIR      网站写到哪里，默认 dist；须为空文件夹，或上次生成的网站
`;

const options = {
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'dist' },
} as const;

/** Why `out` may not be replaced, or undefined. */
async function obstacle(out: string, content: string): Promise<string | undefined> {
  if (within(content, out) || within(out, content)) {
    return `网站不能写进内容文件夹，也不能包住它：“${out}”`;
  }
  return obstacleIn(out, mark);
}

/** Puts the folder `made` in the place of `out`; the old one goes only when the new one stands. */
async function replace(made: string, out: string): Promise<void> {
  const [next, old] = [`${out}.next-${process.pid}`, `${out}.old-${process.pid}`];
  await mkdir(dirname(out), { recursive: true });
  try {
    await rename(made, next);
  } catch {
    // Another file system.
    try {
      await cp(made, next, { recursive: true });
    } catch (error) {
      await rm(next, { recursive: true, force: true });
      throw error;
    }
    await rm(made, { recursive: true, force: true });
  }
  const had = await rename(out, old).then(
    () => true,
    () => false,
  );
  try {
    await rename(next, out);
  } catch (error) {
    if (had) await rename(old, out);
    await rm(next, { recursive: true, force: true });
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** Runs Astro on the archive that was handed over. */
async function makeSite(made: string, work: string): Promise<void> {
  const config = await astroConfig(work);
  const { build } = await import('astro');
  // Astro puts what it renders with beside the site only where that lies in the folder of the command.
  const from = process.cwd();
  if (!within(made, from)) process.chdir(work);
  await build({
    ...config,
    outDir: made,
    // Others write into the folder, too; it is new.
    vite: { ...config.vite, build: { ...config.vite?.build, emptyOutDir: false } },
  }).finally(() => process.chdir(from));
  await writeFile(join(made, mark), 'gongbao\n');
}

/** Keeps pages from one build to the next. */
class Pages {
  readonly #store: Store | undefined;
  readonly #made: string;
  readonly #step: () => void;
  /** Names under which pages are kept that Astro renders, by path. */
  readonly #rendered = new Map<string, string>();

  constructor(store: Store | undefined, made: string, step: () => void) {
    this.#store = store;
    this.#made = made;
    this.#step = step;
  }

  get keeper(): PageKeeper | undefined {
    const store = this.#store;
    return (
      store && {
        holds: store.has('page'),
        take: (path, inputs) => {
          const html = store.get<string>('page', inputs);
          if (html === undefined) return false;
          this.#write(path, html);
          if (/^works\/[^/]+(?:\/[^/]+)?$/.test(path)) this.#step();
          return true;
        },
        keep: (path, inputs) => this.#rendered.set(path, store.name('page', inputs)),
      }
    );
  }

  /** When Astro is done: what was rendered is kept. */
  finish(): void {
    for (const [path, name] of this.#rendered) this.#store?.write(name, this.#read(path));
    this.#store?.sweep('page', sparePages);
  }

  #read(path: string): string {
    return readFileSync(join(this.#made, path, 'index.html'), 'utf8');
  }

  #write(path: string, html: string): void {
    mkdirSync(join(this.#made, path), { recursive: true });
    writeFileSync(join(this.#made, path, 'index.html'), html);
  }
}

/** A page for each work, and one for each of its texts. */
const pagesOfWorks = ({ works }: Archive): number =>
  works.reduce((sum, { versions }) => sum + 1 + versions.length, 0);

/** True where standard error is a terminal, and not what a test or another program reads. */
const isTerminal = ({ stderr }: Io): boolean => stderr === process.stderr && process.stderr.isTTY === true;

/**
 * Takes away what a run left behind that was killed. Where it was killed between two renames, the site that had stood
 * there is put back.
 */
async function tidy(work: string, out: string): Promise<void> {
  const left = async (dir: string, start: string): Promise<string[]> =>
    (await readdir(dir).catch(() => []))
      .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
      .filter((name) => !isRunning(Number(name.slice(start.length))))
      .map((name) => join(dir, name));
  const parent = dirname(out);
  for (const old of await left(parent, `${basename(out)}.old-`)) {
    if (await stat(out).catch(() => undefined)) await rm(old, { recursive: true, force: true });
    else await rename(old, out);
  }
  const halves = [...(await left(work, 'site-')), ...(await left(parent, `${basename(out)}.next-`))];
  for (const path of halves) await rm(path, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Builds the site from `--content DIR` (default `content`) into `--out DIR` (default `dist`).
 *
 * Exit code 0: built. 1: built, and the content has errors, each printed with its place; or not built because a
 * file could not be read or the build failed (the old site stays). 2: wrong use.
 */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io, { words: false });
  if (typeof read === 'number') return read;
  const content = resolve(read.values.content);
  const out = resolve(read.values.out);
  if (!(await isFolder(content))) {
    return wrongUse(`没有这个文件夹：${read.values.content}`, usage, io);
  }
  const blocked = await obstacle(out, content);
  if (blocked) {
    io.stderr.write(`${blocked}\n`);
    return 2;
  }

  const progress = progressOn(io.stderr, isTerminal(io));
  progress.stage('读内容');
  const loaded = await openArchive(content);
  progress.end();
  const { archive, unreadable } = loaded;
  const errors = archive.messages.filter((message) => message.severity === 'error');
  for (const message of [...unreadable, ...errors]) io.stderr.write(printed(message));
  if (unreadable.length > 0) {
    io.stderr.write(`${unreadable.length}个文件无法读取，没有生成网站；原有网站未动。\n`);
    return 1;
  }

  const work = workFolder(softwareFolder(), process.cwd());
  const made = join(work, `site-${process.pid}`);
  let placing = false;
  let beside: Beside | undefined;
  let interrupted: Promise<void> | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    // The last step takes no time and is not left half done.
    if (placing || interrupted) return;
    interrupted = Promise.resolve(beside?.stop()).then(() => {
      rmSync(made, { recursive: true, force: true });
      progress.end();
      io.stderr.write('中断了，原有网站未动。\n');
      // The signal ends the process, as if nobody had caught it: what has been started need not be asked.
      process.kill(process.pid, signal);
    });
  };
  for (const signal of signals) process.once(signal, stop);
  try {
    await mkdir(work, { recursive: true });
    await tidy(work, out);
    const { GONGBAO_SITE: site, GONGBAO_BASE: base } = process.env;
    beside = besideIn(made, archive, { site, base, sources: listSums(await sumsOf(content)) });
    const pages = new Pages(pageStore(content, process.env['GONGBAO_CITY'] || 'site'), made, progress.step);
    Object.assign(globalThis, {
      [handedOver]: loaded,
      [writesFiles]: writerInto(made),
      [searchManifest]: beside.manifest,
      [countsPages]: progress.step,
      [keepsPages]: pages.keeper,
    });
    progress.stage('写网页', pagesOfWorks(archive));
    await makeSite(made, work);
    pages.finish();
    progress.stage('写其他格式');
    await beside.done;
    await writeFile(join(made, sumsFile), printSums(await sumsOf(made)));
    placing = true;
    await replace(made, out);
  } catch (error) {
    await interrupted;
    await beside?.stop();
    await rm(made, { recursive: true, force: true });
    progress.end();
    io.stderr.write(`生成失败，原有网站未动：${(error as Error).message}\n`);
    return 1;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
  progress.end();
  io.stdout.write(`${out}\n`);
  return errors.length > 0 ? 1 : 0;
}
