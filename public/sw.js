/*
 * Without a network: shows the page on which one can write all the same, and sends what was written there once
 * there is a network again. Nothing else is kept, and no other page is touched. Where the resident asked for it,
 * shows what is new about a case, in the words that came.
 */
const cacheName = 'without-network-1';
const offlinePage = '/file/offline';
const sendTo = '/file/later';
const tag = 'send-later';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && (pathname === '/' || pathname.startsWith('/file'))) {
    event.respondWith(
      fetch(request).catch(async () => (await caches.match(offlinePage)) ?? Response.error()),
    );
  } else if (pathname.startsWith('/_next/static/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});

self.addEventListener('sync', (event) => {
  if (event.tag === tag) event.waitUntil(sendAll());
});

self.addEventListener('push', (event) => {
  const { title, body, lang, tag, path } = event.data.json();
  const shown = { body, lang, tag, icon: '/icon.svg', data: { path } };
  event.waitUntil(self.registration.showNotification(title, shown));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data.path));
});

/** The page of the case that is open already, or a new one. */
async function openPage(path) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = pages.find((it) => new URL(it.url).pathname === path);
  await (open ? open.focus() : self.clients.openWindow(path));
}

self.addEventListener('message', (event) => {
  const { kind, entries, formKey } = event.data ?? {};
  const [port] = event.ports;
  const work = async () => {
    if (kind === 'keepPage') await keepPage();
    if (kind === 'save') await save(entries);
    if (kind === 'drop') await change('readwrite', (store) => store.delete(formKey));
    if (kind === 'save' || kind === 'send') await sendAll();
    return change('readonly', (store) => store.getAll());
  };
  event.waitUntil(
    work().then(
      (list) => port?.postMessage(list.map(shown)),
      () => port?.postMessage(null),
    ),
  );
});

/** What pages may know: what was sent is no longer on this machine but for its number. */
const shown = ({ formKey, at, entries, caseNumber, problem }) => ({
  formKey,
  at,
  what: entries?.what ?? '',
  caseNumber: caseNumber ?? null,
  problem: problem ?? null,
});

/** The page and all it is made of, as they are now; what it was made of before goes. */
async function keepPage() {
  const answer = await fetch(offlinePage, { credentials: 'same-origin', redirect: 'error' });
  if (!answer.ok) return;
  const html = await answer.clone().text();
  const parts = [...new Set(html.match(/\/_next\/static\/[^"'\\\s)]+/g) ?? [])];
  const cache = await caches.open(cacheName);
  const missing = [];
  for (const part of parts) if (!(await cache.match(part))) missing.push(part);
  await cache.addAll(missing);
  await cache.put(offlinePage, answer);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== offlinePage && !parts.includes(pathname)) await cache.delete(request);
  }
}

async function save(entries) {
  await change('readwrite', (store) =>
    store.put({ formKey: entries.formKey, at: Date.now(), entries }),
  );
  // Sent even if the page is closed, where the browser can do that.
  await self.registration.sync?.register(tag).catch(() => {});
}

let sending = Promise.resolve();

/** One after the other, and never two runs at once: the same form sent twice is one appeal all the same. */
function sendAll() {
  sending = sending.then(sendWaiting, sendWaiting);
  return sending;
}

async function sendWaiting() {
  const waiting = await change('readonly', (store) => store.getAll());
  for (const it of waiting.filter(({ entries, problem }) => entries && !problem)) {
    const answer = await send(it.entries);
    if (answer) await change('readwrite', (store) => store.put({ ...it, ...answer }));
  }
}

/** Null where it is to be tried again. */
async function send(entries) {
  const data = new FormData();
  for (const [name, value] of Object.entries(entries)) data.set(name, value);
  const answer = await fetch(sendTo, { method: 'POST', body: data }).catch(() => null);
  if (answer?.status === 201) return { entries: null, ...(await answer.json()) };
  return answer?.status === 422 ? await answer.json() : null;
}

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('huiyin', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('later', { keyPath: 'formKey' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** One deed on what is kept; answers once it is written. */
async function change(mode, deed) {
  const database = await opened();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('later', mode);
    const asked = deed(transaction.objectStore('later'));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  }).finally(() => database.close());
}
