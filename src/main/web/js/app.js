/* global ASSET_MAP_JS, ASSET_MAP_CSS, ASSET_BASEMAP_JSON, ASSET_LAKES_JSON, ASSET_ICONS_SVG */
import htmx from 'htmx.org/dist/htmx.esm.js';
import 'idiomorph/dist/idiomorph-ext.esm.js';
import { startChat } from './chat.js';
import { startCopy } from './copy.js';
import { startKeep } from './keep.js';
import { startLeave } from './leave.js';
import { startPush } from './push.js';
import { startLocate, startRemember, startShare } from './visitor.js';

Object.assign(htmx.config, {
  allowEval: false, allowScriptTags: false, selfRequestsOnly: true, includeIndicatorStyles: false,
  historyCacheSize: 0, refreshOnHistoryMiss: true, scrollBehavior: 'auto', timeout: 15000,
});

startLeave();

/* Addresses without empty parameters: ?q=&where= helps nobody who shares the page. */
document.addEventListener('htmx:configRequest', ({ detail }) => {
  const data = detail.formData;
  const values = [...data.entries()].filter(([, value]) => value !== '');
  for (const name of new Set(data.keys())) data.delete(name);
  for (const [name, value] of values) data.append(name, value);
});
document.addEventListener('submit', ({ target, submitter }) => {
  if (target.method !== 'get') return;
  for (const field of target.elements) {
    if (field !== submitter && field.name && !field.disabled && field.value === '') {
      field.disabled = true;
      field.dataset.emptied = '';
    }
  }
});
window.addEventListener('pageshow', () => {
  for (const field of document.querySelectorAll('[data-emptied]')) field.disabled = false;
});

/* A failed search falls back to an ordinary page load, which shows the server's own message. */
for (const name of ['htmx:sendError', 'htmx:timeout', 'htmx:responseError']) {
  document.addEventListener(name, ({ detail }) => {
    const form = detail.elt.closest('form');
    if (form && form.method === 'get' && navigator.onLine) form.requestSubmit();
  });
}

/* Filters are open beside the results on a wide page, folded away on a phone. */
const wide = matchMedia('(min-width: 1024px)');
function openFilters() {
  for (const filters of document.querySelectorAll('.r-searchpage:not(.r-searchpage--wide) .r-filters')) if (wide.matches) filters.open = true;
}
wide.addEventListener('change', openFilters);

/* Who writes of a new place has chosen it, and who chooses it wants to write. */
document.addEventListener('input', ({ target }) => {
  const radio = target.closest('.r-place__new') && target.form?.querySelector('[name=place][value="+"]');
  if (radio) radio.checked = true;
});
document.addEventListener('change', ({ target }) => {
  if (target.name === 'place' && target.value === '+') target.form.querySelector('.r-place__new').open = true;
});

/* The map comes only when someone is about to see it. */
let mapModule;
function loadMap() {
  mapModule ??= new Promise((resolve, reject) => {
    const css = document.createElement('link');
    css.rel = 'stylesheet';
    css.href = ASSET_MAP_CSS;
    css.onload = css.onerror = () => import(ASSET_MAP_JS).then(resolve, reject);
    document.head.append(css);
  });
  mapModule.catch(() => { mapModule = undefined; });
  return mapModule;
}
const near = 'IntersectionObserver' in window && new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) { near.unobserve(entry.target); showMap(entry.target); }
}, { rootMargin: '300px' });
/* Somebody else's pictures of streets, when the operator has chosen some. */
function tiles() {
  const { tiles: url, tilesCredit: credit, tilesDeepest: deepest } = document.body.dataset;
  return url && { url, credit, deepest: Number(deepest) };
}
async function showMap(element) {
  try {
    const { start } = await loadMap();
    if (element.isConnected) await start(element, { basemap: ASSET_BASEMAP_JSON, lakes: ASSET_LAKES_JSON, icons: ASSET_ICONS_SVG, tiles: tiles() });
  } catch (problem) {
    delete element.dataset.started; // the message inside stays, and the list beside it says the same things
    console.warn(problem);
  }
}

/* Where a picture of the map stands already, the live one comes at the first sign of a visitor's hand. */
const awake = new Promise((resolve) => {
  for (const sign of ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'wheel', 'scroll'])
    addEventListener(sign, resolve, { once: true, passive: true, capture: true });
});

function start() {
  openFilters();
  startLocate();
  startShare();
  startCopy();
  startRemember();
  startPush();
  startChat();
  for (const element of document.querySelectorAll('[data-map]:not([data-started])')) {
    element.dataset.started = '';
    const come = () => { if (near) near.observe(element); else showMap(element); };
    if (element.dataset.map === 'asleep') awake.then(come); else come();
  }
}
document.addEventListener('htmx:afterSettle', start);
/** Whoever doesn't see the page is told first what must be mended. */
const toFaults = () => document.getElementById('faults')?.focus();
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', toFaults); else toFaults();
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', startKeep); else startKeep();

if ('serviceWorker' in navigator && window.isSecureContext) {
  window.addEventListener('load', () => navigator.serviceWorker.register('/sw.js').catch(() => {}));
}
