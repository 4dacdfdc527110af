/** The archive as a git repository: git itself writes it, from a stream that is the same on every run. */
import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { legalizeOf } from '../src/domain/exports/git/legalize.ts';
import type { Holding } from '../src/domain/exports/index.ts';
import type { Io } from './io.ts';

/** Runs git in a folder, without what the user's or the machine's settings would change. */
async function git(dir: string, args: readonly string[], input?: Iterable<string>): Promise<string> {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const child = spawn('git', args, { cwd: dir, env, stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString();
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  // A git that ends early breaks the pipe; what it said is the reason.
  const written = pipeline(Readable.from(input ?? []), child.stdin).catch(() => undefined);
  const [code] = await Promise.all([ended, written]);
  return code === 0 ? '' : said.trim() || `git ${args[0]}：${code}`;
}

/**
 * Writes the repository into an empty folder.
 * @returns the exit code: 1 where git is missing or refuses
 */
export async function writeGit(dir: string, holding: Holding, io: Io): Promise<number> {
  const { stream, left, commits } = legalizeOf(holding);
  const steps: [string[], Iterable<string>?][] = [
    [['init', '--quiet', '--initial-branch=main', '--object-format=sha1', '.']],
    [['fast-import', '--quiet', '--done', '--date-format=raw-permissive'], stream],
    [['checkout', '--quiet', '--force', 'main']],
  ];
  for (const [args, input] of steps) {
    const failed = await git(dir, args, input).catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? '没有找到 git' : error.message,
    );
    if (failed !== '') {
      io.stderr.write(`没有写成：${failed}\n`);
      return 1;
    }
  }
  for (const { title, reason } of left) io.stderr.write(`没有导出《${title}》：${reason}\n`);
  io.stdout.write(`${dir}：${commits}次提交，${left.length}个文件没有导出\n`);
  return 0;
}
