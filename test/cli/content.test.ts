/** What commands keep of a content folder: never another answer than a fresh reading gives. */
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { generatedIssue } from '../../scripts/bench-build/archive.ts';
import { openArchive, openBook } from '../../scripts/content.ts';
import { fingerprintOf } from '../../scripts/kept/fingerprint.ts';
import { Store } from '../../scripts/kept/store.ts';
import { statusBook } from '../../src/domain/status/desk/book.ts';
import { askStatus } from '../../src/domain/status/desk/desk.ts';
import { loadContent } from '../../src/site/load.ts';

const top = mkdtempSync(join(tmpdir(), 'gongbao-kept-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

let dir = '';
let content = '';
let kept = '';
let count = 0;
beforeEach(() => {
  dir = join(top, String(count++));
  content = join(dir, 'content');
  kept = join(dir, 'kept');
});

function write(path: string, text: string): void {
  const full = join(content, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

function writeIssue(issue: number, texts = 6): void {
  const { id, text, from, horizon } = generatedIssue(issue, texts);
  write(`issues/${id}/gazette.md`, text);
  write(`issues/${id}/issue.yaml`, stringify({ from, horizon }));
}

const facts = ({ archive, unreadable }: ReturnType<typeof loadContent>) => {
  const { register, ...rest } = archive;
  return { ...rest, unreadable, names: Array.from(register.works.keys()) };
};

const edits: Record<string, (n: number) => void> = {
  'a sentence is changed': (n) => {
    const folders = readdirSync(join(content, 'issues'));
    const path = join(content, 'issues', folders[n % folders.length]!, 'gazette.md');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('应当', n % 2 ? '必须' : '可以'));
  },
  'an issue is added': (n) => writeIssue(3 + (n % 4)),
  'an issue is taken away': (n) => {
    const folders = readdirSync(join(content, 'issues'));
    if (folders.length > 1)
      rmSync(join(content, 'issues', folders[n % folders.length]!), { recursive: true });
  },
  'an issue gets another name': (n) => {
    const folders = readdirSync(join(content, 'issues'));
    const from = folders[n % folders.length]!;
    const to = from.endsWith('-again') ? from.slice(0, -6) : `${from}-again`;
    if (!folders.includes(to)) renameSync(join(content, 'issues', from), join(content, 'issues', to));
  },
  'the register states a horizon': (n) =>
    write('register.yaml', stringify({ horizon: `2010-01-${10 + (n % 20)}` })),
  'a text is added that repeals': (n) =>
    write(
      `works/feizhi-${n % 3}/2009-01-0${1 + (n % 5)}.md`,
      `样洲市关于废止部分文件的决定\n\n样洲市人民政府决定废止《样洲市集市安全管理办法（第${'一二三'[n % 3]}号）》。\n\n本决定自公布之日起施行。`,
    ),
  'an empty file lies about': (n) => write(`works/kong-${n % 2}/2009-01-01.md`, ''),
};

describe('what is kept of a content folder', () => {
  it('gives the archive that a fresh reading gives, whatever was edited before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(1000)), {
          minLength: 1,
          maxLength: 5,
        }),
        async (steps) => {
          rmSync(dir, { recursive: true, force: true });
          for (const issue of [0, 1, 2]) writeIssue(issue);
          await openArchive(content, kept);
          for (const [edit, n] of steps) {
            edits[edit]!(n);
            const first = facts(await openArchive(content, kept));
            expect(first).toStrictEqual(facts(loadContent(content)));
            expect(facts(await openArchive(content, kept))).toStrictEqual(first);
          }
        },
      ),
      { numRuns: 6 },
    );
  });

  it('answers questions of status as a fresh reading does, of places too', async () => {
    for (const issue of [0, 1, 2]) writeIssue(issue, 12);
    const { archive } = loadContent(content);
    const lines = [
      ...archive.works.flatMap(({ id, title, documentNumber = '' }) => [
        id,
        title,
        documentNumber,
        `《${title}》第二条`,
      ]),
      '样洲市没有的办法',
    ].filter(Boolean);
    const fresh = askStatus(lines, '2001-05-01', statusBook(archive));
    await openBook(content, kept);
    const { book } = await openBook(content, kept);
    expect(book.works[0]!.versions[0]).not.toBe(archive.works[0]!.versions[0]);
    const places = (results: typeof fresh) => JSON.parse(JSON.stringify(results));
    expect(places(askStatus(lines, '2001-05-01', book))).toEqual(places(fresh));
  });

  it('is made again where an entry is broken, cut short or gone', async () => {
    writeIssue(0);
    const fresh = facts(await openArchive(content, kept));
    for (const name of readdirSync(kept)) {
      const path = join(kept, name);
      const bytes = readFileSync(path);
      for (const harm of [
        () => writeFileSync(path, bytes.subarray(0, bytes.length >> 1)),
        () =>
          writeFileSync(
            path,
            bytes.map((byte, i) => (i === bytes.length - 9 ? byte ^ 1 : byte)),
          ),
        () => rmSync(path),
      ]) {
        harm();
        expect(facts(await openArchive(content, kept))).toStrictEqual(fresh);
      }
    }
  });

  it('is left nowhere where the folder of the content is not that of the command', async () => {
    writeIssue(0);
    await openArchive(content);
    expect(existsSync(join(dir, '.gongbao'))).toBe(false);
    expect(readdirSync(dir)).toEqual(['content']);
  });
});

describe('a store', () => {
  it('does not read what another version of the software made', () => {
    new Store(kept, 'one').put('read', 'input', { made: 1 });
    expect(new Store(kept, 'one').get('read', 'input')).toEqual({ made: 1 });
    expect(new Store(kept, 'two').get('read', 'input')).toBeUndefined();
    expect(new Store(kept, 'one').get('other', 'input')).toBeUndefined();
  });

  it('keeps its own entries and the newest of the others', () => {
    for (let i = 0; i < 6; i++) {
      new Store(kept, `v${i}`).put('read', 'input', i);
      const name = readdirSync(kept).at(-1)!;
      utimesSync(join(kept, name), i, i);
    }
    const store = new Store(kept, 'v0');
    store.get('read', 'input');
    store.sweep('read', 2);
    expect(readdirSync(kept)).toHaveLength(3);
    expect(new Store(kept, 'v0').get('read', 'input')).toBe(0);
  });

  it('leaves nothing behind where it cannot write', () => {
    writeFileSync(join(top, 'file'), '');
    const store = new Store(join(top, 'file'), 'one');
    expect(store.remember('read', 'input', () => 7)).toBe(7);
    mkdirSync(kept, { recursive: true });
    // A value that cannot be written down.
    new Store(kept, 'one').put('read', 'input', () => 1);
    expect(readdirSync(kept)).toEqual([]);
  });
});

describe('a fingerprint', () => {
  it('follows every byte and every name, also of a file that claims to be as old', () => {
    write('a/one.md', '甲');
    write('b.md', '乙');
    const first = fingerprintOf(content);
    expect(fingerprintOf(content, [''], first.look).fingerprint).toBe(first.fingerprint);
    utimesSync(join(content, 'a/one.md'), 1000, 1000);
    const old = fingerprintOf(content, [''], first.look);
    expect(old.fingerprint).toBe(first.fingerprint);
    writeFileSync(join(content, 'a/one.md'), '丙');
    utimesSync(join(content, 'a/one.md'), 1000, 1000);
    expect(fingerprintOf(content, [''], old.look).fingerprint).not.toBe(first.fingerprint);
    writeFileSync(join(content, 'a/one.md'), '甲');
    expect(fingerprintOf(content).fingerprint).toBe(first.fingerprint);
    renameSync(join(content, 'b.md'), join(content, 'c.md'));
    expect(fingerprintOf(content).fingerprint).not.toBe(first.fingerprint);
  });

  it('reads nothing again that has not changed for some time', () => {
    write('b.md', '乙');
    const { look } = fingerprintOf(content);
    expect(fingerprintOf(content, [''], { ...look, at: Date.now() + 10_000 }).fresh).toBe(false);
    appendFileSync(join(content, 'b.md'), '丁');
    expect(fingerprintOf(content, [''], { ...look, at: Date.now() + 10_000 }).fresh).toBe(true);
    chmodSync(join(content, 'b.md'), 0o644);
  });
});
