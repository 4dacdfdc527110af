import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addRecord, RecordError } from '../../src/bench/records.ts';
import { folder } from '../cli/run.ts';

const head = '# 校订';
const before = [
  '# 本期的校注。',
  '',
  '# 分工',
  '- id: A-11',
  '  line: 40',
  '  from: 科技口 # 原刊',
  '  kind: note',
  '  reason: 照原刊',
  '',
  '# 规划',
  '- line: 288',
  "  from: '公共平台'",
  '  kind: note',
  '  reason: >-',
  '    目录与正文',
  '    不一致',
  '',
].join('\n');

const record = (line: number, from = '甲') => ({
  line,
  from,
  to: '乙',
  kind: 'replace',
  reason: '印本作“乙”',
});

describe('adding a record', () => {
  test.each([
    [30, 3],
    [40, 8],
    [288, 16],
    [900, 16],
  ])('for line %i it stands behind those of the same or an earlier line, on one line', (line, at) => {
    const lines = addRecord(before, record(line), head).split('\n');
    expect(lines[at]).toBe(`- { line: ${line}, from: 甲, to: 乙, kind: replace, reason: 印本作“乙” }`);
    expect(lines.toSpliced(at, 1).join('\n')).toBe(before);
  });

  test('a new file begins with its comment', () => {
    expect(addRecord('', record(3), head)).toBe(
      '# 校订\n- { line: 3, from: 甲, to: 乙, kind: replace, reason: 印本作“乙” }\n',
    );
  });

  test('the same record twice is told', () => {
    expect(() => addRecord(addRecord('', record(3), head), record(3), head)).toThrow('已有同样的一条');
  });

  test.each(['a: 1\n', '- [\n', '[{ line: 1 }]\n'])(
    'a file that is written otherwise stays as it is: %j',
    (text) => {
      expect(() => addRecord(text, record(3), head)).toThrow(RecordError);
    },
  );

  test('whatever is added in whatever order, what stood there stays, and every record is read back', () => {
    const words = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
    const records = fc.array(
      fc.record({ line: fc.integer({ min: 1, max: 400 }), from: words, reason: words }),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(records, (added) => {
        const distinct = Array.from(new Map(added.map((one) => [JSON.stringify(one), one])).values());
        const text = distinct.reduce((file, one) => addRecord(file, one, head), before);
        expect(parse(text)).toHaveLength(2 + distinct.length);
        expect(parse(text)).toEqual(expect.arrayContaining(distinct));
        const kept = text.split('\n').filter((line) => !line.startsWith('- {'));
        expect(kept.join('\n')).toBe(before);
      }),
    );
  });
});

describe('the files of two editors', () => {
  const merge = (name: string, text: string | undefined, ours: object[], theirs: object[]): string => {
    const dir = folder({
      ...(text === undefined ? {} : { [name]: text }),
      '.gitattributes': readFileSync('scripts/template/_gitattributes', 'utf8'),
    });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
        cwd: dir,
        stdio: 'pipe',
      });
    const commit = (records: object[]): void => {
      const path = join(dir, name);
      const there = existsSync(path) ? readFileSync(path, 'utf8') : '';
      writeFileSync(
        path,
        records.reduce<string>((file, one) => addRecord(file, { ...one }, head), there),
      );
      git('add', '-A');
      git('commit', '-qm', 'x');
    };
    try {
      git('init', '-q', '-b', 'main');
      git('add', '-A');
      git('commit', '-qm', 'x');
      git('switch', '-qc', 'theirs');
      commit(theirs);
      git('switch', '-q', 'main');
      commit(ours);
      git('merge', '-q', '--no-edit', 'theirs');
      return readFileSync(join(dir, name), 'utf8');
    } finally {
      rmSync(dir, { recursive: true });
    }
  };

  test.each<[string, object[], object[]]>([
    ['different places', [record(30)], [record(300)]],
    ['one place', [record(30, '甲'), record(31, '丙')], [record(30, '乙')]],
    ['the end', [{ sign: 'a@2020-01-01#art_1', by: '张三' }], [{ sign: 'a@2020-01-01#art_1', by: '李四' }]],
  ])('merge without a hand: %s', (_, ours, theirs) => {
    const merged = merge('checks.yaml', before, ours, theirs);
    expect(parse(merged)).toHaveLength(2 + ours.length + theirs.length);
    expect(parse(merged)).toEqual(expect.arrayContaining([...ours, ...theirs]));
  });

  test.each(['corrections.yaml', '2021-01-01.corrections.yaml', '2021-01-01.checks.yml'])(
    'and so where both begin %s',
    (name) => {
      const [ours, theirs] = [record(3, '甲'), record(3, '丙')];
      const merged = merge(name, undefined, [ours], [theirs]);
      expect(parse(merged)).toEqual(expect.arrayContaining([ours, theirs]));
      expect(parse(merged)).toHaveLength(2);
    },
  );
});
