/** Keeps the search for a visit without connection. Where the browser refuses to store, nothing is lost but that. */
import { fileUrl } from '../urls.ts';

let keeper: Promise<ServiceWorker | null> | undefined;
const told = new Set<string>();

/**
 * Registers the keeper, and names what this page needed: its own files and the data, and later what was read since.
 * @param data addresses of the search's data
 */
export async function keepForLater(data: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    keeper ??= register();
    const active = await keeper;
    const own = performance.getEntriesByType('resource').map(({ name }) => name);
    const needed = absolute([location.pathname, ...own]);
    const keep = absolute([...needed, ...data]).filter((name) => !told.has(name));
    for (const name of keep) told.add(name);
    if (keep.length > 0) active?.postMessage({ keep, needed });
  } catch {
    // Private windows and strict settings refuse; the search works without.
  }
}

/** Full addresses, those of this site, once each. */
function absolute(names: readonly string[]): string[] {
  const full = names.map((name) => new URL(name, location.href).href);
  return [...new Set(full)].filter((name) => name.startsWith(location.origin));
}

async function register(): Promise<ServiceWorker | null> {
  await navigator.serviceWorker.register(fileUrl('keeper.js'), { scope: fileUrl('') });
  return (await navigator.serviceWorker.ready).active;
}
