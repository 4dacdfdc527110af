/**
 * Every reference of an instrument, as its text says it. Nothing is looked up here: that is resolution's part.
 *
 * One walk over the texts in reading order, since a short name holds from where it is given and 该法 means what was
 * named before.
 */

import type { Instrument } from '../model.ts';
import { bareAnchor, issuerBefore, titleNoun } from '../names/index.ts';
import { readAmended } from './amended.ts';
import type { Anchor } from './anchor.ts';
import { findAnchors } from './anchors.ts';
import { findAddresses, insideTitle } from './find-addresses.ts';
import type { FoundReference, Side } from './found.ts';
import { listedTitle } from './listed-titles.ts';
import { findMarks } from './marks.ts';
import { inForeignQuote } from './quotation.ts';
import { antecedent, common, type Reader } from './reader.ts';
import { ShortTitles } from './short-anchors.ts';
import { selfSide } from './sides.ts';
import { ended } from './successor.ts';
import { type TextUnit, textUnits } from './texts.ts';

/** References of an instrument, and the short names that it gives to documents. */
export interface ReadReferences {
  /** In reading order. */
  found: FoundReference[];
  /** Names with the title of what each means: 《渡口办法》 of （以下简称《渡口办法》） → 甲市渡口管理办法. */
  shorts: Iterable<readonly [name: string, title: string]>;
}

/** All references of an instrument, in reading order. */
export function findReferences(instrument: Instrument): FoundReference[] {
  return readReferences(instrument).found;
}

/** All references of an instrument with the short names that it gives. */
export function readReferences(instrument: Instrument): ReadReferences {
  const reader: Reader = {
    instrument,
    amended: readAmended(instrument),
    shorts: new ShortTitles(),
    named: { group: '', titles: [] },
    leads: new Map(),
    carry: new Map(),
  };
  const found = textUnits(instrument).flatMap((unit) => readUnit(unit, reader));
  return { found, shorts: reader.shorts };
}

function readUnit(unit: TextUnit, reader: Reader): FoundReference[] {
  const listed = unit.part === 'cell' ? listedTitle(unit) : undefined;
  if (listed) return [{ ...common(unit, 0, unit.text.length), kind: 'external', side: 'own', ...listed }];
  if (unit.group !== reader.named.group) reader.named = { group: unit.group, titles: [] };
  const anchors = findAnchors(unit.text, reader.shorts);
  const found: FoundReference[] = [];
  for (const anchor of anchors) {
    const reference = readAnchor(anchor, unit, reader);
    if (reference) found.push(reference);
    if (anchor.title !== undefined) reader.named.titles.push(anchor.title);
  }
  found.push(...findAddresses(unit, anchors, reader), ...findAnnexWords(unit, anchors, reader));
  if (unit.part === undefined) found.push(...findPointers(unit, anchors));
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function readAnchor(anchor: Anchor, unit: TextUnit, reader: Reader): FoundReference | undefined {
  const { start, end, noun } = anchor;
  const own = common(unit, start, end);
  if (anchor.kind === 'self' && !reader.amended.amends && inForeignQuote(unit.text, start)) {
    const reason = `“${own.text}”在引号内，是所引文件的自称`;
    return { ...own, kind: 'self', noun: noun!, side: 'own', reason };
  }
  if (anchor.kind === 'self') {
    const side = selfSide(unit, start, reader);
    const of = side === 'own' ? undefined : reader.amended.of(unit.eId);
    const quoting = quotedLaw(unit.text, start, noun!, reader);
    return {
      ...own,
      kind: 'self',
      noun: noun!,
      side,
      ...(of ? { of } : {}),
      ...(quoting ? { quoting } : {}),
    };
  }
  if (anchor.kind === 'number') {
    // The number in a document's own title is its name, not a reference.
    return unit.part === 'title'
      ? undefined
      : { ...own, kind: 'number', documentNumber: anchor.documentNumber!, side: 'own' };
  }
  if (anchor.kind === 'said')
    return { ...own, kind: 'external', side: 'own', ...antecedent(noun!, own.text, reader) };
  return readTitle(anchor, unit, reader);
}

/** `企业所得税法第五十七条第一款所称本法公布前…`: the law in whose words 本法 is said. */
function quotedLaw(text: string, at: number, noun: string, { named }: Reader): string | undefined {
  const near = Math.max(0, at - 200);
  const before = text.slice(near, at);
  const from = Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1;
  const match = /第[^，。；]{1,20}[条款项](?:规定)?(?:中)?所称/.exec(before.slice(from));
  if (!match) return undefined;
  const bare = bareAnchor(text, near + from + match.index)?.title;
  const title = bare ?? named.titles.at(-1);
  return title !== undefined && (titleNoun(title) ?? '').endsWith(noun) ? title : undefined;
}

/** 《…》根据本决定作相应修改，重新公布: the text that the decision leaves. */
const republished = /^[^，。；]{0,10}根据本[\u4e00-\u9fff]{2,4}(?:作|做|进行|修改|修正)/;

/** …发布的《…》: an earlier document, though it may have the title of the text that says so. */
const issuedThen = /(?:发布|公布|颁布|颁发|印发|施行|制定|通过|批准)的$/;

function readTitle(
  { start, end, title, documentNumber, kind, edition }: Anchor,
  unit: TextUnit,
  reader: Reader,
): FoundReference {
  const by = kind === 'title' ? issuerBefore(unit.text, start) : undefined;
  const amended = reader.amended.has(title!);
  const left = amended && republished.test(unit.text.slice(end, end + 40));
  const older =
    ended.test(unit.text.slice(end, end + 40)) ||
    issuedThen.test(unit.text.slice(Math.max(0, start - 6), start));
  const side: Side = left ? 'after' : amended ? 'before' : 'own';
  return {
    ...common(unit, start, end),
    kind: 'external',
    title: title!,
    ...(documentNumber ? { documentNumber } : {}),
    ...(by ? { by } : {}),
    ...(older ? { older } : {}),
    ...(edition ? { edition } : {}),
    side,
    ...(amended ? { of: title! } : {}),
  };
}

const annexWord =
  /(?<!邮件|合同|协议)附(?:件|表|录)[ \u00a0]?([0-9０-９一二三四五六七八九十]{0,3}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,2}|[IVX]{1,4})(?![0-9]|[条款项目]|加)/g;
const annexPointer = /(?:见|附|按|填写|照|本[\u4e00-\u9fff]{1,4})$/;

/** 附件, 附件2. In a text without annexes the word is one only where it points: 见附件. */
function findAnnexWords(
  unit: TextUnit,
  anchors: readonly Anchor[],
  { instrument }: Reader,
): FoundReference[] {
  const found: FoundReference[] = [];
  for (const match of unit.text.matchAll(annexWord)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (insideTitle(anchors, start) || ofOther(unit.text, start, anchors)) continue;
    const pointed = match[1] !== '' || annexPointer.test(unit.text.slice(Math.max(0, start - 6), start));
    if (instrument.annexes.length === 0 && !pointed) continue;
    found.push({ ...common(unit, start, end), kind: 'annex', annex: match[1]!, side: 'own' });
  }
  return found;
}

const treaty = /(?<!本)(?:公约|条约|协定|议定书|法|条例|规定|办法)的?$/;

/** 《甲公约》附录Ⅰ和附录Ⅱ: annexes of another document. */
function ofOther(text: string, at: number, anchors: readonly Anchor[]): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  const listed =
    /(?:附(?:件|表|录)[^，。；、和及与附]{0,4}(?:、|和|及|与|或者?))+$/.exec(before)?.[0].length ?? 0;
  const name = before.slice(0, before.length - listed);
  if (treaty.test(name)) return !/本[\u4e00-\u9fff]{1,4}$/.test(name);
  return anchors.some(
    ({ kind, after }) => kind !== 'self' && after <= at && /^的?$/.test(text.slice(after, at - listed)),
  );
}

/** 下列, 上述, 所列, 另行制定, 原许可机关. */
function findPointers(unit: TextUnit, anchors: readonly Anchor[]): FoundReference[] {
  return findMarks(unit.text).flatMap((mark): FoundReference[] => {
    if (insideTitle(anchors, mark.start)) return [];
    // 上述条例 is a name.
    if (anchors.some(({ kind, start }) => kind === 'said' && start === mark.start)) return [];
    // 本办法所列 is two references: 本办法, and what it lists.
    const start = mark.kind === 'listed' ? unit.text.indexOf('所列', mark.start) : mark.start;
    return [{ ...common(unit, start, mark.end), kind: 'relative', mark, side: 'own' }];
  });
}
