/** How much memory the process that reads files may hold, wherever it lies: the heap's own limit counts no buffers. */
import { Worker } from 'node:worker_threads';

/** Milliseconds between two looks. */
const pause = 10;

/**
 * Ends this process when it holds more, by SIGKILL. A thread of its own looks: the one that reads a file may be too busy
 * to. It ends an eighth early, since memory grows between two looks.
 * @param megabytes that it may hold
 */
export function watchMemory(megabytes: number): void {
  const look = `const most = ${(megabytes * 7) / 8} * 1024 * 1024;
    setInterval(() => process.memoryUsage.rss() > most && process.kill(process.pid, 'SIGKILL'), ${pause});`;
  new Worker(look, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
}
