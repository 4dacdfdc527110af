/**
 * The sentences of a text, with what must not be read as the text's own words hidden.
 *
 * Titles, quotations and brackets often hold 废止, 修改, 施行: 《关于废止……的决定》 repeals nothing where it is cited.
 * A sentence therefore comes twice, both without spaces and equally long: `bare` as printed, `masked` with the
 * insides of 《》, “”, （） replaced by □.
 */
import { oncePer } from '../../model/once.ts';
import type { Instrument, Provision } from '../../model.ts';
import { mask, withNamed } from '../../names/index.ts';

export interface Sentence {
  eId: string;
  /** As printed, for evidence. */
  text: string;
  /** Without spaces; a bracket that names the documents meant stands open. */
  bare: string;
  /** As `bare`, insides of titles, quotations and brackets replaced by □. */
  masked: string;
}

/**
 * Sentences of a run of text: cut after 。；！ that stand outside titles, quotations and brackets.
 * @param stops the marks to cut after
 *
 * `本条例自公布之日起施行。《甲》同时废止。` → two sentences
 */
export function splitSentences(text: string, eId: string, stops = '。；;！!\n'): Sentence[] {
  const masked = mask(text);
  const sentences: Sentence[] = [];
  let start = 0;
  for (let i = 0; i <= masked.length; i++) {
    if (i < masked.length && !stops.includes(masked[i]!)) continue;
    const part = text.slice(start, i + 1).trim();
    if (part !== '') {
      const bare = withNamed(part.replace(/\s/g, ''));
      sentences.push({ eId, text: part, bare, masked: mask(bare) });
    }
    start = i + 1;
  }
  return sentences;
}

/** The place of a mention that the title of a text makes: none in its body. */
export const inTitle = { start: 0, end: 0, from: 0 };

/** The words of a provision itself: heading, then text. */
export function ownText(provision: Provision): string {
  return `${provision.heading ?? ''}${provision.text}`;
}

/** Every provision in reading order; quoted new wording of a decision and what is under it left out. */
export function* ownProvisions(provisions: readonly Provision[]): Generator<Provision> {
  for (const provision of provisions) {
    if (provision.quoted) continue;
    yield provision;
    yield* ownProvisions(provision.children);
  }
}

/** All sentences of an instrument's body (annexes not included), in reading order. */
export const sentencesOf = oncePer(({ provisions }: Instrument): readonly Sentence[] =>
  Array.from(ownProvisions(provisions)).flatMap((provision) =>
    provision.type === 'table' || provision.type === 'figure'
      ? []
      : splitSentences(ownText(provision), provision.eId),
  ),
);
