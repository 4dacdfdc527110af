/** The archive as a server of the Model Context Protocol: five questions, read only. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { writable } from '../src/domain/exports/xml.ts';
import { type Answers, Refused } from '../src/site/mcp/answers.ts';

const words = (max: number) => z.string().trim().min(1).max(max);
const day = words(40).describe('日期，例如 2021-01-01 或 2021年1月1日');
const id = words(200).describe('文件的 id，来自 search、status 或 cite 的结果');

/** Every answer says up to when the archive has looked. */
const answer = z.looseObject({ horizon: z.string().describe('所知止于何日；空表示未载') });

/** The answer, or the reason why there is none, as an error of the tool and not of the server. */
async function told(ask: () => object | Promise<object>): Promise<CallToolResult> {
  try {
    // What no text can hold as JSON over a pipe (halves of pairs) is marked, not sent.
    const plain = JSON.stringify(await ask(), (_, each) =>
      typeof each === 'string' ? writable(each) : each,
    );
    return {
      content: [{ type: 'text', text: plain }],
      structuredContent: JSON.parse(plain) as Record<string, unknown>,
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { isError: true, content: [{ type: 'text', text: writable(error.message) }] };
  }
}

const readOnly = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

/** @param name what the archive calls itself */
export function mcpServer(answers: Answers, name: string): McpServer {
  const server = new McpServer(
    { name: 'gongbao', title: name, version: '1.0.0' },
    {
      instructions: `${name}：政府公报与法规的条文、版本和时效。每个答复都写明依据（evidence）和所知止于何日（horizon）；state 为 unknown 是“未知”，不要说成有效或者无效；complete 为 false 的文本不完整；horizon 之后的变化本库不知。非标准文本，以发布机关公布的文本为准。`,
    },
  );
  const tool = <S extends z.ZodRawShape>(
    called: string,
    title: string,
    description: string,
    shape: S,
    ask: (asked: z.infer<z.ZodObject<S>>) => object | Promise<object>,
  ): void => {
    // A field that is not asked for is a mistake of the asker, and is told.
    const inputSchema: z.ZodObject = z.strictObject(shape);
    server.registerTool(
      called,
      { title, description, inputSchema, outputSchema: answer, annotations: readOnly },
      (asked: unknown) => told(() => ask(asked as z.infer<z.ZodObject<S>>)),
    );
  };
  tool(
    'search',
    '检索条文',
    '检索全部条文：词语、“连续词句”、文号、条款项。返回条文的位置、摘录、时效。',
    { query: words(400), limit: z.int().min(1).max(50).optional(), at: day.optional() },
    answers.search,
  );
  tool(
    'get_provision',
    '取条文',
    '按 id 和编号取一条、一款、一项的原文；不写 eId 则取文本的目录。version 是文本日期，不写则为最新文本。',
    { work: id, eId: words(300).optional(), version: words(40).optional() },
    answers.provision,
  );
  tool(
    'status',
    '核对时效',
    '按名称、文号或 id 核对文件在某日的效力，附理由与依据。不写日期则为今天（中国日历）。',
    { documents: z.array(words(1000)).min(1).max(100), at: day.optional() },
    answers.status,
  );
  tool(
    'compare',
    '新旧对照',
    '同一文件两个文本逐条对照；不写 from、to 则为最新文本与其前一个文本。',
    { work: id, from: words(40).optional(), to: words(40).optional() },
    answers.compare,
  );
  tool(
    'cite',
    '核对引用',
    '把“《某办法》第六条第一款第三项”这样的引用解析为条文原文、规范的引用写法和网址；不能确定所指时列出可能的文件。',
    { citation: words(1000), at: day.optional() },
    answers.cite,
  );
  return server;
}
