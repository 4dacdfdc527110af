/** Where the rows of a city's own desk lead. */
import type { Answer } from '../../domain/status/desk/desk.ts';
import { placeUrl, workUrl } from '../urls.ts';

export const deskLinks = {
  document: ({ id }: { id: string }): string => workUrl(id),
  evidence({ evidence }: Answer, i: number): string {
    const { instrument, eId } = evidence[i]!;
    return eId ? placeUrl(instrument, eId) : workUrl(instrument);
  },
};
