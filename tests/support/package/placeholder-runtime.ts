/**
 * Folders that look like a project ready to be packed and like an unpacked Electron. The runtime is only a name and
 * the row of fuses electron-builder looks for; it cannot be started.
 */
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** Electron's mark for its fuses, as its own tool looks for it, then layout version 1 and nine fuses as shipped. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const shippedFuses = '101100110';
const fuseOrder = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
  'wasmTrapHandlers',
] as const;

export async function placeholderProject(folder: string): Promise<void> {
  for (const path of ['package.json', 'LICENSE', 'resources/update-keys.json', 'renderer/public/icon.svg'])
    await cp(join(projectRoot, path), join(folder, path));
  for (const path of ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'])
    await put(join(folder, path), '// placeholder\n');
}

export async function placeholderRuntime(
  folder: string,
  system: 'win' | 'linux',
  version: string,
): Promise<void> {
  const program = Buffer.concat([
    Buffer.from(fuseMark),
    Buffer.from([1, shippedFuses.length]),
    Buffer.from(shippedFuses),
  ]);
  const name = join(folder, system === 'win' ? 'electron.exe' : 'electron');
  await put(name, program);
  await chmod(name, 0o755);
  await put(join(folder, 'chrome-sandbox'), '');
  await put(join(folder, 'version'), version);
  await put(join(folder, 'resources.pak'), '');
  for (const language of ['zh-CN', 'en-US', 'de']) await put(join(folder, `locales/${language}.pak`), '');
}

async function put(file: string, content: string | Buffer): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, content);
}

/** Which fuses of a packed program are on. */
export function fusesOf(program: Buffer): Partial<Record<(typeof fuseOrder)[number], boolean>> {
  const start = program.indexOf(fuseMark) + fuseMark.length;
  const count = program[start + 1] ?? 0;
  const wire = program.subarray(start + 2, start + 2 + count).toString('latin1');
  return Object.fromEntries(fuseOrder.map((name, index) => [name, wire[index] === '1']));
}
