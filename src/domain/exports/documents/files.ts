/** Text and Markdown of every text. */

import { formPath } from '../forms.ts';
import type { ExportFile, Holding } from '../holding.ts';
import { markdownText } from './markdown.ts';
import { plainText } from './plain.ts';

export function* textFiles(holding: Holding): Generator<ExportFile> {
  for (const text of holding.texts) {
    yield { path: formPath('txt', text), body: plainText(holding, text) };
    yield { path: formPath('md', text), body: markdownText(holding, text) };
  }
}
