/** `dev`: the site as it is being written, and the editor's bench, on this machine only. */
import { readdirSync, statSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Desk, sourceOf } from '../src/bench/desk.ts';
import { benchMiddleware, type Picture } from '../src/bench/server.ts';
import { containerOf } from '../src/imports/index.ts';
import { ofdPicture } from '../src/imports/ofd/index.ts';
import { pagePicture } from '../src/imports/pdf/index.ts';
import { handedOver } from '../src/site/hand-over.ts';
import { type Holdings, holdingsOf } from '../src/site/holdings.ts';
import { type Loaded, loadContent } from '../src/site/load.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { astroConfig } from './astro.ts';
import { type Io, tellUnread } from './io.ts';
import { isFolder, softwareFolder, workFolder } from './package.ts';
import { interruption, readPort } from './running.ts';

const usage = `用法：dev [--content DIR] [--port N]
  打开网站和编校台，内容一有改动就重新显示；只在本机（127.0.0.1）打开
  --content DIR  内容所在的文件夹，默认 content
  --port N       端口，默认 4321；被占用时换下一个
`;

const options = {
  content: { type: 'string', default: 'content' },
  port: { type: 'string', default: '4321' },
} as const;

/** Dots for a point of a page that is shown beside its text. */
const dots = 1.6;
/** Milliseconds after the last change of a file before the content is read anew. */
const pause = 150;

/** The content as it stands now, with what is known of it. */
class Content {
  readonly #dir: string;
  #loaded: Loaded | undefined;
  #holdings: Holdings | undefined;
  #stamp = '';

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Reads the folder and hands it to the pages. */
  read(): Loaded {
    this.#stamp = stampOf(this.#dir);
    this.#loaded = loadContent(this.#dir);
    this.#holdings = undefined;
    Object.assign(globalThis, { [handedOver]: this.#loaded });
    return this.#loaded;
  }

  /** True where the files are other than when they were read. */
  isOther = (): boolean => stampOf(this.#dir) !== this.#stamp;

  holdings = (): Holdings => {
    this.#holdings ??= holdingsOf(this.#loaded!.archive);
    return this.#holdings;
  };

  /** A page of an original of a source as a picture. */
  picture = async (id: string, file: number, page: number): Promise<Picture | undefined> => {
    const original = sourceOf(this.holdings(), id)?.originals[file];
    if (!original) return undefined;
    const bytes = await readFile(join(this.#dir, original.path));
    const container = containerOf(bytes);
    if (container === 'zip') {
      const svg = ofdPicture(bytes, page);
      return svg === undefined ? undefined : { type: 'image/svg+xml', body: svg };
    }
    const png = container === 'pdf' ? await pagePicture(bytes, page, dots) : undefined;
    return png && { type: 'image/png', body: png };
  };
}

/** Names, sizes and times of all files of a folder. */
function stampOf(dir: string): string {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const { size = 0, mtimeMs = 0 } = statSync(join(dir, name), { throwIfNoEntry: false }) ?? {};
      return `${name} ${size} ${mtimeMs}`;
    })
    .join('\n');
}

export interface Developing {
  url: string;
  close(): Promise<void>;
}

/** Starts the site and the bench; port 0 takes any free one. */
async function startDev(dir: string, port: number, io: Io): Promise<Developing> {
  const software = softwareFolder();
  const work = workFolder(software, process.cwd());
  const content = new Content(dir);
  tellUnread(content.read().unreadable, io);
  const config = await astroConfig(work);
  const { dev } = await import('astro');
  const bench = (name: string): string => join(software, 'src', 'bench', name);
  const reload = async (): Promise<void> => {
    tellUnread(content.read().unreadable, io);
    // The pages keep the archive in a module: changed, it is read anew, and open pages are loaded again.
    server.watcher.emit('change', join(software, 'src', 'site', 'site.ts'));
  };
  const middleware = benchMiddleware({
    desk: new Desk(dir),
    holdings: content.holdings,
    reload,
    picture: content.picture,
  });
  const server = await dev({
    ...config,
    security: {},
    base: '/',
    server: { host: '127.0.0.1', port },
    integrations: [
      ...(config.integrations ?? []),
      {
        name: 'gongbao-bench',
        hooks: {
          'astro:config:setup': ({ injectRoute }) => {
            injectRoute({ pattern: '/bench', entrypoint: bench('index.astro'), prerender: true });
            injectRoute({ pattern: '/bench/[source]', entrypoint: bench('source.astro'), prerender: true });
          },
        },
      },
    ],
    vite: {
      ...config.vite,
      plugins: [
        { name: 'gongbao-bench', configureServer: ({ middlewares }) => void middlewares.use(middleware) },
      ],
    },
  });
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(dir, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // What the bench itself has written was read when it was written.
      if (content.isOther()) void reload();
    }, pause);
  });
  return {
    url: `http://127.0.0.1:${server.address.port}/`,
    async close() {
      clearTimeout(timer);
      watcher.close();
      await server.stop();
    },
  };
}

/** Runs until it is interrupted. Exit code 0 after an interruption, 2 for wrong use. */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io, { words: false });
  if (typeof read === 'number') return read;
  const asked = readPort(read.values.port);
  if ('wrong' in asked) return wrongUse(asked.wrong, usage, io);
  const dir = resolve(read.values.content);
  if (!(await isFolder(dir))) return wrongUse(`没有这个文件夹：${read.values.content}`, usage, io);
  const developing = await startDev(dir, asked.port, io);
  io.stdout.write(`${developing.url}\n${developing.url}bench/\n`);
  await interruption();
  await developing.close();
  return 0;
}
