/**
 * Real triples (text before, decision, text after) in a table: `npm run triples -- DIR`, where each folder of DIR holds
 * `old.txt`, `decision.txt` and `new.txt`.
 *
 * A silent difference is one in words that an operation touched and that no message of the run speaks of. Differences
 * in words that no operation touched are counted apart: the two prints are other editions, or the decision says less.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AmendResult, agrees, amend } from '../src/domain/amendments/index.ts';

interface Row {
  name: string;
  found: number;
  applied: number;
  reported: number;
  identical: boolean;
  differences: number;
  /** Articles and headings: alike, and all. */
  alike: number;
  units: number;
  /** Among the differences: those in words that no operation touched. */
  untouched: number;
  silent: number;
}

const verbose = process.argv.includes('--verbose');
const [folder] = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));

if (folder === undefined || !existsSync(folder)) {
  process.stderr.write('用法：triples DIR [--verbose]\n');
  process.exitCode = 2;
} else {
  const rows = readdirSync(folder)
    .filter((name) =>
      ['old.txt', 'decision.txt', 'new.txt'].every((file) => existsSync(join(folder, name, file))),
    )
    .sort()
    .map((name) => measure(join(folder, name), name));
  print(rows);
}

function measure(path: string, name: string): Row {
  const read = (file: string) => ({ text: readFileSync(join(path, file), 'utf8'), name: file });
  const result = amend(read('old.txt'), read('decision.txt'), read('new.txt'));
  const rows = result.comparison ?? [];
  const different = rows.filter((row) => row.class !== 'same' && row.class !== 'typography');
  const open = different.filter((row) => !row.untouched && row.class !== 'allowed');
  const spoken = speaks(result);
  if (verbose)
    for (const row of different)
      process.stdout.write(
        `${name} ${row.class}${row.untouched ? ' untouched' : ''} ${row.old} ${row.new}\n  - ${row.oldText}\n  + ${row.newText}\n`,
      );
  if (verbose)
    for (const { fate, instruction, reason } of result.operations)
      if (reason) process.stdout.write(`${name} ${fate} ${instruction.slice(0, 60)}：${reason}\n`);
  if (verbose)
    for (const { reason, severity } of [...result.findings, ...result.remarks])
      process.stdout.write(`${name} ${severity} ${reason}\n`);
  return {
    name,
    found: result.operations.length,
    applied: result.operations.filter(({ fate }) => fate === 'applied').length,
    reported: result.operations.filter(({ fate, reason }) => fate === 'not-applied' && reason !== undefined)
      .length,
    identical: agrees(rows),
    differences: different.length,
    alike: rows.length - different.length,
    units: rows.length,
    untouched: different.filter((row) => row.untouched).length,
    silent: spoken ? 0 : open.length,
  };
}

/** True where the run without the printed text already said that its result may not be what was published. */
function speaks(result: AmendResult): boolean {
  return (
    result.operations.some(({ fate }) => fate === 'not-applied') ||
    [...result.remarks, ...result.findings].some(({ severity }) => severity !== 'info') ||
    result.files[0]!.messages.length > 0
  );
}

function print(rows: readonly Row[]): void {
  const total = (pick: (row: Row) => number) => rows.reduce((sum, row) => sum + pick(row), 0);
  const lines = rows.map((row) => [
    row.found,
    row.applied,
    row.reported,
    row.identical ? '相同' : `差异${row.differences}`,
    `${row.alike}/${row.units}`,
    row.untouched,
    row.silent,
    row.name,
  ]);
  const header = ['指令', '应用', '报告', '与公布文本', '相同条文', '未改动处', '未报告的差异', '案例'];
  for (const line of [header, ...lines]) process.stdout.write(`${line.join('\t')}\n`);
  const found = total(({ found: count }) => count);
  const applied = total(({ applied: count }) => count);
  const identical = rows.filter((row) => row.identical).length;
  process.stdout.write(
    `合计：指令${found}，应用${applied}（${percent(applied, found)}），文本相同${identical}/${rows.length}（${percent(identical, rows.length)}），条文相同${percent(
      total(({ alike }) => alike),
      total(({ units }) => units),
    )}，未报告的差异${total(({ silent }) => silent)}\n`,
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;
}
