/** Records of the data files, made from the archive; each table a generator, so that no archive is too large for one. */
import type { Day, LegalEvent, Provision, Status, Version, Work } from '../../model.ts';
import { placeNames } from '../../references/place-names.ts';
import { indexProvisions } from '../../references/provision-index.ts';
import { aboutWords } from '../../status/disagreements/index.ts';
import type { Gap } from '../../status/life/gaps.ts';
import { formPath, forms } from '../forms.ts';
import { type HeldText, type Holding, standingOf, textOf } from '../holding.ts';
import { basisOf, evidenceOf, evidences, given, ownEvidence, workOf } from './evidence.ts';
import type {
  DisagreementRecord,
  EventRecord,
  Evidenced,
  ProvisionRecord,
  ReferenceRecord,
  VersionRecord,
  WorkRecord,
} from './records.ts';

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
