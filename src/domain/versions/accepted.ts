/** Doubts that an editor has looked into: records of kind `accept` in `corrections.yaml`, by the words of the instruction. */
import type { AppliedOperation, Message, Repair } from '../model.ts';

/** A file's records, by its path. */
export type AcceptedIn = ReadonlyMap<string, readonly Repair[]>;

/** Which records answer to which doubtful operations. */
export class Acceptances {
  readonly #records: AcceptedIn;
  readonly #used = new Set<Repair>();

  constructor(records: AcceptedIn) {
    this.#records = records;
  }

  /** The record that accepts what became of an operation: it names words of the instruction, on one of its lines. */
  of(path: string, { instruction, position: { start, end } }: AppliedOperation): Repair | undefined {
    const record = this.#records
      .get(path)
      ?.find(
        ({ from, place }) =>
          place.line >= start.line && place.line <= end.line && tight(instruction).includes(tight(from)),
      );
    if (record) this.#used.add(record);
    return record;
  }

  /** Records that no doubt answers to. */
  unknown(): Message[] {
    return [...this.#records].flatMap(([file, records]) =>
      records
        .filter((record) => !this.#used.has(record))
        .map(({ from, place: { line, column } }): Message => {
          const reason = `确认疑点的记录无所指：“${from}”处没有未能应用或者存疑的修改；应写明该行一项存疑的修改中的字句`;
          return { file, rule: 'accept-unknown', line, column, reason, severity: 'error' };
        }),
    );
  }
}

const tight = (words: string): string => words.replace(/\s/g, '');

/** True for an operation that was not carried out, or not without doubt. */
export function isDoubtful({ fate, doubt }: AppliedOperation): boolean {
  return fate === 'not-applied' || doubt !== undefined;
}
