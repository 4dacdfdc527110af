/** What every command shares: where it reads and writes, and how a diagnostic is printed. */
import { readFile } from 'node:fs/promises';
import type { Message } from '../src/domain/model.ts';
import { decodeText } from '../src/domain/text/index.ts';

/** Where a command reads and writes. */
export interface Io {
  stdin?: () => Promise<string>;
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

/** @returns the exit code: 0 done, 1 needs attention, 2 wrong use */
export type Command = (args: string[], io: Io) => Promise<number>;

/** A diagnostic as printed: `file:line:column rule reason`. */
export function printed(message: Message): string {
  const accepted = message.accepted ? `（${message.accepted}）` : '';
  return `${message.file}:${message.line}:${message.column} ${message.rule} ${message.reason}${accepted}\n`;
}

/** Prints, one a line, why files could not be read. */
export function tellUnread(unreadable: readonly Message[], io: Io): void {
  for (const message of unreadable) io.stderr.write(printed(message));
}

/**
 * Lines of standard input, for commands that take one question a line; none where there is no standard input. A byte
 * order mark is none of their characters, and the end of the last line makes no line of its own.
 *
 * `\ufeff甲\r\n\n乙\r` → 甲, (empty), 乙
 */
export async function linesOfInput(io: Io): Promise<string[]> {
  const text = (await io.stdin?.()) ?? '';
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r]/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * Questions of a command line: its words together are one; `-` stands for standard input, one question a line.
 *
 * [运输证, 注销] → [运输证 注销]
 */
export async function questionsOf(words: readonly string[], io: Io): Promise<string[]> {
  if (words[0] !== '-') return [words.join(' ')];
  return (await linesOfInput(io)).filter((line) => line.trim() !== '');
}

/**
 * Reads a text file, or standard input for `-`.
 * @returns the text (empty for an unreadable file) and the messages that say why
 */
export async function readInput(path: string, io: Io): Promise<{ text: string; messages: Message[] }> {
  const failed = (reason: string) => ({
    text: '',
    messages: [{ file: path, rule: 'file', line: 1, column: 1, reason, severity: 'error' as const }],
  });
  if (path === '-') return { text: (await io.stdin?.()) ?? '', messages: [] };
  try {
    const decoded = decodeText(await readFile(path));
    if (decoded.text === undefined) return failed(decoded.reason);
    if (decoded.odd) {
      const { odd: reason } = decoded;
      io.stderr.write(
        printed({ file: path, rule: 'encoding', line: 1, column: 1, reason, severity: 'warning' }),
      );
    }
    return { text: decoded.text, messages: [] };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return failed(code === 'ENOENT' ? '没有这个文件' : code === 'EISDIR' ? '是文件夹，不是文件' : message);
  }
}
