/** Works found by number or title, whatever the spelling. */
import type { Day } from '../model.ts';
import {
  type DocumentNumber,
  documentNumberKey,
  isGivenBy,
  keyOfNumber,
  parseDocumentNumber,
  titleKey,
  titleTailKey,
} from '../names/index.ts';
import type { StatusWork } from './status-work.ts';

export interface WorkIndex {
  works: ReadonlyMap<string, StatusWork>;
  /** 文号, registry numbers, orders with and without their issuer. */
  byNumber: ReadonlyMap<string, readonly string[]>;
  byTitle: ReadonlyMap<string, readonly string[]>;
  /** Titles from 关于 on. */
  byTail: ReadonlyMap<string, readonly string[]>;
}

class Lists extends Map<string, string[]> {
  add(key: string | undefined, id: string): void {
    if (!key) return;
    const list = this.get(key);
    if (!list) this.set(key, [id]);
    else if (!list.includes(id)) list.push(id);
  }
}

/** Index of works by every name they have: title, aliases, 文号, registry number, number of the promulgating order. */
export function indexWorks(works: readonly StatusWork[]): WorkIndex {
  const [byNumber, byTitle, byTail] = [new Lists(), new Lists(), new Lists()];
  for (const work of works) {
    const { titles, tails, numbers } = keysOfWork(work);
    for (const key of titles) byTitle.add(key, work.id);
    for (const key of tails) byTail.add(key, work.id);
    for (const key of numbers) byNumber.add(key, work.id);
  }
  return { works: new Map(works.map((work) => [work.id, work])), byNumber, byTitle, byTail };
}

/** Keys under which a work is found, whoever keeps them. */
export interface WorkKeys {
  titles: string[];
  /** Titles from 关于 on. */
  tails: string[];
  numbers: string[];
}

/** All keys of a work, once each. */
export function keysOfWork(work: StatusWork): WorkKeys {
  const names = [work.title, ...work.aliases];
  return {
    titles: distinct(names.map(titleKey)),
    tails: distinct(names.map(titleTailKey)),
    numbers: distinct(numbersOf(work).flatMap((number) => numberKeys(number, work.issuer))),
  };
}

/** Keys by which a work that bears a name, or this number, may be found. */
export function keysAsked(name: string): WorkKeys {
  const parts = parseDocumentNumber(name);
  const numbers = parts
    ? [numberKeyAsked(name, parts), ...(isGivenBy(parts) ? [keyOfNumber({ ...parts, organ: '' })] : [])]
    : [];
  return {
    titles: distinct([titleKey(name)]),
    tails: distinct([titleTailKey(name)]),
    numbers: distinct(numbers),
  };
}

const distinct = (keys: readonly (string | undefined)[]): string[] =>
  Array.from(new Set(keys.filter((key) => key !== undefined && key !== ''))) as string[];

function numberKeyAsked(number: string, parts: DocumentNumber | undefined): string {
  return parts && isGivenBy(parts)
    ? keyOfNumber({ ...parts, organ: short(parts.organ) })
    : documentNumberKey(number);
}

/** Every number of a work as printed, also those of its orders. */
export function numbersOf(work: StatusWork): string[] {
  const own = [work.documentNumber, work.registryNumber].filter((number) => number !== undefined);
  const printed = work.versions.flatMap(({ instrument }) => [
    instrument?.documentNumber,
    instrument?.registryNumber,
    ...captionNumbers(instrument?.caption?.text ?? ''),
    ...(instrument?.caption?.events ?? [])
      .filter(({ event }) => event === 'promulgated')
      // The 题注 names the issuer where the number does not: 湛江市人民政府令第3号.
      .map(({ documentNumber, by }) => (parseDocumentNumber(by)?.scheme === 'order' ? by : documentNumber)),
  ]);
  const aliases = work.aliases.filter((alias) => parseDocumentNumber(alias) !== undefined);
  return Array.from(new Set([...own, ...printed.filter((number) => number !== undefined), ...aliases]));
}

/**
 * The earlier text of a work that has this 文号, where the newest one was issued anew under another: the number means
 * that text, and not the work as it stands. Its day, or undefined.
 *
 * 某府〔2010〕1号, when 某府〔2016〕5号 issued the rule anew → 2010-05-01
 */
export function earlierText({ versions }: StatusWork, number: string): Day | undefined {
  if (parseDocumentNumber(number)?.scheme !== 'document') return undefined;
  const key = documentNumberKey(number);
  const isOf = (version: StatusWork['versions'][number]): boolean =>
    version.instrument?.documentNumber !== undefined &&
    documentNumberKey(version.instrument.documentNumber) === key;
  const newest = versions.at(-1);
  if (!newest || isOf(newest) || (newest.instrument && !newest.instrument.documentNumber)) return undefined;
  // A text that its 题注 gives as amended is the same document, whatever number its print has.
  if (newest.instrument?.caption?.events.some(({ event }) => event === 'amended')) return undefined;
  return versions.findLast(isOf)?.date;
}

/** The text's own 文号 where the 题注 prints it as a piece of its own: `…通过　自2021年1月1日起施行　法释〔2020〕15号`. */
function captionNumbers(caption: string): string[] {
  if (!/号/.test(caption)) return [];
  return caption
    .replace(/^[（(]|[）)]$/g, '')
    .split(/[\s，,。；;、]+/)
    .filter((piece) => {
      const parts = parseDocumentNumber(piece);
      return parts?.scheme === 'document' && parts.organ !== '' && parts.year !== undefined;
    });
}

/** Keys of a number: an order is known with its issuer and without. */
function numberKeys(number: string, issuer?: string): string[] {
  const parts = parseDocumentNumber(number);
  if (parts?.scheme === 'registry') {
    // 湛部规〔2020〕50号 is how some write 湛部规2020-50.
    return [keyOfNumber(parts), keyOfNumber({ ...parts, scheme: 'document' })];
  }
  if (!parts || !isGivenBy(parts)) return [documentNumberKey(number)];
  const bare = keyOfNumber({ ...parts, organ: '' });
  const named = parts.organ || issuer;
  return named ? [bare, keyOfNumber({ ...parts, organ: short(named) })] : [bare];
}

/** 湛江市人民政府 and 湛江市政府 are one. */
function short(issuer: string): string {
  return issuer
    .replace(/\s/g, '')
    .replace(/^中华人民共和国(?=.)/, '')
    .replace(/人民政府/g, '政府');
}

/** A work that is nothing but this number gives way to those that are known by more. */
function named(ids: readonly string[], index: WorkIndex): readonly string[] {
  if (ids.length < 2) return ids;
  const known = ids.filter((id) => {
    const { title, documentNumber } = index.works.get(id)!;
    return title !== documentNumber;
  });
  return known.length > 0 ? known : ids;
}

/** Ids of works that have a number; for an order that names its issuer, none of another issuer. */
export function withNumber(index: WorkIndex, number: string): readonly string[] {
  const parts = parseDocumentNumber(number);
  const key = numberKeyAsked(number, parts);
  const found = named(index.byNumber.get(key) ?? [], index);
  if (found.length > 0 || !parts || !isGivenBy(parts) || parts.organ === '') return found;
  const bare = index.byNumber.get(keyOfNumber({ ...parts, organ: '' })) ?? [];
  return bare.filter((id) => sameIssuer(index.works.get(id)!, parts));
}

/** True for a work that has the number, or whose cover has it. */
export function bears(id: string, numbered: readonly string[], index: WorkIndex): boolean {
  return numbered.includes(id) || numbered.includes(index.works.get(id)?.carriedBy ?? '');
}

function sameIssuer(work: StatusWork, { organ, number }: DocumentNumber): boolean {
  const issuers = [work.issuer ?? '', ...numbersOf(work).map((printed) => parseDocumentNumber(printed))]
    .map((one) => (typeof one === 'string' ? short(one) : one?.number === number ? short(one.organ) : ''))
    .filter((one) => one !== '');
  return (
    issuers.length === 0 || issuers.some((one) => one.endsWith(short(organ)) || short(organ).endsWith(one))
  );
}

/** Ids of works with a title; a title without its issuer finds the one work that ends so. */
export function withTitle(index: WorkIndex, title: string): readonly string[] {
  const key = titleKey(title);
  const exact = index.byTitle.get(key);
  if (exact) return exact;
  const tail = titleTailKey(title);
  if (tail === undefined) return [];
  // 关于收费的通知 is the tail of one issuer's title; two titles with different issuers are different documents.
  return tail === key ? (index.byTail.get(tail) ?? []) : (index.byTitle.get(tail) ?? []);
}
