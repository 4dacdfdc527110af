/** What stands in brackets, quotation marks and 《》. */

const pairs: Readonly<Record<string, string>> = {
  '《': '》',
  '“': '”',
  '（': '）',
  '(': ')',
  '〔': '〕',
  '［': '］',
};

/**
 * Hides the insides of 《》, “”, （）; an opening mark that is never closed hides nothing.
 *
 * `《关于废止〈甲〉的决定》同时废止` → `《□□□□□□□□□□》同时废止`
 */
export function mask(bare: string): string {
  if (!/[《“（(〔［]/.test(bare)) return bare;
  const out: string[] = [];
  let at = 0;
  while (at < bare.length) {
    const close = pairs[bare[at]!];
    const end = close === undefined ? -1 : closing(bare, at, bare[at]!, close);
    if (end < 0) {
      out.push(bare[at]!);
      at++;
    } else {
      out.push(bare[at]!, '□'.repeat(end - at - 1), bare[end]!);
      at = end + 1;
    }
  }
  return out.join('');
}

/** Offset of the mark that closes the one at `start`, same marks nested; -1 where none does within reach. */
function closing(text: string, start: number, open: string, close: string): number {
  let depth = 0;
  const limit = Math.min(text.length, start + 2000);
  for (let i = start; i < limit; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}
