/**
 * Measures amending: a decision of 50 clauses applied to a code of 500 articles, beside parsing that code, told as a
 * ratio within one run; and decisions that change every article of codes of 1,000 to 9,000, told a clause.
 *
 * `node scripts/bench-amend.ts [--runs 5]`
 */
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import {
  applyOperations,
  linesOfInstrument,
  parseDecision,
  unapply,
} from '../src/domain/amendments/index.ts';
import { parseInstruments } from '../src/domain/structure/index.ts';
import { formatNumeral, readText } from '../src/domain/text/index.ts';

const articles = 500;
const clauses = 50;

/** A code whose articles have a paragraph, items, and references to each other; the same in every run. */
function code(): string {
  const lines = ['样本法典', ''];
  for (let i = 1; i <= articles; i++) {
    if (i % 50 === 1) lines.push(`第${formatNumeral((i + 49) / 50)}章　规则之${i}`, '');
    lines.push(
      `第${formatNumeral(i)}条　主管部门应当依照第${formatNumeral(((i * 7) % articles) + 1)}条的规定，对下列事项作出第${i}号安排：`,
    );
    for (let k = 1; k <= 4; k++)
      lines.push(`（${formatNumeral(k)}）事项${i}之${k}，由县级以上人民政府负责；`);
    lines.push(`前款规定的事项，自受理之日起${(i % 60) + 1}日内办结。`);
  }
  return lines.join('\n');
}

/** Every tenth article: substituted, words replaced, an item repealed, an article inserted, one repealed. */
function decision(): string {
  const lines = ['关于修改《样本法典》的决定', '决定对《样本法典》作如下修改：'];
  for (let i = 1; i <= clauses; i++) {
    const at = formatNumeral(i * 10 - 5);
    const clause = [
      `将第${at}条修改为：“主管部门应当公开办理结果。”`,
      `将第${at}条第一款中的“主管部门”修改为“行政主管部门”。`,
      `删去第${at}条第一款第二项。`,
      `第${at}条增加一款，作为第三款：“法律另有规定的，依照其规定。”`,
      `将第${at}条第二款修改为：“前款规定的事项，即时办结。”`,
    ][i % 5]!;
    lines.push(`${formatNumeral(i)}、${clause}`);
  }
  lines.push('本决定自公布之日起施行。');
  return lines.join('\n');
}

function parse(text: string) {
  const file = new VFile();
  return parseInstruments(readText(text, file), file)[0]!;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function timed<T>(run: () => T): [number, T] {
  const start = performance.now();
  const result = run();
  return [performance.now() - start, result];
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const [base, change] = [code(), decision()];
const [parsing, reading, applying]: number[][] = [[], [], []];
let told = '';
for (let run = 0; run <= Number(values.runs); run++) {
  const [parseTime, instrument] = timed(() => parse(base));
  const [readTime, operations] = timed(() => parseDecision(linesOfInstrument(parse(change))).operations);
  const [applyTime, amended] = timed(() => applyOperations(instrument, operations));
  if (run === 0) continue;
  parsing!.push(parseTime);
  reading!.push(readTime);
  applying!.push(applyTime);
  const applied = amended.operations.filter(({ fate }) => fate === 'applied').length;
  told = `指令${amended.operations.length}，应用${applied}`;
}
const [p, r, a] = [median(parsing!), median(reading!), median(applying!)];
process.stdout.write(`${articles}条的法典（${base.length}字），${clauses}项的决定：${told}\n`);
process.stdout.write('步骤\t毫秒（中位）\t与解析法典之比\n');
for (const [name, time] of [
  ['解析法典', p],
  ['读决定', r],
  ['应用决定', a],
  ['读并应用', r + a],
] as const) {
  process.stdout.write(`${name}\t${time.toFixed(1)}\t${(time / p).toFixed(2)}\n`);
}

/** A code of short articles that refer to each other, and the decision that changes every one of them. */
function long(count: number): { code: string; decision: string } {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const nth = (i: number) => `第${formatNumeral(i)}条`;
  const articles = numbers.map(
    (i) => `${nth(i)}　主管部门应当依照${nth(((i * 7) % count) + 1)}和前条的规定办理第${i}号事项。`,
  );
  const told = numbers.map((i) => {
    const change = [
      `将${nth(i)}修改为：“主管部门应当公开第${i}号结果。”`,
      `将${nth(i)}中的“主管部门”修改为“行政主管部门”。`,
      `删去${nth(i)}。`,
      `${nth(i)}增加一款，作为第二款：“法律另有规定的，依照其规定。”`,
    ][i % 4]!;
    return `${formatNumeral(i)}、${change}`;
  });
  return {
    code: ['样本法典', ...articles].join('\n'),
    decision: ['关于修改《样本法典》的决定', '决定对《样本法典》作如下修改：', ...told].join('\n'),
  };
}

process.stdout.write('项数\t读（微秒一项）\t应用（微秒一项）\t还原（微秒一项）\n');
for (const count of [1000, 3000, 9000]) {
  const sample = long(count);
  const instrument = parse(sample.code);
  const lines = linesOfInstrument(parse(sample.decision));
  const [read, { operations }] = timed(() => parseDecision(lines));
  const [apply, amended] = timed(() => applyOperations(instrument, operations));
  const [back] = timed(() => unapply(amended.instrument, operations));
  const each = [read, apply, back].map((time) => ((1000 * time) / count).toFixed(0));
  process.stdout.write(`${count}\t${each.join('\t')}\n`);
}
