/**
 * Writes what stands beside the pages, the data of search and the other formats, in a thread of its own: on a machine
 * with two cores while the pages are rendered.
 */
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { exportFiles } from '../src/domain/exports/index.ts';
import { Register } from '../src/domain/names/index.ts';
import { exportHolding, type Place } from '../src/site/exports/holding.ts';
import type { Archive } from '../src/site/load.ts';
import { dataManifest, packedFiles } from '../src/site/search/files.ts';
import { writeFiles, writerInto } from './write-files.ts';

/** What the thread is given. The register is made of the works again: it has nothing of its own. */
interface Task {
  archive: Omit<Archive, 'register'>;
  made: string;
  place: Place;
}

export interface Beside {
  /** The manifest of search, as soon as its files are written. */
  manifest: Promise<string>;
  /** When everything is written; rejects with the reason where it could not be. */
  done: Promise<void>;
  stop(): Promise<unknown>;
}

/** Starts to write into a folder. */
export function besideIn(made: string, { register: _, ...archive }: Archive, place: Place): Beside {
  const task: Task = { archive, made, place };
  const worker = new Worker(new URL(import.meta.url), { workerData: task });
  const done = new Promise<void>((written, failed) => {
    worker.once('error', failed);
    worker.once('exit', (code) => (code === 0 ? written() : failed(new Error(`线程结束：${code}`))));
  });
  const manifest = new Promise<string>((told, failed) => {
    worker.once('message', told);
    done.then(() => failed(new Error('没有检索清单')), failed);
  });
  // Whoever waits for them hears of a failure; the other is not left unheard.
  for (const promise of [done, manifest]) promise.catch(() => undefined);
  return { manifest, done, stop: () => worker.terminate() };
}

async function write({ archive: bare, made, place }: Task): Promise<void> {
  const archive = { ...bare, register: new Register(bare.works) } as Archive;
  const into = writerInto(made);
  for (const file of packedFiles(archive)) {
    into(file);
    if (file.path === dataManifest) parentPort?.postMessage(String(file.body));
  }
  await writeFiles(join(made), exportFiles(exportHolding(archive, place)));
}

if (!isMainThread && parentPort) await write(workerData as Task);
