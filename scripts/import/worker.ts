/** The process that reads files. */
import { readFile } from 'node:fs/promises';
import { importFile, Refusal } from '../../src/imports/index.ts';
import { watchMemory } from './memory.ts';
import { findRecogniser } from './ocr.ts';
import type { Answer } from './run.ts';

const answer = (message: Answer): void => void process.send!(message);

watchMemory(Number(process.argv[2]));
process.on('message', async ({ path, revisions, ocr }) => {
  try {
    const imported = await importFile(await readFile(path), {
      revisions,
      recogniser: ocr ? await findRecogniser() : undefined,
      progress: (page, pages) => answer({ kind: 'page', page, pages }),
    });
    answer({ kind: 'done', imported });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer({ kind: 'refused', reason: error.message, details: error.details });
  }
});
