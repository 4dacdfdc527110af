/** Where feeds stand in the published folder. */
export interface FeedPath {
  atom: string;
  json: string;
}

const feed = (base: string): FeedPath => ({ atom: `${base}.xml`, json: `${base}.json` });

/** A name as a file can be called: 某市/某局 → 某市-某局 */
const fileName = (name: string): string => name.normalize('NFC').replace(/[^\p{L}\p{N}.-]+/gu, '-');

export const archiveFeed = feed('feed');
export const workFeed = (work: string): FeedPath => feed(`works/${work}/feed`);
export const issuerFeed = (issuer: string): FeedPath => feed(`feeds/issuers/${fileName(issuer)}`);
export const kindFeed = (kind: string): FeedPath => feed(`feeds/kinds/${kind}`);
export const calendarPath = 'calendar.ics';
