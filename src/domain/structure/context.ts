import type { VFile } from 'vfile';
import type { Instrument, LineRole, SourceText, TextLine } from '../model.ts';

/** What the readers of one source share. */
export interface Context {
  text: SourceText;
  file: VFile;
  /** Records the role of a published line, for all source lines it covers. */
  role(line: TextLine, role: LineRole, instrument?: Instrument): void;
}
