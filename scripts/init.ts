/** `init`: a content repository to begin with, with nothing in it but content. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { readArguments, wrongUse } from './arguments.ts';
import type { Io } from './io.ts';
import { softwareFolder } from './package.ts';

const usage = `用法：init [DIR]
  DIR  新建在哪里，默认当前文件夹；已有的文件一律不动，有同名的就不写
`;

/** The package leaves out files whose names begin with a dot: they are kept under another first character. */
const named = (path: string): string => path.replace(/(^|[\\/])_/g, '$1.');

/**
 * Writes the template into `DIR`. What is there is never overwritten: with one file of the same name nothing is written.
 *
 * Exit code 0: written. 2: a file of the same name is there, or more than one folder was named.
 */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, {}, usage, io);
  if (typeof read === 'number') return read;
  const [dir = '.', ...more] = read.positionals;
  if (more.length > 0) return wrongUse(`只能写一个文件夹：${more.join(' ')}`, usage, io);
  const template = join(softwareFolder(), 'scripts', 'template');
  const files = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(template, join(entry.parentPath, entry.name)))
    .toSorted();
  const target = resolve(dir);
  const taken = files.map(named).filter((file) => exists(join(target, file)));
  // The folder's package.json is where the software was installed from: it stays.
  const obstacles = taken.filter((file) => file !== 'package.json');
  if (obstacles.length > 0) {
    io.stderr.write(`已有同名的文件，没有写入：${obstacles.join('、')}\n`);
    return 2;
  }
  for (const file of files.filter((one) => !taken.includes(named(one)))) {
    const to = join(target, named(file));
    mkdirSync(dirname(to), { recursive: true });
    if (file === 'package.json') writeFileSync(to, withVersion(readFileSync(join(template, file), 'utf8')));
    else cpSync(join(template, file), to);
  }
  io.stdout.write(`${target}\n`);
  io.stderr.write('下一步：npx gongbao check，然后 npx gongbao build、npx gongbao serve；说明见 README.md\n');
  return 0;
}

/** The repository asks for the version that made it, or a later one that keeps its addresses. */
function withVersion(text: string): string {
  const { version } = JSON.parse(readFileSync(join(softwareFolder(), 'package.json'), 'utf8'));
  return text.replace('"gongbao": "*"', `"gongbao": "^${version}"`);
}

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
