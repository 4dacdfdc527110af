/**
 * Measures the portal on a real cluster of three nodes beside the static search and a plain scan, on one corpus with the
 * same queries in one run: time to the first ten hits with all counts, bytes of the index, rate of the load.
 *
 * `npm run bench:portal -- [--scale 10,100] [--texts FOLDER] [--heap 768] [--queries 120] [--content DIR] [--engine URLS]`
 *
 * With `--engine` a cluster that stands already is measured: a load that was interrupted then goes on with the next run.
 * 1× is the archive at hand; what a larger scale lacks is generated, as for `bench:search`. Totals of the three are
 * compared for every query; where they differ the run fails.
 */
import { parseArgs } from 'node:util';
import { type Corpus, createCorpus } from '../src/domain/search/corpus.ts';
import { memorySource } from '../src/domain/search/memory.ts';
import { baseOrder } from '../src/domain/search/order.ts';
import { searchArchive } from '../src/domain/search/search.ts';
import type { SearchDocument } from '../src/domain/search/types.ts';
import { openEngine } from '../src/portal/engine.ts';
import { aliasOf, recordKinds } from '../src/portal/indices.ts';
import type { CityFiles } from '../src/portal/load/check.ts';
import { loadCity, type Progress, withdrawCity } from '../src/portal/load.ts';
import { searchCities } from '../src/portal/search.ts';
import { takeSnapshot } from '../src/portal/snapshot.ts';
import { perDocument, perPage } from '../src/site/search/address.ts';
import { characters, contentDocuments, folderDocuments, grow } from './bench-search/corpus.ts';
import { answers, benchQueries } from './bench-search/queries.ts';
import { startCluster } from './engine/cluster.ts';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '10,100' },
    texts: { type: 'string' },
    heap: { type: 'string', default: '768' },
    queries: { type: 'string', default: '120' },
    content: { type: 'string', default: 'content' },
    engine: { type: 'string' },
  },
});

const at = '2024-01-01';
const home = 'https://bench.example/';

/** A corpus as a city would export it. */
function filesOf({ documents }: Corpus): CityFiles {
  const works = new Map<string, object>();
  const byWork = Map.groupBy(documents, ({ version }) => version.work);
  for (const { version } of documents) {
    const { work: id, title, kind, aliases } = version;
    if (works.has(id)) continue;
    const address = `${home}works/${id}/`;
    const dates = Array.from(new Set(byWork.get(id)!.map(({ version: { date } }) => date))).sort();
    const versions = dates.map((date) => ({ date, origin: 'published', instrument: { title }, address }));
    works.set(id, { ...{ id, title, kind, aliases, carries: [], versions, address } });
  }
  const texts = Map.groupBy(documents, ({ version }) => version);
  const counts = { works: works.size, provisions: documents.length, events: 0, texts: texts.size };
  return {
    place: 'bench',
    city: async () => JSON.stringify({ schema: 'v2', name: '测量', home, horizon: at, words: [], ...counts }),
    async *lines(name) {
      if (name === 'works') for (const work of works.values()) yield JSON.stringify(work);
      if (name === 'texts') for (const list of texts.values()) yield JSON.stringify(treeOf(list));
      if (name !== 'provisions') return;
      for (const { version, type, eId, label, heading, crumbs, text, units } of documents) {
        const { work, date, ...of } = version;
        const unit = { work, version: date, type, eId, label, heading, crumbs, text, units };
        yield JSON.stringify(type === 'title' ? { ...unit, of } : unit);
      }
    },
  };
}

/** The tree of a text, each of its searched units a provision. */
function treeOf(documents: readonly SearchDocument[]): object {
  const { work, date } = documents[0]!.version;
  const provisions = documents.slice(1).map(({ eId, label, heading, text }) => {
    return { type: 'paragraph', number: '', label, eId, heading, text, children: [] };
  });
  return { work, version: date, provisions, annexes: [] };
}

/** Tells how many units a second were sent, in each tenth of them. */
function pace(total: number): (progress: Progress) => void {
  let [tenth, sent, since] = [1, 0, performance.now()];
  return ({ kind, done }) => {
    if (kind !== 'provisions' || done < (tenth * total) / 10) return;
    const now = performance.now();
    const rate = Math.round((done - sent) / ((now - since) / 1000));
    process.stderr.write(`${done} of ${total}: ${rate} a second\n`);
    [tenth, sent, since] = [Math.floor((10 * done) / total) + 1, done, now];
  };
}

interface Timed {
  median: number;
  p95: number;
}

/** Asks every query, the first ones twice, so that what is made at the first question is not measured. */
async function timed(queries: readonly string[], ask: (query: string) => Promise<number>) {
  const totals: number[] = [];
  const times: number[] = [];
  for (const query of queries.slice(0, 20)) await ask(query);
  for (const query of queries) {
    const from = performance.now();
    totals.push(await ask(query));
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const share = (part: number): number => times[Math.floor(part * (times.length - 1))]!;
  return { totals, time: { median: share(0.5), p95: share(0.95) } satisfies Timed };
}

const row = (name: string, { median, p95 }: Timed, scan: Timed, more: object) => ({
  '': name,
  'median ms': median.toFixed(2),
  'p95 ms': p95.toFixed(2),
  '× scan': (median / scan.median).toFixed(2),
  ...more,
});

const base = contentDocuments(values.content);
const given = [...base, ...(values.texts ? folderDocuments(values.texts) : [])];
const cluster = values.engine
  ? { nodes: values.engine.split(','), stop: async () => {} }
  : await startCluster({ heap: Number(values.heap), quick: false });
const engine = openEngine({ nodes: cluster.nodes, timeout: 60_000 });
let failed = false;
try {
  for (const scale of values.scale.split(',').map(Number)) {
    const corpus = createCorpus(baseOrder(scale === 1 ? base : grow(given, characters(base) * scale)));
    const asked = benchQueries(corpus).slice(0, Number(values.queries));
    const queries = asked.map(({ typed }) => typed);
    const from = performance.now();
    const loaded = await loadCity(engine, filesOf(corpus), { progress: pace(corpus.size) });
    const seconds = (performance.now() - from) / 1000;
    if (loaded.outcome === 'refused') throw new Error(JSON.stringify(loaded.refusals.slice(0, 3)));
    const snapshot = await takeSnapshot(engine);
    const { body } = await engine.client.indices.stats({ index: aliasOf(engine.prefix, 'provisions') });
    const bytes = Number(body._all?.primaries?.store?.size_in_bytes);

    const portal = await timed(queries, async (query) => {
      const found = await searchCities(engine, snapshot, query, { at, limit: perPage, perDocument });
      return found.total;
    });
    const source = memorySource(corpus);
    const options = { at, limit: perPage, perDocument, survey: true };
    const memory = await timed(queries, async (query) => (await searchArchive(source, query, options)).total);
    const scan = await timed(queries, async (query) => {
      const question = asked[queries.indexOf(query)]!;
      let count = 0;
      for (const { body: text } of corpus.documents) if (answers(text, question)) count++;
      return count;
    });
    const different = queries.filter((_, i) => portal.totals[i] !== memory.totals[i]);
    failed ||= different.length > 0;
    const text = characters(corpus.documents);
    console.log(
      `\n${scale}×: ${corpus.size} provisions, ${text} characters, ${queries.length} queries, ` +
        `${different.length} totals differ${different.length > 0 ? `: ${different.slice(0, 5).join(' | ')}` : ''}`,
    );
    console.table([
      row('portal', portal.time, scan.time, {
        'index MB': (bytes / 1e6).toFixed(1),
        'bytes a provision': Math.round(bytes / corpus.size),
        'bytes a character': (bytes / text).toFixed(2),
        'provisions a second': Math.round(corpus.size / seconds),
      }),
      row('static, in memory', memory.time, scan.time, {}),
      row('plain scan', scan.time, scan.time, {}),
    ]);
    for (const kind of recordKinds.slice(1)) {
      const stats = await engine.client.indices.stats({ index: aliasOf(engine.prefix, kind) });
      console.log(`${kind}: ${Number(stats.body._all?.primaries?.store?.size_in_bytes)} bytes`);
    }
    await withdrawCity(engine, 'bench.example');
  }
} finally {
  await engine.close();
  await cluster.stop();
}
if (failed) process.exitCode = 1;
