/** The description of the portal's addresses (OpenAPI 3.1), made from the schemas that check the questions. */
import { z } from 'zod';
import { linesAsked, nationalAsked, searchAsked, worksAsked } from './questions.ts';

interface Schema {
  properties?: Record<string, { description?: string }>;
}

function parameters(schema: z.ZodType): object[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: 'query',
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }));
}

const text = { type: 'string' };
const list = (items: object) => ({ type: 'array', items });
const record = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});
/** The same with fields that may be absent. */
const optional = (schema: ReturnType<typeof record>, more: Record<string, object>) => ({
  ...schema,
  properties: { ...schema.properties, ...more },
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const schemas = {
  City: record({
    id: text,
    name: text,
    horizon: { type: 'string', description: '该文库所知止于何日；空表示未载' },
  }),
  Source: record({
    city: ref('City'),
    work: text,
    held: { type: 'boolean', description: 'false 的只知其名' },
    state: text,
    address: { type: 'string', description: '该城网站上的同一处' },
  }),
  Hit: optional(
    record({
      city: ref('City'),
      work: { type: 'string', description: '编号：城市/文件' },
      version: text,
      eId: text,
      label: text,
      title: text,
      kind: text,
      state: { type: 'string', description: 'unknown 是未知，不是“无效”' },
      past: { type: 'boolean' },
      crumbs: list(text),
      excerpt: text,
      marks: { ...list(list({ type: 'integer' })), description: '命中之处，按 excerpt 的 UTF-16 位置' },
      url: { type: 'string', description: '该城网站上的原文' },
    }),
    {
      sources: {
        ...list(ref('Source')),
        description: '国家法律、法规：载有同样文字的各文库；文字相同的只列、只计一处',
      },
    },
  ),
  CitedPlace: optional(
    record({
      work: text,
      title: text,
      version: text,
      eId: text,
      label: text,
      citation: text,
      text,
      state: text,
      basis: text,
      reason: text,
      address: text,
    }),
    {
      city: ref('City'),
      documentNumber: text,
      sources: { ...list({ type: 'object' }), description: '国家法律、法规：载有同样文字的各文库及其所说' },
    },
  ),
  Citation: record({
    query: text,
    at: text,
    results: list(ref('CitedPlace')),
    candidates: { ...list({ type: 'object' }), description: '可能所指的文件' },
    messages: {
      ...list(
        record({
          rule: text,
          reason: text,
          severity: { type: 'string', enum: ['error', 'warning', 'info'] },
        }),
      ),
      description: '没有结果、结果不全的理由；有 city 的，是那个文库所说',
    },
  }),
  Error: record({ error: text, reason: text }),
};

const problems = {
  400: { description: '所问不合写法', content: { 'application/json': { schema: ref('Error') } } },
  429: { description: '问得太密', content: { 'application/json': { schema: ref('Error') } } },
  503: {
    description: '引擎没有作答，或只有一部分作答',
    content: { 'application/json': { schema: ref('Error') } },
  },
};

function get(summary: string, asked: z.ZodType | undefined, schema: object, path: string[] = []) {
  return {
    summary,
    parameters: [
      ...path.map((name) => ({ name, in: 'path', required: true, schema: text })),
      ...(asked ? parameters(asked) : []),
    ],
    responses: { 200: { description: summary, content: { 'application/json': { schema } } }, ...problems },
  };
}

const posted = (summary: string, schema: object) => ({
  summary,
  requestBody: {
    content: {
      'application/json': { schema: z.toJSONSchema(linesAsked, { io: 'input', unrepresentable: 'any' }) },
      'application/x-www-form-urlencoded': { schema: record({ q: text, at: text }, ['q']) },
    },
  },
  responses: { 200: { description: summary, content: { 'application/json': { schema } } }, ...problems },
});

const statusSchema = record({ at: text, results: list({ type: 'object' }) });
const citeSchema = record({ at: text, results: list(ref('Citation')) });

export const openApi = {
  openapi: '3.1.0',
  info: {
    title: '多城检索',
    version: 'v1',
    description:
      '各页去掉 .json 即是网页。每条结果都写明城市、依据和所知止于何日；没有写明的是未知，不是“无效”。',
  },
  paths: {
    '/search.json': {
      get: get(
        '检索',
        searchAsked,
        record(
          {
            total: { type: 'integer' },
            exact: { type: 'boolean' },
            snapshot: { type: 'string', description: '文库更新后改变；翻页时变了，次序可能已移动' },
            hits: list(ref('Hit')),
            more: { type: 'boolean' },
            next: { type: 'string', description: '下一页的地址' },
            facets: { type: 'object' },
            messages: list(text),
          },
          ['total', 'exact', 'snapshot', 'hits', 'more', 'messages'],
        ),
      ),
    },
    '/status.json': {
      get: get('时效', linesAsked, statusSchema),
      post: posted('时效，长的单子', statusSchema),
    },
    '/cite.json': { get: get('引用', linesAsked, citeSchema), post: posted('引用，长的单子', citeSchema) },
    '/works.json': {
      get: get('文件', worksAsked, record({ total: { type: 'integer' }, works: list({ type: 'object' }) })),
    },
    '/works/national.json': {
      get: get(
        '国家法律、法规，及据以得知的文库',
        nationalAsked,
        record({ works: list({ type: 'object' }) }),
      ),
    },
    '/works/{city}/{work}.json': { get: get('一个文件', undefined, { type: 'object' }, ['city', 'work']) },
    '/cities.json': { get: get('已收的文库', undefined, record({ cities: list(ref('City')) })) },
  },
  components: { schemas },
};
