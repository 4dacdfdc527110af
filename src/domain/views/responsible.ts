/** The portfolios turned round: who is responsible for …, and which leader a bureau answers to. */
import type { Cell } from './cell.ts';
import type { DutyKind, Person } from './persons.ts';
import type { Portfolios } from './portfolios.ts';

/** A field and those who have it. */
export interface FieldRow {
  field: string;
  holders: { person: Person; kind: DutyKind; verb: string; cell: Cell }[];
}

/** Fields in the order of the text, each with all who have it. */
export function fieldIndex({ persons }: Portfolios): FieldRow[] {
  const rows = new Map<string, FieldRow>();
  for (const person of persons) {
    for (const { kind, verb, fields } of person.duties) {
      for (const cell of fields) {
        const row = rows.get(cell.text) ?? { field: cell.text, holders: [] };
        row.holders.push({ person, kind, verb, cell });
        rows.set(cell.text, row);
      }
    }
  }
  return [...rows.values()];
}

/**
 * Rows that answer 谁负责…: first the field itself, then fields that hold the words, then fields that the words hold.
 *
 * `环保` finds nothing where the text says 生态环境: the answer is what the text says.
 */
export function whoFor(rows: readonly FieldRow[], words: string): FieldRow[] {
  const asked = plain(words);
  if (asked === '') return [];
  const rank = (field: string): number => {
    const own = plain(field);
    if (own === asked) return 0;
    if (own.includes(asked)) return 1;
    return own.length >= 2 && asked.includes(own) ? 2 : 3;
  };
  return rows
    .map((row) => ({ row, rank: rank(row.field) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}

/** 和, 与 and the words that many fields share say nothing of which field it is. */
function plain(words: string): string {
  return words
    .replace(/[\s、，。]/g, '')
    .replace(/(?:和|与|及|的)(?=.)/g, '')
    .replace(/(?:工作|事务|事业)$/, '');
}

/** A body linked to the leader whose portfolio names its field: an inference, with its reason. */
export interface IssuerLink {
  issuer: string;
  person?: Person;
  cell?: Cell;
  reason: string;
}

const suffix = /(?:人民政府)?(?:局|委员会|厅|部|办公室|委|署|中心)$/;

/** 生态环境, and 市生态环境局 where a text names the body itself: both are the field 生态环境. */
function bodyField(words: string): string {
  return plain(suffix.test(words) ? words.replace(/^[省市县区州]/, '').replace(suffix, '') : words);
}

/**
 * The leader in charge of a body's field, by the body's name.
 *
 * `湛江市生态环境局` and 黄明忠 负责生态环境 → 黄明忠, 按名称推定 · two leaders with the field → none, with the reason
 */
export function leaderOf(portfolios: Portfolios, issuer: string): IssuerLink {
  const left = portfolios.unread.length;
  if (left > 0) return { issuer, reason: `分工中有${left}处没有读出，不能推定` };
  const name = plain(issuer.replace(suffix, ''));
  const fitting = portfolios.persons.flatMap((person) =>
    person.duties
      .filter(({ kind }) => kind === 'charge')
      .flatMap(({ fields, verb }) =>
        fields.map((cell) => ({ person, cell, verb, field: bodyField(cell.text) })),
      )
      .filter(({ field }) => field.length >= 2 && name.endsWith(field)),
  );
  const longest = Math.max(0, ...fitting.map(({ field }) => field.length));
  const best = fitting.filter(({ field }) => field.length === longest);
  if (best.length === 0) return { issuer, reason: `分工中没有与“${issuer}”名称相合的领域` };
  if (new Set(best.map(({ person }) => person)).size > 1) {
    return {
      issuer,
      reason: `${best.map(({ person }) => person.name.text).join('、')}的分工都写有“${best[0]!.cell.text}”，不能推定`,
    };
  }
  const { person, cell, verb } = best[0]!;
  return {
    issuer,
    person,
    cell,
    reason: `“${issuer}”的名称与${person.name.text}${verb}的“${cell.text}”相合，系按名称推定，通知没有写明`,
  };
}
