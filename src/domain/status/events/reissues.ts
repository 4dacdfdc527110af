/**
 * A text issued anew under its old title: 2010年令第10号公布, again 2018年令第55号公布. Kept as two texts of one work, each
 * has its own commencement and its own end; the newer one may repeal the older one by its number or day.
 */
import type { Version, Work } from '../../model.ts';
import { documentNumberKey, numbersOf, tellsApart, titleKey } from '../../names/index.ts';
import type { Finding } from './reading.ts';

/**
 * True for a later text that is no amended form of an earlier one: its 题注 tells of no amendment, and it was founded
 * later or has a 文号 of its own.
 */
export function isReissue(work: Work, version: Version): boolean {
  const [first] = work.versions;
  if (!first || version === first || version.origin !== 'published') return false;
  const { caption, dates, documentNumber } = version.instrument;
  const events = caption?.events ?? [];
  if (events.some(({ event }) => event === 'amended')) return false;
  const before = first.instrument.documentNumber;
  if (
    first.origin === 'published' &&
    documentNumber &&
    before &&
    tellsApart(documentNumber) &&
    tellsApart(before) &&
    documentNumberKey(documentNumber) !== documentNumberKey(before)
  )
    return true;
  const founded =
    events.find(({ event }) => event === 'promulgated' || event === 'adopted')?.date ??
    dates.promulgated ??
    dates.written ??
    dates.adopted;
  return founded !== undefined && founded > first.date && first.origin === 'published';
}

/** What a text of a work with reissues tells of itself, told of that text and not of the work as a whole. */
export function ofItsText(findings: readonly Finding[], work: Work, version: Version): Finding[] {
  const again = isReissue(work, version);
  return findings.map((finding) => {
    if (finding.about !== 'self' || finding.scope !== undefined || finding.version !== undefined)
      return finding;
    if (finding.kind === 'expires') return { ...finding, version: version.date };
    if (!again || finding.kind !== 'commenced') return finding;
    return { ...finding, kind: 'amended', version: version.date, verb: '重新公布' };
  });
}

/** Earlier texts of the teller's own work that a repeal means: by number, by day or year, or by the title alone. */
export function earlierMeant({ about }: Finding, work: Work, told: Version): Version[] {
  if (typeof about === 'string' || !about.title || titleKey(about.title) !== titleKey(work.title)) return [];
  if (!isReissue(work, told)) return [];
  const { number, date, year } = about;
  const key = number === undefined ? undefined : documentNumberKey(number);
  return work.versions.filter((version) => {
    if (version.date >= told.date) return false;
    if (key !== undefined && numbersOfText(work, version).some((own) => key.endsWith(own))) return true;
    if (date !== undefined) return version.date === date;
    return year === undefined ? key === undefined : version.date.startsWith(year) && key === undefined;
  });
}

function numbersOfText({ id, title, kind, carries }: Work, version: Version): string[] {
  const work = { id, title, kind, carries, aliases: [], versions: [version] };
  return numbersOf(work).map(({ number }) => documentNumberKey(number));
}
