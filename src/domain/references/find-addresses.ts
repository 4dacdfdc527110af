/** The locators of a text as references: with the name they are counted in, and what they leave out completed. */
import type { Locator } from '../model.ts';
import { type Anchor, bareAnchor } from './anchors.ts';
import { findLocators, type LocatorMatch } from './find-locators.ts';
import type { FoundReference } from './found.ts';
import { antecedent, common, type Reader } from './reader.ts';
import { carriedOn, remember, selfSide, sideAt } from './sides.ts';
import { rankOf } from './steps.ts';
import type { TextUnit } from './texts.ts';

/** What stands between a name and its locator: 《甲法》的第十条, 本法总则第四章. */
const attached = /^(?:的|中的?)?(总则|分则|附则)?[ \u00a0]*$/;

/** References with an address. A bare name right before one (企业所得税法第六条) is a reference too. */
export function findAddresses(unit: TextUnit, anchors: readonly Anchor[], reader: Reader): FoundReference[] {
  const found: FoundReference[] = [];
  const before: LocatorMatch[] = [];
  let anchor: Anchor | undefined;
  for (const match of findLocators(unit.text)) {
    if (insideTitle(anchors, match.start)) continue;
    const completed = carriedOn(unit, match, before.at(-1), reader);
    if (!completed) anchor = anchorOf(unit.text, match, anchors, before.at(-1), anchor);
    if (anchor?.kind === 'bare' && anchor.end === match.start) found.push(bareName(anchor, unit, reader));
    const within = anchor && attached.exec(unit.text.slice(anchor.after, match.start))?.[1];
    for (const [i, locator] of match.locators.entries()) {
      const { start, end } = match.spans[i]!;
      for (const one of saidLocators(completed?.[i] ?? locator, before, match.locators.slice(0, i))) {
        const own = within && i === 0 ? { ...one, within } : one;
        const note = completed ? { note: '承前省略条号' } : {};
        found.push({
          ...common(unit, start, end),
          ...address(own, unit, match.start, anchor, reader),
          ...note,
        });
      }
    }
    const locators = completed ?? match.locators;
    remember(locators, unit, match.start, reader);
    before.push({ ...match, locators });
  }
  return found;
}

function bareName({ start, end, title }: Anchor, unit: TextUnit, reader: Reader): FoundReference {
  const amended = reader.amended.has(title!);
  const side = amended ? sideAt(unit, start, reader) : 'own';
  return {
    ...common(unit, start, end),
    kind: 'external',
    title: title!,
    bare: true,
    side,
    ...(amended ? { of: title! } : {}),
  };
}

/** The name a locator is counted in: right before it, or before the locator that a comma parts from it. */
function anchorOf(
  text: string,
  match: LocatorMatch,
  anchors: readonly Anchor[],
  previous: LocatorMatch | undefined,
  previousAnchor: Anchor | undefined,
): Anchor | undefined {
  const first = match.locators[0]!.steps[0]!;
  if (first.relative !== undefined) return undefined;
  // A bracket after a title holds anchors of its own, so the name is not always the last one before.
  const last = lastBefore(anchors, match.start);
  for (let i = last; i >= Math.max(0, last - 3); i--) {
    const { after } = anchors[i]!;
    if (after <= match.start && attached.test(text.slice(after, match.start))) return anchors[i];
  }
  if (rankOf(first.type) > rankOf('article')) return undefined;
  const bare = bareAnchor(text, match.start);
  if (bare) return bare;
  return previous && /^[，,]$/.test(text.slice(previous.end, match.start)) ? previousAnchor : undefined;
}

/** Index of the last anchor that begins before an offset, or −1. */
function lastBefore(anchors: readonly Anchor[], at: number): number {
  let [low, high] = [0, anchors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (anchors[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** True inside 《…》: what a title says is the title's. */
export function insideTitle(anchors: readonly Anchor[], at: number): boolean {
  const anchor = anchors[lastBefore(anchors, at + 1)];
  return anchor?.kind === 'title' && at < anchor.end;
}

/** 该条, 各该款: the nearest locators before it that name such provisions, cut down to them. Others stay as they are. */
function saidLocators(
  locator: Locator,
  before: readonly LocatorMatch[],
  beside: readonly Locator[],
): Locator[] {
  const [first, ...rest] = locator.steps;
  if (!first?.anaphor) return [locator];
  const cut = ({ steps, through }: Locator): Locator[] => {
    const at = steps.findIndex(({ type, anaphor }) => type === first.type && !anaphor);
    if (at < 0) return [];
    return [
      {
        steps: [...steps.slice(0, at + 1), ...rest],
        ...(through ? { through: through.slice(0, at + 1) } : {}),
      },
    ];
  };
  const here = beside.flatMap(cut);
  if (here.length > 0) return here;
  for (let i = before.length - 1; i >= Math.max(0, before.length - 5); i--) {
    const named = before[i]!.locators.flatMap(cut);
    if (named.length > 0) return named;
  }
  return [locator];
}

type Address = Pick<FoundReference, 'kind' | 'side'> & Partial<FoundReference>;

function address(
  locator: Locator,
  unit: TextUnit,
  start: number,
  anchor: Anchor | undefined,
  reader: Reader,
): Address {
  const { amended } = reader;
  if (anchor?.kind === 'self') {
    const side = selfSide(unit, start, reader);
    const of = side === 'own' ? undefined : amended.of(unit.eId);
    return { kind: 'internal', locator, noun: anchor.noun!, side, ...(of ? { of } : {}) };
  }
  if (anchor?.kind === 'said')
    return { kind: 'external', locator, side: 'own', ...antecedent(anchor.noun!, reader) };
  if (anchor?.kind === 'number')
    return { kind: 'external', locator, documentNumber: anchor.documentNumber!, side: 'own' };
  const side = sideAt(unit, start, reader);
  if (anchor) {
    const amends = side !== 'own' && amended.has(anchor.title!);
    return {
      kind: 'external',
      locator,
      title: anchor.title!,
      side: amends ? side : 'own',
      ...(anchor.kind === 'bare' ? { bare: true } : {}),
      ...(anchor.documentNumber ? { documentNumber: anchor.documentNumber } : {}),
      ...(amends ? { of: anchor.title! } : {}),
    };
  }
  const first = locator.steps[0]!;
  const relative = first.relative !== undefined || rankOf(first.type) > rankOf('article');
  const of = side === 'own' ? undefined : amended.of(unit.eId);
  return { kind: relative ? 'relative' : 'internal', locator, side, ...(of ? { of } : {}) };
}
