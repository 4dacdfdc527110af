/** Reads a file in a process of its own, so that no file can take more memory or time than it is given. */
import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { containerOf, type Imported, Refusal, type Revisions } from '../../src/imports/index.ts';
import { convertOffice } from './office.ts';

/** Seconds that a file of this size may take; a 60-page issue takes two. */
const timeFor = (bytes: number): number => 60 + bytes / 1_000_000;
/** Megabytes of the heap of the process. */
const memory = 512;

/** What only the person can decide. */
export interface Decisions {
  revisions?: Revisions;
  /** Pages without text are read by a program. */
  ocr: boolean;
}

export type Answer =
  | { kind: 'page'; page: number; pages: number }
  | { kind: 'done'; imported: Imported }
  | { kind: 'refused'; reason: string; details: readonly string[] };

/**
 * Reads a file, a format of office programs by way of LibreOffice.
 * @throws Refusal, and nothing else
 */
export async function importInWorker(
  bytes: Uint8Array,
  decisions: Decisions,
  progress: (page: number, pages: number) => void,
): Promise<Imported> {
  if (containerOf(bytes) !== 'office') return inWorker(bytes, decisions, progress);
  const imported = await inWorker(await convertOffice(bytes), decisions, progress);
  imported.doubts.push({
    rule: 'converted',
    reason: '由 LibreOffice 转成 DOCX 后读取，自动编号请对照原件核对',
    severity: 'warning',
  });
  return imported;
}

function inWorker(
  bytes: Uint8Array,
  { revisions, ocr }: Decisions,
  progress: (page: number, pages: number) => void,
): Promise<Imported> {
  return new Promise((resolve, reject) => {
    const reader = fileURLToPath(new URL(`./worker${extname(import.meta.url)}`, import.meta.url));
    const worker = fork(reader, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memory}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    worker.send({ bytes, revisions, ocr });
    const refuse = (reason: string, details: readonly string[] = []): void => {
      clearTimeout(timer);
      worker.kill('SIGKILL');
      reject(new Refusal(reason, details));
    };
    const seconds = timeFor(bytes.length);
    const late = (): void => refuse(`读了${Math.round(seconds)}秒还没有读完，不再读取`);
    let timer = setTimeout(late, seconds * 1000);
    worker.on('message', (message) => {
      const answer = message as Answer;
      if (answer.kind === 'page') {
        if (ocr) {
          // A page that a program reads has the time of a file.
          clearTimeout(timer);
          timer = setTimeout(late, seconds * 1000);
        }
        return progress(answer.page, answer.pages);
      }
      if (answer.kind === 'refused') return refuse(answer.reason, answer.details);
      clearTimeout(timer);
      worker.kill('SIGKILL');
      resolve(answer.imported);
    });
    worker.on('error', () => refuse('文件已损坏，无法读取'));
    // Node ends a process that outgrows its heap by SIGABRT; in a thread it would end this one too.
    worker.on('exit', (_, signal) =>
      refuse(signal === 'SIGABRT' ? `读取要用的内存超过${memory} MB，不读取` : '文件已损坏，无法读取'),
    );
  });
}
