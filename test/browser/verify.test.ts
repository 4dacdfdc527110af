/** The built site against its sources: built anew it is the same, and one changed character is found. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { root } from './setup/build.ts';

/** What the command says, as its user would see it. */
async function verify(...args: string[]): Promise<string> {
  const env = { ...process.env };
  // Vitest runs in test mode; the site was built as for its readers.
  delete env['NODE_ENV'];
  delete env['VITEST'];
  const command = [join(root, 'scripts/gongbao.ts'), 'verify', ...args];
  const ran = promisify(execFile)(process.execPath, command, { cwd: root, env });
  const { stdout, stderr } = await ran.catch((error: { stdout: string; stderr: string }) => error);
  return `${stdout}${stderr}`;
}

test('verify says that the site is what its sources give, and names a page that is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-verified-'));
  const [site, content] = [join(folder, 'site'), join(folder, 'content')];
  try {
    await cp(inject('site').dir, site, { recursive: true });
    await cp('content', content, { recursive: true });
    expect(await verify(site, '--content', content)).toContain('一致：');
    const page = join(site, 'works/wangyueche-guiding/index.html');
    await writeFile(page, (await readFile(page, 'utf8')).replace('第六条', '第七条'));
    expect(await verify(site, '--content', content, '--quick')).toContain(
      '不同 works/wangyueche-guiding/index.html',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
