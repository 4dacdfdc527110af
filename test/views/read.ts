import { VFile } from 'vfile';
import type { Instrument } from '../../src/domain/model.ts';
import { parseInstruments } from '../../src/domain/structure/index.ts';
import { readText } from '../../src/domain/text/index.ts';

/** Structures a text written for a test. */
export function read(text: string): Instrument {
  const file = new VFile({ path: 'test.md', value: text });
  return parseInstruments(readText(text, file), file)[0]!;
}
