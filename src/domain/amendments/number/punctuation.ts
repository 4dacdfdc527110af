/** Marks that a change of words or items brings with it, as official texts set them though decisions do not say so. */

const marks = /[。；，、：！？]/;
const joins =
  /^(?:[，、；。：“\p{Ps}]|和|及|以及|或|并|且|而|的|等|与|但|应当|可以|有关|主管|以上|以下|内|中|其|所|为|是|在|由|对|按|依|者|人员|部门|机关|机构|单位|组织|之)/u;

interface Adjusted {
  start: number;
  end: number;
  to: string;
  /** What was assumed, in Chinese. */
  note?: string;
}

/**
 * Deleting a sentence takes its mark with it: `甲。〔乙〕。丙` → `甲。丙`.
 */
export function deletion(text: string, start: number, end: number): Adjusted {
  const before = start === 0 ? '。' : text[start - 1]!;
  const after = text[end];
  if (after === undefined) return { start, end, to: '' };
  const takesNext = strength(after) > 0 && (strength(before) >= strength(after) || /[“\p{Ps}]/u.test(before));
  if (takesNext) return { start, end: end + 1, to: '', note: `删去的文字后的“${after}”一并删去` };
  const takesPrevious =
    strength(before) > 0 &&
    start > 0 &&
    (strength(after) > strength(before) || (/[）”》]/.test(after) && strength(before) < 3));
  if (takesPrevious) return { start: start - 1, end, to: '', note: `删去的文字前的“${before}”一并删去` };
  return { start, end, to: '' };
}

/** How strongly a mark separates; 0 for anything else. */
function strength(mark: string): number {
  return { '、': 1, '，': 2, '；': 3, '。': 4 }[mark] ?? (mark === '：' ? 5 : 0);
}

/**
 * Words added after others: the mark between them is often left to the editors.
 *
 * `…后增加“鼓励创新”` in `保护市场公平竞争，提高…` → `保护市场公平竞争，鼓励创新，提高…`
 */
export function addition(text: string, anchorStart: number, at: number, words: string): Adjusted {
  if (joins.test(words) || /[，、；。：]$/.test(words)) return { start: at, end: at, to: words };
  const next = text[at];
  const listed = listMarkBefore(text, anchorStart) === '、';
  if (next === '，' || next === '、')
    return { start: at, end: at, to: next + words, note: `增加的文字前补“${next}”` };
  if (next === '。' || next === '；') {
    const mark = listed ? '、' : '，';
    return { start: at, end: at, to: mark + words, note: `增加的文字前补“${mark}”` };
  }
  if (listed || /[、和]/.test(words))
    return { start: at, end: at, to: `、${words}`, note: '增加的文字前补“、”' };
  return { start: at, end: at, to: words };
}

/**
 * Words added before others: in a list the mark between them is left to the editors as well.
 *
 * `“教育”前增加“发展改革”` in `公安、教育、卫生` → `公安、发展改革、教育、卫生`
 */
export function additionBefore(text: string, start: number, end: number, words: string): Adjusted {
  const listed = text[start - 1] === '、' || (text[end] === '、' && /^[\u4e00-\u9fff]{1,12}$/.test(words));
  if (!listed || /[，、；。：等和及或的与]$/.test(words)) return { start, end: start, to: words };
  return { start, end: start, to: `${words}、`, note: '增加的文字后补“、”' };
}

/** The nearest mark before a place. */
function listMarkBefore(text: string, at: number): string | undefined {
  for (let i = at - 1; i >= 0 && at - i < 20; i--) if (marks.test(text[i]!)) return text[i];
  return undefined;
}

/** The final mark of a text, or ''. */
export function finalMark(text: string): string {
  return /[。；，：、！？]$/.exec(text)?.[0] ?? '';
}

/** Puts a final mark in place of whatever mark ends a text. */
export function withFinalMark(text: string, mark: string): string {
  return text.replace(/[。；，、]$/, '') + mark;
}

/**
 * How a list ends its items: `；` or `，` within and `。` at the end, or all alike; undefined where it has no such rule.
 * @param texts of the old items in order; an empty one is not held, one that heads points has no mark of the list: they
 *   prove nothing
 */
export function listRule(texts: readonly string[]): { within: string; last: string } | undefined {
  if (texts.length < 2) return undefined;
  const inner = texts.slice(0, -1).filter((text) => text !== '' && !/[：:]$/.test(text));
  const within = finalMark(inner[0] ?? '');
  const last = texts.at(-1) === '' ? '。' : finalMark(texts.at(-1)!);
  if (!/[；，、。]/.test(within) || last === '') return undefined;
  return inner.every((text) => finalMark(text) === within) ? { within, last } : undefined;
}
