/**
 * Works that the archive knows by name only, made from the references that found no work.
 *
 * `《优化营商环境条例》` in a preamble → a work without versions, so that it has a page and can say who cites it.
 */
import type { InstrumentKind, Work } from '../model.ts';
import { documentNumberKey, kindOf, parseDocumentNumber, titleKey } from '../names/index.ts';
import { digest, instrumentId } from '../structure/index.ts';
import type { FoundReference } from './found.ts';
import { titleNoun } from './self-words.ts';
import { indexWorks, type WorkIndex } from './work-index.ts';
import { lookUpWork } from './work-lookup.ts';

interface Mention {
  titles: Map<string, string>;
  documentNumber?: string;
  issuer?: string;
}

/**
 * New works for what is named and not held.
 * @param found references of all instruments, in the order of the archive
 * @param works the works there are; ids of new ones differ from theirs
 * @returns works without versions, in order of first mention; certificates, forms and books are left out
 */
export function mentionedWorks(found: readonly FoundReference[], works: readonly Work[]): Work[] {
  const index = indexWorks(works);
  const mentions = new Set<Mention>();
  const byKey = new Map<string, Mention>();
  for (const reference of found) {
    const { title, documentNumber, bare, by, kind, locator, side } = reference;
    if ((kind !== 'external' && kind !== 'number') || locator || bare || side !== 'own') continue;
    if (title === undefined && documentNumber === undefined) continue;
    if (!isDocument(title, documentNumber) || isKnown(index, reference)) continue;
    const mention: Mention = known(title, documentNumber, byKey) ?? { titles: new Map() };
    if (!mentions.has(mention)) mentions.add(mention);
    for (const key of keysOf(title, documentNumber)) if (!byKey.has(key)) byKey.set(key, mention);
    if (title !== undefined && !mention.titles.has(titleKey(title)))
      mention.titles.set(titleKey(title), title);
    if (documentNumber !== undefined) mention.documentNumber ??= documentNumberKey(documentNumber);
    if (by !== undefined) mention.issuer ??= by;
  }
  const taken = new Set(works.map(({ id }) => id));
  return Array.from(mentions, (mention) => workOf(mention, taken));
}

/** A name that fits two works is no new work either: it is one of theirs. */
function isKnown(index: WorkIndex, reference: FoundReference): boolean {
  const looked = lookUpWork(index, reference);
  return looked.ok || looked.candidates.length > 0;
}

function keysOf(title: string | undefined, documentNumber: string | undefined): string[] {
  return [
    ...(documentNumber === undefined ? [] : [documentNumberKey(documentNumber)]),
    ...(title === undefined ? [] : [titleKey(title)]),
  ];
}

/** The mention that a name belongs to, by number first. Two titles with different numbers are two documents. */
function known(
  title: string | undefined,
  documentNumber: string | undefined,
  byKey: ReadonlyMap<string, Mention>,
): Mention | undefined {
  const [first, ...rest] = keysOf(title, documentNumber);
  const byFirst = byKey.get(first!);
  if (byFirst || rest.length === 0) return byFirst;
  const byTitle = byKey.get(rest[0]!);
  return byTitle?.documentNumber === undefined ? byTitle : undefined;
}

/** 《…条例》 and what has a number are documents; 《…许可证》, 《…申请表》 and books are not. */
function isDocument(title: string | undefined, documentNumber: string | undefined): boolean {
  if (documentNumber !== undefined && parseDocumentNumber(documentNumber)?.organ !== '') return true;
  return title !== undefined && titleNoun(title) !== undefined;
}

function workOf({ titles, documentNumber, issuer }: Mention, taken: Set<string>): Work {
  // The fullest title names the work: an annex gives the issuers that the body leaves out.
  const [title = documentNumber ?? '', ...others] = [...titles.values()].sort((a, b) => b.length - a.length);
  const kind: InstrumentKind = kindOf(title);
  const id = freeId(
    instrumentId({ title, kind, ...(documentNumber ? { documentNumber } : {}) }),
    title,
    taken,
  );
  const issuers = issuer ?? issuersOf(title);
  return {
    id,
    title,
    kind,
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(issuers ? { issuer: issuers } : {}),
    aliases: others,
    versions: [],
    carries: [],
  };
}

/** `甲局 乙局关于…的通知` → 甲局 乙局 */
function issuersOf(title: string): string | undefined {
  return /^((?:[\u4e00-\u9fff]{2,24}(?:政府|委员会|办公厅|办公室|部|委|局|厅|署|院)[ 、]?)+)关于/.exec(
    title,
  )?.[1];
}

function freeId(id: string, title: string, taken: Set<string>): string {
  let free = taken.has(id) ? `${id}-${digest(title)}` : id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${digest(title)}-${n}`;
  taken.add(free);
  return free;
}
