/** The process that reads one file. */
import { once } from 'node:events';
import { importFile, Refusal } from '../../src/imports/index.ts';
import { findRecogniser } from './ocr.ts';
import type { Answer } from './run.ts';

const answer = (message: Answer): void => void process.send!(message);
const [{ bytes, revisions, ocr }] = await once(process, 'message');
try {
  const imported = await importFile(bytes, {
    revisions,
    recogniser: ocr ? await findRecogniser() : undefined,
    progress: (page, pages) => answer({ kind: 'page', page, pages }),
  });
  answer({ kind: 'done', imported });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  answer({ kind: 'refused', reason: error.message, details: error.details });
}
