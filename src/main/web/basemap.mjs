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

/** The square web map is this many steps wide: 33 metres each in the middle of Finland. */
const SIDE = 2 ** 19;
const onMap = ([lon, lat]) => [
  Math.round(SIDE * (0.5 + lon / 360)),
  Math.round(SIDE * (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI))),
];

/** A ring as SVG path data, which a browser reads many times faster than a script draws points. */
function drawn(ring) {
  const steps = [];
  let [px, py] = onMap(ring[0]);
  const start = `M${px} ${py}l`;
  for (const point of ring) {
    const [x, y] = onMap(point);
    if (x === px && y === py) continue;
    steps.push(`${x - px} ${y - py}`);
    [px, py] = [x, y];
  }
  return steps.length > 2 ? `${start}${steps.join(' ').replaceAll(' -', '-')}z` : '';
}

/** Chukotka lies over the date line: with its end at -180 degrees, Russia would wrap the whole north. */
const whole = (ring) => (ring.some(([x]) => x > 90) ? ring.map(([x, y]) => [x < 0 ? x + 360 : x, y]) : ring);

/** The land as two shapes: Finland, and its neighbours. */
export function basemap(file) {
  const world = JSON.parse(fs.readFileSync(file, 'utf8'));
  const result = { side: SIDE, finland: '', others: '' };
  for (const country of feature(world, world.objects.countries).features) {
    const { type, coordinates } = country.geometry;
    const rings = (type === 'Polygon' ? [coordinates] : coordinates).flat();
    const part = FINLAND.has(country.id) ? 'finland' : 'others';
    result[part] += rings.map(whole).map(clip).filter((r) => r.length > 2).map(drawn).join('');
  }
  return result;
}

/** A ring as map/lakes.json keeps it; see the README there. */
function shore(text, precision) {
  const points = [];
  let at = 0, x = 0, y = 0;
  const next = () => {
    let value = 0, shift = 0, part;
    do {
      part = text.charCodeAt(at++) - 63;
      value |= (part & 31) << shift;
      shift += 5;
    } while (part >= 32);
    return value & 1 ? ~(value >> 1) : value >> 1;
  };
  while (at < text.length) points.push([(x += next()) / precision, (y += next()) / precision]);
  return points;
}

/** The water as one shape. */
export function water(file) {
  const { precision, lakes } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { side: SIDE, lakes: lakes.flat().map((ring) => drawn(shore(ring, precision))).join('') };
}

/** The same as shapes that a page may use in a picture of its own; lines stay thin however near one looks. */
export function picture({ side, others, finland, lakes }) {
  const shape = (id, path) => `<path id="${id}" fill-rule="evenodd" vector-effect="non-scaling-stroke" d="${path}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">${shape('others', others)}${shape('finland', finland)}${shape('lakes', lakes)}</svg>`;
}
