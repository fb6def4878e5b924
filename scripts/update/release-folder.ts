/** Makes the folder a release is handed out in: on a USB stick, or on the county server. */
import { createHash, type KeyObject, sign } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  type Installer,
  type InstallerKind,
  type Release,
  releaseFileName,
  releaseSchema,
  signedText,
} from '@shared/ipc/release';

const kindOf: Readonly<Record<string, InstallerKind>> = {
  '.exe': 'nsis',
  '.deb': 'deb',
  '.AppImage': 'appimage',
};

/** What packagers call the processors, by the names Node has for them. */
const archWords: readonly (readonly [word: RegExp, arch: string])[] = [
  [/(^|[^a-z0-9])(arm64|aarch64)([^a-z0-9]|$)/, 'arm64'],
  [/(^|[^a-z0-9])(x64|amd64|x86_64)([^a-z0-9]|$)/, 'x64'],
];

/** @returns the text of release.json */
export function signRelease(release: Release, key: KeyObject): string {
  const text = JSON.stringify(releaseSchema.parse(release));
  const signature = sign(null, Buffer.from(signedText(text)), key).toString('base64');
  return `${JSON.stringify({ release: text, signature })}\n`;
}

/**
 * Copies the installers of `from` into `to` and signs what they are.
 * @throws when there is none, or one that says neither its kind nor its processor
 */
export async function writeReleaseFolder(
  from: string,
  to: string,
  about: Pick<Release, 'version' | 'releasedOn' | 'notes'>,
  key: KeyObject,
): Promise<Release> {
  const names = (await readdir(from)).filter(
    (name) => extname(name) in kindOf && name.includes(about.version),
  );
  if (names.length === 0) throw new Error(`no installer of ${about.version} in ${from}`);
  await mkdir(to, { recursive: true });
  const installers: Installer[] = [];
  for (const name of names.sort()) {
    installers.push(await describeInstaller(from, name));
    await copyFile(join(from, name), join(to, name));
  }
  const release: Release = { ...about, installers };
  // Last: a folder that is cut off in the middle has no release in it.
  await writeFile(join(to, releaseFileName), signRelease(release, key));
  return release;
}

async function describeInstaller(folder: string, name: string): Promise<Installer> {
  const kind = kindOf[extname(name)];
  const arch = archWords.find(([word]) => word.test(name))?.[1];
  if (kind === undefined || arch === undefined) throw new Error(`which processor is ${name} for?`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, name)), hash);
  const { size } = await stat(join(folder, name));
  return { kind, arch, name, byteCount: size, sha256: hash.digest('hex') };
}
