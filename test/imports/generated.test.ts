/** Truth by generation: invented issues → files as printers, departments and sites make them → import → the same text. */

import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseIssue } from '../../src/domain/structure/index.ts';
import { readText } from '../../src/domain/text/index.ts';
import { writeGazette } from '../../src/imports/gazette.ts';
import { importFile } from '../../src/imports/index.ts';
import { missingParts } from '../../src/imports/next-steps.ts';
import { docxLayoutNames, toDocx, toTracked } from './made/docx.ts';
import { siteNames, toHtml, toText } from './made/html.ts';
import { type MadeIssue, makeIssue, truthOf } from './made/issue.ts';
import { ofdStyles, toOfd } from './made/ofd.ts';
import { toPdf } from './made/pdf.ts';
import { layouts, type Set as Typeset, typeset } from './made/typeset.ts';

const bare = (text: string): string => text.replace(/\s/g, '');
const perLayout = 11;
const seeds = Array.from({ length: perLayout }, (_, i) => i + 1);

const toText16 = (issue: MadeIssue): Uint8Array =>
  new Uint8Array(Buffer.from(`\ufeff${toText(issue)}`, 'utf16le'));

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

  test.each(seeds)('OFD of issue %i: every character, document, cell and page', async (seed) => {
    const issue = makeIssue(seed);
    const set = typeset(issue, layouts[name]!);
    const gazette = await gazetteOf(toOfd(set.pages, ofdStyles[seed % ofdStyles.length]));
    expectText(gazette, issue, (document) => String(set.documents[document]));
    expectPages(gazette, set);
    expectDocuments(gazette, issue);
  });
});

describe.each<[string, (issue: MadeIssue) => Uint8Array]>([
  ...docxLayoutNames.map((name): [string, typeof toText16] => [
    `DOCX, ${name}`,
    (issue) => toDocx(issue, name),
  ]),
  ...siteNames.map((name): [string, typeof toText16] => [
    `web page, ${name}`,
    (issue) => toHtml(issue, name),
  ]),
  ['UTF-16', toText16],
])('as %s', (_, make) => {
  test.each(seeds)('issue %i: every character, document and cell', async (seed) => {
    const issue = makeIssue(seed);
    const gazette = await gazetteOf(make(issue));
    expectText(gazette, issue);
    expectDocuments(gazette, issue);
  });
});

test.each(seeds)(
  'tracked changes of issue %i: read only as a person says, and both ways exactly',
  async (seed) => {
    const { bytes, ...readings } = toTracked(makeIssue(seed));
    await expect(importFile(bytes)).rejects.toThrow('修订痕迹');
    for (const revisions of ['accept', 'reject'] as const) {
      const { lines, doubts } = await importFile(bytes, { revisions });
      expect(bare(lines.flatMap(({ cells }) => cells).join(''))).toBe(bare(readings[revisions].join('')));
      expect(doubts.map(({ rule }) => rule)).not.toContain('conservation');
    }
  },
);

test('sixty pages take less than three seconds of the processor', async () => {
  const pages = seeds.flatMap((seed) => typeset(makeIssue(seed), layouts['one column']!).pages);
  const bytes = toPdf(Array.from({ length: 60 }, (_, i) => pages[i % pages.length]!));
  const before = process.cpuUsage();
  expect((await importFile(bytes)).pages).toHaveLength(60);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(3);
});

test('the same file gives the same text and record', async () => {
  const bytes = (): Uint8Array => toPdf(typeset(makeIssue(3), layouts['two columns']!).pages);
  expect(await importFile(bytes())).toEqual(await importFile(bytes()));
});
