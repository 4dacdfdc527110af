/** The search's own thread. The one that a page begins with is started before the page's other scripts are there. */
let early: Worker | undefined;

/** A thread; undefined where the browser gives none. The one that was started early is given once. */
export function startThread(): Worker | undefined {
  const started = early;
  early = undefined;
  if (started) return started;
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

/** Starts a thread for the next who asks for one. */
export function startEarly(): void {
  early = startThread();
}
