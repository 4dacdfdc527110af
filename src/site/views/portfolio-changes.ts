/** What a new division of work changes against the one before it, field by field. */
import { type DutyKind, fieldIndex, type Portfolios } from '../../domain/views/index.ts';

export interface FieldChange {
  field: string;
  /** Names of those who had it, and of those who have it; empty where nobody. */
  before: string[];
  after: string[];
}

/** In charge of a field is who leads or has it; assisting and liaising are told apart. */
const groups: Record<DutyKind, string> = { lead: '', charge: '', assist: '协助', liaise: '联系' };

/** Holders by field, as `黄明忠` or `黄明忠（联系）`, in the order of the text. */
function holders(portfolios: Portfolios): Map<string, string[]> {
  return new Map(
    fieldIndex(portfolios).map(({ field, holders: persons }) => [
      field,
      persons.map(({ person, kind }) => person.name.text + (groups[kind] ? `（${groups[kind]}）` : '')),
    ]),
  );
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));

/** Fields that changed hands, are new, or are named no longer; fields of the new text first, in its order. */
export function portfolioChanges(before: Portfolios, after: Portfolios): FieldChange[] {
  const [old, now] = [holders(before), holders(after)];
  const changes = Array.from(now, ([field, names]) => ({
    field,
    before: old.get(field) ?? [],
    after: names,
  }));
  const gone = Array.from(old, ([field, names]) => ({ field, before: names, after: [] as string[] }));
  return [...changes, ...gone.filter(({ field }) => !now.has(field))].filter(
    ({ before: had, after: has }) => !same(had, has),
  );
}
