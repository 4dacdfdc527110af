/**
 * Measures search: Gongbao, its peers and a plain scan, on one corpus with the same queries in one run.
 *
 * `npm run bench:search -- [--scale 1,10,100] [--texts FOLDER] [--only NAME,NAME] [--content DIR]`
 *
 * Above 100× only the first page is measured (`--scale 1000 --only files`): to list all hits of a common word is to read
 * the whole archive.
 *
 * `--visits 1,2,3,5` compares instead what a visit of several queries costs, with the archive whole and in files.
 *
 * 1× is the archive at hand; what a larger scale lacks is taken from the folder of texts, then generated. Truth is
 * stated with the questions (`answers`): a plain scan of the normalised provisions for the words as typed, where a
 * number stands for its spellings. “First 10” is what a first visit fetches for ten results as the page asks for them,
 * no more than three of one document; “with counts” adds what it costs to open the filters.
 */
import { parseArgs } from 'node:util';
import { type Corpus, createCorpus } from '../src/domain/search/corpus.ts';
import { baseOrder } from '../src/domain/search/order.ts';
import { searchArchive } from '../src/domain/search/search.ts';
import { perDocument, perPage } from '../src/site/search/address.ts';
import { characters, contentDocuments, folderDocuments, grow, random } from './bench-search/corpus.ts';
import type { Engine } from './bench-search/engine.ts';
import { files, whole } from './bench-search/gongbao.ts';
import { pagefindEngine } from './bench-search/pagefind.ts';
import { miniSearch, orama, plainScan } from './bench-search/peers.ts';
import { answers, type BenchQuery, benchQueries } from './bench-search/queries.ts';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1,10,100' },
    texts: { type: 'string' },
    only: { type: 'string' },
    visits: { type: 'string' },
    content: { type: 'string', default: 'content' },
  },
});

const engines: Record<string, () => Engine> = {
  scan: plainScan,
  whole,
  files: () => files(),
  norange: () => files({}, false),
  pagefind: pagefindEngine,
  minisearch: miniSearch,
  orama,
};

/** With more documents than this only first pages are measured. */
const mostListed = 100_000;

const chosen = values.only?.split(',') ?? Object.keys(engines);
const base = contentDocuments(values.content);
const given = [...base, ...(values.texts ? folderDocuments(values.texts) : [])];
const unit = characters(base);

const corpusAt = (scale: number): Corpus =>
  createCorpus(baseOrder(scale === 1 ? base : grow(given, unit * scale)));

if (values.visits) {
  const rows: Record<string, string | number>[] = [];
  for (const scale of values.visits.split(',').map(Number)) rows.push(await visits(scale, corpusAt(scale)));
  console.table(rows);
  process.exit(0);
}

for (const scale of values.scale.split(',').map(Number)) {
  const corpus = corpusAt(scale);
  const queries = benchQueries(corpus);
  const truths = queries.map((query) => {
    const ids = new Set<number>();
    for (const { id, body } of corpus.documents) if (answers(body, query)) ids.add(id);
    return ids;
  });
  console.log(
    `\n${scale}×: ${corpus.size} documents, ${characters(corpus.documents)} characters, ${queries.length} queries`,
  );
  const rows: Record<string, string | number>[] = [];
  let scanMedian = 0;
  for (const name of chosen) {
    const engine = engines[name]!();
    const row = await measure(engine, corpus, queries, truths);
    if (name === 'scan') scanMedian = row.median;
    console.error(`${engine.name} done`);
    rows.push({
      engine: engine.name,
      'recall %': percent(row.recall),
      'precision %': percent(row.precision),
      'median ms': row.median.toFixed(3),
      '× scan': scanMedian === 0 ? '' : (row.median / scanMedian).toFixed(2),
      'p95 ms': row.p95.toFixed(2),
      'build ms': Math.round(row.build),
      'index kB': kilo(row.index),
      'first 10: kB median': kilo(row.first.median),
      'p95 kB': kilo(row.first.p95),
      'with counts p95 kB': kilo(row.counted.p95),
      'memory MB': Math.round(row.memory / 1e6),
    });
  }
  console.table(rows);
}

/** Kilobytes of visits of one, five and twenty queries, each visit with an empty store. */
async function visits(scale: number, corpus: Corpus): Promise<Record<string, string | number>> {
  const queries = benchQueries(corpus);
  const [inFiles, inOne] = [files(), whole()];
  await inFiles.build(corpus);
  await inOne.build(corpus);
  const row: Record<string, string | number> = {
    scale,
    characters: characters(corpus.documents),
    'whole kB': kilo(inOne.indexBytes()),
    'build ms': 0,
  };
  const start = performance.now();
  await whole().build(corpus);
  row['build ms'] = Math.round(performance.now() - start);
  const next = random(7);
  for (const length of [1, 5, 20]) {
    const totals: number[] = [];
    for (let visit = 0; visit < 40; visit++) {
      const { source, fetches } = inFiles.visit();
      for (let i = 0; i < length; i++) {
        const { typed } = queries[Math.floor(next() * queries.length)]!;
        await searchArchive(source, typed, { limit: perPage, perDocument });
      }
      totals.push(fetches.bytes);
    }
    row[`${length} queries kB`] = kilo(quantile(totals, 0.5));
  }
  return row;
}

interface Row {
  recall: number;
  precision: number;
  median: number;
  p95: number;
  build: number;
  index: number;
  first: { median: number; p95: number };
  counted: { median: number; p95: number };
  /** Bytes of the whole process after building and searching; what garbage is left counts too. */
  memory: number;
}

async function measure(
  engine: Engine,
  corpus: Corpus,
  list: readonly BenchQuery[],
  truths: readonly ReadonlySet<number>[],
): Promise<Row> {
  const start = performance.now();
  await engine.build(corpus);
  const build = performance.now() - start;
  let [held, found, wanted] = [0, 0, 0];
  const times: number[] = [];
  const pages = corpus.size > mostListed && engine.firstPage ? engine.firstPage : undefined;
  for (const [i, query] of list.entries()) {
    const truth = truths[i]!;
    if (pages) {
      const from = performance.now();
      const count = await pages(query);
      times.push(performance.now() - from);
      wanted += Math.min(10, truth.size);
      found += count;
      held += Math.min(count, truth.size);
      continue;
    }
    let ids: ArrayLike<number> = [];
    const runs: number[] = [];
    // The second run is the warm one.
    for (let run = 0; run < 2; run++) {
      const from = performance.now();
      ids = await engine.search(query);
      runs.push(performance.now() - from);
    }
    times.push(Math.min(...runs));
    wanted += truth.size;
    found += ids.length;
    for (let k = 0; k < ids.length; k++) if (truth.has(ids[k]!)) held++;
  }
  const index = engine.indexBytes();
  const first: number[] = [];
  const counted: number[] = [];
  // Opening a peer anew costs up to a second: of its visits every fifth has to do.
  for (let i = 0; i < list.length; i += engine.countBytes ? 1 : 5) {
    first.push(await engine.firstBytes(list[i]!));
    counted.push((await engine.countBytes?.(list[i]!)) ?? first.at(-1)!);
  }
  const memory = process.memoryUsage().rss;
  await engine.close?.();
  return {
    ...{ recall: held / wanted, precision: held / found, build, index },
    ...{ median: quantile(times, 0.5), p95: quantile(times, 0.95) },
    ...{ first: quantiles(first), counted: quantiles(counted), memory },
  };
}

function quantiles(values: readonly number[]): { median: number; p95: number } {
  return { median: quantile(values, 0.5), p95: quantile(values, 0.95) };
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}

function percent(share: number): string {
  return Number.isNaN(share) ? '–' : (share * 100).toFixed(1);
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
