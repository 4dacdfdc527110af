/** What an editor does at the bench → records in the editors' files of one source, and back again. */

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readTextName } from '../domain/names/index.ts';
import { fingerprint } from '../domain/versions/index.ts';
import { recordPlaces } from '../site/content-files.ts';
import type { Holdings, Source } from '../site/holdings.ts';
import { checkRecords, correctionRecords } from '../site/records.ts';
import { addRecord, RecordError } from './records.ts';

/** As its address at the bench names it; it is looked up, never made into a path. */
const source = z.string().min(1).max(300);
const line = z.number().int().positive();
const words = z.string().trim().min(1).max(2000);
const editor = { by: words, on: z.iso.date() };

/** What the page sends. */
export const deed = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('accept'),
    source,
    rule: words,
    line,
    says: words,
    reason: words,
    ...editor,
  }),
  z.strictObject({
    do: z.literal('correct'),
    source,
    line,
    from: z.string().min(1).max(2000),
    nth: line.optional(),
    to: z.string().max(2000),
    reason: words,
    ...editor,
  }),
  z.strictObject({
    do: z.literal('note'),
    source,
    line,
    from: z.string().min(1).max(2000),
    nth: line.optional(),
    reason: words,
    suggestion: words.optional(),
    ...editor,
  }),
  z.strictObject({ do: z.enum(['join', 'split']), source, line, reason: words, ...editor }),
  z.strictObject({ do: z.literal('sign'), source, place: words, page: words, ...editor }),
  z.strictObject({ do: z.literal('undo'), source }),
]);
export type Deed = z.infer<typeof deed>;

interface Written {
  path: string;
  /** The file before; absent where there was none. */
  before?: string;
  after: string;
}

const heads = {
  corrections: '# 校订与校注。原文一字不改；line 为源文件行号，from 为该行所印的字句。',
  checks:
    '# 编者核对的记录，由编校台写出，一行一条：对照印本核对过的条文（sign），看过而保留的疑点（accept）。',
};

/** The editors' files of a content folder; nothing else is ever written. */
export class Desk {
  readonly #content: string;
  readonly #done = new Map<string, Written[]>();

  constructor(content: string) {
    this.#content = content;
  }

  /**
   * Writes one record, or takes the last one back.
   * @returns what was done, in Chinese
   * @throws RecordError with the reason where nothing was written
   */
  do(deed: Deed, holdings: Holdings): string {
    const source = sourceOf(holdings, deed.source);
    if (!source) throw new RecordError(`没有这一份：${deed.source}`);
    const { path, text } = source.file;
    const lines = text.split(/\r?\n/);
    switch (deed.do) {
      case 'undo':
        return this.#undo(path);
      case 'accept': {
        const { rule, line, says, reason, by, on } = deed;
        this.#write(path, 'checks', { accept: rule, line, says, reason, by, on });
        return `已记下：第${line}行的疑点核对过，保留`;
      }
      case 'sign':
        return this.#sign(path, deed, holdings);
      case 'join':
      case 'split':
        return this.#cut(path, deed, lines[deed.line - 1]);
      case 'correct':
      case 'note':
        return this.#correct(path, deed, lines[deed.line - 1]);
    }
  }

  #sign(path: string, { place, page, by, on }: Extract<Deed, { do: 'sign' }>, holdings: Holdings): string {
    const { work, version: date, eId } = readTextName(place);
    const version = holdings.works.get(work)?.versions.find((each) => each.date === date);
    const now = version && fingerprint(version.instrument, eId);
    if (now === undefined) throw new RecordError(`没有这一处：${place}`);
    this.#write(path, 'checks', { sign: place, page, by, on, words: now });
    return `已签名：对照印本第${page}页核对`;
  }

  /** Where a paragraph ends: its line and the next one are one paragraph, or two, whatever the rules say. */
  #cut(path: string, deed: Extract<Deed, { do: 'join' | 'split' }>, text: string | undefined): string {
    const { line, do: kind } = deed;
    const from = text?.trim().slice(-12) ?? '';
    if (from === '') throw new RecordError(`源文件第${line}行没有文字`);
    this.#write(path, 'corrections', { line, from, kind, reason: reasonOf(deed) });
    return `已记下：第${line}行与下一行${kind === 'join' ? '接为一段' : '分为两段'}`;
  }

  #correct(path: string, deed: Extract<Deed, { do: 'correct' | 'note' }>, text: string | undefined): string {
    const { line, from, nth } = deed;
    const times = (text ?? '').split(from).length - 1;
    if (times === 0) throw new RecordError(`第${line}行没有“${from}”`);
    if (times > 1 && nth === undefined)
      throw new RecordError(`第${line}行有${times}处“${from}”：请多选几个字`);
    const place = { line, from, ...(nth === undefined ? {} : { nth }) };
    const reason = reasonOf(deed);
    if (deed.do === 'note') {
      const guess = deed.suggestion === undefined ? {} : { suggestion: deed.suggestion };
      this.#write(path, 'corrections', { ...place, kind: 'note', reason, ...guess });
      return `已加校注：第${line}行“${from}”`;
    }
    if (deed.to === from) throw new RecordError('改文与原文相同');
    this.#write(path, 'corrections', { ...place, to: deed.to, kind: 'replace', reason });
    return `已更正：第${line}行“${from}”改为“${deed.to}”`;
  }

  /** @param text path of the text that the record speaks of */
  #write(text: string, kind: 'corrections' | 'checks', record: Record<string, unknown>): void {
    const schema = kind === 'corrections' ? correctionRecords : checkRecords;
    const fits = schema.safeParse([record]);
    if (!fits.success) throw new RecordError(fits.error.issues[0]!.message);
    const places = recordPlaces(text, kind).flatMap((place) => [`${place}.yaml`, `${place}.yml`]);
    const existing = places.find((place) => existsSync(join(this.#content, place)));
    const path = join(this.#content, existing ?? places[0]!);
    const before = existing === undefined ? undefined : readFileSync(path, 'utf8');
    const after = addRecord(before ?? '', record, heads[kind]);
    replace(path, after);
    const done = this.#done.get(text) ?? [];
    this.#done.set(text, [...done, { path, after, ...(before === undefined ? {} : { before }) }]);
  }

  #undo(text: string): string {
    const done = this.#done.get(text) ?? [];
    const last = done.at(-1);
    if (!last) throw new RecordError('这次打开以来没有可撤销的记录');
    if (!existsSync(last.path) || readFileSync(last.path, 'utf8') !== last.after)
      throw new RecordError('文件在此后另有改动，不能撤销：请直接编辑文件');
    if (last.before === undefined) rmSync(last.path);
    else replace(last.path, last.before);
    this.#done.set(text, done.slice(0, -1));
    return '已撤销最后一条记录';
  }
}

/** The source of an id. */
export function sourceOf({ sources }: Holdings, id: string): Source | undefined {
  return Array.from(sources.values()).find((each) => each.id === id);
}

/** The reason with who gives it. */
const reasonOf = ({ reason, by, on }: { reason: string; by: string; on: string }): string =>
  `${reason}（${by}，${on}）`;

/** Whole or not at all: a reader never sees half a file. */
function replace(path: string, text: string): void {
  writeFileSync(`${path}.~`, text);
  renameSync(`${path}.~`, path);
}
