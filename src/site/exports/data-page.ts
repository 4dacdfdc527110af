/** The page of the data files: what there is, which file to take, what its fields mean. */
import { openApiPath, schemaPath } from '../../domain/exports/data/paths.ts';
import { type Table, tables } from '../../domain/exports/data/tables.ts';
import type { Holdings } from '../holdings.ts';
import { titleWords } from '../title-words.ts';
import { dateName, filePath } from '../urls.ts';
import type { Link } from '../views/common.ts';
import { dayWords } from '../words.ts';

export interface TableView {
  name: string;
  what: string;
  files: Link[];
  fields: { name: string; what: string; always: boolean }[];
}

export interface DataView {
  tables: TableView[];
  /** A text of this archive as an example: its page, its data, an article in it. */
  sample?: { title: string; page: string; data: Link; work: Link; pointer: string };
  horizon?: string;
  openApi: string;
}

interface Described {
  description?: string;
  safeParse: (value: unknown) => { success: boolean };
}

function fieldsOf({ schema }: Table): TableView['fields'] {
  return Object.entries(schema.shape as Record<string, Described>).map(([name, field]) => ({
    name,
    what: field.description ?? '',
    always: !field.safeParse(undefined).success,
  }));
}

/** Everything that the page prints. */
export function dataView({ archive }: Holdings): DataView {
  const work = archive.works.find(({ versions }) => versions.length > 0);
  const version = work?.versions.at(-1);
  const eId = version?.instrument.provisions[0]?.eId;
  const base = work && `data/works/${work.id}`;
  return {
    tables: tables.map((table) => ({
      name: table.name,
      what: table.schema.description ?? '',
      files: [
        { text: 'CSV', href: filePath(`data/${table.name}.csv`) },
        { text: 'JSONL', href: filePath(`data/${table.name}.jsonl`) },
        { text: 'Schema', href: filePath(schemaPath(table.name)) },
      ],
      fields: fieldsOf(table),
    })),
    ...(work && version && eId
      ? {
          sample: {
            title: titleWords(version.instrument.title, version.instrument.kind),
            page: filePath(`works/${work.id}/${dateName(version.date)}/`),
            data: link(`${base}/${dateName(version.date)}.json`),
            work: link(`${base}.json`),
            pointer: `${filePath(`${base}/${dateName(version.date)}.json`)}#/provisions/${eId}`,
          },
        }
      : {}),
    ...(archive.horizon ? { horizon: dayWords(archive.horizon) } : {}),
    openApi: filePath(openApiPath),
  };
}

const link = (path: string): Link => ({ text: filePath(path), href: filePath(path) });
