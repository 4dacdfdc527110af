/** `parse`: the structure of issues and bare legal texts. */
import { basename } from 'node:path';
import { VFile } from 'vfile';
import type { Instrument, Message, Provision } from '../src/domain/model.ts';
import { referencesAmong } from '../src/domain/references/index.ts';
import { looksLikeIssue, parseInstruments, parseIssue, serializeAll } from '../src/domain/structure/index.ts';
import { messagesOf, readText } from '../src/domain/text/index.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { type Io, printed, readInput } from './io.ts';

const usage =
  '用法：parse FILE… [--as issue|instrument] [--format json|outline|text] [--json]   （- 表示标准输入）\n';

interface Parsed {
  instruments: Instrument[];
  messages: Message[];
  /** Canonical text. */
  text: () => string;
  issue?: { entries: unknown; roles: unknown };
}

const options = { as: { type: 'string' }, format: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Parses files in one process. Exit code 1 where a file has an error-level diagnostic. */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io);
  if (typeof read === 'number') return read;
  const { values, positionals } = read;
  const format = values.json ? 'json' : (values.format ?? 'outline');
  if (
    positionals.length === 0 ||
    !['json', 'outline', 'text'].includes(format) ||
    (values.as && !['issue', 'instrument'].includes(values.as))
  )
    return wrongUse('', usage, io);
  let failed = false;
  for (const path of positionals) {
    const result = await parseFile(path, values.as, io);
    for (const message of result.messages) {
      failed ||= message.severity === 'error';
      io.stderr.write(printed(message));
    }
    const { instruments, messages, issue } = result;
    const file = positionals.length > 1 ? { file: path } : {};
    if (format === 'json')
      io.stdout.write(
        `${JSON.stringify({ ...file, instruments, ...issue, references: referencesAmong(instruments), messages })}\n`,
      );
    else if (format === 'text') io.stdout.write(result.text());
    else io.stdout.write(instruments.map(outline).join(''));
  }
  return failed ? 1 : 0;
}

async function parseFile(path: string, as: string | undefined, io: Io): Promise<Parsed> {
  const input = await readInput(path, io);
  if (input.messages.length > 0) return { instruments: [], messages: input.messages, text: () => '' };
  const file = new VFile({ path: path === '-' ? '<stdin>' : path });
  const text = readText(input.text, file);
  if (as === 'issue' || (as === undefined && looksLikeIssue(text.lines))) {
    const { instruments, entries, roles } = parseIssue(basename(path).replace(/\.\w+$/, ''), text, file);
    const contents = text.lines.filter((line) =>
      roles.some((role) => role.line === line.line && role.instrument === undefined),
    );
    return {
      instruments,
      messages: messagesOf(file),
      issue: { entries, roles },
      text: () => [...contents.map((line) => `${line.text}\n`), serializeAll(instruments)].join(''),
    };
  }
  const title = path === '-' ? '' : basename(path).replace(/\.\w+$/, '');
  const instruments = parseInstruments(text, file, title);
  return {
    instruments,
    messages: messagesOf(file),
    text: () => serializeAll(instruments),
  };
}

/** A table of contents with counts, for people. */
function outline(instrument: Instrument): string {
  const lines = [
    `${instrument.title}${instrument.documentNumber ? `  ${instrument.documentNumber}` : ''}  [${instrument.kind}]`,
  ];
  const visit = (nodes: Provision[], depth: number): void => {
    for (const node of nodes) {
      const words = node.heading ?? node.text;
      const short = words.length > 36 ? `${words.slice(0, 36)}…` : words;
      lines.push(
        `${'  '.repeat(depth)}${node.label || (node.rows ? '［表］' : '')}${node.label ? ' ' : ''}${short}`,
      );
      visit(node.children, depth + 1);
    }
  };
  visit(instrument.provisions, 1);
  for (const annex of instrument.annexes) {
    lines.push(`  ${annex.label} ${annex.title}${annex.missing ? '（原文未载）' : ''}`);
    visit(annex.provisions, 2);
  }
  return `${lines.join('\n')}\n`;
}
