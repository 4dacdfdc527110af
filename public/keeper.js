/*
 * Keeps what was visited, for reading without connection. Named files (their names change with their contents) come
 * from the store; everything else from the network, for so long as a reader waits, then from the store.
 */
const store = 'gongbao-1';
/** Bundled files, and the search's data. */
const named = /\/_astro\/|\/search\/data\/[a-z]\/[0-9a-f]{12,16}\./;
const most = 1000;
/** Milliseconds after which a kept copy is shown in the place of one that does not come. */
const patience = 4000;
/** What is shown in the place of a page that is not kept. */
const away = new URL('kept/', registration.scope).href;

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(keepPage(away).catch(() => undefined));
});
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

/** A page with the files that it names. */
async function keepPage(url) {
  const cache = await caches.open(store);
  const response = await fetch(url);
  if (!response.ok) return;
  await cache.put(url, response.clone());
  const files = (await response.text()).match(/[^"']*\/_astro\/[^"']+/g) ?? [];
  for (const file of new Set(files)) await cache.add(new URL(file, url)).catch(() => undefined);
}

addEventListener('message', (event) => {
  const list = Array.isArray(event.data?.keep) ? event.data.keep : [];
  const needed = new Set(Array.isArray(event.data?.needed) ? event.data.needed : []);
  event.waitUntil(
    caches.open(store).then(async (cache) => {
      for (const url of list) if (!(await cache.match(url))) await fetchFor(cache, url).catch(() => undefined);
      // The oldest go first, but never what the page itself needs, nor what is shown without connection.
      const others = (await cache.keys()).filter(({ url }) => !needed.has(url) && url !== away);
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

/** A part of a file is kept under its address with its bytes; a store takes it only as if it were a file. */
async function fetchFor(cache, url) {
  const [file, bytes] = url.split('?bytes=');
  if (bytes === undefined) return cache.add(url);
  const response = await fetch(file, { headers: { Range: `bytes=${bytes}` } });
  if (response.status === 206) return putPart(cache, url, response);
  if (response.ok) await cache.put(file, response);
}

const putPart = async (cache, url, response) =>
  cache.put(url, new Response(await response.blob(), { headers: response.headers }));

async function storeFirst(request) {
  const range = request.headers.get('range');
  const part = range && `${request.url}?${range}`;
  const stored = request.cache === 'reload' ? [] : [part && (await caches.match(part)), await caches.match(request.url)];
  if (stored[0]) return new Response(stored[0].body, { status: 206, headers: stored[0].headers });
  if (stored[1]) return stored[1];
  const response = await fetch(request);
  if (response.status === 206) {
    const copy = response.clone();
    caches
      .open(store)
      .then((cache) => putPart(cache, part, copy))
      .catch(() => undefined);
  } else keep(request, response);
  return response;
}

async function networkFirst(request, url) {
  const isPage = request.mode === 'navigate';
  // A page is the same whatever is asked of it.
  const kept = await caches.match(isPage ? url.origin + url.pathname : request);
  const coming = fetch(request).then((response) => {
    keep(request, response);
    return response;
  });
  try {
    return await (kept ? Promise.race([coming, late()]) : coming);
  } catch (error) {
    coming.catch(() => undefined);
    if (kept) return kept;
    const instead = isPage ? await caches.match(away) : undefined;
    if (instead) return instead;
    throw error;
  }
}

function late() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('late')), patience));
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
