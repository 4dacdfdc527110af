/** What the scripts of a text's page share about a text that does not stand on it whole. */

/** Told on the document when more of the text stands on the page. */
export const grown = 'text-grown';

/** Articles of the text, with those of which only a sign stands on the page. */
export const articlesHeld = (): number =>
  document.querySelectorAll('.body [id^="art_"]:not([id*="__"])').length;
