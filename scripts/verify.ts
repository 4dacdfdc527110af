/** `verify`: is the published site what its sources give, byte for byte? */
import type { KeyObject } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { evidenceIndexPath } from '../src/domain/exports/evidence/paths.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { run as build } from './build.ts';
import type { Io } from './io.ts';
import { isFolder } from './package.ts';
import { fingerprintOf, isSigned, readKey, signatureFile } from './signature.ts';
import { differences, readSums, sha256, sumsFile, sumsOf } from './sums.ts';

const usage = `用法：verify DIR|网址 [--content DIR] [--key 公钥.pem] [--quick]
  DIR|网址       已发布的网站：文件夹，或者 https://…
  --content DIR  据以生成的内容所在的文件夹，默认 content
  --key FILE     市里所持密钥的公钥（Ed25519，PEM）：核对 SHA256SUMS 的签名 SHA256SUMS.sig
  --quick        不重新生成：只核对已发布的文件与 SHA256SUMS、源文件与 evidence.json 是否一致
`;

const options = {
  content: { type: 'string', default: 'content' },
  key: { type: 'string' },
  quick: { type: 'boolean' },
} as const;

/** A published site, wherever it is. */
interface Published {
  /** A file by its path; undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Checksums of what is there, of files that the list names. */
  sums(listed: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>>;
}

function folder(dir: string): Published {
  return {
    read: (path) => readFile(join(dir, path)).catch(() => undefined),
    sums: () => sumsOf(dir),
  };
}

/** Files asked for at a time. */
const atOnce = 8;

function site(address: URL): Published {
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const target = new URL(path.split('/').map(encodeURIComponent).join('/'), address);
    const response = await fetch(target);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  };
  return {
    read,
    async sums(listed) {
      const paths = Array.from(listed.keys());
      const sums = new Map<string, string>();
      const next = async (): Promise<void> => {
        for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
          const body = await read(path);
          if (body) sums.set(path, sha256(body));
        }
      };
      await Promise.all(Array.from({ length: atOnce }, next));
      return sums;
    },
  };
}

/** A site by its folder or address; undefined where there is none. */
async function publishedAt(place: string): Promise<Published | undefined> {
  const address = URL.parse(place.endsWith('/') ? place : `${place}/`);
  if (address && /^https?:$/.test(address.protocol)) return site(address);
  return (await isFolder(place)) ? folder(resolve(place)) : undefined;
}

const evidence = z.looseObject({
  site: z.string(),
  base: z.string(),
  sources: z.array(z.looseObject({ path: z.string(), sha256: z.string() })),
});

/**
 * Exit code 0: equal. 1: something differs, each file told. 2: wrong use, or nothing there that can be verified.
 */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io);
  if (typeof read === 'number') return read;
  const { values, positionals } = read;
  const [place, ...more] = positionals;
  if (place === undefined || more.length > 0) return wrongUse('', usage, io);
  const published = await publishedAt(place);
  if (!published) return wrongUse(`没有这个文件夹，也不是网址：${place}`, usage, io);
  const key =
    values.key === undefined ? undefined : readKey(await readFile(values.key, 'utf8').catch(() => ''));
  if (values.key !== undefined && !key) return wrongUse(`“${values.key}”不是 Ed25519 公钥（PEM）`, usage, io);
  const list = (await published.read(sumsFile).catch(() => undefined)) ?? new Uint8Array();
  const listed = readSums(new TextDecoder().decode(list));
  const about = readEvidence(await published.read(evidenceIndexPath).catch(() => undefined));
  if (!listed || listed.size === 0 || !about) {
    return wrongUse(`“${place}”没有可读的 ${sumsFile} 和 ${evidenceIndexPath}，无从核对`, usage, io);
  }
  const problems: string[] = [];
  const report = (title: string, lines: readonly string[]): void => {
    problems.push(...lines);
    io.stdout.write(
      lines.length === 0
        ? `${title}：一致\n`
        : `${title}：${lines.length}处不同\n${lines.map((line) => `  ${line}\n`).join('')}`,
    );
  };
  const signature = await published.read(signatureFile).catch(() => undefined);
  if (key) report('清单的签名', signatureFaults(list, signature, key));
  else if (signature) io.stdout.write(`清单有签名 ${signatureFile}，没有给公钥（--key），没有核对\n`);
  report('已发布的文件与清单', differences(listed, await published.sums(listed)));
  const sources = new Map(about.sources.map(({ path, sha256: sum }) => [path, sum]));
  report('源文件', differences(sources, await sumsOf(resolve(values.content))));
  if (!values.quick) report('重新生成的文件与清单', await rebuilt(values.content, about, listed, io));
  io.stdout.write(problems.length === 0 ? `一致：${listed.size}个文件\n` : '不一致\n');
  return problems.length === 0 ? 0 : 1;
}

/** What is wrong with the signature of the list; empty where it is the key's. */
function signatureFaults(list: Uint8Array, signature: Uint8Array | undefined, key: KeyObject): string[] {
  if (!signature) return [`缺少 ${signatureFile}`];
  return isSigned(list, signature, key)
    ? []
    : [`${signatureFile} 不是公钥 ${fingerprintOf(key)} 对这份清单的签名`];
}

function readEvidence(body: Uint8Array | undefined): z.infer<typeof evidence> | undefined {
  try {
    return evidence.parse(JSON.parse(new TextDecoder().decode(body)));
  } catch {
    return undefined;
  }
}

/** Builds the site anew, where it said it would stand, and holds it against the list. */
async function rebuilt(
  content: string,
  { site: address, base }: z.infer<typeof evidence>,
  listed: ReadonlyMap<string, string>,
  io: Io,
): Promise<string[]> {
  const dir = await mkdtemp(join(tmpdir(), 'gongbao-verify-'));
  const { GONGBAO_SITE, GONGBAO_BASE } = process.env;
  try {
    Object.assign(process.env, { GONGBAO_SITE: address, GONGBAO_BASE: base });
    await build(['--content', content, '--out', join(dir, 'site')], {
      stdout: { write: () => {} },
      stderr: io.stderr,
    });
    return differences(listed, await sumsOf(join(dir, 'site')).catch(() => new Map<string, string>()));
  } finally {
    Object.assign(process.env, { GONGBAO_SITE: GONGBAO_SITE ?? '', GONGBAO_BASE: GONGBAO_BASE ?? '' });
    await rm(dir, { recursive: true, force: true });
  }
}
