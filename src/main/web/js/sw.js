/* global SHELL, VERSION, ICON */
const PAGES = 'rinnalla-pages-1';
const ASSETS = `rinnalla-assets-${VERSION}`;
const OFFLINE = { fi: '/fi/ei-verkkoa', sv: '/sv/offline', en: '/en/offline' };
const KEPT_PAGES = 20;

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const [assets, pages] = await Promise.all([caches.open(ASSETS), caches.open(PAGES)]);
    await assets.addAll(SHELL);
    await Promise.allSettled(Object.values(OFFLINE).map((path) => pages.add(new Request(path, { cache: 'reload' }))));
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('rinnalla-') && name !== PAGES && name !== ASSETS) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api')) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate') event.respondWith(page(event, url));
});

async function asset(request) {
  const found = await caches.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) (await caches.open(ASSETS)).put(request, response.clone());
  return response;
}

async function page(event, url) {
  try {
    const response = await fetch(event.request);
    const keep = response.ok && !response.redirected && /^\/(fi|sv|en)(\/|$)/.test(url.pathname)
      && !/no-store|private/.test(response.headers.get('Cache-Control') || '');
    if (keep) event.waitUntil(remember(event.request, response.clone()));
    return response;
  } catch {
    const pages = await caches.open(PAGES);
    const language = url.pathname.split('/')[1];
    return await pages.match(event.request)
      ?? await pages.match(OFFLINE[language] ?? OFFLINE.fi)
      ?? Response.error();
  }
}

async function remember(request, response) {
  const pages = await caches.open(PAGES);
  await pages.delete(request);
  await pages.put(request, response);
  const fixed = new Set(Object.values(OFFLINE));
  const kept = (await pages.keys()).filter((r) => !fixed.has(new URL(r.url).pathname));
  for (const old of kept.slice(0, -KEPT_PAGES)) await pages.delete(old);
}

/* A push has no words of its own: what is said was left here when it was asked for, and is neutral. */
async function pushWords() {
  const kept = await caches.match('/push-words', { cacheName: 'push-words' });
  return kept ? kept.json() : { title: 'Rinnalla', body: '', lang: 'fi', url: '/fi/muistutukset' };
}

self.addEventListener('push', (event) => {
  event.waitUntil((async () => {
    const { title, body, lang } = await pushWords();
    await self.registration.showNotification(title, { body, lang, tag: 'reminder', renotify: true, icon: ICON });
  })());
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const { url } = await pushWords();
    const open = await self.clients.matchAll({ type: 'window' });
    for (const one of open) if (new URL(one.url).pathname === url) return one.focus();
    return self.clients.openWindow(url);
  })());
});
