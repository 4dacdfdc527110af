/** Asks the search from a page: in a worker, or in the page itself where a worker cannot be had. */
import type { Answer, Question, SearchEngine } from './engine.ts';
import { startThread } from './thread.ts';

export interface Reply {
  id: number;
  answer?: Answer;
  /** Addresses that are needed without connection. */
  kept?: string[];
  error?: string;
}

export interface SearchClient {
  /** Asks; answers to earlier questions are dropped. */
  ask(question: Question): void;
  /** Ends its thread. */
  close(): void;
}

export interface Listener {
  answered(answer: Answer, kept: string[]): void;
  failed(reason: string): void;
}

/**
 * @param base address of the search's data, with its final slash
 * @param manifest the manifest of the data as the page carries it
 */
export function createClient(base: string, manifest: string, listener: Listener): SearchClient {
  let newest = 0;
  const take = ({ id, answer, kept, error }: Reply): void => {
    if (id !== newest) return;
    if (answer) listener.answered(answer, kept ?? []);
    else listener.failed(error ?? '');
  };
  let worker = startThread();
  let engine: Promise<SearchEngine> | undefined;

  const askHere = async (id: number, question: Question): Promise<void> => {
    try {
      engine ??= import('./engine.ts').then(({ createEngine }) => createEngine(base, manifest));
      const here = await engine;
      for await (const answer of here.ask(question)) take({ id, answer, kept: here.kept() });
    } catch (error) {
      take({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };

  return {
    close: () => worker?.terminate(),
    ask(question) {
      const id = ++newest;
      if (!worker) {
        void askHere(id, question);
        return;
      }
      worker.onmessage = ({ data }: MessageEvent<Reply>) => take(data);
      worker.onerror = (event) => {
        // The worker's script did not load or broke down: go on without it.
        event.preventDefault();
        worker?.terminate();
        worker = undefined;
        void askHere(newest, question);
      };
      worker.postMessage({ id, base, manifest, question });
    },
  };
}
