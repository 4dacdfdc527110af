/** A text as plain text: its own words as printed, a rule, and what is to be known of it. */
import { serialize } from '../../structure/index.ts';
import type { HeldText, Holding } from '../holding.ts';
import { aboutText } from './about.ts';

/** Characters of terminals and printers that plain text does not hold, and halves of pairs. */
const controls =
  /[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const rule = '────────';

export function plainText(holding: Holding, text: HeldText): string {
  const { instrument } = text.version;
  const body = serialize(instrument);
  const titled = instrument.frame.some(({ role }) => role === 'title' || role === 'order-heading');
  const about = aboutText(holding, text).map(({ term, words }) => `${term}：${words}\n`);
  return `${titled ? '' : `${instrument.title}\n`}${body}${rule}\n${about.join('')}`.replace(
    controls,
    '\ufffd',
  );
}
