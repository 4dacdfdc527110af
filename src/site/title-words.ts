/** How the site names a document in a sentence. */
import type { InstrumentKind } from '../domain/model.ts';
import { inMarks } from '../domain/names/index.ts';

/** `湛江市人民政府关于…的决定` → `《湛江市人民政府关于…的决定》`; inner 《》 become 〈〉. A 令 is named without brackets. */
export function titleWords(title: string, kind?: InstrumentKind): string {
  if (kind === 'order') return title;
  return inMarks(title);
}
