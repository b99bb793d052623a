// Builds the front end into target/classes/static. See README.md in this folder.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { basemap, picture, water } from './basemap.mjs';

const web = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(web, '../../..');
const statics = path.join(root, 'target/classes/static');
const out = path.join(statics, 'assets');
const target = ['chrome100', 'firefox100', 'safari15.4'];
const manifest = {};
const started = Date.now();

fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });

function write(file, bytes) {
  fs.writeFileSync(file, bytes);
  if (/\.(css|js|json|svg)$/.test(file)) fs.writeFileSync(file + '.gz', gzipSync(bytes, { level: 9 }));
}

/** Writes one asset under a name that changes with its content. */
function emit(name, content) {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const ext = path.extname(name);
  const hashed = `${name.slice(0, -ext.length)}-${hash}${ext}`;
  write(path.join(out, hashed), bytes);
  manifest[name] = `/assets/${hashed}`;
  const gz = /\.(css|js|json|svg)$/.test(ext) ? gzipSync(bytes, { level: 9 }).length : bytes.length;
  console.log(`${name.padEnd(24)} ${String(bytes.length).padStart(8)} ${String(gz).padStart(8)} gz`);
}

async function bundle(entry, options = {}) {
  const result = await build({
    entryPoints: [path.join(web, entry)], bundle: true, minify: true, write: false, target,
    legalComments: 'none', charset: 'utf8', logLevel: 'warning', absWorkingDir: root,
    external: ['/assets/*'], loader: { '.png': 'dataurl' }, ...options,
  });
  return result.outputFiles[0].text;
}

/** Turns url(/assets/name) into the hashed address. */
const hashedUrls = (css) => css.replace(/\/assets\/([a-z0-9.-]+)/g, (all, name) => {
  if (!manifest[name]) throw new Error(`No asset called ${name}`);
  return manifest[name];
});

const fonts = path.join(root, 'node_modules/@fontsource-variable/figtree/files');
for (const part of ['latin', 'latin-ext'])
  emit(`figtree-${part}.woff2`, fs.readFileSync(path.join(fonts, `figtree-${part}-wght-normal.woff2`)));

// For what the server draws itself; in no folder that is served.
const typeface = path.join(root, 'target/classes/fonts');
fs.mkdirSync(typeface, { recursive: true });
for (const [weight, file] of [['regular', '400Regular/Figtree_400Regular'], ['bold', '700Bold/Figtree_700Bold']])
  fs.copyFileSync(path.join(root, `node_modules/@expo-google-fonts/figtree/${file}.ttf`), path.join(typeface, `figtree-${weight}.ttf`));
// the licence goes wherever the letters go, as it asks
fs.copyFileSync(path.join(root, 'node_modules/@expo-google-fonts/figtree/LICENSE_FONT'), path.join(typeface, 'OFL.txt'));

const tight = (svg) => svg.replace(/<!--[\s\S]*?-->/g, '').replace(/>\s+</g, '><').trim();
for (const f of ['icons.svg', 'icon.svg']) emit(f, tight(fs.readFileSync(path.join(web, 'img', f), 'utf8')));
for (const f of ['icon-192.png', 'icon-512.png', 'icon-maskable.png']) emit(f, fs.readFileSync(path.join(web, 'img', f)));

const land = basemap(path.join(root, 'node_modules/world-atlas/countries-10m.json'));
const lakes = water(path.join(web, 'map/lakes.json'));
emit('basemap.json', JSON.stringify(land));
emit('lakes.json', JSON.stringify(lakes));
emit('ground.svg', picture({ ...land, ...lakes }));
emit('map.css', hashedUrls(await bundle('css/map.css')));
// markercluster expects a global L: give it the bundled one
emit('map.js', await bundle('js/map.js', { format: 'esm', inject: [path.join(web, 'js/leaflet-global.js')] }));
emit('passkeys.js', await bundle('js/passkeys.js', { format: 'esm' }));
emit('embed.css', hashedUrls(await bundle('css/embed.css')));
emit('embed.js', await bundle('js/embed.js', { format: 'iife' }));
// its address stands in other people's pages, and so never changes
write(path.join(statics, 'widget.js'), await bundle('js/widget.js', { format: 'iife' }));
emit('app.css', hashedUrls(await bundle('css/app.css')));

const define = Object.fromEntries(['map.js', 'map.css', 'basemap.json', 'lakes.json', 'icons.svg']
  .map((n) => [`ASSET_${n.replace(/\W/g, '_').toUpperCase()}`, JSON.stringify(manifest[n])]));
emit('app.js', await bundle('js/app.js', { format: 'iife', define }));

const shell = ['app.css', 'app.js', 'icons.svg', 'icon.svg', 'figtree-latin.woff2', 'figtree-latin-ext.woff2'].map((n) => manifest[n]);
const version = createHash('sha256').update(JSON.stringify(manifest)).digest('hex').slice(0, 10);
write(path.join(statics, 'sw.js'), await bundle('js/sw.js', {
  format: 'iife',
  define: { SHELL: JSON.stringify(shell), VERSION: JSON.stringify(version), ICON: JSON.stringify(manifest['icon-192.png']) },
}));

fs.writeFileSync(path.join(out, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
console.log(`built in ${Date.now() - started} ms`);
