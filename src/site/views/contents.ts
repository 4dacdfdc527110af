/** The table of contents beside a text, made from its headings; of articles where it has no chapters. */
import type { Annex, ContentsEntry, Provision } from '../../domain/model.ts';
import { annexId } from '../../domain/structure/index.ts';
import { firstWords } from '../words.ts';
import { headingOf, textOf } from './headings.ts';

export interface ContentsItem {
  href: string;
  label: string;
  text: string;
  /** True where `text` is not a heading but the first words of the provision. */
  opening?: boolean;
  /** The articles of a chapter: 1–12条. */
  span?: string;
  children: ContentsItem[];
}

const divisions = new Set(['part', 'chapter', 'section']);
/** A text with fewer entries than this needs no contents. */
const fewest = 4;
/** Deeper headings of a plan are left to the text. */
const deepest = 2;

function articlesOf(provision: Provision): Provision[] {
  if (provision.type === 'article') return [provision];
  return provision.children.flatMap(articlesOf);
}

function spanOf(provision: Provision): string | undefined {
  const articles = articlesOf(provision);
  const [first, last] = [articles[0], articles.at(-1)];
  if (!first || !last) return undefined;
  return first === last ? `${first.number}条` : `${first.number}–${last.number}条`;
}

function divisionItem(provision: Provision): ContentsItem {
  return {
    href: `#${provision.eId}`,
    label: provision.label,
    text: provision.heading ?? '',
    span: spanOf(provision),
    children: provision.children
      .filter((child) => divisions.has(child.type) && !child.quoted)
      .map(divisionItem),
  };
}

/** Levels below a heading, where all of them have headings of their own. */
function levelsBelow({ children }: Provision): Provision[] {
  const levels = children.filter(({ type }) => type === 'level');
  return levels.every((level) => headingOf(level)) ? levels : [];
}

function levelItem(provision: Provision, depth: number): ContentsItem {
  const heading = headingOf(provision);
  const below = depth < deepest ? levelsBelow(provision) : [];
  return {
    href: `#${provision.eId}`,
    label: provision.label,
    text: heading?.replace(/。$/, '') ?? firstWords(textOf(provision)),
    opening: !heading,
    children: below.map((child) => levelItem(child, depth + 1)),
  };
}

function articleItem(provision: Provision): ContentsItem {
  const lead = provision.text || (provision.children[0]?.text ?? '');
  return {
    href: `#${provision.eId}`,
    label: provision.label,
    text:
      provision.heading ??
      (provision.children[0]?.missing || provision.missing ? '原文未载' : firstWords(lead)),
    opening: !provision.heading,
    children: [],
  };
}

function count(items: ContentsItem[]): number {
  return items.reduce((sum, item) => sum + 1 + count(item.children), 0);
}

/** Entries for the contents of a text, empty where it is short enough to need none. */
export function contentsOf(provisions: Provision[], annexes: Annex[] = []): ContentsItem[] {
  const items: ContentsItem[] = [];
  for (const provision of provisions) {
    if (provision.quoted) continue;
    if (divisions.has(provision.type)) items.push(divisionItem(provision));
    else if (provision.type === 'level') items.push(levelItem(provision, 1));
    else if (provision.type === 'article') items.push(articleItem(provision));
  }
  annexes.forEach((annex, index) => {
    const label = annex.label || '附件';
    items.push({ href: `#${annexId(index)}`, label, text: annex.title, children: [] });
  });
  return count(items) < fewest ? [] : items;
}

export interface PrintedEntry {
  depth: number;
  text: string;
  href?: string;
  mismatch?: string;
}

/** The text's own table of contents, as printed, linked to its body. */
export function printedContents(entries: ContentsEntry[] = []): PrintedEntry[] {
  return entries.map(({ depth, text, target, mismatch }) => ({
    depth,
    text,
    href: target ? `#${target}` : undefined,
    mismatch,
  }));
}
