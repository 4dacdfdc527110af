import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { issue, sourceLines } from './issue.ts';

type Fixture = Record<string, Record<string, string | number>>;

const fixture = parse(
  readFileSync(new URL('../fixtures/gazette/line-roles.yaml', import.meta.url), 'utf8'),
) as Fixture;

/** Line → `text role`, as the fixture has it. */
function expected(): Map<number, string> {
  const map = new Map<number, string>();
  for (const [text, roles] of Object.entries(fixture)) {
    for (const [role, lines] of Object.entries(roles)) {
      for (const part of String(lines).split(' ')) {
        const [first, last = first] = part.split('-').map(Number) as [number, number?];
        for (let line = first; line <= last!; line++) {
          const content = sourceLines[line - 1]!;
          if (role === 'figure-slot' ? content === ' ' : content.trim() !== '')
            map.set(line, `${text} ${role}`);
        }
      }
    }
  }
  return map;
}

const printed = new Map(
  issue.roles.map(({ line, role, instrument }) => [line, `${instrument ?? 'contents'} ${role}`]),
);

test('each of the 593 content lines and 8 figure slots has exactly one role', () => {
  const content = sourceLines.flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]));
  const slots = sourceLines.flatMap((line, i) => (line === ' ' ? [i + 1] : []));
  expect(content).toHaveLength(593);
  expect(slots).toHaveLength(8);
  expect(issue.roles.map(({ line }) => line)).toEqual([...content, ...slots].sort((a, b) => a - b));
});

test('every line has the role and the text that the line map gives it', () => {
  const differences = [...expected()].filter(([line, role]) => printed.get(line) !== role);
  expect(differences.map(([line, role]) => `${line}: ${role}, not ${printed.get(line)}`)).toEqual([]);
  expect(printed.size).toBe(expected().size);
});

test('公开方式 belongs to the document above it and 湛部规 to the document below it', () => {
  expect(printed.get(244)).toBe('zhanjiang-ling-7 disclosure');
  expect(printed.get(1032)).toBe('zhanfu-2020-71 disclosure');
  expect(printed.get(1034)).toBe('zhanhuan-2020-565 registry-number');
  expect(printed.get(1146)).toBe('zhanhuan-2020-565 disclosure');
  expect(printed.get(1148)).toBe('zhanfagaifagui-2020-675 registry-number');
  expect(printed.get(1166)).toBe('zhanfagaifagui-2020-675 disclosure');
});
