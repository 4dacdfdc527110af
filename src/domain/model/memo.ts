/** Work that is kept from one reading of an archive to the next. */
import type { Version } from './works.ts';

/** Keeps what a step makes of an input, or makes it anew: the same input always gives the same. Both are plain data. */
export type Memo = <I, O>(step: string, input: I, make: (input: I) => O) => O;

/** Makes everything anew. */
export const afresh: Memo = (_, input, make) => make(input);

/**
 * What a step reads of each text by itself; kept together for all texts of one file, for they change together.
 * @param inputOf all that the step reads of a text
 */
export function ofEachText<I, O>(
  memo: Memo,
  step: string,
  versions: readonly Version[],
  inputOf: (version: Version) => I,
  make: (input: I) => O,
): Map<Version, O> {
  const read = new Map<Version, O>();
  for (const group of Map.groupBy(versions, ({ source }) => source.path).values()) {
    const made = memo(step, group.map(inputOf), (inputs) => inputs.map(make));
    for (const [i, version] of group.entries()) read.set(version, made[i]!);
  }
  return read;
}
