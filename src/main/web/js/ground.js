/* global L: injected by build.mjs */

/** From which step of the map on names are written, by their rank. */
const LEAST = { 1: 5, 2: 8 };
const SIZE = { 1: 17, 2: 15 };

/**
 * What lies under everything: land and water, each one shape that the browser scales itself, and the names of towns.
 * As Leaflet's own polygons and markers all of it was counted again at each step of the map, which a cheap phone felt.
 * Answers with what adds a shape, its SVG path data on a square map of that many steps and the name of its colour, and
 * what adds names, the ones to keep first.
 */
export function ground(map) {
  const pane = map.createPane('ground');
  pane.style.zIndex = 150;
  const renderer = L.canvas({ pane: 'ground', padding: 0.4 }).addTo(map);
  const context = pane.querySelector('canvas').getContext('2d');
  const shapes = [];
  let labels = [];

  const paint = (some) => {
    const style = getComputedStyle(map.getContainer());
    const wide = map.options.crs.scale(map.getZoom()), corner = map.getPixelOrigin();
    context.strokeStyle = style.getPropertyValue('--r-land-line');
    for (const { path, side, colour } of some) {
      const drawn = new Path2D();
      drawn.addPath(path, new DOMMatrix([wide / side, 0, 0, wide / side, -corner.x, -corner.y]));
      context.fillStyle = style.getPropertyValue(colour);
      context.fill(drawn, 'evenodd');
      context.stroke(drawn);
    }
  };
  const write = () => {
    const style = getComputedStyle(map.getContainer());
    const larger = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const zoom = map.getZoom(), seen = map.getBounds().pad(0.35), used = [];
    context.save();
    Object.assign(context, { textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', lineWidth: 4 });
    context.strokeStyle = style.getPropertyValue('--r-land');
    context.fillStyle = style.getPropertyValue('--r-ink');
    for (const { name, lat, lon, rank } of labels) {
      if (zoom < LEAST[rank] || !seen.contains([lat, lon])) continue;
      const at = map.latLngToLayerPoint([lat, lon]), size = SIZE[rank] * larger;
      const half = name.length * size * 0.27 + 8;
      if (used.some((u) => Math.abs(u.x - at.x) < u.half + half && Math.abs(u.y - at.y) < size * 1.4)) continue;
      used.push({ x: at.x, y: at.y, half });
      context.font = `650 ${size}px ${style.fontFamily}`;
      context.strokeText(name, at.x, at.y - size * 1.2);
      context.fillText(name, at.x, at.y - size * 1.2);
    }
    context.restore();
  };
  const all = () => { paint(shapes); write(); };
  renderer.on('update', all);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', all);
  map.on('unload', () => dark.removeEventListener('change', all));
  return {
    show(data, side, colour) {
      const shape = { path: new Path2D(data), side, colour };
      shapes.push(shape);
      paint([shape]);
      write();
    },
    name(more) {
      labels = more;
      write();
    },
  };
}
