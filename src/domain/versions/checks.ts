/**
 * Editors' checks: signatures come to the texts whose words they were given for, doubts that were looked at are told as
 * such. A signature of words that read otherwise today is void, and is told.
 */

import type {
  Acceptance,
  Doubt,
  Instrument,
  Message,
  Original,
  Provision,
  Signature,
  Version,
  Work,
} from '../model.ts';
import { textName } from '../names/index.ts';
import { serialize, serializeProvisions } from '../structure/index.ts';

/**
 * The words that a signature is given for, as a short key: of one provision with all below it, or of the whole text.
 * @returns undefined where the text has no such provision
 */
export function fingerprint(instrument: Instrument, eId?: string): string | undefined {
  if (eId === undefined) return keyOf(serialize(instrument));
  const provision = provisionsOf(instrument).find((each) => each.eId === eId);
  return provision && keyOf(serializeProvisions([provision]).join('\n'));
}

/** All provisions of a text and of its annexes, in reading order. */
export function provisionsOf({ provisions, annexes }: Instrument): Provision[] {
  const all: Provision[] = [];
  const visit = (provision: Provision): void => {
    all.push(provision);
    provision.children.forEach(visit);
  };
  provisions.forEach(visit);
  for (const annex of annexes) annex.provisions.forEach(visit);
  return all;
}

/** 53 bits of a text in letters and digits (cyrb53); guards against oversight, not against forgery. */
function keyOf(words: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0');
}

/**
 * Gives texts their signatures.
 * @param checks the records of all files, each with its path for messages
 * @returns signatures that are void: no such text or provision, or other words than were signed
 */
export function sign(
  works: ReadonlyMap<string, Work>,
  checks: readonly { signatures: readonly Signature[]; path: string }[],
): Message[] {
  const messages: Message[] = [];
  const signed = new Map<Version, Signature[]>();
  const all = checks.flatMap(({ signatures, path }) => signatures.map((signature) => ({ signature, path })));
  for (const { signature, path } of all) {
    const { work, version: date, eId, words, by, on } = signature;
    const version = works.get(work)?.versions.find((each) => each.date === date);
    const now = version && fingerprint(version.instrument, eId);
    if (version && now === words) {
      signed.set(version, [...(signed.get(version) ?? []), signature]);
      continue;
    }
    const place = textName(work, date, eId);
    const why = now === undefined ? '现在没有这一处' : '现在的文字与签名时不同';
    messages.push({
      file: path,
      rule: 'signature-void',
      line: 1,
      column: 1,
      reason: `${by}${on}对${place}的核对签名作废：${why}，请重新核对`,
      severity: 'warning',
    });
  }
  for (const [version, own] of signed) version.signatures = own;
  return messages;
}

/** Ids of the provisions of a text that are signed: each by itself, or by one above it, or all by the whole text. */
export function signedProvisions({ instrument, signatures = [] }: Version): ReadonlySet<string> {
  const signed = new Set<string>();
  const visit = (provision: Provision, above: boolean): void => {
    const here = above || signatures.some(({ eId }) => eId === provision.eId);
    if (here) signed.add(provision.eId);
    for (const child of provision.children) visit(child, here);
  };
  const whole = signatures.some(({ eId }) => eId === undefined);
  for (const provision of instrument.provisions) visit(provision, whole);
  for (const annex of instrument.annexes) for (const provision of annex.provisions) visit(provision, whole);
  return signed;
}

/**
 * What is doubtful of a text that stands on pages which a program has read: each such page on which a provision begins
 * that nobody has signed.
 *
 * 第一条 on page 3, read by machine with confidence 87, unsigned → 原件第3页由机器识别（置信度87），尚未逐条对照印本核对
 */
export function machineDoubts(version: Version, originals: readonly Original[]): Doubt[] {
  const { instrument } = version;
  const signed = signedProvisions(version);
  const all = provisionsOf(instrument);
  const open = all.filter(({ eId }) => !signed.has(eId)).map(({ position }) => position);
  const places = all.length > 0 ? open : [instrument.position];
  const pages = originals.flatMap((original) =>
    original.pages.filter((page, i) => {
      const next = original.pages.slice(i + 1).find(({ line }) => line !== undefined)?.line;
      const [from, until] = [page.line ?? 0, next ?? Number.POSITIVE_INFINITY];
      return (
        page.read === 'machine' &&
        page.line !== undefined &&
        places.some(({ start, end }) => start.line <= until && end.line >= from)
      );
    }),
  );
  return pages.map(({ page, confidence }) => ({
    kind: 'machine',
    reason: `原件第${page}页由机器识别${confidence === undefined ? '' : `（置信度${confidence}）`}，尚未逐条对照印本核对`,
  }));
}

/**
 * Messages with those told apart that an editor lets stand: they are told as information, with who looked and why.
 * @param path of the text that the acceptances speak of
 */
export function accepted(
  messages: readonly Message[],
  acceptances: readonly Acceptance[],
  path: string,
): Message[] {
  if (acceptances.length === 0) return [...messages];
  const byPlace = new Map(acceptances.map((one) => [placeKey(one.rule, one.line, one.says), one]));
  return messages.map((message) => {
    const one = message.file === path && byPlace.get(placeKey(message.rule, message.line, message.reason));
    if (!one) return message;
    return { ...message, severity: 'info', accepted: `${one.by}${one.on}核对：${one.reason}` };
  });
}

const placeKey = (rule: string, line: number, says: string): string => `${rule} ${line} ${says}`;
