/**
 * Parts of files from a host: by Range where it has it (RFC 9110), else out of the whole file, which then stays in memory.
 */
import { type Manifest, nameOf } from '../../domain/search/files/manifest.ts';
import { type FetchPart, fileSource, type Part } from '../../domain/search/files/reader.ts';
import type { SearchSource } from '../../domain/search/source.ts';
import { request } from './request.ts';

type Range = NonNullable<Part['range']>;

/**
 * Reads parts of the files below an address.
 * @returns the way to read, and the addresses that were read; a part bears its bytes: `/search/data/t/….bin?bytes=0-95`
 */
function partsBelow(base: string, get: typeof fetch): { fetchPart: FetchPart; read: Set<string> } {
  const read = new Set<string>();
  const whole = new Map<string, Promise<Uint8Array>>();
  /** Whether the host has Range: told by the first part that is asked for, on which the others wait. */
  let hasRange: Promise<boolean> | undefined;

  const wholeOf = (url: string, cache: RequestCache): Promise<Uint8Array> => {
    const held = cache === 'reload' ? undefined : whole.get(url);
    if (held) return held;
    const coming = request(url, get, cache).then(async (response) => checked(url, await bytesOf(response)));
    whole.set(url, coming);
    coming.then(
      () => read.add(url),
      () => whole.delete(url),
    );
    return coming;
  };

  // A browser's own store lets parts of one file come only one after another; what is kept for later the keeper keeps.
  const partOf = async (url: string, range: Range): Promise<Uint8Array> => {
    const { from, to } = range;
    const response = await request(url, get, 'no-store', { Range: `bytes=${from}-${to - 1}` });
    const bytes = await bytesOf(response);
    if (response.status === 206) {
      if (bytes.length !== to - from) throw new Error(`残缺 ${url}`);
      read.add(`${url}?bytes=${from}-${to - 1}`);
      return bytes;
    }
    hasRange = Promise.resolve(false);
    whole.set(url, Promise.resolve(checked(url, bytes)));
    read.add(url);
    return cut(bytes, range);
  };

  const bytesAt = async (url: string, range: Range, cache: RequestCache): Promise<Uint8Array> => {
    if (hasRange === undefined) {
      const first = partOf(url, range);
      hasRange = first.then(
        () => !whole.has(url),
        () => {
          hasRange = undefined;
          return true;
        },
      );
      return first;
    }
    if (await hasRange) return partOf(url, range);
    return cut(await wholeOf(url, cache), range);
  };

  return {
    read,
    async fetchPart({ path, range, packed, fresh }) {
      const url = base + path;
      const cache = fresh ? 'reload' : 'default';
      const bytes = range ? await bytesAt(url, range, cache) : await wholeOf(url, cache);
      return packed ? unpacked(bytes) : bytes;
    },
  };
}

/** The archive in files below an address, and the addresses that were read. */
export function sourceBelow(
  base: string,
  manifest: Manifest,
  get: typeof fetch,
): { source: SearchSource; read: Set<string> } {
  const { fetchPart, read } = partsBelow(base, get);
  return { source: fileSource(manifest, fetchPart), read };
}

const bytesOf = async (response: Response): Promise<Uint8Array> =>
  new Uint8Array(await response.arrayBuffer());

function cut(bytes: Uint8Array, { from, to }: Range): Uint8Array {
  if (to > bytes.length) throw new RangeError('数据不完整');
  return bytes.subarray(from, to);
}

/** A whole file bears the name of its bytes. */
function checked(url: string, bytes: Uint8Array): Uint8Array {
  if (!url.endsWith(`/${nameOf(bytes)}.bin`)) throw new Error(`检索数据有损坏 ${url}`);
  return bytes;
}

/** The checksum of the format (RFC 1950) tells a damaged piece from a whole one. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return bytesOf(new Response(stream.pipeThrough(new DecompressionStream('deflate'))));
}
