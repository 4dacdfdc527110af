/** After an import: what the issue's own contents and page numbers say is missing. */
import type { Issue } from '../domain/model.ts';
import type { PagePlace } from './gazette.ts';
import type { Page } from './types.ts';

/** Sentences about documents, annexes and pages that are missing or stand elsewhere than the contents say. */
export function missingParts(issue: Issue, pages: readonly Page[], places: readonly PagePlace[]): string[] {
  return [
    ...missingDocuments(issue),
    ...missingAnnexes(issue),
    ...missingPages(pages),
    ...movedDocuments(issue, pages, places),
  ];
}

function missingDocuments({ entries }: Issue): string[] {
  return entries
    .filter(({ instrument }) => instrument === undefined)
    .map(
      ({ title, page }) => `目录所列“${title}”${page === undefined ? '' : `（第${page}页）`}在正文中没有找到`,
    );
}

/** Annexes that a document announces and the file does not hold. */
function missingAnnexes({ instruments }: Issue): string[] {
  return instruments.flatMap(({ title, annexes }) =>
    annexes
      .filter(({ missing }) => missing)
      .map(
        ({ label, title: name }) => `“${title}”的${label || '附件'}${name ? `“${name}”` : ''}在文件中没有`,
      ),
  );
}

/** Numbers that the printed pages leave out. */
function missingPages(pages: readonly Page[]): string[] {
  const printed = pages.flatMap((page) => (/^\d+$/.test(page.printed ?? '') ? [Number(page.printed)] : []));
  return printed.slice(1).flatMap((number, i) => {
    const before = printed[i]!;
    if (number === before + 1) return [];
    if (number <= before) return [`印刷页码从${before}变为${number}，次序请核对`];
    return [
      number === before + 2 ? `缺印刷页码第${before + 1}页` : `缺印刷页码第${before + 1}至${number - 1}页`,
    ];
  });
}

/** A document that does not begin on the page that the contents give. */
function movedDocuments(
  { entries, instruments }: Issue,
  pages: readonly Page[],
  places: readonly PagePlace[],
): string[] {
  const printed = new Map(pages.map((page) => [page.number, page.printed]));
  return entries.flatMap(({ page, instrument, title }) => {
    const found = instruments.find(({ id }) => id === instrument);
    if (page === undefined || !found) return [];
    const { line } = found.position.start;
    const at = places.findLast((place) => place.line <= line);
    const number = at && printed.get(at.page);
    if (number === undefined || !/^\d+$/.test(number) || Number(number) === page) return [];
    return [`目录说“${title}”在第${page}页，正文印在第${number}页`];
  });
}
