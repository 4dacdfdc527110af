#!/usr/bin/env node
/**
 * The command line: finds the command and runs it. Reading arguments and printing is all that `scripts/` does.
 *
 * Exit code 0: done. 1: done, but something needs attention. 2: wrong use.
 */
import { enableCompileCache } from 'node:module';
import { text } from 'node:stream/consumers';
import type { Command, Io } from './io.ts';
import { isNewEnough, needed } from './with-node.mjs';

const commands: Record<string, { does: string; load: () => Promise<{ run: Command }> }> = {
  parse: { does: '读出文本的结构', load: () => import('./parse.ts') },
  amend: { does: '把修改决定应用于文本', load: () => import('./amend.ts') },
  compare: { does: '两个文本的新旧对照', load: () => import('./compare.ts') },
  status: { does: '某日的时效及依据', load: () => import('./status.ts') },
  cite: { does: '引用解析为条文、编号和网址', load: () => import('./cite.ts') },
  search: { does: '检索', load: () => import('./search.ts') },
  check: { does: '列出 content/ 的全部问题', load: () => import('./check.ts') },
  export: { does: '导出为其他格式', load: () => import('./export.ts') },
  init: { does: '新建一个只放内容的文件夹', load: () => import('./init.ts') },
  import: { does: '把 PDF、Word、OFD、网页或文本收为一期公报', load: () => import('./import.ts') },
  verify: { does: '核对已发布的网站与源文件是否一致', load: () => import('./verify.ts') },
  mcp: { does: '供机器阅读（MCP）', load: () => import('./mcp.ts') },
  portal: { does: '多城检索：取用城市，提供检索', load: () => import('./portal.ts') },
  dev: { does: '打开网站和编校台，随改随看（只在本机）', load: () => import('./dev.ts') },
  build: { does: '生成网站', load: () => import('./build.ts') },
  serve: { does: '打开生成的网站', load: () => import('./serve.ts') },
};

const io: Io = {
  stdin: () => text(process.stdin),
  stdout: process.stdout,
  stderr: process.stderr,
};

function usage(): string {
  const rows = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(8)} ${does}`);
  return `用法：gongbao <命令> [参数]，各命令加 --help 看用法\n${rows.join('\n')}\n`;
}

async function main(args: string[]): Promise<number> {
  if (!isNewEnough(process.versions.node)) {
    io.stderr.write(`需要 Node ${needed} 或更新的版本，本机是 ${process.versions.node}\n`);
    return 2;
  }
  const [name, ...rest] = args;
  const command = name === undefined ? undefined : commands[name];
  if (name === undefined || name === '--help' || name === '-h' || !command) {
    const wrong = name !== undefined && !name.startsWith('-');
    io[wrong || name === undefined ? 'stderr' : 'stdout'].write(
      wrong ? `没有这个命令：${name}\n${usage()}` : usage(),
    );
    return wrong || name === undefined ? 2 : 0;
  }
  // The code is compiled once for all runs of the same version; Node keeps it where it keeps temporary files.
  enableCompileCache();
  const { run } = await command.load();
  return run(rest, io);
}

// A reader that stops early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});
process.exitCode = await main(process.argv.slice(2));
