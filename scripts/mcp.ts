/** `mcp`: the archive for machine readers, over standard input and output. */
import { dayInChina } from '../src/domain/status/day-in-china.ts';
import { exportHolding } from '../src/site/exports/holding.ts';
import { answersOf } from '../src/site/mcp/answers.ts';
import { readArguments } from './arguments.ts';
import { openArchive } from './content.ts';
import { type Io, tellUnread } from './io.ts';

const usage = `用法：mcp [--content DIR] [--site 网址]
  供支持 MCP 的程序启动，经标准输入输出问答：检索条文、取条文、核对时效、新旧对照、核对引用。
  --content DIR  内容所在的文件夹，默认 content
  --site 网址    网站的网址，答复中的地址据此写全
`;

const options = { content: { type: 'string', default: 'content' }, site: { type: 'string' } } as const;

/** Runs until the other side closes. Nothing but the protocol goes to standard output. */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io, { words: false });
  if (typeof read === 'number') return read;
  const { archive, unreadable } = await openArchive(read.values.content);
  tellUnread(unreadable, io);
  const [{ StdioServerTransport }, { mcpServer }] = await Promise.all([
    import('@modelcontextprotocol/sdk/server/stdio.js'),
    import('./mcp-server.ts'),
  ]);
  const holding = exportHolding(archive, { site: read.values.site });
  const server = mcpServer(
    answersOf(holding, () => dayInChina(new Date())),
    holding.name,
  );
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
  return 0;
}
