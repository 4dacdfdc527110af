/**
 * Results of long work, kept on the disk by what they were made of. A folder of them may be deleted at any time; an
 * entry that is broken or of another make is not there.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { writeWhole } from './write-whole.ts';

const digestSize = 32;

const digest = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export class Store {
  readonly #folder: string;
  readonly #maker: string;
  /** Names of the entries that this process read or wrote, by stage. */
  readonly #used = new Map<string, Set<string>>();

  /** @param maker what makes the results: its code, so that another version never reads them */
  constructor(folder: string, maker: string) {
    this.#folder = folder;
    this.#maker = maker;
  }

  /** The result of a stage for an input; undefined where there is none. */
  get<T>(stage: string, input: string): T | undefined {
    return this.read(this.name(stage, input));
  }

  /** The result under a name; undefined where there is none. */
  read<T>(name: string): T | undefined {
    try {
      const bytes = readFileSync(join(this.#folder, name));
      const [sum, body] = [bytes.subarray(0, digestSize), bytes.subarray(digestSize)];
      if (!digest(body).equals(sum)) return undefined;
      return deserialize(body) as T;
    } catch {
      return undefined;
    }
  }

  /** Keeps a result. Where that is not possible, as on a full disk, nothing is kept and nothing is left behind. */
  put(stage: string, input: string, value: unknown): void {
    this.write(this.name(stage, input), value);
  }

  /** Keeps a result under a name, as `put` does. */
  write(name: string, value: unknown): void {
    let body: Uint8Array;
    try {
      body = serialize(value);
    } catch {
      // A value that is more than data cannot be kept.
      return;
    }
    writeWhole(join(this.#folder, name), digest(body), body);
  }

  /** What a stage makes of an input: kept, or made and kept. The result is never one that somebody else holds. */
  remember<I, O>(stage: string, input: I, make: (input: I) => O): O {
    const key = JSON.stringify(input);
    const known = this.get<O>(stage, key);
    if (known !== undefined) return known;
    const made = make(input);
    this.put(stage, key, made);
    return made;
  }

  /** Deletes entries of a stage: all but those that this process used and the newest of the others. */
  sweep(stage: string, most: number): void {
    const used = this.#used.get(stage) ?? new Set();
    try {
      const others = readdirSync(this.#folder)
        .filter((name) => name.startsWith(`${stage}-`) && !used.has(name))
        .map((name) => ({ name, at: statSync(join(this.#folder, name)).mtimeMs }))
        .toSorted((a, b) => b.at - a.at);
      for (const { name } of others.slice(most)) rmSync(join(this.#folder, name), { force: true });
    } catch {
      // Somebody else sweeps, or there is nothing to sweep.
    }
  }

  /** True where anything of a stage is kept, of whatever make. */
  has(stage: string): boolean {
    try {
      return readdirSync(this.#folder).some((name) => name.startsWith(`${stage}-`));
    } catch {
      return false;
    }
  }

  /** Under what name the result of a stage for an input is kept, or would be: long inputs need not be held. */
  name(stage: string, input: string): string {
    const name = `${stage}-${digest(this.#maker, '\n', input).toString('hex').slice(0, 40)}`;
    const used = this.#used.get(stage) ?? new Set();
    this.#used.set(stage, used.add(name));
    return name;
  }
}
