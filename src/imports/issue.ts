/** Imported files → the files of one issue: text, page map, what is known of the issue, record of the import. */
import { stringify } from 'yaml';
import type { Masthead } from '../domain/model.ts';
import { type PagePlace, type Written, writeGazette } from './gazette.ts';
import type { Change, Doubt, Furniture, Imported, ImportedLine, Page } from './types.ts';

/** A file as it came, with what was read from it. */
export interface Original {
  /** Its name without folders. */
  name: string;
  sha256: string;
  bytes: number;
  imported: Imported;
}

export interface ComposedIssue {
  gazette: string;
  pages: string;
  record: string;
  /** By original: where each page begins. */
  places: PagePlace[][];
  /** Doubts with their line in the text. */
  doubts: (Doubt & { file: string; at?: number })[];
}

/** Puts files after each other, in the order given. The same files give the same bytes. */
export function composeIssue(originals: readonly Original[]): ComposedIssue {
  let gazette = '';
  const composed: ComposedIssue = { gazette: '', pages: '', record: '', places: [], doubts: [] };
  const maps: unknown[] = [];
  const records: unknown[] = [];
  for (const { name, sha256, bytes, imported } of originals) {
    if (gazette !== '') gazette += '\n';
    const line = gazette.split('\n').length;
    const written = writeGazette(imported, line);
    gazette += written.text;
    composed.places.push(written.pages);
    const doubts = imported.doubts.map((doubt) => {
      const at = lineOfDoubt(doubt, imported.lines, written);
      return { ...doubt, file: name, ...(at === undefined ? {} : { at }) };
    });
    composed.doubts.push(...doubts);
    maps.push({
      file: `originals/${name}`,
      sha256,
      line,
      pages: imported.pages.map((page) => pageEntry(page, written.pages)),
    });
    records.push({
      file: `originals/${name}`,
      sha256,
      bytes,
      format: imported.format,
      reader: imported.reader,
      evidence: imported.evidence,
      doubts: doubts.map(({ rule, severity, page, at, reason }) => ({
        rule,
        severity,
        ...(page ? { page } : {}),
        ...(at ? { line: at } : {}),
        reason,
      })),
      left: imported.furniture.map(({ rule, page, place, text }: Furniture) => ({
        rule,
        ...(page ? { page } : {}),
        place,
        text,
      })),
      changes: counted([...imported.changes, ...written.changes]),
    });
  }
  composed.gazette = gazette;
  composed.pages = `# 页码对照：原件第几页、所印页码，从 gazette.md 的第几行第几字开始。由 import 写出。\n${stringify(maps, { lineWidth: 0 })}`;
  composed.record = `# 导入记录：未写入正文的文字、改写的字、需要核对的地方。由 import 写出。\n${stringify(records, { lineWidth: 0 })}`;
  return composed;
}

/** The line of the text to go to: that of the doubt's own line, else of its place, else where its page begins. */
function lineOfDoubt(
  { line, place, page }: Doubt,
  lines: readonly ImportedLine[],
  { lineOf, pages }: Written,
): number | undefined {
  if (line !== undefined) return lineOf[line] ?? lineOf.at(-1) ?? 1;
  const found = place === undefined ? -1 : lines.findIndex((each) => each.place.startsWith(place));
  return found >= 0 ? lineOf[found] : pages.find((each) => each.page === page)?.line;
}

function pageEntry({ number, printed, machine }: Page, places: PagePlace[]): object {
  const place = places.find(({ page }) => page === number);
  return {
    page: number,
    ...(printed === undefined ? {} : { printed }),
    ...(place ? { line: place.line, column: place.column } : {}),
    ...(machine ? { read: 'machine', ...machine } : {}),
  };
}

/** Equal changes once, with all their places. */
function counted(changes: readonly Change[]): object[] {
  const groups = Map.groupBy(changes, ({ rule, from, to }) => JSON.stringify([rule, from, to]));
  return Array.from(groups.values(), (same) => {
    const { rule, from, to } = same[0]!;
    return { rule, from, to, count: same.length, places: [...new Set(same.map(({ place }) => place))] };
  });
}

/**
 * What the masthead says of the issue. The days from which and up to which it informs are printed nowhere, so they are
 * left to a person.
 */
export function issueFile(masthead: Masthead | undefined): string {
  const about = {
    ...(masthead?.title ? { title: masthead.title } : {}),
    ...(masthead?.sponsor ? { publisher: masthead.sponsor } : {}),
  };
  const printed = [
    masthead?.number,
    masthead?.total,
    masthead?.published && `${masthead.published}出版`,
  ].filter((words) => words);
  return [
    '# 刊名、主办按报头所印。下面两行由编者补全后去掉行首的 #：本期所反映的第一天与最后一天。',
    '# from: YYYY-MM-DD',
    '# horizon: YYYY-MM-DD',
    ...(Object.keys(about).length > 0 ? [stringify(about).trimEnd()] : []),
    ...(printed.length > 0 ? [stringify({ note: `报头所印：${printed.join('，')}` }).trimEnd()] : []),
    '',
  ].join('\n');
}
