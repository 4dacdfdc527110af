/** 我局, 我市: the body that speaks. */
import type { Instrument } from '../model.ts';
import { textUnits } from './texts.ts';

/** A word by which the issuer speaks of itself. */
export interface IssuerMention {
  eId: string;
  start: number;
  end: number;
  text: string;
  /** The issuer, where the word fits its name. */
  organ?: string;
  reason?: string;
}

const ours = /[我本](局|委|厅|部|办|院|府|署|行)(?![门分队长员属])/g;
const endings: Readonly<Record<string, RegExp>> = {
  局: /局$/,
  委: /委员会$|委$/,
  厅: /厅$/,
  部: /部$/,
  办: /办公室$|办公厅$/,
  院: /院$/,
  府: /政府$/,
  署: /署$/,
  行: /银行$/,
};

/** Every 我局, 本委 … of a text with the body it means: the issuer, where its name ends so. */
export function findIssuerMentions(instrument: Instrument): IssuerMention[] {
  return textUnits(instrument).flatMap(({ eId, part, text, quoted }) => {
    if (part !== undefined || quoted) return [];
    return Array.from(text.matchAll(ours), (match): IssuerMention => {
      const [start, end] = [match.index, match.index + match[0].length];
      const { issuer } = instrument;
      const fits = issuer !== undefined && endings[match[1]!]!.test(issuer);
      const outcome = fits
        ? { organ: issuer }
        : { reason: issuer ? `“${match[0]}”与发文机关“${issuer}”不合` : '本文未载发文机关' };
      return { eId, start, end, text: match[0], ...outcome };
    });
  });
}
