/** The lines of a decision, from its file or from its tree. */
import type { Instrument, Provision, SourceText } from '../../model.ts';
import { sameTitle } from '../../names/index.ts';
import type { DecisionLine } from './lines.ts';

/** The text that a file publishes again below the decision that amends it. */
export function republishedIn(printed: readonly Instrument[], title: string): Instrument | undefined {
  const decision = printed.find(({ kind }) => kind === 'decision' || kind === 'amendment');
  return printed.find(
    (instrument) =>
      decision !== undefined &&
      instrument.position.start.offset > decision.position.start.offset &&
      instrument.grammar === 'articles' &&
      instrument.kind !== 'amendment' &&
      sameTitle(instrument.title, title),
  );
}

/** Lines of a decision's file, as far as a text that it publishes again. */
export function linesOfFile(text: SourceText, republished: Instrument | undefined): DecisionLine[] {
  const end = republished?.position.start.offset ?? Number.POSITIVE_INFINITY;
  return text.lines
    .filter((line) => line.start < end)
    .map((line) => ({
      text: line.text,
      position: { start: text.placeOf(line, 0), end: text.placeOf(line, line.text.length) },
      placeOf: (offset) => text.placeOf(line, offset),
    }));
}

/** Lines of a decision that is at hand as a tree only. Places are those of its provisions. */
export function linesOfInstrument(instrument: Instrument): DecisionLine[] {
  const lines: DecisionLine[] = instrument.frame
    .filter(({ after }) => !after)
    .map(({ text, position }) => ({ text, position }));
  const visit = (provision: Provision): void => {
    const { label, heading, headingForm, text, position, rows } = provision;
    const head = [label, headingForm ?? heading]
      .filter((part) => part !== undefined && part !== '')
      .join(/条$/.test(label) ? '　' : '');
    const gap = /条$/.test(head) && text !== '' ? '　' : '';
    const own = rows ? rows.map((row) => row.join('\t')).join('\n') : head + gap + text;
    const [first, ...below] = provision.children;
    // An article's first paragraph stands on the article's line.
    if (provision.type === 'article' && text === '' && first?.type === 'paragraph') {
      lines.push({ text: `${head}　${first.text}`, position: first.position, eId: provision.eId });
      first.children.forEach(visit);
      below.forEach(visit);
      return;
    }
    if (own !== '') lines.push({ text: own, position, eId: provision.eId });
    provision.children.forEach(visit);
  };
  instrument.provisions.forEach(visit);
  return lines;
}
