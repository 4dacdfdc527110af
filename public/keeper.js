/*
 * Keeps what was visited, for reading without connection. Named files (their names change with their contents) come
 * from the store, everything else from the network first.
 */
const store = 'gongbao-1';
/** Bundled files, and the search's data in a folder named after its contents. */
const named = /\/_astro\/|\/search\/data\/[0-9a-f]{16}\//;
const most = 1000;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('message', (event) => {
  const list = Array.isArray(event.data?.keep) ? event.data.keep : [];
  const needed = new Set(Array.isArray(event.data?.needed) ? event.data.needed : []);
  event.waitUntil(
    caches.open(store).then(async (cache) => {
      for (const url of list) if (!(await cache.match(url))) await cache.add(url).catch(() => undefined);
      // The oldest go first, but never what the page itself needs.
      const others = (await cache.keys()).filter(({ url }) => !needed.has(url));
      for (const old of others.slice(0, Math.max(0, others.length - most))) await cache.delete(old);
    }),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  event.respondWith(named.test(url.pathname) ? storeFirst(request) : networkFirst(request, url));
});

async function storeFirst(request) {
  const kept = request.cache === 'reload' ? undefined : await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  keep(request, response);
  return response;
}

async function networkFirst(request, url) {
  try {
    const response = await fetch(request);
    keep(request, response);
    return response;
  } catch (error) {
    // A page is the same whatever is asked of it.
    const kept = await caches.match(request.mode === 'navigate' ? url.origin + url.pathname : request);
    if (kept) return kept;
    throw error;
  }
}

/** Stores a good answer; a page without its question. A full or refused store changes nothing for the reader. */
function keep(request, response) {
  if (!response.ok || response.type !== 'basic') return;
  const copy = response.clone();
  const { origin, pathname } = new URL(request.url);
  caches
    .open(store)
    .then((cache) => cache.put(request.mode === 'navigate' ? origin + pathname : request, copy))
    .catch(() => undefined);
}
