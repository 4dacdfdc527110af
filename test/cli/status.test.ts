import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../scripts/status.ts';

/** Runs the command; `-` reads `input`. */
async function status(args: string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(args, {
    stdin: async () => input,
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
  });
  return { code, out: out.join(''), err: err.join('') };
}

describe('status on the command line', () => {
  it('prints JSON: one result a line asked, in that order', async () => {
    const { code, out } = await status(
      ['-', '--at', '2020-12-31', '--json'],
      '湛府[2020]68号\n令第7号\r\n湛环〔2020〕565号\n',
    );
    const printed = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(printed)).toEqual(['at', 'horizon', 'results']);
    expect(printed).toMatchObject({ at: '2020-12-31', horizon: '2020-12-31' });
    expect(
      printed.results.map(({ query, state, basis }: Record<string, string>) => [query, state, basis]),
    ).toEqual([
      ['湛府[2020]68号', 'in-force', 'stated'],
      ['令第7号', 'executed', 'stated'],
      ['湛环〔2020〕565号', 'in-force', 'stated'],
    ]);
    const fields = [
      'query',
      'work',
      'candidates',
      'state',
      'basis',
      'version',
      'since',
      'until',
      'reason',
      'evidence',
    ];
    for (const result of printed.results) expect(Object.keys(result)).toEqual(expect.arrayContaining(fields));
    expect(printed.results[2]).toMatchObject({
      version: '2020-12-31',
      since: '2020-12-31',
      until: '2021-01-01',
      evidence: [
        {
          instrument: 'jubao-jiangli-banfa',
          eId: 'art_16__para_1',
          text: '本办法自印发之日起施行，有效期2年。',
        },
      ],
    });
  });

  it('takes works as arguments, and a text of a work by its day', async () => {
    const { code, out } = await status([
      '湛江市网络预约出租汽车经营服务管理暂行规定@2018-12-31',
      '--at',
      '2020年12月19日',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out).results[0]).toMatchObject({ state: 'superseded', version: '2018-12-31' });
  });

  it('exits 1 where a line has no answer, with the nearest names', async () => {
    const { code, out } = await status(
      ['-', '--at', '2020-12-31', '--json'],
      '令第7号\n网约车经营管理规定\n',
    );
    expect(code).toBe(1);
    const [, missing] = JSON.parse(out).results;
    expect(missing.work).toBeNull();
    expect(missing.candidates.map(({ id }: { id: string }) => id)).toContain('wangyueche-guiding');
  });

  it.each(['2021-02-30', '明天', '2021'])('exits 2 for the day %s, and says why', async (at) => {
    const { code, err } = await status(['令第7号', '--at', at]);
    expect(code).toBe(2);
    expect(err).toContain('--at');
  });

  it('exits 2 for an option that it does not know', async () => {
    expect((await status(['--when', '2020-12-31'])).code).toBe(2);
  });

  it('answers an empty input with no results', async () => {
    const { code, out } = await status(['-', '--at', '2020-12-31', '--json'], '');
    expect(code).toBe(0);
    expect(JSON.parse(out).results).toEqual([]);
  });

  it('prints for people: state, horizon, reason, evidence', async () => {
    const { out } = await status(['湛发改价格〔2015〕26号', '--at', '2021-01-01']);
    expect(out).toContain('✕ 2021年1月1日 废止（所知止于2020年12月31日）');
    expect(out).toContain(
      '依据 zhanfagaifagui-2020-675#para_2：凡被废止的文件，自本通知印发之日起一律停止执行',
    );
  });

  it('reads another content folder', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'status-'));
    try {
      writeFileSync(
        join(dir, '停车办法.md'),
        '某市停车管理办法\n\n（2020年1月5日某市人民政府令第9号公布　自2020年3月1日起施行）\n\n第一条 为了规范停车，制定本办法。\n\n第二条 本办法自2020年3月1日起施行，有效期至2025年2月28日。\n',
      );
      const state = async (at: string) =>
        JSON.parse((await status(['令第9号', '--at', at, '--content', dir, '--json'])).out).results[0].state;
      expect(await state('2020-01-04')).toBe('not-yet');
      expect(await state('2020-02-29')).toBe('published');
      expect(await state('2020-03-01')).toBe('in-force');
      expect(await state('2025-02-28')).toBe('in-force');
      expect(await state('2025-03-01')).toBe('lapsed');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
