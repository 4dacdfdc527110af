/** The noun that a title ends in: what kind of document it is. */
import { otherTexts, ruling } from '../vocabulary/kinds.ts';

/** All of them, the longer ones first where one ends in another. */
export const titleNouns: readonly string[] = [...ruling, ...otherTexts];

/** Nouns of texts that lay down rules. */
export const rulingNouns: ReadonlySet<string> = new Set(ruling);

/** The noun that names a kind of document in its title: `…奖励办法（试行）` → 办法; undefined where it ends otherwise. */
export function titleNoun(title: string): string | undefined {
  const bare = title.replace(/[（(][^（）()]*[）)]\s*$/, '').trim();
  return titleNouns.find((noun) => bare.endsWith(noun) && !(noun === '法' && bare.endsWith('办法')));
}
