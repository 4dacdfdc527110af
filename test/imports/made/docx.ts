/** A Word document from the XML of its body, and an issue as a Word document. */
import { strToU8, zipSync } from 'fflate';
import type { MadeIssue } from './issue.ts';
import { escapeXml } from './ofd.ts';

const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type PartName = 'styles' | 'numbering' | 'footnotes' | 'comments' | 'header1';

/** @param parts the inside of further parts: `<w:style …>` for styles */
export function docxOf(body: string, parts: Partial<Record<PartName, string>> = {}): Uint8Array {
  const roots: Record<PartName, string> = {
    styles: 'styles',
    numbering: 'numbering',
    footnotes: 'footnotes',
    comments: 'comments',
    header1: 'hdr',
  };
  const names = Object.keys(parts) as PartName[];
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${names.map((name) => `<Relationship Id="${name}" Type="${relations}/${name.replace('1', '')}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name) => [`word/${name}.xml`, `<w:${roots[name]} ${w}>${parts[name]}</w:${roots[name]}>`]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '2021-01-01',
  });
}

/** `p('甲', '<w:jc w:val="center"/>')` → a paragraph. */
export const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

export const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

export function toDocx({ blocks }: MadeIssue): Uint8Array {
  return docxOf(
    blocks
      .map((block) => {
        if (block.kind === 'document') return '';
        if (block.kind === 'table') return table(block.rows);
        return p(block.text, block.kind === 'title' ? '<w:jc w:val="center"/>' : '');
      })
      .join(''),
  );
}
