/** Keeps the search for a visit without connection. Where the browser refuses to store, nothing is lost but that. */
import { fileUrl } from '../urls.ts';

let asked = false;

/**
 * Registers the keeper, and names what this page needed: its own files and the data.
 * @param data addresses of the search's data
 */
export async function keepForLater(data: readonly string[]): Promise<void> {
  if (asked || !('serviceWorker' in navigator)) return;
  asked = true;
  try {
    await navigator.serviceWorker.register(fileUrl('keeper.js'), { scope: fileUrl('') });
    const { active } = await navigator.serviceWorker.ready;
    const own = performance.getEntriesByType('resource').map(({ name }) => name);
    const page = new URL(location.pathname, location.href).href;
    const files = [...new Set([page, ...own, ...data])].map((name) => new URL(name, location.href).href);
    active?.postMessage({ keep: files.filter((name) => name.startsWith(location.origin)) });
  } catch {
    // Private windows and strict settings refuse; the search works without.
  }
}
