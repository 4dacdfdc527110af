/** Records of the data files, made from the archive; each table a generator, so that no archive is too large for one. */
import type { Day, Evidence, LegalEvent, Provision, Status, Version, Work } from '../../model.ts';
import { placeNames } from '../../references/place-names.ts';
import { indexProvisions } from '../../references/provision-index.ts';
import { deadlinesOf } from '../../status/calendar/deadlines.ts';
import { aboutWords } from '../../status/disagreements/index.ts';
import type { Gap } from '../../status/life/gaps.ts';
import { type Cell, type View, viewsOf } from '../../views/index.ts';
import { formPath, forms } from '../forms.ts';
import { type HeldText, type Holding, standingOf, textOf } from '../holding.ts';
import type {
  AmendmentRecord,
  DeadlineRecord,
  DisagreementRecord,
  EventRecord,
  Evidenced,
  PortfolioRecord,
  ProvisionRecord,
  ReferenceRecord,
  TierRecord,
  VersionRecord,
  WorkRecord,
} from './records.ts';

/** Evidence with the address of the place that says it. */
export function evidenceOf(holding: Holding, { instrument, eId, text }: Evidence): Evidenced {
  const held = textOf(holding, instrument);
  if (!held) return holding.works.has(instrument) ? { work: instrument, eId, text } : { eId, text };
  return ownEvidence(held, eId, text);
}

/** Words of a text as evidence of what they say. */
const ownEvidence = ({ work, version, address }: HeldText, eId: string, text: string): Evidenced => ({
  work: work.id,
  version: version.date,
  eId,
  text,
  address: eId ? `${address}#${eId}` : address,
});

const evidences = (holding: Holding, list: readonly Evidence[]): Evidenced[] =>
  list.map((each) => evidenceOf(holding, each));

function standing(holding: Holding, status: Status) {
  const { state, basis, at, horizon, reason, evidence } = status;
  const stateWord = holding.words.state(state, basis);
  return { state, stateWord, at, reason, basis, horizon, evidence: evidences(holding, evidence) };
}

const lifeOf = (life: HeldText['life']): WorkRecord['life'] =>
  life.map(({ from, until, state, basis, version, reason, parts }) => ({
    ...given({ since: from, until }),
    state,
    basis,
    ...given({ version }),
    reason,
    ...given({
      parts: parts?.map(({ eId, scope, from: since, until: before, state: own }) => ({
        ...given({ eId }),
        scope,
        ...given({ since, until: before }),
        state: own,
      })),
    }),
  }));

/**
 * A record of a place whose evidence does not repeat what the record itself says.
 *
 * { work: a, version: d, eId: art_1, text: 甲, evidence: [{ work: a, version: d, eId: art_1, text: 甲, address }] } →
 * evidence: [{ address }]
 */
export function lean<R extends { evidence: Evidenced[] }>(record: R): R {
  const { work, version, eId, text } = record as Evidenced;
  if (eId === undefined) return record;
  const evidence = record.evidence.map((each): Evidenced => {
    const { work: inWork = work, version: inVersion = version, eId: at, text: words, ...where } = each;
    if (inWork !== work || inVersion !== version) return each;
    return { ...(at === eId ? {} : { eId: at }), ...(words === text ? {} : { text: words }), ...where };
  });
  return { ...record, evidence };
}

/** The values that are there: what is unknown is left out, never written as an empty word. */
function given<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

export function workRow(holding: Holding, work: Work): WorkRecord {
  const { status, life } = standingOf(holding.archive, work);
  const { id, title, kind, documentNumber, registryNumber, issuer, carriedBy } = work;
  return {
    work: id,
    title,
    kind,
    kindWord: holding.words.kind(work),
    ...given({ documentNumber, registryNumber, issuer }),
    aliases: work.aliases,
    held: work.versions.length > 0,
    versions: work.versions.map(({ date }) => date),
    ...given({ carriedBy: carriedBy && workOf(holding, carriedBy) }),
    carries: work.carries.map((each) => workOf(holding, each)),
    ...standing(holding, status),
    life: lifeOf(life),
    address: holding.addresses.work(id),
  };
}

/** Carriers are named by the id of their text or of their work. */
const workOf = (holding: Holding, id: string): string => holding.byInstrument.get(id)?.work.id ?? id;

export function* workRows(holding: Holding): Generator<WorkRecord> {
  for (const work of holding.archive.works) yield workRow(holding, work);
}

/** Files of a text, by what they are called. */
export function filesOf({ addresses }: Holding, text: HeldText): Record<string, string> {
  return Object.fromEntries(forms.map(({ id }) => [id, addresses.file(formPath(id, text))]));
}

export function versionRow(holding: Holding, text: HeldText): VersionRecord {
  const { work, version, status, life, gaps } = text;
  const { instrument, origin, madeBy, source } = version;
  const { title, kind, documentNumber, registryNumber, issuer, dates, pageFields } = instrument;
  return {
    work: work.id,
    version: version.date,
    title,
    kind,
    ...given({ documentNumber, registryNumber, issuer }),
    ...given(dates),
    ...given({ pageFields: pageFields?.map(({ name, value }) => ({ name, value })) }),
    origin,
    originWord: holding.words.origin(version),
    ...given({ madeBy: madeBy === undefined ? undefined : workOf(holding, madeBy) }),
    complete: gaps.length === 0,
    gaps: gaps.map(({ eId, reason }): Gap => ({ ...given({ eId }), reason })),
    provisions: indexProvisions(allOf(version)).orderOf.size,
    source: source.path,
    ...given({ issue: source.issue }),
    ...standing(holding, status),
    life: lifeOf(life),
    address: text.address,
    files: filesOf(holding, text),
  };
}

export function* versionRows(holding: Holding): Generator<VersionRecord> {
  for (const text of holding.texts) yield versionRow(holding, text);
}

const allOf = ({ instrument }: Version): Provision[] => [
  ...instrument.provisions,
  ...instrument.annexes.flatMap((annex) => annex.provisions),
];

/** How the words of a text are known: printed, or worked out from a decision. */
const basisOf = ({ origin }: Version): 'stated' | 'inferred' =>
  origin === 'published' ? 'stated' : 'inferred';

/** Where the words stand in the source; of words that were worked out, the decision. */
function sourceOf(holding: Holding, { version }: HeldText, { eId, position }: Provision): Evidenced {
  if (version.origin === 'published') {
    const [first, last] = [position.start.line, position.end.line];
    return { eId, source: `${version.source.path}:${first}${last > first ? `-${last}` : ''}` };
  }
  const decision = version.madeBy ?? '';
  const held = textOf(holding, decision);
  return held
    ? evidenceOf(holding, {
        instrument: held.version.instrument.id,
        eId: '',
        text: held.version.instrument.title,
      })
    : { eId, source: version.source.path };
}

export function* provisionsOf(holding: Holding, text: HeldText): Generator<ProvisionRecord> {
  const { instrument, date } = text.version;
  const { horizon } = text.status;
  const roots: [readonly Provision[], number | undefined][] = [
    [instrument.provisions, undefined],
    ...instrument.annexes.map((annex, i): [readonly Provision[], number] => [annex.provisions, i + 1]),
  ];
  for (const [provisions, annex] of roots) {
    const index = indexProvisions(provisions);
    for (const provision of index.orderOf.keys()) {
      const { eId, type, number, label, heading, text: words, rows, missing } = provision;
      yield {
        work: text.work.id,
        version: date,
        eId,
        ...given({ parent: index.parentOf.get(provision)?.eId, annex }),
        type,
        number,
        place: placeNames(instrument).nameOf(eId) ?? '',
        label,
        ...given({ heading }),
        text: words,
        ...given({ rows }),
        missing: missing ?? false,
        basis: missing ? 'none' : basisOf(text.version),
        horizon,
        evidence: [sourceOf(holding, text, provision)],
        address: `${text.address}#${eId}`,
      };
    }
  }
}

export function* provisionRows(holding: Holding): Generator<ProvisionRecord> {
  for (const text of holding.texts) yield* provisionsOf(holding, text);
}

export function eventRow(holding: Holding, work: Work, event: LegalEvent, horizon: Day): EventRecord {
  const { kind, date, latest, approximate, scope, version, verb, by, rule, inferred, evidence } = event;
  return {
    work: work.id,
    kind,
    ...given({ date, latest, approximate, scope, version, verb, by, rule }),
    basis: inferred ? 'inferred' : 'stated',
    horizon,
    evidence: [evidenceOf(holding, evidence)],
  };
}

export function* eventRows(holding: Holding): Generator<EventRecord> {
  for (const work of holding.archive.works) {
    const { horizon } = standingOf(holding.archive, work).status;
    for (const event of holding.archive.events.get(work.id) ?? [])
      yield eventRow(holding, work, event, horizon);
  }
}

export function* referenceRows(holding: Holding): Generator<ReferenceRecord> {
  for (const text of holding.texts) {
    for (const reference of text.references) {
      const { from, part, start, end, kind, target, through, reason, note } = reference;
      const eId = target && 'eId' in target ? target.eId : undefined;
      const annex = target && 'annex' in target ? target.annex : undefined;
      yield {
        work: from.work,
        version: from.version,
        eId: from.eId,
        ...given({ part }),
        start,
        end,
        text: reference.text,
        kind,
        ...given({
          targetWork: target?.work,
          targetVersion: target?.version,
          targetEId: eId,
          targetAnnex: annex,
        }),
        ...given({ through, reason, note }),
        basis: target ? (note ? 'inferred' : 'stated') : 'none',
        horizon: text.status.horizon,
        evidence: [ownEvidence(text, from.eId, reference.text)],
      };
    }
  }
}

/** Old and new numbers of every provision that a decision reached, and of those it left under another number. */
export function* amendmentRows(holding: Holding): Generator<AmendmentRecord> {
  for (const { work, versions, after, horizon } of steps(holding)) {
    const before = versions[0];
    const old = before && indexProvisions(before.version.instrument.provisions);
    const decision = after.version.madeBy;
    const lineage = after.version.lineage ?? [];
    const evidence = (clauses: readonly string[]): Evidenced[] =>
      decision === undefined ? [] : clausesOf(holding, after, decision, clauses);
    const record = (
      oldEId: string | undefined,
      newEId: string | undefined,
      change: AmendmentRecord['change'],
      clauses: string[],
    ): AmendmentRecord => ({
      work: work.id,
      from: before?.version.date ?? '',
      to: after.version.date,
      ...given({ oldEId, newEId, oldPlace: placeIn(before, oldEId), newPlace: placeIn(after, newEId) }),
      change,
      ...given({ decision: decision === undefined ? undefined : workOf(holding, decision) }),
      clauses,
      basis: change === 'unknown' ? 'none' : 'stated',
      horizon,
      evidence: evidence(clauses),
    });
    const kept = new Set(lineage.flatMap(({ previous }) => previous ?? []));
    for (const { eId, previous, change, clauses } of lineage) {
      if (eId !== '' && (change !== 'unchanged' || (previous !== undefined && previous !== eId))) {
        yield record(previous, change === 'repealed' ? undefined : eId, change, clauses);
      }
    }
    for (const eId of old && lineage.length > 0 ? old.byId.keys() : []) {
      if (!kept.has(eId)) yield record(eId, undefined, 'repealed', []);
    }
  }
}

function* steps(holding: Holding) {
  for (const texts of holding.byWork.values()) {
    for (const [i, after] of texts.entries()) {
      if (after.version.lineage === undefined) continue;
      yield { work: after.work, versions: texts.slice(i - 1, i), after, horizon: after.status.horizon };
    }
  }
}

function placeIn(held: HeldText | undefined, eId: string | undefined): string | undefined {
  return held && eId !== undefined ? placeNames(held.version.instrument).nameOf(eId) : undefined;
}

/** The clauses of a decision, as printed. */
function clausesOf(
  holding: Holding,
  { version }: HeldText,
  decision: string,
  clauses: readonly string[],
): Evidenced[] {
  return (version.operations ?? [])
    .filter(({ clause }) => clauses.includes(clause))
    .map(({ clauseId = '', instruction }) =>
      evidenceOf(holding, { instrument: decision, eId: clauseId, text: instruction }),
    )
    .filter(({ text }, i, all) => all.findIndex((other) => other.text === text) === i);
}

function viewed<T extends View['type']>(text: HeldText, type: T): Extract<View, { type: T }> | undefined {
  const { instrument, date } = text.version;
  const found = viewsOf(instrument, date || undefined).find((view) => view.type === type);
  return found as Extract<View, { type: T }> | undefined;
}

/** What a claim that is read from a place rests on. */
function read(text: HeldText, cells: readonly Pick<Cell, 'text' | 'eId'>[]) {
  return {
    basis: basisOf(text.version),
    horizon: text.status.horizon,
    evidence: cells.map(({ eId, text: words }) => ownEvidence(text, eId, words)),
  };
}

export function* portfolioRows(holding: Holding): Generator<PortfolioRecord> {
  for (const text of holding.texts) {
    for (const { name, posts, duties, note } of viewed(text, 'portfolios')?.persons ?? []) {
      for (const { kind, verb, fields, cell } of duties) {
        yield {
          work: text.work.id,
          version: text.version.date,
          name: name.text,
          posts: posts.map((post) => post.text),
          duty: kind,
          verb,
          fields: fields.map((field) => field.text),
          note,
          ...read(text, [name, cell]),
        };
      }
    }
  }
}

export function* tierRows(holding: Holding): Generator<TierRecord> {
  for (const text of holding.texts) {
    for (const { amount, condition, acts, floor, eId } of viewed(text, 'rewards')?.tiers ?? []) {
      const { min, max, rate, cell } = amount;
      yield {
        work: text.work.id,
        version: text.version.date,
        amount: cell.text,
        ...given({ min, max, rateMin: rate?.min, rateMax: rate?.max }),
        condition: condition.text,
        acts: acts.map((act) => act.text),
        ...given({ floor: floor?.text }),
        eId,
        ...read(text, [cell, condition, ...acts]),
      };
    }
  }
}

export function* deadlineRows(holding: Holding): Generator<DeadlineRecord> {
  for (const text of holding.texts) {
    for (const { kind, words, period, from, due, rule, eId, text: sentence } of deadlinesOf(
      text.version.instrument,
    )) {
      yield {
        work: text.work.id,
        version: text.version.date,
        eId,
        kind,
        words,
        ...given({ count: period?.count, unit: period?.unit, from }),
        ...(due && 'day' in due ? { due: due.day } : due),
        rule,
        text: sentence,
        ...read(text, [{ eId, text: sentence }]),
      };
    }
  }
}

export function* disagreementRows(holding: Holding): Generator<DisagreementRecord> {
  for (const { work, version, about, sides } of holding.archive.disagreements) {
    const held = holding.works.get(work);
    yield {
      work,
      ...given({ version }),
      about,
      aboutWord: aboutWords[about],
      says: sides.map(({ says }) => says),
      basis: 'none',
      horizon: held ? standingOf(holding.archive, held).status.horizon : '',
      evidence: evidences(
        holding,
        sides.map(({ evidence }) => evidence),
      ),
    };
  }
}
