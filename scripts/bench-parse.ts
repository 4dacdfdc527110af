/**
 * Measures reading: the text stage, the structure stage and both, beside remark-parse alone on the same text in the
 * same run. Times are processor time, the least of several runs; what counts is the ratio.
 *
 * `npm run bench:parse -- [FILE…] [--runs 5]`
 *
 * Memory is measured in a process of its own: the heap that stays after reading, and the most that the process took.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { looksLikeIssue, parseInstruments, parseIssue } from '../src/domain/structure/index.ts';
import { readText } from '../src/domain/text/index.ts';
import { generatedLaw } from './bench-parse/sample.ts';

const gazette = fileURLToPath(new URL('../content/issues/2020-12/gazette.md', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' }, memory: { type: 'string' } },
});
const markdown = unified().use(remarkParse).freeze();

function structure(text: ReturnType<typeof readText>, file: VFile): unknown {
  return looksLikeIssue(text.lines) ? parseIssue('issue', text, file) : parseInstruments(text, file);
}

function read(source: string): unknown {
  const file = new VFile({ path: 'sample.md' });
  return structure(readText(source, file), file);
}

/** Processor time of one run in milliseconds, the least of all runs. */
function least(runs: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const largestForRemark = 1_500_000;

interface Row {
  text: string;
  characters: number;
  'remark ms': number | string;
  'text ms': number;
  'structure ms': number;
  'both ms': number;
  'both / remark': number | string;
  'added / remark': number | string;
  'ns / character': number;
}

function measure(name: string, source: string, runs: number): Row {
  // remark alone takes gigabytes on the largest text: there only our own cost a character is of interest.
  const remark = source.length <= largestForRemark ? least(runs, () => markdown.parse(source)) : undefined;
  const text = least(runs, () => readText(source, new VFile({ path: 'sample.md' })));
  const ready = readText(source, new VFile({ path: 'sample.md' }));
  const tree = least(runs, () => structure(ready, new VFile({ path: 'sample.md' })));
  const both = least(runs, () => read(source));
  const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
  return {
    text: name,
    characters: source.length,
    'remark ms': remark ? round(remark) : '-',
    'text ms': round(text),
    'structure ms': round(tree),
    'both ms': round(both),
    'both / remark': remark ? round(both / remark, 2) : '-',
    'added / remark': remark ? round((both - remark) / remark, 2) : '-',
    'ns / character': round((both * 1e6) / source.length, 0),
  };
}

interface Memory {
  bytes: number;
  kept: number;
  most: number;
}

/** What reading a generated text of so many characters keeps and takes; runs in a child with `--expose-gc`. */
function memoryHere(length: number): Memory {
  const collect = (globalThis as unknown as { gc: () => void }).gc;
  const source = generatedLaw(readFileSync(gazette, 'utf8'), length);
  // The stages are warm before the heap is read.
  read(source.slice(0, 20_000));
  collect();
  const before = process.memoryUsage();
  const result = read(source);
  const peak = process.memoryUsage().rss;
  collect();
  const after = process.memoryUsage();
  if (!result) throw new Error('nothing was read');
  return {
    bytes: Buffer.byteLength(source),
    kept: after.heapUsed - before.heapUsed,
    most: Math.max(peak, process.resourceUsage().maxRSS * 1024) - before.rss,
  };
}

function memoryOf(length: number): Memory {
  const self = fileURLToPath(import.meta.url);
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', self, '--memory', String(length)], { encoding: 'utf8' }),
  ) as Memory;
}

if (values.memory) console.log(JSON.stringify(memoryHere(Number(values.memory))));
else {
  const runs = Number(values.runs);
  const issue = readFileSync(gazette, 'utf8');
  const given = positionals.map((path): [string, string] => [basename(path), readFileSync(path, 'utf8')]);
  const generated = [40_000, 400_000, 1_000_000, 4_000_000].map((length): [string, string] => [
    `generated ${length / 1000}k`,
    generatedLaw(issue, length),
  ]);
  const samples: [string, string][] = [['gazette', issue], ...given, ...generated];
  read(issue);
  markdown.parse(issue);
  console.table(
    samples.map(([name, source]) =>
      measure(name, source, source.length > 500_000 ? Math.min(2, runs) : runs),
    ),
  );
  console.table(
    [400_000, 4_000_000].map((length) => {
      const { bytes, kept, most } = memoryOf(length);
      const times = (value: number): number => Number((value / bytes).toFixed(1));
      return {
        text: `generated ${length / 1000}k`,
        bytes,
        'kept / text': times(kept),
        'most / text': times(most),
      };
    }),
  );
}
