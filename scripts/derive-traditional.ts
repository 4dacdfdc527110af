/**
 * Writes src/domain/text/traditional.ts: the traditional characters that have one simplified form.
 *
 * The table comes from OpenCC (by opencc-js). It is derived once and committed, so that neither the reader nor the
 * build needs the converter; a test derives it again and compares.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js/t2cn';

/** Pairs as two strings of equal length: `traditional[i]` is written `simplified[i]`. One unit each, so places hold. */
function derivePairs(): { traditional: string; simplified: string } {
  const convert = Converter({ from: 't', to: 'cn' });
  let traditional = '';
  let simplified = '';
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const from = String.fromCharCode(code);
    // Twice: 薴 → 苧 → 苎. A form that is left must not be converted again.
    const to = convert(convert(from));
    if (to === from || to.length !== 1) continue;
    traditional += from;
    simplified += to;
  }
  return { traditional, simplified };
}

/** The module's source text. */
export function traditionalModule(): string {
  const { traditional, simplified } = derivePairs();
  return `/** Derived from OpenCC by scripts/derive-traditional.ts; \`traditional[i]\` is written \`simplified[i]\`. */
export const traditional =
  '${traditional}';

export const simplified =
  '${simplified}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = new URL('../src/domain/text/traditional.ts', import.meta.url);
  writeFileSync(target, traditionalModule());
}
