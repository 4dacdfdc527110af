/**
 * Documents in the wordings of real notices, rules and decisions, each asked on the days around its turning points.
 *
 * A fixture holds cases: `#### what is shown`, `=== horizon DAY` (what the register states), `=== folder/date` with a text
 * below it, and `=== ?` with lines `query | day | state basis | ground`; `a/b` where either is right, a state alone for any
 * basis. The ground is part of the reason; an answer `unknown none` always names one, for it has no evidence.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { askStatus } from '../../src/domain/status/desk/desk.ts';
import { packBook, unpackBook } from '../../src/domain/status/desk/pack.ts';
import { book } from './read.ts';

interface Case {
  name: string;
  horizon: string;
  texts: Record<string, string>;
  asked: { query: string; day: string; expected: string[]; ground: string }[];
}

function casesOf(file: string): Case[] {
  const text = readFileSync(`test/fixtures/status/${file}`, 'utf8');
  return text
    .split(/^#### /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...rest] = part.split('\n');
      const read: Case = { name, horizon: '', texts: {}, asked: [] };
      for (const block of rest.join('\n').split(/^=== /m).slice(1)) {
        const [head = '', ...lines] = block.split('\n');
        if (head === '?') read.asked = lines.filter((line) => line !== '').map(askedOf);
        else if (head.startsWith('horizon ')) read.horizon = head.slice(8);
        else read.texts[head] = `${lines.join('\n').trim()}\n`;
      }
      return read;
    });
}

function askedOf(line: string): Case['asked'][number] {
  const [query = '', day = '', expected = '', ground = ''] = line.split(' | ');
  return { query, day, expected: expected.split('/'), ground };
}

describe.each(readdirSync('test/fixtures/status'))('%s', (file) => {
  it.each(casesOf(file))('$name', ({ horizon, texts, asked }) => {
    const index = book(texts, horizon);
    const browser = unpackBook(JSON.parse(JSON.stringify(packBook(index, 3))));
    for (const { query, day, expected, ground } of asked) {
      const [result] = askStatus([query], day, index);
      expect(askStatus([query], day, browser), 'the browser knows the same').toEqual([result]);
      const told = expected[0]!.includes(' ') ? `${result!.state} ${result!.basis}` : result!.state;
      expect(expected, `${query} ${day} ${result!.reason}`).toContain(told);
      expect(result!.reason, `${query} ${day}`).toContain(ground);
      if (told === 'unknown none') expect(ground, `${query} ${day}: write the ground behind it`).not.toBe('');
      if (result!.basis !== 'none') expect(result!.evidence.length, `${query} ${day}`).toBeGreaterThan(0);
      expect(result!.reason).not.toMatch(/undefined|NaN/);
    }
  });
});
