import { VFile } from 'vfile';
import type { Day, Instrument, Version, Work } from '../../src/domain/model.ts';
import { parseInstruments } from '../../src/domain/structure/index.ts';
import { readText } from '../../src/domain/text/index.ts';

export function instrumentOf(text: string): Instrument {
  const file = new VFile({ path: 'text.md' });
  return parseInstruments(readText(text, file), file)[0]!;
}

/** A work with printed texts: [day, text] each. */
export function work(id: string, texts: readonly [Day, string][]): Work {
  const versions = texts.map(
    ([date, text]): Version => ({
      work: id,
      date,
      origin: 'published',
      instrument: { ...instrumentOf(text), id },
      source: { path: `content/works/${id}/${date}.md` },
    }),
  );
  const { title, kind } = versions[0]!.instrument;
  return { id, title, kind, aliases: [], versions, carries: [] };
}
