/** `check`: every diagnostic of a content folder. */
import { parseArgs } from 'node:util';
import { loadContent } from '../src/site/load.ts';
import { type Io, printed } from './io.ts';

const usage = '用法：check [--content DIR] [--json]\n';

/** Exit code 1 where there is an error-level diagnostic. */
export async function run(args: string[], io: Io): Promise<number> {
  const options = {
    content: { type: 'string', default: 'content' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  let values: { content: string; json?: boolean; help?: boolean };
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    io.stderr.write(`${(error as Error).message}\n${usage}`);
    return 2;
  }
  if (values.help) {
    io.stdout.write(usage);
    return 0;
  }
  const { archive, unreadable } = loadContent(values.content);
  const messages = [...unreadable, ...archive.messages];
  const count = (severity: string): number =>
    messages.filter((message) => message.severity === severity).length;
  for (const message of messages) (values.json ? io.stderr : io.stdout).write(printed(message));
  if (values.json) io.stdout.write(`${JSON.stringify({ messages })}\n`);
  else io.stderr.write(`错误${count('error')}，警告${count('warning')}，提示${count('info')}\n`);
  return count('error') > 0 ? 1 : 0;
}
