/** The locators of a text as references: with the name they are counted in, and what they leave out completed. */

import type { Locator } from '../model.ts';
import { bareAnchor, titleNoun } from '../names/index.ts';
import type { Anchor } from './anchor.ts';
import { carriedFrom, doubtOf, isOther, leadOf, type Said } from './doubts.ts';
import { findLocators, type LocatorMatch } from './find-locators.ts';
import type { FoundReference } from './found.ts';
import { antecedent, common, type Reader } from './reader.ts';
import { carriedOn, remember, selfSide, sideAt } from './sides.ts';
import { rankOf } from './steps.ts';
import type { TextUnit } from './texts.ts';

/** What stands between a name and its locator: 《甲法》的第十条, 本法总则第四章, 《甲公约》附件一第二条. */
const attached =
  /^(?:规定)?(?:的|中的?)?(总则|分则|附则|附(?:件|录|表)[一二三四五六七八九十0-9ⅠⅡⅢⅣⅤ]{0,3})?[ \u00a0]*$/;

/** References with an address. A bare name right before one (企业所得税法第六条) is a reference too. */
export function findAddresses(unit: TextUnit, anchors: readonly Anchor[], reader: Reader): FoundReference[] {
  const found: FoundReference[] = [];
  const before: Said[] = [];
  let anchor: Anchor | undefined;
  for (const match of findLocators(unit.text)) {
    if (insideTitle(anchors, match.start)) continue;
    const completed = carriedOn(unit, match, before.at(-1), reader);
    if (!completed) anchor = anchorOf(unit.text, match, anchors, before, reader);
    if (anchor?.kind === 'bare' && anchor !== before.at(-1)?.anchor)
      found.push(bareName(anchor, unit, reader));
    const within = anchor && attached.exec(unit.text.slice(anchor.after, match.start))?.[1];
    const doubt = reader.amended.amends ? undefined : doubtOf(unit, match, anchor, before, reader);
    for (const [i, locator] of match.locators.entries()) {
      const { start, end } = match.spans[i]!;
      // 《甲法》第十条和本条第一款: what says 本 is never the other document's.
      const named = locator.steps[0]!.relative === undefined ? anchor : undefined;
      const each = eachOf(unit.text, match.start, anchors).map((one) => ({ locator, anchor: one }));
      const said = saidLocators(completed?.[i] ?? locator, before, match.locators.slice(0, i));
      for (const one of each.length > 0 ? each : said) {
        const own = within && i === 0 ? { ...one.locator, within } : one.locator;
        const to = address(own, unit, match.start, one.anchor ?? named, reader);
        const carried =
          to.side === 'own' && !named && !one.anchor && !doubt
            ? carriedFrom(unit, match, i, before, reader)
            : {};
        const note = completed ? { note: '承前省略条号' } : {};
        const reason = doubt ? { reason: doubt } : {};
        found.push({ ...common(unit, start, end), ...to, ...carried, ...note, ...reason });
      }
    }
    const locators = completed ?? match.locators;
    remember(locators, unit, match.start, reader);
    before.push({ ...match, locators, ...(anchor ? { anchor } : {}) });
  }
  if (!reader.amended.amends) found.push(...thatRule(unit, anchors, before, reader));
  const lead = leadOf(unit.text, anchors, before);
  if (lead) reader.leads.set(unit.eId, lead);
  return found;
}

const thatRuleWords = /(?:该|上述|前述)规定(?!的?第|性|动作|范围)/g;

/** 《甲法》第十条……，该规定: the address that stands before it in the sentence, where no other document is named in between. */
function thatRule(
  unit: TextUnit,
  anchors: readonly Anchor[],
  before: readonly Said[],
  reader: Reader,
): FoundReference[] {
  return Array.from(unit.text.matchAll(thatRuleWords)).flatMap((match): FoundReference[] => {
    const start = match.index;
    const said = before.findLast(({ end, locators }) => end <= start && !locators[0]!.steps[0]!.anaphor);
    if (said?.locators.length !== 1 || insideTitle(anchors, start)) return [];
    if (unit.text.slice(said.end, start).includes('。')) return [];
    if (anchors.some((anchor) => anchor.start >= said.end && anchor.end <= start)) return [];
    const to = address(said.locators[0]!, unit, said.start, said.anchor, reader);
    return [{ ...common(unit, start, start + match[0].length), ...to }];
  });
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

/** 《甲办法》《乙办法》各第三条, 《甲办法》和《乙办法》各自的第三条: the names of the list; none for any other address. */
function eachOf(text: string, at: number, anchors: readonly Anchor[]): Anchor[] {
  const list: Anchor[] = [];
  let [end, between] = [at, /^各(?:自)?的?$/];
  for (let i = lastBefore(anchors, at); i >= 0; i--) {
    const anchor = anchors[i]!;
    if (anchor.kind !== 'title' || !between.test(text.slice(anchor.after, end))) break;
    list.unshift(anchor);
    [end, between] = [anchor.start, /^(?:[、，]|和|与|及|以及)?$/];
  }
  return list;
}

/** The name a locator is counted in: right before it, or before the locator that it goes on from. */
function anchorOf(
  text: string,
  match: LocatorMatch,
  anchors: readonly Anchor[],
  before: readonly Said[],
  { amended, instrument }: Reader,
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
  const previous = before.at(-1);
  // 刑法分则第三章: the part stands between the name and the address.
  const part =
    /(?:总则|分则|附则)$/.exec(text.slice(Math.max(0, match.start - 2), match.start))?.[0].length ?? 0;
  const bare = bareAnchor(text, match.start - part, previous?.end);
  if (bare?.title?.startsWith('本')) return ownName(bare, instrument.title);
  if (bare) return itsOwn(bare, anchors);
  return previous && goesOn(text.slice(previous.end, match.start), previous, amended.amends)
    ? previous.anchor
    : undefined;
}

/** 本管理办法 in a 管理办法. */
function ownName(bare: Anchor, title: string): Anchor | undefined {
  const name = bare.title!.slice(1);
  const noun = titleNoun(name);
  return noun !== undefined && title.replace(/[（(][^（）()]*[）)]$/, '').endsWith(name)
    ? { ...bare, kind: 'self', noun }
    : undefined;
}

/** 《甲法》及其实施条例, 甲法及其实施条例: 甲法实施条例. */
function itsOwn(bare: Anchor, anchors: readonly Anchor[]): Anchor {
  const [, named = '', own] = /^(.*?)(?:[及和])?其(.+)$/.exec(bare.title!) ?? [];
  if (own === undefined || (named !== '' && titleNoun(named) === undefined)) return bare;
  const base = named === '' ? anchors[lastBefore(anchors, bare.start)]?.title : named;
  return base === undefined ? bare : { ...bare, start: bare.end - own.length, title: `${base}${own}` };
}

/** 第十条，|第十二条; and of another document also 第十条所称甲和|第十二条所称乙. */
function goesOn(between: string, { anchor }: Said, amends: boolean): boolean {
  if (/^[，,]$/.test(between)) return true;
  return !amends && isOther(anchor) && /^[^，。；：“”]{1,24}(?:和|以及|及|、)$/.test(between);
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
  before: readonly Said[],
  beside: readonly Locator[],
): { locator: Locator; anchor?: Anchor }[] {
  const [first, ...rest] = locator.steps;
  if (!first?.anaphor) return [{ locator }];
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
  if (here.length > 0) return here.map((one) => ({ locator: one }));
  for (let i = before.length - 1; i >= Math.max(0, before.length - 5); i--) {
    const { locators, anchor } = before[i]!;
    const named = locators.flatMap(cut);
    // 该条 of another law's article is that law's.
    if (named.length > 0) return named.map((one) => ({ locator: one, ...(anchor ? { anchor } : {}) }));
  }
  return [{ locator }];
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
  if (anchor?.kind === 'said') {
    const said = unit.text.slice(anchor.start, anchor.end);
    return { kind: 'external', locator, side: 'own', ...antecedent(anchor.noun!, said, reader) };
  }
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
      ...(anchor.edition ? { edition: anchor.edition } : {}),
      ...(amends ? { of: anchor.title! } : {}),
    };
  }
  const first = locator.steps[0]!;
  const relative = first.relative !== undefined || rankOf(first.type) > rankOf('article');
  const of = side === 'own' ? undefined : amended.of(unit.eId);
  return { kind: relative ? 'relative' : 'internal', locator, side, ...(of ? { of } : {}) };
}
