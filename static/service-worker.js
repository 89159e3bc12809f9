// Keeps the page's own files, so that it opens without a network. It sees no article: those never travel.
// `cargo xtask build` writes the two lines below; the name changes with every file's content.
const VERSION = "unbuilt";
const FILES = [];

const CACHE = `factmark-${VERSION}`;

self.addEventListener("install", (event) => {
  // Not taken into use before the person asks for it (see "message"), so a page at work keeps its own files.
  // Each file is asked for anew: what the browser still has under a name may be of the version before.
  const files = FILES.map((name) => new Request(name, { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("factmark-") && name !== CACHE;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "use-new-version") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  // The folder stands for the page; any other address is a file of its own.
  const page = new URL(request.url).pathname === new URL(self.registration.scope).pathname;
  const kept = page ? "index.html" : request;
  // Hosts say that a file varies with the compression asked for; the browsers ask differently here and there.
  const any = { ignoreSearch: true, ignoreVary: true };
  event.respondWith(
    caches.open(CACHE).then((cache) => cache.match(kept, any)).then((found) => found ?? fetch(request)),
  );
});
