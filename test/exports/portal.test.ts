/** What a city hands to a portal: valid by its own schemas, and nothing of what is searched is lost on the way. */
import { expect, test } from 'vitest';
import { portalFiles } from '../../src/domain/exports/portal/files.ts';
import {
  citedText,
  cityRecord,
  deskEvent,
  deskWork,
  type SearchedUnit,
  searchedUnit,
} from '../../src/domain/exports/portal/records.ts';
import { archiveDocuments } from '../../src/domain/search/archive.ts';
import type { SearchDocument, SearchVersion } from '../../src/domain/search/types.ts';
import { amended, firstHolding, heldTexts } from './held.ts';

const bodiesOf = (holding: ReturnType<typeof firstHolding>): Record<string, string[]> =>
  Object.fromEntries(
    Array.from(portalFiles(holding), ({ path, body }) => {
      const text = typeof body === 'string' ? body : Array.from(body as Iterable<string>).join('');
      return [path.replace('portal/', ''), path.endsWith('.json') ? [text] : text.trimEnd().split('\n')];
    }),
  );

test.each([
  ['the first gazette', () => firstHolding()],
  ['an amended rule', () => heldTexts('2024-12-31', ...amended)],
])('%s: every line fits its schema, and the head counts them', (_, holding) => {
  const files = bodiesOf(holding());
  const city = cityRecord.parse(JSON.parse(files['city.json']![0]!));
  const schemas = { works: deskWork, provisions: searchedUnit, events: deskEvent, texts: citedText };
  for (const [name, schema] of Object.entries(schemas)) {
    const lines = files[`${name}.jsonl`]!;
    expect(lines.length).toBe(city[name as keyof typeof schemas]);
    for (const line of lines) expect(schema.parse(JSON.parse(line))).toEqual(JSON.parse(line));
  }
});

test('the searched units give the documents of the static search again, in their order', () => {
  const holding = heldTexts('2024-12-31', ...amended);
  const units = bodiesOf(holding)['provisions.jsonl']!.map((line): SearchedUnit => JSON.parse(line));
  const versions = new Map<string, SearchVersion>();
  const again = units.map(({ work, version, of, ...document }): SearchDocument => {
    const key = `${work}@${version}`;
    if (of) versions.set(key, { work, date: version, ...of } as SearchVersion);
    return { ...document, version: versions.get(key)! };
  });
  expect(again.length).toBeGreaterThan(8);
  expect(again).toEqual(JSON.parse(JSON.stringify(archiveDocuments(holding.archive))));
});
