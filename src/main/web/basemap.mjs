// A small vector picture of Finland and its neighbours: Natural Earth (public domain), cut to a box.
import fs from 'node:fs';
import { feature } from 'topojson-client';

const BOX = { w: 16, s: 58.5, e: 34, n: 71 };
const FINLAND = new Set(['246', '248']); // Åland has its own code in Natural Earth

/** Sutherland-Hodgman against one side of the box. */
function cut(ring, inside, cross) {
  const result = [];
  for (let i = 0; i < ring.length; i++) {
    const a = ring[(i + ring.length - 1) % ring.length], b = ring[i];
    if (inside(b)) { if (!inside(a)) result.push(cross(a, b)); result.push(b); }
    else if (inside(a)) result.push(cross(a, b));
  }
  return result;
}
const atX = (x) => (a, b) => [x, a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0])];
const atY = (y) => (a, b) => [a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]), y];
function clip(ring) {
  let r = ring.slice(0, -1);
  r = cut(r, (p) => p[0] >= BOX.w, atX(BOX.w));
  r = cut(r, (p) => p[0] <= BOX.e, atX(BOX.e));
  r = cut(r, (p) => p[1] >= BOX.s, atY(BOX.s));
  return cut(r, (p) => p[1] <= BOX.n, atY(BOX.n));
}

/** Whole numbers (1/500 degree east, 1/1000 north), each point as the step from the one before. */
function steps(ring) {
  const result = [];
  let px = 0, py = 0;
  for (const [lon, lat] of ring) {
    const x = Math.round(lon * 500), y = Math.round(lat * 1000);
    if (result.length && x === px && y === py) continue;
    result.push(x - px, y - py);
    px = x; py = y;
  }
  return result.length > 6 ? result : null;
}

/** Chukotka lies over the date line: with its end at -180 degrees, Russia would wrap the whole north. */
const whole = (ring) => (ring.some(([x]) => x > 90) ? ring.map(([x, y]) => [x < 0 ? x + 360 : x, y]) : ring);

export function basemap(file) {
  const world = JSON.parse(fs.readFileSync(file, 'utf8'));
  const result = { scale: [500, 1000], finland: [], others: [] };
  for (const country of feature(world, world.objects.countries).features) {
    const { type, coordinates } = country.geometry;
    const polygons = type === 'Polygon' ? [coordinates] : coordinates;
    for (const polygon of polygons) {
      const rings = polygon.map(whole).map(clip).filter((r) => r.length > 2).map(steps).filter(Boolean);
      if (rings.length) (FINLAND.has(country.id) ? result.finland : result.others).push(rings);
    }
  }
  return result;
}
