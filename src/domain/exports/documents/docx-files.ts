/** DOCX of every text, and of every text beside the one before it. */
import { formPath } from '../forms.ts';
import type { ExportFile, Holding } from '../holding.ts';
import { comparisonDocx, docxOf } from './docx.ts';
import { comparisonPath } from './paths.ts';

export async function* docxFiles(holding: Holding): AsyncGenerator<ExportFile> {
  for (const text of holding.texts) {
    yield { path: formPath('docx', text), body: await docxOf(holding, text) };
  }
  for (const texts of holding.byWork.values()) {
    for (const [i, after] of texts.entries()) {
      const before = texts[i - 1];
      if (!before) continue;
      const path = comparisonPath(after.work.id, before.name, after.name);
      yield { path, body: await comparisonDocx(holding, before, after) };
    }
  }
}
