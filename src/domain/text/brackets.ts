/** Square brackets in one form: editions print 【第一条】, 〔第一条〕, ［第一条］ and [第一条]. */

const open = '【〔［';
const close = '】〕］';

/**
 * A text with every square bracket as [ or ]; no offset changes.
 *
 * `〔立法目的〕为了……` → `[立法目的]为了……`
 */
export function squared(text: string): string {
  let out = '';
  for (const c of text) out += open.includes(c) ? '[' : close.includes(c) ? ']' : c;
  return out;
}
