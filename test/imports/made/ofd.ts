/** Pages → an OFD: a package of XML in millimetres. */
import { strToU8, zipSync } from 'fflate';
import { page, type SetPage } from './typeset.ts';

const mm = (points: number): string => ((points * 25.4) / 72).toFixed(3);
export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const xmlns = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** The characters of a page, each an object of its own, the last line first: order in the file means nothing. */
export function toOfd(pages: readonly SetPage[]): Uint8Array {
  return ofdOf(
    pages.map(({ glyphs, rules }) =>
      [
        ...glyphs
          .toReversed()
          .map(
            ({ c, x, y, size }) =>
              `<ofd:TextObject Boundary="${mm(x)} ${mm(y - size)} ${mm(size)} ${mm(size)}" Size="${mm(size)}"><ofd:TextCode X="0" Y="${mm(size)}">${escapeXml(c)}</ofd:TextCode></ofd:TextObject>`,
          ),
        ...rules.map(
          ({ x1, y1, x2, y2 }) =>
            `<ofd:PathObject Boundary="${mm(x1)} ${mm(y1)} ${mm(x2 - x1)} ${mm(y2 - y1)}"><ofd:AbbreviatedData>M 0 0 L ${mm(x2 - x1)} ${mm(y2 - y1)}</ofd:AbbreviatedData></ofd:PathObject>`,
        ),
      ].join(''),
    ),
  );
}

/** A package from the objects of its pages. */
export function ofdOf(pages: readonly string[], more: Record<string, string> = {}): Uint8Array {
  const files: Record<string, string> = {
    'OFD.xml': `<ofd:OFD ${xmlns} Version="1.1"><ofd:DocBody><ofd:DocInfo><ofd:Title>样例</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${xmlns}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${mm(page.width)} ${mm(page.height)}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(
      pages.map((objects, i) => [
        `Doc_0/Pages/Page_${i}/Content.xml`,
        `<ofd:Page ${xmlns}><ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`,
      ]),
    ),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '2021-01-01',
  });
}
