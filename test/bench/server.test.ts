/** Who may speak to the bench, and what it writes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Desk } from '../../src/bench/desk.ts';
import { benchMiddleware } from '../../src/bench/server.ts';
import { benchEntries, benchView } from '../../src/bench/view.ts';
import { type Holdings, holdingsOf } from '../../src/site/holdings.ts';
import { loadContent } from '../../src/site/load.ts';
import { signatureWords } from '../../src/site/views/signatures.ts';
import { folder } from '../cli/run.ts';

const gazette = [
  '样洲市人民政府关于公园管理的通知',
  '样府〔2021〕1号',
  '各县（市、区）人民政府：',
  '现就公园管里通知如下：',
  '一、公园由主管部门负责管理，管理',
  '应当公开。',
  '二、本通知自2021年2月1日起施行。',
  '样洲市人民政府',
  '2021年1月5日',
  '',
].join('\n\n');
const parking = '样洲市停车办法\n\n第一条　为了停车，制定本办\n\n法。\n\n第二条　逾期十日的，处50元罚款。\n';
const lineOf = (words: string): number => gazette.split('\n').findIndex((line) => line.includes(words)) + 1;

let dir = '';
let server: Server;
let holdings: Holdings;
let port = 0;
const read = (): void => {
  holdings = holdingsOf(loadContent(dir).archive);
};

beforeEach(async () => {
  dir = folder({
    'issues/2021-01/gazette.md': gazette,
    'issues/2021-01/issue.yaml': 'horizon: 2021-01-31\n',
    'issues/2021-01/corrections.yaml':
      '# 校注\n- line: 1 # 题\n  from: 公园\n  kind: note\n  reason: 照原刊\n',
    'works/停车/2021-01-01.md': parking,
    'works/停车/2022-01-01.txt': parking.replace('十日', '五日'),
    'works/供水.md': '样洲市供水办法\n\n第一条　为了供水，制定本办法。\n',
    'issues/2021-01/import.yaml':
      '- file: originals/a.pdf\n  doubts:\n    - { rule: picture, severity: warning, line: 5, reason: 第1页有1幅图片，图中的文字没有读 }\n',
  });
  read();
  const handle = benchMiddleware({
    desk: new Desk(dir),
    holdings: () => holdings,
    reload: async () => read(),
    picture: async () => undefined,
  });
  server = createServer((incoming, response) => handle(incoming, response, () => response.end('page')));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.close();
  rmSync(dir, { recursive: true });
});

interface Answer {
  status: number;
  text: string;
}

function ask(
  path: string,
  headers: Record<string, string>,
  body?: string,
  method = body ? 'POST' : 'GET',
): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += String(chunk);
      done({ status: response.statusCode ?? 0, text });
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

const here = () => ({
  host: `127.0.0.1:${port}`,
  origin: `http://127.0.0.1:${port}`,
  'content-type': 'application/json',
});
const does = async (deed: object): Promise<{ said?: string; reason?: string }> =>
  JSON.parse(
    (await ask('/bench/do/', here(), JSON.stringify({ source: 'issues-2021-01-gazette', ...deed }))).text,
  );
const who = { by: '张三', on: '2021-03-01' };
const file = (name: string): string => readFileSync(join(dir, 'issues/2021-01', name), 'utf8');
const sums = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        path.slice(dir.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );

describe('only this machine, and only its own pages', () => {
  test.each<[string, Record<string, string>]>([
    ['another name for this address', { host: 'evil.example:4321' }],
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an address', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a picture or script of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ])('%s is refused, for pages too', async (_, headers) => {
    const before = sums();
    const body = JSON.stringify({
      do: 'accept',
      source: 'issues-2021-01-gazette',
      rule: 'a',
      line: 1,
      says: 'a',
      reason: 'a',
      ...who,
    });
    expect((await ask('/bench/do/', { ...here(), ...headers }, body)).status).toBe(403);
    expect((await ask('/', { host: here().host, ...headers })).status).toBe(403);
    expect(sums()).toEqual(before);
  });

  test.each<[string, Record<string, string>, string, number]>([
    ['no origin', { origin: '' }, '{}', 403],
    ['a form', { 'content-type': 'text/plain' }, '{}', 415],
    ['no JSON', {}, '{', 400],
    ['an unknown deed', {}, '{"do":"remove","source":"2021-01"}', 400],
    ['a source that climbs', {}, '{"do":"undo","source":"../../x"}', 409],
    ['a source that is none', {}, '{"do":"undo","source":"2099-01"}', 409],
    ['too much', {}, `{"do":"undo","source":"${'a'.repeat(70_000)}"}`, 413],
  ])('%s: %s', async (_, headers, body, status) => {
    const before = sums();
    const sent = { ...here(), ...headers };
    if (sent.origin === '') delete (sent as Partial<typeof sent>).origin;
    expect((await ask('/bench/do/', sent, body)).status).toBe(status);
    expect(sums()).toEqual(before);
  });

  test('a reader of this machine passes', async () => {
    expect(await ask('/works/', { host: `localhost:${port}` })).toEqual({ status: 200, text: 'page' });
  });
});

describe('an editor’s work', () => {
  test('a correction is written with its reason, the file keeps its comments, and the text reads anew', async () => {
    const line = lineOf('管里');
    expect(
      await does({ do: 'correct', line, from: '管里', to: '管理', reason: '印本作“管理”', ...who }),
    ).toEqual({
      said: `已更正：第${line}行“管里”改为“管理”`,
    });
    expect(file('corrections.yaml')).toBe(
      `# 校注\n- line: 1 # 题\n  from: 公园\n  kind: note\n  reason: 照原刊\n- { line: ${line}, from: 管里, to: 管理, kind: replace, reason: 印本作“管理”（张三，2021-03-01） }\n`,
    );
    expect(holdings.versions.get('yangfu-2021-1')!.instrument.provisions[0]!.text).toContain('公园管理通知');
    expect(file('gazette.md')).toBe(gazette);
  });

  test.each<[string, object, string]>([
    ['words that are not there', { do: 'correct', from: '广场', to: 'x' }, '没有“广场”'],
    ['words that are there twice', { do: 'correct', from: '管理', to: 'x' }, '有2处“管理”'],
    ['no change', { do: 'correct', from: '公园', to: '公园' }, '与原文相同'],
    ['a line that is not there', { do: 'join', line: 999 }, '第999行没有文字'],
  ])('%s: nothing is written', async (_, deed, reason) => {
    const before = sums();
    expect(await does({ line: lineOf('一、'), reason: 'a', ...who, ...deed })).toEqual({
      reason: expect.stringContaining(reason),
    });
    expect(sums()).toEqual(before);
  });

  test('paragraphs are joined and split, and undone', async () => {
    const line = lineOf('一、');
    const before = sums();
    await does({ do: 'join', line, reason: '换页断开', ...who });
    expect(
      benchView(holdings, 'issues-2021-01-gazette')!.documents[0]!.tree.map(({ words }) => words),
    ).toContain('公园由主管部门负责管理，管理应当公开。');
    expect((await does({ do: 'undo' })).said).toContain('已撤销');
    expect(sums()).toEqual(before);
    expect((await does({ do: 'undo' })).reason).toContain('没有可撤销');
    await does({ do: 'split', line, reason: '另起一段', ...who });
    expect(parse(file('corrections.yaml')).at(-1)).toMatchObject({ line, kind: 'split' });
  });

  test('undo refuses where the file was changed by another hand', async () => {
    await does({ do: 'note', line: 1, from: '通知', reason: '照原刊', ...who });
    rmSync(join(dir, 'issues/2021-01/corrections.yaml'));
    expect((await does({ do: 'undo' })).reason).toContain('另有改动');
  });

  test('a doubt that is let stand is told as looked at, and no longer counts', async () => {
    const doubt = benchView(holdings, 'issues-2021-01-gazette')!.doubts.find(
      ({ rule }) => rule === 'import:picture',
    )!;
    expect(doubt).toMatchObject({ line: 5, severity: 'warning', weight: 60 });
    const { rule, line, says } = doubt;
    await does({ do: 'accept', rule, line, says, reason: '只是装饰', ...who });
    expect(parse(file('checks.yaml'))).toEqual([{ accept: rule, line, says, reason: '只是装饰', ...who }]);
    expect(
      benchView(holdings, 'issues-2021-01-gazette')!.doubts.find((each) => each.rule === rule),
    ).toMatchObject({
      severity: 'info',
      weight: 0,
      accepted: '张三2021-03-01核对：只是装饰',
    });
  });

  test('a provision that was read against print is signed, until its words read otherwise', async () => {
    const tree = benchView(holdings, 'issues-2021-01-gazette')!.documents[0]!.tree;
    const node = tree.find(({ label }) => label === '一、')!;
    await does({ do: 'sign', place: node.place, page: '3', ...who });
    expect(benchView(holdings, 'issues-2021-01-gazette')!).toMatchObject({ share: { signed: 2, all: 4 } });
    const version = () => holdings.versions.get('yangfu-2021-1')!;
    expect(signatureWords(version())).toEqual(['对照印本第3页核对：一（张三，2021年3月1日）']);
    await does({
      do: 'correct',
      line: lineOf('一、'),
      from: '负责管理，',
      to: '负责，',
      reason: '印本',
      ...who,
    });
    expect(signatureWords(version())).toEqual([]);
    expect(holdings.archive.messages).toContainEqual(
      expect.objectContaining({
        file: 'issues/2021-01/checks.yaml',
        rule: 'signature-void',
        reason: expect.stringContaining('现在的文字与签名时不同'),
      }),
    );
  });

  test('a whole text is signed at once', async () => {
    const [document] = benchView(holdings, 'issues-2021-01-gazette')!.documents;
    await does({ do: 'sign', place: document!.place, page: '3', ...who });
    const { share } = benchView(holdings, 'issues-2021-01-gazette')!;
    expect(share.signed).toBe(share.all);
  });

  test('nothing but the editors’ files is ever written', async () => {
    const before = sums();
    const [document] = benchView(holdings, 'issues-2021-01-gazette')!.documents;
    await does({ do: 'sign', place: document!.place, page: '3', ...who });
    await does({ do: 'note', line: 1, from: '通知', reason: '照原刊', ...who });
    const after = sums();
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed.toSorted()).toEqual(['issues/2021-01/checks.yaml', 'issues/2021-01/corrections.yaml']);
  });
});

describe('a text of its own', () => {
  const source = 'works-停车-2021-01-01';
  const view = (id = source) => benchView(holdings, id)!;
  const written = (): string[] =>
    (readdirSync(dir, { recursive: true }) as string[])
      .filter((path) => /works.*yaml$/.test(path))
      .toSorted();

  test('is listed behind the issues, and opened by itself', () => {
    expect(benchEntries(holdings).map(({ path, issue }) => [path, issue])).toEqual([
      ['issues/2021-01/gazette.md', true],
      ['works/供水.md', false],
      ['works/停车/2021-01-01.md', false],
      ['works/停车/2022-01-01.txt', false],
    ]);
    expect([view().name, view().documents.map(({ title }) => title)]).toEqual([
      '样洲市停车办法 2021-01-01',
      ['样洲市停车办法'],
    ]);
  });

  test('is corrected, joined and signed in files beside it, and undone', async () => {
    const before = sums();
    const print = { reason: '印本', ...who, source };
    await does({ do: 'correct', line: 7, from: '50元', to: '60元', ...print });
    await does({ do: 'join', line: 3, ...print });
    await does({ do: 'sign', place: view().documents[0]!.place, page: '4', ...who, source });
    expect(written()).toEqual([
      'works/停车/2021-01-01.checks.yaml',
      'works/停车/2021-01-01.corrections.yaml',
    ]);
    expect(view().documents[0]!.tree.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['为了停车，制定本办法。', '逾期十日的，处60元罚款。']),
    );
    expect(view().lines[6]!.edits).toEqual(['更正：50元→60元（印本（张三，2021-03-01））']);
    expect(view().share.signed).toBe(view().share.all);
    expect(view('works-停车-2022-01-01').share.signed).toBe(0);
    for (let i = 0; i < 3; i++) await does({ do: 'undo', source });
    expect(sums()).toEqual(before);
  });

  test('records that are there already, for the only text of its folder, are gone on with', async () => {
    rmSync(join(dir, 'works/停车/2022-01-01.txt'));
    writeFileSync(
      join(dir, 'works/停车/corrections.yaml'),
      '- line: 1\n  from: 停车\n  kind: note\n  reason: 照\n',
    );
    read();
    await does({ do: 'note', line: 7, from: '50元', reason: '照印本', ...who, source });
    expect(written()).toEqual(['works/停车/corrections.yaml']);
  });

  test('a signature that is void is told at the bench, too', async () => {
    await does({ do: 'sign', place: view().documents[0]!.place, page: '4', ...who, source });
    await does({ do: 'correct', line: 7, from: '50元', to: '60元', reason: '印本', ...who, source });
    expect(view().doubts).toContainEqual(
      expect.objectContaining({ rule: 'signature-void', says: expect.stringContaining('请重新核对') }),
    );
  });

  test('records of a text that is not there are named', () => {
    writeFileSync(join(dir, 'works/停车/2020-01-01.checks.yaml'), '[]\n');
    writeFileSync(join(dir, 'works/停车/checks.yaml'), '[]\n');
    expect(loadContent(dir).unreadable.map(({ file, reason }) => [file, reason])).toEqual([
      ['works/停车/2020-01-01.checks.yaml', '没有读：没有它所核对的文本 works/停车/2020-01-01.md'],
      ['works/停车/checks.yaml', '没有读：不知道核对的是哪个文本，应写作 <日期>.checks.yaml'],
    ]);
  });
});

test('doubts stand by weight: what is not text before what it means, errors before warnings', () => {
  const weights = benchView(holdings, 'issues-2021-01-gazette')!.doubts.map(({ weight }) => weight);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
});

test('the bench shows head fields, tree, references and events with their lines', () => {
  const [document] = benchView(holdings, 'issues-2021-01-gazette')!.documents;
  expect(document).toMatchObject({
    title: '样洲市人民政府关于公园管理的通知',
    fields: expect.arrayContaining([
      { name: '文号', value: '样府〔2021〕1号', line: lineOf('样府〔2021〕1号') },
      { name: '成文日期', value: '2021-01-05', line: lineOf('2021年1月5日') },
    ]),
    events: expect.arrayContaining([
      expect.objectContaining({ kind: '施行', date: '2021-02-01', line: lineOf('二、') }),
    ]),
  });
});
