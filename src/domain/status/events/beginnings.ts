/** Adoption, promulgation, issue, amendments of a 题注, commencement: what a text tells of itself up to its start. */

import type { Day, Evidence, Instrument, LegalEvent } from '../../model.ts';
import { ofOneTime } from '../../names/index.ts';
import { formatDay } from '../../text/calendar.ts';
import { isAmending } from '../sentences/amends.ts';
import { resolveWhen } from '../sentences/commencement.ts';
import { type Sentence, sentencesOf } from '../sentences/sentences.ts';
import { type Origin, promulgates } from './adoption.ts';
import { type Around, anchorsFor, bare, evidenceOf, type Finding, type Reading, scopeOf } from './reading.ts';

export function origins({ instrument, origin }: Reading, { carrier, day = '' }: Around): Finding[] {
  const found: Finding[] = [];
  const add = (kind: LegalEvent['kind'], date: Day | undefined, evidence: Evidence, more = {}) => {
    if (date) found.push({ kind, about: 'self', date, evidence, ...more });
  };
  const caption = instrument.caption?.text;
  const by = origin.adoptionBy;
  const source = (field: string) => bare(instrument, caption ?? field);
  const adoptedBy = by ? evidenceOf(carrierOf(by, instrument, carrier), by) : source('');
  add(
    'adopted',
    origin.adopted,
    origin.adopted && !adoptedBy.text ? source(`${formatDay(origin.adopted)}通过`) : adoptedBy,
  );
  if (origin.promulgated)
    add('promulgated', origin.promulgated, source(`${formatDay(origin.promulgated)}公布`));
  if (origin.issued && instrument.kind !== 'order' && carrier?.kind !== 'order') {
    add(
      'issued',
      origin.issued,
      bare(instrument.dates.written ? instrument : (carrier ?? instrument), formatDay(origin.issued)),
    );
  } else if (origin.issued && !origin.promulgated) {
    add('promulgated', origin.issued, bare(instrument, formatDay(origin.issued)));
  }
  for (const event of origin.amendments) {
    if (!event.date) continue;
    const revised = event.date === origin.revised;
    const from = revised ? origin.revisedFrom : undefined;
    add('amended', from ?? event.date, bare(instrument, caption ?? event.by), {
      version: nameOfText(event.date, origin, day),
      ...(event.decision ? { by: event.decision } : {}),
      ...(from ? {} : { inferred: true }),
      rule: revised ? '题注所载修订日期' : '题注所载修改日期',
    });
  }
  const printed = carrier?.dates.promulgated ?? carrier?.dates.written;
  if (origin.republished && printed)
    add('republished', printed, bare(instrument, caption ?? ''), { version: printed });
  return found;
}

/** The day that names the text an amendment made: a text filed some weeks after its last amendment is that text. */
function nameOfText(amended: Day, { amendments }: Origin, filed: Day): Day {
  const last = amendments.at(-1)?.date === amended && filed > amended;
  return last && ofOneTime(amended, filed) ? filed : amended;
}

function carrierOf(sentence: Sentence, instrument: Instrument, carrier?: Instrument): Instrument {
  return carrier && !sentencesOf(instrument).includes(sentence) ? carrier : instrument;
}

/** Commencement of the text; a clause later than the last revision is the revision's, not the first text's. */
export function commencing({ instrument, origin, own, start }: Reading, around: Around): Finding[] {
  const { evidence, inferred, ...day } = start;
  const base = { about: 'self', evidence, ...day, ...(inferred ? { inferred } : {}) } as const;
  const founded = origin.promulgated ?? origin.adopted ?? origin.approved;
  const revised = origin.revised;
  const ofRevision =
    revised !== undefined && founded !== undefined && founded < revised && (day.date ?? '') >= revised;
  const found: Finding[] = [
    ofRevision
      ? { ...base, kind: 'amended', version: nameOfText(revised, origin, around.day ?? '') }
      : { ...base, kind: 'commenced' },
  ];
  for (const clause of own) {
    const scope = scopeOf(clause);
    if (scope === undefined) continue;
    found.push({
      kind: 'commenced',
      about: 'self',
      scope,
      evidence: evidenceOf(instrument, clause),
      ...resolveWhen(clause.when, anchorsFor(origin)),
    });
  }
  const spent = spentFrom(instrument, start, origin, around);
  return spent ? [...found, spent] : found;
}

const forwarding = /(?:关于)?(?:印发|颁发|发布|公布|转发|批转)/;

/** Texts whose work is done with their start: orders, amending and repealing texts, covers of an enclosed text. */
function spentFrom(
  instrument: Instrument,
  start: Reading['start'],
  origin: Origin,
  around: Around,
): Finding | undefined {
  const carries = (around.carries?.length ?? 0) > 0 || instrument.carries.length > 0;
  const base = { kind: 'executed', about: 'self', evidence: start.evidence } as const;
  if (instrument.kind === 'order') {
    const date = origin.promulgated ?? origin.issued;
    return date ? { ...base, date, rule: '公布令在公布后即告完成' } : undefined;
  }
  if (carries && instrument.kind === 'announcement' && promulgates(instrument)) {
    const date = origin.promulgated ?? origin.issued;
    return date ? { ...base, date, rule: '公布公告在公布后即告完成' } : undefined;
  }
  if (isAmending(instrument) && !hasArticlesOfItsOwn(instrument)) {
    const { date, latest } = start;
    return date
      ? { ...base, date, ...(latest ? { latest } : {}), rule: '修改、废止自施行之日起即告完成' }
      : undefined;
  }
  if (carries && forwarding.test(instrument.title) && instrument.kind === 'notice') {
    const date = origin.issued ?? origin.promulgated;
    return date
      ? {
          ...base,
          date,
          evidence: bare(instrument, formatDay(date)),
          rule: '印发通知在印发所附文件后即告完成',
        }
      : undefined;
  }
  return undefined;
}

/** 关于修改……的决定 and the like are spent; a 办法 on how to repeal things is not. */
function hasArticlesOfItsOwn(instrument: Instrument): boolean {
  return (
    instrument.kind !== 'decision' && instrument.kind !== 'amendment' && instrument.grammar === 'articles'
  );
}
