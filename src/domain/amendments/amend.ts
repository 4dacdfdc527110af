/** A text, a decision and, where there is one, the text as printed after it: the whole of `amend` without files. */
import { VFile } from 'vfile';
import type { AppliedOperation, Instrument, Verification } from '../model.ts';
import { parseInstruments } from '../structure/index.ts';
import { readText } from '../text/index.ts';
import { type Amended, type ApplyFinding, applyOperations } from './apply.ts';
import { parseDecision } from './decision.ts';
import type { Remark } from './lines.ts';
import { linesOfFile } from './read-decision.ts';
import { verify } from './verify.ts';

export interface AmendResult extends Amended {
  operations: AppliedOperation[];
  remarks: Remark[];
  findings: ApplyFinding[];
  /** Present where a printed text was given. */
  comparison?: Verification[];
  expected?: Instrument;
  /** Findings of reading the files: the text before, the decision, the text as printed. */
  files: VFile[];
  /** False where an operation was not applied, something was not understood, or the print contradicts. */
  complete: boolean;
}

/** A file's characters, and its name for messages and as a title of last resort. */
export interface NamedText {
  text: string;
  name: string;
}

/**
 * Amends a text.
 * @returns never throws; what could not be done stands in `operations`, `remarks` and `findings`
 */
export function amend(base: NamedText, decision: NamedText, expected?: NamedText): AmendResult {
  const baseFile = new VFile({ path: base.name });
  const instrument = baseOf(base, baseFile);
  const file = new VFile({ path: decision.name });
  const source = readText(decision.text, file);
  // A decision is often an excerpt without a title: what its structure lacks is no finding here.
  const lines = linesOfFile(
    source,
    parseInstruments(source, new VFile({ path: decision.name })),
    instrument.title,
  );
  const parsed = parseDecision(lines, { title: instrument.title });
  const amended = applyOperations(instrument, parsed.operations);
  const printedFile = new VFile(expected ? { path: expected.name } : {});
  const printed = expected ? baseOf(expected, printedFile) : undefined;
  const comparison = printed ? verify(amended.instrument, printed, amended.operations) : undefined;
  const remarks = [...parsed.leftovers];
  if (
    parsed.operations.every(({ op }) => op === 'general') &&
    !remarks.some(({ severity }) => severity === 'error')
  ) {
    const position = lines[0]?.position ?? {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    };
    remarks.push({
      rule: 'decision-empty',
      reason: '没有读出修改指令',
      text: lines[0]?.text.slice(0, 40) ?? '',
      position,
      severity: 'error',
    });
  }
  const complete =
    amended.operations.every(({ fate }) => fate === 'applied') &&
    [...remarks, ...amended.findings].every(({ severity }) => severity !== 'error') &&
    (comparison ?? []).every((row) => row.class !== 'contradiction');
  return {
    ...amended,
    remarks,
    ...(comparison ? { comparison } : {}),
    ...(printed ? { expected: printed } : {}),
    files: [baseFile, file, ...(expected ? [printedFile] : [])],
    complete,
  };
}

/** The text to be amended: of several in a file, the first that is no decision or notice. */
function baseOf({ text, name }: NamedText, file: VFile): Instrument {
  const instruments = parseInstruments(
    readText(text, file),
    file,
    name.replace(/^.*[\\/]/, '').replace(/\.\w+$/, ''),
  );
  return (
    instruments.find(({ grammar, kind }) => grammar === 'articles' && kind !== 'decision') ?? instruments[0]!
  );
}
