/** The raster icons of the site: each is what its name and the manifest say. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const file = (name: string): Buffer => readFileSync(`public/${name}`);
const png = '89504e470d0a1a0a';

/** Width and height of a PNG, from its head. */
function sizeOf(picture: Buffer): [number, number] {
  expect(picture.subarray(0, 8).toString('hex')).toBe(png);
  return [picture.readUInt32BE(16), picture.readUInt32BE(20)];
}

test.each([
  ['icon-180.png', 180],
  ['icon-192.png', 192],
  ['icon-512.png', 512],
  ['icon-maskable.png', 512],
])('%s is a square of %i', (name, size) => {
  expect(sizeOf(file(name))).toEqual([size, size]);
});

test('favicon.ico holds pictures of 16, 32 and 48, each whole', () => {
  const ico = file('favicon.ico');
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 3]);
  const sizes = [0, 1, 2].map((i) => {
    const [length, at] = [ico.readUInt32LE(6 + 16 * i + 8), ico.readUInt32LE(6 + 16 * i + 12)];
    expect(at + length).toBeLessThanOrEqual(ico.length);
    const [width] = sizeOf(ico.subarray(at, at + length));
    expect(ico.readUInt8(6 + 16 * i)).toBe(width);
    return width;
  });
  expect(sizes).toEqual([16, 32, 48]);
});
