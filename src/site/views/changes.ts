/** What an issue changed, repealed and set running, and what lapses when: sentences with links. */
import type { Instrument, LegalEvent, Provision } from '../../domain/model.ts';
import type { Holdings } from '../holdings.ts';
import { dayWords } from '../words.ts';
import type { Run } from './common.ts';
import { documentRun, evidenceLink, lastDay } from './state.ts';

export interface Change {
  mark: string;
  runs: Run[];
  /** Clauses of the decision, for an amendment. */
  clauses: Run[][];
}

/** Longest clause shown in full. */
const clauseLength = 40;

/** The numbered clauses of a decision, those inside a clause left out. */
function clausesOf(decision: Instrument, address: string): Run[][] {
  const clauses = (provisions: Provision[]): Provision[] =>
    provisions.flatMap((each) => (each.type === 'level' ? [each] : clauses(each.children)));
  return clauses(decision.provisions).map(({ eId, label, heading, text }) => {
    const words = `${heading ?? ''}${text}`;
    // A clause that only leads to the words it lays down ends in a colon.
    const shown =
      words.length > clauseLength ? `${words.slice(0, clauseLength)}……` : words.replace(/[：:]$/, '……');
    return [{ text: `${label}${shown}`, href: `${address}#${eId}` }];
  });
}

/** True where no words of the text say so, and only its date stands for it. */
const byDateAlone = ({ date, evidence }: LegalEvent): boolean =>
  date !== undefined && evidence.eId === '' && evidence.text === dayWords(date);

function commencedWords(event: LegalEvent): string {
  if (!event.date) return '施行';
  const day = dayWords(event.date);
  if (event.inferred) return `推定自${day}起施行${event.rule ? `（${event.rule}）` : ''}`;
  return byDateAlone(event) ? `${day}发布，未写施行日期` : `自${day}起施行`;
}

const sentences: Partial<Record<LegalEvent['kind'], (event: LegalEvent, by: Run | undefined) => Run[]>> = {
  amended: ({ date }, by) => [
    { text: '由' },
    by ?? { text: '本期文件' },
    { text: `修改${date ? `，${dayWords(date)}起施行` : ''}` },
  ],
  repealed: ({ date, verb = '废止' }, by) => [
    { text: `${date ? `自${dayWords(date)}起` : ''}${verb}，据` },
    by ?? { text: '本期文件' },
  ],
  suspended: ({ date }, by) => [
    { text: `${date ? `自${dayWords(date)}起` : ''}暂停执行，据` },
    by ?? { text: '本期文件' },
  ],
  resumed: ({ date }, by) => [
    { text: `${date ? `自${dayWords(date)}起` : ''}恢复执行，据` },
    by ?? { text: '本期文件' },
  ],
  commenced: (event) => [{ text: commencedWords(event) }],
  expires: (event) => [{ text: `有效期至${lastDay(event)}${event.latest ? '，视始日是否计入' : ''}` }],
  'period-ends': (event) => [{ text: `规划期至${lastDay(event)}` }],
};

const marks: Partial<Record<LegalEvent['kind'], string>> = {
  amended: '修改',
  repealed: '废止',
  suspended: '暂停',
  resumed: '恢复',
  commenced: '施行',
  expires: '届满',
  'period-ends': '期满',
};

/** One change for each document and kind, in the order of the table above. */
export function changesOf(holdings: Holdings, issue: string): Change[] {
  const printed = new Set(
    Array.from(holdings.works.values())
      .filter(({ versions }) => versions.some(({ source }) => source.issue === issue))
      .map(({ id }) => id),
  );
  const changes: (Change & { rank: number })[] = [];
  const told = new Set<string>();
  const order = Object.keys(marks);
  for (const [subject, events] of holdings.events) {
    const executed = events.some(({ kind }) => kind === 'executed');
    for (const event of events) {
      const { kind, evidence } = event;
      const say = sentences[kind];
      const key = `${kind} ${subject}`;
      if (!say || told.has(key) || !printed.has(evidence.instrument)) continue;
      // A cover and a decision have done their work; a text reprinted with its old commencement is no news.
      if (kind === 'commenced' && (executed || !isNew(event, events))) continue;
      if (kind === 'amended' && evidence.instrument === subject) continue;
      // A text printed again as amended repeats what it repealed when it was new.
      if (kind === 'repealed' && repeatsOld(holdings, event, issue)) continue;
      const document = documentRun(holdings, subject);
      if (!document) continue;
      told.add(key);
      const by = evidenceLink(holdings, evidence);
      const decision = holdings.versions.get(evidence.instrument)?.instrument;
      changes.push({
        mark: markOf(event),
        runs: [document, ...say(event, by), { text: '。' }],
        clauses: kind === 'amended' && decision && by ? clausesOf(decision, by.href.replace(/#.*/, '')) : [],
        rank: order.indexOf(kind),
      });
    }
  }
  return changes.toSorted((a, b) => a.rank - b.rank);
}

function markOf(event: LegalEvent): string {
  if (event.kind === 'commenced' && event.inferred) return '推定';
  if (event.kind === 'commenced' && byDateAlone(event)) return '发布';
  return (event.kind === 'repealed' && event.verb) || (marks[event.kind] ?? '');
}

/** True where the text that repeals is an amended one in this issue, and the repeal older than it. */
function repeatsOld(holdings: Holdings, { date, evidence }: LegalEvent, issue: string): boolean {
  const teller = holdings.works.get(holdings.versions.get(evidence.instrument)?.work ?? '');
  const printed = teller?.versions.find(({ source }) => source.issue === issue);
  if (!printed || date === undefined || date >= printed.date) return false;
  return printed.madeBy !== undefined || printed.date !== teller!.versions[0]!.date;
}

/** A commencement that no amendment of the same text follows. */
function isNew(event: LegalEvent, events: readonly LegalEvent[]): boolean {
  return !events.some(({ kind, date }) => kind === 'amended' && date && event.date && date > event.date);
}
