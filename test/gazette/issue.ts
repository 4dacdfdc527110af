/** The issue as the archive holds it, with what its tests ask again and again. */
import type { Instrument, Provision, Repair } from '../../src/domain/model.ts';
import { publishedText } from '../../src/domain/text/index.ts';
import { loadContent } from '../../src/site/load.ts';

const { archive, unreadable } = loadContent('content');

export { archive, unreadable };

export const issue = archive.issues.find(({ id }) => id === '2020-12')!;
export const { source, repairs } = archive.sources.find((each) => each.issue === '2020-12')!;
export const messages = archive.messages.filter(({ file }) => file === 'issues/2020-12/gazette.md');
export const sourceLines = source.split('\n');
export const published = publishedText({ source, repairs } as Parameters<typeof publishedText>[0]);

/** The nine texts. */
export const texts = {
  portfolios: held('zhanfu-2020-68'),
  order: held('zhanjiang-ling-7'),
  decision: held('wangyueche-xiugai-jueding'),
  rule: held('wangyueche-guiding'),
  planNotice: held('zhanfu-2020-71'),
  plan: held('shuzi-zhengfu-guihua'),
  measuresNotice: held('zhanhuan-2020-565'),
  measures: held('jubao-jiangli-banfa'),
  repeal: held('zhanfagaifagui-2020-675'),
};

function held(id: string): Instrument {
  const instrument = issue.instruments.find((each) => each.id === id);
  if (!instrument) throw new Error(`the issue holds no text ${id}`);
  return instrument;
}

/** All provisions in reading order. */
export function flatten(provisions: Provision[]): Provision[] {
  return provisions.flatMap((provision) => [provision, ...flatten(provision.children)]);
}

export function ofType(instrument: Instrument, type: Provision['type']): Provision[] {
  return flatten(instrument.provisions).filter((provision) => provision.type === type);
}

/** Levels of a plan with their depth from 1, in reading order. */
export function levels(provisions: Provision[], depth = 1): { depth: number; node: Provision }[] {
  return provisions
    .filter(({ type }) => type === 'level')
    .flatMap((node) => [{ depth, node }, ...levels(node.children, depth + 1)]);
}

/** The innermost provision that begins on a source line. */
export function at(line: number): Provision {
  const found = issue.instruments
    .flatMap(({ provisions, annexes }) =>
      flatten([...provisions, ...annexes.flatMap((annex) => annex.provisions)]),
    )
    .filter(({ position }) => position.start.line === line)
    .at(-1);
  if (!found) throw new Error(`no provision begins on line ${line}`);
  return found;
}

/** The provision with an eId. */
export function byId(instrument: Instrument, eId: string): Provision {
  const found = flatten(instrument.provisions).find((provision) => provision.eId === eId);
  if (!found) throw new Error(`${instrument.id} has no provision ${eId}`);
  return found;
}

/** Repairs that begin on a source line, of one rule if given. */
export function repairsOn(line: number, rule?: string): Repair[] {
  return repairs.filter(
    (repair) => repair.place.line === line && (rule === undefined || repair.rule === rule),
  );
}

/** What an editor wrote under a number of the register. */
export function editorial(id: string): Repair[] {
  return repairs.filter((repair) => repair.id === id);
}

/** The published text of a source line (a joined line stands with its first piece). */
export function publishedLine(line: number): string {
  const start = sourceLines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  let text = '';
  let cursor = start;
  const end = start + sourceLines[line - 1]!.length;
  for (const repair of repairs) {
    if (repair.from === repair.to || repair.start < start || repair.start >= end || repair.kind === 'join')
      continue;
    text += source.slice(cursor, repair.start) + repair.to;
    cursor = repair.end;
  }
  return (text + source.slice(cursor, end)).trim();
}
