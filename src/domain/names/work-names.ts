/** The names that a work is known by: titles and numbers, and their keys. */
import type { Day, Instrument } from '../model.ts';
import {
  type DocumentNumber,
  documentNumberKey,
  isGivenBy,
  keyOfNumber,
  parseDocumentNumber,
} from './document-number.ts';
import { bodiesOf } from './organs.ts';
import { titleKey, titleTailKey } from './title.ts';

/** What must be known of a work to look it up: every Work is one, and so is what the browser unpacks. */
export interface Registered {
  id: string;
  title: string;
  documentNumber?: string;
  registryNumber?: string;
  issuer?: string;
  aliases: readonly string[];
  /** The document that it was issued with. */
  carriedBy?: string;
  versions: readonly {
    date: Day;
    instrument?: Partial<Pick<Instrument, 'title' | 'documentNumber' | 'registryNumber'>> & {
      caption?: {
        text: string;
        events: readonly { event: string; by: string; documentNumber?: string; date?: Day }[];
      };
    };
  }[];
}

/** A number of a work as printed, with the day of the text that was promulgated under it. */
interface NumberOf {
  number: string;
  date?: Day;
}

/** Every number of a work, also those of the orders that promulgated its texts. */
export function numbersOf(work: Registered): NumberOf[] {
  const promulgated = work.versions
    .flatMap(({ instrument }) => instrument?.caption?.events ?? [])
    .filter(({ event }) => event === 'promulgated')
    // The 题注 names the issuer where the number does not: 湛江市人民政府令第3号.
    .map(({ documentNumber, by, date }) => ({
      number: parseDocumentNumber(by)?.scheme === 'order' ? by : documentNumber,
      ...(date ? { date } : {}),
    }));
  const printed = work.versions.flatMap(({ instrument }) => [
    instrument?.documentNumber,
    instrument?.registryNumber,
    ...captionNumbers(instrument?.caption?.text ?? ''),
  ]);
  const own = [work.documentNumber, work.registryNumber, ...printed].map((number) => ({ number }));
  const aliases = work.aliases
    .filter((alias) => parseDocumentNumber(alias) !== undefined)
    .map((number) => ({ number }));
  const found = new Map<string, NumberOf>();
  for (const one of [...promulgated, ...own, ...aliases])
    if (one.number !== undefined && !found.has(one.number))
      found.set(one.number, { ...one, number: one.number });
  return [...found.values()];
}

/** The text's own 文号 where the 题注 prints it as a piece of its own: `…通过　自2021年1月1日起施行　法释〔2020〕15号`. */
function captionNumbers(caption: string): string[] {
  if (!caption.includes('号')) return [];
  const pieces = caption.replace(/^[（(]|[）)]$/g, '').split(/[\s，,。；;、]+/);
  return pieces.filter((piece) => {
    const parts = parseDocumentNumber(piece);
    return parts?.scheme === 'document' && parts.organ !== '' && parts.year !== undefined;
  });
}

/**
 * The earlier text of a work that has this 文号, where the newest one was issued anew under another: the number means
 * that text, and not the work as it stands. Its day, or undefined.
 *
 * 某府〔2010〕1号, when 某府〔2016〕5号 issued the rule anew → 2010-05-01
 */
export function earlierText({ versions }: Registered, number: string): Day | undefined {
  if (parseDocumentNumber(number)?.scheme !== 'document') return undefined;
  const key = documentNumberKey(number);
  const isOf = ({ instrument }: Registered['versions'][number]): boolean =>
    instrument?.documentNumber !== undefined && documentNumberKey(instrument.documentNumber) === key;
  const newest = versions.at(-1);
  if (!newest || isOf(newest) || (newest.instrument && !newest.instrument.documentNumber)) return undefined;
  // A text that its 题注 gives as amended is the same document, whatever number its print has.
  if (newest.instrument?.caption?.events.some(({ event }) => event === 'amended')) return undefined;
  return versions.findLast(isOf)?.date;
}

/** Every title of a work, also those of its earlier texts. */
export function titlesOf({ title, aliases, versions }: Registered): string[] {
  const printed = versions.flatMap(({ instrument }) => instrument?.title ?? []);
  return Array.from(new Set([title, ...aliases, ...printed]));
}

/** Keys under which a work is found, whoever keeps them. */
export interface WorkKeys {
  titles: string[];
  /** Titles from 关于 on. */
  tails: string[];
  numbers: string[];
}

/** All keys of a work, once each. */
export function keysOfWork(work: Registered): WorkKeys {
  const names = titlesOf(work);
  return {
    titles: distinct(names.map(titleKey)),
    tails: distinct(names.map(titleTailKey)),
    numbers: distinct(numbersOf(work).flatMap(({ number }) => keysOf(number, work.issuer))),
  };
}

/** Keys by which a work that bears a name, or this number, may be found. */
export function keysAsked(name: string): WorkKeys {
  const parts = parseDocumentNumber(name);
  const given = parts && isGivenBy(parts) ? [keyOfGiven(parts), keyOfNumber({ ...parts, organ: '' })] : [];
  return {
    titles: distinct([titleKey(name)]),
    tails: distinct([titleTailKey(name)]),
    numbers: distinct(parts && given.length === 0 ? [documentNumberKey(name)] : given),
  };
}

function distinct(keys: readonly (string | undefined)[]): string[] {
  return Array.from(new Set(keys.filter((key) => key !== undefined && key !== ''))) as string[];
}

/** Keys of a number: an order is known with its issuer and without; 湛部规〔2020〕50号 is how some write 湛部规2020-50. */
export function keysOf(number: string, issuer?: string): string[] {
  const parts = parseDocumentNumber(number);
  if (parts?.scheme === 'registry')
    return [keyOfNumber(parts), keyOfNumber({ ...parts, scheme: 'document' })];
  if (!parts || !isGivenBy(parts)) return [documentNumberKey(number)];
  const named = parts.organ || issuer;
  return [keyOfNumber({ ...parts, organ: '' }), ...(named ? [keyOfGiven({ ...parts, organ: named })] : [])];
}

/** Key of a number that names who gave it. */
export function keyOfGiven(parts: DocumentNumber): string {
  return keyOfNumber({ ...parts, organ: bodyKey(parts.organ) });
}

/** 湛江市人民政府 and 湛江市政府 are one. */
function bodyKey(issuer: string): string {
  return issuer
    .replace(/\s/g, '')
    .replace(/^中华人民共和国(?=.)/, '')
    .replace(/人民政府/g, '政府');
}

/** False where both bodies are known and neither is the other's name, whole or its end: 国务院 and 甲市人民政府. */
export function mayBeGivenBy(work: Registered, { organ, number }: DocumentNumber): boolean {
  const given = numbersOf(work)
    .map((printed) => parseDocumentNumber(printed.number))
    .map((parts) => (parts?.number === number ? parts.organ : ''));
  const bodies = [work.issuer ?? '', ...given].map(bodyKey).filter((body) => body !== '');
  const asked = bodyKey(organ);
  return bodies.length === 0 || bodies.some((body) => body.endsWith(asked) || asked.endsWith(body));
}

/** True where both works name the same issuing body, or bear numbers with the same 代字. */
export function isOfOneBody(one: Registered, other: Registered): boolean {
  const namesOf = (work: Registered) => [
    ...bodiesOf(work.issuer).map(bodyKey),
    ...numbersOf(work).flatMap(({ number }) => parseDocumentNumber(number)?.organ || []),
    // （2015年3月5日甲市人民政府令第3号公布）
    ...work.versions
      .flatMap(({ instrument }) => instrument?.caption?.events ?? [])
      .flatMap(({ event, by }) => (event === 'promulgated' ? parseDocumentNumber(by)?.organ || [] : []))
      .map(bodyKey),
  ];
  const names = namesOf(one);
  return namesOf(other).some((name) => names.includes(name));
}
