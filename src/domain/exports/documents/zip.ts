/** Zip files with the same bytes on every run (APPNOTE 6.3, without dates, without comments). */
import { deflateSync, strToU8 } from 'fflate';

/** A file as a zip holds it. One that many zips hold is made once. */
export interface ZipEntry {
  name: Uint8Array;
  /** 8 compressed, 0 as it is. */
  method: 0 | 8;
  data: Uint8Array;
  size: number;
  crc: number;
}

/** @param stored true for what is not to be compressed */
export function zipEntry(name: string, body: string | Uint8Array, stored = false): ZipEntry {
  const bytes = typeof body === 'string' ? strToU8(body) : body;
  return {
    name: strToU8(name),
    method: stored ? 0 : 8,
    data: stored ? bytes : deflateSync(bytes, { level: 6 }),
    size: bytes.length,
    crc: crc32(bytes),
  };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let k = 0; k < 8; k++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) value = crcTable[(value ^ byte) & 0xff]! ^ (value >>> 8);
  return (value ^ -1) >>> 0;
}

/** Fields of lowest byte first, each with its number of bytes. */
function fields(...list: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
  return Uint8Array.from(
    list.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, k) => (value >>> (8 * k)) & 0xff)),
  );
}

/** Names are UTF-8; the moment is the first that a zip can hold, 1980-01-01. */
const utf8 = 0x0800;
const epoch = [
  [0, 2],
  [(1 << 5) | 1, 2],
] as const;

/** What the head of a file and its line in the list at the end have in common. */
const described = ({ name, method, data, size, crc }: ZipEntry) =>
  [
    [20, 2],
    [utf8, 2],
    [method, 2],
    ...epoch,
    [crc, 4],
    [data.length, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  ] as const;

/** What a zip can count: with as many files or bytes as this, its fields say that the number stands elsewhere. */
const [mostFiles, mostBytes] = [0xffff, 0xffffffff];

/** Refuses what does not fit into a zip, rather than write wrong numbers into it. */
function checkFits(entries: readonly ZipEntry[]): void {
  const bytes = entries.reduce((sum, { name, data }) => sum + 30 + 46 + 2 * name.length + data.length, 22);
  if (entries.length >= mostFiles) throw new Error(`一个压缩包装不下${entries.length}个文件`);
  if (bytes >= mostBytes || entries.some(({ size }) => size >= mostBytes))
    throw new Error('一个压缩包装不下这些文件：超过4 GiB');
}

/**
 * Entries as one zip, in their order.
 * @throws Error where they are 65,535 or more, or 4 GiB: such a zip would need another form, which is not written here
 */
export function zipOfEntries(entries: readonly ZipEntry[]): Uint8Array {
  checkFits(entries);
  const parts: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const head = fields([0x04034b50, 4], ...described(entry));
    list.push(fields([0x02014b50, 4], [20, 2], ...described(entry), [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]));
    list.push(entry.name);
    parts.push(head, entry.name, entry.data);
    at += head.length + entry.name.length + entry.data.length;
  }
  const listed = list.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  const end = fields([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [listed, 4], [at, 4], [0, 2]);
  const all = new Uint8Array(at + listed + end.length);
  let next = 0;
  for (const part of [...parts, ...list, end]) {
    all.set(part, next);
    next += part.length;
  }
  return all;
}

/** @param stored names that are not compressed and stand first, as EPUB wants its `mimetype` */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  stored: readonly string[] = [],
): Uint8Array {
  return zipOfEntries(
    Object.entries(files).map(([name, body]) => zipEntry(name, body, stored.includes(name))),
  );
}
