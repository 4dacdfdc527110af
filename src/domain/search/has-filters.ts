import type { Filters } from './types.ts';

/** True where there is anything to filter by. */
export function hasFilters(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
