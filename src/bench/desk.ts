/** What an editor does at the bench → records in the editors' files of one issue, and back again. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fingerprint } from '../domain/versions/index.ts';
import type { Holdings } from '../site/holdings.ts';
import { checkRecords, correctionRecords } from '../site/records.ts';
import { addRecord, RecordError } from './records.ts';

const issue = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const line = z.number().int().positive();
const words = z.string().trim().min(1).max(2000);
const editor = { by: words, on: z.iso.date() };

/** What the page sends. */
export const deed = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('accept'),
    issue,
    rule: words,
    line,
    says: words,
    reason: words,
    ...editor,
  }),
  z.strictObject({
    do: z.literal('correct'),
    issue,
    line,
    from: z.string().min(1).max(2000),
    nth: line.optional(),
    to: z.string().max(2000),
    reason: words,
    ...editor,
  }),
  z.strictObject({
    do: z.literal('note'),
    issue,
    line,
    from: z.string().min(1).max(2000),
    nth: line.optional(),
    reason: words,
    suggestion: words.optional(),
    ...editor,
  }),
  z.strictObject({ do: z.enum(['join', 'split']), issue, line, reason: words, ...editor }),
  z.strictObject({ do: z.literal('sign'), issue, place: words, page: words, ...editor }),
  z.strictObject({ do: z.literal('undo'), issue }),
]);
export type Deed = z.infer<typeof deed>;

interface Written {
  path: string;
  /** The file before; absent where there was none. */
  before?: string;
  after: string;
}

const heads = {
  corrections: '# 本期的校订与校注。原文一字不改；line 为源文件行号，from 为该行所印的字句。',
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
    const folder = join(this.#content, 'issues', deed.issue);
    const source = Array.from(holdings.sources.values()).find((each) => each.issue === deed.issue);
    if (!source) throw new RecordError(`没有这一期：${deed.issue}`);
    const lines = source.file.text.split(/\r?\n/);
    switch (deed.do) {
      case 'undo':
        return this.#undo(folder);
      case 'accept': {
        const { rule, line, says, reason, by, on } = deed;
        this.#write(folder, 'checks', { accept: rule, line, says, reason, by, on });
        return `已记下：第${line}行的疑点核对过，保留`;
      }
      case 'sign':
        return this.#sign(folder, deed, holdings);
      case 'join':
      case 'split':
        return this.#cut(folder, deed, lines[deed.line - 1]);
      case 'correct':
      case 'note':
        return this.#correct(folder, deed, lines[deed.line - 1]);
    }
  }

  #sign(folder: string, { place, page, by, on }: Extract<Deed, { do: 'sign' }>, holdings: Holdings): string {
    const [text = '', eId] = place.split('#');
    const [work = '', date = ''] = text.split('@');
    const version = holdings.works.get(work)?.versions.find((each) => each.date === date);
    const now = version && fingerprint(version.instrument, eId);
    if (now === undefined) throw new RecordError(`没有这一处：${place}`);
    this.#write(folder, 'checks', { sign: place, page, by, on, words: now });
    return `已签名：对照印本第${page}页核对`;
  }

  /** Where a paragraph ends: its line and the next one are one paragraph, or two, whatever the rules say. */
  #cut(folder: string, deed: Extract<Deed, { do: 'join' | 'split' }>, text: string | undefined): string {
    const { line, do: kind } = deed;
    const from = text?.trim().slice(-12) ?? '';
    if (from === '') throw new RecordError(`源文件第${line}行没有文字`);
    this.#write(folder, 'corrections', { line, from, kind, reason: reasonOf(deed) });
    return `已记下：第${line}行与下一行${kind === 'join' ? '接为一段' : '分为两段'}`;
  }

  #correct(
    folder: string,
    deed: Extract<Deed, { do: 'correct' | 'note' }>,
    text: string | undefined,
  ): string {
    const { line, from, nth } = deed;
    const times = (text ?? '').split(from).length - 1;
    if (times === 0) throw new RecordError(`第${line}行没有“${from}”`);
    if (times > 1 && nth === undefined)
      throw new RecordError(`第${line}行有${times}处“${from}”：请多选几个字`);
    const place = { line, from, ...(nth === undefined ? {} : { nth }) };
    const reason = reasonOf(deed);
    if (deed.do === 'note') {
      const guess = deed.suggestion === undefined ? {} : { suggestion: deed.suggestion };
      this.#write(folder, 'corrections', { ...place, kind: 'note', reason, ...guess });
      return `已加校注：第${line}行“${from}”`;
    }
    if (deed.to === from) throw new RecordError('改文与原文相同');
    this.#write(folder, 'corrections', { ...place, to: deed.to, kind: 'replace', reason });
    return `已更正：第${line}行“${from}”改为“${deed.to}”`;
  }

  #write(folder: string, file: 'corrections' | 'checks', record: Record<string, unknown>): void {
    const schema = file === 'corrections' ? correctionRecords : checkRecords;
    const fits = schema.safeParse([record]);
    if (!fits.success) throw new RecordError(fits.error.issues[0]!.message);
    const existing = [`${file}.yaml`, `${file}.yml`].find((name) => existsSync(join(folder, name)));
    const path = join(folder, existing ?? `${file}.yaml`);
    const before = existing === undefined ? undefined : readFileSync(path, 'utf8');
    const after = addRecord(before ?? '', record, heads[file]);
    replace(path, after);
    const done = this.#done.get(folder) ?? [];
    this.#done.set(folder, [...done, { path, after, ...(before === undefined ? {} : { before }) }]);
  }

  #undo(folder: string): string {
    const done = this.#done.get(folder) ?? [];
    const last = done.at(-1);
    if (!last) throw new RecordError('这次打开以来没有可撤销的记录');
    if (!existsSync(last.path) || readFileSync(last.path, 'utf8') !== last.after)
      throw new RecordError('文件在此后另有改动，不能撤销：请直接编辑文件');
    if (last.before === undefined) rmSync(last.path);
    else replace(last.path, last.before);
    this.#done.set(folder, done.slice(0, -1));
    return '已撤销最后一条记录';
  }
}

/** The reason with who gives it. */
const reasonOf = ({ reason, by, on }: { reason: string; by: string; on: string }): string =>
  `${reason}（${by}，${on}）`;

/** Whole or not at all: a reader never sees half a file. */
function replace(path: string, text: string): void {
  writeFileSync(`${path}.~`, text);
  renameSync(`${path}.~`, path);
}
