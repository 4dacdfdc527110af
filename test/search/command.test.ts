import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../scripts/search.ts';

let dir = '';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'gongbao-search-'));
  mkdirSync(join(dir, 'works/parking'), { recursive: true });
  writeFileSync(
    join(dir, 'works/parking/2015-05-01.md'),
    '某市停车场管理办法\n\n第一条 停车场应当备案。\n\n第二条 本办法自2015年5月1日起施行。\n',
  );
  writeFileSync(
    join(dir, 'works/parking/2021-07-01.md'),
    '某市停车场管理办法\n\n第一条 停车场应当备案并公示收费。\n\n第二条 本办法自2015年5月1日起施行。\n',
  );
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function command(args: string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io = {
    stdin: async () => stdin,
    stdout: {
      write: (text: string) => {
        out += text;
      },
    },
    stderr: {
      write: (text: string) => {
        err += text;
      },
    },
  };
  const code = await run([...args, '--content', dir], io);
  return { code, out, err };
}

describe('search', () => {
  test('--json gives the hits with their places and addresses', async () => {
    const { code, out } = await command(['备案', '--json']);
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ query: '备案', total: 2 });
    expect(result.hits).toEqual([
      expect.objectContaining({
        work: 'parking',
        version: '2021-07-01',
        eId: 'art_1',
        label: '第一条',
        title: '某市停车场管理办法',
        url: '/works/parking/#art_1',
      }),
      expect.objectContaining({
        version: '2015-05-01',
        eId: 'art_1',
        state: 'superseded',
        url: '/works/parking/2015-05-01/#art_1',
      }),
    ]);
    expect(result.hits[0].excerpt).toContain('备案');
  });

  test('--limit, 0 for all; --text for the texts of today', async () => {
    expect(JSON.parse((await command(['停车场', '--json', '--limit', '1'])).out).hits).toHaveLength(1);
    expect(JSON.parse((await command(['停车场', '--json', '--limit', '0'])).out).hits).toHaveLength(4);
    expect(JSON.parse((await command(['停车场', '--json', '--text', 'latest'])).out).total).toBe(2);
  });

  test('words as arguments of their own, one that is excluded among them', async () => {
    expect(JSON.parse((await command(['停车场', '备案', '-公示', '--json'])).out).total).toBe(1);
    expect(JSON.parse((await command(['停车场 备案 -公示', '--json'])).out).total).toBe(1);
  });

  test('several queries by standard input, one a line', async () => {
    const lines = ['备案', '', '公示收费', '没有的词', ...Array.from({ length: 8 }, () => '停车场')];
    const { out } = await command(['-', '--json'], lines.join('\n'));
    const totals = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).total);
    expect(totals).toEqual([2, 1, 0, 4, 4, 4, 4, 4, 4, 4, 4]);
  });

  test('in words', async () => {
    const { out } = await command(['公示收费']);
    expect(out).toContain('《某市停车场管理办法》第一条');
    expect(out).toContain('【公示收费】');
  });

  test.each([
    [[]],
    [['备案', '--limit', 'x']],
    [['备案', '--sort', 'x']],
    [['备案', '--at', '2021-02-30']],
    [['备案', '--nonsense']],
  ])('wrong use: %j', async (args) => {
    const { code, out, err } = await command(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('用法');
  });

  test('a folder that cannot be read needs attention', async () => {
    let err = '';
    const io = {
      stdin: async () => '',
      stdout: { write: () => true },
      stderr: {
        write: (text: string) => {
          err += text;
        },
      },
    };
    expect(await run(['备案', '--content', join(dir, 'none')], io)).toBe(1);
    expect(err).toContain('没有这个文件夹');
  });
});
