/** How many questions are before the engine at a time. */
import { Busy } from './wrong.ts';

/** Lets so many in at a time; the others wait, up to a number. */
export function gate(together: number, waiting: number) {
  let inside = 0;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside >= together) {
      if (queue.length >= waiting) throw new Busy();
      await new Promise<void>((next) => queue.push(next));
    } else inside++;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else inside--;
    }
  };
}
