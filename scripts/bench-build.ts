/**
 * Measures the build of an invented archive beside a bare Astro build of the same pages and bytes, in one run.
 *
 * `npm run bench:build` builds 3 issues of 60 texts; `npm run bench:build -- --issues 300 --texts 60` a city's archive.
 * Rows: the first build, the same again, a build after one article changed (compared byte by byte with one from
 * nothing, unless `--unproven`), the bare build. Peak memory is that of the process (Linux only).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { generatedIssue } from './bench-build/archive.ts';
import { softwareFolder } from './package.ts';
import { differences, sumsOf } from './sums.ts';

const { values } = parseArgs({
  options: {
    issues: { type: 'string', default: '3' },
    texts: { type: 'string', default: '60' },
    unproven: { type: 'boolean', default: false },
  },
});
const [issues, texts] = [Number(values.issues), Number(values.texts)];
const software = softwareFolder();
const top = join(software, '.cache', 'bench-build');
const content = join(top, 'content');
const site = join(top, 'site');

interface Run {
  seconds: number;
  megabytes: number;
  said: string;
}

/** Runs a script of this folder; rejects with what it said where it fails. */
async function run(script: string, ...args: string[]): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(software, 'scripts', script), ...args], { cwd: software });
  let [said, peak] = ['', 0];
  child.stdout.on('data', (data) => {
    said += String(data);
  });
  child.stderr.on('data', (data) => {
    said += String(data);
  });
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 100);
  const code = await new Promise((done) => child.on('exit', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(said);
  return { seconds: (performance.now() - began) / 1000, megabytes: peak, said };
}

function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}

const build = (out: string): Promise<Run> => run('gongbao.ts', 'build', '--content', content, '--out', out);

/** How the site differs from one that is built from nothing. */
async function unlikeFresh(): Promise<string[]> {
  rmSync(join(software, '.cache', 'kept'), { recursive: true, force: true });
  await build(join(top, 'fresh'));
  return differences(after, await sumsOf(join(top, 'fresh')));
}

const row = (name: string, { seconds, megabytes }: Run, more: Record<string, string | number> = {}) => ({
  build: name,
  seconds: seconds.toFixed(1),
  'peak MB': megabytes.toFixed(0),
  ...more,
});

rmSync(top, { recursive: true, force: true });
let characters = 0;
for (let issue = 0; issue < issues; issue++) {
  const { id, text, from, horizon, publisher } = generatedIssue(issue, texts);
  characters += text.length;
  write(`issues/${id}/gazette.md`, text);
  write(`issues/${id}/issue.yaml`, stringify({ from, horizon, publisher }));
}
const cold = await build(site);
const before = await sumsOf(site);
const again = await build(site);
const last = generatedIssue(issues - 1, texts);
write(`issues/${last.id}/gazette.md`, last.text.replace('应当', '必须'));
const edited = await build(site);
const after = await sumsOf(site);
const differing = values.unproven ? [] : await unlikeFresh();
const bare = await run('bench-build/bare.ts', site, join(top, 'bare'));
const { seconds, pages } = JSON.parse(bare.said.trim().split('\n').at(-1)!) as {
  seconds: number;
  pages: number;
};
const moved = differences(before, after).length;
const share = (of: number): string => `${((100 * of) / cold.seconds).toFixed(0)} %`;

const search = [...after.keys()].filter((path) => path.startsWith('search/data/'));
const sent = differences(before, after).filter(
  (line) => line.includes('search/data/') && !line.startsWith('少'),
);
console.log(
  `${issues} issues of ${texts} texts, ${characters} characters, ${pages} pages, ${after.size} files; ` +
    `${search.length} of search, ${sent.length} of them new after one article changed`,
);
console.table([
  row('first', cold, { 'of the first': '100 %', '× bare Astro': (cold.seconds / seconds).toFixed(1) }),
  row('nothing changed', again, { 'of the first': share(again.seconds) }),
  row('one article changed', edited, {
    'of the first': share(edited.seconds),
    'files changed': `${moved} (${((100 * moved) / after.size).toFixed(1)} %)`,
    'unlike a fresh build': values.unproven ? 'not built' : differing.length,
  }),
  row('bare Astro', { ...bare, seconds }),
]);
if (differing.length > 0) {
  console.error(differing.slice(0, 20).join('\n'));
  process.exitCode = 1;
}
rmSync(top, { recursive: true, force: true });
