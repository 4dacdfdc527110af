/** `status`: state of works on a day, with evidence and horizon. */
import { fstatSync } from 'node:fs';
import { readAskedDay } from '../src/domain/status/asked-day.ts';
import { dayInChina } from '../src/domain/status/day-in-china.ts';
import { type Answer, type AskResult, askStatus } from '../src/domain/status/desk/desk.ts';
import { stateName } from '../src/site/status/words.ts';
import { dayWords, stateWords } from '../src/site/words.ts';
import { readArguments } from './arguments.ts';
import { openBook } from './content.ts';
import { type Io, linesOfInput, tellUnread } from './io.ts';

const usage = `用法：status [WORK…] [--at DATE] [--content DIR] [--json]
  WORK  名称、文号、编号，或者 WORK@DATE（某日的文本）；- 从标准输入读，每行一件；不写则列出全部
  DATE  2021-01-01 或 2021年1月1日，默认今天（中国日历）
`;

const options = {
  at: { type: 'string' },
  content: { type: 'string', default: 'content' },
  json: { type: 'boolean' },
} as const;

/** Exit code 1 where a line has no answer, 2 for a day that does not exist. */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io);
  if (typeof read === 'number') return read;
  const { values, positionals } = read;
  const at = values.at ?? dayInChina(new Date());
  const asked = readAskedDay(at);
  if ('reason' in asked) io.stderr.write(`--at：${asked.reason}\n`);
  const { book, unreadable } = await openBook(values.content);
  tellUnread(unreadable, io);
  const lines = (await linesOf(positionals, io)) ?? book.works.map(({ id }) => id);
  const results = askStatus(lines, at, book);
  if (values.json) {
    const horizon = book.horizon || null;
    io.stdout.write(`${JSON.stringify({ at: 'day' in asked ? asked.day : at, horizon, results })}\n`);
  } else {
    io.stdout.write(results.map(printedResult).join('\n'));
    if (results.length === 0) io.stderr.write('没有要核对的文件：标准输入是空的\n');
  }
  if ('reason' in asked || results.some(({ problem }) => problem !== undefined)) return 2;
  const missed = results.some(
    ({ query, work, matches }) => query.trim() !== '' && work === null && matches === undefined,
  );
  return missed || unreadable.length > 0 ? 1 : 0;
}

/** Lines asked; undefined where nothing was asked and all works are meant. */
async function linesOf(positionals: readonly string[], io: Io): Promise<string[] | undefined> {
  if (positionals.length === 0 && !piped()) return undefined;
  const asked = positionals.length === 0 ? ['-'] : positionals;
  const lines: string[] = [];
  for (const one of asked) {
    if (one !== '-') lines.push(one);
    else lines.push(...(await linesOfInput(io)));
  }
  return lines;
}

/** True where standard input is a pipe or a file, not a terminal or nothing. */
function piped(): boolean {
  try {
    const stat = fstatSync(0);
    return stat.isFIFO() || stat.isFile() || stat.isSocket();
  } catch {
    return false;
  }
}

function printedResult(result: AskResult): string {
  const asked = `${result.line}. ${result.query}`;
  if (result.matches) {
    return `${asked}\n  ${result.reason}\n${result.matches.map((one) => indent(printedAnswer(one, result))).join('')}`;
  }
  const candidates = result.candidates.map(({ id, title, documentNumber, state }, i) => {
    const { shape, word } = stateWords[state];
    return `    ${i + 1}) ${title}${documentNumber ? `（${documentNumber}）` : ''}  ${shape} ${word}  ${id}\n`;
  });
  const others = result.outcome === 'found' && candidates.length > 0 ? '    同名的另有：\n' : '';
  return `${asked}\n${indent(printedAnswer(result, result))}${others}${candidates.join('')}`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function printedAnswer(answer: Answer, { at }: AskResult): string {
  const { horizon } = answer;
  const { shape, word } = stateName(answer.state, answer.basis);
  const name = answer.work
    ? `${answer.work.title}${answer.work.documentNumber ? `（${answer.work.documentNumber}）` : ''}`
    : '';
  const evidence = answer.evidence.map(
    ({ instrument, eId, text }) => `  依据 ${instrument}${eId ? `#${eId}` : ''}：${text}\n`,
  );
  const known = horizon ? `（所知止于${dayWords(horizon)}）` : '';
  return `${shape} ${dayWords(at)} ${word}${known}${name ? `  ${name}` : ''}\n  ${answer.reason}\n${answer.doubts.map((doubt) => `  ${doubt}\n`).join('')}${evidence.join('')}`;
}
