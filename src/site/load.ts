/**
 * The only reader of the disk: a content folder → the archive.
 *
 * `issues/<issue>/gazette.md` with `issue.yaml` and `corrections.yaml` · `works/<name>/<date>.md` with an optional
 * `work.yaml` · `register.yaml`. A bare text dropped into the folder is a work, too.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import {
  type Archive,
  buildArchive,
  type IssueSource,
  type Register,
  type WorkSource,
} from '../domain/archive.ts';
import type { Message } from '../domain/model.ts';
import { decodeText, isDay } from '../domain/text/index.ts';
import { correctionRecords, issueRecord, readRecord, registerRecord, workRecord } from './records.ts';

export type { Archive } from '../domain/archive.ts';

export interface Loaded {
  archive: Archive;
  /** Files that could not be read; a site must not be built while there are any. */
  unreadable: Message[];
}

/** Reads a content folder. Paths in messages are relative to it. */
export async function load(dir: string): Promise<Loaded> {
  return loadContent(dir);
}

export function loadContent(dir: string): Loaded {
  const unreadable: Message[] = [];
  const reader = new FolderReader(dir, unreadable);
  if (!existsSync(dir) || !statSync(dir).isDirectory()) {
    unreadable.push({
      file: dir,
      rule: 'content',
      line: 1,
      column: 1,
      reason: '没有这个文件夹',
      severity: 'error',
    });
  }
  const register: Register = reader.record('register.yaml', registerRecord) ?? { works: [], organs: [] };
  const issues = reader.folders('issues').flatMap((id) => reader.issue(id));
  const works = [
    ...reader.folders('works').flatMap((name) => reader.workFolder(name)),
    ...reader.looseTexts('works'),
    ...reader.looseTexts(''),
  ];
  if (existsSync(dir) && issues.length === 0 && works.length === 0 && unreadable.length === 0) {
    unreadable.push({
      file: dir,
      rule: 'content',
      line: 1,
      column: 1,
      reason: '文件夹里没有 issues/*/gazette.md，也没有 works/*/*.md',
      severity: 'error',
    });
  }
  const archive = buildArchive({ issues, works, register });
  return { archive: { ...archive, messages: [...reader.odd, ...archive.messages] }, unreadable };
}

class FolderReader {
  readonly #dir: string;
  readonly #unreadable: Message[];
  /** What is to be said of files that were read. */
  readonly odd: Message[] = [];

  constructor(dir: string, unreadable: Message[]) {
    this.#dir = dir;
    this.#unreadable = unreadable;
  }

  folders(name: string): string[] {
    const path = join(this.#dir, name);
    if (!existsSync(path)) return [];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  }

  issue(id: string): IssueSource[] {
    const folder = `issues/${id}`;
    const path = ['gazette.md', 'gazette.txt']
      .map((name) => `${folder}/${name}`)
      .find((name) => existsSync(join(this.#dir, name)));
    if (!path) {
      this.#fail(`${folder}/gazette.md`, '没有公报正文');
      return [];
    }
    const text = this.text(path);
    if (!existsSync(join(this.#dir, folder, 'issue.yaml'))) {
      this.#fail(
        `${folder}/issue.yaml`,
        '没有这个文件：至少写明 horizon（本期所反映的最后一天），例如 horizon: 2020-12-31',
      );
    }
    const about = this.record(`${folder}/issue.yaml`, issueRecord);
    const corrections = this.record(`${folder}/corrections.yaml`, correctionRecords) ?? [];
    if (text === undefined) return [];
    if (text.trim() === '') {
      this.#fail(path, '文件没有内容');
      return [];
    }
    return [
      {
        id,
        path,
        text,
        corrections,
        horizon: about?.horizon ?? '',
        ...(about?.from ? { from: about.from } : {}),
        ...(about?.title ? { title: about.title } : {}),
        ...(about?.publisher ? { publisher: about.publisher } : {}),
      },
    ] as IssueSource[];
  }

  workFolder(name: string): WorkSource[] {
    const folder = `works/${name}`;
    const about = this.record(`${folder}/work.yaml`, workRecord) ?? {};
    return readdirSync(join(this.#dir, folder))
      .filter((file) => /\.(?:md|txt)$/.test(file))
      .sort()
      .flatMap((file) => this.#work(`${folder}/${file}`, name, basename(file).replace(/\.\w+$/, ''), about));
  }

  /** Texts that lie in a folder without one of their own. */
  looseTexts(folder: string): WorkSource[] {
    const path = join(this.#dir, folder);
    if (!existsSync(path) || !statSync(path).isDirectory()) return [];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|txt)$/.test(entry.name) && !/^readme/i.test(entry.name))
      .map((entry) => entry.name)
      .sort()
      .flatMap((file) => {
        const name = file.replace(/\.\w+$/, '');
        return this.#work(
          folder ? `${folder}/${file}` : file,
          name,
          /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '',
          {},
        );
      });
  }

  #work(path: string, name: string, date: string, about: z.infer<typeof workRecord>): WorkSource[] {
    const text = this.text(path);
    if (text === undefined) return [];
    if (text.trim() === '') {
      this.#fail(path, '文件没有内容');
      return [];
    }
    const corrections = this.record(path.replace(/\.\w+$/, '.corrections.yaml'), correctionRecords) ?? [];
    return [{ name, path, text, corrections, ...(isDay(date) ? { date } : {}), ...about }] as WorkSource[];
  }

  record<T>(path: string, schema: z.ZodType<T>): T | undefined {
    if (!existsSync(join(this.#dir, path))) return undefined;
    const text = this.text(path);
    return text === undefined ? undefined : readRecord(path, text, schema, this.#unreadable);
  }

  text(path: string): string | undefined {
    try {
      const decoded = decodeText(readFileSync(join(this.#dir, path)));
      if (decoded.text === undefined) this.#fail(path, decoded.reason);
      else if (decoded.odd)
        this.odd.push({
          file: path,
          rule: 'encoding',
          line: 1,
          column: 1,
          reason: decoded.odd,
          severity: 'warning',
        });
      return decoded.text;
    } catch (error) {
      this.#fail(path, `无法读取：${(error as Error).message}`);
      return undefined;
    }
  }

  #fail(file: string, reason: string): void {
    this.#unreadable.push({ file, rule: 'content', line: 1, column: 1, reason, severity: 'error' });
  }
}
