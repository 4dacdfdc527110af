/** The MCP server as a client of others meets it: five questions, each answer with its horizon, bad questions refused. */
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const client = new Client({ name: 'test', version: '1' });
let said = '';

beforeAll(async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['scripts/gongbao.ts', 'mcp', '--site', 'https://gazette.example'],
    cwd: root,
    stderr: 'pipe',
  });
  transport.stderr?.on('data', (data: Buffer) => {
    said += data.toString();
  });
  await client.connect(transport);
}, 60_000);

afterAll(() => client.close());

interface Told {
  isError?: boolean;
  structuredContent?: Record<string, unknown>;
  content: { type: string; text: string }[];
}

const call = async (name: string, asked: Record<string, unknown>): Promise<Told> =>
  (await client.callTool({ name, arguments: asked })) as unknown as Told;

/** The answer; fails where there is none. */
async function answer(name: string, asked: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { isError, structuredContent, content } = await call(name, asked);
  expect(isError, content[0]?.text).toBeFalsy();
  expect(JSON.parse(content[0]!.text)).toEqual(structuredContent);
  return structuredContent!;
}

const rule = 'wangyueche-guiding';

describe('the MCP server', () => {
  test('offers five tools that change nothing, each with schemas and a description', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['search', 'get_provision', 'status', 'compare', 'cite']);
    for (const tool of tools) {
      expect(tool.annotations?.readOnlyHint).toBe(true);
      expect(tool.outputSchema).toBeDefined();
      expect(tool.description).toMatch(/\p{Script=Han}/u);
    }
    expect(client.getInstructions()).toContain('未知');
  });

  test('search: provisions with their words, place and horizon', async () => {
    const { results, horizon } = await answer('search', { query: '有效期2年', at: '2021-01-01' });
    expect(horizon).toBe('2020-12-31');
    expect(results).toContainEqual(
      expect.objectContaining({
        work: 'jubao-jiangli-banfa',
        horizon: '2020-12-31',
        address: expect.stringContaining('#'),
      }),
    );
  });

  test('get_provision: the words with all below them, how they are known, and the state of the text', async () => {
    const found = await answer('get_provision', { work: rule, eId: 'art_6__para_1__item_3' });
    expect(found).toMatchObject({
      place: '第六条第三项',
      version: '2020-12-19',
      basis: 'stated',
      complete: true,
    });
    expect(found).toMatchObject({ status: { state: 'in-force' }, horizon: '2020-12-31' });
    const old = await answer('get_provision', { work: rule, version: '2018-12-31', eId: 'art_10' });
    expect(old).toMatchObject({ complete: false, origin: 'reconstructed', status: { state: 'superseded' } });
    expect((await answer('get_provision', { work: rule }))['contents']).toContainEqual(
      expect.objectContaining({ eId: 'art_6', place: '第六条' }),
    );
  });

  test('status on a day: in force to the horizon, unknown after it, with the clause', async () => {
    const before = await answer('status', { documents: [rule], at: '2020年12月31日' });
    expect(before['results']).toMatchObject([{ state: 'in-force', horizon: '2020-12-31' }]);
    const [{ evidence }] = before['results'] as [{ evidence: unknown[] }];
    expect(evidence).toContainEqual(expect.objectContaining({ work: rule, eId: 'art_24__para_1' }));
    const after = await answer('status', { documents: [rule, '查无此文'], at: '2024-01-01' });
    expect(after['results']).toMatchObject([
      { state: 'unknown', horizon: '2020-12-31' },
      { state: 'unknown', work: null },
    ]);
  });

  test('compare: changed articles, old beside new, and what of the old text is not held', async () => {
    const { rows, gaps } = await answer('compare', { work: rule });
    expect(rows).toContainEqual(expect.objectContaining({ old: '第六条', new: '第六条' }));
    expect(gaps).not.toEqual([]);
  });

  test('cite: a citation as typed becomes the provision, its words and its address', async () => {
    const { results } = await answer('cite', { citation: '网络预约 第六条第一款第三项' });
    expect(results).toMatchObject([
      { work: rule, eId: 'art_6__para_1__item_3', complete: true, horizon: '2020-12-31' },
    ]);
    const { results: none, reasons } = await answer('cite', { citation: '《没有这部法》第三条' });
    expect(none).toEqual([]);
    expect(reasons).not.toEqual([]);
  });
});

describe('bad questions', () => {
  test.each([
    ['a day that does not exist', 'status', { documents: [rule], at: '2021-02-30' }, '不存在'],
    ['a work that is not there', 'get_provision', { work: '../../etc/passwd' }, '没有'],
    ['a name that every object has', 'get_provision', { work: '__proto__', eId: 'constructor' }, '没有'],
    ['a place that is not there', 'get_provision', { work: rule, eId: 'art_999' }, 'art_999'],
    ['a text that is not there', 'get_provision', { work: rule, version: '1999-01-01' }, '2020-12-19'],
    ['nothing to compare with', 'compare', { work: 'jubao-jiangli-banfa' }, '没有更早的文本'],
    ['a work known by name only', 'compare', { work: 'huanjing-baohu-fa' }, '未收'],
    ['no words', 'search', { query: '  ' }, ''],
    ['far too many words', 'search', { query: '甲'.repeat(100_000) }, ''],
    ['far too many documents', 'status', { documents: Array.from({ length: 1000 }, () => rule) }, ''],
    ['another type', 'cite', { citation: { $gt: '' } }, ''],
    ['a field that is not asked for', 'search', { query: '甲', path: '/etc/passwd' }, ''],
    ['a number of results below one', 'search', { query: '甲', limit: -1 }, ''],
  ])('%s: refused with the reason, and the server goes on', async (_, name, asked, reason) => {
    const { isError, content } = await call(name, asked);
    expect(isError).toBe(true);
    expect(content[0]!.text).toContain(reason);
  });

  test('control characters, halves of pairs and markup are words like others', async () => {
    for (const query of ['\u0000\u0008', 'a\ud800b', '<script>', '（（（（', '.*'.repeat(100), '"“']) {
      const { isError, structuredContent } = await call('search', { query });
      expect(isError).toBeFalsy();
      expect(structuredContent).toMatchObject({ horizon: '2020-12-31' });
    }
  });

  test('nothing but the protocol was said', () => {
    expect(said).toBe('');
  });
});
