/** The compose file says what the program and the tests are: its commands are commands, its engine is the tested one. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../scripts/portal.ts';

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  networks: string[];
  ports?: string[];
  volumes?: string[];
  user?: string;
  depends_on?: Record<string, { condition: string }>;
  profiles?: string[];
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { services, networks, volumes } = parse(read('docs/portal/compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, object>;
};
/** A value with what stands for it where nobody sets it. */
const usual = (value: string): string => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');
const engines = Object.entries(services).filter(([, { environment }]) => environment?.['node.name']);

test('three nodes know each other by their names, and each writes to a volume of its own', () => {
  const names = engines.map(([name]) => name);
  expect(names).toHaveLength(3);
  for (const [name, { environment, volumes: mounted }] of engines) {
    expect(environment!['node.name']).toBe(name);
    expect(environment!['discovery.seed_hosts']).toBe(names.join(','));
    expect(environment!['cluster.initial_cluster_manager_nodes']).toBe(names.join(','));
    expect(mounted!.map((each) => each.split(':')[0])).toEqual([name, 'backup']);
    expect(mounted).toContain(`backup:${environment!['path.repo']}`);
  }
  for (const { volumes: mounted = [] } of Object.values(services))
    for (const each of mounted) expect(volumes).toHaveProperty(each.split(':')[0]!);
});

test('the folder of backups is the engine’s before it starts', () => {
  const { user, entrypoint } = services['backup-folder']!;
  expect([user, entrypoint]).toEqual(['0', ['chown', '1000:1000', '/backup']]);
  for (const [, { depends_on }] of engines)
    expect(depends_on!['backup-folder']!.condition).toBe('service_completed_successfully');
});

test('no engine can be reached from outside', () => {
  for (const [, { networks: within, ports }] of engines) {
    expect([within, ports]).toEqual([['inside'], undefined]);
  }
  expect(networks['inside']!.internal).toBe(true);
});

test('the engine is of the version that the tests run', () => {
  const [, tested] = /<engine>([^<]+)</.exec(read('scripts/engine/pom.xml')) ?? [];
  for (const [, { image }] of engines) expect(usual(image!)).toBe(`opensearchproject/opensearch:${tested}`);
});

test('portal and load ask the three nodes, and their commands are read by the program', async () => {
  const nodes = engines.map(([name]) => `http://${name}:9200`).join(',');
  for (const name of ['portal', 'load']) expect(services[name]!.environment!['GONGBAO_ENGINE']).toBe(nodes);
  expect(read('docs/portal/Dockerfile')).toContain('ENTRYPOINT ["node", "scripts/gongbao.ts", "portal"]');
  expect(services['load']!.entrypoint).toEqual(['node', 'scripts/gongbao.ts', 'portal', 'load']);
  // A strange option is wrong use, told before anything is asked: with one more, only that one is complained of.
  let said = '';
  const io = { stdout: { write: () => {} }, stderr: { write: (text: string) => (said += text) } };
  const command = services['portal']!.command!.map(usual);
  expect(await run([...command, '--no-such-option'], io)).toBe(2);
  expect(said).toContain('--no-such-option');
  for (const option of command.filter((word) => word.startsWith('--')))
    expect(said.split('\n')[0]).not.toContain(option);
});

test('all that the image copies is there', () => {
  const copied = Array.from(read('docs/portal/Dockerfile').matchAll(/^COPY (.+) \S+$/gm), ([, paths]) =>
    paths!.split(' '),
  ).flat();
  expect(copied.length).toBeGreaterThan(3);
  for (const path of copied)
    expect([path, existsSync(new URL(`../../${path}`, import.meta.url))]).toEqual([path, true]);
});
