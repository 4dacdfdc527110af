/**
 * Who answers for what: a list of persons with 负责, 分管, 联系, as a table of persons, posts and duties.
 *
 * `曹兴：常务副市长，协助市长负责市政府日常工作；负责发展改革、财政工作；联系经济技术开发区。` → 曹兴 · 常务副市长 · three duties
 */
import type { Instrument, Provision } from '../model.ts';
import { type Cell, tableCell, walk, wholeCell } from './cell.ts';
import { readClauses, saysDuty } from './duties.ts';
import { loneHead, type PersonHead, personHead, postEnd, unreadHead } from './person-head.ts';
import type { Person } from './persons.ts';
import { tablePersons } from './portfolio-table.ts';

export interface Portfolios {
  type: 'portfolios';
  persons: Person[];
  /** Lines that speak of a person or a duty and could not be read: the list is not whole without them. */
  unread: Cell[];
}

/** Portfolios of an instrument; undefined where fewer than two persons with duties are listed. */
export function readPortfolios(instrument: Instrument): Portfolios | undefined {
  // A text of articles lays down duties of bodies, not of persons.
  if (instrument.grammar === 'articles') return undefined;
  const found: Found = { persons: [], note: false, unread: [] };
  visit(instrument.provisions, found);
  for (const { provisions } of instrument.annexes) visit(provisions, found);
  const { persons, unread } = found;
  return persons.length < 2 ? undefined : { type: 'portfolios', persons, unread };
}

interface Found {
  persons: Person[];
  note: boolean;
  unread: Cell[];
}

function visit(list: readonly Provision[], found: Found): void {
  for (let i = 0; i < list.length; i++) {
    const provision = list[i]!;
    if (provision.quoted) continue;
    if (/^备注[：:]?$/.test(provision.text.trim())) found.note = true;
    if (provision.type === 'table') {
      const persons = tablePersons(provision, found.note);
      if (persons) found.persons.push(...persons);
      else found.unread.push(tableCell(provision, 0, 0, provision.rows?.[0]?.join('、') ?? ''));
      continue;
    }
    const head = personHead(provision);
    // 姓名同志：主持全面工作。 ⏎ 分管市审计局。: what stands below goes on with the person above.
    const more = head && isEntry(provision, head) ? linesBelow(list, i) : [];
    const person = head && readPerson([provision, ...walk(provision.children), ...more], head, found.note);
    if (person) {
      found.persons.push(person);
      i += more.length;
      continue;
    }
    const lone = head ? undefined : loneHead(provision);
    const lines = lone ? linesBelow(list, i) : [];
    const below = lone && lines.length > 0 ? readPerson([provision, ...lines], lone, found.note) : undefined;
    if (below) {
      found.persons.push(below);
      i += lines.length;
      continue;
    }
    // What begins as a person's entry or as a duty belongs to a person that was not found.
    const among = found.persons.length > 0;
    if (unreadHead(provision.text, among) || (among && saysDuty(provision.text)))
      found.unread.push(wholeCell(provision));
    visit(provision.children, found);
  }
}

/** True for a line that a colon, 同志 or a post marks as a person's; 经研究，决定… is none. */
function isEntry({ type, text }: Provision, { posts, end }: PersonHead): boolean {
  return type === 'paragraph' && (posts.length > 0 || /同志|[：:]/.test(text.slice(0, end + 1)));
}

/** The paragraphs under a name that stands alone: posts and duties, up to the next name. */
function linesBelow(list: readonly Provision[], at: number): Provision[] {
  const lines: Provision[] = [];
  for (const line of list.slice(at + 1)) {
    const isPosts = lines.length === 0 && postEnd.test(line.text) && !/。/.test(line.text);
    if (line.type !== 'paragraph' || line.quoted || personHead(line)) break;
    if (!isPosts && !saysDuty(line.text)) break;
    lines.push(line);
  }
  return lines;
}

function readPerson(holders: readonly Provision[], head: PersonHead, note: boolean): Person | undefined {
  const [first] = holders;
  const person: Person = { name: head.name, posts: [...head.posts], duties: [], note, eId: first!.eId };
  for (const holder of holders) {
    readClauses(holder, holder === first && head.part === undefined ? head.end : 0, person);
  }
  return person.duties.length === 0 ? undefined : person;
}
