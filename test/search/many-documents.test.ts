/** Where more documents may be meant than are looked through, the answer says so; never is one silently left out. */
import { expect, test } from 'vitest';
import { memorySource } from '../../src/domain/search/memory.ts';
import { searchArchive } from '../../src/domain/search/search.ts';
import { corpusOf, workOf } from './sample.ts';

/** 第1镇停车管理办法 …, each with a second article. */
const towns = (count: number) =>
  memorySource(
    corpusOf(
      Array.from({ length: count }, (_, i) =>
        workOf(`zhen-${i}`, {
          '2021-01-01': `第${i + 1}镇停车管理办法\n\n第一条　为了规范秩序，制定本办法。\n\n第二条　车辆应当停入泊位。\n`,
        }),
      ),
    ),
  );

const cutShort = expect.stringContaining('只查了前64件');

test.each([
  ['a place in documents of one name', '停车管理办法第二条'],
  ['a place in documents that have the words', '泊位第一条'],
  ['words of which some stand in the titles', '停车 泊位'],
])('%s: said beyond 64, and not before', async (_, query) => {
  const few = await searchArchive(towns(64), query, { limit: 0 });
  expect(few.hits.length).toBe(64);
  expect(few.messages).not.toContainEqual(cutShort);
  const many = await searchArchive(towns(70), query, { limit: 0 });
  expect(many.hits.length).toBe(64);
  expect(many.messages).toContainEqual(cutShort);
});

test('it is said on the first page, too', async () => {
  const { messages, total } = await searchArchive(towns(70), '停车管理办法第二条', { limit: 5 });
  expect(total).toBe(64);
  expect(messages).toContainEqual(cutShort);
});
