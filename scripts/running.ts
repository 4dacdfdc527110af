/** What commands share that run until they are told to stop. */

/** What interrupts a command. */
export const signals = ['SIGINT', 'SIGTERM'] as const;

/** Waits until the command is interrupted. */
export const interruption = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of signals) process.once(signal, () => done());
  });

/**
 * The number of a port as it was typed.
 *
 * 4321 → { port: 4321 } · 70000 → { wrong: 端口须为 0–65535 的整数：70000 }
 */
export function readPort(typed: string): { port: number } | { wrong: string } {
  const port = Number(typed);
  const isPort = /^\d+$/.test(typed) && port < 65536;
  return isPort ? { port } : { wrong: `端口须为 0–65535 的整数：${typed}` };
}
