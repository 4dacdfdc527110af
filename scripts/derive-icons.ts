/**
 * Raster icons of `public/` from `public/favicon.svg`, for programs that read no SVG: run again when the drawing changes.
 *
 * `node scripts/derive-icons.ts`
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { softwareFolder } from './package.ts';

const folder = join(softwareFolder(), 'public');
const svg = await readFile(join(folder, 'favicon.svg'), 'utf8');

/** The drawing as PNG; a maskable one keeps it inside the safe zone, on its own ground. */
async function png(size: number, maskable = false): Promise<Buffer> {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext('2d');
  const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" `);
  if (maskable) {
    context.fillStyle = '#a3281e';
    context.fillRect(0, 0, size, size);
  }
  const inner = maskable ? size * 0.8 : size;
  const edge = (size - inner) / 2;
  context.drawImage(await loadImage(Buffer.from(sized)), edge, edge, inner, inner);
  return canvas.encode('png');
}

/** An ICO of PNG pictures: 6 bytes of head, 16 for each picture, then the pictures. */
async function ico(sizes: readonly number[]): Promise<Buffer> {
  const pictures = await Promise.all(sizes.map((size) => png(size)));
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let at = head.length;
  for (const [i, picture] of pictures.entries()) {
    const entry = 6 + 16 * i;
    head.writeUInt8(sizes[i]!, entry);
    head.writeUInt8(sizes[i]!, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(picture.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += picture.length;
  }
  return Buffer.concat([head, ...pictures]);
}

await writeFile(join(folder, 'favicon.ico'), await ico([16, 32, 48]));
await writeFile(join(folder, 'icon-180.png'), await png(180, true));
await writeFile(join(folder, 'icon-192.png'), await png(192));
await writeFile(join(folder, 'icon-512.png'), await png(512));
await writeFile(join(folder, 'icon-maskable.png'), await png(512, true));
