/** Reading a command's arguments, the same way for every command. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Io } from './io.ts';

/** Values of options and the words beside them, as `parseArgs` types them. */
export interface Arguments<O extends ParseArgsOptionsConfig> {
  values: ReturnType<typeof parseArgs<{ options: O }>>['values'];
  positionals: string[];
}

/** What stands in front of a word that begins with a dash and is none of the options: `-巡游`. */
const guard = '\u0000';

/**
 * Options and words of a command line. Prints the usage where they are wrong (standard error) or where `--help` asks
 * for it (standard output).
 *
 * @param words whether words beside the options are taken
 * @returns values and words, or the exit code with which the command has to end
 * @example readArguments(['运输证', '--limit', '5'], { limit: { type: 'string' } }, usage, io)
 *   → { values: { limit: '5' }, positionals: ['运输证'] }
 */
export function readArguments<O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: O,
  usage: string,
  io: Io,
  { words = true }: { words?: boolean } = {},
): Arguments<O> | number {
  try {
    const { values, positionals } = parseArgs({
      args: args.map((arg) => (/^-[^a-z-]/i.test(arg) ? guard + arg : arg)),
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: words,
    });
    if ((values as { help?: boolean }).help) {
      io.stdout.write(usage);
      return 0;
    }
    const bare = <V>(word: V) => (typeof word === 'string' ? word.replace(guard, '') : word);
    return {
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, bare(value)]),
      ) as Arguments<O>['values'],
      positionals: positionals.map(bare) as string[],
    };
  } catch (error) {
    return wrongUse((error as Error).message, usage, io);
  }
}

/** Says what is wrong with the arguments, with the usage. @returns the exit code for it */
export function wrongUse(reason: string, usage: string, io: Io): 2 {
  io.stderr.write(`${reason === '' ? '' : `${reason}\n`}${usage}`);
  return 2;
}
