/**
 * A text in the words of schema.org (Legislation) with the same in the words of ELI: for search engines and for the
 * national collections that read them. Force is told on the horizon; what is unknown is left out.
 */
import { oncePer } from '../../model/once.ts';
import type { Day, Evidence, State } from '../../model.ts';
import { type HeldText, type Holding, repealedPart } from '../holding.ts';
import { writable } from '../xml.ts';

type Force = 'InForce' | 'NotInForce' | 'PartiallyInForce';

/** States that schema.org has a word for; of all others nothing is said. */
const forces: Partial<Record<State, Force>> = {
  'in-force': 'InForce',
  'not-yet': 'NotInForce',
  adopted: 'NotInForce',
  published: 'NotInForce',
  superseded: 'NotInForce',
  executed: 'NotInForce',
  lapsed: 'NotInForce',
  'period-over': 'NotInForce',
  repealed: 'NotInForce',
};

/** In force as a whole, in part, or not; undefined where the archive cannot tell. */
function forceOf({ status }: Pick<HeldText, 'status'>): Force | undefined {
  const force = forces[status.state];
  return force === 'InForce' && repealedPart(status) ? 'PartiallyInForce' : force;
}

const given = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** Days as events tell them, not only as the text prints them. */
function dayOf(holding: Holding, { work }: HeldText, ...kinds: string[]): Day | undefined {
  const events = holding.archive.events.get(work.id) ?? [];
  return events.find(({ kind, date, scope, version }) => kinds.includes(kind) && date && !scope && !version)
    ?.date;
}

/** A work by its address and name. */
function named(holding: Holding, id: string): Record<string, unknown> | undefined {
  const work = holding.works.get(holding.byInstrument.get(id)?.work.id ?? id);
  return (
    work &&
    given({
      '@type': 'Legislation',
      '@id': holding.addresses.work(work.id),
      name: work.title,
      legislationIdentifier: work.documentNumber,
    })
  );
}

/** Works that a text amends or repeals, by the events that rest on it. */
function changed(holding: Holding, { version }: HeldText, kind: 'amended' | 'repealed'): unknown[] {
  return changesBy(holding, version.instrument.id, kind).flatMap((id) => named(holding, id) ?? []);
}

/** Works by the kind of event that befell them, and the instrument that says so. */
const byEvidence = oncePer(({ archive }: Holding): Map<string, string[]> => {
  const index = new Map<string, string[]>();
  for (const [subject, events] of archive.events) {
    for (const event of events) {
      const { evidence } = event as { evidence: Evidence };
      const key = `${event.kind} ${evidence.instrument}`;
      const list = index.get(key) ?? [];
      if (!list.includes(subject)) list.push(subject);
      index.set(key, list);
    }
  }
  return index;
});

function changesBy(holding: Holding, instrument: string, kind: string): string[] {
  const own = holding.byInstrument.get(instrument)?.work.id;
  return (byEvidence(holding).get(`${kind} ${instrument}`) ?? []).filter((subject) => subject !== own);
}

/** The description of a text, as an object of JSON-LD. */
export function legislationOf(holding: Holding, text: HeldText): Record<string, unknown> {
  const { work, version, status, address } = text;
  const { instrument, madeBy, source } = version;
  const { addresses } = holding;
  const force = forceOf(text);
  const issuer = instrument.issuer ?? work.issuer;
  const issue = holding.archive.issues.find(({ id }) => id === source.issue);
  const applicable = dayOf(holding, text, 'commenced');
  const issued = dayOf(holding, text, 'promulgated', 'issued');
  const decision = madeBy === undefined ? undefined : named(holding, madeBy);
  return given({
    '@context': ['https://schema.org', { eli: 'http://data.europa.eu/eli/ontology#' }],
    '@type': 'Legislation',
    '@id': address,
    name: instrument.title,
    url: address,
    inLanguage: 'zh-Hans',
    legislationIdentifier: instrument.documentNumber ?? work.documentNumber,
    legislationType: holding.words.kind({ kind: instrument.kind, title: instrument.title }),
    legislationPassedBy: issuer && { '@type': 'GovernmentOrganization', name: issuer },
    legislationDate: dayOf(holding, text, 'adopted') ?? issued,
    legislationDateOfApplicability: applicable,
    legislationDateVersion: version.date || undefined,
    datePublished: issue?.masthead?.published,
    legislationLegalForce: force && `https://schema.org/${force}`,
    legislationAmends: changed(holding, text, 'amended'),
    legislationRepeals: changed(holding, text, 'repealed'),
    legislationConsolidates: decision && [{ '@id': addresses.work(work.id) }, decision],
    exampleOfWork: { '@type': 'Legislation', '@id': addresses.work(work.id), name: work.title },
    isPartOf: issue && {
      '@type': 'PublicationIssue',
      '@id': addresses.issue(issue.id),
      issueNumber: issue.masthead?.number ?? issue.id,
    },
    description: `${status.reason}${text.gaps.length > 0 ? `。不完整、不确定之处：${text.gaps[0]!.reason}` : ''}`,
    'eli:version_date': version.date || undefined,
    'eli:date_document': dayOf(holding, text, 'adopted') ?? issued,
    'eli:first_date_entry_in_force': applicable,
    'eli:id_local': instrument.documentNumber ?? work.documentNumber,
    'eli:in_force': force && `http://data.europa.eu/eli/ontology#InForce-${eliForce[force]}`,
  });
}

const eliForce: Readonly<Record<Force, string>> = {
  InForce: 'inForce',
  NotInForce: 'notInForce',
  PartiallyInForce: 'partiallyInForce',
};

/** JSON that can stand in a script element: no `<` ends it, no line separator breaks it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value, (_, each) => (typeof each === 'string' ? writable(each) : each))
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
