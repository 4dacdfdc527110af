/** The files of a city: in a folder that `export` wrote, or below the address of its site. */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { type IncomingMessage, get as plainGet } from 'node:http';
import { get as secureGet } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { CityFiles } from '../../src/portal/load/check.ts';

const names = ['city.json', 'works.jsonl', 'provisions.jsonl', 'events.jsonl', 'texts.jsonl'] as const;

/** The files in a folder. */
function filesIn(dir: string, place = dir): CityFiles {
  return {
    place,
    city: () => readFile(join(dir, 'portal', 'city.json'), 'utf8'),
    async *lines(name) {
      const input = createReadStream(join(dir, 'portal', `${name}.jsonl`), 'utf8');
      // Each line as it stands: what is odd in it is for the check to say. An early end of the stream is an error.
      const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
      let failed: Error | undefined;
      input.on('error', (error) => {
        failed = error;
        lines.close();
      });
      for await (const line of lines) if (line !== '') yield line;
      if (failed) throw failed;
    },
  };
}

/** Redirections that are followed. */
const mostSteps = 5;

/**
 * Writes what an address gives into a file. A connection that ends before the length that was told is an error.
 * @throws Error with the address, and why
 */
async function download(address: URL, path: string, steps = mostSteps): Promise<void> {
  const get = address.protocol === 'https:' ? secureGet : plainGet;
  const [answer] = (await once(get(address, { timeout: 60_000 }), 'response')) as [IncomingMessage];
  const { statusCode = 0, headers } = answer;
  if (statusCode >= 300 && statusCode < 400 && headers.location && steps > 0) {
    answer.resume();
    return download(new URL(headers.location, address), path, steps - 1);
  }
  if (statusCode !== 200) {
    answer.resume();
    throw new Error(`${address}：${statusCode}`);
  }
  await pipeline(answer, createWriteStream(path)).catch((error: Error) => {
    throw new Error(`${address}：没有读完：${error.message}`);
  });
}

/** What is to be loaded, and how what was fetched for it is put away. */
export interface Opened {
  files: CityFiles;
  close(): Promise<void>;
}

/**
 * Opens a folder or an address. Files of an address are fetched first, so that they are of one moment.
 * @throws Error with the address that could not be read
 */
export async function openFiles(source: string): Promise<Opened> {
  if (!/^https?:/.test(source)) return { files: filesIn(source), close: async () => {} };
  const dir = await mkdtemp(join(tmpdir(), 'gongbao-city-'));
  const close = () => rm(dir, { recursive: true, force: true });
  const base = source.endsWith('/') ? source : `${source}/`;
  try {
    const folder = join(dir, 'portal');
    await mkdir(folder);
    for (const name of names) {
      await download(new URL(`portal/${name}`, base), join(folder, name));
    }
    return { files: filesIn(dir, source), close };
  } catch (error) {
    await close();
    throw error;
  }
}
