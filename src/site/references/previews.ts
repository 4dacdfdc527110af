/** What the links of a text lead to on other pages, in a few lines each: fetched when a reader first asks. */
import type { Provision, Version, Work } from '../../domain/model.ts';
import { doubtWords } from '../../domain/status/life/gaps.ts';
import type { BesideFile } from '../beside-pages.ts';
import { addressOf, type Holdings, presentText } from '../holdings.ts';
import { titleWords } from '../title-words.ts';
import { dateName } from '../urls.ts';
import { stateView } from '../views/state.ts';
import { dayWords, kindName } from '../words.ts';
import { referenceBook } from './book.ts';
import { resolveLink } from './links.ts';
import { placesOf } from './places.ts';

export interface PreviewLine {
  label?: string;
  text: string;
}

export interface Preview {
  title: string;
  lines: PreviewLine[];
}

/** Characters of one preview. */
const most = 600;

const made = new WeakMap<Version, Record<string, Preview>>();

/** By address as the page of the text links it; empty where every link stays on the page. */
export function previewsOf(holdings: Holdings, version: Version): Record<string, Preview> {
  const previews = made.get(version) ?? build(holdings, version);
  made.set(version, previews);
  return previews;
}

/** The previews of every text that has any, as files beside the pages. */
export function* previewFiles(holdings: Holdings): Generator<BesideFile> {
  for (const { id, versions } of holdings.works.values()) {
    for (const version of versions) {
      const previews = previewsOf(holdings, version);
      if (Object.keys(previews).length > 0)
        yield { path: `works/${id}/${dateName(version.date)}/previews.json`, body: JSON.stringify(previews) };
    }
  }
}

function build(holdings: Holdings, version: Version): Record<string, Preview> {
  const previews: Record<string, Preview> = {};
  const book = referenceBook(holdings);
  for (const reference of book.from(version)) {
    const resolved = resolveLink(holdings, reference);
    if (!resolved || !('link' in resolved) || resolved.link.href.startsWith('#')) continue;
    const { href, version: target, eId, through } = resolved.link;
    const work = holdings.works.get(reference.target!.work);
    if (!work || previews[href]) continue;
    previews[href] =
      target && eId
        ? placePreview(holdings, work, target, eId, through)
        : workPreview(holdings, work, target);
  }
  for (const references of book.toPlaces(version).values()) {
    for (const { from, part } of references) {
      const work = holdings.works.get(from.work);
      const citing = book.version(from.work, from.version);
      if (!work || !citing || citing === version || part) continue;
      previews[`${addressOf(holdings, citing)}#${from.eId}`] ??= placePreview(
        holdings,
        work,
        citing,
        from.eId,
      );
    }
  }
  return previews;
}

function placePreview(
  holdings: Holdings,
  work: Work,
  version: Version,
  eId: string,
  through?: string,
): Preview {
  const { instrument } = version;
  const places = placesOf(instrument);
  const which = version === presentText(holdings, work) ? '' : `（${dayWords(version.date)}文本）`;
  const words = places.words(eId) + (through ? `至${places.words(through)}` : '');
  const lines: PreviewLine[] = [];
  let left = most;
  const walk = (provision: Provision): void => {
    if (left <= 0) return;
    const text = `${provision.heading ?? ''}${provision.text}` || (provision.missing ? '原文未载' : '');
    if (text || provision.label) {
      const shown = text.length > left ? `${text.slice(0, left)}…` : text;
      lines.push({ ...(provision.label ? { label: provision.label } : {}), text: shown });
      left -= text.length;
    }
    for (const row of provision.rows ?? []) {
      if (left <= 0) return;
      lines.push({ text: row.join('　') });
      left -= row.join('').length;
    }
    for (const child of provision.children) walk(child);
  };
  const doubt = doubtWords(version.doubts);
  if (doubt) lines.push({ text: `${doubt}。` });
  for (const provision of places.span(eId, through)) walk(provision);
  const annex = instrument.annexes.find((_, index) => eId === `att_${index + 1}`);
  if (annex) lines.push({ text: annex.missing ? '附件内容，原文未载' : annex.title });
  return { title: titleWords(work.title, work.kind) + which + words, lines };
}

function workPreview(holdings: Holdings, work: Work, version = presentText(holdings, work)): Preview {
  const about = [kindName(work.kind, work.title), work.documentNumber, work.issuer].filter(Boolean);
  const state = stateView(holdings, work, version);
  return {
    title: titleWords(work.title, work.kind),
    lines: [
      { text: about.join('，') },
      ...(state
        ? [{ label: `${state.shape} ${state.word}（截至${state.asOf}）`, text: `${state.reason}。` }]
        : []),
      ...(version ? [] : [{ text: '本库未收正文。' }]),
    ],
  };
}

/** True where a text has links that lead to other pages. */
export function hasPreviews(holdings: Holdings, version: Version): boolean {
  return Object.keys(previewsOf(holdings, version)).length > 0;
}
