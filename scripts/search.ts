/** `search`: the same search as the site, from the command line. */
import type { InstrumentKind, State } from '../src/domain/model.ts';
import { memorySource } from '../src/domain/search/memory.ts';
import { scanSource } from '../src/domain/search/scan.ts';
import { type SearchResult, searchArchive } from '../src/domain/search/search.ts';
import type { Filters, Sort } from '../src/domain/search/types.ts';
import { readAskedDay } from '../src/domain/status/asked-day.ts';
import { dayInChina } from '../src/domain/status/day-in-china.ts';
import { hitUrl } from '../src/site/search/address.ts';
import { searchCorpus } from '../src/site/search/archive.ts';
import { type Arguments, readArguments, wrongUse } from './arguments.ts';
import { openArchive } from './content.ts';
import { type Io, questionsOf, tellUnread } from './io.ts';

const usage = `用法：search 检索词 [--limit N] [--content DIR] [--json]   （- 从标准输入读，每行一个检索词）

  网约车 运输证      同时含有          “经营许可”   连续的词句        -巡游   不含
  湛府〔2020〕68号   文号，写法不拘    网约车 第十条、6条1款3项   直接到该条款项

  --limit N      最多列出几条，默认20，0为全部
  --sort         relevance（默认）、newest、oldest、document
  --at DATE      只查当日的文本，按当日说明时效；不写则按今天说明时效
  --work ID  --kind KIND  --issuer 机关  --subject 主题分类  --state STATE  --year YYYY  --amended
  --text         latest 只查现行文本，past 只查已被替代的文本
`;

const options = {
  limit: { type: 'string', default: '20' },
  content: { type: 'string', default: 'content' },
  sort: { type: 'string', default: 'relevance' },
  at: { type: 'string' },
  work: { type: 'string' },
  kind: { type: 'string' },
  issuer: { type: 'string' },
  subject: { type: 'string' },
  state: { type: 'string' },
  year: { type: 'string' },
  text: { type: 'string' },
  amended: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** With fewer questions than this, reading the texts is quicker than indexing them. */
const worthIndexing = 8;

const sorts: ReadonlySet<string> = new Set(['relevance', 'newest', 'oldest', 'document']);

/** Exit code 1 where something could not be read. That nothing is found is an answer, too. */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io);
  if (typeof read === 'number') return read;
  const { values, positionals } = read;
  const wrong = whatIsWrong(values, positionals);
  if (wrong !== undefined) return wrongUse(wrong, usage, io);
  const asked = readAskedDay(values.at ?? dayInChina(new Date()));
  if ('reason' in asked) return wrongUse(`--at：${asked.reason}`, usage, io);
  const { archive, unreadable } = await openArchive(values.content);
  tellUnread(unreadable, io);
  const queries = await questionsOf(positionals, io);
  const corpus = searchCorpus(archive);
  const source = queries.length < worthIndexing ? scanSource(corpus) : memorySource(corpus);
  for (const query of queries) {
    const result = await searchArchive(source, query, {
      limit: Number(values.limit),
      sort: values.sort as Sort,
      at: asked.day,
      filters: { ...filtersOf(values), on: values.at && asked.day },
      everyday: archive.words,
      urlOf: hitUrl,
    });
    if (values.json) io.stdout.write(`${JSON.stringify(result)}\n`);
    else print(result, io);
  }
  return unreadable.length > 0 ? 1 : 0;
}

type Values = Arguments<typeof options>['values'];

function whatIsWrong(values: Values, positionals: readonly string[]): string | undefined {
  if (positionals.length === 0) return '';
  if (!/^\d+$/.test(values.limit)) return `--limit 应为不小于0的整数：${values.limit}`;
  if (!sorts.has(values.sort)) return `没有这种排序：${values.sort}`;
  if (values.text !== undefined && values.text !== 'latest' && values.text !== 'past') {
    return `--text 应为 latest 或 past：${values.text}`;
  }
  return undefined;
}

function filtersOf({ work, kind, issuer, subject, state, year, text, amended }: Values): Filters {
  return {
    ...{ work, issuer, subject, year, amended },
    kind: kind as InstrumentKind | undefined,
    state: state as State | undefined,
    text: text as Filters['text'],
  };
}

function print({ query, total, hits, suggestions, similar, messages }: SearchResult, io: Io): void {
  for (const message of messages) io.stderr.write(`${query}: ${message}\n`);
  io.stdout.write(total === 0 ? `“${query}”没有结果\n` : `“${query}”共${total}条\n`);
  for (const { query: other, total: count, reason } of suggestions) {
    io.stdout.write(`  试试 ${other}（${reason}，${count}条）\n`);
  }
  if (similar.length > 0) io.stdout.write('相近的条文：\n');
  for (const hit of total === 0 ? similar : hits) {
    io.stdout.write(`\n《${hit.title}》${hit.label}${hit.past ? '（已被替代的文本）' : ''}\n`);
    for (const doubt of hit.doubts ?? []) io.stdout.write(`  ${doubt}\n`);
    if (hit.crumbs.length > 0) io.stdout.write(`  ${hit.crumbs.join(' › ')}\n`);
    // Every 款, 项 and 目 that holds the words; the provision itself where none holds all of them.
    const places = hit.places.length > 1 ? hit.places : [hit];
    for (const { label, excerpt, marks, url } of places) {
      if (label !== hit.label) io.stdout.write(`  ${label}\n`);
      io.stdout.write(`  ${marked(excerpt, marks)}\n  ${url}\n`);
    }
  }
}

/** Matches in 【】: plain enough for every terminal and for a file. */
function marked(text: string, marks: readonly [number, number][]): string {
  let out = '';
  let at = 0;
  for (const [start, end] of marks) {
    out += `${text.slice(at, start)}【${text.slice(start, end)}】`;
    at = end;
  }
  return out + text.slice(at);
}
