/** A package of parts (DOCX, OFD): only the parts asked for are unpacked, and no more than the limits allow. */
import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { limits } from './limits.ts';
import { Refusal } from './types.ts';

/** Why a package with a password is not taken in. */
export const locked = '文件有密码，不能读取：请先取消密码';

export interface Package {
  /** Names of all parts, as the package spells them. */
  names: string[];
  /** Whether there is a part of that name. */
  has(name: string): boolean;
  /** Unpacks one part; undefined where there is none of that name. */
  read(name: string): Uint8Array | undefined;
}

/**
 * Opens a package. Names are looked up without regard to case, with either slash and without a leading one; a name
 * that climbs out of the package stays inside: nothing is ever written to disk.
 *
 * @throws Refusal for a broken, encrypted or overgrown package
 */
export function openPackage(bytes: Uint8Array): Package {
  const entries = new Map<string, { name: string; size: number }>();
  let count = 0;
  guarded(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++count > limits.entries) throw new Refusal('压缩包里的文件太多，不读取');
        entries.set(pathKey(name), { name, size: originalSize });
        return false;
      },
    }),
  );
  const sums = guarded(() => checksums(bytes));
  let spent = 0;
  return {
    names: Array.from(entries.values(), ({ name }) => name),
    has: (name) => entries.has(pathKey(name)),
    read(name) {
      const entry = entries.get(pathKey(name));
      if (!entry) return undefined;
      spent += entry.size;
      if (entry.size > limits.part || spent > limits.unpacked)
        throw new Refusal(`压缩包里的 ${entry.name} 展开后过大，不读取`);
      // A part gets the room that its header declares: what is longer is cut, and its sum does not match.
      const part = guarded(() => unzipSync(bytes, { filter: (file) => file.name === entry.name }))[
        entry.name
      ];
      if (!part || part.length !== entry.size || !sums.has(crc32(part)))
        throw new Refusal(`压缩包里的 ${entry.name} 已损坏，校验不符`);
      return part;
    },
  };
}

/** `/Doc_0\Pages/./Page.xml` → `doc_0/pages/page.xml` */
function pathKey(name: string): string {
  const parts: string[] = [];
  for (const part of name.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/').toLowerCase();
}

/** CRC-32 of all parts as the directory of the package states them (APPNOTE.TXT 4.3.12); encryption is refused. */
function checksums(bytes: Uint8Array): Set<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  const sums = new Set<number>();
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0 && view.getUint32(at, true) === 0x02014b50; i--) {
    if (view.getUint16(at + 8, true) & 1) throw new Refusal(locked);
    sums.add(view.getUint32(at + 16, true));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('压缩包已损坏，无法展开');
  }
}
