/** A text, a decision and, where there is one, the text as printed after it: the whole of `amend` without files. */
import { VFile } from 'vfile';
import type { AppliedOperation, Instrument, Verification } from '../model.ts';
import { sameTitle } from '../names/index.ts';
import { parseInstruments } from '../structure/index.ts';
import { readText } from '../text/index.ts';
import { type Amended, type ApplyFinding, applyOperations } from './apply.ts';
import { type Amending, withAmendment } from './caption.ts';
import { decisionOn, type ParsedDecision, parseDecision } from './read/decision.ts';
import { type Remark, remarkOn } from './read/lines.ts';
import { linesOfFile, republishedIn } from './read/source.ts';
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
  const printedHere = parseInstruments(source, new VFile({ path: decision.name }));
  const republished = republishedIn(printedHere, instrument.title);
  const lines = linesOfFile(source, republished);
  const whole = parseDecision(lines);
  const named = nameBase(instrument, base.name, whole.sections);
  const parsed = named === undefined ? unnamed(whole) : decisionOn(whole, named);
  const amended = dated(
    applyOperations({ ...instrument, title: named ?? '' }, parsed.operations),
    amendingOf(printedHere),
  );
  const printedFile = new VFile(expected ? { path: expected.name } : {});
  // What follows the decision in its own file is held against the computed text like a file of its own.
  const printed = expected ? baseOf(expected, printedFile) : republished;
  const comparison = printed
    ? verify(amended.instrument, printed, amended.operations, instrument)
    : undefined;
  const remarks = [...parsed.leftovers];
  if (
    parsed.operations.every(({ op }) => op === 'general') &&
    !remarks.some(({ severity }) => severity === 'error')
  ) {
    const zero = { line: 1, column: 1, offset: 0 };
    const first = lines[0] ?? { text: '', position: { start: zero, end: zero } };
    remarks.push(remarkOn(first, 'decision-empty', '没有读出修改指令'));
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

/** How the decision is named in a 题注. An order carries it, and states its day and number. */
function amendingOf(instruments: readonly Instrument[]): Amending {
  const decision =
    instruments.find(({ kind }) => kind === 'decision' || kind === 'amendment') ?? instruments[0]!;
  const carrier = instruments.find(({ id }) => id === decision.carriedBy);
  const days = [decision, carrier].flatMap((instrument) => (instrument ? [instrument.dates] : []));
  const captioned = decision.caption?.events.find(
    ({ event }) => event === 'promulgated' || event === 'adopted',
  );
  const order = carrier?.kind === 'order' && /^令/.test(carrier.documentNumber ?? '') ? carrier : undefined;
  return {
    title: decision.title,
    date:
      days.map(({ promulgated }) => promulgated).find(Boolean) ??
      captioned?.date ??
      days.map(({ written, adopted }) => written ?? adopted).find(Boolean),
    number: order && `${order.issuer ?? ''}${order.documentNumber}`,
  };
}

/** The amended text with the decision in its 题注; where that cannot be written, it is said. */
function dated(amended: Amended, amending: Amending): Amended {
  const { instrument, operations, findings } = amended;
  if (!instrument.caption || !operations.some(({ fate, op }) => fate === 'applied' && op !== 'general'))
    return amended;
  const updated = withAmendment(instrument, amending);
  if (updated) return { ...amended, instrument: updated };
  const reason = '题注没有写上这次修改：决定没有载明日期，或者题注不在括号内';
  return { ...amended, findings: [...findings, { rule: 'caption-open', reason, severity: 'warning' }] };
}

/** The name of the text: its title line; without one, the file's name or the only text that the decision speaks of. */
function nameBase(instrument: Instrument, file: string, sections: readonly string[]): string | undefined {
  if (instrument.frame.some(({ role }) => role === 'title')) return instrument.title;
  const stem = stemOf(file);
  return sections.find((title) => sameTitle(title, stem)) ?? (sections.length > 1 ? undefined : '');
}

function unnamed(whole: ParsedDecision): ParsedDecision {
  const [first] = whole.lines;
  const reason = `文本没有标题，决定修改的有${whole.sections.length}件，不能确定是哪一件`;
  const remark = first && remarkOn({ ...first, text: '' }, 'text-untitled', reason);
  return { ...whole, operations: [], leftovers: remark ? [remark] : [] };
}

function stemOf(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
}

/** The text to be amended: of several in a file, the first that is no decision or notice. */
function baseOf({ text, name }: NamedText, file: VFile): Instrument {
  const instruments = parseInstruments(readText(text, file), file, stemOf(name));
  return (
    instruments.find(({ grammar, kind }) => grammar === 'articles' && kind !== 'decision') ?? instruments[0]!
  );
}
