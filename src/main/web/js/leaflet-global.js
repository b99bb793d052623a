// As a module of its own kind Leaflet is read once; as CommonJS a browser reads it twice. Plugins add to L, so it's a copy.
import * as leaflet from 'leaflet/dist/leaflet-src.esm.js';

export const L = { ...leaflet };
