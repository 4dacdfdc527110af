/** Akoma Ntoso of every text, beside its page. */
import type { ExportFile, Holding } from '../holding.ts';
import { writeAkn } from './write.ts';

/** `works/abc/2020-12-19/akn.xml`, one a text. */
export function* aknFiles(holding: Holding): Generator<ExportFile> {
  for (const text of holding.texts) yield { path: `${text.folder}/akn.xml`, body: writeAkn(holding, text) };
}
