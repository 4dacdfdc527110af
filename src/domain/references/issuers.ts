/** Bodies that a text names: the one before a title, and 我局, 我市 for the one that speaks. */
import type { Instrument } from '../model.ts';
import { textUnits } from './texts.ts';

const organ =
  /[\u4e00-\u9fff]{2,30}(?:政府|办公厅|办公室|委员会|总局|总署|部|委|局|厅|署|院|法院|检察院|银行|监会|会|党组|领导小组)(?:办公厅|办公室)?$/;
/** What may stand before the name without belonging to it. */
const lead =
  /^.*(?:根据|依据|依照|按照|参照|贯彻|落实|执行|遵照|印发|转发|批转|公布|发布|通过|的规定|规定|法规|文件|精神|等)(?=.{2,})|^(?:和|与|及|以及|、|由|经|的|按)(?=.{2,})/;

/** The body named right before a title: `根据湛江市司法局《关于…的通知》` → 湛江市司法局. */
export function issuerBefore(text: string, at: number): string | undefined {
  const run = organ.exec(text.slice(Math.max(0, at - 34), at))?.[0];
  if (run === undefined) return undefined;
  let name = run.replace(lead, '');
  if (name !== run) name = name.replace(lead, '');
  return name.length >= 3 && name.length <= 24 ? name : undefined;
}

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
