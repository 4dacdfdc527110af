/** `portal`: search over many cities on an engine: takes cities in and out, and serves the pages. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayInChina } from '../src/domain/status/day-in-china.ts';
import { EngineAway, openEngine } from '../src/portal/engine.ts';
import { loadCity, withdrawCity } from '../src/portal/load.ts';
import { takeSnapshot } from '../src/portal/snapshot.ts';
import { type Arguments, readArguments, wrongUse } from './arguments.ts';
import type { Io } from './io.ts';
import { softwareFolder } from './package.ts';
import { openFiles } from './portal/files.ts';
import { interruption, readPort } from './running.ts';

const usage = `用法：portal load 来源… [--home 网址] [--engine 网址,网址…]
      portal list | withdraw 城市… [--engine 网址,网址…]
      portal serve [--port N] [--host 地址] [--name 名称] [--per-minute N] [--behind-proxy] [--engine 网址,网址…]
  load           取用一个或几个城市：来源是 export 写出的文件夹，或城市网站的网址；全部检查、送完、清点之后才一次换上，
                 其他城市不受影响；中断的再运行一次即从断处继续
  list           列出已取用的城市：编号、名称、所知止于何日、文件数、条文数
  withdraw       撤下城市，编号见 list
  serve          提供检索、时效、引用、文件各页和同样内容的 JSON（/openapi.json）；日志按行写 JSON 到标准输出；
                 /healthz 在运行，/readyz 能作答，/metrics 度量
  --home 网址    城市网站的网址，来源中没有写明时用
  --engine 网址  OpenSearch 各节点的网址，默认取环境变量 GONGBAO_ENGINE，再默认 http://127.0.0.1:9200
  --prefix 名    引擎中各索引名称的开头，默认 gongbao
  --port --host  在哪里听，默认 4330 和 127.0.0.1
  --name 名称    页面上的名称，默认“多城法规检索”
  --per-minute N 一个地址每分钟最多问几次，默认240
  --behind-proxy 前面有均衡器，读者的地址由它写明（X-Forwarded-For）
`;

const options = {
  home: { type: 'string' },
  engine: { type: 'string' },
  prefix: { type: 'string', default: 'gongbao' },
  port: { type: 'string', default: '4330' },
  host: { type: 'string', default: '127.0.0.1' },
  name: { type: 'string', default: '多城法规检索' },
  'per-minute': { type: 'string', default: '240' },
  'behind-proxy': { type: 'boolean' },
} as const;

type Values = Arguments<typeof options>['values'];

/** Exit code 0: done. 1: a source was refused, a city is not there, or the engine is away. 2: wrong use. */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io);
  if (typeof read === 'number') return read;
  const { values, positionals } = read;
  const [action, ...rest] = positionals;
  const actions = { load, list, withdraw, serve };
  if (action === undefined || !Object.hasOwn(actions, action)) {
    return wrongUse(action === undefined ? '' : `没有这种用法：${action}`, usage, io);
  }
  if ((action === 'load' || action === 'withdraw') && rest.length === 0)
    return wrongUse(`${action} 后面要写明哪些`, usage, io);
  const nodes = (values.engine ?? process.env['GONGBAO_ENGINE'] ?? 'http://127.0.0.1:9200').split(/[,，]/);
  const strange = nodes.find((node) => !URL.canParse(node));
  if (strange !== undefined) return wrongUse(`不是网址：${strange}`, usage, io);
  const asked = readPort(values.port);
  if ('wrong' in asked) return wrongUse(asked.wrong, usage, io);
  const perMinute = values['per-minute'];
  if (!/^\d{1,6}$/.test(perMinute)) return wrongUse(`不是数目：${perMinute}`, usage, io);
  const engine = openEngine({ nodes, prefix: values.prefix });
  try {
    return await actions[action as keyof typeof actions](engine, rest, values, io);
  } catch (error) {
    if (!(error instanceof EngineAway)) throw error;
    io.stderr.write(`引擎（${nodes.join('、')}）没有作答：${error.message}\n`);
    return 1;
  } finally {
    await engine.close();
  }
}

type Engine = ReturnType<typeof openEngine>;

async function load(engine: Engine, sources: readonly string[], { home }: Values, io: Io): Promise<number> {
  let failed = false;
  const done = new Map<string, string>();
  for (const source of sources) {
    const opened = await openFiles(source).catch((error: Error) => error);
    if (opened instanceof Error) {
      io.stderr.write(`${source}：读不到：${opened.message}\n`);
      failed = true;
      continue;
    }
    try {
      const loaded = await loadCity(engine, opened.files, {
        home,
        loaded: done,
        progress: ({ city, kind, done, of }) => io.stderr.write(`${city} ${kind} ${done}/${of}\n`),
      });
      if (loaded.outcome === 'refused') {
        failed = true;
        for (const { place, reason } of loaded.refusals) io.stderr.write(`${place} 不收：${reason}\n`);
        io.stderr.write(`${source}：有不收的记录，没有换上，原有的照旧\n`);
        continue;
      }
      const { id, name, counts } = loaded.city;
      done.set(id, source);
      const resumed =
        loaded.outcome === 'switched' && loaded.resumed > 0 ? `，其中${loaded.resumed}条上次已送` : '';
      io.stdout.write(
        loaded.outcome === 'unchanged'
          ? `${name}（${id}）：已是这一份，没有变动\n`
          : `${name}（${id}）：文件${counts.works}件，条文${counts.provisions}条，事件${counts.events}件${resumed}\n`,
      );
    } finally {
      await opened.close();
    }
  }
  return failed ? 1 : 0;
}

async function list(engine: Engine, _: readonly string[], __: Values, io: Io): Promise<number> {
  const { cities } = await takeSnapshot(engine);
  for (const { id, name, horizon, counts, home } of cities) {
    io.stdout.write(
      `${id}  ${name}  所知止于${horizon || '未载'}  文件${counts.works}  条文${counts.provisions}  ${home}\n`,
    );
  }
  return 0;
}

async function withdraw(engine: Engine, ids: readonly string[], _: Values, io: Io): Promise<number> {
  let missing = false;
  for (const id of ids) {
    const found = await withdrawCity(engine, id);
    missing ||= !found;
    io[found ? 'stdout' : 'stderr'].write(found ? `${id}：已撤下\n` : `没有城市“${id}”\n`);
  }
  return missing ? 1 : 0;
}

/** Serves until it is told to stop; questions under way are answered first. */
async function serve(engine: Engine, _: readonly string[], values: Values, io: Io): Promise<number> {
  const { createServer } = await import('../src/portal/server.ts');
  const sheets = ['base', 'lists', 'search', 'status', 'portal'].map((sheet) =>
    join(softwareFolder(), 'src', 'styles', `${sheet}.css`),
  );
  const style = (await Promise.all(sheets.map((sheet) => readFile(sheet, 'utf8')))).join('\n');
  const app = await createServer({
    ...{ engine, style, name: values.name, perMinute: Number(values['per-minute']) },
    today: () => dayInChina(new Date()),
    behindProxy: values['behind-proxy'] ?? false,
    log: io.stdout,
  });
  const stopped = interruption();
  io.stderr.write(`${await app.listen({ port: Number(values.port), host: values.host })}\n`);
  await stopped;
  await app.close();
  return 0;
}
