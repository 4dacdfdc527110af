/** Builds a site with the command, as its user would. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Rejects with what the command printed where it does not end with 0. */
export async function build(content: string, out: string, more: Record<string, string> = {}): Promise<void> {
  const args = [join(root, 'scripts/gongbao.ts'), 'build', '--content', content, '--out', out];
  const env = { ...process.env, ...more };
  // Vitest runs in test mode; the site is built as for its readers.
  delete env['NODE_ENV'];
  delete env['VITEST'];
  const { code, stderr } = await promisify(execFile)(process.execPath, args, { cwd: root, env }).then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => error,
  );
  if (code !== 0) throw new Error(`build --content ${content}: ${code}\n${stderr}`);
}
