/**
 * Where every published word comes from: source lines → provision → address, one file an issue and one for the texts
 * that stand in none; and which bytes of the sources that is true of.
 */
import { provisionsOf } from '../data/rows.ts';
import type { ExportFile, HeldText, Holding } from '../holding.ts';
import { evidenceIndexPath, evidencePath } from './paths.ts';

function textEvidence(holding: Holding, text: HeldText): object {
  const { work, version, address } = text;
  const { instrument, origin, source, madeBy } = version;
  return {
    work: work.id,
    version: version.date,
    title: instrument.title,
    origin,
    address,
    source: source.path,
    lines: [instrument.position.start.line, instrument.position.end.line],
    ...(madeBy === undefined ? {} : { madeBy }),
    // Words that were worked out stand in no source: they rest on the decision.
    provisions:
      origin === 'published'
        ? Array.from(provisionsOf(holding, text), ({ eId, evidence, address: at }) => {
            const lines = /:(\d+)(?:-(\d+))?$/.exec(evidence[0]?.source ?? '');
            return { eId, lines: lines ? [Number(lines[1]), Number(lines[2] ?? lines[1])] : [], address: at };
          })
        : [],
  };
}

export function* evidenceFiles(holding: Holding): Generator<ExportFile> {
  const groups = Map.groupBy(holding.texts, ({ version }) => version.source.issue);
  const names = [...holding.archive.issues.map(({ id }) => id as string | undefined), undefined];
  for (const issue of names) {
    const texts = groups.get(issue) ?? [];
    if (issue === undefined && texts.length === 0) continue;
    const body = { issue: issue ?? null, texts: texts.map((text) => textEvidence(holding, text)) };
    yield { path: evidencePath(issue), body: `${JSON.stringify(body)}\n` };
  }
  const index = {
    archive: holding.name,
    horizon: holding.archive.horizon ?? '',
    note: '每个文件写明：条款项目在源文件的第几行、网页上的地址。sources 是据以生成的源文件的 SHA-256，gongbao verify 据此重新生成并比较。',
    site: holding.origin.site,
    base: holding.origin.base,
    sources: holding.origin.sources,
    files: names
      .filter((issue) => issue !== undefined || groups.has(undefined))
      .map((issue) => holding.addresses.file(evidencePath(issue))),
  };
  yield { path: evidenceIndexPath, body: `${JSON.stringify(index, null, 2)}\n` };
}
