/** `export`: the archive in the formats that other tools read, as files in a folder. */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { exportFiles, type FormatName, formatNames, formats } from '../src/domain/exports/index.ts';
import { exportHolding } from '../src/site/exports/holding.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { openArchive } from './content.ts';
import { type Io, tellUnread } from './io.ts';
import { obstacleIn } from './package.ts';
import { listSums, sumsOf } from './sums.ts';
import { writeFiles } from './write-files.ts';
import { writeGit } from './write-git.ts';

const rows = formatNames.map((name) => `    ${name.padEnd(10)} ${formats[name].does}`).join('\n');

const usage = `用法：export DIR [--only 格式,格式…] [--content DIR] [--site 网址]
      export --git DIR [--content DIR] [--site 网址]
  DIR            写到哪里，须为空文件夹或尚不存在
  --only         只写这些格式，默认全部：
${rows}
  --git          写成 git 仓库（legalize 0.4）：每个文本一次提交，先旧后新；效力未知的文件不写，列在 README.md
  --content DIR  内容所在的文件夹，默认 content
  --site 网址    网站的网址，文件中的地址据此写全，例如 https://example.org
`;

const options = {
  content: { type: 'string', default: 'content' },
  only: { type: 'string' },
  git: { type: 'boolean' },
  site: { type: 'string' },
} as const;

/**
 * Exit code 0: written. 1: written, but a file of the content could not be read. 2: wrong use.
 */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io);
  if (typeof read === 'number') return read;
  const { values, positionals } = read;
  const [dir, ...more] = positionals;
  if (dir === undefined || more.length > 0) return wrongUse('', usage, io);
  const names =
    values.only === undefined ? formatNames : values.only.split(/[,，]/).map((name) => name.trim());
  if (values.git && values.only !== undefined) return wrongUse('--git 不能与 --only 同用', usage, io);
  const strange = names.find((name) => !(formatNames as string[]).includes(name));
  if (strange !== undefined) return wrongUse(`没有这种格式：${strange}`, usage, io);
  if (values.site !== undefined && !/^https?:/.test(URL.parse(values.site)?.href ?? '')) {
    return wrongUse(`不是网址：${values.site}`, usage, io);
  }
  const out = resolve(dir);
  const obstacle = await obstacleIn(dir);
  if (obstacle !== undefined) return wrongUse(obstacle, usage, io);
  const { archive, unreadable } = await openArchive(values.content);
  tellUnread(unreadable, io);
  const sources = listSums(await sumsOf(resolve(values.content)));
  const holding = exportHolding(archive, { site: values.site, sources });
  await mkdir(out, { recursive: true });
  if (values.git) return (await writeGit(out, holding, io)) || (unreadable.length > 0 ? 1 : 0);
  const count = await writeFiles(out, exportFiles(holding, names as FormatName[]));
  io.stdout.write(`${out}：${count}个文件\n`);
  return unreadable.length > 0 ? 1 : 0;
}
