/** The addresses of the data files, in the words of OpenAPI 3.1. They are files: only GET, no parameters beside the path. */
import type { Holding } from '../holding.ts';
import { schemaVersion } from './paths.ts';
import { tables } from './tables.ts';

const schemaOf = (name: string) => ({ $ref: `schema/${schemaVersion}/${name}.json` });

function get(summary: string, type: string, schema: object, parameters: string[] = []) {
  return {
    get: {
      summary,
      ...(parameters.length > 0
        ? {
            parameters: parameters.map((name) => ({
              name,
              in: 'path',
              required: true,
              schema: { type: 'string' },
              description: name === 'work' ? '文件的 id' : '文本日期 YYYY-MM-DD；未载日期的为 undated',
            })),
          }
        : {}),
      responses: {
        200: { description: summary, content: { [type]: { schema } } },
        404: { description: '没有这个文件' },
      },
    },
  };
}

const words = { type: 'string' };

/** The description of all static addresses below the site's root. */
export function openApi({ name, addresses }: Holding): object {
  const lists = tables.flatMap(({ name: table, schema }) => {
    const what = schema.description ?? table;
    return [
      [`/data/${table}.jsonl`, get(`${what}，每行一条 JSON`, 'application/jsonl', schemaOf(table))],
      [`/data/${table}.csv`, get(`${what}，表格`, 'text/csv', words)],
    ];
  });
  return {
    openapi: '3.1.0',
    info: {
      title: `${name}：数据`,
      version: schemaVersion,
      description:
        '静态文件，不需要密钥。每条记录都写明依据（evidence）、所知止于何日（horizon）和根据（basis）；unknown 是未知，不是“无效”。',
    },
    servers: [{ url: addresses.file('').replace(/\/$/, '') || '/' }],
    paths: Object.fromEntries([
      ...lists,
      [
        '/data/works/{work}.json',
        get('一个文件、它的文本和事件', 'application/json', schemaOf('work'), ['work']),
      ],
      [
        '/data/works/{work}/{version}.json',
        get('一个文本及其全部条款项目；某一条是 #/provisions/art_6', 'application/json', schemaOf('text'), [
          'work',
          'version',
        ]),
      ],
      [
        '/works/{work}/{version}/akn.xml',
        get('一个文本，Akoma Ntoso 3.0', 'application/akn+xml', words, ['work', 'version']),
      ],
    ]),
  };
}
