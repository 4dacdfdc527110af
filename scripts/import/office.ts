/** DOC, WPS and RTF by way of LibreOffice, where a person has installed it. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../../src/imports/index.ts';

/** Where its installers put it; on Linux it is on the path. */
const commands = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

/** Seconds for one file. */
const usual = 120;

/**
 * No macros, and no network: a DOC may name a picture by its address, which LibreOffice asks for in spite of
 * `BlockUntrustedRefererLinks`; so every address goes by way of a proxy that is not there.
 */
const settings = [
  ['Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Inet/Settings', 'ooInetProxyType', '2'],
  ...['HTTP', 'HTTPS'].flatMap((kind) => [
    ['Inet/Settings', `ooInet${kind}ProxyName`, '127.0.0.1'],
    ['Inet/Settings', `ooInet${kind}ProxyPort`, '9'],
  ]),
  ['Inet/Settings', 'ooInetNoProxy', ''],
];
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${settings
  .map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`;

/**
 * Converts a file to DOCX with a profile of its own, so that nothing of the person's own settings takes part.
 * @param use gets the path of the DOCX and its size; the file is gone afterwards
 * @throws Refusal where LibreOffice is missing, takes too long or cannot read the file
 */
export async function convertOffice<T>(
  bytes: Uint8Array,
  use: (docx: string, size: number) => Promise<T>,
  seconds = usual,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-import-'));
  try {
    const [input, docx] = [join(folder, 'input.doc'), join(folder, 'input.docx')];
    await writeFile(input, bytes);
    await mkdir(join(folder, 'profile/user'), { recursive: true });
    await writeFile(join(folder, 'profile/user/registrymodifications.xcu'), profile);
    const home = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const filter = 'docx:MS Word 2007 XML';
    await runOffice(
      ['--headless', '--norestore', home, '--convert-to', filter, '--outdir', folder, input],
      seconds,
    );
    const made = await stat(docx).catch(() => undefined);
    if (!made) throw new Refusal('LibreOffice 不能把这个文件转成 DOCX，请另存为 DOCX');
    return await use(docx, made.size);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runOffice(args: string[], seconds: number): Promise<void> {
  for (const command of commands) if (await runs(command, args, seconds)) return;
  throw new Refusal('是 DOC、WPS 或 RTF 文件，要装有 LibreOffice（soffice）才能读取；也可以另存为 DOCX');
}

/** @returns whether there is such a command; what it made of the file is seen by the file */
function runs(command: string, args: string[], seconds: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    // A group of its own: the command starts others, which end with it.
    const child = spawn(command, args, { stdio: 'ignore', detached: process.platform !== 'win32' });
    const timer = setTimeout(() => {
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid!, 'SIGKILL');
      reject(new Refusal(`LibreOffice 转了${seconds}秒还没有转完，请另存为 DOCX`));
    }, seconds * 1000);
    child.on('error', () => {
      clearTimeout(timer);
      resolve(false);
    });
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
