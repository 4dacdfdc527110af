/** The page of a document that the archive knows only by name: what is known of it, and who speaks of it. */
import type { LegalEvent, Work } from '../../domain/model.ts';
import type { Holdings } from '../holdings.ts';
import { type MentioningText, mentionsOf } from '../references/mentions.ts';
import { type LifeView, lifeView, type Stretch, stretchesOf } from '../status/life.ts';
import { dayWords } from '../words.ts';
import type { Fact, Link, Run } from './common.ts';
import { type EvidenceView, evidenceLink, type StateView, stateView } from './state.ts';

export interface NamedView {
  title: string;
  number?: string;
  state?: StateView;
  /** What the badge says on other days. */
  stretches: Stretch[];
  life?: LifeView;
  facts: Fact[];
  /** What the state rests on, where no mention below says it. */
  evidence: EvidenceView[];
  /** The official database's search for it, where the register says how to ask. */
  lookUp?: Link;
  /** Where the texts of the archive speak of it, with the sentence. */
  mentions: MentioningText[];
}

/** What a dated event tells of a document without a text. */
const eventTerms: Partial<Record<LegalEvent['kind'], string>> = {
  adopted: '通过',
  issued: '成文',
  promulgated: '公布',
  commenced: '施行',
  amended: '修改',
  repealed: '废止',
  suspended: '暂停执行',
  resumed: '恢复执行',
  expires: '届满',
};

function eventFacts(holdings: Holdings, events: readonly LegalEvent[]): Fact[] {
  const facts = new Map<string, Fact>();
  for (const event of events) {
    const term = eventTerms[event.kind];
    const day = event.date ? dayWords(event.date) : event.approximate && `${event.approximate}年`;
    if (!term || !day || facts.has(term)) continue;
    const by = event.kind === 'repealed' ? evidenceLink(holdings, event.evidence) : undefined;
    const runs: Run[] = [{ text: event.kind === 'repealed' ? `${day}起` : day }];
    if (by) runs.push({ text: '，据' }, by);
    facts.set(term, { term, runs });
  }
  return Array.from(facts.values());
}

function factsOf(holdings: Holdings, work: Work): Fact[] {
  const stated: [string, string | undefined][] = [
    ['文号', work.documentNumber],
    ['统一编号', work.registryNumber],
    ['发文机关', work.issuer],
    ['又称', work.aliases.join('、')],
  ];
  return [
    ...stated.flatMap(([term, text]) => (text ? [{ term, runs: [{ text }] }] : [])),
    ...eventFacts(holdings, holdings.events.get(work.id) ?? []),
  ];
}

/** A link to the search for a title. */
function lookUpOf({ archive: { site } }: Holdings, { title }: Work): { lookUp?: Link } {
  if (!site.lookUp) return {};
  const href = site.lookUp.replaceAll('{title}', encodeURIComponent(title));
  return { lookUp: { text: '到官方数据库查这份文件', href } };
}

export function namedView(holdings: Holdings, work: Work): NamedView {
  const mentions = mentionsOf(holdings, work.id);
  const told = new Set(mentions.flatMap((text) => text.mentions.map(({ place }) => place.href)));
  const events = holdings.events.get(work.id) ?? [];
  const state = stateView(holdings, work);
  const evidence = new Map<string, EvidenceView>();
  const speaking = events.map((event) => ({
    text: event.evidence.text,
    link: evidenceLink(holdings, event.evidence),
  }));
  for (const each of [...(state?.evidence ?? []), ...speaking])
    if (each.text && each.link && !told.has(each.link.href)) evidence.set(each.link.href, each);
  return {
    title: work.title,
    number: work.documentNumber,
    state,
    stretches: stretchesOf(holdings, work),
    life: lifeView(holdings, work),
    facts: factsOf(holdings, work),
    evidence: Array.from(evidence.values()),
    ...lookUpOf(holdings, work),
    mentions,
  };
}
