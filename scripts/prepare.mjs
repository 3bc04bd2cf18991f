// Runs before `npm start` and its like on whatever Node (20 or newer) started npm: no TypeScript and no packages here.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 0];
/** Where no pinned Node can be installed, the caller's own has to run everything. */
const OLDEST_NODE_UNPINNED = [22, 18];

const root = fileURLToPath(new URL('..', import.meta.url));

requireNode(OLDEST_NODE);
if (!isInstalled()) install();
if (!existsSync(join(root, 'node_modules/.bin/node'))) requireNode(OLDEST_NODE_UNPINNED);

/** npm notes what it installed in node_modules/.package-lock.json; compared with the lock file, package by package. */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  const wanted = readPackages('package-lock.json');
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log('Installing dependencies (npm ci) …');
  const began = Date.now();
  const [command, args] = npmCommand();
  const options = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const result = spawnSync(command, [...args, ...options], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0)
    fail('npm ci failed (see above). Is the npm registry reachable, and is the disk writable?');
  console.log(`Installed dependencies in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

/** The npm that runs us, on the Node it runs on: the pinned Node lies in the very folder that npm ci replaces. */
function npmCommand() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  if (cli && node && /\.c?js$/.test(cli)) return [node, [cli]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

function requireNode([major, minor]) {
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  fail(`Node ${major}.${minor} or newer is needed; this is Node ${process.versions.node}.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
