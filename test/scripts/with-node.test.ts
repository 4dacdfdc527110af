/** Which Node a command runs on: the machine's own where it is new enough, else the pinned one. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/with-node.mjs', import.meta.url));
const { isNewEnough, needed } = (await import(script)) as {
  isNewEnough(version: string): boolean;
  needed: string;
};

test.each([
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['24.0.0', true],
  ['26.10.0', true],
])('Node %s is new enough: %s', (version, enough) => {
  expect(isNewEnough(version)).toBe(enough);
});

test('the package asks for the same Node', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(engines.node).toBe(`>=${needed}`);
});

/** A copy of the wrapper whose pinned Node is this one, told apart by a variable that its starter sets. */
const folder = mkdtempSync(join(tmpdir(), 'gongbao-node-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const wrapper = join(folder, 'with-node.mjs');
cpSync(script, wrapper);
const program = join(folder, 'told.mjs');
writeFileSync(
  program,
  "console.log(process.execPath, process.argv.slice(2).join(' '));process.exitCode = 3;",
);

/** Runs the wrapper as Node `version` would. */
function runAs(version: string) {
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"${version}"})`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', pretend, wrapper, program, 'a', '-b'],
    { encoding: 'utf8', env: { ...process.env, PATH: '' } },
  );
  return { status, stdout, stderr };
}

test('a Node that is new enough runs the script itself: nothing is fetched, words and exit code pass', () => {
  expect(runAs('24.1.0')).toEqual({ status: 3, stdout: `${process.execPath} a -b\n`, stderr: '' });
});

test('the command line answers, which asks this file for the Node that it needs', () => {
  const command = fileURLToPath(new URL('../../scripts/gongbao.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [script, command, '--help'], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toContain('用法：gongbao');
});

test('an older Node hands over to the pinned one', () => {
  const bin = join(folder, 'node', 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, join(bin, 'node'));
  const { status, stdout, stderr } = runAs('20.20.2');
  expect(status).toBe(3);
  expect(stdout).toMatch(/node a -b\n$/);
  expect(stderr).toBe('');
});

test('where the pinned Node cannot be fetched the reason and the remedy are said', () => {
  rmSync(join(folder, 'node', 'node_modules'), { recursive: true });
  const { status, stdout, stderr } = runAs('20.20.2');
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('Node 20.20.2 is older than 22.18');
  expect(stderr).toContain('Install a current Node');
});
