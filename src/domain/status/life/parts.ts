/** Force by provision: parts of a text that begin on a day of their own, or end before the whole. */
import type { Day, LegalEvent, PartOfText, State, Stretch } from '../../model.ts';
import type { Facts } from './facts.ts';

/**
 * Every part that is told of, with the days on which its state is another than that of the whole.
 *
 * 本规定自2021年1月1日起施行，第三条自2021年6月1日起施行 → 第三条, published, until 2021-06-01
 */
export function partsOf(facts: Facts): PartOfText[] {
  return facts.parts.flatMap((event) =>
    (event.parts ?? [undefined]).flatMap((eId) =>
      daysOf(event, facts, eId).map((days) => ({
        ...(eId === undefined ? {} : { eId }),
        scope: event.scope!,
        ...days,
        evidence: event.evidence,
      })),
    ),
  );
}

type Days = Pick<PartOfText, 'from' | 'until' | 'state'>;

/** @param eId the provision asked for, where the event names its own; 恢复执行 may come for one of several. */
function daysOf(
  { kind, scope, date, latest, verb }: LegalEvent,
  facts: Facts,
  eId: string | undefined,
): Days[] {
  const { commenced, published } = facts;
  if (kind === 'resumed') return [];
  const first = published?.date ?? commenced?.date;
  const from = first === undefined ? {} : { from: first };
  if (date === undefined) return [{ ...from, state: 'unknown' }];
  if (kind === 'suspended') {
    const resumed = [
      ...facts.resumed,
      ...facts.parts.filter(
        (one) =>
          one.kind === 'resumed' &&
          (one.scope === scope || (eId !== undefined && one.parts?.includes(eId) === true)),
      ),
    ]
      .map((one) => one.date ?? '')
      .filter((day) => day > date)
      .toSorted()[0];
    return [{ from: date, ...(resumed ? { until: resumed } : {}), state: 'unknown' }];
  }
  if (kind === 'unclear') return [{ from: date, state: 'unknown' }];
  if (kind === 'repealed') return [{ from: date, state: verb === '失效' ? 'lapsed' : 'repealed' }];
  if (kind === 'expires') {
    const lapsed: Days = { from: latest ?? date, state: 'lapsed' };
    return latest === undefined || latest === date
      ? [lapsed]
      : [{ from: date, until: latest, state: 'unknown' }, lapsed];
  }
  const whole = commenced?.date;
  if (whole !== undefined && date < whole) return [{ from: date, until: whole, state: 'in-force' }];
  const before: Days = { ...from, until: date, state: 'published' };
  return latest === undefined || latest === date
    ? [before]
    : [before, { from: date, until: latest, state: 'unknown' }];
}

/** States of a whole in which a part can be otherwise. */
const open: ReadonlySet<State> = new Set(['adopted', 'published', 'in-force', 'expiry-open', 'unknown']);

/** The parts that are not in the state of the whole on some day of a stretch. */
export function partsIn(
  parts: readonly PartOfText[],
  { from = '', until = '9999-12-31', state }: Pick<Stretch, 'from' | 'until' | 'state'>,
): PartOfText[] {
  if (!open.has(state)) return [];
  return parts.filter(
    (part) => part.state !== state && (part.from ?? '') < until && from < (part.until ?? '9999-12-31'),
  );
}

/** The parts that hold on a day. */
export function partsOn({ parts = [] }: Pick<Stretch, 'parts'>, day: Day): PartOfText[] {
  return parts.filter(({ from = '', until = '9999-12-31' }) => from <= day && day < until);
}
