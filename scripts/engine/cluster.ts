/**
 * A real cluster of OpenSearch on this machine, for tests and measurements: three processes of Java, started from the
 * published artifacts, bound to the loopback address, gone when their starter is.
 *
 * The artifacts are fetched once, by the Maven of the machine with its own settings, into `.cache/engine/`.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/engine/', import.meta.url));

/** Programs that a cluster needs, how to ask each whether it is there, and the package of Debian that has it. */
const programs = [
  { name: 'javac', test: ['-version'], package: 'default-jdk-headless' },
  { name: 'mvn', test: ['--version'], package: 'maven' },
] as const;

/** Oldest Java that the engine runs on. */
const oldest = 17;

/** True where a program answers, and a compiler of Java is new enough: `javac 17.0.15`. */
function isThere({ name, test }: (typeof programs)[number]): boolean {
  const { status, stdout, stderr } = spawnSync(name, test, { encoding: 'utf8' });
  const [, version] = /^javac (\d+)/.exec(`${stdout}${stderr}`) ?? [];
  return status === 0 && (name !== 'javac' || Number(version) >= oldest);
}

const missing = () => programs.filter((program) => !isThere(program));

/** Sees to Java and Maven: installs them where that can be done, else throws an error that names what is missing. */
function requireJava(): void {
  let absent = missing();
  if (absent.length === 0) return;
  const packages = absent.map((each) => each.package);
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    process.stderr.write(
      `缺${absent.map(({ name }) => name).join('、')}，用 apt-get 安装 ${packages.join(' ')}\n`,
    );
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const stdio: ['ignore', 'ignore', 'inherit'] = ['ignore', 'ignore', 'inherit'];
    spawnSync('apt-get', ['update', '-qq'], { env, stdio });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, stdio });
    absent = missing();
  }
  if (absent.length > 0) {
    const names = absent.map(({ name }) => name).join('、');
    throw new Error(
      `引擎的测试需要 Java ${oldest} 或更新（JDK）和 Maven，本机没有：${names}；请安装 ${packages.join(' ')}`,
    );
  }
}

/** Runs a program to its end; throws with what it printed where it fails. */
function run(program: string, args: readonly string[], cwd: string): void {
  const done = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (done.status !== 0) {
    throw new Error(`${program} ${args.join(' ')}：${done.error?.message ?? `${done.stdout}${done.stderr}`}`);
  }
}

/** The class path of a node: fetched and compiled where that has not been done yet. */
function classPath(): string {
  const sources = ['pom.xml', 'EngineNode.java'].map((name) => readFileSync(join(here, name)));
  const digest = createHash('sha256').update(Buffer.concat(sources)).digest('hex').slice(0, 16);
  const home = join(cache, digest);
  requireJava();
  if (!existsSync(home)) {
    const fresh = `${home}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    process.stderr.write('取 OpenSearch 的部件（约45 MB，只取一次）……\n');
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
    run(
      'mvn',
      ['-q', '-B', '-f', join(here, 'pom.xml'), goal, `-DoutputDirectory=${join(fresh, 'lib')}`],
      fresh,
    );
    run(
      'javac',
      ['-nowarn', '-cp', join(fresh, 'lib', '*'), '-d', fresh, join(here, 'EngineNode.java')],
      fresh,
    );
    try {
      renameSync(fresh, home);
    } catch (error) {
      // Another process was quicker.
      rmSync(fresh, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  return [join(home, 'lib', '*'), home].join(delimiter);
}

/** Ports that are free now. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as { port: number }).port;
    }),
  );
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

export interface Cluster {
  /** Addresses of the nodes, in their order. */
  nodes: readonly string[];
  /** Ends a node at once, as a machine that loses its power does. */
  kill(node: number): Promise<void>;
  /** Starts a node again, on its own data. */
  start(node: number): Promise<void>;
  /** Waits until all nodes that are up have found each other and all shards are where they belong. */
  settled(nodes?: number): Promise<void>;
  /** Ends all nodes and removes their data. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  nodes?: number;
  /** Megabytes of heap for each node. */
  heap?: number;
  /** True: the quick compiler alone, which starts sooner and runs slower. */
  quick?: boolean;
}

/** Starts a cluster and waits until it answers. */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const { nodes: count = 3, heap = 512, quick = true } = options;
  const path = classPath();
  const home = await mkdtemp(join(tmpdir(), 'gongbao-engine-'));
  const ports = await freePorts(2 * count);
  const names = Array.from({ length: count }, (_, i) => `node-${i + 1}`);
  const nodes = names.map((_, i) => `http://127.0.0.1:${ports[i]}`);
  const running = new Map<number, ChildProcess>();

  const settings = (i: number): string =>
    Object.entries({
      'cluster.name': `gongbao-${process.pid}`,
      'node.name': names[i],
      'path.home': join(home, names[i]!),
      'path.repo': join(home, 'repo'),
      'network.host': '127.0.0.1',
      'http.port': ports[i],
      'transport.port': ports[count + i],
      'transport.type': 'netty4',
      'http.type': 'netty4',
      'discovery.seed_hosts': names.map((_, j) => `127.0.0.1:${ports[count + j]}`).join(','),
      'cluster.initial_cluster_manager_nodes': names.join(','),
      'node.processors': 2,
      // A disk that others have filled must not make indices read-only.
      'cluster.routing.allocation.disk.threshold_enabled': false,
      // A node that is gone is missed at once: tests do not wait.
      'cluster.fault_detection.leader_check.interval': '500ms',
      'cluster.fault_detection.follower_check.interval': '500ms',
      'indices.breaker.total.use_real_memory': false,
      'node.store.allow_mmap': false,
    })
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
      .join('');

  async function start(i: number): Promise<void> {
    const own = join(home, names[i]!);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'node.yml'), settings(i));
    const log = openSync(join(own, 'node.log'), 'a');
    const flags = [
      `-Xms${heap}m`,
      `-Xmx${heap}m`,
      '-XX:+UseSerialGC',
      ...(quick ? ['-XX:TieredStopAtLevel=1'] : []),
      '-Dlog4j2.disable.jmx=true',
      '-Dlog4j2.level=WARN',
      '--add-opens=java.base/java.nio=ALL-UNNAMED',
    ];
    const child = spawn('java', [...flags, '-cp', path, 'EngineNode', join(own, 'node.yml')], {
      cwd: own,
      stdio: ['pipe', log, log],
    });
    closeSync(log);
    running.set(i, child);
    child.on('exit', () => {
      if (running.get(i) === child) running.delete(i);
    });
  }

  async function kill(i: number, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = running.get(i);
    if (!child) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  async function settled(wanted = running.size): Promise<void> {
    const until = Date.now() + 300_000;
    const query = `wait_for_nodes=${wanted}&wait_for_status=${wanted > 1 ? 'green' : 'yellow'}&timeout=5s`;
    for (;;) {
      for (const [i] of running) {
        const answer = await fetch(`${nodes[i]}/_cluster/health?${query}`).catch(() => undefined);
        if (answer?.ok && !((await answer.json()) as { timed_out: boolean }).timed_out) return;
      }
      if (running.size === 0 || Date.now() > until) throw new Error(`引擎没有起来：\n${await logs()}`);
      await pause(200);
    }
  }

  async function logs(): Promise<string> {
    const read = await Promise.all(
      names.map((name) => readFile(join(home, name, 'node.log'), 'utf8').catch(() => '')),
    );
    return read.map((text, i) => `${names[i]}: ${text.slice(-2000)}`).join('\n');
  }

  async function stop(): Promise<void> {
    await Promise.all(Array.from(running.keys(), (i) => kill(i)));
    await rm(home, { recursive: true, force: true });
  }

  process.on('exit', () => {
    for (const child of running.values()) child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  });
  try {
    await Promise.all(names.map((_, i) => start(i)));
    await settled(count);
  } catch (error) {
    await stop();
    throw error;
  }
  return { nodes, kill, start, settled, stop };
}
