/** What must hold for any text at all. */
import type { Instrument, Provision, SourceText } from '../../../src/domain/model.ts';
import { serializeAll } from '../../../src/domain/structure/index.ts';

const bare = (text: string): string => text.replace(/[\s|]/g, '');

/**
 * The first words of the published text that canonical text does not print in their place; '' where all is there.
 * 公开方式 below a carried text is the carrier's, and is printed with it.
 */
export function lost(text: SourceText, instruments: Instrument[]): string {
  const stated = new Set(
    instruments
      .flatMap(({ frame }) => frame)
      .filter(({ role }) => role === 'disclosure')
      .map(({ position }) => position.start.offset),
  );
  const lines = text.lines.filter(({ start }) => !stated.has(start));
  const published = bare(lines.map((line) => line.text).join(''));
  const unstated = instruments.map((instrument) => ({
    ...instrument,
    frame: instrument.frame.filter(({ role }) => role !== 'disclosure'),
  }));
  const printed = bare(serializeAll(unstated));
  if (published === printed) return '';
  let i = 0;
  while (published[i] === printed[i]) i++;
  return `${published.slice(i, i + 30)} ≠ ${printed.slice(i, i + 30)}`;
}

/** eIds that two provisions of an instrument share. */
export function doubleIds(instrument: Instrument): string[] {
  const seen = new Set<string>();
  const double: string[] = [];
  const visit = (nodes: Provision[]): void => {
    for (const { eId, children } of nodes) {
      if (seen.has(eId)) double.push(eId);
      seen.add(eId);
      visit(children);
    }
  };
  visit([...instrument.provisions, ...instrument.annexes.flatMap(({ provisions }) => provisions)]);
  return double;
}
