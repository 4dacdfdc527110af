/**
 * Measures search: Gongbao, its peers and a plain scan, on one corpus with the same queries in one run.
 *
 * `npm run bench:search -- [--scale 1,10,100] [--texts FOLDER] [--only NAME,NAME] [--content DIR]`
 *
 * 1× is the archive at hand; what a larger scale lacks is taken from the folder of texts, then generated. Truth is a
 * plain scan of the normalised provisions.
 */
import { parseArgs } from 'node:util';
import { createCorpus } from '../src/domain/search/corpus.ts';
import { baseOrder } from '../src/domain/search/order.ts';
import { characters, contentDocuments, folderDocuments, grow } from './bench-search/corpus.ts';
import type { Engine } from './bench-search/engine.ts';
import { files, whole } from './bench-search/gongbao.ts';
import { pagefindEngine } from './bench-search/pagefind.ts';
import { miniSearch, orama, plainScan } from './bench-search/peers.ts';
import { type BenchQuery, benchQueries } from './bench-search/queries.ts';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1,10,100' },
    texts: { type: 'string' },
    only: { type: 'string' },
    content: { type: 'string', default: 'content' },
  },
});

const engines: Record<string, () => Engine> = {
  scan: plainScan,
  whole,
  files: () => files(),
  pagefind: pagefindEngine,
  minisearch: miniSearch,
  orama,
};

const chosen = values.only?.split(',') ?? Object.keys(engines);
const base = contentDocuments(values.content);
const given = [...base, ...(values.texts ? folderDocuments(values.texts) : [])];
const unit = characters(base);

for (const scale of values.scale.split(',').map(Number)) {
  const corpus = createCorpus(baseOrder(scale === 1 ? base : grow(given, unit * scale)));
  const queries = benchQueries(corpus);
  const truths = queries.map(({ phrases }) => {
    const ids = new Set<number>();
    for (const { id, body } of corpus.documents)
      if (phrases.every((phrase) => body.includes(phrase))) ids.add(id);
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
    });
  }
  console.table(rows);
}

interface Row {
  recall: number;
  precision: number;
  median: number;
  p95: number;
  build: number;
  index: number;
  first: { median: number; p95: number };
}

async function measure(
  engine: Engine,
  corpus: ReturnType<typeof createCorpus>,
  list: readonly BenchQuery[],
  truths: readonly ReadonlySet<number>[],
): Promise<Row> {
  const start = performance.now();
  await engine.build(corpus);
  const build = performance.now() - start;
  let [held, found, wanted] = [0, 0, 0];
  const times: number[] = [];
  for (const [i, query] of list.entries()) {
    const truth = truths[i]!;
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
  // Opening a peer anew costs up to a second: every fifth query tells as much.
  for (let i = 0; i < list.length; i += 5) first.push(await engine.firstBytes(list[i]!));
  await engine.close?.();
  return {
    ...{ recall: held / wanted, precision: held / found, build, index },
    ...{ median: quantile(times, 0.5), p95: quantile(times, 0.95) },
    first: { median: quantile(first, 0.5), p95: quantile(first, 0.95) },
  };
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
