/** What status needs of a work. Every Work is one; so is what the browser unpacks. */
import type { Day, Instrument, Version, Work } from '../model.ts';

export interface StatusWork
  extends Pick<
    Work,
    | 'id'
    | 'title'
    | 'kind'
    | 'documentNumber'
    | 'registryNumber'
    | 'issuer'
    | 'aliases'
    | 'carriedBy'
    | 'carries'
    | 'horizon'
    | 'unread'
  > {
  versions: readonly {
    date: Day;
    /** Absent: printed. */
    origin?: Version['origin'];
    doubts?: Version['doubts'];
    instrument?: Pick<Instrument, 'documentNumber' | 'registryNumber' | 'caption'> &
      Partial<Pick<Instrument, 'provisions'>>;
  }[];
}
