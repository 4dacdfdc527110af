/** Issuer and days that the text itself states: adoption in an order, events of the 题注, commencement. */
import type { Instrument, TextLine } from '../../model.ts';
import { findDays } from '../../text/index.ts';
import * as meta from '../lines/metadata.ts';

/** The day of commencement stands in the last lines. */
const lastLines = 12;

/** Fills in what the frame left open. */
export function completeMetadata(instrument: Instrument, body: TextLine[]): void {
  instrument.issuer ??= meta.issuerOf(instrument.title);
  const words = body.map((line) => line.text);
  if (instrument.kind === 'order') {
    // A day behind 通过 is that of commencement.
    const adopted = words.map((line) => /已[经于由](.{4,80}?)通过/.exec(line)?.[1]).find((found) => found);
    const day = adopted && findDays(adopted)[0]?.day;
    if (day) instrument.dates.adopted = day;
  }
  for (const event of instrument.caption?.events ?? []) {
    if (event.event === 'adopted') instrument.dates.adopted ??= event.date;
    if (event.event === 'promulgated') instrument.dates.promulgated ??= event.date;
    if (event.event === 'commenced') instrument.dates.commenced ??= event.date;
    if (event.documentNumber && event.event === 'promulgated')
      instrument.documentNumber ??= event.documentNumber;
  }
  for (const line of words.slice(-lastLines)) {
    const match = /(?:本[\u3400-\u9fff]{1,4}|自)(.{6,14}日)起(?:施行|实施|执行|生效)/.exec(line);
    const found = match && findDays(match[1]!)[0];
    if (found && !instrument.dates.commenced) instrument.dates.commenced = found.day;
  }
}
