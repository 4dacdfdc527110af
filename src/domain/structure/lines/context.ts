import type { VFile } from 'vfile';
import type { Instrument, LineRole, SourceText, TextLine } from '../../model.ts';
import type { Line } from './line.ts';

/** A source with its lines as the readers take them. */
interface ReadText extends SourceText {
  lines: Line[];
}

/** What the readers of one source share. */
export interface Context {
  text: ReadText;
  file: VFile;
  /** Records the role of a published line, for all source lines it covers. */
  role(line: TextLine, role: LineRole, instrument?: Instrument): void;
}
