/** Names of the Akoma Ntoso naming convention: what a work, an expression and a manifestation are called. */
import { enactedKinds } from '../../model/instrument-kinds.ts';
import type { Day, InstrumentKind, LegalEvent, ProvisionType, Work } from '../../model.ts';

/** Country of the works. Cities and provinces have no code in the lists that the convention names. */
const jurisdiction = '/akn/cn';

export const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
/** Our own attributes: what the model holds and the standard has no place for. */
export const ownNamespace = 'urn:gongbao:akn:1';

/** Stands where the standard asks for a day and the archive knows none; its `name` is `unknown`. */
export const noDay = '0001-01-01';

/** The root of a text: `act` or `doc`. */
export const rootOf = (kind: InstrumentKind): 'act' | 'doc' => (enactedKinds.has(kind) ? 'act' : 'doc');

/** Elements for the levels of a text; what AKN has no word for is an `hcontainer` of that name. */
export const elements: Readonly<Record<ProvisionType, string>> = {
  part: 'part',
  chapter: 'chapter',
  section: 'section',
  article: 'article',
  paragraph: 'paragraph',
  item: 'point',
  point: 'indent',
  level: 'level',
  figure: 'hcontainer',
  table: 'hcontainer',
};

/** The day on which a work came into being, as its texts tell; empty where none does. */
export function creationOf(events: readonly LegalEvent[]): Day {
  const births: ReadonlySet<LegalEvent['kind']> = new Set(['promulgated', 'issued', 'adopted']);
  const days = events.flatMap(({ kind, date, scope }) => (births.has(kind) && date && !scope ? [date] : []));
  return days.sort()[0] ?? '';
}

/** `/akn/cn/act/rules/2018-12-31/wangyueche-guiding`; without its day where that is not known */
export function workIri({ id, kind }: Pick<Work, 'id' | 'kind'>, created: Day): string {
  return [jurisdiction, rootOf(kind), kind, ...(created ? [created] : []), encodeURIComponent(id)].join('/');
}

/** `…/zho@2020-12-19`; `…/zho@` where the text names no day */
export const expressionIri = (work: string, day: Day): string => `${work}/zho@${day}`;
