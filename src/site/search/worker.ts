/** The search's own thread: typing stays smooth while it works. A newer question ends the answers to an older one. */

import '../browser/floor.ts';
import type { Reply } from './client.ts';
import { createEngine, type Question, type SearchEngine } from './engine.ts';

interface Request {
  id: number;
  base: string;
  manifest: string;
  question: Question;
}

let engine: SearchEngine | undefined;
let newest = 0;

const post = (reply: Reply): void => postMessage(reply);

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  const { id, base, manifest, question } = data;
  newest = id;
  engine ??= createEngine(base, manifest);
  try {
    for await (const answer of engine.ask(question)) {
      if (newest !== id) return;
      post({ id, answer, kept: engine.kept() });
    }
  } catch (error) {
    post({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
