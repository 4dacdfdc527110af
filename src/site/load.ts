/**
 * The only reader of the disk: a content folder → the archive.
 *
 * `issues/<issue>/gazette.md` with `issue.yaml` and `corrections.yaml` · `works/<name>/<date>.md` with an optional
 * `work.yaml` · `works/<name>.md` · `register.yaml`. A folder of nothing but texts is one of works. Every file is read
 * or named: what may lie where stands in `content-files.ts`.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type Archive,
  buildArchive,
  type IssueSource,
  type Memo,
  type RegisterSource,
  type WorkSource,
} from '../domain/archive.ts';
import type { Message, Original, Severity } from '../domain/model.ts';
import { decodeText } from '../domain/text/index.ts';
import { type ContentFile, contentFile, dayOfName, isLeftover } from './content-files.ts';
import {
  checkRecords,
  checksOf,
  correctionRecords,
  doubtsOf,
  importRecords,
  issueRecord,
  pagesRecord,
  readRecord,
  registerRecord,
  workRecord,
} from './records.ts';

export type { Archive } from '../domain/archive.ts';

export interface Loaded {
  /** The folder. */
  dir: string;
  archive: Archive;
  /** Files that could not be read; a site must not be built while there are any. */
  unreadable: Message[];
}

/** The bytes of a file of a content folder. */
export const contentBytes = (dir: string, path: string): Uint8Array => readFileSync(join(dir, path));

/**
 * Reads a content folder. Paths in messages are relative to it.
 * @param memo keeps what was read of a source, by its words and the records beside it
 */
export function loadContent(dir: string, memo?: Memo): Loaded {
  const reader = new FolderReader(dir);
  const { issues, works, register } = reader.read();
  const { unreadable } = reader;
  const unread = Array.from(new Set(unreadable.map(({ file }) => file)));
  const archive = buildArchive({ issues, works, register, unread }, memo);
  archive.messages.unshift(...reader.odd);
  return { dir, archive, unreadable };
}

/** A file of the folder, and what it is. */
type Place<K extends ContentFile['is'] = ContentFile['is']> = Extract<ContentFile, { is: K }> & {
  path: string;
};

class FolderReader {
  readonly #dir: string;
  readonly unreadable: Message[] = [];
  /** What is to be said of files that were read. */
  readonly odd: Message[] = [];
  /** Places by their folder, and editors' records by what they speak of: a text without its ending, or a folder. */
  #folders = new Map<string, Place[]>();
  #records = new Map<string, Place<'corrections' | 'checks'>[]>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  read(): { issues: IssueSource[]; works: WorkSource[]; register: RegisterSource } {
    if (!statSync(this.#dir, { throwIfNoEntry: false })?.isDirectory()) {
      this.#say(this.unreadable, this.#dir, '没有这个文件夹');
      return { issues: [], works: [], register: { works: [], organs: [] } };
    }
    const { files, folders } = this.#walk('', [realpathSync(this.#dir)]);
    const bare = !files.some((path) => /^(?:issues|works)\//.test(path) || /^register\./.test(path));
    const places = files.flatMap((path): Place[] => {
      const place = contentFile(path, bare);
      if (place.is === 'misplaced') this.#fail(path, place.reason);
      return place.is === 'misplaced' ? [] : [{ ...place, path }];
    });
    this.#folders = Map.groupBy(places, ({ path }) => folderOf(path));
    this.#records = Map.groupBy(
      places.filter(({ is }) => is === 'corrections' || is === 'checks') as Place<'corrections' | 'checks'>[],
      ({ of, path }) => of ?? folderOf(path),
    );
    const register = this.#record(this.#only(this.#in('', 'register')), registerRecord);
    const issues = folders
      .filter((path) => /^issues\/[^/]+$/.test(path))
      .flatMap((path) => this.#issue(path));
    const works = [
      ...folders.filter((path) => /^works\/[^/]+$/.test(path)).flatMap((path) => this.#workFolder(path)),
      ...[...this.#in('works', 'text'), ...this.#in('', 'text')].flatMap((place) => this.#loose(place)),
    ];
    this.#strayRecords(places.filter(isA('text')));
    if (issues.length === 0 && works.length === 0 && this.unreadable.length === 0) {
      this.#say(this.unreadable, this.#dir, '文件夹里没有 issues/*/gazette.md，也没有 works/*/*.md');
    }
    return { issues, works, register: register ?? { works: [], organs: [] } };
  }

  /** Every file and folder below a folder, links followed; what is neither is named. */
  #walk(folder: string, above: readonly string[]): { files: string[]; folders: string[] } {
    const files: string[] = [];
    const folders: string[] = [];
    for (const name of this.#names(folder)) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isLeftover(path)) continue;
      const found = this.#try(path, () => statSync(join(this.#dir, path)));
      if (!found) continue;
      if (found.isFile()) files.push(path);
      else if (!found.isDirectory()) this.#fail(path, '没有读：既不是文件，也不是文件夹');
      else {
        const real = realpathSync(join(this.#dir, path));
        if (above.includes(real)) {
          this.#fail(path, '没有读：链接指回了它所在的文件夹');
          continue;
        }
        folders.push(path);
        const below = this.#walk(path, [...above, real]);
        files.push(...below.files);
        folders.push(...below.folders);
      }
    }
    return { files, folders };
  }

  #names(folder: string): string[] {
    return this.#try(folder || this.#dir, () => readdirSync(join(this.#dir, folder)).sort()) ?? [];
  }

  /** What a call to the system gives; where it fails, the path is named with the reason. */
  #try<T>(path: string, call: () => T): T | undefined {
    try {
      return call();
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      this.#fail(path, `没有读：${failures[code] ?? message}`);
      return undefined;
    }
  }

  /** Files of one kind that lie in a folder itself. */
  #in<K extends ContentFile['is']>(folder: string, is: K): Place<K>[] {
    return (this.#folders.get(folder) ?? []).filter(isA(is));
  }

  /** The first of the files that are the same thing; the others are named. */
  #only<P extends { path: string }>([first, ...others]: readonly P[]): P | undefined {
    for (const { path } of others) this.#fail(path, `没有读：与${first!.path}是同一样东西，只能有一个`);
    return first;
  }

  #issue(folder: string): IssueSource[] {
    const id = folder.slice('issues/'.length);
    const gazette = this.#only(this.#in(folder, 'issue-text'));
    if (!gazette) {
      this.#fail(`${folder}/gazette.md`, '没有公报正文');
      return [];
    }
    const text = this.#text(gazette.path);
    const record = this.#only(this.#in(folder, 'issue-record'));
    if (!record) {
      this.#fail(
        `${folder}/issue.yaml`,
        '没有这个文件：至少写明 horizon（本期所反映的最后一天），例如 horizon: 2020-12-31',
      );
    }
    const { note: _, ...about } = this.#record(record, issueRecord) ?? { horizon: '' };
    const corrections =
      this.#record(this.#only(this.#in(folder, 'issue-corrections')), correctionRecords) ?? [];
    const checks = this.#checks(this.#in(folder, 'issue-checks'));
    const originals = this.#originals(folder);
    if (text === undefined) return [];
    const imported = this.#record(this.#only(this.#in(folder, 'issue-import')), importRecords);
    const doubts = imported ? { doubts: doubtsOf(imported) } : {};
    return [
      {
        id,
        path: gazette.path,
        text,
        corrections,
        ...checks,
        ...doubts,
        ...originals,
        ...about,
      } as IssueSource,
    ];
  }

  /** What editors have checked of a text. */
  #checks(places: readonly Place[]): Pick<WorkSource, 'checks'> {
    const place = this.#only(places);
    const records = this.#record(place, checkRecords);
    return place && records ? { checks: { path: place.path, ...checksOf(records) } } : {};
  }

  /** The files that a text was taken from; one that is missing or is another than it was is named. */
  #originals(folder: string): { originals?: Original[] } {
    const place = this.#only(this.#in(folder, 'issue-pages'));
    const listed = this.#record(place, pagesRecord);
    if (!place || !listed) return {};
    const held = new Set(this.#in(`${folder}/originals`, 'original').map(({ path }) => path));
    const originals = listed.flatMap(({ file, ...about }) => {
      const path = `${folder}/${file}`;
      const bytes = held.has(path) ? this.#try(path, () => readFileSync(join(this.#dir, path))) : undefined;
      const same = bytes && createHash('sha256').update(bytes).digest('hex') === about.sha256;
      if (same) return [{ path, ...about }];
      this.#say(this.odd, place.path, `${file} ${bytes ? '与导入时不是同一个文件' : '不在'}，不链接到原件`);
      return [];
    });
    return originals.length > 0 ? { originals } : {};
  }

  #workFolder(folder: string): WorkSource[] {
    const name = folder.slice('works/'.length);
    const texts = this.#in(folder, 'text');
    const record = this.#only(this.#in(folder, 'work-record'));
    const about = this.#record(record, workRecord) ?? {};
    if (record && texts.length === 0) this.#fail(record.path, '这个文件夹里没有可读的文本');
    return texts.flatMap(({ path, stem }) => {
      const { day, reason } = dayOfName(stem, true);
      if (reason) this.#say(this.odd, path, `文件名：${reason}`, /\d/.test(stem) ? 'error' : 'warning');
      return this.#work(path, name, day, about, texts.length === 1);
    });
  }

  /** A text without a folder of its own. */
  #loose({ path, stem }: Place<'text'>): WorkSource[] {
    const { day, reason } = dayOfName(stem, false);
    if (reason) this.#say(this.odd, path, `文件名：${reason}`);
    return this.#work(path, stem, day, {}, false);
  }

  #work(
    path: string,
    name: string,
    date: string | undefined,
    about: z.infer<typeof workRecord>,
    alone: boolean,
  ): WorkSource[] {
    const text = this.#text(path);
    if (text === undefined) return [];
    const keys = [stemOf(path), ...(alone ? [folderOf(path)] : [])];
    const records = keys.flatMap((key) => this.#records.get(key) ?? []);
    const corrections = this.#record(this.#only(records.filter(isA('corrections'))), correctionRecords) ?? [];
    const checks = this.#checks(records.filter(isA('checks')));
    return [{ name, path, text, corrections, ...checks, ...(date ? { date } : {}), ...about } as WorkSource];
  }

  /** Records that belong to no text, or to one of several. */
  #strayRecords(texts: readonly Place<'text'>[]): void {
    const stems = new Set(texts.map(({ path }) => stemOf(path)));
    for (const { path, of, is } of Array.from(this.#records.values()).flat()) {
      const verb = is === 'checks' ? '核对' : '校';
      if (of !== undefined && !stems.has(of)) this.#fail(path, `没有读：没有它所${verb}的文本 ${of}.md`);
      if (of === undefined && this.#in(folderOf(path), 'text').length !== 1)
        this.#fail(path, `没有读：不知道${verb}的是哪个文本，应写作 <日期>.${is}.yaml`);
    }
  }

  #record<T>(place: { path: string } | undefined, schema: z.ZodType<T>): T | undefined {
    const text = place && this.#bytes(place.path);
    return text === undefined ? undefined : readRecord(place!.path, text, schema, this.unreadable);
  }

  #text(path: string): string | undefined {
    const text = this.#bytes(path);
    if (text?.trim() !== '') return text;
    this.#fail(path, '文件没有内容');
    return undefined;
  }

  #bytes(path: string): string | undefined {
    const bytes = this.#try(path, () => readFileSync(join(this.#dir, path)));
    if (!bytes) return undefined;
    const decoded = decodeText(bytes);
    if (decoded.text === undefined) this.#fail(path, decoded.reason);
    else if (decoded.odd) this.#say(this.odd, path, decoded.odd, 'warning', 'encoding');
    return decoded.text;
  }

  #fail(file: string, reason: string): void {
    this.#say(this.unreadable, file, reason);
  }

  #say(list: Message[], file: string, reason: string, severity: Severity = 'error', rule = 'content'): void {
    list.push({ file, rule, line: 1, column: 1, reason, severity });
  }
}

/** What the system says of a path, in words. */
const failures: Readonly<Record<string, string>> = {
  EACCES: '没有读取的权限',
  EPERM: '没有读取的权限',
  ENOENT: '链接指向的文件不存在',
  ELOOP: '链接绕成了圈',
};

/** `works/a/2020-01-01.md` → `works/a/2020-01-01`. */
const stemOf = (path: string): string => path.replace(/\.\w+$/, '');

/** `works/a/2020-01-01.md` → `works/a`; a file at the root lies in ``. */
const folderOf = (path: string): string => path.replace(/\/?[^/]*$/, '');

const isA =
  <K extends ContentFile['is']>(is: K) =>
  (place: Place): place is Place<K> =>
    place.is === is;
