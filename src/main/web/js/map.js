/* global L: injected by build.mjs */
import { MarkerClusterGroup } from 'leaflet.markercluster/src/index.js';
import { ground } from './ground.js';
import { listen } from './maplink.js';
import { pick } from './pick.js';

const KINDS = ['event', 'service', 'place'];
const CLOSE = { fi: 'Sulje', sv: 'Stäng', en: 'Close' };
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const text = (tag, className, content) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (content) element.textContent = content;
  return element;
};
const json = async (url) => {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
};

let countries;
const basemap = (url) => (countries ??= json(url).catch((e) => { countries = undefined; throw e; }));

/** The place searched from: a point, with circles 1, 3 and 5 km around it. */
function drawRings(map, centre, radius) {
  map.createPane('rings').style.zIndex = 450; // above the circles, below the markers
  L.marker(centre, { pane: 'rings', interactive: false, keyboard: false, icon: L.divIcon({ className: 'r-map__me', iconSize: [18, 18] }) }).addTo(map);
  for (const km of [1, 3, 5, 10, 20].filter((n) => n * 1000 <= Math.max(radius, 1000) && (n <= 5 || n * 1000 === radius))) {
    L.circle(centre, { radius: km * 1000, className: 'r-map__ring', interactive: false, fill: false }).addTo(map);
    const top = [centre.lat + km / 111.2, centre.lng];
    L.marker(top, { pane: 'rings', interactive: false, keyboard: false, icon: L.divIcon({ className: 'r-map__ringname', iconSize: [64, 18], html: text('span', '', `${km} km`) }) }).addTo(map);
  }
}

function popup(point) {
  const box = document.createDocumentFragment();
  const title = text(point.url ? 'a' : 'strong', '', point.title);
  if (point.url) title.href = point.url;
  box.append(title);
  if (point.when) box.append(text('p', 'r-map__when', point.when));
  if (point.where) box.append(text('p', 'r-map__where', point.where));
  const holder = document.createElement('div');
  holder.append(box);
  return holder;
}

function marker(point, icons) {
  const kind = KINDS.includes(point.kind) ? point.kind : 'place';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${icons}#${kind}`);
  svg.append(use);
  const label = [point.title, point.kindName, point.when].filter(Boolean).join(', ');
  return L.marker([point.lat, point.lon], {
    title: label, alt: label, keyboard: true, riseOnHover: true, key: point.key,
    icon: L.divIcon({ className: `r-mark r-mark--${kind}`, iconSize: [36, 36], popupAnchor: [0, -14], html: svg }),
  });
}

const running = new Set();

/** Lets the browser answer a touch between two steps of the work. */
const breath = () => window.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

export async function start(element, assets) {
  for (const old of running) if (!old.element.isConnected) { old.stop(); running.delete(old); }
  const data = element.dataset;
  const fixed = data.zoom ? Number(data.zoom) : null;
  const radius = Number(data.radius) || 0;
  const [lat, lon] = (data.center || '62.5,25.5').split(',').map(Number);
  const centre = L.latLng(lat, lon);
  const [picture, points, labels] = await Promise.all([
    basemap(assets.basemap).catch(() => null),
    data.points ? json(data.points) : [],
    data.labels ? json(data.labels).catch(() => []) : [],
  ]);
  if (!element.isConnected) return;
  await breath();
  element.replaceChildren();

  const map = L.map(element, {
    zoomControl: false, attributionControl: false, minZoom: 5, maxZoom: 17, zoomSnap: 0.5, keyboard: true,
    zoomAnimation: !calm.matches, fadeAnimation: !calm.matches, markerZoomAnimation: !calm.matches, inertia: !calm.matches,
    maxBounds: [[58, 14], [71.5, 36]], maxBoundsViscosity: 0.8, worldCopyJump: false, scrollWheelZoom: false,
  });
  element.addEventListener('focusin', () => map.scrollWheelZoom.enable(), { once: true });
  L.control.zoom({ zoomInTitle: data.zoomIn || '+', zoomOutTitle: data.zoomOut || '−', position: 'topright' }).addTo(map);
  L.control.scale({ imperial: false, position: 'bottomleft' }).addTo(map);
  const attribution = L.control.attribution({ prefix: false }).addTo(map);
  const base = text('span', '', data.attribution || 'Natural Earth').innerHTML;
  attribution.addAttribution(base);
  if (data.label) { element.setAttribute('role', 'region'); element.setAttribute('aria-label', data.label); }

  const list = (Array.isArray(points) ? points : points.points ?? []).filter((p) => Number.isFinite(p.lat) && Number.isFinite(p.lon));
  const own = data.lat && data.lon && !list.length ? [{ lat: Number(data.lat), lon: Number(data.lon), kind: data.kind || 'place', title: data.title || '', where: data.where }] : [];
  const all = list.concat(own);
  let under;
  const parts = [
    () => {
      if (fixed) map.setView(centre, fixed);
      else if (radius) map.fitBounds(centre.toBounds(radius * 2), { padding: [8, 8] });
      else if (all.length) map.fitBounds(L.latLngBounds(all.map((p) => [p.lat, p.lon])).pad(0.15), { maxZoom: 14 });
      else map.setView(centre, 9);
    },
    () => { under = ground(map); },
    () => picture && under.show(picture.others, picture.side, '--r-land-2'),
    () => picture && under.show(picture.finland, picture.side, '--r-land'),
    () => under.name(labels),
    () => radius && data.center && drawRings(map, centre, radius),
  ];
  for (const part of parts) {
    await breath();
    if (!element.isConnected) { map.remove(); return; }
    part();
  }
  await breath();

  const clusters = new MarkerClusterGroup({
    maxClusterRadius: 56, showCoverageOnHover: false, animate: !calm.matches, spiderfyDistanceMultiplier: 1.6, disableClusteringAtZoom: 17,
    iconCreateFunction: (cluster) => {
      const n = cluster.getChildCount(), size = n < 10 ? 44 : n < 100 ? 50 : 58;
      return L.divIcon({ className: 'r-cluster', iconSize: [size, size], html: text('span', '', String(n)) });
    },
  });
  const names = (layer) => {
    const icon = layer.getElement?.() ?? layer._icon;
    if (!icon) return;
    if (layer.getChildCount) {
      icon.setAttribute('role', 'button');
      icon.setAttribute('aria-label', (data.cluster || '{n}').replace('{n}', layer.getChildCount()));
    } else { icon.setAttribute('aria-label', layer.options.title); }
  };
  // markercluster makes icons as it likes: name them whenever one appears
  map.on('layeradd', ({ layer }) => { if (layer instanceof L.Marker && layer.options.keyboard) names(layer); });
  const byKey = new Map();
  clusters.addLayers(all.map((point) => {
    const m = marker(point, assets.icons).bindPopup(() => popup(point), { maxWidth: 280, autoPanPadding: [16, 16] });
    if (point.key) byKey.set(String(point.key), m);
    return m;
  }));
  map.addLayer(clusters);
  map.eachLayer((layer) => { if (layer instanceof L.Marker && layer.options.keyboard) names(layer); });

  map.on('popupopen', ({ popup: { _source: source, _container: box, _closeButton: close } }) => {
    close?.setAttribute('aria-label', data.close || CLOSE[data.lang] || CLOSE.en);
    if (source?.getElement()?.matches(':focus-visible')) box.querySelector('.leaflet-popup-content a')?.focus();
  });
  map.on('popupclose', ({ popup: { _source: source, _container: box } }) => {
    if (box?.contains(document.activeElement)) source?.getElement()?.focus();
  });

  if (data.pick) pick(map, element, (at) => L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: 'r-mark r-mark--place', iconSize: [36, 36] }) }).addTo(map));

  const stopListening = listen({ map, clusters, byKey, element });

  if (assets.tiles) streets(map, assets.tiles, data.streets, attribution, base);
  const resize = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resize.observe(element);
  let stands = true;
  running.add({ element, stop() { stands = false; resize.disconnect(); stopListening(); map.remove(); } });
  // The map is of use without its lakes, so it doesn't wait for them.
  const whenIdle = window.requestIdleCallback ?? setTimeout;
  json(assets.lakes).then((data) => whenIdle(() => { if (stands) under.show(data.lakes, data.side, '--r-sea'); }), () => {});
}

/** Street tiles come from somebody else's machine, so only after a tap. */
function streets(map, tiles, words, attribution, base) {
  const Control = L.Control.extend({
    onAdd() {
      const button = text('button', 'r-map__streets', words || '');
      button.type = 'button';
      L.DomEvent.disableClickPropagation(button);
      button.addEventListener('click', () => {
        L.tileLayer(tiles.url, { maxZoom: 17, maxNativeZoom: tiles.deepest, referrerPolicy: 'no-referrer' }).addTo(map);
        attribution.removeAttribution(base);
        attribution.addAttribution(text('span', '', tiles.credit).innerHTML);
        this.remove();
        map.getContainer().focus();
      });
      return button;
    },
  });
  new Control({ position: 'topleft' }).addTo(map);
}
