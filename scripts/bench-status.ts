/**
 * Measures status: ten thousand works on one day, ten thousand lines at the desk, the size of the desk's data, and the
 * lives of texts beside the parsing of the same texts. Times are told as ratios to a plain loop over the same works in
 * the same run: machines differ, ratios hardly.
 *
 * `node scripts/bench-status.ts [--works 10000] [--texts 2000] [--content DIR]`
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { VFile } from 'vfile';
import type { LegalEvent, Version, Work } from '../src/domain/model.ts';
import { Register } from '../src/domain/names/index.ts';
import { statusBook } from '../src/domain/status/desk/book.ts';
import { askStatus } from '../src/domain/status/desk/desk.ts';
import { packBook, unpackBook } from '../src/domain/status/desk/pack.ts';
import { registerOn } from '../src/domain/status/desk/register.ts';
import { readEvents } from '../src/domain/status/events/events.ts';
import { livesOf, statusOn } from '../src/domain/status/life/life.ts';
import { parseInstruments } from '../src/domain/structure/index.ts';
import { addDays } from '../src/domain/text/calendar.ts';
import { readText } from '../src/domain/text/index.ts';
import { formatNumeral } from '../src/domain/text/numerals.ts';
import { loadContent } from '../src/site/load.ts';

export interface Measure {
  name: string;
  /** Milliseconds of the processor, the median of several runs: what else the machine does is not counted. */
  time: number;
  /** `time` over that of the plain loop. */
  ratio: number;
}

export interface StatusBench {
  works: number;
  measures: Measure[];
  /** Bytes of the desk's data for the content folder, gzip. */
  data: number;
}

/** Works with a few events each, as like to real ones as the desk can tell; the same in every run. */
function invented(count: number): { works: Work[]; events: Map<string, LegalEvent[]> } {
  const works: Work[] = [];
  const events = new Map<string, LegalEvent[]>();
  for (let i = 0; i < count; i++) {
    const id = `work-${i}`;
    const title = `第${i}号事项管理${i % 3 ? '办法' : '规定'}（试行）`;
    const documentNumber = `某府〔${2000 + (i % 25)}〕${i}号`;
    works.push({ id, title, kind: 'measures', documentNumber, aliases: [], versions: [], carries: [] });
    const issued = addDays('2000-01-01', (i * 37) % 9000);
    const told = (kind: LegalEvent['kind'], date: string): LegalEvent => ({
      kind,
      subject: id,
      date,
      evidence: { instrument: id, eId: 'art_9__para_1', text: '本办法自印发之日起施行，有效期5年。' },
    });
    const list = [told('issued', issued), told('commenced', addDays(issued, i % 40))];
    if (i % 2) list.push({ ...told('expires', addDays(issued, 1826)), latest: addDays(issued, 1827) });
    if (i % 5 === 0) list.push(told('amended', addDays(issued, 900)));
    if (i % 7 === 0) list.push(told('repealed', addDays(issued, 2500)));
    events.set(id, list);
  }
  return { works, events };
}

/** The least that any answer needs: to look at every event of every work once. */
function plainLoop(
  works: readonly Work[],
  events: ReadonlyMap<string, readonly LegalEvent[]>,
  day: string,
): number {
  let begun = 0;
  for (const { id } of works) {
    for (const { kind, date } of events.get(id) ?? []) if (kind === 'commenced' && date! <= day) begun++;
  }
  return begun;
}

/** A text of a middle length, the same for every number but for its title. */
function textOf(i: number): string {
  const articles = Array.from(
    { length: 16 },
    (_, n) =>
      `第${formatNumeral(n + 1)}条　申请第${i}号事项的，应当自收到通知之日起${n + 10}日内向市主管部门提出，并附下列材料：\n\n（一）申请书；\n\n（二）身份证明。\n`,
  );
  const last = `第十七条　本办法自2015年5月1日起施行，有效期5年。《第${i + 1}号事项管理规定》同时废止。\n`;
  return `第${i}号事项管理办法\n\n（2015年3月1日某市人民政府令第${i}号公布）\n\n${articles.join('\n')}\n${last}`;
}

/** How long the texts of many works take to be parsed, and their lives to be computed. */
function benchLives(count: number): { parsing: number; lives: number } {
  const texts = Array.from({ length: count }, (_, i) => ({ id: `work-${i}`, text: textOf(i) }));
  const start = processor();
  const parsed = texts.map(({ id, text }) => {
    const file = new VFile({ path: `${id}.md` });
    return { id, instruments: parseInstruments(readText(text, file, []), file) };
  });
  const parsing = processor() - start;
  const works = parsed.flatMap(({ id, instruments }) =>
    instruments.map((instrument): Work => {
      const { title, kind } = instrument;
      const version: Version = {
        work: id,
        date: '2015-03-01',
        origin: 'published',
        instrument: { ...instrument, id },
        source: { path: `${id}.md` },
      };
      return { id, title, kind, aliases: [], versions: [version], carries: [] };
    }),
  );
  const events = new Map(
    works.map(({ id, versions }) => [
      id,
      readEvents(versions[0]!.instrument, {}).flatMap(({ about, ...event }): LegalEvent[] =>
        about === 'self' ? [{ ...event, subject: id }] : [],
      ),
    ]),
  );
  const begun = processor();
  livesOf(works, events);
  return { parsing, lives: processor() - begun };
}

/** Milliseconds that this process has kept the processor busy. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The middle of the times of several runs. */
function median(run: (round: number) => void, rounds: number): number {
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = processor();
    run(round);
    return processor() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

/** Measures status with a number of invented works, and the data of a content folder. */
function benchStatus(count = 10_000, content = 'content'): StatusBench {
  const { works, events } = invented(count);
  const horizon = '2020-12-31';
  // Fresh lists in each round: what is kept of a work's life must not flatter the figures.
  const fresh = () => new Map(Array.from(events, ([id, list]) => [id, [...list]]));
  const rounds = Array.from({ length: 7 }, fresh);
  const plain = median(() => plainLoop(works, events, '2021-06-01'), 31);
  const first = median((round) => {
    for (const work of works) statusOn(work, rounds[round]!.get(work.id)!, '2021-06-01', horizon);
  }, 7);
  const again = median(() => {
    for (const work of works) statusOn(work, rounds[0]!.get(work.id)!, '2019-06-01', horizon);
  }, 7);
  const book = { works, register: new Register(works), events: rounds[1]!, horizon };
  const known = works.map(({ documentNumber }, i) =>
    documentNumber!.replace('〔', i % 2 ? '[' : '（').replace('〕', i % 2 ? ']' : '）'),
  );
  const strange = works.map((_, i) => `关于第${i}件未知事情的通知`);
  const packed = packBook(book);
  const measures: [string, number][] = [
    ['plain loop over the events', plain],
    ['status of all works on a day, first time', first],
    ['status of all works on another day', again],
    [
      'register with filters',
      median(() => registerOn(book, '2020-06-01', { words: '办法', state: 'in-force' }), 5),
    ],
    ['desk: one line a work', median(() => askStatus(known, '2021-06-01', book), 3)],
    ['desk: as many lines that nothing answers to', median(() => askStatus(strange, '2021-06-01', book), 3)],
    ['index of names', median(() => new Register(works), 3)],
    ['unpacking', median(() => unpackBook(packed), 3)],
  ];
  const { archive } = loadContent(content);
  return {
    works: count,
    measures: measures.map(([name, time]) => ({ name, time, ratio: time / plain })),
    data: gzipSync(JSON.stringify(packBook(statusBook(archive)))).length,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      works: { type: 'string', default: '10000' },
      texts: { type: 'string', default: '2000' },
      content: { type: 'string', default: 'content' },
    },
  });
  const { works, measures, data } = benchStatus(Number(values.works), values.content);
  console.log(`${works} works; times as multiples of the plain loop`);
  console.table(
    measures.map(({ name, time, ratio }) => ({
      name,
      ms: Number(time.toFixed(1)),
      ratio: Number(ratio.toFixed(1)),
    })),
  );
  const { parsing, lives } = benchLives(Number(values.texts));
  const share = ((lives / parsing) * 100).toFixed(1);
  console.log(
    `lives of ${values.texts} works: ${lives.toFixed(0)} ms, ${share} % of parsing them (${parsing.toFixed(0)} ms)`,
  );
  console.log(`data of the desk for ${values.content}: ${(data / 1024).toFixed(1)} KB gzip`);
}
