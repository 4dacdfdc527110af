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
}

/** A fact of a page's head: 文号 → 湛府〔2020〕68号. */
export interface Fact {
  term: string;
  runs: Run[];
}
