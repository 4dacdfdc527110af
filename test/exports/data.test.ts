/** The data files: each record as its published schema says, each fact as the page has it, each claim with its ground. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataFiles, schemas } from '../../src/domain/exports/data/files.ts';
import type { TextRecord, VersionRecord, WorkFile } from '../../src/domain/exports/data/records.ts';
import type { Holding } from '../../src/domain/exports/index.ts';
import type { Provision } from '../../src/domain/model.ts';
import { amended, anyTree, firstHolding, heldTexts, holdingOfTree, nastyText } from './held.ts';

type Body = string | Uint8Array | Iterable<string>;

const textOf = (body: Body): string =>
  typeof body === 'string'
    ? body
    : body instanceof Uint8Array
      ? new TextDecoder().decode(body)
      : [...body].join('');

const filesOf = (holding: Holding): Map<string, string> =>
  new Map(Array.from(dataFiles(holding), ({ path, body }) => [path, textOf(body)]));

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

const ajv = new Ajv2020({ strict: false });
const validators = new Map(Object.entries(schemas()).map(([name, schema]) => [name, ajv.compile(schema)]));

/** What a JSON Schema validator says of every record; empty where all are as published. */
function faults(files: Map<string, string>): string[] {
  const check = (name: string, path: string, value: unknown): string[] => {
    const valid = validators.get(name)!;
    return valid(value) ? [] : [`${path}: ${ajv.errorsText(valid.errors)}`];
  };
  return Array.from(files).flatMap(([path, text]) => {
    const table = /^data\/(\w+)\.jsonl$/.exec(path)?.[1];
    if (table) return linesOf(text).flatMap((value) => check(table, path, value));
    if (!path.startsWith('data/works/')) return [];
    return check(path.split('/').length === 4 ? 'text' : 'work', path, JSON.parse(text));
  });
}

/** A CSV file as a spreadsheet reads it. */
function csvOf(text: string): string[][] {
  expect(text.startsWith('\ufeff')).toBe(true);
  const rows: string[][] = [[]];
  for (const [, cell, end] of text.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)!.push(cell!.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('data of the first gazette', () => {
  const files = filesOf(firstHolding());

  test('is as the published schemas say', () => {
    expect(faults(files)).toEqual([]);
  });

  test.each([
    'works',
    'versions',
    'provisions',
    'events',
    'references',
    'amendments',
    'portfolios',
    'tiers',
    'deadlines',
  ])('%s: something is told, with ground, horizon and words; the table has the same rows', (name) => {
    const records = linesOf(files.get(`data/${name}.jsonl`)!) as Record<string, unknown>[];
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      expect(record).toMatchObject({ horizon: expect.any(String), basis: expect.any(String) });
      expect(record['evidence']).toBeInstanceOf(Array);
    }
    const [head, ...rows] = csvOf(files.get(`data/${name}.csv`)!);
    expect(rows).toHaveLength(records.length);
    expect(rows.map((row) => row[head!.indexOf('work')])).toEqual(records.map(({ work }) => work));
  });

  test('a text has the words, the state and the title that the archive has; an article has an address in it', () => {
    const holding = firstHolding();
    for (const text of holding.texts) {
      const file = JSON.parse(files.get(`data/works/${text.work.id}/${text.name}.json`)!) as TextRecord;
      const { state, basis, horizon, reason } = text.status;
      expect(file).toMatchObject({ state, basis, horizon, reason, title: text.version.instrument.title });
      const { provisions, annexes } = text.version.instrument;
      const tree = [...flatten(provisions), ...annexes.flatMap((annex) => flatten(annex.provisions))];
      const said = ({ eId, label, heading, text: words, rows }: Said) => ({
        eId,
        label,
        heading,
        text: words,
        rows,
      });
      expect(Object.entries(file.provisions).map(([eId, one]) => said({ eId, ...one }))).toEqual(
        tree.map(said),
      );
    }
  });

  test('old and new numbers of an amended rule stand side by side with the clause', () => {
    const rows = linesOf(files.get('data/amendments.jsonl')!);
    expect(rows).toContainEqual(
      expect.objectContaining({
        work: 'wangyueche-guiding',
        oldPlace: '第六条第一款第四项',
        newPlace: '第六条第三项',
        change: 'renumbered',
        evidence: [expect.objectContaining({ eId: 'lvl_1', text: '删去第六条第一款第三项和第五项、第二款' })],
      }),
    );
  });

  test('every address of the description is one of a file, and every file is described', () => {
    const { paths } = JSON.parse(files.get('data/openapi.json')!) as { paths: Record<string, unknown> };
    const patterns = Object.keys(paths).map(
      (path) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+').slice(1)}$`),
    );
    const data = [...files.keys()].filter((path) => !/schema|openapi/.test(path));
    expect(data.filter((path) => !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
  });
});

type Said = Pick<Provision, 'eId' | 'label' | 'heading' | 'text' | 'rows'>;

const flatten = (provisions: readonly Provision[]): Provision[] =>
  provisions.flatMap((provision) => [provision, ...flatten(provision.children)]);

describe('data of any archive', () => {
  test('a text of which a clause could not be applied is not complete, in its own file and in the table', () => {
    const files = filesOf(heldTexts('2023-01-01', ...amended));
    const work = JSON.parse(files.get('data/works/parking.json')!) as WorkFile;
    const [before, after] = work.texts;
    expect(before).toMatchObject({ complete: true, gaps: [] });
    expect(after!.complete).toBe(false);
    expect(after!.gaps.map(({ reason }) => reason).join()).toContain('未能应用');
    const versions = linesOf(files.get('data/versions.jsonl')!) as VersionRecord[];
    expect(versions.find(({ version }) => version === after!.version)).toEqual(after);
    expect(faults(files)).toEqual([]);
  });

  test('whatever its words, every file can be read, and no cell is a formula', () => {
    fc.assert(
      fc.property(anyTree, nastyText, (provisions, title) => {
        const { holding } = holdingOfTree({ provisions, title });
        const files = filesOf(holding);
        expect(faults(files)).toEqual([]);
        for (const [path, text] of files) {
          if (!path.endsWith('.csv')) continue;
          const rows = csvOf(text);
          expect(new Set(rows.map((row) => row.length)).size).toBe(1);
          expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a long table comes in pieces', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [String(i), '很长的一行'.repeat(20)]);
    const table = {
      type: 'table' as const,
      number: '1',
      label: '',
      eId: 'tbl_1',
      text: '',
      rows,
      children: [],
    };
    const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
    const { holding } = holdingOfTree({
      provisions: Array.from({ length: 3 }, (_, i) => ({ ...table, eId: `t_${i}`, position })),
    });
    const file = Array.from(dataFiles(holding)).find(({ path }) => path === 'data/provisions.jsonl')!;
    expect(Array.from(file.body as Iterable<string>).length).toBeGreaterThan(1);
  });
});
