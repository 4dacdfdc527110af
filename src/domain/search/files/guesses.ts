/**
 * What the text itself tells of a document. A guess that is right need not be written down: most documents follow
 * their neighbour, and most lines of an article show by their label what they are.
 */
import type { ProvisionType } from '../../model.ts';
import { abbreviatedTypes } from '../../structure/abbreviations.ts';
import { pathBelow } from '../documents.ts';
import type { SearchDocument, SearchUnit, SearchVersion } from '../types.ts';

/** Type by the last step of the eId. */
export function guessType(eId: string): ProvisionType | 'title' {
  return eId === '' ? 'title' : (abbreviatedTypes[/([a-z]+)_[^_]*$/.exec(eId)?.[1] ?? ''] ?? 'paragraph');
}

/** The step after a step: `lvl_3` → `lvl_4`. */
function following(step: string): string {
  const at = step.lastIndexOf('_');
  return `${step.slice(0, at)}_${Number.parseInt(step.slice(at + 1), 10) + 1}`;
}

/**
 * The eId that comes `depth` steps deep after another one: 0 the first level inside it, 1 the next at the top.
 *
 * (`lvl_1__lvl_3`, 2) → `lvl_1__lvl_4` · (…, 1) → `lvl_2` · (…, 0) → `lvl_1__lvl_3__lvl_1`
 */
export function nextEId(before: string, depth: number): string {
  if (depth === 0) return `${before}__lvl_1`;
  const steps = before.split('__').slice(0, depth);
  const last = steps.pop();
  return last === undefined ? '' : [...steps, following(last)].join('__');
}

/** Which `depth` leads from one eId to the next, or -1. */
export function depthTo(before: string, eId: string): number {
  const steps = before === '' ? 0 : before.split('__').length;
  for (let depth = steps; depth >= 0; depth--) if (nextEId(before, depth) === eId) return depth;
  return -1;
}

const itemLabel = /^（[一二三四五六七八九十百]+）/;
const pointLabel = /^(?:\d{1,3}[.．、]|（\d{1,3}）|[①-⑳])/;

/** Lines of a document, each with the eId that its label suggests. */
export function guessUnits(eId: string, text: string): SearchUnit[] {
  const units: SearchUnit[] = [];
  const isArticle = guessType(eId) === 'article';
  let [start, paragraph, item, point] = [0, 0, 0, 0];
  for (const line of text.split('\n')) {
    let name = '';
    if (isArticle && itemLabel.test(line) && paragraph > 0) {
      name = `__para_${paragraph}__item_${++item}`;
      point = 0;
    } else if (item > 0 && pointLabel.test(line))
      name = `__para_${paragraph}__item_${item}__point_${++point}`;
    else if (isArticle || units.length > 0) {
      name = `__para_${++paragraph}`;
      item = 0;
    }
    units.push({ eId: eId + name, start });
    start += line.length + 1;
  }
  return units;
}

const labels: Readonly<Partial<Record<ProvisionType, RegExp>>> = {
  article: /^第[^\s第]{1,8}?条(?:之[一二三四五六七八九十]+)?(?=\s)/,
  level: /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,3}[.．]|（\d{1,3}）)/,
};

/** Length of the label that a text begins with, for a document of its type. */
export function guessLabel(type: ProvisionType | 'title', text: string): number {
  return type === 'title' ? 0 : (labels[type]?.exec(text)?.[0].length ?? 0);
}

/** Lengths of heading that a text suggests: none, the rest of the line, or up to its first full stop. */
export function guessHeadings(rest: string): number[] {
  const line = rest.indexOf('\n');
  const stop = rest.indexOf('。') + 1;
  return [0, line < 0 ? rest.length : line, stop];
}

/** Breadcrumbs by the document above it among those before. */
export function guessCrumbs(eId: string, above: ReadonlyMap<string, SearchDocument>): string[] {
  for (let at = eId.lastIndexOf('__'); at > 0; at = eId.lastIndexOf('__', at - 1)) {
    const parent = above.get(eId.slice(0, at));
    if (parent) return pathBelow(parent);
  }
  return [];
}

/** The first lines of a whole document: its names. */
export function guessTitleLines({ title, documentNumber, registryNumber }: SearchVersion): string {
  return [title, documentNumber, registryNumber].filter((line) => line !== undefined).join('\n');
}
