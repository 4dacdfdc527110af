/** The page of a document that the archive knows only by name. */
import type { Work } from '../../domain/model.ts';
import type { Holdings } from '../holdings.ts';
import type { Link } from './common.ts';
import { evidenceLink, type StateView, stateView } from './state.ts';

export interface NamedView {
  title: string;
  number?: string;
  issuer?: string;
  state?: StateView;
  /** Where the texts of the archive speak of it. */
  mentions: { text: string; link: Link }[];
}

export function namedView(holdings: Holdings, work: Work): NamedView {
  const mentions = new Map<string, NamedView['mentions'][number]>();
  for (const { evidence } of holdings.events.get(work.id) ?? []) {
    const link = evidenceLink(holdings, evidence);
    if (link) mentions.set(link.href, { text: evidence.text, link });
  }
  return {
    title: work.title,
    number: work.documentNumber,
    issuer: work.issuer,
    state: stateView(holdings, work),
    mentions: Array.from(mentions.values()),
  };
}
