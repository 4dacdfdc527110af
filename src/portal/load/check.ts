/** The check of a city's files: each line is read once, and what is wrong is known before anything is changed. */

import { createHash } from 'node:crypto';
import type { z } from 'zod';
import {
  citedText,
  cityRecord,
  deskEvent,
  deskWork,
  portalSchema,
  type SearchedUnit,
  searchedUnit,
} from '../../domain/exports/portal/records.ts';
import type { Day, EverydayWord } from '../../domain/model.ts';
import { textName } from '../../domain/names/index.ts';
import { searchedText } from '../../domain/search/corpus.ts';
import { lineBreak } from '../../domain/search/grams.ts';
import type { SearchVersion } from '../../domain/search/types.ts';
import { type Placed, versionOf } from '../entries.ts';
import type { PrintedText, RecordKind } from '../indices.ts';
import { jointKey } from '../national.ts';
import { OrderKeys } from '../order.ts';
import { inChinese } from '../questions.ts';

/** The files of one city. They may be read several times. */
export interface CityFiles {
  /** Where they are, for messages. */
  place: string;
  /** `portal/city.json`. */
  city(): Promise<string>;
  /** Lines of `portal/<name>.jsonl`. */
  lines(name: RecordKind): AsyncIterable<string>;
}

/** A record that cannot be taken in. */
export interface Refusal {
  /** `DIR/portal/works.jsonl:17`. */
  place: string;
  reason: string;
}

/** Refusals that are listed; the rest are counted in the last of them. */
const mostRefusals = 1000;

interface Head {
  words: EverydayWord[];
  id: string;
  name: string;
  home: string;
  horizon: string;
  provisions: number;
  works: number;
  events: number;
  texts: number;
}

export async function readHead(
  files: CityFiles,
  given: string | undefined,
): Promise<Head | { refusals: Refusal[] }> {
  const place = `${files.place}/portal/city.json`;
  const no = (reason: string) => ({ refusals: [{ place, reason }] });
  const text = await files.city().catch((error: Error) => error);
  if (text instanceof Error) return no(`读不到：${text.message}；这些文件由 gongbao export 写出`);
  const written = schemaOf(text);
  if (written !== undefined && written !== portalSchema) {
    return no(`这份导出的格式是${written}，这里取用${portalSchema}：请用同一版本的软件重新导出`);
  }
  const read = parse(cityRecord, text);
  if ('reason' in read) return no(read.reason);
  const { schema: _, ...city } = read.value;
  const home = URL.parse(given ?? city.home);
  if (!home || !/^https?:$/.test(home.protocol)) {
    return no(`没有网站的完整网址（“${city.home}”）：请用 export --site 重新导出，或在取用时写明 --home`);
  }
  if (home.username !== '' || home.password !== '') return no('网址里不能有用户名和密码');
  [home.search, home.hash] = ['', ''];
  if (!home.pathname.endsWith('/')) home.pathname += '/';
  const id = `${home.host}${home.pathname}`.replace(/\/$/, '').replaceAll('/', ':');
  return { ...city, id, home: home.href };
}

/** The version of the format that a head names, whatever else is in it. */
function schemaOf(text: string): string | undefined {
  try {
    const { schema } = JSON.parse(text) as { schema?: unknown };
    return typeof schema === 'string' ? schema : undefined;
  } catch {
    return undefined;
  }
}

interface Checked {
  refusals: Refusal[];
  digest: string;
  /** By work and day. */
  placed: Map<string, Placed>;
}

/** Reads everything once, sends nothing: what is wrong is known before anything is changed. */
export async function checkFiles(files: CityFiles, head: Head, ordinal: number): Promise<Checked> {
  const refusals: Refusal[] = [];
  const hash = createHash('sha256').update(
    `${mappingVersion}\n${JSON.stringify([head.home, head.name, head.horizon, head.words])}\n`,
  );
  const works = new Map<string, { texts: Set<Day>; national: boolean }>();
  const prints = new Map<string, Print>();
  const placed = new Map<string, Placed>();
  const orders = new Map<string, number>();
  const keys = new OrderKeys(ordinal);
  let last = -1;
  const checks = {
    works: (line: string) => {
      const read = parse(deskWork, line);
      if ('reason' in read) return read.reason;
      if (works.has(read.value.id)) return `文件“${read.value.id}”出现了两次`;
      const texts = new Set(read.value.versions.map(({ date }) => date));
      works.set(read.value.id, { texts, national: jointKey(read.value) !== undefined });
      return undefined;
    },
    provisions: (line: string) => {
      const read = parse(searchedUnit, line);
      if ('reason' in read) return read.reason;
      const unit = read.value;
      const key = textName(unit.work, unit.version);
      const work = works.get(unit.work);
      if (!work) return `works.jsonl 没有文件“${unit.work}”`;
      if ((unit.type === 'title') !== (unit.of !== undefined))
        return 'of 应当写在整个文件的一行，且只写在那里';
      if (unit.type === 'title') {
        if (placed.has(key)) return `文本“${key}”出现了两次`;
        const version = versionOf(head.id, unit);
        const order = keys.next(version, true);
        if (!orders.has(unit.work)) orders.set(unit.work, order);
        placed.set(key, { version, first: 0, end: 0, workOrder: orders.get(unit.work)! });
        if (work.national) prints.set(key, new Print(version, unit));
        return ascending(order);
      }
      const own = placed.get(key);
      if (!own) return `文本“${key}”的标题一行应在其条文之前`;
      const order = keys.next(own.version, false);
      if (own.end === 0) own.first = order;
      own.end = order + 1;
      prints.get(key)?.add(unit);
      return ascending(order);
    },
    events: (line: string) => {
      const read = parse(deskEvent, line);
      if ('reason' in read) return read.reason;
      return works.has(read.value.subject) ? undefined : `works.jsonl 没有文件“${read.value.subject}”`;
    },
    texts: (line: string) => {
      const read = parse(citedText, line);
      if ('reason' in read) return read.reason;
      const { work, version } = read.value;
      // Each text that a work tells of comes once: what is taken off stands for those that are still to come.
      return works.get(work)?.texts.delete(version)
        ? undefined
        : `works.jsonl 没有文本“${textName(work, version)}”，或它出现了两次`;
    },
  };
  const ascending = (order: number): string | undefined => {
    if (order <= last) return '先后与检索的基本次序不符';
    last = order;
    return undefined;
  };
  for (const kind of ['works', 'provisions', 'events', 'texts'] as const) {
    const place = `${files.place}/portal/${kind}.jsonl`;
    let line = 0;
    try {
      for await (const text of files.lines(kind)) {
        line++;
        hash.update(text).update('\n');
        const reason = checks[kind](text);
        if (reason !== undefined && refusals.push({ place: `${place}:${line}`, reason }) > mostRefusals)
          break;
      }
      if (line !== head[kind] && refusals.length === 0) {
        refusals.push({
          place,
          reason: `应有${head[kind]}行，实有${line}行：文件不全，或与 city.json 不是一次导出`,
        });
      }
    } catch (error) {
      refusals.push({ place: `${place}:${line + 1}`, reason: (error as Error).message });
    }
  }
  for (const [key, print] of prints) placed.get(key)!.printed = print.text();
  for (const [work, { texts }] of refusals.length > 0 ? [] : works)
    for (const version of texts)
      refusals.push({
        place: `${files.place}/portal/texts.jsonl`,
        reason: `没有 works.jsonl 所载的文本“${textName(work, version)}”`,
      });
  return { refusals: limited(refusals), digest: hash.digest('hex').slice(0, 12), placed };
}

/** A national text on the way to be compared with those of other cities. */
class Print {
  readonly #version: SearchVersion;
  readonly #lines: string[];
  readonly #hash = createHash('sha256');

  constructor(version: SearchVersion, { type, eId, label, heading, crumbs, text, units }: SearchedUnit) {
    this.#version = version;
    const { body } = searchedText({ version, type, eId, label, heading, crumbs, text, units });
    this.#lines = body.split(lineBreak);
    const { kind, issuer, subject, amended } = version;
    this.#hash.update(JSON.stringify([kind, issuer, subject, amended]));
  }

  add({ type, eId, label, heading, crumbs, text }: SearchedUnit): void {
    this.#hash.update(JSON.stringify([type, eId, label, heading, crumbs, text]));
  }

  text(): PrintedText {
    const { date, standing, states } = this.#version;
    const digest = this.#hash.digest('hex').slice(0, 16);
    return { date, digest, lines: this.#lines, past: standing === 2, states };
  }
}

/** Changes when entries are made in another way: what was loaded before is then loaded anew. */
const mappingVersion = 3;

export function limited(refusals: Refusal[]): Refusal[] {
  if (refusals.length <= mostRefusals) return refusals;
  const rest = { place: refusals.at(-1)!.place, reason: `不收的记录多于${mostRefusals}条，以下不再列出` };
  return [...refusals.slice(0, mostRefusals), rest];
}

function parse<T>(schema: z.ZodType<T>, line: string): { value: T } | { reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { reason: `不是 JSON：${(error as Error).message}` };
  }
  const read = schema.safeParse(json, inChinese);
  if (read.success) return { value: read.data };
  const [first] = read.error.issues;
  return { reason: `${first!.path.join('.') || '记录'}：${first!.message}` };
}
