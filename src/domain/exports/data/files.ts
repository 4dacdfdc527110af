/** The data files: tables of everything, a file a work and a text, the schemas, the description of the addresses. */
import { z } from 'zod';
import { formPath } from '../forms.ts';
import type { ExportFile, HeldText, Holding } from '../holding.ts';
import { openApi } from './openapi.ts';
import { openApiPath, schemaPath } from './paths.ts';
import { type ProvisionRecord, type TextRecord, textRecord, type WorkFile, workFile } from './records.ts';
import { eventRow, provisionsOf, versionRow, workRow } from './rows.ts';
import { csvLines, jsonLines, tables } from './tables.ts';

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** The published JSON Schemas by name. */
export function schemas(): Record<string, object> {
  const all: [string, z.ZodType][] = [
    ...tables.map(({ name, schema }): [string, z.ZodType] => [name, schema]),
    ['work', workFile],
    ['text', textRecord],
  ];
  return Object.fromEntries(all.map(([name, schema]) => [name, z.toJSONSchema(schema)]));
}

/** A provision as the file of its text holds it: place and words, and the lines of the source that print it. */
function provisionOfText(record: ProvisionRecord): TextRecord['provisions'][string] {
  const {
    work: _,
    version: _v,
    eId: _e,
    horizon: _h,
    address: _a,
    basis: _b,
    missing,
    evidence,
    ...own
  } = record;
  const { source } = evidence[0] ?? {};
  const lines = source?.slice(source.lastIndexOf(':') + 1);
  return {
    ...own,
    ...(missing ? { missing } : {}),
    ...(lines && /^\d/.test(lines) ? { lines } : { evidence }),
  };
}

/** A text with its provisions. */
export function textFile(holding: Holding, text: HeldText): TextRecord {
  const provisions = Object.fromEntries(
    Array.from(provisionsOf(holding, text), (each) => [each.eId, provisionOfText(each)]),
  );
  return { $schema: holding.addresses.file(schemaPath('text')), ...versionRow(holding, text), provisions };
}

function workFileOf(holding: Holding, work: Holding['archive']['works'][number]): WorkFile {
  const record = workRow(holding, work);
  return {
    $schema: holding.addresses.file(schemaPath('work')),
    ...record,
    texts: (holding.byWork.get(work.id) ?? []).map((text) => versionRow(holding, text)),
    events: (holding.archive.events.get(work.id) ?? []).map((event) =>
      eventRow(holding, work, event, record.horizon),
    ),
  };
}

export function* dataFiles(holding: Holding): Generator<ExportFile> {
  for (const table of tables) {
    yield { path: `data/${table.name}.jsonl`, body: jsonLines(table.rows(holding)) };
    yield { path: `data/${table.name}.csv`, body: csvLines(table, table.rows(holding)) };
  }
  for (const work of holding.archive.works) {
    yield { path: `data/works/${work.id}.json`, body: json(workFileOf(holding, work)) };
  }
  for (const text of holding.texts) {
    yield { path: formPath('json', text), body: json(textFile(holding, text)) };
  }
  for (const [name, schema] of Object.entries(schemas())) {
    yield { path: schemaPath(name), body: `${JSON.stringify(schema, null, 2)}\n` };
  }
  yield { path: openApiPath, body: `${JSON.stringify(openApi(holding), null, 2)}\n` };
}
