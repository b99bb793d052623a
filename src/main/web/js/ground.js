/* global L: injected by build.mjs */

/**
 * What lies under everything: land and water, each one shape that the browser scales itself. As Leaflet's own
 * polygons every point was counted again at each step of the map, which a cheap phone felt.
 * Answers with what adds a shape: its SVG path data on a square map of that many steps, and the name of its colour.
 */
export function ground(map) {
  const pane = map.createPane('ground');
  pane.style.zIndex = 150;
  const renderer = L.canvas({ pane: 'ground', padding: 0.4 }).addTo(map);
  const context = pane.querySelector('canvas').getContext('2d');
  const shapes = [];

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
  renderer.on('update', () => paint(shapes));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const again = () => paint(shapes);
  dark.addEventListener('change', again);
  map.on('unload', () => dark.removeEventListener('change', again));
  return (data, side, colour) => {
    const shape = { path: new Path2D(data), side, colour };
    shapes.push(shape);
    paint([shape]);
  };
}
