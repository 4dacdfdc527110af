/** Pages → an OFD: a package of XML in millimetres. */
import { strToU8, zipSync } from 'fflate';
import { page, type SetGlyph, type SetPage } from './typeset.ts';

const mm = (points: number): string => ((points * 25.4) / 72).toFixed(3);
export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const xmlns = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** How a line is written: character by character, with the steps between them, with steps counted, or enlarged. */
export type OfdStyle = 'characters' | 'steps' | 'counted steps' | 'enlarged';
export const ofdStyles: readonly OfdStyle[] = ['characters', 'steps', 'counted steps', 'enlarged'];

/** Glyphs of one size that follow each other on a line. */
function linesOf(glyphs: readonly SetGlyph[]): SetGlyph[][] {
  const lines: SetGlyph[][] = [];
  for (const glyph of glyphs) {
    const last = lines.at(-1)?.at(-1);
    if (last && last.y === glyph.y && last.size === glyph.size && glyph.x > last.x) lines.at(-1)!.push(glyph);
    else lines.push([glyph]);
  }
  return lines;
}

function textObject(line: readonly SetGlyph[], style: OfdStyle): string {
  const [{ x, y, size }] = line as [SetGlyph];
  const scale = style === 'enlarged' ? 2 : 1;
  const steps = line.slice(1).map((glyph, i) => mm((glyph.x - line[i]!.x) / scale));
  const counted = Array.from(runsOf(steps), ([step, times]) => (times > 1 ? `g ${times} ${step}` : step));
  const delta = style === 'counted steps' ? counted : steps;
  const ctm = scale > 1 ? ` CTM="${scale} 0 0 ${scale} 0 0"` : '';
  return `<ofd:TextObject Boundary="${mm(x)} ${mm(y - size)} ${mm(size * line.length)} ${mm(size)}" Size="${mm(size / scale)}"${ctm}><ofd:TextCode X="0" Y="${mm(size / scale)}"${delta.length > 0 ? ` DeltaX="${delta.join(' ')}"` : ''}>${escapeXml(line.map(({ c }) => c).join(''))}</ofd:TextCode></ofd:TextObject>`;
}

/** Equal values that follow each other: `3 3 5` → 3 twice, 5 once. */
function runsOf(values: readonly string[]): [string, number][] {
  const out: [string, number][] = [];
  for (const value of values)
    if (out.at(-1)?.[0] === value) out.at(-1)![1]++;
    else out.push([value, 1]);
  return out;
}

/** The lines of a page, the last one first: order in the file means nothing. */
export function toOfd(pages: readonly SetPage[], style: OfdStyle = 'characters'): Uint8Array {
  return ofdOf(
    pages.map(({ glyphs, rules }) =>
      [
        ...(style === 'characters' ? glyphs.map((glyph) => [glyph]) : linesOf(glyphs))
          .toReversed()
          .map((line) => textObject(line, style)),
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
