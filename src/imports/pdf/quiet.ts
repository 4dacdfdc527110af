/**
 * pdf.js without its words on the console. Among them is the only sign of a picture that it left out for its size: a
 * picture that nobody reads is not decoded, which spares most of the time and memory of a page, and is counted here.
 */

export interface LeftOut {
  /** Counted up; whoever asks sets it to 0 before. */
  pictures: number;
}

const tooLarge = /^Warning: Image exceeded maximum allowed size/;

/** The console belongs to one at a time. */
let last: Promise<unknown> = Promise.resolve();

export function quietly<T>(run: (left: LeftOut) => Promise<T>): Promise<T> {
  const mine = last.then(async () => {
    const { warn } = console;
    const left: LeftOut = { pictures: 0 };
    console.warn = (words: unknown) => {
      if (tooLarge.test(String(words))) left.pictures++;
    };
    try {
      return await run(left);
    } finally {
      console.warn = warn;
    }
  });
  last = mine.catch(() => undefined);
  return mine;
}
