/** A line of a text that stands alone. */
export const line = (text: string) => ({
  text,
  line: 1,
  start: 0,
  end: text.length,
  blankBefore: 0,
  indented: false,
});
