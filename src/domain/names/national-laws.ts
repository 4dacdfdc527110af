/** Laws of the People's Republic by their short names, as texts cite them without 《》: 刑法第二百六十四条. */
import { lawsByText } from './vocabulary/national-laws.ts';

export const nationalLaws: ReadonlySet<string> = new Set(
  lawsByText
    .trim()
    .split('\n')
    .flatMap((line) => line.slice(line.indexOf('：') + 1).split(' ')),
);

/** What a bare name may stand behind: 不影响|刑法, 当事人以|民法典, 可能存在|湖泊法. 湿地|环境保护法 is another law. */
const before = /[犯响有以行在反于按依照据将由合用守受对向与和及或为是从经被因除至到过引述称定触属入了的]/;

/** A run of characters that ends as a name does, and what in it may be the name, the longest first. */
export function bareNames(run: string): string[] {
  const names = [run];
  for (let i = 1; i < run.length - 1; i++) if (before.test(run[i - 1]!)) names.push(run.slice(i));
  return names;
}
