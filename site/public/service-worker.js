// Keeps the site usable offline. The build fills in the version and the files (site/build/service-worker.ts).
const version = '__version__';
const files = [
  /* __files__ */
];
const cacheName = `pagewise-site:${self.registration.scope}`;
const root = new URL('./', self.location.href);

self.addEventListener('install', (event) => {
  event.waitUntil(fetchAhead());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld());
});

self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.used)) event.waitUntil(keepUsed(event.data.used));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(root.href)) return;
  const name = url.href.slice(root.href.length).replace(/[?#].*$/, '');
  // The compiler keeps its own files, and shows how far it has come.
  if (name.startsWith('compiler/')) return;
  event.respondWith(isImmutable(name) ? keptFirst(request) : freshFirst(request));
});

/** Its name holds a hash of its content. */
function isImmutable(name) {
  return name.startsWith('assets/') || name.startsWith('programs/');
}

async function fetchAhead() {
  const cache = await caches.open(cacheName);
  for (const name of files) {
    const url = new URL(name, root);
    if (isImmutable(name) && (await cache.match(url))) continue;
    const response = await fetch(url, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${url} could not be kept for offline use: ${response.status}`);
    await cache.put(url, response);
  }
  await cache.put(new URL('service-worker-version', root), new Response(version));
}

/** Keeps what a page loaded before this worker was there: the browser's own cache still has it. */
async function keepUsed(addresses) {
  const cache = await caches.open(cacheName);
  for (const address of addresses) {
    if (!address.startsWith(root.href) || !isImmutable(address.slice(root.href.length))) continue;
    if (await cache.match(address)) continue;
    const response = await fetch(address).catch(() => null);
    if (response?.ok) await keep(cache, address, response);
  }
}

/** Runs when no page uses the version before: nothing that an open page may still ask for is removed. */
async function forgetOld() {
  const cache = await caches.open(cacheName);
  const wanted = new Set(files.map((name) => new URL(name, root).href));
  for (const request of await cache.keys()) {
    const name = request.url.slice(root.href.length);
    // Large files that are still in use come back when they are needed.
    if (name.startsWith('assets/') && !wanted.has(request.url)) await cache.delete(request);
  }
}

async function keptFirst(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await keep(cache, request, response);
  return response;
}

/** Pages and runtime: the newest when there is a network, so that an update is seen at once. */
async function freshFirst(request) {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (response.ok && !response.redirected) await keep(cache, request, response);
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

async function keep(cache, request, response) {
  try {
    await cache.put(request, response.clone());
  } catch {
    // No space: the page still gets its answer.
  }
}
