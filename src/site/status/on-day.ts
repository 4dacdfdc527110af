/** Days between which something holds: from `since` until before `until`; empty bounds are open. */
export interface Span {
  since: string;
  until: string;
}

/**
 * The span in which a day lies; undefined where none does.
 *
 * { until 2019-01-01 }, { since 2019-01-01 }; 2019-01-01 → the second
 */
export function onDay<T extends Span>(spans: readonly T[], day: string): T | undefined {
  return spans.find(({ since, until }) => since <= day && (until === '' || day < until));
}
