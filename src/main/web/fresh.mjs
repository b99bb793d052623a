// Installs and builds only what is out of date, so that every Maven run can call it.
import fs from 'node:fs';
import path from 'node:path';
import { execSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const web = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(web, '../../..');
const mtime = (file) => { try { return fs.statSync(file).mtimeMs; } catch { return 0; } };
const newest = (dir) => Math.max(0, ...fs.readdirSync(dir, { withFileTypes: true, recursive: true })
  .filter((e) => e.isFile()).map((e) => mtime(path.join(e.parentPath ?? e.path, e.name))));

const lock = path.join(root, 'package-lock.json');
const installed = path.join(root, 'node_modules/.package-lock.json');
const manifest = path.join(root, 'target/classes/static/assets/manifest.json');
const sw = path.join(root, 'target/classes/static/sw.js');
const run = (command) => execSync(command, { cwd: root, stdio: 'inherit' });

if (mtime(installed) < mtime(lock)) {
  run('npm ci --no-fund --no-audit');
  fs.utimesSync(installed, new Date(), new Date());
}
const sources = Math.max(newest(web), mtime(lock), mtime(path.join(root, 'package.json')));
if (mtime(sw) && mtime(manifest) > sources) console.log('front end is up to date');
else run('node src/main/web/build.mjs');
