/**
 * Content folders of any make, read through the whole pipeline: nothing throws, no character is lost, no id is given
 * twice, and no folder takes time out of proportion to its size.
 *
 * `GONGBAO_FUZZ=100000 GONGBAO_SEED=random npx vitest run --project unit test/fuzz` runs as many as wanted.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { afterAll, expect, test } from 'vitest';
import type { Archive } from '../../src/domain/archive.ts';
import { parseInstruments, parseIssue } from '../../src/domain/structure/index.ts';
import { publishedText, readText, restoreSource } from '../../src/domain/text/index.ts';
import { loadContent } from '../../src/site/load.ts';
import { doubleIds, lost } from '../structure/wild/faults.ts';

const runs = Number(process.env['GONGBAO_FUZZ'] ?? 2000);
const dir = mkdtempSync(join(tmpdir(), 'fuzz-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const samples = (folder: string): string[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => readFileSync(new URL(`${folder}${name}`, import.meta.url), 'utf8'))
    .filter((text) => text.length < 1500);
const texts = [...samples('../fixtures/structure/'), ...samples('../structure/wild/samples/')];
const issues = samples('../fixtures/issues/');
const records = [
  'horizon: 2021-01-31\n',
  'title: 样城市人民政府公报\npublisher: 样城市人民政府\nfrom: 2021-01-01\nhorizon: 2021-01-31\n',
  'works:\n  - title: 样本办法\n    documentNumber: 样府〔2020〕3号\n',
  'title: 样本办法\naliases: [甲办法]\n',
  '- line: 3\n  from: 甲\n  to: 乙\n  kind: replace\n  reason: 误\n',
  '- line: 1\n  kind: join\n  from: 甲\n  reason: 断行\n',
];

/** What a line, a key or a piece of a line is made of. */
const pieces = [
  ...[
    '目录',
    '附件',
    '附件1：甲表',
    '附：',
    '— 3 —',
    '第三条规定的',
    '第十条 甲。',
    '（一）甲；',
    '一、甲',
    '①甲',
  ],
  ...[
    '第二章 职责',
    '“第四条 甲。',
    '”',
    '《',
    '》',
    '（',
    '）',
    '〔',
    '2020年2月30日',
    '2020年1月1日',
    '市长 张三',
  ],
  ...[
    '公开方式：主动公开',
    '甲\t乙',
    '| 甲 | 乙 |',
    '样府〔2020〕3号',
    '样城市人民政府令第9号',
    '第9号',
    '第0条',
  ],
  ...[
    '更正：第3页“甲”应为“乙”。',
    '索引号：1',
    '有效性：已失效',
    '自2021年1月1日起废止《样本办法》。',
    '删去第一条。',
  ],
  ...[
    '将第一条修改为：“第一条　甲。”',
    '本办法自发布之日起施行，有效期5年。',
    '依照前条、本办法第二条和《样本办法》第九条办理。',
  ],
  ...[
    '*',
    '&',
    ': ',
    '- ',
    '"',
    "'",
    '{',
    '[',
    '\t',
    '\u0000',
    '\ufeff',
    '\u2028',
    '\ud83d',
    '𠮷',
    '\r',
    '---',
    '#',
    '<p>',
  ],
];
type Change = (text: string) => string;
const place = fc.nat({ max: 4000 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...pieces)).map(
    ([at, piece]): Change =>
      (text) => {
        const i = at % (text.length + 1);
        return text.slice(0, i) + piece + text.slice(i);
      },
  ),
  fc.tuple(place, fc.constantFrom(...pieces)).map(
    ([at, piece]): Change =>
      (text) =>
        onLines(text, (lines) => lines.toSpliced(at % lines.length, 0, piece)),
  ),
  fc.tuple(place, fc.nat({ max: 30 })).map(
    ([at, n]): Change =>
      (text) => {
        const i = at % (text.length + 1);
        return text.slice(0, i) + text.slice(i + n);
      },
  ),
  place.map(
    (at): Change =>
      (text) =>
        onLines(text, (lines) => lines.toSpliced(at % lines.length, 1)),
  ),
  fc.tuple(place, fc.integer({ min: 1, max: 40 })).map(
    ([at, n]): Change =>
      (text) =>
        onLines(text, (lines) =>
          lines.toSpliced(at % lines.length, 0, ...Array<string>(n).fill(lines[at % lines.length]!)),
        ),
  ),
  fc.tuple(place, place).map(
    ([a, b]): Change =>
      (text) =>
        onLines(text, (lines) =>
          lines
            .with(a % lines.length, lines[b % lines.length]!)
            .with(b % lines.length, lines[a % lines.length]!),
        ),
  ),
  place.map(
    (at): Change =>
      (text) =>
        text.slice(0, at % (text.length + 1)),
  ),
  place.map(
    (at): Change =>
      (text) =>
        text.slice(at % (text.length + 1)),
  ),
  fc
    .tuple(
      fc.constantFrom('一', '二', '条', '。', '：', '〔', '2020', '号', '\n\n', '《', '第'),
      fc.constantFrom(...pieces),
    )
    .map(
      ([from, to]): Change =>
        (text) =>
          text.replaceAll(from, to).slice(0, 6000),
    ),
  fc.tuple(fc.constantFrom(...texts), place).map(
    ([other, at]): Change =>
      (text) =>
        text.slice(0, at % (text.length + 1)) + other,
  ),
);

function onLines(text: string, change: (lines: string[]) => string[]): string {
  return change(text.split('\n')).join('\n');
}

const changed = (from: readonly string[], most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...from), fc.array(change, { maxLength: most }))
    .map(([text, changes]) => changes.reduce((left, apply) => apply(left), text).slice(0, 4000));

/** A file of a folder: its path, its words, and how they are written. */
type Made = [path: string, words: string, form: 'utf8' | 'utf16' | 'cut'];
const form = fc.constantFrom<Made[2]>('utf8', 'utf8', 'utf8', 'utf16', 'cut');

function bytesOf([, words, written]: Made): Uint8Array {
  if (written === 'utf16') return Buffer.from(`\ufeff${words}`, 'utf16le');
  const plain = Buffer.from(words);
  return written === 'cut' ? plain.subarray(0, Math.max(0, plain.length - 1)) : plain;
}

const made = (path: fc.Arbitrary<string>, words: fc.Arbitrary<string>): fc.Arbitrary<Made> =>
  fc.tuple(path, words, form);

const names = ['yangben', '样本办法', '甲（试行）', 'a b', '2020-01-01', 'work', '。', 'x'.repeat(80)];
const days = ['2019-01-01', '2021-06-30', '2021-02-30', '甲', 'text'];
const ofWork = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...days))
  .map(([name, day]) => `works/${name}/${day}.md`);
const loose = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom('.md', '.txt', '.MD', '.docx', ''))
  .map(([name, end]) => `works/${name}${end}`);
const record = fc.constantFrom(
  ...[
    'register.yaml',
    'register.yml',
    'issues/a/issue.yaml',
    'issues/a/corrections.yaml',
    'issues/b/issue.yaml',
  ],
  ...['works/yangben/work.yaml', 'works/yangben/corrections.yaml', 'works/甲（试行）.corrections.yaml'],
);
const file = fc.oneof(
  {
    weight: 3,
    arbitrary: made(
      fc.constantFrom('issues/a/gazette.md', 'issues/b/gazette.md', 'issues/样/gazette.md'),
      changed(issues, 6),
    ),
  },
  { weight: 4, arbitrary: made(ofWork, changed(texts, 6)) },
  { weight: 2, arbitrary: made(loose, changed(texts, 4)) },
  { weight: 2, arbitrary: made(record, changed(records, 4)) },
);
const folder = fc.array(file, { minLength: 1, maxLength: 3 });

function write(files: readonly Made[]): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  for (const file of files) {
    const target = join(dir, file[0]);
    try {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytesOf(file));
    } catch {
      // A file where another path needs a folder, or the other way round: the first stands.
    }
  }
}

function doubles(ids: readonly string[]): string[] {
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

/** Ids that two things of an archive share. */
function idFaults({ works }: Archive): string[] {
  return [
    ...doubles(works.map(({ id }) => `work ${id}`)),
    ...works.flatMap(({ id, versions }) =>
      doubles(versions.map(({ date, origin }) => `${id}@${date} ${origin}`)),
    ),
    ...works.flatMap(({ versions }) => versions.flatMap(({ instrument }) => doubleIds(instrument))),
  ];
}

/** Characters of a text that its structure does not hold, or that undoing the repairs does not give back. */
function textFaults({ path, source, issue }: Archive['sources'][number]): string[] {
  const vfile = new VFile({ path });
  const text = readText(source, vfile);
  const faults = restoreSource(publishedText(text), text.repairs) === source ? [] : [`${path}: not restored`];
  if (issue !== undefined) {
    const roles = new Set(parseIssue(issue, text, vfile).roles.map(({ line }) => line));
    const bare = text.lines.filter(({ line, text: words }) => words.trim() !== '' && !roles.has(line));
    return [...faults, ...bare.map(({ line }) => `${path}:${line} has no role`)];
  }
  const gone = lost(text, parseInstruments(text, vfile));
  return gone === '' ? faults : [...faults, `${path}: ${gone}`];
}

/** Milliseconds that a folder may take for each thousand characters, and for none. */
const [each, once] = [250, 1500];

test(`${runs} folders are read whole`, { timeout: 0 }, () => {
  fc.assert(
    fc.property(folder, (files) => {
      write(files);
      const before = process.cpuUsage();
      const { archive } = loadContent(dir);
      const { user } = process.cpuUsage(before);
      expect(idFaults(archive)).toEqual([]);
      expect(archive.sources.flatMap(textFaults)).toEqual([]);
      const size = files.reduce((sum, [, words]) => sum + words.length, 0) / 1000;
      expect(user / 1000).toBeLessThan(once + each * size);
    }),
    { numRuns: runs },
  );
});
