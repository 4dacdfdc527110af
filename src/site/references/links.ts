/** A reference → where it leads on this site, or why it leads nowhere. A wrong link is worse than none. */
import type { Reference, Version, Work } from '../../domain/model.ts';
import { annexId } from '../../domain/structure/index.ts';
import { addressOf, type Holdings } from '../holdings.ts';
import { workUrl } from '../urls.ts';
import { referenceBook } from './book.ts';
import { placesOf } from './places.ts';

export interface ReferenceLink {
  href: string;
  /** The text that it leads into; absent for a work known by name. */
  version?: Version;
  eId?: string;
  /** eId of the last provision meant, for a range. */
  through?: string;
  /** What had to be assumed, or what the text it leads to lacks. */
  note?: string;
}

export type Resolved = { link: ReferenceLink } | { why: string } | undefined;

/**
 * @returns a link; or the reason why there is none; or undefined where the reader needs neither: 本办法 in the
 * 办法 itself, 下列 above the list it announces
 */
export function resolveLink(holdings: Holdings, reference: Reference): Resolved {
  const { target, reason } = reference;
  if (!target) return unexplained(reference) ? undefined : whyOf(reason);
  const work = holdings.works.get(target.work);
  if (!work) return whyOf(reason);
  const book = referenceBook(holdings);
  if ('annex' in target) return annexLink(holdings, target.annex, reference, work);
  const version = target.version === undefined ? undefined : book.version(work.id, target.version);
  if (version && target.eId !== undefined) return placeLink(holdings, reference, version, target.eId);
  // An address that was not found is no link to somewhere else in the document.
  if (reference.locator && work.versions.length > 0) return whyOf(reason);
  return workLink(holdings, reference, work, version);
}

const whyOf = (reason: string | undefined): Resolved => (reason ? { why: reason } : undefined);

/** 原许可机关 and the like name a body, not a text. */
const unexplained = ({ kind, locator, text }: Reference): boolean =>
  kind === 'relative' && !locator && !/另行/.test(text);

function placeLink(holdings: Holdings, reference: Reference, version: Version, eId: string): Resolved {
  const book = referenceBook(holdings);
  const { from, kind, through, note, reason } = reference;
  const places = placesOf(version.instrument);
  if (!places.get(eId)) return whyOf(reason ?? '所指的条文不在所收文本中');
  const own = version === book.version(from.work, from.version);
  if (own && (kind === 'relative' || kind === 'self') && atHand(reference, version, eId)) return undefined;
  const said = note ?? (places.get(eId)?.missing ? undefined : reason);
  return {
    link: {
      href: `${own ? '' : addressOf(holdings, version)}#${eId}`,
      version,
      eId,
      ...(through && places.get(through) ? { through } : {}),
      ...(said ? { note: said } : {}),
    },
  };
}

/** True for what stands right below the words, or in the same sentence. */
function atHand({ from, through }: Reference, version: Version, eId: string): boolean {
  const places = placesOf(version.instrument);
  return places.nested(from.eId, eId) && (through === undefined || places.nested(from.eId, through));
}

function annexLink(holdings: Holdings, label: string, reference: Reference, work: Work): Resolved {
  const book = referenceBook(holdings);
  const { target, from, part, reason } = reference;
  const version = target && 'version' in target ? book.version(work.id, target.version ?? '') : undefined;
  const index =
    version?.instrument.annexes.findIndex((annex) => (annex.label || annex.title) === label) ?? -1;
  if (!version || index < 0) return whyOf(reason);
  // The note that lists the annexes stands right above them.
  if (part === 'annexNote') return undefined;
  const own = version === book.version(from.work, from.version);
  const eId = annexId(index);
  const link = { href: `${own ? '' : addressOf(holdings, version)}#${eId}`, version, eId };
  return { link: reason ? { ...link, note: reason } : link };
}

/** A document as such: its page, where its text or what is known of it stands. */
function workLink(
  holdings: Holdings,
  reference: Reference,
  work: Work,
  version: Version | undefined,
): Resolved {
  const { from, kind, reason, note } = reference;
  if (work.id === from.work) {
    // 本法 in a 办法: the slip is told, nothing is linked to the page one is on.
    return kind === 'self' ? whyOf(note) : whyOf(reason);
  }
  const said = note ?? (version || work.versions.length > 0 ? reason : undefined);
  return {
    link: {
      href: version ? addressOf(holdings, version) : workUrl(work.id),
      ...(version ? { version } : {}),
      ...(said ? { note: said } : {}),
    },
  };
}
