/** The table of contents that a text prints follows its chapters. */

import type { ContentsEntry, Instrument, Provision } from '../model.ts';
import { isContainer } from './text/locators.ts';

/** Brings the contents of a text up to date with its provisions. */
export function followContents(instrument: Instrument, before: readonly Provision[]): void {
  const { contents } = instrument;
  if (!contents || contents.length === 0) return;
  const old = containersOf(before);
  const now = containersOf(instrument.provisions);
  if (
    old.length === now.length &&
    old.every(
      ({ provision }, i) =>
        provision.label === now[i]!.provision.label && provision.heading === now[i]!.provision.heading,
    )
  )
    return;
  const depth = Math.max(...contents.map((entry) => entry.depth));
  const least = Math.min(...contents.map((entry) => entry.depth));
  const kept = now.filter((container) => container.depth + least <= depth);
  const { position } = contents[0]!;
  instrument.contents = kept.map(({ provision, depth: level }): ContentsEntry => {
    const heading = provision.heading ?? '';
    return {
      depth: level + least,
      text: textOf(provision),
      label: provision.label,
      heading,
      position,
      target: provision.eId,
    };
  });
  const titles = new Set(contents.map(({ text }) => text.replace(/\s/g, '')));
  let placed = false;
  instrument.frame = instrument.frame.flatMap((line) => {
    if (line.role !== 'toc' || !titles.has(line.text.replace(/\s/g, ''))) return [line];
    if (placed) return [];
    placed = true;
    return instrument.contents!.map(({ text }) => ({ ...line, text }));
  });
}

function textOf({ label, heading }: Provision): string {
  return [label, heading].filter(Boolean).join('　');
}

function containersOf(
  provisions: readonly Provision[],
  depth = 0,
): { provision: Provision; depth: number }[] {
  return provisions.flatMap((provision) =>
    isContainer(provision.type) ? [{ provision, depth }, ...containersOf(provision.children, depth + 1)] : [],
  );
}
