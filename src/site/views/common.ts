/** What every page is made of. */
export interface Link {
  text: string;
  href: string;
}

/** A stretch of text; a link where `href` is set, marked as annotated where `note` is set. */
export interface Run {
  text: string;
  href?: string;
  /** True for addresses outside the site. */
  outside?: boolean;
  /** Number of the editorial note on these words. */
  note?: number;
  /** True where the next run is of the same note. */
  noteOpen?: boolean;
  /** What kind of link: to what the words refer to, or to where a term is defined. */
  kind?: 'reference' | 'term';
  /** Id of the last place meant, where `href` is the first of several. */
  through?: string;
  /** What had to be assumed, for a link; why there is none, for plain words. */
  why?: string;
  /** True for the words that are spoken of. */
  marked?: boolean;
}

/** A fact of a page's head: 文号 → 湛府〔2020〕68号. */
export interface Fact {
  term: string;
  runs: Run[];
}
