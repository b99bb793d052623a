export { default as L } from 'leaflet';
