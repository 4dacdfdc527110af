/** Today, as texts count it. */
import type { Day } from '../model.ts';

/** The calendar day of China at an instant. */
export function dayInChina(instant: Date): Day {
  return new Date(instant.getTime() + 8 * 3600_000).toISOString().slice(0, 10);
}
