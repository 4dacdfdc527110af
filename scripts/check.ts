/** `check`: every diagnostic of a content folder. */
import { readArguments } from './arguments.ts';
import { openArchive } from './content.ts';
import { type Io, printed } from './io.ts';

const usage = '用法：check [--content DIR] [--json]\n';

const options = { content: { type: 'string', default: 'content' }, json: { type: 'boolean' } } as const;

/** Exit code 1 where there is an error-level diagnostic. */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io, { words: false });
  if (typeof read === 'number') return read;
  const { values } = read;
  const { archive, unreadable } = await openArchive(values.content);
  const messages = [...unreadable, ...archive.messages];
  const count = (severity: string): number =>
    messages.filter((message) => message.severity === severity).length;
  for (const message of messages) (values.json ? io.stderr : io.stdout).write(printed(message));
  if (values.json) io.stdout.write(`${JSON.stringify({ messages })}\n`);
  else io.stderr.write(`错误${count('error')}，警告${count('warning')}，提示${count('info')}\n`);
  return count('error') > 0 ? 1 : 0;
}
