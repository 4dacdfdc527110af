/** Reads files in a process of their own, so that no file can take more memory or time than it is given. */
import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { containerOf, type Imported, isLocked, Refusal, type Revisions } from '../../src/imports/index.ts';
import { convertOffice } from './office.ts';

/** What a process may use for one file. A 60-page issue takes two seconds. */
export interface Allowance {
  /** Megabytes, wherever they lie. */
  memory: number;
  /** Seconds, and so many more for each megabyte of the file. */
  seconds: number;
}

const usual: Allowance = { memory: 512, seconds: 60 };

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

/** Reads one file after the other in one process; a file that ends the process costs only itself. */
export class Reader {
  readonly #allowed: Allowance;
  #process: ChildProcess | undefined;

  constructor(allowed = usual) {
    this.#allowed = allowed;
  }

  /**
   * Reads a file, a format of office programs by way of LibreOffice.
   * @param path of the file; `bytes` are what it holds
   * @throws Refusal, and nothing else
   */
  async read(
    path: string,
    bytes: Uint8Array,
    decisions: Decisions,
    progress: (page: number, pages: number) => void = () => undefined,
  ): Promise<Imported> {
    if (containerOf(bytes) !== 'office' || isLocked(bytes))
      return this.#send(path, bytes.length, decisions, progress);
    const imported = await convertOffice(bytes, (docx, size) => this.#send(docx, size, decisions, progress));
    imported.format = 'office';
    imported.reader = `LibreOffice，${imported.reader}`;
    imported.doubts.push({
      rule: 'converted',
      reason: '由 LibreOffice 转成 DOCX 后读取，自动编号请对照原件核对',
      severity: 'warning',
    });
    return imported;
  }

  close(): void {
    this.#process?.kill('SIGKILL');
    this.#process = undefined;
  }

  #start(): ChildProcess {
    const script = fileURLToPath(new URL(`./worker${extname(import.meta.url)}`, import.meta.url));
    const { memory } = this.#allowed;
    return fork(script, [String(memory)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memory}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  }

  async #send(
    path: string,
    size: number,
    { revisions, ocr }: Decisions,
    progress: (page: number, pages: number) => void,
  ): Promise<Imported> {
    this.#process ??= this.#start();
    const worker = this.#process;
    const { memory } = this.#allowed;
    const seconds = this.#allowed.seconds + size / 1_000_000;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        const end = (reason: string): void => {
          this.close();
          reject(new Refusal(reason));
        };
        const wait = (): void => {
          clearTimeout(timer);
          timer = setTimeout(() => end(`读了${Math.round(seconds)}秒还没有读完，不再读取`), seconds * 1000);
        };
        wait();
        worker.on('message', (message) => {
          const answer = message as Answer;
          if (answer.kind === 'done') resolve(answer.imported);
          else if (answer.kind === 'refused') reject(new Refusal(answer.reason, answer.details));
          else {
            // A page that a program reads has the time of a file.
            if (ocr) wait();
            progress(answer.page, answer.pages);
          }
        });
        worker.on('error', () => end('文件已损坏，无法读取'));
        // SIGABRT: Node ends a process that outgrows its heap. SIGKILL: its own watch, or the system, ended it.
        worker.on('exit', (_, signal) =>
          end(
            signal === 'SIGABRT' || signal === 'SIGKILL'
              ? `读取要用的内存超过${memory} MB，不读取`
              : '文件已损坏，无法读取',
          ),
        );
        worker.send({ path, revisions, ocr });
      });
    } finally {
      clearTimeout(timer);
      worker.removeAllListeners();
    }
  }
}
