/** Who, when, in force or not, and how it is known: the `meta` of an Akoma Ntoso document. */
import { clauseLabel } from '../../amendments/index.ts';
import type { AppliedOperation, Day, LegalEvent, Work } from '../../model.ts';
import { type HeldText, type Holding, textOf } from '../holding.ts';
import { type Attributes, xml, xmlText } from '../xml.ts';
import { creationOf, expressionIri, noDay, workIri } from './names.ts';

const source = '#gongbao';

/** IRI of a work of the archive. */
function iriOf({ archive }: Holding, work: Work): string {
  return workIri(work, creationOf(archive.events.get(work.id) ?? []));
}

/** IRI of a text of a work; of the work where the archive holds no such text. */
export function textIri(holding: Holding, id: string, day?: Day): string | undefined {
  const work = holding.works.get(id);
  if (!work) return undefined;
  const iri = iriOf(holding, work);
  return day === undefined ? iri : expressionIri(iri, day);
}

const dated = (day: Day, name: string): Attributes =>
  day === '' ? { date: noDay, name: 'unknown' } : { date: day, name };

interface Names {
  work: string;
  component: string;
  title: string;
}

function identification(holding: Holding, text: HeldText, { work: iri, component, title }: Names): string {
  const { work, version } = text;
  const { instrument, date } = version;
  const expression = expressionIri(iri, date);
  const author = xml('FRBRauthor', { href: '#issuer', as: '#author' });
  const editor = xml('FRBRauthor', { href: source, as: '#editor' });
  const created = creationOf(holding.archive.events.get(work.id) ?? []);
  const number = instrument.documentNumber ?? work.documentNumber;
  return xml(
    'identification',
    { source },
    xml(
      'FRBRWork',
      {},
      xml('FRBRthis', { value: `${iri}/!${component}` }),
      xml('FRBRuri', { value: iri }),
      xml('FRBRalias', { value: title, name: 'title' }),
      ...work.aliases.map((alias) => xml('FRBRalias', { value: alias, name: 'alias' })),
      xml('FRBRdate', dated(created, 'creation')),
      author,
      xml('FRBRcountry', { value: 'cn' }),
      xml('FRBRsubtype', { value: instrument.kind }),
      number ? xml('FRBRnumber', { value: number }) : '',
      instrument.registryNumber ? xml('FRBRnumber', { value: instrument.registryNumber }) : '',
      xml('FRBRname', { value: title }),
    ),
    xml(
      'FRBRExpression',
      {},
      xml('FRBRthis', { value: `${expression}/!${component}` }),
      xml('FRBRuri', { value: expression }),
      xml('FRBRdate', dated(date, 'version')),
      author,
      xml('FRBRlanguage', { language: 'zho' }),
    ),
    xml(
      'FRBRManifestation',
      {},
      xml('FRBRthis', { value: `${expression}/!${component}.xml` }),
      xml('FRBRuri', { value: `${expression}.akn` }),
      xml('FRBRalias', { value: text.address, name: 'page' }),
      xml('FRBRdate', dated(text.status.horizon, 'horizon')),
      editor,
      xml('FRBRformat', { value: 'application/akn+xml' }),
    ),
  );
}

/** The short `meta` of an annex: it is known by the text that holds it. */
export function annexMeta(holding: Holding, text: HeldText, component: string, title: string): string {
  return xml(
    'meta',
    {},
    identification(holding, text, { work: iriOf(holding, text.work), component, title }),
  );
}

type Lifecycle = 'generation' | 'amendment' | 'repeal';

const lifecycleTypes: Partial<Record<LegalEvent['kind'], Lifecycle>> = {
  adopted: 'generation',
  promulgated: 'generation',
  issued: 'generation',
  commenced: 'generation',
  republished: 'generation',
  'period-starts': 'generation',
  amended: 'amendment',
  repealed: 'repeal',
  expires: 'repeal',
  'period-ends': 'repeal',
};

/** An event with its names in this document. */
interface Told {
  eId: string;
  event: LegalEvent;
  type: Lifecycle;
  source: string;
}

/** Everything about a text that is not its words. */
export function metaOf(holding: Holding, text: HeldText): string {
  const { work, version, status, life, gaps } = text;
  const { instrument } = version;
  const iri = iriOf(holding, work);
  const sources = new Sources(holding, work, iri);
  const events = (holding.archive.events.get(work.id) ?? []).flatMap((event): Told[] => {
    const type = lifecycleTypes[event.kind];
    return type && event.date && !event.scope
      ? [{ eId: '', event, type, source: sources.of(event.evidence.instrument) }]
      : [];
  });
  for (const [i, told] of events.entries()) told.eId = `event_${i + 1}`;
  const known = status.horizon;
  const horizonId = known === '' ? undefined : 'event_horizon';
  const lifecycle = [
    ...events.map(({ eId, event, type, source: from }) =>
      xml('eventRef', {
        eId,
        date: event.date!,
        type,
        source: from,
        refersTo: `#${event.kind}`,
        ...ownOf({ latest: event.latest, by: event.by, rule: event.rule, evidence: event.evidence.text }),
      }),
    ),
    // The standard knows three types of events; that the archive looked until here is none of them, and says so.
    horizonId
      ? xml('eventRef', { eId: horizonId, date: known, type: 'generation', source, refersTo: '#horizon' })
      : '',
  ].join('');
  const issue = holding.archive.issues.find(({ id }) => id === version.source.issue);
  const published = issue?.masthead?.published;
  const issueName = issue?.masthead?.title ?? issue?.title ?? holding.name;
  const kinds = new Set(events.map(({ event }) => event.kind));
  const modifications = [passiveMods(holding, text), activeMods(holding, text)];
  return xml(
    'meta',
    {},
    identification(holding, text, { work: iri, component: 'main', title: instrument.title }),
    published
      ? xml('publication', {
          date: published,
          name: issueName,
          showAs: issueName,
          ...(issue?.masthead?.number ? { number: issue.masthead.number } : {}),
        })
      : '',
    lifecycle === '' ? '' : xml('lifecycle', { source }, lifecycle),
    modifications.every((part) => part === '')
      ? ''
      : xml('analysis', { source }, modifications[1]!, modifications[0]!),
    temporalData(life, events, horizonId),
    xml(
      'references',
      { source },
      sources.xml(),
      xml('TLCOrganization', {
        eId: 'issuer',
        href: '/akn/ontology/organization/cn/issuer',
        showAs: instrument.issuer ?? work.issuer ?? '未载',
      }),
      concept('TLCOrganization', 'gongbao', holding.name),
      concept('TLCRole', 'author', '制定机关'),
      concept('TLCRole', 'editor', '编者'),
      concept('TLCConcept', 'horizon', '所知止于'),
      ...Array.from(new Set(life.map(({ state }) => state)), (state) =>
        concept('TLCConcept', `state-${state}`, holding.words.state(state, 'stated')),
      ),
      ...Array.from(kinds, (kind) => concept('TLCEvent', kind, kind)),
    ),
    gaps.length === 0
      ? ''
      : xml(
          'notes',
          { source },
          ...gaps.map(({ eId, reason }, i) =>
            xml(
              'note',
              { eId: `note_${i + 1}`, ...(eId ? { placementBase: `#${eId}` } : {}) },
              xml('p', {}, xmlText(reason)),
            ),
          ),
        ),
    proprietary(text),
  );
}

const concept = (element: string, eId: string, showAs: string): string =>
  xml(element, { eId, href: `/akn/ontology/${element.slice(3).toLowerCase()}/cn/${eId}`, showAs });

/** Attributes of our own namespace; those without a value are left out. */
function ownOf(values: Readonly<Record<string, string | undefined>>): Attributes {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`gb:${name}`, value || undefined]),
  );
}

/** What the events rest on: each document once. */
class Sources {
  readonly #holding: Holding;
  readonly #work: Work;
  readonly #iri: string;
  readonly #ids = new Map<string, string>();

  constructor(holding: Holding, work: Work, iri: string) {
    this.#holding = holding;
    this.#work = work;
    this.#iri = iri;
  }

  /** `#self` for a text of the work itself. */
  of(instrument: string): string {
    const work = this.#holding.byInstrument.get(instrument)?.work.id ?? instrument;
    if (work === this.#work.id || !this.#holding.works.has(work)) return '#self';
    const known = this.#ids.get(work) ?? `source_${this.#ids.size + 1}`;
    this.#ids.set(work, known);
    return `#${known}`;
  }

  xml(): string {
    const showAs = this.#work.title;
    return [
      xml('original', { eId: 'self', href: this.#iri, showAs }),
      ...Array.from(this.#ids, ([id, eId]) => {
        const work = this.#holding.works.get(id)!;
        return xml('passiveRef', { eId, href: iriOf(this.#holding, work), showAs: work.title });
      }),
    ].join('');
  }
}

/** Stretches of one state; each end that is known is an event, and what the horizon cuts off ends there. */
function temporalData(
  life: HeldText['life'],
  events: readonly Told[],
  horizonId: string | undefined,
): string {
  const at = (day: Day | undefined): string | undefined =>
    day && events.find(({ event }) => event.date === day || event.latest === day)?.eId;
  const groups = life.flatMap(({ state, from, until }) => {
    const start = at(from);
    if (state === 'unknown' || start === undefined) return [];
    const end = at(until) ?? (until === undefined ? undefined : horizonId);
    const interval = { start: `#${start}`, ...(end ? { end: `#${end}` } : {}), refersTo: `#state-${state}` };
    return [xml('timeInterval', interval)];
  });
  if (groups.length === 0) return '';
  return xml(
    'temporalData',
    { source },
    ...groups.map((interval, i) => xml('temporalGroup', { eId: `period_${i + 1}` }, interval)),
  );
}

type TextualMod = 'repeal' | 'substitution' | 'insertion' | 'renumbering' | 'split' | 'join';

const modTypes: Readonly<Record<AppliedOperation['op'], TextualMod | undefined>> = {
  repeal: 'repeal',
  substitute: 'substitution',
  insert: 'insertion',
  renumber: 'renumbering',
  move: 'renumbering',
  split: 'split',
  merge: 'join',
  replaceWords: 'substitution',
  retitle: 'substitution',
  annex: 'substitution',
  general: undefined,
  unknown: undefined,
};

/** What the decision did to this text: one modification an operation that was applied. */
function passiveMods(holding: Holding, { version }: HeldText): string {
  const { madeBy, operations = [] } = version;
  const decision = madeBy === undefined ? undefined : textOf(holding, madeBy);
  if (!decision) return '';
  const iri = textIri(holding, decision.work.id, decision.version.date)!;
  const mods = modsOf(
    operations,
    (id) => `${iri}${id ? `#${id}` : ''}`,
    (touched) => touched.map((eId) => `#${eId}`),
  );
  return mods === '' ? '' : xml('passiveModifications', {}, mods);
}

/** What this decision did to the texts it amends. */
function activeMods(holding: Holding, { version }: HeldText): string {
  const mods = holding.texts
    .filter(
      ({ version: made }) => made.madeBy !== undefined && isOf(holding, made.madeBy, version.instrument.id),
    )
    .map(({ work, version: made }) => {
      const iri = textIri(holding, work.id, made.date)!;
      return modsOf(
        made.operations ?? [],
        (id) => (id ? `#${id}` : '#self'),
        (touched) => touched.map((eId) => `${iri}#${eId}`),
        made.date,
      );
    })
    .join('');
  return mods === '' ? '' : xml('activeModifications', {}, mods);
}

const isOf = (holding: Holding, madeBy: string, instrument: string): boolean =>
  textOf(holding, madeBy)?.version.instrument.id === instrument;

function modsOf(
  operations: readonly AppliedOperation[],
  from: (clauseId?: string) => string,
  to: (touched: readonly string[]) => string[],
  of = '',
): string {
  return operations
    .flatMap(({ op, fate, clauseId, clause, touched = [] }, i) => {
      const type = modTypes[op];
      if (!type || fate !== 'applied') return [];
      const destinations = to(touched);
      return xml(
        'textualMod',
        { type, eId: `mod_${of ? `${of}_` : ''}${i + 1}`, ...ownOf({ clause: clauseLabel(clause) }) },
        xml('source', { href: from(clauseId) }),
        ...(destinations.length > 0
          ? destinations
          : to(['']).map((href) => href.replace(/#$/, '') || '#self')
        ).map((href) => xml('destination', { href })),
      );
    })
    .join('');
}

/** The answer of the archive in full: state on the horizon, every stretch, what they rest on. */
function proprietary({ version, work, status, life }: HeldText): string {
  const { instrument, origin } = version;
  const { dates } = instrument;
  return xml(
    'proprietary',
    { source },
    xml('gb:text', {
      work: work.id,
      version: version.date,
      origin,
      kind: instrument.kind,
      grammar: instrument.grammar,
      title: instrument.title,
      documentNumber: instrument.documentNumber,
      registryNumber: instrument.registryNumber,
      issuer: instrument.issuer,
      adopted: dates.adopted,
      written: dates.written,
      promulgated: dates.promulgated,
      commenced: dates.commenced,
    }),
    xml(
      'gb:status',
      {
        state: status.state,
        basis: status.basis,
        at: status.at,
        horizon: status.horizon,
        reason: status.reason,
      },
      ...status.evidence.map(({ instrument: told, eId, text }) =>
        xml('gb:evidence', { instrument: told, eId }, xmlText(text)),
      ),
    ),
    xml(
      'gb:life',
      {},
      ...life.map(({ state, basis, from, until, reason }) =>
        xml('gb:stretch', { state, basis, since: from, until, reason }),
      ),
    ),
  );
}
