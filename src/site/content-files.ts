/** What may lie where in a content folder. What lies elsewhere is not read, and is named with what was expected. */
import { isDay } from '../domain/text/index.ts';

/** A file that is read, by what it is. `stem` is its name without the ending. */
export type ContentFile =
  | { is: 'register' }
  | { is: 'issue-text' }
  | { is: 'issue-record' }
  | { is: 'issue-corrections' }
  /** What editors have checked against print. */
  | { is: 'issue-checks' }
  /** Where the pages of the originals begin, and how the text came out of them. */
  | { is: 'issue-pages' }
  | { is: 'issue-import' }
  /** A file as it came: kept, and not read. */
  | { is: 'original' }
  | { is: 'work-record' }
  | { is: 'text'; stem: string }
  /** What editors say of a text: `of` is its path without the ending; absent for the only text of the folder. */
  | { is: 'corrections' | 'checks'; of?: string };

/** A file that is not read, and why. */
export interface Misplaced {
  is: 'misplaced';
  reason: string;
}

const text = String.raw`\.(?:md|markdown|txt|text)$`;
const record = String.raw`\.ya?ml$`;
const at = (path: string): RegExp => new RegExp(path, 'iu');

/** The first row that a path fits says what it is. */
const places: readonly [RegExp, (parts: Record<string, string>) => ContentFile][] = [
  [at(`^register${record}`), () => ({ is: 'register' })],
  [at(`^issues/[^/]+/gazette${text}`), () => ({ is: 'issue-text' })],
  [at(`^issues/[^/]+/issue${record}`), () => ({ is: 'issue-record' })],
  [at(`^issues/[^/]+/corrections${record}`), () => ({ is: 'issue-corrections' })],
  [at(`^issues/[^/]+/checks${record}`), () => ({ is: 'issue-checks' })],
  [at(`^issues/[^/]+/pages${record}`), () => ({ is: 'issue-pages' })],
  [at(`^issues/[^/]+/import${record}`), () => ({ is: 'issue-import' })],
  [at('^issues/[^/]+/originals/[^/]+$'), () => ({ is: 'original' })],
  [at(`^works/[^/]+/work${record}`), () => ({ is: 'work-record' })],
  [at(`^works/[^/]+/corrections${record}`), () => ({ is: 'corrections' })],
  [at(`^works/[^/]+/checks${record}`), () => ({ is: 'checks' })],
  [
    at(`^(?<of>(?:works/(?:[^/]+/)?)?[^/]+)\\.(?<is>corrections|checks)${record}`),
    ({ of, is }) => ({ is: is!.toLowerCase() as 'corrections' | 'checks', of: of! }),
  ],
  [at(`^(?:works/(?:[^/]+/)?)?(?<stem>[^/]+)${text}`), ({ stem }) => ({ is: 'text', stem: stem! })],
];

/** What is expected in each folder, for the message on a file that is none of it. */
const expected: readonly [folder: string, words: string][] = [
  [
    'issues/',
    'issues/<期号>/ 下的 gazette.md、issue.yaml、corrections.yaml、checks.yaml、pages.yaml、import.yaml，originals/ 下的原件',
  ],
  [
    'works/',
    'works/<名称>/ 下的 <日期>.md（如 2021-01-01.md）、<日期>.corrections.yaml、<日期>.checks.yaml、work.yaml，或者 works/<名称>.md',
  ],
  ['', 'register.yaml，issues/ 与 works/ 两个文件夹'],
];

/**
 * Where the editors' records of a text stand, without the ending: the first is the usual place, another is kept where
 * it is there already.
 *
 * `issues/2021-01/gazette.md`, checks → issues/2021-01/checks · `works/a/2021-01-01.md`, corrections →
 * works/a/2021-01-01.corrections, works/a/corrections
 */
export function recordPlaces(path: string, kind: 'corrections' | 'checks'): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  if (/^issues\//.test(path)) return [folder + kind];
  const own = `${path.replace(/\.\w+$/, '')}.${kind}`;
  return /^works\/[^/]+\//.test(path) ? [own, folder + kind] : [own];
}

/** Files that systems and version control leave in any folder; they hold no text. */
const leftovers =
  /(?:^|\/)(?:\.git(?:keep|ignore|attributes)?|\.DS_Store|\._[^/]*|\.svn|Thumbs\.db|desktop\.ini|~\$[^/]*)$/i;

/** True for what is passed over without a word: `.gitkeep`, `.DS_Store`. */
export const isLeftover = (path: string): boolean => leftovers.test(path);

/**
 * What a file of a content folder is, by its path.
 * @param bare true for a folder of nothing but texts: they are read where they lie
 *
 * `works/tingche/2021-01-01.MD` → text of the work `tingche`, stem `2021-01-01` · `works/2023/tingche/a.md` → misplaced
 */
export function contentFile(path: string, bare: boolean): ContentFile | Misplaced {
  if (/(?:^|\/)readme\.[^/]*$/i.test(path))
    return misplaced('没有读：说明文件不放在内容文件夹里；如果是文本，请改名');
  for (const [pattern, make] of places) {
    const match = pattern.exec(path);
    if (!match) continue;
    if (!path.includes('/') && !bare && make({ stem: '' }).is === 'text') break;
    return make(match.groups ?? {});
  }
  const known = new RegExp(`(?:${text}|${record})`, 'iu').test(path);
  const format = /\.[^./]+$/.exec(path)?.[0] ?? '没有后缀的文件';
  const [, words] = expected.find(([folder]) => path.startsWith(folder))!;
  return misplaced(
    known
      ? `没有读：不在应有的位置；这里只读 ${words}`
      : `没有读：不读${format}，请转成文本（.md 或 .txt）；这里只读 ${words}`,
  );
}

function misplaced(reason: string): Misplaced {
  return { is: 'misplaced', reason };
}

/**
 * The day that a text's file name states, from which the text reads so.
 * @param whole true where the name is to be nothing but the day
 * @returns the day, and what is wrong with a name that states none or an impossible one
 *
 * `2021-01-01` → 2021-01-01 · `2021.1.1`, `2020-02-30`, `2021-01-01 - 副本` (whole) → a reason
 */
export function dayOfName(stem: string, whole: boolean): { day?: string; reason?: string } {
  const [found] = whole ? [stem] : (/\d+\D\d{1,2}\D\d{1,2}(?!\d)/.exec(stem) ?? []);
  if (found === undefined) return {};
  if (isDay(found) && isLikelyDay(found)) return { day: found };
  const wrong = /^\d{4}-\d{2}-\d{2}$/.test(found) ? `没有“${found}”这一天` : `“${found}”不是日期`;
  return { reason: `${wrong}，文本没有按文件名定日期：应写作 YYYY-MM-DD，例如 2021-01-01` };
}

/** Days of which a gazette can tell: 9999-12-31 stands for “no end” in databases and is no day of a text. */
export const isLikelyDay = (day: string): boolean => day >= '1800-01-01' && day < '2200-01-01';
