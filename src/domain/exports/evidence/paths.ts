/** Where evidence stands in the published folder. */

/** Path of the evidence of an issue, or of the texts that stand in none. */
export const evidencePath = (issue: string | undefined): string =>
  issue === undefined ? 'evidence/works.json' : `evidence/issues/${issue}.json`;

export const evidenceIndexPath = 'evidence.json';
