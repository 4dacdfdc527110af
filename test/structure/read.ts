/** A text read by itself, with everything its tests look at. */
import { VFile } from 'vfile';
import type { Instrument, Message, SourceText } from '../../src/domain/model.ts';
import { parseInstruments, parseIssue } from '../../src/domain/structure/index.ts';
import { type Correction, messagesOf, readText } from '../../src/domain/text/index.ts';

export interface Read {
  text: SourceText;
  instruments: Instrument[];
  first: Instrument;
  messages: Message[];
}

export function read(source: string, title = '', corrections: Correction[] = []): Read {
  const file = new VFile({ path: 'sample.md' });
  const text = readText(source, file, corrections);
  const instruments = parseInstruments(text, file, title);
  return { text, instruments, first: instruments[0]!, messages: messagesOf(file) };
}

export function readIssue(source: string) {
  const file = new VFile({ path: 'sample.md' });
  const text = readText(source, file);
  return { text, issue: parseIssue('2000-01', text, file), messages: messagesOf(file) };
}
