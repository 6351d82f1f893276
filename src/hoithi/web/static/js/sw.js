// Keeps the exam room's page and its files, so that it opens again while the network is away.
const NAME = "hoi-thi-bai-thi";
const isRoom = (url) => /^\/[^/]+\/bai-thi\/$/.test(url.pathname);

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => {
  const wanted = event.data.keep || [];
  event.waitUntil(
    caches.open(NAME).then((cache) => Promise.allSettled(wanted.map((address) => cache.add(address)))),
  );
});

async function fromNetworkFirst(request) {
  const cache = await caches.open(NAME);
  try {
    const response = await fetch(request);
    // A redirect means that this device is no longer known here: nothing of the room is kept.
    if (response.ok && !response.redirected) await cache.put(request, response.clone());
    return response;
  } catch (problem) {
    const kept = await cache.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw problem;
  }
}

async function fromCacheFirst(request) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(request, { ignoreVary: true });
  const fresh = fetch(request).then(async (response) => {
    if (response.ok && kept) await cache.put(request, response.clone());
    return response;
  });
  if (!kept) return fresh;
  fresh.catch(() => {});
  return kept;
}

// A picture of a paper never changes; films come in pieces, which no cache takes.
const isFile = (url) => /^\/[^/]+\/bai-thi\/tep\/[0-9a-f]+\/$/.test(url.pathname);

async function kept(request) {
  const cache = await caches.open(NAME);
  const found = await cache.match(request.url);
  if (found) return found;
  const response = await fetch(request);
  if (response.status === 200) await cache.put(request.url, response.clone());
  return response;
}

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && isRoom(url)) event.respondWith(fromNetworkFirst(event.request));
  else if (isFile(url) && !event.request.headers.has("range")) event.respondWith(kept(event.request));
  else if (url.pathname.startsWith("/static/")) event.respondWith(fromCacheFirst(event.request));
});
