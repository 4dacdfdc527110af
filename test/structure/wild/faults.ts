/** What must hold for any text at all. */
import type { Instrument, Provision, SourceText } from '../../../src/domain/model.ts';
import { serialize } from '../../../src/domain/structure/index.ts';

const bare = (text: string): string => text.replace(/[\s|]/g, '');

/** The first words of the published text that canonical text does not print in their place; '' where all is there. */
export function lost(text: SourceText, instruments: Instrument[]): string {
  const published = bare(text.lines.map((line) => line.text).join(''));
  const printed = bare(instruments.map(serialize).join(''));
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
