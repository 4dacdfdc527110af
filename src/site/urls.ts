/**
 * Every address of the site. Work, version and place are three identities: `/works/<work>/<date>/#<eId>`.
 * The addresses are cited by others: none may change.
 */
import type { Day } from '../domain/model.ts';

/** Written in by the build (astro.config.mjs); on the command line there is no such name. */
declare const GONGBAO_BASE: string;

/** The folder that the site is served from, without its final slash; empty at the root and on the command line. */
const base = (typeof GONGBAO_BASE === 'undefined' ? '' : GONGBAO_BASE).replace(/\/+$/, '');

/** An address of the site: `path('works', 'abc')` → `/works/abc/`. */
function path(...parts: string[]): string {
  return `${[base, ...parts.map(encodeURIComponent)].join('/')}/`;
}

/** The name of a version in an address; a text that names no day is `undated`. */
export const dateName = (date: Day): string => date || 'undated';

export const homeUrl = (): string => path();
export const issuesUrl = (): string => path('issues');
export const issueUrl = (issue: string): string => path('issues', issue);
export const worksUrl = (): string => path('works');
export const workUrl = (work: string): string => path('works', work);
export const versionUrl = (work: string, date: Day): string => path('works', work, dateName(date));
export const overviewUrl = (work: string): string => path('works', work, 'overview');
/** A part of a long text, by the id that it begins with, and the whole on one page; `text` is the address of the version. */
export const textPartUrl = (text: string, part: string): string => `${text}${encodeURIComponent(part)}/`;
export const wholeTextUrl = (text: string): string => `${text}${wholeText}/`;
/** The name of the page of the whole; no part has it. */
export const wholeText = 'whole';
export const placeLinesUrl = (work: string, date: Day): string => `${versionUrl(work, date)}lines.json`;
export const previewsUrl = (work: string, date: Day): string => `${versionUrl(work, date)}previews.json`;
export const compareUrl = (work: string, older: Day, newer: Day): string =>
  path('works', work, 'compare', `${dateName(older)}..${dateName(newer)}`);
export const repairsUrl = (): string => path('repairs');
/** A part of a source as it was received, and a line in it. */
export const sourcePartUrl = (source: string, part: number): string => path('sources', source, `${part}`);
export const sourceLineUrl = (source: string, part: number, line: number): string =>
  `${sourcePartUrl(source, part)}#L${line}`;
export const sourceRepairsUrl = (source: string): string => path('repairs', source);
export const aboutUrl = (): string => path('about');
export const searchUrl = (): string => path('search');
export const statusUrl = (): string => path('status');
export const portfoliosUrl = (): string => path('portfolios');
export const calendarUrl = (): string => path('calendar');
export const glossaryUrl = (): string => path('glossary');
/** A page of a list that has several: the first at the list's own address, the others numbered below it. */
export const pageUrl = (list: string, number: number): string =>
  number === 1 ? list : `${list}page/${number}/`;
export const wayUrl = (way: string): string => path('lists', way);
export const listUrl = (way: string, name: string): string => path('lists', way, name);
export const personsUrl = (): string => path('persons');
export const personUrl = (name: string): string => path('persons', name);
export const numbersUrl = (): string => path('numbers');
export const numberUrl = (organ: string): string => path('numbers', organ);
export const reviewUrl = (): string => path('review');
export const calendarYearUrl = (year: string): string => path('calendar', year);
export const disagreementsUrl = (): string => path('disagreements');
export const keptUrl = (): string => path('kept');
export const dataUrl = (): string => path('data');

/** The file that a text was taken from: `/originals/2021-01/a.pdf`; `#page=3` behind it opens a PDF at a page. */
export const originalUrl = (issue: string, name: string): string =>
  [base, 'originals', ...[issue, name].map(encodeURIComponent)].join('/');

/** A file at the root of the site: `fileUrl('favicon.svg')` → `/favicon.svg`. */
export const fileUrl = (name: string): string => `${base}/${name}`;

/** A file by its path in the published folder: `filePath('works/某/akn.xml')` → `/works/%E6%9F%90/akn.xml`. */
export const filePath = (path: string): string => fileUrl(path.split('/').map(encodeURIComponent).join('/'));

/** A place in a text: `/works/abc/#art_6`; with a date in that version. */
export function placeUrl(work: string, eId: string, date?: Day): string {
  return `${date ? versionUrl(work, date) : workUrl(work)}#${eId}`;
}
