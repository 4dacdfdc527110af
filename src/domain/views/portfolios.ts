/**
 * Who answers for what: a list of persons with 负责, 分管, 联系, as a table of persons, posts and duties.
 *
 * `曹兴：常务副市长，协助市长负责市政府日常工作；负责发展改革、财政工作；联系经济技术开发区。` → 曹兴 · 常务副市长 · three duties
 */
import type { Instrument, Provision } from '../model.ts';
import { type Cell, cellOf, pieces, walk } from './cell.ts';
import { personHead, postEnd } from './person-head.ts';

export type DutyKind =
  /** 主持, 领导 */
  | 'lead'
  /** 协助…负责, 协助…分管 */
  | 'assist'
  /** 负责, 分管, 主管, 牵头 */
  | 'charge'
  /** 联系, 协调 */
  | 'liaise';

export interface Duty {
  kind: DutyKind;
  /** As printed: 负责, 协助市长负责. */
  verb: string;
  /** What it is for: one field a member of the list, 、 parting them. */
  fields: Cell[];
  /** The clause as a whole. */
  cell: Cell;
}

export interface Person {
  name: Cell;
  posts: Cell[];
  duties: Duty[];
  /** 根据市委分工: on what the duties rest, where the text says so. */
  basis?: Cell;
  /** True under 备注. */
  note: boolean;
  eId: string;
}

export interface Portfolios {
  type: 'portfolios';
  persons: Person[];
}

/** Portfolios of an instrument; undefined where fewer than two persons with duties are listed. */
export function readPortfolios(instrument: Instrument): Portfolios | undefined {
  // A text of articles lays down duties of bodies, not of persons.
  if (instrument.grammar === 'articles') return undefined;
  const persons: Person[] = [];
  let note = false;
  const visit = (list: readonly Provision[]): void => {
    for (const provision of list) {
      if (provision.quoted) continue;
      if (/^备注[：:]?$/.test(provision.text.trim())) note = true;
      const person = readPerson(provision, note);
      if (person) persons.push(person);
      else visit(provision.children);
    }
  };
  visit(instrument.provisions);
  return persons.length < 2 ? undefined : { type: 'portfolios', persons };
}

function readPerson(provision: Provision, note: boolean): Person | undefined {
  const head = personHead(provision);
  if (!head) return undefined;
  const holders = [provision, ...walk(provision.children)];
  const person: Person = { name: head.name, posts: [...head.posts], duties: [], note, eId: provision.eId };
  for (const holder of holders) {
    const from = holder === provision && head.part === undefined ? head.end : 0;
    readClauses(holder, from, person);
  }
  return person.duties.length === 0 ? undefined : person;
}

const verbs: readonly [DutyKind, RegExp][] = [
  ['assist', /^(?:并|还|同时)?协助[^，。；、]{1,12}?(?:负责|分管|主管|处理|安排处理|联系|抓|做好|主持)/],
  ['assist', /^(?:并|还|同时)?协助(?=[^，。；、]{2,})/],
  ['lead', /^(?:全面)?(?:主持|领导|统筹|总揽)(?!协调小组)/],
  ['charge', /^(?:具体|直接|主要|并|还|同时|兼)?(?:负责|分管|主管|牵头|承担)/],
  ['liaise', /^(?:并|还|同时)?(?:联系|联络|协调|挂钩|挂点)/],
];
const basisWords = /^(?:根据|按照|依据|受)[^，。；]{2,30}$/;

/** Clauses of a text: posts first, then duties; a clause without a verb goes on with the duty before it. */
function readClauses(provision: Provision, from: number, person: Person): void {
  const { text } = provision;
  for (const { start, end } of pieces(text, '，,；;。', from)) {
    const words = text.slice(start, end).trimStart();
    const at = end - words.length;
    const verb = verbOf(words);
    if (verb) {
      const [kind, said] = verb;
      const fields = fieldsOf(provision, at + said.length, end);
      person.duties.push({ kind, verb: said, fields, cell: cellOf(provision, at, end) });
      continue;
    }
    const last = person.duties.at(-1);
    if (basisWords.test(words)) person.basis ??= cellOf(provision, at, end);
    else if (/^兼任?/.test(words) || (!last && postEnd.test(words)))
      person.posts.push(...postsOf(provision, at, end));
    else if (last && last.cell.eId === provision.eId && words.length >= 2) {
      last.fields.push(...fieldsOf(provision, at, end));
      last.cell = cellOf(provision, last.cell.start, end);
    }
  }
}

function verbOf(words: string): [DutyKind, string] | undefined {
  for (const [kind, pattern] of verbs) {
    const match = pattern.exec(words);
    if (match) return [kind, match[0]];
  }
  return undefined;
}

function postsOf(provision: Provision, start: number, end: number): Cell[] {
  return pieces(provision.text, '、', start, end).map((piece) => cellOf(provision, piece.start, piece.end));
}

const tail = /(?:等?(?:几?个?方面)?(?:的)?(?:有关|相关)?(?:全面)?工作|等?方面|等)$/;

/** Members of a list, without the word 工作 that ends it; 全面工作 stays, being the field itself. */
function fieldsOf(provision: Provision, start: number, end: number): Cell[] {
  return pieces(provision.text, '、', start, end)
    .map((piece) => {
      const cell = cellOf(provision, piece.start, piece.end);
      const bare = cell.text.replace(/^(?:的|好)/, '').replace(tail, '');
      if (bare.length < 2 || /全面工作$|日常工作$/.test(cell.text)) return cell;
      const from = cell.start + cell.text.indexOf(bare);
      return { ...cell, text: bare, start: from, end: from + bare.length };
    })
    .filter(({ text }) => text !== '');
}
