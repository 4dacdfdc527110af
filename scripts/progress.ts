/** How far long work is: a line that is written over on a terminal, plain lines elsewhere. */
import type { Io } from './io.ts';

export interface Progress {
  /** Begins a stage; `total` where it is known how much there is to do. */
  stage(name: string, total?: number): void;
  /** One more thing of the stage is done. */
  step(): void;
  /** Takes the line away. */
  end(): void;
}

/** Milliseconds between two lines on a terminal, and elsewhere. */
const pace = { terminal: 200, plain: 10_000 };

/** `约2分10秒` · `约8秒` */
export function remaining(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `约${minutes > 0 ? `${minutes}分` : ''}${rest > 0 || minutes === 0 ? `${rest}秒` : ''}`;
}

/**
 * Progress of a command.
 * @param terminal whether the line can be written over
 * @param now milliseconds of a clock that never goes back
 *
 * `写网页 420/1200，还需约12秒`
 */
export function progressOn(
  stderr: Io['stderr'],
  terminal: boolean,
  now: () => number = () => performance.now(),
): Progress {
  let [name, total, done, began, told] = ['', 0, 0, 0, Number.NEGATIVE_INFINITY];
  const tell = (): void => {
    const count = total > 0 ? ` ${done}/${total}` : done > 0 ? ` ${done}` : '';
    const spent = now() - began;
    // What a stage does before its first thing says nothing of the others.
    const each = spent / (done - 1);
    const left = total > done && done > 1 && spent > 1000 ? `，还需${remaining(each * (total - done))}` : '';
    stderr.write(terminal ? `\r\u001b[K${name}${count}${left}` : `${name}${count}${left}\n`);
    told = now();
  };
  return {
    stage(next, of = 0) {
      [name, total, done, began] = [next, of, 0, now()];
      tell();
    },
    step() {
      if (done === 0) began = now();
      done++;
      if (now() - told >= (terminal ? pace.terminal : pace.plain)) tell();
    },
    end() {
      if (terminal) stderr.write('\r\u001b[K');
    },
  };
}
