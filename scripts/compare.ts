/** `compare`: two texts beside each other, by provision. */
import { basename } from 'node:path';
import { VFile } from 'vfile';
import type { Instrument, Message } from '../src/domain/model.ts';
import { parseInstruments } from '../src/domain/structure/index.ts';
import { messagesOf, readText } from '../src/domain/text/index.ts';
import { type CompareRow, compareVersions, rowSegments } from '../src/domain/versions/index.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { type Io, printed, readInput } from './io.ts';

const usage = '用法：compare OLD NEW [--json] [--all]   （- 表示标准输入；--all 也列未变的条文）\n';
const options = { json: { type: 'boolean' }, all: { type: 'boolean' } } as const;

/** Exit code 1 where a file could not be read or has an error-level diagnostic. */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io);
  if (typeof read === 'number') return read;
  const { values, positionals } = read;
  const [old, now, ...more] = positionals;
  if (old === undefined || now === undefined || more.length > 0) return wrongUse('', usage, io);
  const texts = [await readInput(old, io), await readInput(now, io)] as const;
  const failed = texts.flatMap(({ messages }) => messages);
  if (failed.length > 0) {
    if (values.json) io.stdout.write(`${JSON.stringify({ messages: failed })}\n`);
    for (const message of failed) io.stderr.write(printed(message));
    return 1;
  }
  const [before, after] = [readInstrument(old, texts[0].text), readInstrument(now, texts[1].text)];
  const messages = [...before.messages, ...after.messages];
  const rows = compareVersions(before.instrument, after.instrument);
  if (values.json) io.stdout.write(`${JSON.stringify({ rows, messages })}\n`);
  else io.stdout.write(table(rows, values.all === true));
  for (const message of messages) io.stderr.write(printed(message));
  return messages.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function readInstrument(path: string, text: string): { instrument: Instrument; messages: Message[] } {
  const file = new VFile({ path: path === '-' ? '<stdin>' : path });
  const instruments = parseInstruments(
    readText(text, file),
    file,
    path === '-' ? '' : basename(path).replace(/\.\w+$/, ''),
  );
  const instrument =
    instruments.find(({ grammar, kind }) => grammar === 'articles' && kind !== 'decision') ?? instruments[0]!;
  return { instrument, messages: messagesOf(file) };
}

const names: Readonly<Record<CompareRow['change'], string>> = {
  unchanged: '未变',
  amended: '修改',
  inserted: '新增',
  repealed: '删去',
  renumbered: '改号',
  unknown: '不详',
};

/** For people: 〔−删去−〕 and 〔＋增加＋〕 in the words of amended provisions. */
function table(rows: readonly CompareRow[], all: boolean): string {
  const counts = new Map<string, number>();
  const lines: string[] = [];
  for (const row of rows) {
    counts.set(names[row.change], (counts.get(names[row.change]) ?? 0) + 1);
    if (row.change === 'unchanged' && !all) continue;
    lines.push(`${names[row.change]}  ${row.old ?? '（无）'} → ${row.new ?? '（无）'}`);
    const marked = rowSegments(row).map(({ op, text }) =>
      op === 'same' ? text : op === 'delete' ? `〔−${text}−〕` : `〔＋${text}＋〕`,
    );
    if (row.change !== 'unchanged')
      lines.push(
        ...marked
          .join('')
          .split('\n')
          .map((line) => `    ${line}`),
      );
  }
  lines.push([...counts].map(([name, count]) => `${name}${count}`).join('，'));
  return `${lines.join('\n')}\n`;
}
