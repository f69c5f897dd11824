/// <reference lib="webworker" />
// Keeps the page of a meeting opening when there is no network: with a page that says so and tries again. Pages of the
// meeting itself are never kept, because they can show what somebody chose.
export {};

declare const self: ServiceWorkerGlobalScope;

const cacheName = "participatie";
const offline = "/zonder-internet";

self.addEventListener("install", event => event.waitUntil(keep().then(() => self.skipWaiting())));

self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", event => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => kept(offline)));
  else if (new URL(request.url).pathname.startsWith("/assets/")) event.respondWith(fetch(request).catch(() => kept(request)));
});

/** The page without network, in the language of now, and what it needs to look like itself. */
async function keep(): Promise<void> {
  await caches.delete(cacheName);
  const cache = await caches.open(cacheName);
  const page = await fetch(offline, { cache: "reload" });
  const assets = [...(await page.clone().text()).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address!);
  await cache.put(offline, page);
  await cache.addAll(assets);
}

async function kept(request: RequestInfo): Promise<Response> {
  return await caches.match(request) ?? Response.error();
}
