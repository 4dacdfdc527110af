/** Truth by generation: invented issues → files as printers, departments and sites make them → import → the same text. */

import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseIssue } from '../../src/domain/structure/index.ts';
import { readText } from '../../src/domain/text/index.ts';
import { writeGazette } from '../../src/imports/gazette.ts';
import { importFile } from '../../src/imports/index.ts';
import { missingParts } from '../../src/imports/next-steps.ts';
import { toDocx } from './made/docx.ts';
import { toHtml, toText } from './made/html.ts';
import { type MadeIssue, makeIssue, truthOf } from './made/issue.ts';
import { toOfd } from './made/ofd.ts';
import { toPdf } from './made/pdf.ts';
import { layouts, type Set as Typeset, typeset } from './made/typeset.ts';

const bare = (text: string): string => text.replace(/\s/g, '');
const perLayout = 11;
const seeds = Array.from({ length: perLayout }, (_, i) => i + 1);

async function gazetteOf(bytes: Uint8Array) {
  const imported = await importFile(bytes);
  const written = writeGazette(imported, 1);
  const file = new VFile({ path: 'gazette.md' });
  const text = readText(written.text, file);
  return { imported, written, text, issue: parseIssue('2021-01', text, file) };
}

type Gazette = Awaited<ReturnType<typeof gazetteOf>>;

function expectText(
  { imported, written }: Gazette,
  issue: MadeIssue,
  pageOf?: (document: number) => string,
): void {
  expect(bare(written.text)).toBe(bare(truthOf(issue, pageOf).join('')));
  expect(imported.doubts.filter(({ rule }) => rule === 'conservation')).toEqual([]);
}

/** Cells of all tables as the reader of issues finds them. */
function cellsOf({ issue }: Gazette): string[] {
  const rows = (node: { rows?: string[][]; children: object[] }): string[] => [
    ...(node.rows ?? []).flat().map(bare),
    ...node.children.flatMap((child) => rows(child as never)),
  ];
  return issue.instruments.flatMap((instrument) =>
    [...instrument.provisions, ...instrument.annexes.flatMap(({ provisions }) => provisions)].flatMap(
      (each) => rows(each as never),
    ),
  );
}

function expectDocuments(gazette: Gazette, issue: MadeIssue): void {
  expect(gazette.issue.instruments.map(({ title }) => bare(title))).toEqual(issue.titles.map(bare));
  const cells = issue.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map(bare) : []));
  expect(cellsOf(gazette)).toEqual(cells);
}

function expectPages({ imported, written, issue }: Gazette, set: Typeset): void {
  expect(imported.pages.map(({ printed }) => printed)).toEqual(set.pages.map((_, i) => String(i + 1)));
  const lines = written.text.split('\n');
  expect(written.pages.map(({ page }) => page)).toEqual(set.pages.map((_, i) => i + 1));
  for (const { page, line, column } of written.pages)
    expect(bare(lines[line - 1]!.slice(column - 1))).toMatch(
      new RegExp(
        `^${set.firsts[page - 1]!.replace(/\.{3,}\d*$|\s/g, '').replace(/[()[\].*+?^$|\\{}]/g, '\\$&')}`,
      ),
    );
  expect(missingParts(issue, imported.pages, written.pages)).toEqual([]);
}

describe.each(Object.keys(layouts))('printed in the layout “%s”', (name) => {
  test.each(seeds)('PDF of issue %i: every character, document, cell and page', async (seed) => {
    const issue = makeIssue(seed);
    const set = typeset(issue, layouts[name]!);
    const gazette = await gazetteOf(toPdf(set.pages));
    expectText(gazette, issue, (document) => String(set.documents[document]));
    expectPages(gazette, set);
    expectDocuments(gazette, issue);
  });

  test.each(seeds.slice(0, 2))('OFD of issue %i: the same as the PDF', async (seed) => {
    const set = typeset(makeIssue(seed), layouts[name]!);
    const [pdf, ofd] = [await importFile(toPdf(set.pages)), await importFile(toOfd(set.pages))];
    expect(ofd.lines.map(({ cells }) => cells.map(bare))).toEqual(
      pdf.lines.map(({ cells }) => cells.map(bare)),
    );
    expect(ofd.pages).toEqual(pdf.pages);
    expect(ofd.furniture).toHaveLength(pdf.furniture.length);
    expect(ofd.doubts).toEqual(pdf.doubts);
  });
});

describe.each([
  ['DOCX', toDocx],
  ['HTML', toHtml],
  ['UTF-16', (issue: MadeIssue) => new Uint8Array(Buffer.from(`\ufeff${toText(issue)}`, 'utf16le'))],
])('as %s', (_, make) => {
  test.each(seeds)('issue %i: every character, document and cell', async (seed) => {
    const issue = makeIssue(seed);
    const gazette = await gazetteOf(make(issue));
    expectText(gazette, issue);
    expectDocuments(gazette, issue);
  });
});

test('the same file gives the same text and record', async () => {
  const bytes = (): Uint8Array => toPdf(typeset(makeIssue(3), layouts['two columns']!).pages);
  expect(await importFile(bytes())).toEqual(await importFile(bytes()));
});
