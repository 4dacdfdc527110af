import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, encodeText } from '../../src/domain/search/files/bytes.ts';
import {
  blockFileBytes,
  blockPlaces,
  decodeBlock,
  decodeShard,
  encodeBlock,
  encodeShard,
  longestInline,
  shardOf,
  splitPosting,
} from '../../src/domain/search/files/shard.ts';

const ids = fc
  .uniqueArray(fc.nat(500_000), { minLength: 1, maxLength: 2000 })
  .map((list) => Uint32Array.from(list).sort());
const terms = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 2, maxLength: 2 }),
  fc.constantFrom(
    '网约',
    '约车',
    '车',
    '\u0001网约',
    '\u0001车',
    '\u000210-1',
    '\u0003zhanfu-2020-68',
    '\ud83d\ude00',
  ),
);

test('a text as bytes is read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeText(encodeText(text))).toBe(text.replace(/^\ufeff/, ''));
    }),
  );
});

describe('posting files', () => {
  test('what is written is read again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(terms, ids), { selector: ([term]) => term, maxLength: 8 }),
        (list) => {
          const entries = list.map(([term, posting]) => splitPosting(term, posting).entry);
          const lengths = new Map(entries.map(({ term, starts }) => [term, Array.from(starts, () => 900)]));
          const bytes = encodeShard(entries, { file: 1, from: 70, lengths });
          const back = new Map(decodeShard(bytes).map((entry) => [entry.term, entry]));
          expect(back.size).toBe(entries.length);
          for (const entry of entries) {
            const read = back.get(entry.term)!;
            expect(read.count).toBe(entry.count);
            expect(Array.from(read.ids)).toEqual(Array.from(entry.ids));
            expect(Array.from(read.starts)).toEqual(Array.from(entry.starts));
            expect(read.blocks).toHaveLength(entry.starts.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a long posting is cut into blocks that follow on', () => {
    fc.assert(
      fc.property(ids, (posting) => {
        const { entry, blocks } = splitPosting('网约', posting);
        expect(blocks.length > 0).toBe(posting.length > longestInline);
        const all = [entry.ids, ...blocks.map((block) => decodeBlock(encodeBlock(block)))];
        expect(all.flatMap((part) => Array.from(part))).toEqual(Array.from(posting));
        expect(blocks.map((block) => block[0])).toEqual(Array.from(entry.starts));
      }),
      { numRuns: 60 },
    );
  });

  test('blocks follow each other, and one that would reach beyond a file begins the next', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40_000 }), { maxLength: 30 }), (lengths) => {
        let before = { file: 0, from: 0, to: 0 };
        for (const [i, place] of blockPlaces(lengths).entries()) {
          expect(place.to - place.from).toBe(lengths[i]);
          expect(place.to).toBeLessThanOrEqual(blockFileBytes);
          if (place.file === before.file) expect(place.from).toBe(before.to);
          else expect([place.file, place.from]).toEqual([before.file + 1, 0]);
          before = place;
        }
      }),
    );
  });

  test('damaged bytes are refused, not read as something else without end', () => {
    const bytes = encodeShard([splitPosting('网约', Uint32Array.from([1, 5, 9])).entry]);
    expect(() => decodeShard(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        try {
          decodeShard(noise);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  test('a term has one shard, and shards hold about as many terms', () => {
    expect(shardOf('网约', 7)).toBe(shardOf('网约', 7));
    // Headings and texts are asked together.
    expect(shardOf('\u0001网约', 7)).toBe(shardOf('网约', 7));
    const counts = new Array(16).fill(0);
    for (let unit = 0x4e00; unit < 0x5e00; unit++) counts[shardOf(`${String.fromCharCode(unit)}车`, 16)]++;
    expect(Math.max(...counts)).toBeLessThan(2 * Math.min(...counts));
  });
});
