/**
 * Runs a script or a command on a Node that is new enough: the machine's own where it is, else a pinned one, which is
 * fetched once, from a lock file of its own.
 *
 * Plain JavaScript: this file must run on a Node that is too old for everything else.
 *
 *     node scripts/with-node.mjs scripts/gongbao.ts check
 *     node scripts/with-node.mjs vitest run
 *
 * Exit code: that of what it runs; 1 where no Node could be had.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The oldest Node that runs TypeScript as it stands and has what the domain uses; `engines` says the same. */
export const needed = '22.18';

/** Where the pinned Node is declared, locked and kept. */
const home = fileURLToPath(new URL('./node/', import.meta.url));
const bin = join(home, 'node_modules', '.bin');
const pinned = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
/** Stands while a process fetches, so that a second one waits. */
const fetching = join(home, '.fetching');

/**
 * True for `22.18.0`, `24.1.0`; false for `22.17.1`, `20.20.2`.
 * @param {string} version
 * @returns {boolean}
 */
export function isNewEnough(version) {
  const [[major = 0, minor = 0], [least = 0, then = 0]] = [version, needed].map((v) =>
    v.split('.').map(Number),
  );
  return major > least || (major === least && minor >= then);
}

/** Runs a program to its end. @returns its exit code; 1 where it was stopped by a signal or could not start */
function run(program, args, options) {
  return new Promise((done) => {
    const child = spawn(program, args, { shell: process.platform === 'win32', ...options });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`);
      done(1);
    });
    child.on('exit', (code) => done(code ?? 1));
  });
}

/** Takes the right to fetch; a mark older than ten minutes was left behind by a process that was stopped. */
function take() {
  try {
    mkdirSync(fetching);
    return true;
  } catch {
    const age = Date.now() - (statSync(fetching, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age < 600_000) return false;
    rmdirSync(fetching);
    return take();
  }
}

/** Fetches the pinned Node, or waits for the process that does. @returns true where it is there afterwards */
async function fetchNode() {
  if (!take()) {
    while (existsSync(fetching)) {
      await setTimeout(500);
      if (take()) break;
    }
    if (existsSync(pinned)) return true;
  }
  try {
    process.stderr.write(
      `Node ${process.versions.node} is older than ${needed}: a pinned one is fetched once (about 70 MB).\n`,
    );
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: home,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return existsSync(pinned);
  } finally {
    if (existsSync(fetching)) rmdirSync(fetching);
  }
}

async function main([what = '', ...args]) {
  const isScript = /\.[mc]?[jt]s$/.test(what);
  if (isNewEnough(process.versions.node)) {
    if (!isScript) return run(what, args, { stdio: 'inherit' });
    process.argv.splice(1, 2, what);
    await import(pathToFileURL(what).href);
    return undefined;
  }
  if (!existsSync(pinned) && !(await fetchNode())) {
    process.stderr.write(
      `Node ${needed} or newer is needed, and a pinned one could not be fetched. Install a current Node.\n`,
    );
    return 1;
  }
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  return run(isScript ? pinned : what, isScript ? [what, ...args] : args, { stdio: 'inherit', env });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // Not awaited: what it imports may import this file, and would wait for it for ever.
  main(process.argv.slice(2)).then((code) => {
    if (code !== undefined) process.exitCode = code;
  });
}
