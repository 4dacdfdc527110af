/** The states of a text, as every surface and format names them. */

/** Every state, in the order in which a text passes through them. */
export const states = [
  'not-yet',
  'adopted',
  'published',
  'in-force',
  'superseded',
  'executed',
  'expiry-open',
  'lapsed',
  'period-over',
  'repealed',
  'unknown',
] as const;
