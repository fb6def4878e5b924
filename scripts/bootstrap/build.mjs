import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdLock } from './hold-lock.mjs';
import { runPackageScript } from './run-command.mjs';

/** Everything the result of a build depends on. */
const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.base.json',
  'vite.config.ts',
];

/**
 * Builds out/: main process, preload script and the renderer of both editions. Ends the process on failure.
 * @param {string} root
 * @param {{ onlyIfStale?: boolean }} [options] do nothing when out/ already holds exactly these sources
 */
export async function build(root, { onlyIfStale = false } = {}) {
  // Two starts at the same moment would empty each other's output folder.
  const release = await holdLock(join(root, '.cache/build.lock'));
  const hash = sourceHash(root);
  const isDone = (onlyIfStale && readStamp(root) === hash) || (await runBuild(root, hash));
  release();
  if (isDone) return;
  console.error('程序文件没有生成，原因见上。 / The build failed, see above.');
  process.exit(1);
}

/**
 * @param {string} root
 * @param {string} hash taken before the build: a file saved while it runs makes the result stale, not current
 */
async function runBuild(root, hash) {
  console.log('· 生成程序文件 / building');
  rmSync(stampFile(root), { force: true });
  const script = 'electron-vite/bin/electron-vite.js';
  if ((await runPackageScript(root, script, ['build', '--logLevel=warn'])) !== 0) return false;
  writeFileSync(stampFile(root), hash);
  return true;
}

/**
 * The hash of the sources out/ was built from; null when there is no finished build.
 * @param {string} root
 */
export function readStamp(root) {
  return existsSync(stampFile(root)) ? readFileSync(stampFile(root), 'utf8') : null;
}

/** @param {string} root */
function stampFile(root) {
  return join(root, 'out/.build-stamp');
}

/**
 * Contents, not dates: a checkout or a copied folder gives old files new dates.
 * @param {string} root
 */
function sourceHash(root) {
  const hash = createHash('sha256');
  for (const source of sources) addToHash(hash, root, source);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} root
 * @param {string} path relative to root
 */
function addToHash(hash, root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).toSorted()) addToHash(hash, root, `${path}/${name}`);
  } else {
    hash.update(path).update(readFileSync(full));
  }
}
