/** Facts that two places print differently, as the page lists them: both sides, and neither asserted. */
import type { Disagreement } from '../../domain/model.ts';
import { aboutWords } from '../../domain/status/disagreements/index.ts';
import type { Holdings } from '../holdings.ts';
import { titleWords } from '../title-words.ts';
import { versionUrl, workUrl } from '../urls.ts';
import type { Link } from './common.ts';
import { evidenceLink } from './state.ts';

export interface DisagreementView {
  /** What the places disagree about. */
  about: string;
  text: Link;
  sides: { says: string; quote: string; place: Link | undefined }[];
}

export interface DisagreementsView {
  /** By what they are about, in the order of their words. */
  groups: { about: string; rows: DisagreementView[] }[];
  total: number;
}

/** Every disagreement of the archive. */
export function disagreementsView(holdings: Holdings): DisagreementsView {
  const rows = holdings.archive.disagreements.map((one) => viewOf(holdings, one));
  const groups = Object.values(aboutWords)
    .map((about) => ({ about, rows: rows.filter((row) => row.about === about) }))
    .filter(({ rows: some }) => some.length > 0);
  return { groups, total: rows.length };
}

function viewOf(holdings: Holdings, { work, version, about, sides }: Disagreement): DisagreementView {
  const title = holdings.works.get(work)?.title ?? work;
  return {
    about: aboutWords[about],
    text: {
      text: titleWords(title),
      href: version === undefined ? workUrl(work) : versionUrl(work, version),
    },
    sides: sides.map(({ says, evidence }) => ({
      says,
      quote: evidence.text,
      place: evidenceLink(holdings, evidence),
    })),
  };
}
