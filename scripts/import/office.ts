/** DOC, WPS and RTF by way of LibreOffice, where a person has installed it. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../../src/imports/index.ts';

const execute = promisify(execFile);
const seconds = 120;

/**
 * Converts a file to DOCX with a profile of its own, so that nothing of the person's own settings takes part.
 * @param use gets the path of the DOCX and its size; the file is gone afterwards
 * @throws Refusal where LibreOffice is missing or cannot read the file
 */
export async function convertOffice<T>(
  bytes: Uint8Array,
  use: (docx: string, size: number) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-import-'));
  try {
    const input = join(folder, 'input.doc');
    await writeFile(input, bytes);
    const filter = 'docx:MS Word 2007 XML';
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const options = ['--headless', '--norestore', profile, '--convert-to', filter, '--outdir', folder, input];
    await execute('soffice', options, { timeout: seconds * 1000 });
    const docx = join(folder, 'input.docx');
    return await use(docx, (await stat(docx)).size);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' &&
      (error as NodeJS.ErrnoException).syscall?.startsWith('spawn')
    )
      throw new Refusal('是 DOC、WPS 或 RTF 文件，要装有 LibreOffice（soffice）才能读取；也可以另存为 DOCX');
    throw new Refusal('LibreOffice 不能把这个文件转成 DOCX，请另存为 DOCX');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
