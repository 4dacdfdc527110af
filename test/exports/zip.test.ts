import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type ZipEntry, zipEntry, zipOf, zipOfEntries } from '../../src/domain/exports/documents/zip.ts';

test('what was put in comes out', () => {
  const files = unzipSync(zipOf({ mimetype: 'application/epub+zip', '第一章.txt': '总则' }, ['mimetype']));
  expect(Object.entries(files).map(([name, bytes]) => `${name} ${strFromU8(bytes)}`)).toEqual([
    'mimetype application/epub+zip',
    '第一章.txt 总则',
  ]);
});

const entry = zipEntry('甲.txt', '甲');
/** An entry that says it has so many bytes; they are never there. */
const heavy = (size: number, packed: number): ZipEntry => ({
  ...{ ...entry, size },
  data: { length: packed } as Uint8Array,
});

test.each([
  ['65,535 files', Array.from({ length: 65_535 }, () => entry), '65535个文件'],
  ['a file of 4 GiB that packs small', [heavy(2 ** 32, 10)], '超过4 GiB'],
  ['files of 4 GiB together', [heavy(2 ** 31, 2 ** 31), heavy(2 ** 31, 2 ** 31)], '超过4 GiB'],
])('%s are refused: a zip cannot count them', (_, entries, reason) => {
  expect(() => zipOfEntries(entries)).toThrow(reason);
});

test('65,534 files are not', () => {
  const { byteLength } = zipOfEntries(Array.from({ length: 65_534 }, () => entry));
  expect(byteLength).toBeGreaterThan(65_534 * 76);
});
