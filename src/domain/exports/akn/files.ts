/** Akoma Ntoso of every text, beside its page. */
import { formPath } from '../forms.ts';
import type { ExportFile, Holding } from '../holding.ts';
import { writeAkn } from './write.ts';

/** `works/abc/2020-12-19/akn.xml`, one a text. */
export function* aknFiles(holding: Holding): Generator<ExportFile> {
  for (const text of holding.texts) yield { path: formPath('akn', text), body: writeAkn(holding, text) };
}
