/** Pages → a PDF with a text layer: one font that is not embedded, codes that are UTF-16, and a map that says so. */
import { page, type SetPage } from './typeset.ts';

export interface PdfOptions {
  /** The map from codes to characters; without it the text cannot be read. */
  toUnicode?: boolean;
  /** Written for the character itself, as some programs do: a radical. */
  write?: (c: string) => string;
  /** Text that is not shown, as OCR lays it over a scan. */
  hidden?: boolean;
  /** Every page holds a picture. */
  picture?: boolean;
}

const hex = (c: string): string =>
  Array.from({ length: c.length }, (_, i) => c.charCodeAt(i).toString(16).padStart(4, '0')).join('');

export function toPdf(pages: readonly SetPage[], options: PdfOptions = {}): Uint8Array {
  const { toUnicode = true, write = (c) => c, hidden = false, picture = false } = options;
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (text: string, entries = ''): string =>
    `<<${entries}/Length ${text.length}>>stream\n${text}\nendstream`;
  const catalog = add('');
  const tree = add('');
  const used = new Set(
    pages.flatMap(({ glyphs }) => glyphs.flatMap(({ c }) => hex(write(c)).match(/.{4}/g)!)),
  );
  const map = add(
    stream(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n' +
        `${used.size} beginbfchar\n${Array.from(used, (h) => `<${h}> <${h}>`).join('\n')}\nendbfchar\nendcmap end end`,
    ),
  );
  const descriptor = add(
    '<</Type/FontDescriptor/FontName/Made/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>',
  );
  const cid = add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Made/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW 1000/W[32 126 500]/CIDToGIDMap/Identity>>`,
  );
  const font = add(
    `<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/DescendantFonts[${cid} 0 R]${toUnicode ? `/ToUnicode ${map} 0 R` : ''}>>`,
  );
  const image = add(
    stream('\x80', '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8'),
  );
  const kids = pages.map(({ glyphs, rules }) => {
    const words = glyphs.map(
      ({ c, x, y, size }) =>
        `BT /F ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${(page.height - y).toFixed(2)} Tm <${hex(write(c))}> Tj ET`,
    );
    const lines = rules.map(
      ({ x1, y1, x2, y2 }) =>
        `${x1.toFixed(2)} ${(page.height - y1).toFixed(2)} m ${x2.toFixed(2)} ${(page.height - y2).toFixed(2)} l S`,
    );
    const drawn = picture ? ['q 500 0 0 700 40 40 cm /I Do Q'] : [];
    const content = add(stream([...drawn, hidden ? '3 Tr' : '0 Tr', ...words, '0.5 w', ...lines].join('\n')));
    return add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${page.width} ${page.height}]/Resources<</Font<</F ${font} 0 R>>/XObject<</I ${image} 0 R>>>>/Contents ${content} 0 R>>`,
    );
  });
  objects[catalog - 1] = `<</Type/Catalog/Pages ${tree} 0 R>>`;
  objects[tree - 1] =
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`;
  return pdfOf(objects, catalog);
}

/** A file from its objects in order, with their table. */
export function pdfOf(objects: readonly string[], catalog = 1): Uint8Array {
  let out = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer<</Size ${objects.length + 1}/Root ${catalog} 0 R>>\nstartxref\n${start}\n%%EOF`;
  return new Uint8Array(Buffer.from(out, 'latin1'));
}
