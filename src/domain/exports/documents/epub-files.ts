/** EPUB of every issue, and of every long text. */
import type { ExportFile, Holding } from '../holding.ts';
import { issueBook, textBook } from './epub.ts';
import { isBook, issueBookPath, textBookPath } from './paths.ts';

export function* epubFiles(holding: Holding): Generator<ExportFile> {
  for (const { id } of holding.archive.issues) {
    const body = issueBook(holding, id);
    if (body) yield { path: issueBookPath(id), body };
  }
  for (const text of holding.texts) {
    if (isBook(text.version.instrument)) {
      yield { path: textBookPath(text.work.id, text.name), body: textBook(holding, text) };
    }
  }
}
