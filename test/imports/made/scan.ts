/** Pictures of pages → a PDF without any text, as a scanner makes it. */

/** @param pictures JPEG with their size in pixels, at 150 to the inch */
export function toScan(pictures: readonly { jpeg: Uint8Array; width: number; height: number }[]): Uint8Array {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  const add = (...body: (string | Uint8Array)[]): number => {
    offsets.push(pieces.reduce((sum, piece) => sum + piece.length, 0));
    pieces.push(
      Buffer.from(`${offsets.length} 0 obj\n`),
      ...body.map((part) => Buffer.from(part)),
      Buffer.from('\nendobj\n'),
    );
    return offsets.length;
  };
  add('<</Type/Catalog/Pages 2 0 R>>');
  add(
    `<</Type/Pages/Count ${pictures.length}/Kids[${pictures.map((_, i) => `${3 + i * 3 + 2} 0 R`).join(' ')}]>>`,
  );
  for (const { jpeg, width, height } of pictures) {
    const [w, h] = [(width * 72) / 150, (height * 72) / 150];
    const image = add(
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`,
      jpeg,
      '\nendstream',
    );
    const draw = `q ${w} 0 0 ${h} 0 0 cm /I Do Q`;
    const content = add(`<</Length ${draw.length}>>stream\n${draw}\nendstream`);
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Resources<</XObject<</I ${image} 0 R>>>>/Contents ${content} 0 R>>`,
    );
  }
  const start = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  pieces.push(
    Buffer.from(
      `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}trailer<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(pieces));
}
