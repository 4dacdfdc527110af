/**
 * Portfolios printed as a table: a column of names, perhaps one of posts, and columns of duties.
 *
 * `姓名 | 职务 | 分管工作 | 联系单位` · `市领导 | 分管部门`
 */
import type { Provision } from '../model.ts';
import type { Cell } from './cell.ts';
import { type Column, readClauses } from './duties.ts';
import { nameIn } from './person-head.ts';
import type { Person } from './persons.ts';

const nameHeader = /^(?:姓名|领导姓名|(?:市|县|区|州|政府|市政府|县政府|区政府)?领导(?:同志|成员|姓名)?)$/;
const postHeader = /^(?:现任)?(?:职务|职位)$/;
const columns: readonly [RegExp, Column][] = [
  [/协助/, { kind: 'assist', verb: '协助' }],
  [/联系|挂钩|挂点/, { kind: 'liaise', verb: '联系' }],
  [/分管|主管/, { kind: 'charge', verb: '分管' }],
  [/负责|职责|分工/, { kind: 'charge', verb: '负责' }],
];
const empty = /^(?:[\s—\-－/]*|无)$/;

/** Persons of a table; none where it lists something else, undefined where a row cannot be read. */
export function tablePersons(table: Provision, note: boolean): Person[] | undefined {
  const [header = [], ...rows] = table.rows ?? [];
  const heads = header.map((cell) => cell.replace(/\s/g, ''));
  const nameAt = heads.findIndex((cell) => nameHeader.test(cell));
  const postAt = heads.findIndex((cell) => postHeader.test(cell));
  const duties = heads.flatMap((cell, column) => {
    const read = columns.find(([pattern]) => pattern.test(cell))?.[1];
    return read && column !== nameAt && column !== postAt ? [{ column, read }] : [];
  });
  if (nameAt < 0 || duties.length === 0) return [];
  const persons: Person[] = [];
  for (const [i, row] of rows.entries()) {
    const at = (column: number) => (cell: Cell) => ({
      ...cell,
      part: 'cell' as const,
      cell: [i + 1, column] as [number, number],
    });
    const named = nameIn(row[nameAt] ?? '');
    if (!named) return undefined;
    const whole = (column: number, text: string, start = 0): Cell =>
      at(column)({ text, eId: table.eId, start, end: start + text.length });
    const person: Person = {
      name: { ...whole(nameAt, row[nameAt]!), text: named.name },
      posts: [],
      duties: [],
      note,
      eId: table.eId,
    };
    const post = postAt < 0 ? '' : (row[postAt] ?? '').trim();
    if (named.post) person.posts.push(whole(nameAt, named.post, row[nameAt]!.lastIndexOf(named.post)));
    if (!empty.test(post)) person.posts.push(whole(postAt, post));
    for (const { column, read } of duties) {
      const text = row[column] ?? '';
      if (!empty.test(text)) readClauses({ ...table, text }, 0, person, at(column), read);
    }
    if (person.duties.length === 0) return undefined;
    persons.push(person);
  }
  return persons;
}
