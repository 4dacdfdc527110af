/** `npm run check`: fails where a regular expression of the domain may take more than linear time. */
import { fileURLToPath } from 'node:url';
import { forbidden, slowPatterns } from './patterns.ts';

const root = fileURLToPath(new URL('../src/domain', import.meta.url));
const bad = forbidden(slowPatterns(root));
for (const { file, line, pattern, exponential } of bad)
  process.stderr.write(
    `src/domain/${file}:${line} ${exponential ? 'exponential' : 'polynomial'} ${pattern}\n`,
  );
process.exitCode = bad.length > 0 ? 1 : 0;
