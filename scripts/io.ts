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
