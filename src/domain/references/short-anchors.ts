/** Short names of documents where a text gives and uses them: （以下简称《水法》）… 依照《水法》第三条. */
import { findShortNames, lawLead, titleNoun } from '../names/index.ts';
import type { Anchor } from './anchor.ts';
import type { Span } from './find-locators.ts';

/** Short names of documents, as given so far in an instrument, with the document that each means. */
export class ShortTitles {
  readonly #titles = new Map<string, string>();
  /** The lengths that names have: a text is asked once for each, however many names there are. */
  readonly #lengths = new Set<number>();

  give(name: string, title: string): void {
    this.#titles.set(name, title);
    this.#lengths.add(name.length);
  }

  titleOf(name: string): string | undefined {
    return this.#titles.get(name);
  }

  /** Every name with the title of the document that it was given to. */
  [Symbol.iterator](): Iterator<[string, string]> {
    return this.#titles[Symbol.iterator]();
  }

  /** Every place of a text where a name stands, whatever it means there. */
  *in(text: string): Generator<{ name: string; start: number; title: string }> {
    for (const length of this.#lengths) {
      for (let start = 0; start + length <= text.length; start++) {
        const name = text.slice(start, start + length);
        const title = this.#titles.get(name);
        if (title !== undefined) yield { name, start, title };
      }
    }
  }
}

/** 及其实施条例 after a short name makes another name of it. */
const continued = /^(?:实施|修正案|司法解释)/;

/** Uses of short names given before, and those that this text gives, from where it gives them. */
export function shortAnchors(text: string, titles: readonly Anchor[], shorts: ShortTitles): Anchor[] {
  const from = new Map<string, number>();
  for (const { start, end, names } of findShortNames(text)) {
    for (const [i, owner] of ownersOf(text, { start, end, names }, titles).entries()) {
      const name = names[i]!;
      if (name.length < 2) continue;
      shorts.give(name, owner);
      // 以下简称省《办法》: the 《办法》 inside the name is no other document.
      from.set(name, name.includes('《') ? start : end);
    }
  }
  const found: Anchor[] = [];
  for (const { name, start, title } of shorts.in(text)) {
    const end = start + name.length;
    const after = text.slice(end, end + 4);
    if (start < (from.get(name) ?? 0) || continued.test(after)) continue;
    if (partOfOther(name, text.slice(Math.max(0, start - 30), start), after)) continue;
    // 旧条例 and 新条例 are two texts of one document.
    const edition = /^[旧原]/.test(name) ? { edition: 'former' as const } : {};
    found.push({ kind: 'short', start, end, after: end, title, ...edition });
  }
  return found;
}

/** The document that each name is given to: all to the one before the bracket, or 《甲》《乙》（以下分别简称…） each to its own. */
function ownersOf(
  text: string,
  { start, end, names }: Span & { names: readonly string[] },
  titles: readonly Anchor[],
): string[] {
  const at = titles.findIndex((title) => title.end <= start && title.after >= end);
  const owner = at < 0 ? bareTitle(text, start, names) : titles[at]!.title;
  if (owner === undefined) return [];
  if (names.length < 2 || !/^[（(][^（）()]*分别/.test(text.slice(start, end))) return names.map(() => owner);
  const each = titles.slice(Math.max(0, at + 1 - names.length), at + 1);
  const listed = each.every(
    (title, i) => i === 0 || /^(?:、|和|与|及)?$/.test(text.slice(each[i - 1]!.after, title.start)),
  );
  return each.length === names.length && listed ? each.map(({ title }) => title!) : [];
}

/**
 * 本办法 is the text itself whatever else is called 办法, 甲水法 another law than 水法, 中华人民共和国水法 its full name. A name
 * that is a common noun is one only before an address: 办法第三条.
 */
function partOfOther(name: string, before: string, after: string): boolean {
  if (/[本该]$|中华人民共和国$/.test(before)) return true;
  const noun = titleNoun(name);
  if (noun === undefined) return false;
  if (noun === name && !/^的?第/.test(after)) return true;
  const run = /[\u4e00-\u9fff]*$/.exec(before)![0] + name;
  return (
    run.replace(lawLead, '') !== name && !/[照据按依反合和与及或对由除至在将以是于为的了指用]$/.test(before)
  );
}

/** `根据中华人民共和国企业所得税法（以下简称企业所得税法）` → the full name without 《》, where the short one ends it. */
function bareTitle(text: string, at: number, names: readonly string[]): string | undefined {
  const run = /[\u4e00-\u9fff]{4,40}$/.exec(text.slice(Math.max(0, at - 40), at))?.[0].replace(lawLead, '');
  if (!run?.startsWith('中华人民共和国') || titleNoun(run) === undefined) return undefined;
  return names.some((name) => run.endsWith(name) && run.length > name.length) ? run : undefined;
}
